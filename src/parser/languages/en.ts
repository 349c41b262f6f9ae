/** English. Folded before use: case, accents, apostrophes and inner hyphens do not matter. */

import type { LanguageTable } from './language.ts';

/** The table of English. */
export const en = {
  code: 'en',
  statuses: {
    available: `
      available | avail | free | online | reachable | open to chat | free to chat | free to talk |
      available to chat | available to talk | available for chat | available for calls | up for a chat |
      ready to chat | free for a chat`,
    busy: 'busy | occupied | tied up | swamped | slammed | busy working | snowed under',
    doNotDisturb: `
      dnd | dnd me | do no disturb | donot disturb | do not disturb | dont disturb | do not disturb me |
      dont disturb me | donotdisturb | not to be disturbed | dont let anyone disturb me | dont let anybody disturb me | dont let anyone bother me | let nobody disturb me | let no one disturb me | no interruptions | no interruption |
      no disturbances | no disturbance | dont interrupt | dont interrupt me | do not interrupt |
      do not interrupt me | dont bother me | do not bother me | dont ping me | do not ping me |
      no pings | no notifications | not disturb | leave me alone | quiet mode | nobody disturb me |
      no one disturb me | not be disturbed`,
    beRightBack: `
      brb | be right back | right back | berightback | back soon | be back soon | back shortly |
      be back shortly | back in a sec | be back in a sec | back in a bit | be back in a bit |
      back in a moment | be back in a moment | back in a jiffy | be back in a jiffy | bbs | bbiab |
      back in a second | be back in a second | back in a mo | be back in a mo | back in a tick |
      back real soon | back very soon | be back very soon | back in a flash | right back soon`,
    away: `
      away | afk | away from keyboard | away from the keyboard | away from my keyboard | idle |
      away from my desk | away from the desk | away from desk | away from my computer |
      not at my desk | off my desk | stepping away | step away | stepped away | stepping out |
      stepping away from my desk | step out | stepped out | popping out | nipping out |
      at lunch | out to lunch | out for lunch | going to lunch | heading to lunch | off to lunch |
      gone for lunch | gone to lunch | having lunch | off for lunch | out on lunch | having my lunch |
      on lunch | on my lunch break | on a lunch break | on lunch break | taking lunch | on break |
      on a break | taking a break | take a break | having a break | on a coffee break |
      taking a coffee break | away from my pc | not at my computer | not at my pc | eating lunch |
      grabbing lunch | going for lunch | away for lunch | at my lunch break | popped out |
      away from the computer | away from my laptop | going on break | going on a break`,
    offline: `
      offline | off line | hide me | invisible | hidden | off work | offwork | off the clock |
      logged off | signed out | signed off`,
    presenting: `
      presenting | giving a presentation | doing a presentation | presentation mode | presenting mode |
      sharing my screen | screen sharing | screensharing | sharing screen | screen share |
      giving a demo | doing a demo | demoing | presenting my screen | giving a talk |
      presenting slides | presenting now | in presentation mode | presenting a demo |
      in a presentation | in presentation | delivering a presentation | making a presentation`,
    inACall: `
      in a call | jumping on a call | hopping on a call | joining a call | taking a call |
      in the middle of a call | going into a call | on a call | in call | on the phone | on phone |
      on a phone call | in a phone call | on the telephone | having a call | on my phone | inacall |
      on a teams call | in a teams call | on a zoom call | in a zoom call | on a video call |
      in a video call | taking a phone call | making a call | making a phone call | on calls |
      on another call | in calls`,
    inAConferenceCall: `
      conference call | in a conference call | on a conference call | in conference call | conf call |
      on conference call | in a conf call | on a conf call | inaconferencecall |
      having a conference call | in a group call | on a group call | in a conference | in conference |
      on a con call | video conference | in a video conference | on a video conference | concall |
      on a conference | joining a conference call | taking a conference call | teleconference`,
    meeting: `
      in a meeting | heading into a meeting | going into a meeting | joining a meeting |
      in the middle of a meeting | stuck in a meeting | going to a meeting | in a long meeting |
      in meeting | in meetings | having a meeting | at a meeting | on a meeting | in a teams meeting |
      in back to back meetings | attending a meeting | in the meeting | in my meeting |
      in another meeting | in a mtg | in mtg`,
    outOfOffice: `
      out of office | out of the office | outofoffice | ooo | oof | on vacation | vacation |
      on holiday | on holidays | holiday | on leave | pto | on pto | sick | off sick | sick leave |
      on sick leave | annual leave | on annual leave | day off | out sick | parental leave |
      vacationing | on parental leave | automatic replies | out of office reply | my day off`,
    focus: `
      focus | focus time | focused | heads down | deep work | focus mode | in the zone | concentrating |
      in focus mode | in focus time | focus work | deep focus | need to focus | silent | silent mode |
      muted | mute | mute notifications | mute me | red | focused work`,
    unavailable: `
      unavailable | not available | not online | not free | not reachable | unreachable | unavail | out | off |
      cant talk | cannot talk | not around | un available | non available | no longer available |
      not available anymore | not available any more | no longer free | not free anymore | yellow |
      no longer reachable | no longer online | not online anymore | signing off | logging off |
      not currently available | not available right now | not really available | never available |
      hardly available | barely available | not so available | not very available | on call | gym |
      dinner | breakfast | school run | errand | errands | dentist | commuting | at the gym |
      at the dentist | on a walk | driving | commute | travelling | traveling | on the train |
      in transit`,
    notSettable: `
      inactive | inameeting | focusing | availableidle | busyidle | available idle | busy idle | unknown |
      urgentinterruptionsonly | urgent interruptions only | presenceunknown | presence unknown |
      availableinactive | available inactive`,
    automatic: `
      automatic | auto | automatic status | auto mode | automatic mode | automatic presence |
      the default | default status | normal status | my calendar`,
    unclear: `
      go away | start a meeting | start the meeting | start meeting | join a meeting |
      join the meeting | join the call | join a call | start a call | start the call | give me a break |
      offline mode | airplane mode | offline copy | give me a call | take away | look away | look busy |
      right away busy | break away | busy work | busy signal | busy line | free time | free trial |
      free of charge | away game | away team | away day | stay away | keep away | get away | put away |
      straight away now | run away | get busy | keep busy | throw away | give away | far away |
      set free | set me free | come away | feel free | break free | walk away | turn away | pass away | stay online |
      clear away | get free | for free | free up | busy bee | break up | break down | quiet please`,
  },
  occasions: {
    away: 'gone | lunch | break | lunch break | coffee break | tea break | my lunch break | my lunch',
    meeting: 'meeting | meetings | mtg | standup | stand up | daily standup | one on one | 1on1',
    presenting: 'presentation | demo',
    inACall: 'call | phone call | video call | teams call | zoom call | a call',
    inAConferenceCall: 'group call',
    doNotDisturb: 'quiet | silence | quiet time',
    available: 'green',
    automatic: 'normal | default',
  },
  sentences: {
    status: `
      status | presence | my status | my presence | current status | my current status | who am i |
      whats up with my status | how do i look | how do i appear | what do i look like |
      show me my status | what am i | what am i now | what am i set to | what is set | whats set |
      how long left | how long | how much time left | how much longer | time left |
      how long have i got | what do others see | what do people see | what do my colleagues see |
      what does my team see | where do i stand | how do others see me | how am i shown |
      what am i showing | whoami | how much time do i have left | what am i showing as |
      how am i showing | how long do i have left | what is it set to | until when | till when |
      what does teams show | what does teams say | what do others see me as | what do people see me as |
      how do people see me | how am i displayed | how much time is left | how long is left |
      what have i set | what did i set | how do i look to others | still on |
      how do i appear to others | what do they see | what did i set my status to | when does it end |
      when does this end | when will it end | when does my status expire | what status am i in | what status am i |
      what status do i have | which status am i in | what presence am i in | when does my status end | when does it expire | what is on | is it still on | is it on | what is active`,
    help: `
      help | help me | what can you do | what can i do | what can i say | what can i type | commands |
      usage | instructions | how does this work | how does it work | how do you work |
      what do you do | examples | list commands | show commands | what are my options | h |
      what are the options | what are the commands | how to use | how do i use this | how do i use you |
      how to use this | what statuses are there | which statuses are there | what commands are there |
      how can you help | how can you help me | can you help | can you help me | i need help | get help |
      show help | need help | help please | what are you | who are you | what is this | manual |
      what do you understand | what else can you do | what commands | which commands | show options |
      what are the statuses | which statuses | what statuses | show examples | show me examples | faq |
      show me what you can do | tell me what you can do | how do i set my status |
      show me the commands | what should i type | what do i type | what can i ask | what can i ask you |
      getting started | what can this bot do | what does this bot do | could you help |
      could you help me | help menu | show me help | i need some help | give me help | how to |
      how do i | show me the options | list statuses | what can i set | how can i set my status |
      list the commands | the commands | list all commands | show all commands |
      what are your commands | how do i change my status`,
    picker: `
      set | set it | set me | set me to | set to | set status | set my status | set presence |
      set my presence | set status to | set my status to | set presence to | set my presence to |
      change | change it | change status | change my status | change presence | change my presence |
      change status to | change my status to | menu | the menu | show menu | show the menu |
      show me the menu | open menu | open the menu | status menu | presence menu | picker |
      the picker | show picker | show the picker | show me the picker | open picker |
      open the picker | status picker | presence picker | options | status options |
      presence options | choose | let me choose | pick | pick one | let me pick | pick a status |
      choose a status | select a status`,
    undo: `
      undo | undo that | undo it | undo this | undo last | undo last change | undo the last change |
      revert | revert that | revert it | revert last change | revert the last change | restore |
      put it back | change it back | take that back | take it back | restore my status |
      restore previous status | restore my previous status | put it back how it was | set it back |
      switch it back | undo my last change | change that back | put that back | back to what it was |
      restore what was there before | go back to what it was | back to previous |
      go back to my previous status | undo the change | put it back the way it was |
      back to what it was before | undo the last one | undo the last thing |
      restore the previous status | undo change | revert my status | revert the change`,
    details: `
      details | detail | show details | show me details | more details | show the details |
      the details | show me the details | show my details | details please | give me details |
      technical details | see details | full details | give me the details | show more details |
      status details`,
    clear: `
      clear | reset | cancel | unset | automatic | auto | im back | i am back | back | im back now |
      back to work | back at work | back at my desk | im back at my desk | back to normal |
      back to auto | back to automatic | back from lunch | im back from lunch | back online |
      im back online | go back to normal | return to normal | return to automatic | return to default |
      reset to automatic | reset to normal | reset to default | reset to auto | go back to automatic |
      back to default | im done | back now | back again | im back again | back in the office |
      let teams decide | let teams decide my status | let teams handle it | as normal |
      i have returned | ive returned | back from my break | back from break | im back at work |
      im back at my computer | back from the meeting | back from my meeting | off the phone |
      off the call | out of the meeting | out of my meeting | back at my computer |
      back to the default | follow my calendar | ive come back | back from vacation | im here again |
      i came back | off my call | im off the phone | i am off the phone | im off the call |
      im off my call | im off the phone now | im out of my meeting | im out of the meeting |
      my meeting is over | the meeting is over | the call is over | meeting is over | call is over |
      im out of a meeting | no longer on a call | back at it`,
    clearEverything: 'start over | factory reset | start from scratch | clean slate',
    talk: `
      hi | hello | hey | hi there | hello there | hey there | good morning | good afternoon |
      good evening | good night | morning | thanks | thank you | thx | ty | cheers | thanks a lot |
      thank you very much | thanks so much | thank you so much | many thanks | tysm | much appreciated |
      ok | okay | k | cool | great | nice | perfect | awesome | lol | haha | yes | yeah | yep | sure |
      no | nope | bye | goodbye | see you | see you later | well done | good job | got it | never mind |
      nevermind | nvm | forget it | no thanks | no thank you | hiya | yo | sup | oops | how are you |
      whats up | good bot | bad bot | alright | fine | howdy | greetings | wow | hm | thank you bot |
      thanks bot | hello bot | hi bot | hey bot | have a nice day | hmm | sounds good | nice work |
      nice one | all good | no worries | no problem | you rock | love it | test | testing | done |
      what | how | who | when | where | really | great job | good | crystal clear | all clear |
      thats clear | is that clear | see you tomorrow | have a good weekend | have a great day |
      good to know | who made you | tell me a joke | are you a bot | are you there | are you free |
      are you busy | you busy | you free | you there | are you available | you available |
      hows it going | how is it going | gotcha | roger | will do`,
  },
  about: `
    status @ | @ status | status of @ | status for @ | show @ status | show status @ |
    show status of @ | show status for @ | is @ busy | is @ still busy | is @ there | is @ here |
    is @ around | is @ in | is @ back | is @ working | is @ at work | is @ in the office |
    how is @ | hows @ | how is @ doing | hows @ doing | where is @ | wheres @ | show @ doing |
    show @ up to | what about @ | how about @ | what status is @ | what status is @ in |
    which status is @ in | what status does @ have | which status does @ have | show if @ is busy |
    show whether @ is busy | show if @ is there | show whether @ is there | show where @ is |
    show how @ is | @? | @ busy? | @ there? | @ here? | @ around? | @ in?`,
  fixedPhrases: {
    signOut: `
      sign/log me/ out | signout | logout | sign/log me/ out of/from the/this bot | sign/log me/ out of/from my account |
      sign/log me/ out of/from here`,
    signOutOrOffline:
      'sign/log me/ off | logoff | signoff | be signed/logged out/off | get signed/logged out/off',
    signIn: `
      sign/log me/ in | signin | login | sign/log me/ back in | sign/log me/ in/into to/ the/this bot |
      sign/log me/ in/into to/ my account | be signed/logged in`,
    why: `
      why | why this/that/the/my teams/ status/presence | explain my teams/ status/presence |
      what_is/whats with/wrong_with my teams/ status/presence |
      what_is/whats going_on/happening/wrong/the_matter with my teams/ status/presence |
      why is/was my teams/ status/presence wrong/this/that/like_this/like_that/set/changed |
      why has my teams/ status/presence changed/been_changed | why did my teams/ status/presence change |
      why did you change/set my teams/ status/presence | where does my/this status/presence come from |
      who/what has/ set/changed my teams/ status/presence | who/what has/ set/did/changed/made this/that/it | how did my teams/ status/presence get set/changed`,
    meetings: `
      meetings | settings | my/the/your settings | preferences | my/the preferences | setup | configuration |
      show/open/change/edit me/ my/the/ settings/preferences | my/the/ meeting/meetings rules/rule/settings/setup/hooks/options/preferences/configuration/automation |
      rules/settings/options/preferences for/in/during my/ meetings |
      show/open/see/view/list/check/get me/ my/the/ meeting/meetings rules/settings/setup/hooks/options/preferences |
      change/edit/manage/configure/adjust/review/set/update/modify my/the/ meeting/meetings rules/settings/hooks/options/preferences |
      set_up/setup/configure/manage meetings | set_up/setup my/the/ meeting rules/hooks |
      what/which are my/the meeting rules/settings | what/which are my/the rules/settings for/in meetings |
      whats/what_is my meeting setup | show/open me/ the/ meetings card |
      what/which meeting rules do_i_have/have_i_set/are_set/are_there/are_on | how are my meetings set_up/configured`,
    meetingsOn: `
      my/ meetings on | my/the/ meeting/meetings rules/hooks/settings on | turn/switch on my/the/all/ meetings |
      turn/switch my/ meetings on | turn/switch on my/the/all/ meeting/meetings rules/hooks |
      turn/switch my/the/ meeting/meetings rules/hooks on | enable/activate/start my/the/ meeting/meetings rules/hooks |
      enable/activate meetings`,
    meetingsOff: `
      my/all/ meetings off | my/all/the/ meeting/meetings rules/hooks off |
      turn/switch off my/all/ meetings | turn/switch my/all/ meetings off |
      turn/switch off my/all/the/ my/the/ meeting/meetings rules/hooks |
      turn/switch my/all/the/ my/the/ meeting/meetings rules/hooks off | disable/deactivate my/all/ meetings |
      disable/deactivate/stop my/all/the/ my/the/ meeting/meetings rules/hooks |
      do nothing in meetings`,
    resumeMeetings: `
      resume | unpause | resume/unpause/continue/unsuspend my/all/ meetings |
      resume/unpause/continue/unsuspend my/all/the/ my/the/ meeting/meetings rules/hooks |
      end/stop/cancel/lift the/my pause`,
    forgetMe: `
      forget me | forget all/everything about me | forget everything/all/whatever/what you know about me |
      delete/erase/remove/wipe/purge all/ of/ my personal/ data/information |
      delete/erase/remove/wipe/purge everything/all/what you know/have/store/keep about/on me |
      delete/erase/remove/wipe/purge everything/all/what youve/you_have stored/saved/kept/got about/on me |
      delete/erase/remove/wipe/purge all/ the/your/ data/information about/on me |
      delete/erase/remove/wipe/purge all/ the/ data/information you have/store/keep/hold about/on me |
      delete/erase/remove/wipe/purge everything about me | delete/erase/remove/wipe me from your memory/database/records`,
    privacy: `
      privacy | the/your/ privacy policy/notice/statement | data protection | gdpr | show/open me/ the/your/ privacy policy/notice |
      what about privacy | is this/it private | what do you do with my data | who can see/read this/that/it/my_data`,
    exportMe: `
      export/download/show/list/see/view/get/give/send me/ all/ of/ my personal/ data |
      export/download/show/see/get/give/send/have me/ a copy of my data | a copy of my data |
      what do/ you know/store/keep/remember/save/record/have/hold about/on me |
      what have you stored/saved/kept/recorded/got about/on me | what do you have stored/saved about/on me |
      what/which personal/ data/information/info do you have/store/keep/hold/save/record/know about/on me |
      what/which personal/ data/information/info have you stored/saved/kept/got about/on me |
      what/which personal/ data/information/info is stored/kept/saved about/on me |
      what_is/whats stored/kept/saved/known about me |
      export/show/tell/give/list me/ everything/what/all you know/have/store/keep about/on me`,
  },
  newEnds: {
    other: `
      make/change/set/move/push/bring/cut/put it/that/this to/ | make/change/set/move/push/bring/cut/put the/my end to/ |
      shorten/reduce/cut/trim/limit to | shorten/reduce/cut/trim/limit it/that/this/ to/ | actually make_it/make_that/ |
      sorry make_it/make_that | no make_it/make_that | i_mean/i_meant/rather make_it/make_that/ | lets/let_us make_it/say |
      end/stop/finish it/that/this in`,
    led: `
      no/nope/sorry/oops until/till/til | end it/that/this/ at/until | stop/finish it/that/this at`,
    extend: 'extend/lengthen/prolong it/that/this/ to',
  },
  answers: {
    yes: 'ok | okay | alright | 👍 | ✅ | ✔ | yes i did | yes i do | i did | i do | yes that one | yes it is | yes thats it',
    drop: 'cancel | cancel that | cancel it | stop | abort | no cancel | stop it',
    first: 'first | the first | first one | the first one | the former | former',
    second: 'second | the second | second one | the second one',
    third: 'third | the third | third one | the third one',
    last: 'last | the last | last one | the last one | the latter | latter',
    ends: 'end | ends | the end | it ends | when it ends | it is the end | ending | until then',
  },
  talk: {
    hello: `
      hi | hello | hey | hi there | hello there | hey there | good morning | good afternoon | good evening |
      morning | hiya | yo | sup | howdy | greetings | hello bot | hi bot | hey bot | how are you | whats up |
      hows it going | how is it going | are you there | you there | test | testing | 👋`,
    thanks: `
      thanks | thank you | thx | ty | cheers | thanks a lot | thank you very much | thanks so much |
      thank you so much | many thanks | tysm | much appreciated | appreciated | thanks in advance |
      cheers mate | thank you bot | thanks bot | 🙏`,
    bye: `
      bye | goodbye | good night | see you | see you later | see you tomorrow | have a nice day |
      have a great day | have a good weekend`,
    yes: 'yes | yeah | yep | yup | sure | yes please | right | correct | exactly | that one | do it | go ahead',
    fine: `
      ok | okay | k | cool | great | nice | perfect | awesome | lol | haha | well done | good job | great job |
      good | got it | alright | fine | wow | good bot | sounds good | nice work | nice one | all good |
      no worries | no problem | you rock | love it | gotcha | roger | will do | good to know |
      👍 | 👌 | 🎉 | ❤ | ♥ | 😀 | 😃 | 😄 | 😁 | 😊 | 🙂 | 😉 | 😍 | 🥳 | 🙌 | 👏 | 💪 | ✅ | ✔ | 😂 | 🤣`,
    drop: `
      no | nope | nah | never mind | nevermind | nvm | forget it | forget that | forget about it | no thanks |
      no thank you | neither | none | none of them | none of those | nothing | oops | leave it | drop it |
      skip it | dont bother | neither of them | not now`,
  },
  wants: {
    sure: `
      can/could/would you | i want/need/would_like to | i wanna | i want/need/would_like you to | id like to |
      id like you to | let me | want/need to | id like`,
    maybe: 'can/could/may/should/shall/must/do/would i | do i have/need to | will you',
  },
  whyState: `
    why | why the/this | why am i not/ shown/showing/displayed/marked/listed/appearing/set/displaying/looking/ as/to/on/in/ |
    why im/i_am/i_was shown/showing/marked/listed/set/ as/to/on/in/ | why was i shown/marked/listed/set/put/ as/to/on/in |
    why do i show/appear/look/seem up/ as/to_be/ | why is it/teams showing/setting/saying/marking me/im/i_am/ as/to/ |
    why is it set/ to/on/ |
    why does it/teams/my_status/my_presence say/show/read/display/think im/i_am/me/that_im/that_i_am/ being/ as/in/on/ |
    why is/was my teams/ status/presence/availability set/showing/shown/ as/to/on/in/ |
    why do/does/can my/ people/others/colleagues/they/team/everyone/everybody see me as/on/in |
    why did you set/put/mark/make/show me to/as/on/in/ |
    how_come im/i_am/i_was shown/showing/set/marked/ as/to/on/in/ | how_come it/teams says im/i_am/ |
    how_come my teams/ status/presence is | who/what has/ set/put/made/marked me to/as/on/in/ |
    how did i get/end_up to_be/ on/in/as/ | how/why did i become | why do i have`,
  whyLeads: 'tell me | explain to/ me/ | know | do you know | show me',
  whyFillers: 'still/suddenly/always/so/again/even/already/actually',
  pauses: {
    sure: `
      pause/suspend/snooze my/all/ my/ meetings |
      pause/suspend/snooze my/all/the/ my/the/ meeting/meetings rules/hooks`,
    unclear: `
      pause/suspend | pause/suspend it/everything/yourself/rules/hooks/the_rules/the_bot |
      pause/suspend/snooze my/the/ presence/status/availability/updates/changes`,
  },
  rules: {
    eachTime: 'when/whenever/everytime/anytime | every/each/any time',
    moments: {
      present: `
        i present | im/i_am/ presenting | i start/begin presenting |
        i present in/at/during a/ meeting/meetings | im/i_am/ presenting in/at/during a/ meeting/meetings |
        i share/start_sharing/begin_sharing my screen | im/i_am/ sharing my screen |
        i give/do/hold a presentation/talk/demo | im/i_am/ giving/doing a presentation/talk/demo`,
      join: `
        i join | i join/attend/enter a/any/ teams/ meeting/meetings | i join/attend/enter any_of_my/my meetings |
        im/i_am/ joining/attending/entering a/ teams/ meeting/meetings | im/i_am/ in a/ teams/ meeting/meetings`,
      start: `
        i start | i start/begin/host/open/run/lead/organise/organize/hold a/any/ teams/ meeting/meetings |
        i start/host/run/hold my meetings | im/i_am/ starting/hosting/running/leading a/ teams/ meeting/meetings`,
    },
    inMeetings: 'in/during my/all/ meetings | on/upon joining/entering a/ meeting/meetings',
    states: `
      set/put/mark/make/show/switch/change/turn me/myself to/as/on/in/into/in_to/ |
      set/put/change/switch/turn/update my teams/ status/presence/availability to/as/on/in/into |
      set | set to | go | go to/on/into | be | be on/in | be set/shown/marked to/as/on/in | become | appear | appear as |
      turn/switch on | change/switch to | enable/activate/use | show as | have me be/on/as`,
    ask: `
      ask me | ask first | ask me first | first ask me/ | ask me what to do/set/be | ask what to do | ask me before |
      ask me/ before changing/doing/setting/you_do/you_change anything/it/my_status/my_presence |
      ask me each/every time | check with me | check with me first | ask me which/what status/ | ask me for my status`,
    nothing: `
      nothing | do nothing | do/change/set nothing | dont/do_not do/change/set anything |
      dont/do_not change/touch/set/update my status/presence | leave my status/presence alone/unchanged/as_it_is/as_is/be |
      leave me as i am | leave it/everything alone/unchanged/as_it_is/as_is | keep my status/presence |
      keep my status/presence unchanged/as_it_is/as_is | no change/changes`,
    fillers: 'always/automatically',
  },
  roles: {
    polite: `
      please | pls | plz | thanks | thank you | thx | ty | cheers | kindly | hey | hi | hello |
      hey there | hi there | hello there | ok | okay | now | right now | just | yo | hiya | bot |
      starting now | starting right now | from now | as of now | effective now | immediately | for now |
      effective immediately | beginning now | right away | straight away | good morning | again |
      thanks in advance | thank you very much | many thanks | thanks a lot | if you please | for me |
      good afternoon | would you kindly | as of right now | starting immediately | currently |
      at the moment | if you can | if you could | would be great | for the moment | instead | yes |
      yeah | thank you so much | thanks so much | if possible | when you can | hey bot | hi bot |
      in teams | go ahead and | yep | sure | alright | on teams | be so kind | if you dont mind |
      if you would | good evening | right this minute | for the time being | tysm | much appreciated |
      as from now | in microsoft teams | starting from now | simply | that would be great |
      appreciated | cheers mate | um | umm | uh | uhm | erm | er | ah | oh | hmm | well`,
    request: `
      can you | could you | would you | will you | can u | could u | would you mind | i want you to |
      id like you to | i would like you to | i need you to | i want to | id like to | i would like to |
      i wanna | i need to | let me | i want | id like | i would like | i need | need | want | can i |
      could i | may i | can you please | could you please | want to | need to | i have to | i gotta |
      gotta | i got to | ive got to | i must | can i please | wanna | would like | would like to | lets go with | ill go with |
      i want my | i want me | please can you | please could you | can we`,
    verb: `
      be shown | be displayed | be marked | be listed | be set | be put | be seen | be switched | open | show me | get me | set | put | make | mark | show | switch | change | turn | update |
      flip | get | keep | have | flag | go | appear | be | become | stay | remain | start | begin |
      enable | activate | use | turn on | switch on | enter | select | choose | pick | adjust | apply |
      setting | going | being | switching | gimme | give me | force | modify | configure | toggle |
      show up | set up | put up | go back | change back | switch back | set back | changing | making |
      putting | starting | beginning | do | return me | showing`,
    lookUp: `
      show | show me | check | get | view | see | display | tell me | report | give me | look up |
      list | read | read me | fetch | print | can i see | let me see | i want to see | can you tell me |
      query | could you tell me | can you show me | could you show me | can you check |
      could you check | whats | please show me | please tell me | please check | what is | what was |
      get me | let me know`,
    name: 'bot',
    showAs: 'as | as being | to be',
    object: 'me | myself | it',
    thing: 'this | that',
    noun: `
      status | presence | availability | state | teams status | teams presence | presence status |
      availability status | current status | work status | ms teams status | microsoft teams status |
      online status | teams availability | current presence | current availability`,
    possessive: 'my | my own',
    article: 'a | an | the | some',
    preposition: `
      to | as | on | in | into | at | to be | as being | to appear | to show | to show as | is | for |
      appear as | to appear as | down as | onto | off as | to say | up as | back to | over to | back on | equals |
      to being | set to`,
    am: `
      i am | im | ill be | i will be | i am going to be | im going to be | im gonna be | i shall be |
      am | i am now | im now | im currently | i am currently | going to be | gonna be | ill | i will |
      im gonna | i am going to | im going to | i be | imma be | im just | going to | gonna | will be |
      i will go | ill go`,
    is: `
      is | are | looks | seems | has | will be | wants | needs | wont be | appears | goes | shows |
      isnt`,
    self: 'i | me | my | mine | myself | im | ive | am i | do i | i am | am i still | have i | why am i',
    mode: 'mode | status | presence | state | color | colour',
    on: 'on',
    off: 'off',
    done: `
      done | finished | is over | is done | is finished |  over |
      done with | finished with | is through | i finished | ive finished | is now over | wrapped up |
      just finished | done being | i just finished | im done | im done with |
      im finished | out of | i am done | i am done with | i am finished | im out of | is all done |
      im finished with | all done with`,
    doneWith: `
      done | finished | done with | finished with | i finished | ive finished | done being |
      just finished | i just finished | im done | im done with | im finished | out of | i am done |
      i am done with | i am finished | im out of | im finished with | all done with`,
    clearVerb: `
      clear | reset | cancel | remove | stop | end | drop | unset | delete | wipe | turn off | erase |
      switch off | quit | exit | disable | lift | get rid of | take off | deactivate | clear out |
      get me out of | get out of | take me out of | take me off | bring me out of | come out of |
      clear off | stop being | abort | terminate | get me off | stop showing me as |
      ditch | no more | come off`,
    clearAlone: 'clear | reset | cancel | unset',
    deed: `
      sharing my screen | screen sharing | screensharing | sharing screen | screen share |
      giving a presentation | doing a presentation | giving a demo | doing a demo | demoing |
      presenting my screen | giving a talk | presenting slides | taking a break | take a break |
      delivering a presentation | making a presentation | having lunch | eating lunch |
      in a presentation | in presentation | no notifications | no pings | quiet mode`,
    everything: 'everything | all | all of it | it all | all slots | the lot | all of them | all three',
    session: 'session | app session | presence session | application session | bot session | sessions',
    preferred: 'preferred | preference | user preferred | preferred status | preferred presence',
    message: `message | status message | status note | status text | presence message | status msg | custom message | custom status message | teams status message | teams message | custom status | statusmessage | away message | mood message | personal message | presence note | my note | my msg`,
    messageMark: `
      with message | with the message | with a message | with status message | with the status message |
      with a status message | with note | with the note | with a note | with text | with the text |
      saying | that says | and message | and set message to | and set my message to |
      with msg | and set my status message to | and set the message to | and status message |
      with my message | with my status message | with my status message set to |
      and a message saying | which says | with the message saying | with a message saying |
      with a note saying | and the message | message saying | and note |
      status message saying | with my message set to | that reads | and the status message |
      and use the message | and show the message | and my message | with custom message |
      and set status message to | and leave the message | and leave a message saying |
      with the custom message`,
    andMessage: `
      and message | and status message | and my message | and the message | and note |
      and the status message | and my status message | and the note | and my note`,
    messageTo: `
      to | as | is | to say | to be | to read | saying | says | reading | set to | equals | should be |
      should say`,
    addressee: `
      me | him | her | them | us | you | everyone | everybody | all | someone | somebody | my | our |
      that | im | i | ill | about | if | when | saying | his | their | your | anyone | whether | to |
      sent | received | asking | boss | manager | team | colleagues | ive | is | was | has`,
    until: `
      until | till | til | untill | up to | up until | upto | up till | ending at | ends at | ending |
      lasting until | lasting till | through to | through till | through until | expiring at |
      expires at | from now until | from now till | from now til | from now to | to end at | end at |
      now until | now till | right up until | all the way until | finishing at | for until | expiring |
      from now through`,
    untilMaybe: 'to',
    through: 'through | thru | until and including | up to and including',
    endOf: 'end of | the end of | close of | the close of | the very end of',
    restOf:
      'rest of | the rest of | remainder of | the remainder of | whats left of | what is left of | balance of | the balance of',
    all: 'all | all of | the whole of | all through | throughout',
    inclusive: 'inclusive | included',
    backThen: 'back then | back by then | be back then | ill be back then | and back then',
    yesterday: 'yesterday | last night | last week | last month',
    for: `
      for | lasting | for a period of | for a total of | over the next | during the next |
      throughout the next`,
    another: 'another | an additional | an extra | a further | one more',
    next: 'next | coming | following | over the next | during the next | throughout the next',
    this: 'this | this coming | coming',
    the: 'the | these | those',
    more: 'more | extra | additional | longer | further',
    whole: `
      just | only | precisely | full | whole | solid | entire | straight | flat | exactly | total |
      max | sharp | tops | long | in total | at the latest | on the dot | local time | my time | my own time`,
    plural: `
      seconds | secs | minutes | mins | hours | hrs | days | weeks | wks | fortnights | months | years |
      yrs | quarters`,
    fromNow: 'from now | from right now | from this moment',
    back: `
      back | be back | ill be back | i will be back | im back | i am back | returning | return |
      ill return | will return | i will return | should be back | will be back | i should be back |
      and back | back again | i return | ill come back | coming back | and will be back |
      and ill be back | and be back | be back again`,
    at: 'at | on | the | of | exactly | on the | at exactly | for',
    startAt: `
      at | from | on | starting | starting at | starting from | beginning | beginning at |
      as of | after | starting in | starting on | on the | begin at | start at | between | as from |
      come | later | effective | beginning on | commencing | for | later at | from the | in the |
      later on | starts at`,
    by: 'by | no later than | towards | before | around | about | at around | at about',
    in: `
      in | in about | within | after | starting in | beginning in | in around | in another |
      in the next`,
    of: 'of',
    and: 'and | plus | also | and also',
    past: 'past | after',
    to: 'to | of | til | till | before',
    oclock: 'oclock | o clock',
    about: `
      about | around | approximately | approx | roughly | circa | ca | at least | at most | almost |
      nearly | maybe | perhaps | like | more or less | shortly before | shortly after | just before |
      just after | right before | right after | sometime | sometime after | a little before |
      a little after | more than | less than | under | well over | just over | just under | probably |
      just about | early | a bit before | a bit after | somewhere around | late | no more than | say |
      some | up to | over | anywhere from | after | before`,
    near: 'about | around | approximately | approx | roughly | circa | ca | more or less | just about | somewhere around | ish | or so | or thereabouts | give or take',
    ish: `
      ish | or so | or thereabouts | or something | give or take | or two | or three | or later |
      or longer | or more | or less | or earlier | at least | at most | roughly | maybe |
      approximately | or four | or half`,
    vague: `
      a while | a bit | a little bit | a little while | a few | few | some time | a moment |
      a few minutes | a few hours | few minutes | few hours | several | several hours |
      several minutes | a few days | later | some hours | some minutes | soon | shortly |
      a short while | a short time | a long time | ages | long | a sec | a few more minutes |
      a few mins | few mins | few hrs | a few hrs | awhile | a long while | a jiffy | some days |
      many hours | a few weeks | as long as possible | as long as needed | the duration |
      a minute or two | an hour or two | a day or two | a little | quite a while | hours on end |
      a few secs | not long | a short bit | some more time | several days | a number of hours |
      the time i need | a tick | a couple more | however long | as long as it takes | a bit longer |
      a little longer | a few moments | a while longer | a few more hours | a bit more | much longer |
      a few seconds | part of the day`,
    endless: `
      forever | indefinitely | permanently | until further notice | till further notice | always |
      til further notice | for ever | for good | for eternity | with no end | without end | endlessly |
      all the time | from now on | for the foreseeable future | until the end of time | infinitely |
      no end | no expiry | without an end | no expiration | for all time`,
    extend: 'extend | prolong | add | lengthen',
    whatIf: `
      what if | what if i say | what if i type | what would happen if i say | what happens if i say |
      whatif | preview | dry run | simulate | what happens if i type | what would happen if i type |
      what if i set | what happens if | what would happen if | what happens if i set |
      what would happen if i set | dryrun | what if i said | what if i typed | test run |
      what happens if i go | what if i go | what would happen if i said | what would happen if i went |
      what if i were | what if i`,
    explain: `
      what does | what is | whats | what do | what are | explain | describe | tell me about | how do i |
      how can i | how do you | how does | define | how to | why does | how would i | what happens on |
      what happens in | what happens when | difference between | whats the difference between |
      what is the difference between | what is the meaning of | meaning of | whats the meaning of |
      what does being | what happens if im | what happens if i am | what would happen if i am |
      what would happen if im | what will | what happens during | how should i | can you explain |
      could you explain | help with | i need help with | help me with | what happens if i use |
      how long does | how long is | help on`,
    question: `
      what | who | whos | when | where | why | how | which | is | are | am i | am i still | until when |
      do | does | has | isnt | arent | do i | whose | whens | hows | wheres | should i | till when |
      shall i | is it | is my | how long | is there | does it | have i | how much | since when |
      what time | how come | wasnt | doesnt | why am i | what am i | am i on | am i in | do you |
      are you | did | was | how much longer | why is | why are | when will | when does | where are |
      what time does | how long will | how long am i | how long am i on | whatre | were | will | have you | can he | can she | can they |
      how am i | do we | must i | am i not`,
    bygone: `
      was | were | been | had | did | yesterday | earlier | ago | used to | last | last week |
      previously | last night | has been | have been | ive been | i have been | went | i was | wasnt |
      didnt | hadnt | werent | the other day | have had | formerly | i set | i put | i said | i told |
      i went | already | since yesterday | i had | i marked | i made | i changed | i switched | became |
      stayed | wanted | ended | has ended | has finished | just ended | thanks for | thank you for | thx for | ty for | cheers for | sorry for`,
    other: `
      he | she | they | him | her | them | his | hers | their | we | us | our | you | your | hes |
      shes | theyre | youre | everyone | everybody | anyone | anybody | someone | somebody | boss |
      team | manager | colleague | colleagues | coworker | coworkers | people | my boss | my manager |
      my team | the team | my colleague | my wife | my husband | other people | yours | weve |
      my coworker | somebody else | someone else | the boss | others | theyve | nobody | no one |
      all of us | everyones | my friend | folks | guys | my colleagues | the manager | my coworkers |
      user | the others | ourselves | my assistant | client | customer | my client | who | whose |
      himself | herself | themselves | yourself | hell be | shell be | theyll be | can you be | id like you to be |
      i would like you to be | i want you to be | i need you to be |
      could you be | would you be | will you be | well be | youll be | hell | theyll | itll be | hed |
      shed | the bot | this bot | that bot | my bot | your bot | a bot`,
    report: `
      said | says | told | tell | asked | ask | think | thinks | thought | heard | know | knows |
      notify | remind | reminds | email | inform | warn | wrote | announce | reply | respond | forward |
      remind me | remind me to | guess | believe | hope | let everyone know | schedule | invite |
      suppose | send | notice | noticed | mention | mentioned | assume | wonder | wondering | hate |
      love | prefer | dream | answer | translate | remember | forget | i think | complain | complained |
      reported | asks | tells`,
    condition: `
      if | unless | when | whenever | once | while | as soon as | in case | because | every time |
      whilst | provided | assuming | depending | as long as | only if | only when | except | though |
      although | but | cause | cuz | even if | the moment | otherwise | in the event | since`,
    maybe: `
      maybe | perhaps | might | may | should | would | could | probably | wish | supposed | possibly |
      would be | could be | might be | should be | hopefully | not sure | considering | thinking |
      id be | about to | im about to | almost | thinking of | thinking about | i might | i should |
      i could | wish i`,
    negation: `
      not | dont | do not | no | never | cant | cannot | wont | isnt | arent | without | neither | nor |
      aint | shouldnt | wouldnt | couldnt | doesnt | hardly | barely | i dont | i do not | avoid |
      rather not | i cant | non | no need | rather than | anything but | un | not yet | nothing | none |
      refuse`,
    noLonger: 'no longer | not longer',
    anymore: 'anymore | any more | any longer',
    sequence: `
      then | and then | after that | followed by | afterwards | afterward | subsequently | and after |
      and after that | before going | before switching | after which | and afterwards | thereafter |
      first | and later | finally | and finally | next`,
    correction: `
      no wait | wait | actually | sorry | i mean | i meant | scratch that | make that | rather | oops |
      hang on | hold on | on second thought | on second thoughts | correction | no sorry | wait no |
      instead of | or rather | nope | oh no | ignore that | nevermind | never mind | no actually |
      forget that | nvm`,
    or: 'or | and or | either | vs | versus | or maybe | else | or else',
    recurring: `
      every | each | daily | weekly | weekdays | every day | everyday | monthly | mondays | tuesdays |
      wednesdays | thursdays | fridays | saturdays | sundays | weekends | every weekday | on weekdays |
      nightly | every morning | every night | every week | hourly | recurring | regularly |
      every other day | repeat | on mondays | on fridays | on weekends | every evening |
      every afternoon | repeatedly | each day | mornings | afternoons | evenings | nights |
      working hours | work hours | business hours | office hours`,
  },
  units: {
    second: 's | sec | secs | second | seconds',
    minute: 'm | min | mins | minute | minutes | minutes long | minute long',
    hour: 'h | hr | hrs | hour | hours | hour long | hours long',
    day: 'd | day | days',
    week: 'w | wk | wks | week | weeks',
    fortnight: 'fortnight | fortnights',
    month: 'month | months | mo | mos | mth | mths',
    year: 'year | years | yr | yrs | decade | decades | century',
  },
  numbers: {
    0: 'zero | nil',
    1: 'one | a | an',
    2: 'two | couple of | a couple of | a couple | couple | a pair of',
    3: 'three',
    4: 'four',
    5: 'five',
    6: 'six',
    7: 'seven',
    8: 'eight',
    9: 'nine',
    10: 'ten',
    11: 'eleven',
    12: 'twelve | dozen | a dozen',
    13: 'thirteen',
    14: 'fourteen',
    15: 'fifteen',
    16: 'sixteen',
    17: 'seventeen',
    18: 'eighteen',
    19: 'nineteen',
    20: 'twenty',
    30: 'thirty',
    40: 'forty | fourty',
    50: 'fifty',
    60: 'sixty',
    70: 'seventy',
    80: 'eighty',
    90: 'ninety',
    100: 'hundred | one hundred | a hundred',
  },
  shares: {
    half: 'half | halve',
    quarter: 'quarter | quarters',
  },
  ordinals: {
    1: 'first',
    2: 'second',
    3: 'third',
    4: 'fourth',
    5: 'fifth',
    6: 'sixth',
    7: 'seventh',
    8: 'eighth',
    9: 'ninth',
    10: 'tenth',
    11: 'eleventh',
    12: 'twelfth',
    13: 'thirteenth',
    14: 'fourteenth',
    15: 'fifteenth',
    16: 'sixteenth',
    17: 'seventeenth',
    18: 'eighteenth',
    19: 'nineteenth',
    20: 'twentieth',
    21: 'twenty first',
    22: 'twenty second',
    23: 'twenty third',
    24: 'twenty fourth',
    25: 'twenty fifth',
    26: 'twenty sixth',
    27: 'twenty seventh',
    28: 'twenty eighth',
    29: 'twenty ninth',
    30: 'thirtieth',
    31: 'thirty first',
  },
  commandWords: 'help | status | undo | details | pause | resume | forget | export | data | logout | signout',
  joints: 'but | because | cause | cuz | while | whilst | though | although | since | so',
  nameless: 'ing',
  ordinalEndings: 'st | nd | rd | th',
  weekdays: [
    'monday | mon',
    'tuesday | tue | tues',
    'wednesday | wed | weds',
    'thursday | thu | thur | thurs',
    'friday | fri',
    'saturday | sat',
    'sunday | sun',
  ],
  months: [
    'january | jan',
    'february | feb',
    'march | mar',
    'april | apr',
    'may',
    'june | jun',
    'july | jul',
    'august | aug',
    'september | sep | sept',
    'october | oct',
    'november | nov',
    'december | dec',
  ],
  meridiems: {
    am: 'am | a m',
    pm: 'pm | p m | p',
  },
  dayparts: {
    morning: 'morning | in the morning | the morning',
    afternoon: 'afternoon | in the afternoon | the afternoon',
    evening: 'evening | in the evening | the evening',
    night: 'night | at night | the night | in the night',
  },
  days: {
    0: 'today | this day',
    1: 'tomorrow | tmrw | tmr | tomoz | 2morrow | tmw | tmrrw | the next day',
    2: 'day after tomorrow | the day after tomorrow | overmorrow | the day after tmrw',
  },
  zones: {
    UTC: 'zulu | zulu time | utc time',
    GMT: 'gmt time | greenwich time | greenwich mean time',
    CET: 'central european time',
    PT: 'pacific | pacific time | us pacific',
    MT: 'mountain time | us mountain',
    CT: 'central time | us central',
    ET: 'eastern | eastern time | us eastern',
    'London time': 'uk time',
  },
  tonight: 'tonight | tonite | this night',
  clock: {
    noon: 'noon | midday | noontime | 12 noon | high noon | twelve noon',
    midnight: 'midnight | 12 midnight | twelve midnight',
  },
  periods: {
    day: 'day',
    business: 'business | business day | working day | work day | workday | play | trading',
    week: 'week | wk',
    weekend: 'weekend | week end',
    month: 'month',
    year: 'year',
  },
  endsOfPeriods: {
    hour: 'top of the hour | the top of the hour | the next full hour | the next hour mark',
    day: 'eod | days end | day end | the days end | the day is over | the day is done',
    business: 'cob | cop | eob',
    week: 'eow',
    month: 'eom',
    year: 'eoy',
  },
  unclearEnds: `
    lunch | lunchtime | lunch time | dinner | dinnertime | breakfast | end of work | the end of work |
    end of my shift | the end of my shift | the rest of my shift | dawn | dusk | sunset | sunrise |
    the morning after | after lunch | the end of the meeting | teatime | christmas | easter |
    the end of the call | new year | the new year | bedtime | home time | knocking off time`,
} as const satisfies LanguageTable;
