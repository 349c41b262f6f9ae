/**
 * "who is free?", "working from home today": each phrase is a whole sentence, for nothing more is read into it.
 * Between slashes stand words that take each other's place, `_` is a space inside one, and one that is empty leaves
 * it out. Spaces and accents do not count.
 */

import type { WorkPlace } from '../../presence/work-location.ts';
import type { WhoIsAsked } from '../reading.ts';
import type { LanguageCode } from './tables.ts';

interface Whereabouts {
  readonly who: Readonly<Record<WhoIsAsked, string>>;
  readonly places: Readonly<Record<WorkPlace, string>>;
  readonly clear: string;
  /** Today, and the days in whose place it stands. */
  readonly today: string;
  readonly otherDays: string;
}

export const whereabouts: Readonly<Record<LanguageCode, Whereabouts>> = {
  en: {
    who: {
      free: `who/who_is/who's/whos/who_here_is/who_else_is /currently free/available /now/right_now/at_the_moment/to_talk |
        is anyone/anybody/someone /here free/available /now/right_now | anyone/anybody free/available /now/right_now | who has time /now/right_now`,
      busy: `who/who_is/who's/whos/who_here_is /currently busy /now/right_now/at_the_moment`,
      away: `who/who_is/who's/whos/who_here_is /currently away /now/right_now/at_the_moment`,
      office: `who_is/who's/whos/who_else_is /working in/at/from the_office /today/now/right_now | who_is/who's/whos in today | who works in/at/from the_office today`,
      remote: `who_is/who's/whos working_from_home/wfh/remote/working_remotely/at_home /today/now/right_now | who works from_home/remotely today`,
    },
    places: {
      office: `/i'm/im/i_am/i'll_be/today/today_i'm/today_i_am /working in/at/from the_office /today/all_day |
        office today | today office | /set /my work_location /to/is /the office /today | i/i'll work in/at/from the_office today`,
      remote: `/i'm/im/i_am/i'll_be/today/today_i'm/today_i_am working from_home/remotely/from_my_home_office /today/all_day |
        /i'm/im/i_am wfh /today | remote/working_remote today | i/i'll work from_home/remotely today | /set /my work_location /to/is remote/home /today`,
      timeOff: `/set /my work_location /to/is time_off /today`,
    },
    clear: `clear/remove/reset/delete/unset /my/the work_location/location /today/for_today`,
    today: 'today',
    otherDays: `tomorrow | /on/next/this/every/each monday/tuesday/wednesday/thursday/friday/saturday/sunday |
      /on mondays/tuesdays/wednesdays/thursdays/fridays/saturdays/sundays | next/this/all/the_whole/every week | every day/weekday | the_day_after_tomorrow`,
  },
  de: {
    who: {
      free: `wer ist /hier /gerade/grade/jetzt/aktuell/momentan frei/verfügbar/erreichbar/ansprechbar /gerade/jetzt | wer hat /gerade/grade/jetzt zeit |
        ist /gerade/jetzt jemand /gerade/jetzt frei/verfügbar | hat /gerade/jetzt jemand /gerade/jetzt zeit | jemand frei/verfügbar`,
      busy: `wer ist /gerade/grade/jetzt/aktuell/momentan beschäftigt`,
      away: `wer ist /gerade/grade/jetzt/aktuell/momentan abwesend`,
      office: `wer ist/arbeitet /heute/gerade/jetzt im büro /heute`,
      remote: `wer ist/arbeitet /heute/gerade/jetzt im homeoffice/home_office /heute | wer arbeitet /heute/gerade/jetzt von_zu_hause/von_zuhause/remote/mobil /heute | wer ist /heute remote`,
    },
    places: {
      office: `/ich_bin/bin/ich_arbeite/arbeite /heute im büro /heute | heute bin/arbeite ich im büro |
        /mein arbeitsort /ist büro | setz/setze /meinen arbeitsort auf büro | /meinen arbeitsort auf büro setzen`,
      remote: `/ich_bin/bin/ich_arbeite/arbeite /heute im homeoffice/home_office /heute | heute bin/arbeite ich im homeoffice/home_office | heute homeoffice/home_office/remote | homeoffice/home_office heute |
        /ich arbeite /heute von_zu_hause/von_zuhause/remote /heute | heute arbeite ich von_zu_hause/von_zuhause/remote | heute von_zu_hause/von_zuhause |
        /mein arbeitsort /ist homeoffice/remote | setz/setze /meinen arbeitsort auf homeoffice/remote | /meinen arbeitsort auf homeoffice/remote setzen`,
      timeOff: `/mein arbeitsort /ist freie_zeit | setz/setze /meinen arbeitsort auf freie_zeit | /meinen arbeitsort auf freie_zeit setzen`,
    },
    clear: `/meinen arbeitsort löschen/zurücksetzen/entfernen | lösche/lösch/entferne meinen arbeitsort | setz/setze meinen arbeitsort zurück`,
    today: 'heute',
    otherDays: `morgen | übermorgen | /am/jeden/nächsten/diesen montag/dienstag/mittwoch/donnerstag/freitag/samstag/sonntag |
      /immer montags/dienstags/mittwochs/donnerstags/freitags/samstags/sonntags | nächste/diese/die_ganze/jede woche | jeden tag`,
  },
  fr: {
    who: {
      free: `qui est disponible/libre /maintenant/actuellement/en_ce_moment/là | qui est-ce_qui est disponible/libre | est-ce_que quelqu'un est disponible/libre /maintenant |
        quelqu'un est disponible/libre /maintenant | quelqu'un de disponible/libre | y_a-t-il quelqu'un de disponible/libre`,
      busy: `qui est occupé/occupée /maintenant/actuellement/en_ce_moment`,
      away: `qui est absent/absente /maintenant/actuellement/en_ce_moment`,
      office: `qui est/travaille /aujourd'hui au_bureau/sur_site /aujourd'hui/maintenant`,
      remote: `qui est /aujourd'hui en_télétravail/à_distance /aujourd'hui | qui télétravaille /aujourd'hui | qui travaille /aujourd'hui à_distance/de_chez_soi/de_la_maison /aujourd'hui`,
    },
    places: {
      office: `/je_suis/je_travaille au_bureau /aujourd'hui | aujourd'hui /je_suis/je_travaille au_bureau | sur_site aujourd'hui |
        /mon lieu_de_travail /est /le bureau | définir/définis/définissez/mets/mettez mon lieu_de_travail sur bureau`,
      remote: `/je_suis en_télétravail /aujourd'hui | aujourd'hui /je_suis en_télétravail | télétravail aujourd'hui | aujourd'hui télétravail | je_télétravaille /aujourd'hui |
        je_travaille à_distance/de_chez_moi/depuis_chez_moi/de_la_maison/à_la_maison /aujourd'hui | aujourd'hui je_travaille à_distance/de_chez_moi/depuis_chez_moi/de_la_maison |
        /mon lieu_de_travail /est télétravail/à_distance | définir/définis/définissez/mets/mettez mon lieu_de_travail sur télétravail/à_distance`,
      timeOff: `/mon lieu_de_travail /est congé | définir/définis/définissez/mets/mettez mon lieu_de_travail sur congé`,
    },
    clear: `effacer/efface/effacez/supprimer/supprime/supprimez/réinitialiser mon/le lieu_de_travail /aujourd'hui`,
    today: "aujourd'hui",
    otherDays: `demain | après-demain | /le/chaque/tous_les lundi/mardi/mercredi/jeudi/vendredi/samedi/dimanche | tous_les lundis/mardis/mercredis/jeudis/vendredis |
      la_semaine_prochaine | cette/toute_la/chaque semaine | tous_les_jours`,
  },
  es: {
    who: {
      free: `quién está/anda libre/disponible /ahora/ahora_mismo/en_este_momento | quién tiene tiempo /ahora | /hay alguien libre/disponible /ahora/ahora_mismo | quiénes están libres/disponibles /ahora | alguien está libre/disponible /ahora`,
      busy: `quién está ocupado/ocupada /ahora/ahora_mismo/en_este_momento | quiénes están ocupados`,
      away: `quién está ausente /ahora/ahora_mismo/en_este_momento | quiénes están ausentes`,
      office: `quién está/trabaja /hoy en_la_oficina /hoy/ahora | quiénes están /hoy en_la_oficina /hoy`,
      remote: `quién teletrabaja /hoy | quién está /hoy teletrabajando/en_remoto/trabajando_desde_casa /hoy | quién trabaja /hoy desde_casa/en_casa/en_remoto /hoy`,
    },
    places: {
      office: `/estoy/trabajo/trabajando/estoy_trabajando en_la_oficina /hoy | trabajando/trabajo desde la_oficina /hoy | hoy /estoy/trabajo/trabajando en_la_oficina |
        /mi lugar_de_trabajo /es /la oficina | pon/poner/cambia mi lugar_de_trabajo en/a oficina`,
      remote: `/estoy trabajando/teletrabajando desde_casa/en_remoto /hoy | trabajo desde_casa/en_remoto /hoy | hoy trabajo/trabajando/estoy desde_casa/en_remoto | hoy desde_casa | desde_casa hoy |
        hoy teletrabajo/teletrabajando | teletrabajo hoy | /estoy teletrabajando /hoy | /mi lugar_de_trabajo /es remoto | pon/poner/cambia mi lugar_de_trabajo en/a remoto`,
      timeOff: `/mi lugar_de_trabajo /es tiempo_libre | pon/poner/cambia mi lugar_de_trabajo en/a tiempo_libre`,
    },
    clear: `borra/borrar/quita/quitar/elimina/eliminar mi/el lugar_de_trabajo /hoy`,
    today: 'hoy',
    otherDays: `mañana | pasado_mañana | /el/este/cada lunes/martes/miércoles/jueves/viernes/sábado/domingo | los/todos_los lunes/martes/miércoles/jueves/viernes |
      la_próxima/la_semana_que_viene | la_próxima_semana | esta/toda_la/cada semana | todos_los_días`,
  },
  'pt-BR': {
    who: {
      free: `quem está/tá livre/disponível /agora/no_momento | quem tem tempo /agora | /tem alguém /está/tá livre/disponível /agora`,
      busy: `quem está/tá ocupado/ocupada /agora/no_momento`,
      away: `quem está/tá ausente /agora/no_momento`,
      office: `quem está/tá/trabalha /hoje no_escritório /hoje/agora`,
      remote: `quem está/tá /hoje trabalhando_de_casa/trabalhando_em_casa/em_home_office/de_home_office/remoto /hoje | quem trabalha /hoje de_casa/em_casa /hoje`,
    },
    places: {
      office: `/estou/tô/estou_trabalhando/tô_trabalhando/trabalho/trabalhando no_escritório /hoje | hoje /estou/tô/trabalho no_escritório | trabalhando do escritório /hoje |
        /meu local_de_trabalho /é /o escritório | definir/defina/coloca/coloque meu local_de_trabalho como escritório`,
      remote: `/estou/tô trabalhando de_casa/em_casa/remotamente/de_forma_remota /hoje | trabalho de_casa/em_casa hoje | hoje trabalho/trabalhando de_casa/em_casa |
        /estou/tô em/de/ home_office hoje | /estou/tô em/de home_office | hoje /em/de home_office | hoje estou/tô em/de home_office |
        /meu local_de_trabalho /é remoto | definir/defina/coloca/coloque meu local_de_trabalho como remoto`,
      timeOff: `/meu local_de_trabalho /é folga | definir/defina/coloca/coloque meu local_de_trabalho como folga`,
    },
    clear: `limpar/limpa/limpe/remover/remove/remova/apagar/apaga/apague meu/o local_de_trabalho /hoje/de_hoje`,
    today: 'hoje',
    otherDays: `amanhã | depois_de_amanhã | /na/toda/nesta segunda/terça/quarta/quinta/sexta /feira | no/todo/neste sábado/domingo | às segundas/terças/quartas/quintas/sextas |
      semana_que_vem | /na próxima_semana | esta/nesta/toda semana | a_semana_toda | todos_os_dias | todo_dia`,
  },
  'zh-Hans': {
    who: {
      free: `/现在/这会儿 谁/有谁/谁是/谁现在/有谁现在/谁在 有空/空闲/空闲的/有时间/方便/没在忙/不忙 /呢 | /现在 有人/有没有人 /现在 有空/空闲/有时间 /吗 | 谁有空闲`,
      busy: `/现在 谁/有谁/谁现在/谁是 忙/在忙/很忙/忙碌/正忙 /呢/的`,
      away: `/现在 谁/有谁/谁现在/谁是 离开/离开了/不在 /呢`,
      office: `/今天/现在 谁/有谁/谁今天/谁现在 在办公室/在公司 /上班/办公/呢`,
      remote: `/今天/现在 谁/有谁/谁今天/谁现在 在家办公/居家办公/远程办公/在家工作/远程工作/在家上班 /呢`,
    },
    places: {
      office: `/我 /今天 在办公室/在公司 /办公/上班/工作 | 今天我 在办公室/在公司 /办公/上班/工作 | /我的 工作地点 /是/为/： 办公室 | /把/将 /我的 工作地点 设为/设置为/设成/改为/改成 办公室`,
      remote: `/我/今天我 /今天 在家办公/居家办公/远程办公/在家工作/远程工作/在家上班 | /我的 工作地点 /是/为 远程/在家/家 | /把/将 /我的 工作地点 设为/设置为/设成/改为/改成 远程/在家/家`,
      timeOff: `/我的 工作地点 /是/为 休假 | /把/将 /我的 工作地点 设为/设置为/设成/改为/改成 休假`,
    },
    clear: `清除/取消/删除/清空/去掉 /我的 /今天的 工作地点 | 把/将 /我的 工作地点 清除/清空/取消/删除/删掉/清掉 /了`,
    today: '今天',
    otherDays: `明天 | 后天 | /每/下/这/本 周/星期/礼拜 一/二/三/四/五/六/日/天 | 下/这/本/每/整 周/个星期/星期 | 每天`,
  },
  ja: {
    who: {
      free: `/今/いま 誰が /今/いま 空いている/空いてる/空いています/空いてます/空いていますか/空いてますか/空いているの/空いてるの/手が空いていますか |
        /今/いま/誰か今/誰か /手が 空いている/空いてる 人は/人/人は誰/人はいる/人いる/人はいますか/人いますか/人は誰ですか | /今 連絡可能な人は/連絡可能な人は誰/連絡可能な人はいますか | 誰が連絡可能 /ですか`,
      busy: `/今 誰が /今 取り込み中/忙しい /ですか | /今 取り込み中の人/忙しい人 は/ /誰/誰ですか/いますか/いる`,
      away: `/今 誰が /今 退席中/離席中 /ですか | /今 退席中の人/離席中の人 は/ /誰/誰ですか/いますか/いる`,
      office: `/今日/今日は/今/本日 誰が /今日/今 オフィスにいる/オフィスにいますか/オフィスにいるの/出社している/出社していますか/出社してる/出社してますか/出社ですか |
        /今日/今/本日 オフィスにいる/出社している/出社してる/出社の 人 は/ /誰/誰ですか/いますか/いる`,
      remote: `/今日/今日は/今/本日 誰が /今日/今 在宅/在宅勤務/リモート/テレワーク /ですか | /今日/今/本日 在宅/在宅勤務/リモート/テレワーク の/している 人 は/ /誰/誰ですか/いますか/いる`,
    },
    places: {
      office: `/今日/今日は/本日は 出社/出社です/出社します/出社しています/出社してます/オフィス勤務/オフィス勤務です/オフィスです/オフィスにいます/オフィスで仕事/オフィスで仕事します/オフィスで仕事しています |
        勤務場所 は/を/を今日は/ オフィス /です/に/に設定/に設定して/にして/に変更`,
      remote: `/今日/今日は/本日は 在宅勤務/在宅勤務です/在宅勤務します/在宅勤務中です/在宅です/リモート勤務/リモート勤務です/リモートワーク/リモートワークです/テレワーク/テレワークです/リモートです/家で仕事/家で仕事します/家で仕事しています |
        今日は/本日は 在宅/リモート | 勤務場所 は/を/ リモート/在宅/自宅 /です/に/に設定/に設定して/にして/に変更`,
      timeOff: `勤務場所 は/を/ 休暇 /です/に/に設定/に設定して/にして/に変更`,
    },
    clear: `/今日の 勤務場所 を/ クリア/削除/解除/リセット /して | /今日の 勤務場所 を消して/を取り消して/を消す`,
    today: '今日',
    otherDays: `明日 | あした | あさって | 明後日 | /次の/今度の/毎週 月曜/火曜/水曜/木曜/金曜/土曜/日曜 /日 | 来週 | 今週 | 毎週 | 毎日`,
  },
};
