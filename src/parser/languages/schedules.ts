/** The words of sentences about time ahead, beside those of the tables. Phrases as in `patterns.ts`. */

/** What is said of when, and of schedules that there are. */
export interface ScheduleWords {
  readonly days: Readonly<Record<DaysWord, string>>;
  /** "Mondays", Monday first: every one of them. */
  readonly eachWeekday: readonly [string, string, string, string, string, string, string];
  readonly marks: Readonly<Record<TimeMark, string>>;
  /** Before, between and behind weekdays of a list. */
  readonly listed: string;
  readonly quietHours: string;
  /** Before what is to be scheduled. */
  readonly plan?: string;
  readonly whole: Readonly<Record<'list' | 'remindOn' | 'remindOff' | 'holidays', string>>;
  readonly heads: Readonly<Record<ManageVerb, string>>;
  readonly weeks: Readonly<Record<WeekWord, string>>;
  /** What schedules are called, behind such a verb. */
  readonly rules: string;
  /** Say nothing there. */
  readonly small: string;
  /** That every one of them is meant. */
  readonly all: string;
  readonly then: string;
  /** Like `eachWeekday`, where only several of them are surely every one: "le mardi et le jeudi". */
  readonly listedWeekday?: readonly [string, string, string, string, string, string, string];
  /** First to fourth, of the month. */
  readonly ordinals: readonly [string, string, string, string];
  /** The first Monday and so on, where its letters are also a month: "第1月曜日". */
  readonly nthMonday?: readonly string[];
  /** "after", behind its time. */
  readonly afterBehind?: string;
  /** How what is offered is said. */
  readonly say: Readonly<Record<'everyDay' | 'everyWeekday' | 'allDay' | 'quietHours', string>>;
}

/** Which days a phrase names. */
export type DaysWord =
  | 'every'
  | 'everyOther'
  | 'everyWeek'
  | 'everyOtherWeek'
  | 'daily'
  | 'everyOtherDay'
  | 'weekdays'
  | 'weekends'
  | 'mornings'
  | 'afternoons'
  | 'evenings'
  | 'nights'
  | 'weekdayMornings'
  | 'weekdayAfternoons'
  | 'weekdayEvenings'
  | 'ofMonth'
  | 'everyMonth'
  | 'last'
  | 'lastDay';

/** Days that are said as a whole. */
export type WeekWord = 'thisWeek' | 'nextWeek' | 'weekend';

/** What a word says of the time behind it. */
export type TimeMark =
  | 'at'
  | 'from'
  | 'after'
  | 'until'
  | 'through'
  | 'between'
  | 'to'
  | 'and'
  | 'in'
  | 'allDay';

/** What is done to schedules. */
export type ManageVerb =
  | 'preview'
  | 'skip'
  | 'no'
  | 'not'
  | 'pause'
  | 'resume'
  | 'remove'
  | 'stop'
  | 'change';

const en: ScheduleWords = {
  days: {
    every: 'every/each | on every/each',
    everyOther: 'on/ every other/second/alternate | every 2nd | on alternate',
    everyWeek: 'every/each week | weekly | each and every week',
    everyOtherWeek:
      'every other/second/2nd week | every two weeks | biweekly | fortnightly | every fortnight | every 2 weeks',
    daily:
      'every/each day | daily | everyday | every single day | each and every day | all days | 7 days a week',
    everyOtherDay: 'every other/second/2nd day | every two days | every 2 days',
    weekdays: `
      every/each/all/ weekday/workday | on/during/the/ weekdays/workdays | every/each working/work/business day | every/each week day |
      on/all/ working/business/work days | on/all week days | all weekdays/workdays | on all weekdays`,
    weekends: 'on/ every/each weekend | on/at/during/the/ weekends | at/on the weekends | all weekends',
    mornings: 'every/each morning | in the mornings | mornings',
    afternoons: 'every/each afternoon | in the afternoons | afternoons',
    evenings: 'every/each evening | in the evenings | evenings',
    nights: 'every/each night | nightly | at nights | nights',
    weekdayMornings: 'every/each/on/ weekday morning/mornings',
    weekdayAfternoons: 'every/each/on/ weekday afternoon/afternoons',
    weekdayEvenings: 'every/each/on/ weekday evening/evenings | on/ weeknights | every/each weeknight',
    ofMonth: 'of/in every/each/the/a month | of months | monthly | each/every month',
    everyMonth: 'every/each month | monthly',
    last: 'last',
    lastDay: 'on/ the/ last day',
  },
  eachWeekday: [
    'on/ mondays',
    'on/ tuesdays',
    'on/ wednesdays',
    'on/ thursdays',
    'on/ fridays',
    'on/ saturdays',
    'on/ sundays',
  ],
  marks: {
    at: 'at | on | all | starting at | beginning at | at exactly',
    from: 'from | starting | starting from | starting on | beginning | beginning on | as of | as from | from the | starting at',
    after: 'after | from after',
    until: 'until | till | til | up to | up until | ending | ending on | ending at | lasting until',
    through: 'through | thru | until and including | up to and including',
    between: 'between',
    to: 'to | until | till | til | through | thru | up to',
    and: 'and',
    in: 'in | starting in | beginning in',
    allDay:
      'all day | all day long | the whole day | the entire day | for the whole day | for the day | whole day | all of the day',
  },
  listed: 'on | on the | and | the | also',
  quietHours: 'quiet hours | quiet time | quiet hour',
  plan: 'schedule | schedule me | schedule me as | plan | repeat',
  whole: {
    list: `
      schedules | schedule | rules | my/the/all/our/ my/ schedules/schedule | my rules | quiet hours | my quiet hours | scheduled |
      show/list/see/view/open/display/get me/ my/the/all/ my/the/ schedules/schedule/rules |
      show/list/see/view me/ my/the/ quiet hours | what/which schedules/rules do i have | what/which are my schedules/rules/quiet_hours |
      what are my schedules | whats/what_is my schedule | what/when are my quiet hours | list rules |
      what/which schedules are there/set/on | show/list/see me/ all/ my/ scheduled statuses/changes | my scheduled statuses | what/whats is/ scheduled | whats scheduled | what do i have scheduled |
      manage/edit my/ schedules/schedule`,
    remindOn: `
      remind/warn/tell/notify/ping/alert me before it/this/that/they/my_status/a_status ends/end/expires/runs_out |
      remind/warn/tell/notify/ping/alert me before the end | remind me before my status ends | end reminders on | turn/switch on end reminders | turn/switch end reminders on |
      remind/warn/tell/notify/ping/alert me five/5/a_few minutes/min/mins before it/this/that/they/my_status/a_status ends/end/expires/runs_out |
      remind/warn/tell me when it is about to end | give me a reminder before it ends`,
    remindOff: `
      dont/do_not/never/stop remind/reminding/warn/warning/tell/telling/notify/notifying/ping/pinging/alert/alerting me before it/this/that/they/my_status/a_status ends/end/expires/runs_out |
      dont/do_not/stop remind/reminding/warn/warning me before the end | end reminders off | turn/switch off end reminders | turn/switch end reminders off |
      no reminders/reminder before it/my_status ends | no more reminders/reminder before it/my_status ends | no reminders/reminder before the end |
      dont/do_not/stop remind/reminding me any_more/anymore/ | no reminders | no more reminders | reminders off |
      stop/disable/turn_off/switch_off the/my/these/ reminders | turn/switch the/my/ reminders off |
      stop/disable/turn_off/switch_off the/my/these/ reminders before it/my_status ends`,
    holidays: `
      skip/exclude/ignore/omit/observe public/bank/national/federal/ holidays | skip/exclude/ignore schedules/rules on public/bank/national/ holidays |
      not on public/bank/national/ holidays | no schedules/rules on public/bank/national/ holidays | except on/ public/bank/national/ holidays`,
  },
  heads: {
    preview: `
      what_is/whats scheduled/planned/coming_up/on for/on/in/ | what/which schedules/rules do_i_have/are_there/are_on for/on/ | what do i have scheduled/planned/coming_up/on for/on/ |
      show/list me/ whats/what_is scheduled for/on/ | show/preview/list/see me/ | show/list/preview/see me/ my/the/ schedule/schedules/week for/on/ | my/the/ schedule/schedules for/on/ |
      whats/what_is my schedule for/on/ | whats/what_is on my schedule | what schedules run | what have i got/ scheduled/planned/on/coming_up for/on/`,
    skip: 'skip | leave out | omit | pass over',
    no: 'no',
    not: 'not | not on',
    pause: 'pause | suspend | snooze | skip',
    resume:
      'resume | unpause | continue | restart | reactivate | unsuspend | turn on | turn back on | switch on | enable | back on',
    remove: 'delete | remove | cancel | drop | get rid of | erase | scrap | clear | reset',
    stop: 'turn off | switch off | off | end | stop | disable | deactivate | no more | no longer',
    change: 'move | change | shift | reschedule | adjust',
  },
  weeks: {
    thisWeek: 'this week | the rest of this/the week',
    nextWeek: 'next week | all next week | all of next week | the whole of next week | the whole next week',
    weekend:
      'this weekend | all/over/during/at/on/for the/this/ weekend | all weekend long | the whole/entire weekend',
  },
  rules: 'schedule | schedules | rule | rules | scheduled | schedule rule | schedule rules | recurring | one',
  small: 'my | the | of | for | on | a | please | it | this | that | just | s | turn | switch | now | again',
  all: 'all | all of | both | every one of | everything',
  then: 'then | and then | after that | and after that | followed by | afterwards | and afterwards | after which | thereafter',
  ordinals: ['first | 1st', 'second | 2nd', 'third | 3rd', 'fourth | 4th'],
  say: { everyDay: 'every day', everyWeekday: 'every weekday', allDay: 'all day', quietHours: 'quiet hours' },
};

const de: ScheduleWords = {
  days: {
    every: 'immer/ jeden/jede/jedes/jedem | immer/ an jedem | immer',
    everyOther: 'jeden/jede/jedes/jedem zweiten/zweite/zweites',
    everyWeek: 'jede_woche/wöchentlich',
    everyOtherWeek: 'alle zwei/2 wochen | jede zweite woche | zweiwöchentlich',
    daily: 'täglich | jeden tag | alle tage | an jedem tag',
    everyOtherDay: 'jeden zweiten tag | alle zwei/2 tage',
    weekdays:
      'werktags | wochentags | unter der woche | an allen/ werktagen/wochentagen/arbeitstagen | an/ jedem/jeden werktag/wochentag/arbeitstag',
    weekends: 'an/ jedem/jedes wochenende | an allen/den/ wochenenden | wochenends',
    mornings: 'jeden morgen/vormittag | morgens | vormittags',
    afternoons: 'jeden nachmittag | nachmittags',
    evenings: 'jeden abend | abends',
    nights: 'jede nacht | nachts',
    weekdayMornings: 'werktags morgens/vormittags',
    weekdayAfternoons: 'werktags nachmittags',
    weekdayEvenings: 'werktags abends',
    ofMonth: 'im/des/jeden/jedes/in_jedem monat/monats',
    everyMonth: 'jeden monat | monatlich',
    last: 'letzten/letzte/letzter',
    lastDay: 'am/ letzten/letzter tag',
  },
  eachWeekday: [
    'montags',
    'dienstags',
    'mittwochs',
    'donnerstags',
    'freitags',
    'samstags/sonnabends',
    'sonntags',
  ],
  marks: {
    at: 'um | am | ab',
    from: 'von | vom | ab | ab dem',
    after: 'nach',
    until: 'bis',
    through: 'bis einschließlich',
    between: 'zwischen',
    to: 'bis | bis zum | bis um',
    and: 'und',
    in: 'in',
    allDay: 'ganztägig | ganztags | den/ ganzen tag | den ganzen tag über/lang',
  },
  listed: 'und | am | jeden | sowie',
  quietHours:
    'ruhezeit | ruhezeiten | ruhestunden | stille/ruhige stunden/zeiten/zeit | stillen/ruhigen stunden/zeiten',
  whole: {
    list: `
      zeitpläne | zeitplan | meine/alle/die zeitpläne/zeitplan/pläne/planungen/ruhezeiten | geplante status/statusänderungen | ruhezeiten |
      zeig/zeige mir/ meine/alle/die zeitpläne/zeitplan/pläne/ruhezeiten | meine/alle/ zeitpläne/ruhezeiten anzeigen/zeigen | was ist geplant`,
    remindOn:
      'erinnere/erinner mich bevor er/es/der_status/mein_status endet/abläuft | erinnere/erinner mich vor dem ende/ablauf | vor_dem ende erinnern',
    remindOff:
      'erinnere/erinner mich nicht bevor er/es/der_status/mein_status endet/abläuft | erinnere/erinner mich nicht/nicht_mehr vor dem ende/ablauf | erinnere/erinner mich nicht mehr/',
    holidays: 'feiertage auslassen/überspringen/ausnehmen | nicht an feiertagen | außer an/ feiertagen',
  },
  heads: {
    preview: 'was ist/steht für/ | zeig/zeige mir/ | was habe ich für/',
    skip: 'überspringe/überspring | lass/lasse aus | überspringen | auslassen | ausfallen lassen',
    no: 'keine/kein/keinen',
    not: 'nicht/nicht_am',
    pause: 'pausiere/pausier/unterbrich | pausieren | aussetzen | setz/setze aus | unterbrechen',
    resume: 'fortsetzen | wieder aufnehmen/aktivieren/einschalten | setz/setze fort | reaktiviere',
    remove: 'lösche/lösch/entferne/streiche | löschen | entfernen | streichen',
    stop: 'beende/stoppe/deaktiviere | ausschalten | abschalten | deaktivieren | beenden | aus | ab',
    change: 'verschiebe/verschieb/ändere/änder/verlege | verschieben | ändern | verlegen',
  },
  weeks: {
    thisWeek: 'diese/dieser woche',
    nextWeek: 'in/ der/ ganze/ nächste/nächster/nächsten/kommende/kommender/kommenden woche',
    weekend: 'am/dieses/diesem/übers wochenende | das ganze wochenende | am kommenden wochenende',
  },
  rules: 'zeitplan/zeitpläne/zeitplänen/plan/pläne/regel/regeln/planung/planungen | geplant',
  small:
    'mein/meine/meinen/meiner/meinem/die/der/das/den/dem/für/am/an/auf/von/aus/fort/bitte/mir/eine/einen/schalte/schalt/mach | auf die',
  all: 'alle/allen/sämtliche/beide',
  then: 'danach/dann/anschließend | und danach/dann/anschließend | hinterher',
  ordinals: [
    'ersten/erster/erste',
    'zweiten/zweiter/zweite',
    'dritten/dritter/dritte',
    'vierten/vierter/vierte',
  ],
  say: { everyDay: 'täglich', everyWeekday: 'werktags', allDay: 'ganztägig', quietHours: 'Ruhezeiten' },
};

const fr: ScheduleWords = {
  days: {
    every: 'chaque | tous les | toutes les',
    everyOther: 'un sur deux',
    everyWeek: 'chaque semaine | toutes les semaines',
    everyOtherWeek: 'une semaine sur deux | toutes les deux/2 semaines',
    daily: 'tous les jours | chaque jour | quotidiennement',
    everyOtherDay: 'un jour sur deux | tous les deux/2 jours',
    weekdays: `
      en semaine | les/tous_les/chaque jours/jour ouvrés/ouvrables/ouvré/ouvrable/de_la_semaine/de_semaine/travaillés | du lundi au vendredi | de lundi à vendredi |
      tous les jours du lundi au vendredi`,
    weekends: 'les/tous_les/chaque week-ends/weekends/week-end/weekend/fins_de_semaine',
    mornings: 'tous les matins | chaque matin | les matins',
    afternoons: 'tous les après-midis/après-midi | chaque après-midi | les après-midis',
    evenings: 'tous les soirs | chaque soir | les soirs',
    nights: 'toutes les nuits | chaque nuit | les nuits',
    weekdayMornings: 'les matins en semaine | tous les matins en semaine',
    weekdayAfternoons: 'les après-midis en semaine',
    weekdayEvenings: 'les soirs en semaine',
    ofMonth: 'du/de_chaque/de_tous_les mois',
    everyMonth: 'chaque/tous_les mois',
    last: 'le/ dernier',
    lastDay: 'le/ dernier jour',
  },
  eachWeekday: [
    'les/ lundis',
    'les/ mardis',
    'les/ mercredis',
    'les/ jeudis',
    'les/ vendredis',
    'les/ samedis',
    'les/ dimanches',
  ],
  listedWeekday: [
    'et/ le/ lundi',
    'et/ le/ mardi',
    'et/ le/ mercredi',
    'et/ le/ jeudi',
    'et/ le/ vendredi',
    'et/ le/ samedi',
    'et/ le/ dimanche',
  ],
  marks: {
    at: 'à | le | dès',
    from: 'de | du | dès | à partir de/du/d | depuis',
    after: 'après',
    until: 'jusqu à/au',
    through: 'jusqu à/au inclus',
    between: 'entre',
    to: 'à | au | jusqu_à/jusqu_au',
    and: 'et',
    in: 'dans',
    allDay: 'toute la journée | la journée entière | journée entière | toute journée',
  },
  listed: 'et | et le/les | le | les',
  quietHours:
    'd/ heures/heure calmes/calme/silencieuses/tranquilles | heures de silence/tranquillité | plage/plages de/ silence/calme/calmes',
  whole: {
    list: `
      planning/plannings/programmations/planifications | mes/tous_mes/les/mon planning/plannings/horaires/programmations/planifications/règles/heures_calmes | heures calmes |
      affiche/affiche-moi/montre/montre-moi/voir/liste mes/les/mon/ planning/plannings/programmations/planifications/heures_calmes | qu est ce qui est prévu/programmé/planifié`,
    remindOn:
      'rappelle-moi/préviens-moi/avertis-moi avant la fin | rappelle-moi/préviens-moi/avertis-moi avant que ça/cela/mon_statut se termine/expire',
    remindOff:
      'ne me rappelle/préviens/avertis pas/plus avant la fin | ne me rappelle/préviens/avertis pas/plus',
    holidays:
      'sauf/ignore/saute/exclure/pas les/ jours fériés | sauter les jours fériés | ignorer les jours fériés',
  },
  heads: {
    preview:
      'qu est ce qui est prévu/programmé/planifié pour/ | affiche/montre moi/ | qu est ce que j ai de/ prévu pour/ | qu ai-je de/ prévu/programmé pour/ | qu y a-t-il de prévu',
    skip: 'saute/passe/ignore/sauter/passer/ignorer',
    no: 'pas de/d | pas | aucune/aucun',
    not: 'pas',
    pause: 'suspends/suspendre/suspend/interromps/interrompre | mets/mettre en pause | pause',
    resume: 'reprends/reprendre/réactive/réactiver',
    remove: 'supprime/supprimer/efface/effacer/enlève/enlever/retire/retirer/annule/annuler',
    stop: 'arrête/arrêter/désactive/désactiver',
    change: 'déplace/déplacer/change/changer/modifie/modifier/décale/décaler',
  },
  weeks: {
    thisWeek: 'cette semaine',
    nextWeek: 'toute/ la/ semaine prochaine',
    weekend: 'ce week-end/weekend | tout le/ce week-end/weekend',
  },
  rules:
    'planning/plannings/programmation/programmations/planification/planifications/règle/règles/horaire/horaires',
  small:
    'mon/mes/ma/le/la/les/l/de/du/des/d/pour/en/pause/moi/s_il_te_plaît/s_il_vous_plaît/un/une/mes_propres',
  all: 'tous/toutes/tout/tous_les/toutes_les/tous_mes/toutes_mes',
  then: 'puis/ensuite | et puis/ensuite | et après | après cela/ça/quoi',
  ordinals: ['le/ premier/1er', 'le/ deuxième/second', 'le/ troisième', 'le/ quatrième'],
  say: {
    everyDay: 'tous les jours',
    everyWeekday: 'en semaine',
    allDay: 'toute la journée',
    quietHours: 'heures calmes',
  },
};

const es: ScheduleWords = {
  days: {
    every: 'cada | todos los | todas las',
    everyOther: 'cada dos/2 | un sí y otro no | cada segundo',
    everyWeek: 'cada semana | todas las semanas',
    everyOtherWeek: 'cada dos/2 semanas | una semana sí y otra no',
    daily: 'todos los días | cada día | a diario | diariamente',
    everyOtherDay: 'cada dos/2 días | un día sí y otro no',
    weekdays: `
      entre semana | cada/todos_los/los/en/en_los/ día/días laborable/laborables/hábil/hábiles/de_trabajo/de_semana | de lunes a viernes |
      todos los días de lunes a viernes | días laborables`,
    weekends: 'los/todos_los/cada/ fines/fin de semana',
    mornings: 'todas las mañanas | cada mañana | por las mañanas | en las mañanas',
    afternoons: 'todas las tardes | cada tarde | por las tardes | en las tardes',
    evenings: 'todas las noches | cada noche | por las noches | en las noches',
    nights: 'todas las madrugadas',
    weekdayMornings: 'entre semana por las mañanas | todas las mañanas entre semana',
    weekdayAfternoons: 'entre semana por las tardes',
    weekdayEvenings: 'entre semana por las noches',
    ofMonth: 'del/de_cada/de_todos_los mes/meses',
    everyMonth: 'cada mes | todos los meses',
    last: 'el/ último',
    lastDay: 'el/ último día',
  },
  eachWeekday: [
    'y/ los lunes',
    'y/ los martes',
    'y/ los miércoles',
    'y/ los jueves',
    'y/ los viernes',
    'y/ los/ sábados',
    'y/ los/ domingos',
  ],
  listedWeekday: [
    'y/ el/ lunes',
    'y/ el/ martes',
    'y/ el/ miércoles',
    'y/ el/ jueves',
    'y/ el/ viernes',
    'y/ el/ sábado',
    'y/ el/ domingo',
  ],
  marks: {
    at: 'a las/la | el',
    from: 'de | del | desde | desde el/las/la | a partir de/del | a partir de las/la',
    after: 'después de | después de las/la | tras las/la',
    until: 'hasta | hasta el/las/la',
    through: 'hasta el inclusive',
    between: 'entre | entre las/la | entre el',
    to: 'a | al | hasta | hasta el/las/la | a las/la',
    and: 'y | y las/la | y el',
    in: 'en',
    allDay: 'todo el día | el día entero | día completo | todo día',
  },
  listed: 'y | y los/el | los | el',
  quietHours:
    'horas/horario/horarios silenciosas/tranquilas/silencioso/tranquilo | horas/horario/tiempo/período de silencio/tranquilidad/descanso',
  whole: {
    list: `
      horarios/programaciones/planificaciones | mis/todos_mis/los/mi horarios/horario/programaciones/programación/planificaciones/reglas/horas_de_silencio | horas de silencio |
      muestra/muéstrame/ver/lista/enséñame mis/los/mi/ horarios/programaciones/planificaciones/horas_de_silencio | qué está programado/planificado | qué tengo programado/planificado`,
    remindOn:
      'avísame/recuérdame/avisame/recuerdame antes de que termine/acabe/caduque/expire | avísame/recuérdame antes del final',
    remindOff:
      'no me avises/recuerdes antes de que termine/acabe/caduque/expire | no me avises/recuerdes antes del final | no me avises/recuerdes más/',
    holidays:
      'omite/omitir/salta/excluye/excepto/menos los/ días/ festivos/feriados | no en festivos/feriados',
  },
  heads: {
    preview:
      'qué está programado/planificado/previsto para/para_la/para_el/ | qué hay programado/planificado/previsto para/para_la/para_el/ | qué tengo programado/planificado/previsto para/para_la/para_el/ | muestra/muéstrame/enséñame',
    skip: 'omite/omitir/salta/saltar/sáltate/saltarse',
    no: 'sin/nada_de',
    not: 'no/no_el',
    pause: 'pausa/pausar/suspende/suspender/detén/detener',
    resume: 'reanuda/reanudar/reactiva/reactivar',
    remove: 'elimina/eliminar/borra/borrar/quita/quitar/suprime/cancela/cancelar',
    stop: 'desactiva/desactivar/termina/para/parar',
    change: 'mueve/mover/cambia/cambiar/modifica/modificar/pasa',
  },
  weeks: {
    thisWeek: 'esta semana',
    nextWeek: 'toda/ la/ próxima semana | toda/ la/ semana próxima | toda/ la/ semana que viene',
    weekend: 'este fin de semana | todo el/este fin de semana | el fin de semana',
  },
  rules: 'horario/horarios/programación/programaciones/planificación/planificaciones/regla/reglas',
  small: 'mi/mis/el/la/los/las/lo/de/del/para/por_favor/un/una/me',
  all: 'todos/todas/todo/ambos/ambas',
  then: 'luego/después/entonces | y luego/después/entonces | después de eso | a continuación',
  ordinals: ['el/ primer/primero', 'el/ segundo', 'el/ tercer/tercero', 'el/ cuarto'],
  say: {
    everyDay: 'todos los días',
    everyWeekday: 'entre semana',
    allDay: 'todo el día',
    quietHours: 'horas de silencio',
  },
};

const pt: ScheduleWords = {
  days: {
    every: 'cada | todo | toda | todos os | todas as',
    everyOther: 'a cada dois/duas/2 | dia sim dia não',
    everyWeek: 'toda semana | todas as semanas | cada semana',
    everyOtherWeek: 'semana sim semana não | a cada duas/2 semanas',
    daily: 'todo dia | todos os dias | diariamente | cada dia',
    everyOtherDay: 'dia sim dia não | a cada dois/2 dias',
    weekdays: `
      durante a semana | todo/cada dia útil/de_semana | todos_os/nos/em/os/ dias úteis/de_semana | de segunda a sexta | todos os dias de segunda a sexta`,
    weekends: 'todo/todos_os/nos/aos/cada fim/fins/finais/final de semana',
    mornings: 'toda manhã | todas as manhãs | de manhã todos os dias',
    afternoons: 'toda tarde | todas as tardes',
    evenings: 'toda noite | todas as noites',
    nights: 'toda madrugada | todas as madrugadas',
    weekdayMornings: 'toda manhã de dia útil',
    weekdayAfternoons: 'toda tarde de dia útil',
    weekdayEvenings: 'toda noite de dia útil',
    ofMonth: 'do/de_cada/de_todo/de_todos_os mês/meses',
    everyMonth: 'todo mês | todos os meses | cada mês',
    last: 'a/o/na/no/ última/último',
    lastDay: 'o/no/ último dia',
  },
  eachWeekday: [
    'e/ às/as/toda/todas_as/ segundas | e/ toda segunda | toda segunda feira | às/as segundas feiras',
    'e/ às/as/toda/todas_as/ terças | e/ toda terça | toda terça feira | às/as terças feiras',
    'e/ às/as/toda/todas_as/ quartas | e/ toda quarta | toda quarta feira | às/as quartas feiras',
    'e/ às/as/toda/todas_as/ quintas | e/ toda quinta | toda quinta feira | às/as quintas feiras',
    'e/ às/as/toda/todas_as/ sextas | e/ toda sexta | toda sexta feira | às/as sextas feiras',
    'e/ aos/os/todos_os/ sábados | e/ todo sábado',
    'e/ aos/os/todos_os/ domingos | e/ todo domingo',
  ],
  marks: {
    at: 'às/as/à | na/no/em',
    from: 'de | da | das | do | desde | a partir de/das/da | entre',
    after: 'depois de/das/da | após as/a/',
    until: 'até | até as/às/a/o',
    through: 'até inclusive',
    between: 'entre | entre as/a/os',
    to: 'a | às | à | ao | até | até as/às/a/o',
    and: 'e | e as/a/às',
    in: 'em | daqui a',
    allDay: 'o dia todo/inteiro | dia todo/inteiro | todo o dia',
  },
  listed: 'e | às | as | na | no | e às/as/toda/todas/na/no',
  quietHours:
    'horário/horários/horas/hora/período de silêncio/descanso/sossego | horário/horários/horas silencioso/silenciosos/silenciosas/tranquilo/tranquilas',
  whole: {
    list: `
      agendamentos/programações/agendas | meus/todos_os_meus/os/minhas/minha/meu agendamentos/agendamento/programações/programação/regras/horários/horário_de_silêncio | horário de silêncio |
      mostre/mostra/ver/listar/veja/liste me/ meus/os/ agendamentos/programações | o que está agendado/programado | o que tenho agendado/programado`,
    remindOn:
      'me/ avise/lembre/avisa/lembra me/ antes de terminar/acabar/expirar | me/ avise/lembre/avisa/lembra me/ antes do fim/final',
    remindOff:
      'não me avise/lembre/avisa/lembra antes de terminar/acabar/expirar | não me avise/lembre/avisa/lembra antes do fim/final | não me avise/lembre/avisa/lembra mais/',
    holidays: 'pular/pule/exceto/menos/ignorar/ignore os/ nos/ feriados | não nos feriados',
  },
  heads: {
    preview:
      'o que está agendado/programado/planejado para/para_a/para_o/ | o que tenho agendado/programado para/para_a/para_o/ | o que há agendado/programado para/para_a/para_o/ | mostre/mostra/me_mostre/me_mostra',
    skip: 'pule/pular/pula',
    no: 'sem/nada_de',
    not: 'não/não_na/não_no',
    pause: 'pause/pausar/pausa/suspenda/suspender/suspende',
    resume: 'retome/retomar/reative/reativar/retoma',
    remove:
      'remova/remover/remove/exclua/excluir/apague/apagar/apaga/delete/deletar/exclui/cancele/cancelar/cancela',
    stop: 'desative/desativar/pare/parar/desligue/desligar',
    change: 'mude/mudar/muda/altere/alterar/mova/mover/passe',
  },
  weeks: {
    thisWeek: 'esta/essa/nesta/nessa semana',
    nextWeek: 'a/na/ próxima semana | a/na/ semana que vem | semana que vem',
    weekend:
      'este/neste/esse/nesse fim/final de semana | o fim/final de semana todo/inteiro | no fim/final de semana',
  },
  rules: 'agendamento/agendamentos/programação/programações/regra/regras/agenda',
  small: 'meu/meus/minha/minhas/o/a/os/as/de/do/da/para/por_favor/um/uma/me',
  all: 'todos/todas/tudo/ambos/ambas',
  then: 'depois/então | e depois/então | em seguida | e em seguida | depois disso | e aí | logo depois',
  ordinals: [
    'na/a/no/o/ primeira/primeiro',
    'na/a/no/o/ segunda/segundo',
    'na/a/no/o/ terceira/terceiro',
    'na/a/no/o/ quarta/quarto',
  ],
  say: {
    everyDay: 'todos os dias',
    everyWeekday: 'nos dias úteis',
    allDay: 'o dia todo',
    quietHours: 'horário de silêncio',
  },
};

const zh: ScheduleWords = {
  days: {
    every: '每/每个/每逢/逢',
    everyOther: '每隔一个/隔',
    everyWeek: '每周/每星期/每个星期/每礼拜',
    everyOtherWeek: '隔周/每两周/每隔一周/每2周',
    daily: '每天/每日/天天/每一天',
    everyOtherDay: '隔天/每两天/每隔一天/每2天',
    weekdays:
      '每个工作日/工作日/每个/工作日每天/每周工作日/平日/每周一到周五/周一到周五/周一至周五/每周一至周五/星期一到星期五/每工作日',
    weekends: '每个周末/每周末/每逢周末/周末都/每个双休日',
    mornings: '每天早上/每早/每天上午/每天早晨',
    afternoons: '每天下午',
    evenings: '每天晚上/每晚/每天傍晚',
    nights: '每天夜里/每天深夜/每夜',
    weekdayMornings: '工作日早上/工作日上午/每个工作日上午/每个工作日早上',
    weekdayAfternoons: '工作日下午/每个工作日下午',
    weekdayEvenings: '工作日晚上/每个工作日晚上',
    ofMonth: '每月的/每个月的',
    everyMonth: '每月/每个月/每月的/每个月的',
    last: '最后一个',
    lastDay: '最后一天',
  },
  eachWeekday: [
    '每/每个/逢/每逢 周/星期/礼拜 一',
    '每/每个/逢/每逢 周/星期/礼拜 二',
    '每/每个/逢/每逢 周/星期/礼拜 三',
    '每/每个/逢/每逢 周/星期/礼拜 四',
    '每/每个/逢/每逢 周/星期/礼拜 五',
    '每/每个/逢/每逢 周/星期/礼拜 六',
    '每/每个/逢/每逢 周/星期/礼拜 日/天',
  ],
  marks: {
    at: '在/于',
    from: '从/自',
    after: '过了',
    until: '到/至/直到',
    through: '到',
    between: '在',
    to: '到/至',
    and: '和',
    in: '过',
    allDay: '全天/一整天/整天/一天',
  },
  listed: '和/与/及/跟/还有/的',
  quietHours: '免打扰时段/免打扰时间/勿扰时段/勿扰时间/静音时段/安静时段/安静时间/请勿打扰时段',
  whole: {
    list: `
      日程安排/我的日程/我的日程安排/我的计划/我的定时/我的定时计划/我的定时状态/计划列表/定时计划/日程/查看日程/查看计划/查看我的计划/查看我的日程/查看日程安排/查看我的日程安排/看看我的日程安排/显示我的日程安排/查看所有日程安排/显示我的计划/显示我的日程/我的规则/免打扰时段/有什么计划/有哪些计划`,
    remindOn: '结束前提醒我/到期前提醒我/快结束时提醒我/状态结束前提醒我',
    remindOff:
      '结束前不要提醒我/结束前别提醒我/到期前不要提醒我/不要在结束前提醒我/别在结束前提醒我/不要提醒我/别提醒我/不用提醒我',
    holidays: '跳过节假日/跳过法定节假日/节假日除外/跳过公共假日/不包括节假日',
  },
  heads: {
    preview:
      '查看/显示/看看/看一下/有什么安排/有什么计划/有什么日程/有哪些安排/有哪些计划/的安排/的计划/的日程/的日程安排/日程安排',
    skip: '跳过/略过',
    no: '不要/取消',
    not: '不包括/除了',
    pause: '暂停/中止/停用',
    resume: '恢复/继续/重新启用',
    remove: '删除/移除/删掉/去掉/取消',
    stop: '关闭/停止/关掉',
    change: '把/将/改/修改/调整',
  },
  weeks: {
    thisWeek: '本周/这周/这个星期/这星期/本星期/这一周',
    nextWeek: '下周/下星期/下个星期/下礼拜/下个礼拜',
    weekend: '这个周末/这周末/本周末/整个周末/周末',
  },
  rules: '计划/日程/日程安排/规则/定时/定时计划/安排',
  small: '我的/我/的/一下/请/把/将/改到/改成/改为/调到',
  all: '所有/全部/所有的/全部的/一切/都',
  then: '然后/之后/接着/随后/再/然后再/之后再/接着再',
  ordinals: ['第一个', '第二个', '第三个', '第四个'],
  afterBehind: '以后/之后/后/起/开始',
  say: { everyDay: '每天', everyWeekday: '每个工作日', allDay: '全天', quietHours: '免打扰时段' },
};

const ja: ScheduleWords = {
  days: {
    every: '毎/毎週/毎週の/各',
    everyOther: '隔週/隔週の',
    everyWeek: '毎週/毎週の',
    everyOtherWeek: '隔週/隔週で/隔週の/2週間ごとに/二週間ごとに/2週間に1回',
    daily: '毎日/毎日の/日々',
    everyOtherDay: '隔日/一日おきに/1日おきに',
    weekdays: '平日は/平日の/平日/平日毎日/毎平日/月曜から金曜まで/月曜日から金曜日まで/月〜金',
    weekends: '毎週末/毎週末は/週末は/週末ごとに/土日は/毎週末の/毎週土日',
    mornings: '毎朝/毎日午前中/毎日朝',
    afternoons: '毎日午後/毎午後',
    evenings: '毎晩/毎夕/毎日夕方',
    nights: '毎夜/毎日夜',
    weekdayMornings: '平日の朝/平日の午前/平日午前',
    weekdayAfternoons: '平日の午後/平日午後',
    weekdayEvenings: '平日の夜/平日の夕方',
    ofMonth: '毎月/毎月の',
    everyMonth: '毎月/毎月の',
    last: '最終/最後の',
    lastDay: '末日/月末/最終日',
  },
  eachWeekday: [
    '毎週/毎週の 月曜/月曜日',
    '毎週/毎週の 火曜/火曜日',
    '毎週/毎週の 水曜/水曜日',
    '毎週/毎週の 木曜/木曜日',
    '毎週/毎週の 金曜/金曜日',
    '毎週/毎週の 土曜/土曜日',
    '毎週/毎週の 日曜/日曜日',
  ],
  marks: {
    at: '時刻',
    from: '自',
    after: '過ぎ',
    until: '終了',
    through: '終了',
    between: '間',
    to: 'から/より',
    and: 'と',
    in: '後',
    allDay: 'は/ 終日/一日中/丸一日/まる一日/1日中',
  },
  listed: 'と/の/、/及び/および',
  quietHours:
    '静かな時間/静音時間/おやすみ時間/非通知時間/通知オフ時間/クワイエットアワー/クワイエットタイム/応答不可時間',
  whole: {
    list: 'スケジュール/スケジュール一覧/私のスケジュール/予定一覧/スケジュールを見せて/スケジュールを表示/スケジュールを教えて/スケジュールの一覧/静かな時間/予定されているステータス',
    remindOn:
      '終わる前に知らせて/終わる前に教えて/終わる前に通知して/終了前に知らせて/終了前に通知して/終了前にリマインドして/終わる前にリマインドして',
    remindOff:
      '終わる前に知らせないで/終わる前に通知しないで/終了前に知らせないで/終了前に通知しないで/終わる前のお知らせは不要/終了前の通知は不要/知らせないで/通知しないで',
    holidays: '祝日を除く/祝日は除く/祝日をスキップ/祝日は除外/祝日を除外/祝日以外',
  },
  heads: {
    preview:
      'の予定/の予定を見せて/の予定は/のスケジュール/のスケジュールは/のスケジュールを見せて/のスケジュールを表示/の予定を表示/の予定を教えて/のスケジュールを教えて/を表示',
    skip: 'をスキップ/をスキップして/はスキップ/はスキップして/スキップして/スキップ/を飛ばして/を飛ばす',
    no: 'なし/はなし/はなしで/なしで',
    not: '除く/以外',
    pause: 'を一時停止/を一時停止して/一時停止/一時停止して/を中断/を中断して/を停止',
    resume: 'を再開/を再開して/再開/再開して',
    remove: 'を削除/を削除して/削除/削除して/を消して/を消す',
    stop: 'を止めて/をやめて/をオフ/をオフにして/を無効に/を無効にして',
    change: 'に変更/に変更して/に移動/に移動して/へ変更/へ変更して',
  },
  weeks: {
    thisWeek: '今週',
    nextWeek: '来週/来週ずっと/来週は',
    weekend: '今週末/今週末は/今度の週末/週末ずっと',
  },
  rules: 'スケジュール/ルール/予定/定期予定',
  small: 'の/を/は/に/で/私の',
  all: 'すべて/すべての/全て/全ての/全部/全部の',
  then: 'その後/そのあと/それから/その後は/続いて/そのあとは',
  ordinals: ['第1/第一', '第2/第二', '第3/第三', '第4/第四'],
  nthMonday: ['第1月曜/第1月曜日/第一月曜/第一月曜日'],
  afterBehind: '以降/以降は/以後/より後/過ぎから',
  say: { everyDay: '毎日', everyWeekday: '平日は', allDay: '終日', quietHours: '静かな時間' },
};

/** Those words by language. */
export const scheduleWords: Readonly<Record<string, ScheduleWords>> & { readonly en: ScheduleWords } = {
  en,
  de,
  fr,
  es,
  'pt-BR': pt,
  'zh-Hans': zh,
  ja,
};
