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
  readonly whole: Readonly<Record<'list' | 'remindOn' | 'remindOff' | 'holidays', string>>;
  readonly heads: Readonly<Record<ManageVerb, string>>;
  /** What schedules are called, behind such a verb. */
  readonly rules: string;
  /** Say nothing there. */
  readonly small: string;
  readonly then: string;
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
  | 'last';

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
    weekdayEvenings: 'every/each/on/ weekday evening/evenings',
    ofMonth: 'of/in every/each/the/a month | of months | monthly | each/every month',
    everyMonth: 'every/each month | monthly',
    last: 'last',
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
      remind/warn/tell me when it is about to end | give me a reminder before it ends`,
    remindOff: `
      dont/do_not/never/stop remind/reminding/warn/warning/tell/telling/notify/notifying/ping/pinging/alert/alerting me before it/this/that/they/my_status/a_status ends/end/expires/runs_out |
      dont/do_not/stop remind/reminding/warn/warning me before the end | end reminders off | turn/switch off end reminders | turn/switch end reminders off |
      no reminders/reminder before it/my_status ends | no more reminders/reminder before it/my_status ends | no reminders/reminder before the end`,
    holidays: `
      skip/exclude/ignore/omit/observe public/bank/national/federal/ holidays | skip/exclude/ignore schedules/rules on public/bank/national/ holidays |
      not on public/bank/national/ holidays | no schedules/rules on public/bank/national/ holidays | except on/ public/bank/national/ holidays`,
  },
  heads: {
    preview: `
      what_is/whats scheduled/planned/coming_up/on for/on/in/ | what/which schedules/rules do_i_have/are_there/are_on for/on/ | what do i have scheduled/planned/coming_up/on for/on/ |
      show/list me/ whats/what_is scheduled for/on/ | show/preview/list/see me/ | show/list/preview/see me/ my/the/ schedule/schedules/week for/on/ | my/the/ schedule/schedules for/on/ |
      whats/what_is my schedule for/on/ | whats/what_is on my schedule | what schedules run | what have i scheduled/planned for/on/`,
    skip: 'skip | leave out | omit | pass over',
    no: 'no',
    not: 'not | not on',
    pause: 'pause | suspend | snooze | skip',
    resume: 'resume | unpause | continue | restart | reactivate | unsuspend',
    remove: 'delete | remove | cancel | drop | get rid of | erase | scrap',
    stop: 'turn off | switch off | end | stop | disable | clear | reset | deactivate',
    change: 'move | change | shift | reschedule | adjust',
  },
  rules: 'schedule | schedules | rule | rules | scheduled | schedule rule | schedule rules | recurring | one',
  small: 'my | the | all | of | for | on | a | please | it | this | that | just | s',
  then: 'then | and then | after that | and after that | followed by | afterwards | and afterwards | after which | thereafter',
};

/** Those words by language. */
export const scheduleWords = { en } as const;
