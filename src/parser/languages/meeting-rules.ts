/** Sentences that set a rule for meetings, in every language but English, whose table has its own. */

import type { MeetingMoment } from '../../presence/meeting.ts';

/** Patterns as in a phrase table; `{each}` and `{meeting}` stand for those rows. Spaces, marks and accents do not matter. */
export interface RuleWords {
  /** "when": each time, and not "if", which may be once. */
  readonly each: string;
  readonly meeting: string;
  /** The whole clause: "when I start a meeting". */
  readonly moments: Readonly<Record<MeetingMoment, string>>;
  /** "ask me first" */
  readonly ask: string;
  /** "do nothing" */
  readonly nothing: string;
  /** "always": says nothing in a rule. */
  readonly always: string;
}

/** By the code of the language. */
export const meetingRuleWords: Readonly<Record<string, RuleWords>> = {
  de: {
    each: 'wenn/immer_wenn/sobald/jedes_mal_wenn/jedesmal_wenn',
    meeting: 'besprechung/besprechungen/meeting/meetings/sitzung/teams_besprechung/teams_meeting/konferenz',
    moments: {
      start: `
        {each} ich eine/die/meine/ein/mein/das/ {meeting} starte/beginne/eröffne/leite | {each} ich mit einer/einem/der {meeting} anfange/beginne |
        beim/bei_dem start/starten/beginn einer/eines/meiner/meines/von {meeting}`,
      present: `
        {each} ich etwas/was/selbst/gerade/ präsentiere/vortrage/vorstelle/vorführe | {each} ich eine präsentation/demo halte/gebe/mache | {each} ich einen vortrag halte |
        {each} ich in/bei/während einer/einem/der/meiner/meinem/ {meeting} etwas/ präsentiere/vortrage | {each} ich meinen/den bildschirm teile/freigebe |
        {each} ich am präsentieren bin | {each} ich anfange zu präsentieren`,
      join: `
        {each} ich an/bei einer/einem/der/meiner/meinem/dem/ {meeting} teilnehme | {each} ich einer/einem/der/meiner/meinem/dem {meeting} beitrete/zuschalte |
        {each} ich in eine/einer/einem/ein/der/meiner/meine/ {meeting} gehe/bin/komme/sitze/einsteige/eintrete | {each} ich im meeting bin/sitze | {each} ich ins meeting gehe/komme |
        beim/bei_dem beitreten/beitritt zu/in einer/einem {meeting} | bei teilnahme an einer/einem {meeting}`,
    },
    ask: 'frag/frage/fragt/fragen_sie/fragst_du mich vorher/zuerst/erst/vorab/zuvor/ | frag/frage vorher/zuerst/erst/nach | mich vorher/zuerst/erst fragen | frag/frage mich vorher/ was du tun sollst/ | vorher/erst/zuerst fragen/nachfragen | nachfragen',
    nothing: `
      nichts | mach/mache/tu/tue/ändere/setz/setze nichts | nichts tun/machen/ändern/setzen/einstellen | meinen/den status nicht ändern/anfassen | ändere/änder meinen/den status nicht |
      lass meinen/den status in_ruhe/wie_er_ist/so/unverändert`,
    always: 'immer | automatisch | jedes mal | jedesmal | stets',
  },
  fr: {
    each: "quand/lorsque/dès_que/chaque_fois_que/à_chaque_fois_que/lorsqu'/toutes_les_fois_que",
    meeting: 'réunion/réunions/réunion_teams/meeting/visio/visioconférence',
    moments: {
      start: `
        {each} je démarre/lance/commence/débute/ouvre une/la/ma/mes/des/les/un {meeting} | {each} j' anime/organise/ouvre une/la/ma/mes/des/les/un {meeting} |
        {each} je dirige/tiens/préside une/la/ma/mes/des/les/un {meeting}`,
      present: `
        {each} je présente/fais_une_présentation/donne_une_présentation/fais_une_démo/partage_mon_écran | {each} je présente quelque_chose/un_écran/un_document/ |
        {each} je présente dans/en/pendant/lors_d'/à une/ {meeting} | {each} je suis en train de présenter | {each} j' expose`,
      join: `
        {each} je rejoins/intègre/participe_à/prends_part_à/suis_dans/me_joins_à/me_connecte_à/rentre_dans une/la/ma/mes/des/les/un {meeting} |
        {each} j' entre_dans/assiste_à/entre_en/arrive_en/arrive_dans une/la/ma/un/ {meeting} | {each} je suis en {meeting}`,
    },
    ask: "demande/demandez/pose/posez moi d'abord/avant/la_question/d'abord_la_question/ | demande/demandez d'abord/avant | me demander d'abord/avant/ | consulte/consultez moi d'abord/avant/ | demande/demandez moi avant de changer/changer_quoi_que_ce_soit",
    nothing:
      'rien | ne fais/faites/change/changez/touche/touchez/mets/mettez rien | ne rien faire/changer/toucher/mettre | ne change/changez/modifie/modifiez/touche/touchez pas/pas_à mon statut | laisse/laissez mon statut tranquille/comme_il_est/inchangé/tel_quel',
    always: 'toujours | automatiquement | systématiquement | chaque fois | à chaque fois',
  },
  es: {
    each: 'cuando/siempre_que/cada_vez_que/en_cuanto/todas_las_veces_que',
    meeting: 'reunión/reuniones/junta/juntas/reunión_de_teams/videoconferencia',
    moments: {
      start: `
        {each} yo/ inicie/inicio/empiece/empiezo/comience/comienzo/abra/abro una/la/mi/mis/las/ {meeting} |
        {each} yo/ organice/organizo/convoque/convoco/dirija/dirijo/modere/modero una/la/mi/mis/las/ {meeting} |
        al iniciar/empezar/comenzar/abrir una/la/mi/mis/ {meeting}`,
      present: `
        {each} yo/ presente/presento/exponga/expongo/esté_presentando/estoy_presentando algo/ | {each} yo/ presente/presento/exponga/expongo/esté_presentando en/durante una/la/mi/ {meeting} |
        {each} haga/hago/dé/doy una presentación/demo | {each} comparta/comparto mi/la pantalla | al presentar/exponer | al presentar en una {meeting}`,
      join: `
        {each} yo/ me una/uno/incorpore/incorporo/conecte/conecto a una/la/mi/mis/ {meeting} | {each} yo/ entre/entro en/a una/la/mi/mis/ {meeting} |
        {each} yo/ participe/participo/esté/estoy en una/la/mi/mis/ {meeting} | {each} yo/ asista/asisto a una/la/mi/mis/ {meeting} | al unirme/entrar/incorporarme a/en una/la/mi {meeting}`,
    },
    ask: 'pregúntame/pregunta/pregúnteme/pregunte/preguntame/preguntá/consúltame/consulta antes/primero/ | pregúntame/pregúnteme antes/primero/ qué poner/hacer | que me preguntes/pregunte antes/primero/ | preguntarme antes/primero/ | antes pregúntame | primero pregúntame',
    nothing:
      'nada | no hagas/haga/cambies/cambie/pongas/toques nada | no hacer/cambiar nada | no cambies/cambie/toques/modifiques mi estado | deja mi estado como_está/igual/en_paz | sin cambios',
    always: 'siempre | automáticamente | cada vez',
  },
  'pt-BR': {
    each: 'quando/sempre_que/toda_vez_que/assim_que/cada_vez_que/todas_as_vezes_que/logo_que',
    meeting: 'reunião/reuniões/reunião_do_teams/videoconferência/call',
    moments: {
      start: `
        {each} eu/ iniciar/inicio/começar/começo/abrir/abro uma/a/minha/minhas/as/ {meeting} | {each} eu/ organizar/organizo/conduzir/conduzo/criar/crio uma/a/minha/minhas/ {meeting} |
        ao iniciar/começar/abrir uma/a/minha/ {meeting}`,
      present: `
        {each} eu/ apresentar/apresento/estiver_apresentando/estou_apresentando algo/alguma_coisa/ | {each} eu/ apresentar/apresento/estiver_apresentando em/numa/na/durante uma/a/minha/ {meeting} |
        {each} eu/ fizer/faço/der/dou uma apresentação | {each} eu/ compartilhar/compartilho a/minha/ tela | ao apresentar | ao apresentar em uma {meeting}`,
      join: `
        {each} eu/ entrar/entro/ingressar/ingresso/estiver/estou em/numa/na/nas uma/minha/minhas/ {meeting} | {each} eu/ participar/participo de/da/numa/em uma/minha/minhas/ {meeting} |
        {each} eu/ me juntar/junto/conectar/conecto a uma/minha/ {meeting} | {each} eu/ aceder/acessar uma/a {meeting} | ao entrar/ingressar/participar em/numa/na/de uma/ {meeting}`,
    },
    ask: 'pergunte/pergunta/me_pergunte/me_pergunta/pergunte_me/pergunta_me antes/primeiro/ | pergunte/pergunta para/a mim antes/primeiro/ | pergunte/pergunta/me_pergunte antes/primeiro/ o que fazer | me perguntar antes/primeiro/ | me consulte antes/primeiro/ | antes me pergunte | primeiro me pergunte',
    nothing:
      'nada | não faça/faz/mude/altere/mexa nada | não fazer/mudar/alterar nada | não mude/altere/mexa/mexa_no o/no/ meu status | deixe/deixa meu status como_está/em_paz/assim | sem alterações',
    always: 'sempre | automaticamente | toda vez',
  },
  'zh-Hans': {
    each: '当我/每当我/每次我/我/只要我/每次/当/一旦我/每当',
    meeting: '会议/例会/Teams会议/视频会议/线上会议',
    moments: {
      start: `
        {each} 开始/发起/召开/主持/启动/举行/创建 一个/一场/ {meeting} 时/的时候/时候/后/之后/以后/的话 | {each} 开始/召集 开会 时/的时候/后`,
      present: `
        {each} 正在/在/ 演示/演讲/做演示/进行演示/共享屏幕/分享屏幕/展示/做报告/做展示 时/的时候/时候/期间 |
        {each} 在 {meeting} 中/上/里/ 演示/演讲/做演示/进行演示/展示/共享屏幕 时/的时候 | {each} 开始 演示/演讲/共享屏幕 时/的时候/后`,
      join: `
        {each} 加入/参加/进入/参与/出席 一个/一场/ {meeting} 时/的时候/时候/后/之后/以后/期间 | {each} 进/参/入 会 时/的时候/后 | {each} 在/正在/ 开会 时/的时候/期间 | {each} 在 {meeting} 中/里 时/的时候`,
    },
    ask: '先/ 问/问问/询问/问一下/问一问/问下/确认一下 我/ | 先 征求 我的/我 意见/同意 | 先/ 跟/和/向 我 确认/确认一下/说一声 | 先 确认 | 问 我 要不要/要不要设/怎么设/设什么',
    nothing:
      '什么/啥 都/也 不/别/不要 做/改/变/动/设 | 不/不要/别 做 任何 事/操作/更改/改动 | 不/不要/别 更改/改变/改/动/变更 我的/ 状态 | 保持 不变/原样/原状 | 不 变 | 不做任何事情',
    always: '总是 | 自动 | 一律 | 都 | 自动地 | 就',
  },
  ja: {
    each: '私が/自分が/わたしが/僕が/',
    meeting: '会議/ミーティング/打ち合わせ/Teams会議/ウェブ会議/オンライン会議/MTG',
    moments: {
      start: `
        {each} {meeting} を/ 開始/スタート/主催/開催 したら/するとき/するときは/したとき/したときは/する時/する時は/した時/した時は/すると/する場合/する場合は |
        {each} {meeting} を/ 始めたら/始めるとき/始めるときは/始めたとき/始めたときは/始める時/始める時は/始めた時は/始めると/開いたら/開くとき/開くときは/開く時は`,
      present: `
        {each} {meeting} で/中に/ 発表/プレゼン/プレゼンテーション/画面共有 を/ したら/するとき/するときは/しているとき/しているときは/する時/する時は/している時は/すると |
        {each} 発表/プレゼン/プレゼンテーション/画面共有/画面を共有 を/ したら/するとき/するときは/しているとき/しているときは/する時/する時は/している時は/すると/する場合は/し始めたら |
        {each} 発表/プレゼン/画面共有 を 始めたら/開始したら/始めるときは/始める時は`,
      join: `
        {each} {meeting} に/へ/ 参加/出席/入室 したら/するとき/するときは/したとき/したときは/する時/する時は/した時は/すると/する場合は/しているときは/している時は/している間は |
        {each} {meeting} に/へ 入ったら/入るとき/入るときは/入る時/入る時は/入ると/出るとき/出るときは/出る時は/出たら`,
    },
    ask: '先に/まず/事前に/最初に/前もって/ 私に/わたしに/僕に/ 確認/質問 して/してね/してください/して下さい/してほしい/する/をして/を | 先に/まず/事前に/最初に/前もって/ 私に/わたしに/僕に/ 聞いて/聞いてね/聞いてください/聞いて下さい/尋ねて/尋ねてください/訊いて/聞いてほしい',
    nothing:
      '何も しない/しないで/しないでください/変えない/変えないで/変えないでください/変更しない/変更しないで/変更しないでください/設定しない/設定しないで | ステータス は/を/ 変えない/変えないで/変えないでください/変更しない/変更しないで/変更しないでください/そのまま/そのままにして | そのまま/そのままに/そのままで/そのままにして/そのままにしておいて',
    always: '自動で | 自動的に | 常に | いつも | 必ず | 毎回',
  },
};
