/** The words of sentences about one's calendar, in every language: phrases with bars between; marks and accents do not matter. */

import type { CalendarEffect, EventTrait } from '../../presence/calendar.ts';
import type { LanguageCode } from '../languages/tables.ts';

export interface CalendarWords {
  /** Whole sentences. */
  readonly list: string;
  readonly off: string;
  /** Begins a sentence that only asks what would be kept. */
  readonly whatIf: string;
  /** "remove", beside a rule. */
  readonly remove: string;
  readonly effects: Readonly<Partial<Record<CalendarEffect, string>>>;
  readonly traits: Readonly<Record<EventTrait, string>>;
  /** What is in a calendar, or it itself. */
  readonly events: string;
  /** The same where something more is said of it: "meetings" alone are no matter of the calendar. */
  readonly meetings: string;
  /** Before the name of a category. */
  readonly category: string;
  /** What ends its name, where words are not parted. */
  readonly categoryEnds?: string;
  /** Before and after a number of people; without the first, the second says that it is more. */
  readonly moreThan?: string;
  readonly people: string;
  /** Says nothing in a rule. */
  readonly fillers: string;
  /** Is in no category's name unless that is quoted. */
  readonly notInNames: string;
}

export const calendarWords: Readonly<Record<LanguageCode, CalendarWords>> = {
  en: {
    list: 'calendar | my calendar | calendar rules | my calendar rules | the calendar rules | show calendar rules | show my calendar rules | show me my calendar rules | list calendar rules | list my calendar rules | what are my calendar rules',
    off: 'calendar off | calendar rules off | turn off calendar | turn calendar off | turn off my calendar | turn off the calendar | turn my calendar off | turn the calendar off | turn off calendar rules | turn off my calendar rules | switch off calendar | switch calendar off | switch off the calendar | switch off my calendar | stop reading my calendar | remove all calendar rules | delete all calendar rules | remove all my calendar rules | remove my calendar rules | delete my calendar rules | forget my calendar rules | ignore my calendar',
    whatIf:
      'what if | what if i say | preview | dry run | simulate | what would happen if i say | what happens if i say',
    remove: 'remove | delete | stop | drop | remove the rule | delete the rule | no longer | no more',
    effects: {
      doNotDisturb:
        'dnd | do not disturb | do not disturb me | don t disturb | don t disturb me | dont disturb',
      busy: 'busy',
      beRightBack: 'brb | be right back',
      away: 'away | appear away | afk',
      offline: 'offline | appear offline | invisible',
      available: 'available | appear available',
      ask: 'ask me first | ask first | ask me | ask me beforehand',
      nothing:
        'ignore | skip | do nothing | nothing | change nothing | leave my status alone | don t change my status | do not change my status',
    },
    traits: {
      tentative: 'tentative | tentatively accepted',
      unanswered:
        'unanswered | not answered | i haven t answered | i have not answered | i didn t answer | not responded | not yet answered',
      declined: 'declined | i declined | i have declined',
      cancelled: 'cancelled | canceled',
      free: 'free | shown as free | marked free | marked as free | says free',
      allDay: 'all day | allday | whole day | full day',
      busy: 'shown as busy | marked busy | marked as busy | says busy | says i am busy | says i m busy',
      outOfOffice: 'out of office | out of the office | ooo | oof',
      workingElsewhere: 'working elsewhere | elsewhere | working remotely',
      private: 'private | confidential',
    },
    events:
      'events | appointments | calendar events | calendar entries | calendar items | every event | any event | an event | each event | every appointment | any appointment | an appointment | calendar | invitations',
    meetings: 'event | appointment | meetings | meeting | invites | any meeting | a meeting | every meeting',
    category:
      'categorised as | categorized as | categorised | categorized | in category | in the category | with category | with the category | of category | of the category | tagged as | tagged | labelled | labeled | labelled as | labeled as | category',
    moreThan: 'with more than | more than | with over | over | of more than',
    people:
      'people | attendees | participants | persons | guests | invitees | others | colleagues | invited people',
    fillers:
      'during | in | when | whenever | while | for | before | on | is | are | i am | i m | am | i | me | my | the | all | any | says | say | shows | show | shown as | that | which | be | to | set me to | set me | make me | put me | please | always | with | it | it s | automatically',
    notInNames:
      'until | till | tomorrow | today | tonight | for | at | from | not | never | and | or | then | except | unless | but | monday | tuesday | wednesday | thursday | friday | saturday | sunday | week',
  },
  de: {
    list: 'kalender | mein kalender | kalenderregeln | meine kalenderregeln | zeig kalenderregeln | zeige kalenderregeln | zeig meine kalenderregeln | zeige meine kalenderregeln | zeig mir meine kalenderregeln | kalenderregeln anzeigen',
    off: 'kalender aus | kalender ausschalten | kalender abschalten | schalte den kalender aus | schalt den kalender aus | den kalender ausschalten | kalenderregeln aus | alle kalenderregeln entfernen | alle kalenderregeln löschen | entferne alle kalenderregeln | lösche alle kalenderregeln',
    whatIf:
      'was wäre wenn | was wäre, wenn | was passiert wenn | was passiert, wenn | was wäre bei | vorschau',
    remove:
      'entferne | entfernen | lösche | löschen | entferne die regel | lösche die regel | regel entfernen | nicht mehr',
    effects: {
      doNotDisturb: 'nicht stören | bitte nicht stören | dnd | nicht gestört werden | ungestört',
      busy: 'beschäftigt | busy',
      beRightBack: 'bin gleich zurück | gleich zurück',
      away: 'abwesend | als abwesend anzeigen',
      offline: 'offline | als offline anzeigen',
      available: 'verfügbar',
      ask: 'frag mich vorher | frage mich vorher | frag mich zuerst | frage mich zuerst | frag mich erst | vorher fragen | mich vorher fragen | frag vorher | frage vorher',
      nothing: 'ignoriere | ignorieren | ignorier | nichts ändern | nichts',
    },
    traits: {
      tentative: 'mit vorbehalt | vorläufige | vorläufigen | unter vorbehalt',
      unanswered: 'unbeantwortete | unbeantworteten | nicht beantwortete | nicht beantworteten',
      declined: 'abgelehnte | abgelehnten',
      cancelled: 'abgesagte | abgesagten',
      free: 'freie | freien | als frei angezeigte | als frei angezeigten',
      allDay: 'ganztägige | ganztägigen | ganztägig',
      busy: 'als gebucht angezeigte | als gebucht angezeigten | gebuchte | gebuchten',
      outOfOffice: 'außer haus | nicht im büro | out of office | außerhalb des büros',
      workingElsewhere: 'an einem anderen ort tätig | an anderem ort tätig | arbeite woanders',
      private: 'private | privaten | vertrauliche | vertraulichen',
    },
    events:
      'termine | terminen | kalendereinträge | kalendereinträgen | ereignisse | ereignissen | jedem termin | kalender | einladungen',
    meetings: 'termin | besprechungen | besprechung | meetings | ereignis',
    category: 'der kategorie | mit der kategorie | mit kategorie | in der kategorie | kategorie',
    moreThan: 'mit mehr als | mehr als | mit über',
    people: 'personen | teilnehmern | teilnehmer | leuten | leute | teilnehmenden | eingeladenen',
    fillers:
      'bei | während | in | wenn | vor | für | der | die | den | das | dem | mich | mir | auf | setz | setze | stell | stelle | bitte | meine | meinen | meiner | meinem | mein | ist | sind | sagt | steht | zeigt | im | ich | bin | alle | allen | immer | mit | laut',
    notInNames: 'bis | morgen | heute | nicht | nie | und | oder | außer | dann | um | von | ab | woche',
  },
  fr: {
    list: 'calendrier | mon calendrier | agenda | mon agenda | règles du calendrier | règles de calendrier | mes règles de calendrier | afficher les règles du calendrier | affiche les règles du calendrier | montre les règles du calendrier',
    off: 'calendrier désactivé | désactiver le calendrier | désactive le calendrier | désactivez le calendrier | désactiver calendrier | calendrier off | arrêter le calendrier | arrête le calendrier | supprimer toutes les règles du calendrier | supprime toutes les règles du calendrier',
    whatIf: 'simule | simuler | simulez | simulation | aperçu | prévisualiser | et si | que se passe t il si',
    remove:
      'supprimer | supprime | supprimez | retirer | retire | retirez | enlever | enlève | enlevez | supprimer la règle | supprime la règle | supprimez la règle',
    effects: {
      doNotDisturb: 'ne pas déranger | ne pas me déranger | npd | dnd',
      busy: 'occupé | occupée',
      beRightBack: 'de retour bientôt | je reviens',
      away: 'absent | absente | apparaître absent | apparaître absente',
      offline: 'hors ligne | apparaître hors ligne',
      available: 'disponible',
      ask: 'demande moi d abord | demandez moi d abord | demande moi avant | demandez moi avant | me demander d abord | me demander avant | demander d abord',
      nothing: 'ignorer | ignore | ignorez | ne rien changer | rien',
    },
    traits: {
      tentative: 'provisoire | provisoires | à titre provisoire',
      unanswered: 'sans réponse | sans réponse de ma part',
      declined: 'refusé | refusés | refusée | refusées | décliné | déclinés',
      cancelled: 'annulé | annulés | annulée | annulées',
      free: 'libre | libres | affichés comme libres',
      allDay: 'toute la journée | d une journée entière | journée entière | sur toute la journée',
      busy: 'affichés comme occupé | marqués occupé | marqués comme occupé',
      outOfOffice: 'absent du bureau | absente du bureau | hors du bureau',
      workingElsewhere: 'travaille ailleurs | en travail ailleurs',
      private: 'privé | privés | privée | privées | confidentiel | confidentiels',
    },
    events:
      'événements | évènements | rendez vous | rdv | calendrier | agenda | chaque événement | invitations',
    meetings: 'événement | évènement | réunions | réunion',
    category:
      'de catégorie | de la catégorie | dans la catégorie | avec la catégorie | catégorie | classés | classés dans',
    moreThan: 'de plus de | avec plus de | plus de | à plus de',
    people: 'personnes | participants | invités',
    fillers:
      'pendant | lors | durant | des | de | les | le | la | du | dans | quand | lorsque | avant | mes | mon | ma | en | moi | me | mets | mettez | mettre | est | sont | dit | indique | que | je suis | suis | je | s il te plaît | s il vous plaît | svp | tous | toutes | l | d | aux | au | toujours',
    notInNames: 'jusqu | demain | aujourd | pas | et | ou | sauf | puis | à | de | semaine',
  },
  es: {
    list: 'calendario | mi calendario | reglas del calendario | reglas de calendario | mis reglas del calendario | mis reglas de calendario | ver reglas del calendario | muestra las reglas del calendario | mostrar reglas del calendario',
    off: 'calendario desactivado | desactivar calendario | desactivar el calendario | desactiva el calendario | desactiva calendario | apagar el calendario | apaga el calendario | calendario apagado | quitar todas las reglas del calendario | elimina todas las reglas del calendario | eliminar todas las reglas del calendario',
    whatIf: 'simular | simula | simulación | qué pasaría si | qué pasa si | vista previa | previsualizar',
    remove:
      'quitar | quita | eliminar | elimina | borrar | borra | quita la regla | elimina la regla | borra la regla',
    effects: {
      doNotDisturb: 'no molestar | no me molesten | dnd',
      busy: 'ocupado | ocupada',
      beRightBack: 'vuelvo enseguida',
      away: 'ausente | aparecer como ausente',
      offline: 'sin conexión | desconectado | desconectada | aparecer sin conexión',
      available: 'disponible',
      ask: 'pregúntame antes | pregúntame primero | preguntar antes | preguntarme antes | pregunta antes',
      nothing: 'ignorar | ignora | ignore | no cambiar nada | nada',
    },
    traits: {
      tentative: 'provisional | provisionales | tentativo | tentativos',
      unanswered: 'sin responder | sin respuesta',
      declined: 'rechazado | rechazados | rechazada | rechazadas',
      cancelled: 'cancelado | cancelados | cancelada | canceladas',
      free: 'libre | libres | marcados como libre',
      allDay: 'todo el día | de todo el día | de día completo | día completo',
      busy: 'marcados como ocupado | marcadas como ocupado',
      outOfOffice: 'fuera de la oficina | fuera de oficina',
      workingElsewhere: 'trabajando en otro lugar | en otro lugar',
      private: 'privado | privados | privada | privadas | confidenciales',
    },
    events: 'eventos | citas | calendario | cada evento | invitaciones',
    meetings: 'evento | cita | reuniones | reunión',
    category:
      'de la categoría | de categoría | con la categoría | con categoría | en la categoría | categoría',
    moreThan: 'con más de | de más de | más de',
    people: 'personas | asistentes | participantes | invitados',
    fillers:
      'durante | en | los | las | el | la | cuando | de | del | mis | mi | antes | con | que | son | está | esté | dice | diga | pon | ponme | ponerme | por favor | todos | todas | estoy | para | al | siempre | estado',
    notInNames: 'hasta | mañana | hoy | no | y | o | salvo | excepto | luego | a | semana',
  },
  'pt-BR': {
    list: 'calendário | meu calendário | agenda | minha agenda | regras do calendário | regras da agenda | minhas regras do calendário | minhas regras da agenda | mostrar regras do calendário | mostre as regras do calendário',
    off: 'calendário desativado | desativar calendário | desativar o calendário | desative o calendário | desligar calendário | desligar o calendário | desligue o calendário | calendário desligado | remover todas as regras do calendário | remova todas as regras do calendário',
    whatIf: 'simular | simule | simula | simulação | o que aconteceria se | o que acontece se | prévia de',
    remove:
      'remover | remova | excluir | exclua | apagar | apague | remova a regra | exclua a regra | apague a regra',
    effects: {
      doNotDisturb: 'não incomodar | não incomode | não perturbe | não perturbar | dnd',
      busy: 'ocupado | ocupada',
      beRightBack: 'volto logo | volto já',
      away: 'ausente | aparecer como ausente',
      offline: 'offline | aparecer offline',
      available: 'disponível',
      ask: 'pergunte antes | me pergunte antes | pergunte me antes | pergunte primeiro | me pergunte primeiro | perguntar antes',
      nothing: 'ignorar | ignore | não mudar nada | nada',
    },
    traits: {
      tentative: 'provisório | provisórios | provisória | provisórias | tentativos',
      unanswered: 'sem resposta | não respondidos',
      declined: 'recusado | recusados | recusada | recusadas',
      cancelled: 'cancelado | cancelados | cancelada | canceladas',
      free: 'livre | livres | marcados como livre',
      allDay: 'dia inteiro | de dia inteiro | o dia inteiro | o dia todo | de dia todo',
      busy: 'marcados como ocupado | marcadas como ocupado',
      outOfOffice: 'fora do escritório',
      workingElsewhere: 'trabalhando em outro local | em outro local',
      private: 'privado | privados | particular | particulares | confidenciais',
    },
    events: 'eventos | compromissos | calendário | agenda | cada evento | convites',
    meetings: 'evento | compromisso | reuniões | reunião',
    category: 'da categoria | de categoria | com a categoria | na categoria | com categoria | categoria',
    moreThan: 'com mais de | de mais de | mais de',
    people: 'pessoas | participantes | convidados',
    fillers:
      'durante | em | nos | nas | no | na | os | as | o | a | quando | de | da | do | das | dos | meus | minhas | meu | minha | antes | com | que | estiver | está | diz | disser | diz que | me coloque | coloque | me deixe | deixe | por favor | todos | todas | estou | são | sempre',
    notInNames: 'até | amanhã | hoje | não | e | ou | exceto | depois | às | semana',
  },
  'zh-Hans': {
    list: '日历 | 我的日历 | 日历规则 | 我的日历规则 | 查看日历规则 | 显示日历规则 | 看看日历规则',
    off: '关闭日历 | 日历关闭 | 停用日历 | 关掉日历 | 关闭日历规则 | 删除所有日历规则 | 清除日历规则',
    whatIf: '假如 | 如果我说 | 假设 | 预览 | 试算 | 模拟 | 演练',
    remove: '删除 | 移除 | 去掉 | 删除规则',
    effects: {
      doNotDisturb: '请勿打扰 | 勿扰 | 免打扰 | 不要打扰我 | 别打扰我',
      busy: '忙碌',
      beRightBack: '马上回来',
      away: '离开 | 显示为离开',
      offline: '脱机 | 离线 | 显示为脱机',
      available: '有空',
      ask: '先问我 | 提前问我 | 事先问我 | 先询问我',
      nothing: '忽略 | 无视 | 不改变状态',
    },
    traits: {
      tentative: '暂定 | 待定',
      unanswered: '未答复 | 未回复 | 没回复',
      declined: '已拒绝 | 拒绝的',
      cancelled: '已取消 | 取消的',
      free: '显示为空闲 | 空闲的',
      allDay: '全天',
      busy: '显示为忙碌',
      outOfOffice: '外出 | 不在办公室',
      workingElsewhere: '在其他地方工作 | 在别处工作',
      private: '私人 | 私密 | 机密',
    },
    events: '日历活动 | 日历事件 | 活动 | 日程 | 事件 | 日历 | 邀请',
    meetings: '会议',
    category: '类别为 | 分类为 | 类别是 | 分类是 | 类别 | 分类',
    categoryEnds: '的',
    moreThan: '超过 | 多于',
    people: '人 | 个人 | 位 | 名',
    fillers:
      '在 | 期间 | 时 | 的 | 当 | 我 | 把 | 设为 | 设成 | 状态 | 我的 | 请 | 为 | 之前 | 前 | 有 | 时候 | 显示 | 说 | 是 | 就 | 都 | 里 | 参加 | 所有',
    notInNames: '明天 | 今天 | 直到 | 不',
  },
  ja: {
    list: 'カレンダー | カレンダールール | カレンダーのルール | カレンダーのルール一覧 | カレンダーのルールを見せて | カレンダーのルールを表示 | カレンダーのルールを表示して',
    off: 'カレンダーオフ | カレンダーをオフ | カレンダーをオフにして | カレンダーを無効にして | カレンダーを無効にする | カレンダーのルールをすべて削除 | カレンダーのルールをすべて削除して',
    whatIf: 'もし | もしも | プレビュー | シミュレーション | シミュレート | 仮に | 試しに',
    remove:
      '削除 | を削除 | を削除して | 削除して | ルールを削除 | のルールを削除 | のルールを削除して | をやめて',
    effects: {
      doNotDisturb: '応答不可 | 邪魔しないで',
      busy: '取り込み中',
      beRightBack: '一時退席中',
      away: '退席中 | 退席中表示',
      offline: 'オフライン | オフライン表示',
      available: '連絡可能',
      ask: '先に聞いて | 事前に聞いて | 先に確認して | 事前に確認して',
      nothing: '無視 | 無視して | 無視する | 何もしない | 何もしないで',
    },
    traits: {
      tentative: '仮承諾 | 仮の',
      unanswered: '未回答 | 未返信',
      declined: '辞退した | 辞退済み',
      cancelled: 'キャンセルされた | キャンセル済み | 中止された',
      free: '空き時間 | 空き時間と表示された',
      allDay: '終日',
      busy: '予定ありと表示された',
      outOfOffice: '外出中 | 不在',
      workingElsewhere: '他の場所で作業中',
      private: '非公開 | プライベート',
    },
    events: '予定 | イベント | カレンダー | 招待',
    meetings: '会議',
    category: 'カテゴリが | カテゴリーが | 分類が | カテゴリ | カテゴリー',
    categoryEnds: 'の',
    people: '人を超える | 人より多い | 名を超える | 人超の',
    fillers:
      'の | 間は | 間 | あいだは | は | に | を | が | する | にする | して | にして | ください | してください | 中は | 中 | 時は | とき | ときは | 前に | 前は | 参加者 | 出席者 | すべて | と | で',
    notInNames: '明日 | 今日 | まで | ない',
  },
};
