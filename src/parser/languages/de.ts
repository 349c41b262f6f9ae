/** German. */

import type { PhraseTable } from '../phrases/table.ts';

const ones = ['ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'];
const tens = ['zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig'];

/** "einundzwanzig" to "neunundneunzig". */
function compounds(): Record<string, string> {
  const numbers: Record<string, string> = {};
  tens.forEach((ten, index) => {
    numbers[String(20 + 10 * index)] = ten;
    ones.forEach((one, unit) => (numbers[String(21 + 10 * index + unit)] = `${one}und${ten}`));
  });
  return numbers;
}

export const de: PhraseTable = {
  code: 'de',
  fullClock: true,
  spellings: [['ä', 'ae'], ['ö', 'oe'], ['ü', 'ue'], ['Ä', 'ae'], ['Ö', 'oe'], ['Ü', 'ue'], ['ß', 'ss']], // prettier-ignore
  statuses: {
    available: `
      verfügbar | erreichbar | ansprechbar | frei | wieder verfügbar | wieder erreichbar | wieder frei | wieder da und verfügbar |
      online | grün`,
    busy: `beschäftigt | besetzt | ausgelastet | belegt | busy | sehr beschäftigt | rot | am arbeiten`,
    doNotDisturb: `
      bitte niemand stören | störungsfrei | ohne störung | ohne störungen | ohne unterbrechung | ohne unterbrechungen |      nicht stören | bitte nicht stören | nicht gestört werden | ungestört | ungestört sein | ungestört bleiben |
      ungestört arbeiten | nicht gestört sein | nicht stoeren | nicht störn | keine störung | keine störungen | keine unterbrechungen | nicht unterbrechen |
      nicht ansprechen | keine benachrichtigungen | ruhe haben | meine ruhe haben | meine ruhe | nicht stören lassen | stör mich nicht | stört mich nicht |
      störe mich nicht | stören sie mich nicht | dass mich niemand stört | dass mich keiner stört | niemand soll mich stören |
      keiner soll mich stören | niemand darf mich stören | mich nicht stören | mich niemand stört | mich keiner stört | nicht störbar |
      möchte nicht gestört werden | lasst mich in ruhe | lass mich in ruhe | lasst mich in frieden | nicht stören modus | kein stören`,
    beRightBack: `
      bin gleich zurück | gleich zurück | gleich wieder da | gleich wieder zurück | bin gleich wieder da | komme gleich wieder |
      komm gleich wieder | gleich wieder hier | bald zurück | bald wieder da | bin gleich da | bin sofort zurück | sofort zurück | sofort wieder da |
      bin gleich wieder zurück | kurz weg | kurz mal weg | kurz abwesend | nur kurz weg | mal kurz weg | bin kurz weg | bin mal kurz weg | komme gleich zurück | komm gleich zurück`,
    away: `
      abwesend | weg | nicht am platz | nicht am rechner | nicht am pc | nicht am schreibtisch | nicht am computer | nicht da |
      in der mittagspause | in mittagspause | in der pause | in pause | mittagessen | beim mittagessen | beim essen | beim mittag |
      zu tisch | mittagspause | mittag machen | pause machen | in der kaffeepause | unterwegs | nicht am arbeitsplatz | auf pause | mache pause |
      mach pause | mache mittagspause | mach mittagspause | mache mittag | mach mittag | kaffeepause`,
    offline: `
      offline | als offline | unsichtbar | abgemeldet | nicht online | nicht sichtbar | offline sein | feierabend gemacht | außer dienst`,
    presenting: `
      am präsentieren | präsentiere | präsentierend | in einer präsentation | in der präsentation | halte eine präsentation | bei einer präsentation |
      halte einen vortrag | beim präsentieren | in einem vortrag | präsentieren | präsentiere gerade | teile meinen bildschirm | bildschirm teilen | präsentation halten |
      im vortrag | stelle gerade vor | präsentationsmodus | im präsentationsmodus | gebe eine präsentation | präsentiert`,
    inACall: `
      am telefon | im/in_einem gespräch/telefonat/call mit dem/einem/ kunden | im gespräch | im telefonat | in einem telefonat | in einem anruf | im anruf | am telefonieren | telefoniere |
      in einem call | im call | in call | in einem gespräch | beim telefonieren | telefoniere gerade | in einem teams anruf | im teams anruf |
      in einem teams call | im teams call | in einem videoanruf | im videoanruf | in einem telefongespräch | im telefongespräch | in nem call | in nem anruf`,
    inAConferenceCall: `
      in einer telefonkonferenz | in telefonkonferenz | telefonkonferenz | in einer konferenzschaltung | in einem conference call |
      in einer telko | in der telko | telko | in einer konferenz | in konferenz | in einem konferenzgespräch | in einer videokonferenz | in der videokonferenz | videokonferenz |
      in der telefonkonferenz | in einem gruppenanruf | im gruppenanruf | in einer tel ko | im conference call | im konferenzgespräch | in der konferenz |
      in einer schaltkonferenz | in einer konferenzschalte | in der konferenzschaltung | in einem gruppencall | im konferenzanruf | in einem konferenzanruf`,
    meeting: `
      in einer besprechung | in besprechung | in der besprechung | im meeting | in einem meeting | in meetings | in besprechungen |
      in ner besprechung | in nem meeting | in einer sitzung | in der sitzung | in sitzung | im termin | in einem termin | im jour fixe | im teammeeting | im daily | im standup |
      in nem termin | in einem langen meeting | in einer langen besprechung | im teams meeting | in einem teams meeting | in einer teams besprechung`,
    outOfOffice: `
      außer haus | abwesenheitsnotiz | im urlaub | urlaub | krank | krankgeschrieben | nicht im büro | nicht im haus | in elternzeit |
      auf urlaub | abwesenheitsassistent | krankgemeldet | in den ferien | auf dienstreise | im krankenstand | abwesenheit`,
    focus: `
      fokus | fokuszeit | fokussiert | im fokus | konzentriert | konzentriertes arbeiten | konzentriert arbeiten | fokusmodus | im fokusmodus | stumm |
      in ruhe arbeiten | stumm schalten | stummschalten | deep work | im tunnel | fokussieren | konzentrieren | lautlos`,
    unavailable: `
      nicht zu sprechen | nicht verfügbar | nicht erreichbar | nicht ansprechbar | nicht frei | unerreichbar | unabkömmlich | verhindert |
      derzeit nicht verfügbar | gerade nicht verfügbar | keine zeit | zahnarzt | beim zahnarzt | beim arzt | gelb`,
    notSettable: 'inaktiv | unbekannt',
    automatic:
      'automatisch | automatik | automatischer status | automatisch bestimmen | auf automatik | standard',
    unclear:
      'ich habe frei | ich hab frei | ich habe heute frei | ich hab heute frei | ich habe jetzt frei | beschäftigt mich | mich beschäftigt | habe frei | hab frei | habe heute frei | hab heute frei | habe jetzt frei | frei machen | frei haben | frei bekommen | freie zeit | weg damit | weg da',
  },
  occasions: {
    meeting:
      'kundengespräch | kundentermin | beim kunden | besprechung | meeting | termin | meetings | besprechungen | termine',
    presenting: 'präsentation | vortrag',
    inACall: 'anruf | telefonat | call | telefonieren | gespräch',
    doNotDisturb: 'ruhe',
    away: 'pause | mittag',
    beRightBack: 'kaffee holen | hole kaffee | hol mir einen kaffee | kaffee',
  },
  commands: {
    clear: `
      zurücksetzen | lösche/lösch/entferne/leere/reset/resette/ | reset/clear/löschen/leeren/aufheben | setz/setze/stell/stelle meinen/den/ status zurück |
      setz/setze/stell/stelle mich zurück | setz/setze alles/es zurück | status zurücksetzen/löschen/aufheben/leeren/entfernen/resetten/aus | meinen/den status zurücksetzen/löschen/aufheben/leeren/entfernen/resetten |
      lösche/lösch/entferne/leere/resette/beende meinen/den status | hebe/heb meinen/den status auf | präsenz/anwesenheit zurücksetzen/löschen |
      automatisch | automatik | auf/zurück_auf/zurück_zu/wieder/wieder_auf automatisch/automatik/automatischer_status/normal/standard | stell/stelle/setz/setze/schalte/schalt mich/meinen_status/den_status/ zurück_auf/wieder_auf/auf automatisch/automatik/normal/standard |
      automatischer status | ich/ bin zurück | ich/ bin wieder da/zurück/hier | wieder da/zurück | zurück | zurück vom/aus/von mittagessen/der_mittagspause/der_pause/mittag/der_besprechung |
      bin zurück/wieder_da aus/vom/von der/ mittagspause/pause/besprechung/mittagessen/meeting | bin wieder am platz/rechner/schreibtisch |
      überlass es/den_status/das/ teams | teams soll meinen/den/ status bestimmen/selbst_bestimmen | besprechung/meeting/anruf/call/telefonat/pause ist vorbei/zu_ende/beendet |
      meine/die besprechung ist vorbei/zu_ende/beendet | mein/das/der meeting/call/anruf/telefonat ist vorbei/zu_ende/beendet | ich bin fertig | bin fertig | status beenden | beende den/meinen/ status`,
    clearEverything: `
      alles zurücksetzen/löschen/leeren/entfernen | lösche/lösch/entferne/leere alles | setz/setze alles zurück | status und statusmeldung/nachricht/statusnachricht löschen/zurücksetzen |
      lösche/lösch meinen/den/ status und die/meine/ statusmeldung/nachricht/statusnachricht | ganz von vorn | alles weg`,
    status: `
      was/wie ist mein aktueller/jetziger/momentaner status | was ist gerade mein status |      status | mein status | meinen status | präsenz | meine präsenz | wie ist mein status/meine_präsenz/mein_aktueller_status/der_status/mein_status_gerade/mein_status_jetzt | was ist mein status/meine_präsenz/mein_aktueller_status |
      welchen status habe/hab ich/ich_gerade/ich_jetzt/ich_im_moment | zeig/zeige mir/ meinen/den/ aktuellen/ status/präsenz | zeig/zeige mir/ meine präsenz | wie werde ich angezeigt/gerade_angezeigt/anderen_angezeigt |
      aktueller status | mein aktueller status | bin ich dnd | bin ich gerade/noch/jetzt/eigentlich/immer_noch/aktuell/momentan dnd | wie lange noch | wie lange bin ich noch/ dnd | wie lange habe ich noch |
      bis wann | bis wann bin ich/ich_noch dnd | wie lange gilt das/das_noch/mein_status/mein_status_noch | wann läuft mein status/das ab/aus | wann endet das/mein_status |
      was sehen andere/die_anderen/meine_kollegen/kollegen/meine_kolleginnen von_mir/bei_mir/ | was steht bei mir/mir_gerade/mir_jetzt | als was werde ich angezeigt | als was bin ich eingestellt | was ist eingestellt/gesetzt/gerade_eingestellt/aktiv/gerade_aktiv/bei_mir_eingestellt |
      worauf stehe ich | auf was stehe ich | was ist gerade gesetzt | wie ist meine verfügbarkeit | verfügbarkeit | meine verfügbarkeit | status anzeigen | status abfragen | status zeigen | meinen status anzeigen | statusabfrage | wie steht mein status`,
    help: `
      hilfe | hilf mir | was kannst du/du_alles/du_denn/du_so | was kann ich tun/machen/sagen/schreiben/fragen/hier_tun/hier_machen/eingeben/alles_sagen/dich_fragen | befehle | zeig/zeige mir/ die/alle/ befehle | wie funktioniert das/das_hier/dieser_bot/der_bot/du |
      wie benutze ich dich/das/den_bot/diesen_bot | wie geht das/das_hier | anleitung | beispiele | zeig/zeige mir/ beispiele | welche befehle gibt es/kennst_du | welche status gibt es | welche optionen gibt es/habe_ich | brauche hilfe | ich brauche hilfe | hilfe anzeigen | ich brauche mal hilfe |
      was bedeutet dnd | was heißt dnd | wer bist du | was bist du | was machst du | wofür bist du da | wie setze ich meinen status | wie kann ich meinen status ändern/setzen | wie ändere ich meinen status | was ist das | kannst du mir helfen | kannst du helfen | was verstehst du | welche möglichkeiten gibt es/habe_ich | wobei kannst du helfen | wobei kannst du mir helfen | wie bediene ich dich`,
    undo: `
      rückgängig | nimm das wieder zurück | rückgängig machen | mach/mache das/es/die_letzte_änderung/die_änderung/meine_letzte_änderung/alles/ rückgängig | mach/mache das/es wieder/bitte rückgängig | letzte änderung rückgängig/rückgängig_machen/zurücknehmen | das rückgängig machen | nimm das/es/die_letzte_änderung zurück | widerrufen |
      vorherigen/letzten/alten status wiederherstellen | stell/stelle den/meinen vorherigen/alten/letzten/ status wieder her | wiederherstellen | undo | zurücknehmen | mach das ungeschehen | zurück zum vorherigen/letzten/alten status | wieder wie vorher/zuvor | mach es wie vorher | die letzte änderung rückgängig machen | änderung rückgängig machen |
      setz/setze es zurück wie_vorher/auf_vorher | stell alles wieder wie vorher | das war falsch mach es rückgängig | stell den vorherigen zustand wieder her`,
    details: `
      details | mehr details | zeig/zeige mir/ die/mehr/ details | einzelheiten | zeig/zeige mir/ die/ einzelheiten | genauer | details anzeigen | technische details | mehr informationen | statusdetails | details zeigen | zeig mir technische details | details zu meinem status | details bitte`,
    picker: `
      menü | auswahl | auswahl anzeigen | zeig/zeige mir/ die/ auswahl | status auswählen/setzen/ändern/wählen/einstellen/wechseln | meinen/einen/den status auswählen/setzen/ändern/wählen/einstellen/wechseln | setz/setze/ändere/wechsle/wechsel/stelle/stell meinen/den/ status |
      ich möchte/will meinen/den status ändern/setzen/einstellen | status ändern/setzen auf | setz/setze mich auf | stell/stelle mich auf | optionen | zeig/zeige mir/ das/ menü | zeig/zeige mir/ die/ optionen | auswahlmenü | lass mich auswählen/wählen | menü öffnen | menü anzeigen | öffne das menü | welchen status kann ich wählen/setzen | statusauswahl | statusauswahl anzeigen`,
    why: `
      warum/wieso/weshalb bin ich auf/als dnd | warum/wieso/weshalb bin ich noch/immer_noch/gerade/jetzt auf/als dnd |      warum | wieso | weshalb | warum/wieso/weshalb bin ich noch/gerade/jetzt/denn/immer_noch/eigentlich/plötzlich/schon_wieder/ dnd | warum/wieso/weshalb steht mein status/bei_mir auf/ dnd | warum/wieso/weshalb ist mein status noch/gerade/jetzt/immer_noch/ dnd | warum/wieso/weshalb werde ich noch/gerade/jetzt/immer_noch/ als/ dnd angezeigt |
      warum/wieso/weshalb ist mein status so | warum/wieso/weshalb dnd | warum/wieso/weshalb zeigt teams mich/mich_gerade/mich_noch als/ dnd an/ | warum/wieso/weshalb habe ich diesen/den status | warum/wieso/weshalb ist das so | wer hat meinen status/mich geändert/gesetzt | wer hat mich auf dnd gesetzt/gestellt | warum/wieso/weshalb stehe ich auf dnd | warum/wieso/weshalb stehe ich noch/immer_noch/gerade auf dnd | woher kommt mein/der/dieser status | warum/wieso/weshalb hat sich mein status geändert | warum/wieso/weshalb sehen mich/alle andere/mich als/ dnd |
      was bestimmt meinen status | wer bestimmt meinen status | warum/wieso/weshalb werde ich so angezeigt | warum/wieso/weshalb dieser status | erklär/erkläre mir/ meinen status`,
    signIn: `anmelden | melde/meld mich an | einloggen | log/logge mich ein | login | ich möchte/will mich anmelden/einloggen | mich anmelden | mich einloggen | bei teams anmelden | bitte anmelden | sign in`,
    signOut: `abmelden | melde/meld mich ab | ausloggen | log/logge mich aus | logout | ich möchte/will mich abmelden/ausloggen | mich abmelden | mich ausloggen | sign out | von diesem bot abmelden | melde/meld mich bei_diesem_bot/vom_bot/von_diesem_bot/hier ab`,
    privacy: `
      datenschutz | privatsphäre | was speicherst du/du_über_mich/du_alles/du_von_mir/du_alles_über_mich | welche daten speicherst du/du_über_mich/du_von_mir/du_alles | welche daten werden gespeichert | was wird gespeichert | datenschutzerklärung | welche daten hast du/du_über_mich/du_von_mir | was passiert mit meinen daten | zeig/zeige mir/ die/ datenschutz/datenschutzhinweise/datenschutzerklärung | datenschutzinfo | datenschutzhinweise | informationen zum datenschutz | wie ist das mit dem datenschutz | speicherst du daten/meine_daten`,
    exportMe: `
      was weißt du über mich | was weißt du alles über mich | was weißt du von mir |      exportiere/exportier meine/alle/alle_meine/ daten | meine daten exportieren/herunterladen/anzeigen | daten exportieren | datenexport | zeig/zeige/gib/schick/schicke mir/ alle/ meine daten | zeig/zeige mir/ alles was du über mich gespeichert hast | alle meine daten exportieren | export | zeig mir was du über mich gespeichert hast | meine daten bitte | gib mir alle meine daten | datenauskunft | meine gespeicherten daten`,
    forgetMe: `
      vergiss mich | lösche/lösch/entferne alle/ meine daten | lösche/lösch alle daten über/von mich/mir | meine daten löschen | alle meine daten löschen | lösche/lösch alle_meine/all_meine/meine_gesamten/meine_gespeicherten/meine_ganzen daten | lösche/lösch alles was du über mich weißt/gespeichert_hast | lösche/lösch alles über mich | vergiss alles über mich | vergiss alles was du über mich weißt/gespeichert_hast | mich vergessen | meine gespeicherten daten löschen | daten löschen`,
    meetings: `
      meetings | meeting/meetings/besprechungs/termin regeln | besprechungen | besprechungsregeln | meetingregeln | zeig/zeige mir/ die/meine/ besprechungsregeln/meetingregeln/meeting_regeln/regeln | regeln für besprechungen/meetings | regeln | meine regeln | meeting einstellungen | was passiert in/bei besprechungen/meetings | meetingeinstellungen | besprechungseinstellungen | regeln anzeigen | meine meeting_regeln/meetingregeln/besprechungsregeln | welche regeln gelten für/bei/in meetings/besprechungen | meeting regeln anzeigen/ändern | besprechungsregeln/meetingregeln anzeigen/ändern | was machst du in/bei/während meetings/besprechungen`,
    meetingsOff: `
      meetings/besprechungen/besprechungsregeln/meetingregeln/meeting_regeln aus/ausschalten/abschalten/deaktivieren | schalt/schalte die/meine/alle/ besprechungsregeln/meetingregeln/meeting_regeln aus/ab | deaktiviere die/meine/alle/ besprechungsregeln/meetingregeln/meeting_regeln`,
    meetingsOn: `meetings/besprechungen/besprechungsregeln/meetingregeln/meeting_regeln an/ein/einschalten/aktivieren | aktiviere die/meine/ besprechungsregeln/meetingregeln/meeting_regeln | schalte die/meine/ besprechungsregeln/meetingregeln/meeting_regeln ein/an`,
    resumeMeetings: `
      meetings/besprechungen/besprechungsregeln/meetingregeln/meeting_regeln fortsetzen/wieder_aufnehmen/wieder_aktivieren/weiterführen/wieder_an/wieder_einschalten/wieder_ein | fortsetzen | setz/setze die/meine/ meetings/besprechungen/besprechungsregeln/meetingregeln/meeting_regeln/regeln fort | pause beenden/aufheben | meeting pause beenden/aufheben |
      nimm die/meine/ meetings/besprechungsregeln/meetingregeln/meeting_regeln/regeln wieder auf | schalte/schalt die/meine/ besprechungsregeln/meetingregeln/meeting_regeln/regeln wieder ein/an | aktiviere die/meine/ besprechungsregeln/meetingregeln/meeting_regeln/regeln wieder | beende die pause | regeln fortsetzen/wieder_aktivieren | die/ pause der/für meetingregeln/besprechungsregeln/regeln/meetings/besprechungen beenden/aufheben`,
    pauseMeetings: `
      meetings/besprechungen/besprechungsregeln/meetingregeln/meeting_regeln/meeting_automatik pausieren/aussetzen/anhalten | pausiere/pausier/stoppe/unterbrich die/meine/ meetings/besprechungen/besprechungsregeln/meetingregeln/meeting_regeln/regeln | setz/setze die/meine/ besprechungsregeln/meetingregeln/meeting_regeln/regeln aus | regeln pausieren/aussetzen | pause für meetings/besprechungen/besprechungsregeln/meetingregeln/meeting_regeln/regeln | die/meine meetings/besprechungen/besprechungsregeln/meetingregeln/meeting_regeln/regeln pausieren/aussetzen | halte die/meine besprechungsregeln/meetingregeln/regeln an`,
    changeEnd: `
      verkürzen | verkürze | kürzen | kürze | auf verkürzen | auf kürzen | auf ändern | ändern | ändere | ändere es | ändere das | auf abändern | 
      doch | doch/lieber/besser lieber/nur/erst/ | mach/mache daraus/draus | mach/mache draus/daraus doch/lieber | lieber | stattdessen | ändere/änder das/es/das_ende/die_zeit auf/ | ändere/änder auf | mach/mache es/das | nein doch/lieber/ | doch nur | sagen wir | mach/mache es lieber/doch | mach/mache lieber`,
  },
  talk: {
    hello: `hallo/hi/hey/moin/servus/hallöchen/na/huhu/moinsen/grüezi/tach du/bot/zusammen/lieber_bot/ | moin moin | guten morgen/tag/abend | grüß gott/dich | morgen | guten morgen zusammen | schönen guten tag/morgen | wie geht_es_dir/gehts/geht's/geht_es | wie geht es dir heute | na du | alles klar bei dir`,
    thanks: `danke/dankeschön/merci/thx schön/sehr/dir/vielmals/bot/nochmal/nochmals/ | vielen/besten/herzlichen/tausend dank | vielen lieben dank | super/toll/ok/prima/perfekt/klasse danke | super danke dir | ich danke dir | danke für die/deine hilfe | danke das war alles | gut gemacht danke | danke das reicht`,
    bye: `tschüss/tschüs/ciao/tschau/bye/servus/tschö | bis bald/morgen/später/dann/nachher/gleich/montag | auf wiedersehen/wiederhören | schönes wochenende | schönen feierabend/tag/abend | einen schönen tag/feierabend/abend noch | schönen tag/abend noch | mach's/machs gut | gute nacht | ade`,
    fine: `ok/okay/gut/super/toll/prima/klasse/perfekt/passt/cool/alles_klar/in_ordnung/schön/genial/wunderbar/fein/top/verstanden/geht_klar/einverstanden/aha/ach_so/achso/stimmt/genau/sehr_gut/gut_gemacht/haha/lol/hmm/hm/👍 | passt so | alles gut | gut zu wissen | das passt | super gemacht | guter bot | brav | test | testing | nice`,
    drop: `nein/nee/nö/ne/nope/egal/vergiss_es/lass_gut_sein/schon_gut/nicht_nötig/abbrechen/lass_es/lass_mal/nein_danke/doch_nicht/ach_egal/passt_schon/lieber_nicht | nee danke | vergiss das | nicht so wichtig | ist egal | hat sich erledigt`,
    yes: `ja/jo/jap/jep/klar/genau/sicher/gerne/jawohl/ja_bitte/ja_gerne/ja_genau/na_klar/ja_klar/richtig | ja mach das`,
  },
  roles: {
    polite: `
      ups | oh |      bitte | bitteschön | danke | danke schön | dankeschön | vielen dank | danke dir | hallo | hi | hey | moin | servus | mal | doch bitte | gerade | grad | jetzt | sofort | ab sofort | ab jetzt | ab jetzt gleich | von jetzt an | guten morgen | guten tag | guten abend |
      lieber bot | bot | kurz mal | bitte mal | einfach | so | dann bitte | gern | gerne | schnell | nun | momentan | derzeit | im moment | aktuell | ok | also | äh | ähm | heute bitte | eben | halt | bitte einmal | einmal | erstmal | erst mal | lg | vg | mfg | zur zeit | zurzeit | direkt | super | na | wieder | direkt mal | gleich mal | bitte jetzt`,
    request: `
      kannst/könntest/würdest/magst du mich/mir/meinen_status/ bitte/mal/ | können/könnten/würden sie mich/mir/meinen_status/ bitte/mal/ | könnt/könntet ihr mich/mir/ bitte/ | ich möchte/will/würde_gern/würde_gerne/hätte_gern/hätte_gerne/brauche/muss/mag/wünsche | ich möchte gern/gerne/bitte | ich will bitte | ich wäre gern/gerne | möchte | will | kannst/könntest du | würde gern/gerne | bitte kannst du | ich bitte um | kannste | könnteste | kann man mich | darf ich dich bitten | wärst du so nett mich/ | sei so gut und | ich brauch | brauche | brauch`,
    verb: `
      setz | setze | setzen | setzt | stell | stelle | stellen | einstellen | schalt | schalte | schalten | umschalten | ändere | änder | ändern | wechsle | wechsel | wechseln | markier | markiere | markieren | mach | mache | machen | trag | trage | eintragen | melde | meld | zeig mich | zeige mich |
      anzeigen | werden | gehen | geh | gehe | schreib | schreibe | aktiviere | aktivieren | aktivier | einschalten | update | aktualisiere | gesetzt werden | angezeigt werden | auftauchen | erscheinen | gestellt werden | haben | sein | umstellen | switch | switche | leg | lege | lass mich | anmachen | geschaltet werden | zu setzen | zu stellen | setzten | stelle um | hinterlege | eintragen lassen | festlegen`,
    lookUp:
      'zeig | zeige | zeig mir | zeige mir | sag mir | sage mir | nenn mir | verrat mir | lass mich wissen',
    am: 'ich bin | bin | ich bin jetzt | bin jetzt | ich werde | werde | ich bleibe | bleibe | ich geh | ich gehe | ich mache | ich mach | bleib | ich sitze | sitze | ich stecke | stecke | ich hänge | hänge | ich habe | ich hab | habe | hab | komme | bin ab jetzt | ich arbeite | arbeite | bin mal | ich bin mal | bin dann | mich | bin ich | bin ich dann | werde ich | habe ich | hab ich | bleibe ich | jetzt/gerade/momentan/aktuell/nun/derzeit/im_moment/ab_jetzt/ab_sofort bin/habe/werde ich',
    is: 'ist | sind | steht | bleibt | stehen',
    self: 'ich | mein | meinen | meine | meinem | mir | mich',
    object: 'mich | mir | es | das',
    noun: 'status | präsenz | teams status | präsenzstatus | verfügbarkeit | anwesenheit | anwesenheitsstatus | teamsstatus | verfügbarkeitsstatus | onlinestatus',
    possessive: 'mein | meinen | meine | meinem | meiner',
    small:
      'der | die | das | den | dem | des | als | am | im | in der | zum | zur | mal | um | in teams | bei teams | teams | eine | ein | einen | einer | an | ein | gegen | dann | vom | von | komplett | für mich | ganze | hier | nur',
    to: 'auf | zu | in',
    mode: 'modus | status | an | ein | aktiv | eingestellt | gestellt | gesetzt | anzeigen',
    on: 'an | ein | einschalten | aktivieren',
    off: 'aus | ausschalten | ausmachen | abschalten | deaktivieren | deaktiviere | deaktivier | beenden | beende | aufheben | schalt ab | schalte ab | abbrechen | stoppen | stopp',
    done: 'vorbei | zu ende | ist vorbei | ist zu ende | vorüber | ist fertig | ist beendet',
    clearVerb:
      'statusmeldung weg | statusnachricht weg | lösche | lösch | löschen | entferne | entfernen | leere | leeren | zurücksetzen | setz zurück | setze zurück | resette | beende | beenden | clear | aufheben | wegmachen | wegnehmen',
    everything: 'alles | alle',
    session: 'sitzung | session',
    preferred: 'bevorzugt | bevorzugte | bevorzugten | bevorzugter',
    message:
      'statusmeldung/statusnachricht/meldung/nachricht soll lauten/sein/heißen | meine/die statusmeldung/statusnachricht soll lauten/sein/heißen | statusmeldung/statusnachricht lautet | statusmeldung auf | statusnachricht auf | statusmeldung weg | statusnachricht weg | statustext auf | meine statusmeldung auf | meine statusnachricht auf | nachricht auf | meine nachricht auf | statusmeldung | statusnachricht | status meldung | status nachricht | statustext | nachricht | meine statusmeldung | meine statusnachricht',
    messageMark:
      'mit der nachricht | mit nachricht | mit der meldung | mit dem text | mit statusmeldung | mit der statusmeldung | mit der statusnachricht | mit text | mit dem hinweis | mit hinweis | mit statusnachricht | und der nachricht | und nachricht | und schreib | und schreibe | und der statusmeldung | grund | mit der notiz | mit notiz | mit status text | und dem text | mit kommentar | mit dem kommentar | und der meldung | text | und statusmeldung | mit dem vermerk | notiz | hinweis',
    until: 'bis | bis um | bis zur | bis gegen | bis spätestens | noch bis | bis auf | spätestens bis | biss',
    through: 'bis einschließlich | bis inklusive | bis inkl | bis und mit | bis einschl',
    inclusive: 'einschließlich | inklusive | inkl | einschl',
    for: 'über die nächsten | über die nächste | für | während | die nächsten | für die nächsten | für die nächste | in den nächsten | die nächste | für noch | für eine dauer von | für die dauer von | fuer | für so | für genau | die kommenden | für die kommenden | in der nächsten | auf | genau | ne gute | für maximal | maximal | für weitere',
    forAfter: 'lang | lange | über',
    from: 'ab | von | zwischen | seit',
    at: 'so um | ungefähr um | etwa um | circa um | um | am | gegen | so gegen | ab',
    in: 'in | innerhalb von | nach',
    inAfter: 'später',
    by: 'um',
    and: 'und | & | sowie',
    about:
      'etwa | ungefähr | ca | circa | rund | zirka | gegen | so um | ungefähr um | so gegen | so etwa | so ungefähr | so | knapp | fast | gut',
    next: 'nächsten | nächste | nächster | nächstes | nächstem | nächsten woche',
    this: 'diesen | diese | dieser | dieses | kommenden | kommende | kommender',
    endOf:
      'ende | ende der | ende des | ende von | zum ende | zum ende der | zum ende des | zum ende von | ende dieser | ende dieses | das ende der | das ende des',
    restOf:
      'rest | den rest | den rest des | den rest der | restlichen | der rest | den restlichen | die restliche | rest des | rest der | für den rest des | für den rest der',
    all: 'ganzen | ganze | ganzer | den ganzen | die ganze | das ganze | ganztägig | ganztags | den lieben langen',
    more: 'weitere | noch weitere | mehr | zusätzlich | zusätzliche | länger',
    still: 'noch | nochmal | noch mal | noch einmal',
    back: 'zurück | wieder da | wieder zurück | wieder hier | wieder am platz | bin ich zurück | bin ich wieder da | bin ich wieder zurück | bin ich wieder hier | bin ich wieder am platz | bin zurück | bin wieder da',
    extend:
      'verlängere das ganze | verlänger das ganze | verlängere | verlänger | verlängern | verlängerung | dazu | dranhängen | häng dran | hänge dran | extend | verlängert | ausdehnen | dehne aus | häng | hänge | draufpacken | drauf | obendrauf | dran',
    endless:
      'für immer | immer | dauerhaft | auf dauer | unbegrenzt | auf ewig | permanent | ewig | für alle zeit | unbefristet | ohne ende',
    vague:
      'über eine stunde | über 1 stunde | eine weile | ne weile | eine zeit lang | eine zeitlang | ein bisschen | ein wenig | kurz | lange | eine kurze zeit | eine ganze weile | ein paar minuten | ein paar stunden | paar minuten | paar stunden | ein paar tage | einige zeit | einige minuten | einige stunden | ein weilchen | einen moment | einen augenblick | bis auf weiteres | vorerst | vorübergehend | bis später | bis nachher | bis dann | bis gleich | bis bald | einige tage | länger | etwas länger | ne zeit lang | mehrere stunden | mehrere minuten | paar tage | für später | ein stündchen oder so | demnächst | bis irgendwann | für ein weilchen | kurze zeit | erstmal | bis dahin',
    question: `
      wann | wie | was | wer | wo | warum | wieso | weshalb | welche | welchen | welcher | welches | wem | wen | wieviel | wie viel | wie lange | bin ich | ob | wie spät | woran | wofür | wozu | wodurch | muss ich | werde ich | stehe ich | habe ich | hab ich | war ich | ist mein status | könnte ich | gibt es | ist es | bin ich eigentlich | bist du | hast du | weißt du | siehst du | sehen mich | sieht mich`,
    explain:
      'was bedeutet | was heißt | erkläre | erklär | erklär mir | erkläre mir | was passiert bei | was macht | wofür steht',
    whatIf:
      'was wäre wenn | was passiert wenn | was würde passieren wenn | was wäre bei | vorschau | nur mal angenommen | was wäre',
    bygone:
      'habe mich | hab mich | war | waren | gestern | vorhin | vorgestern | wurde | hatte | gewesen | letzte woche | letzten | letzte | früher | wurden | hatten | neulich | bereits | warst | schon lange | vor kurzem | ging | habe gestern | eben noch | damals | heute morgen war',
    other: `
      das stört mich nicht | es stört mich nicht | stört das mich | das stört | stört euch |      er | sie | wir | ihr | uns | euch | ihm | ihn | ihnen | kollege | kollegin | kollegen | kolleginnen | mein kollege | meine kollegin | meine kollegen | meinen kollegen | chef | chefin | mein chef | meine chefin | meinen chef | team | mein team | das team | die anderen | andere | jemand | niemand | man | alle anderen | kunde | kunden | der kunde | jedermann | jemanden | deren | seinen | seine | sein status | ihren | ihre | unser | unsere | unseren | du | dich | dir | dein | deine | deinen | frau | herr | unser team | der bot | leute | die leute | mitarbeiter | mitarbeiterin | vorgesetzter | assistentin | praktikant | freund | freundin | mutter | vater | alle kollegen | den bot | kind | kinder`,
    report:
      'sagt | sagte | sagen | meint | meinte | schrieb | hat gesagt | hat geschrieben | schreibt | fragte | fragt | hat gefragt | gesagt | geschrieben | behauptet | laut | angeblich | dass | habe gehört | hab gehört | gehört | steht in | zitat',
    condition:
      'wenn | falls | sobald | sofern | außer | solange | es sei denn | im falle | immer wenn | jedes mal wenn | sonst | bevor | nachdem | während ich | ohne',
    maybe:
      'vielleicht | eventuell | evtl | möglicherweise | wahrscheinlich | wohl | könnte | sollte | würde | hätte | wäre | vermutlich | glaube | ich glaube | denke | ich denke | ich überlege | überlege | angenommen | soll | müsste | eigentlich | kann ich | darf ich | soll ich | sollte ich | dürfte ich',
    negation:
      'nicht | kein | keine | keinen | nie | niemals | keinesfalls | auf keinen fall | nicht mehr stören | nicht auf | nix | weder | nichts | kaum | nimmer | hör auf | nicht ausschalten | vermeide | keineswegs | noch nicht | keiner',
    noLonger: 'nicht mehr | nicht länger | kein mehr',
    sequence:
      'danach | und dann | anschließend | zuerst | nachher | hinterher | später dann | dann wieder | erst',
    correction:
      'stattdessen | nein | quatsch | moment | warte | stopp | halt | ich meine | vielmehr | sorry | beziehungsweise | doch | doch nicht | bzw | korrektur | ach nein | ups',
    or: 'oder | entweder | beziehungsweise',
    recurring: `
      jeden | jede | jedes | täglich | immer montags | montags | dienstags | mittwochs | donnerstags | freitags | samstags | sonntags | wöchentlich | monatlich | werktags | wochentags | an werktagen | jeden tag | jede woche | morgens | abends | nachmittags | vormittags | mittags | alle zwei wochen | immer | nachts | wochenends | jeweils | regelmäßig | alle zwei tage | unter der woche | an wochentagen | an allen werktagen | stündlich`,
  },
  units: {
    second: 'sekunde | sekunden | sek',
    minute: 'minute | minuten | min | mins | minütchen | minuetchen | minutn',
    hour: 'stunde | stunden | std | stdn | stündchen | h | std. | st',
    day: 'tag | tage | tagen | tg',
    week: 'woche | wochen | wo',
    month: 'monat | monate | monaten',
    year: 'jahr | jahre | jahren',
  },
  numbers: {
    0: 'null',
    1: 'ein | eine | einen | einer | einem | eins | ne | nen | ner',
    2: 'zwei | zwo | beide | beiden',
    3: 'drei',
    4: 'vier',
    5: 'fünf',
    6: 'sechs',
    7: 'sieben',
    8: 'acht',
    9: 'neun',
    10: 'zehn',
    11: 'elf',
    12: 'zwölf',
    13: 'dreizehn',
    14: 'vierzehn',
    15: 'fünfzehn',
    16: 'sechzehn',
    17: 'siebzehn',
    18: 'achtzehn',
    19: 'neunzehn',
    ...compounds(),
    100: 'hundert | einhundert',
    0.5: 'halbe | halben | halber | eine halbe | einer halben | ne halbe | einen halben | ein halber',
    1.5: 'anderthalb | eineinhalb | einundeinhalb | eineinhalbe',
    1.25: 'eineinviertel | einundeinviertel',
    120: 'hundertzwanzig | einhundertzwanzig',
    2.5: 'zweieinhalb | zweiundeinhalb',
    3.5: 'dreieinhalb',
    4.5: 'viereinhalb',
    5.5: 'fünfeinhalb',
    6.5: 'sechseinhalb',
    7.5: 'siebeneinhalb',
  },
  lengths: {
    900: 'viertelstunde | viertelstunden | viertelstündchen | viertel stunde',
    1800: 'halbstunde | halbes stündchen | halbstündchen',
    2700: 'drei viertel stunden | dreiviertel stunden | dreiviertelstunde | dreiviertel stunde | drei viertel stunde',
    3600: 'die nächste stunde | nächste stunde | der nächsten stunde | die kommende stunde | in der nächsten stunde | für die nächste stunde',
    604800: 'acht tage',
  },
  weekdays: [
    'montag | mo',
    'dienstag | di',
    'mittwoch | mi',
    'donnerstag | do',
    'freitag | fr',
    'samstag | sa | sonnabend',
    'sonntag',
  ],
  months: [
    'januar | jan | jänner',
    'februar | feb | feber',
    'märz | mär | mrz',
    'april | apr',
    'mai',
    'juni | jun',
    'juli | jul',
    'august | aug',
    'september | sep | sept',
    'oktober | okt',
    'november | nov',
    'dezember | dez',
  ],
  days: { 0: 'heute | heut', 1: 'morgen', 2: 'übermorgen' },
  dayparts: {
    morning:
      'früh | morgen | vormittag | am vormittag | am morgen | in der früh | morgens | vormittags | frühmorgens',
    afternoon: 'nachmittag | am nachmittag | nachmittags | mittag',
    evening: 'abend | am abend | abends',
    night: 'nacht | in der nacht | nachts',
  },
  weekdayParts: {
    morning: 'morgen | früh | vormittag',
    afternoon: 'nachmittag | mittag',
    evening: 'abend',
    night: 'nacht',
  },
  splits: [
    'hab/habe/ich_habe/ich_hab … zu_tun = busy',
    'stör/störe/stört mich … nicht = doNotDisturb',
    'stören_sie_mich … nicht = doNotDisturb',
    'lass/lasst mich … in_ruhe = doNotDisturb',
    'nicht vor … stören = until doNotDisturb',
    'komm/komme … wieder = beRightBack',
  ],
  clock: { noon: 'mittag | mittags | zwölf uhr mittags | 12 uhr mittags', midnight: 'mitternacht' },
  periods: {
    day: 'tag | tages | tags | arbeitstag | arbeitstages',
    week: 'woche | arbeitswoche',
    weekend: 'wochenende | wochenendes',
    month: 'monat | monats',
    year: 'jahr | jahres',
    hour: 'volle stunde | vollen stunde | nächste volle stunde | nächsten vollen stunde',
  },
  endsOfPeriods: {
    day: 'tagesende | ende des tages | eod',
    week: 'wochenende der woche | ende der woche',
    month: 'monatsende',
    year: 'jahresende',
    business: 'büroschluss | dienstschluss | geschäftsschluss | ende des arbeitstages | arbeitsende',
  },
  unclearEnds:
    'feierabend | später | nachher | bald | gleich | nach dem mittag | nach dem mittagessen | mittagessen | mittagspause | nach dem essen | meeting | besprechung | termin | irgendwann | auf weiteres | nach der besprechung | nach dem meeting | nach dem termin | schluss | bescheid | dann | abendessen | kaffee | mittagspause vorbei | schichtende',
  patterns: [
    'clock: {hour} uhr = hour @24',
    'clock: {hour} uhr {minute} = hour +minute @24',
    'clock: {hour} . {minute} uhr = hour +minute @24',
    'clock: {hour} : {minute} uhr = hour +minute @24',
    'clock: {hour} : {minute} h = hour +minute @24',
    'clock: {hour} h {minute} = hour +minute @24',
    'clock: {hour} h = hour @24',
    'clock: punkt/genau/exakt {hour} uhr = hour @24',
    'clock: {hour} uhr genau/pünktlich = hour @24',
    'clock: punkt {hour} = hour',
    'clock: halb {hour} uhr? = hour -30',
    'clock: viertel nach {hour} uhr? = hour +15',
    'clock: viertel vor {hour} uhr? = hour -15',
    'clock: viertel {hour} uhr? = hour -45',
    'clock: dreiviertel/drei_viertel {hour} uhr? = hour -15',
    'clock: {minute} vor halb {hour} uhr? = hour -30 -minute',
    'clock: {minute} nach halb {hour} uhr? = hour -30 +minute',
    'clock: {minute} minuten/min? vor {hour} uhr? = hour -minute',
    'clock: {minute} minuten/min? nach {hour} uhr? = hour +minute',
    'length: {n} und eine_halbe/ne_halbe {unit} = n unit 0.5 unit',
    'length: {n} einhalb {unit} = n unit 0.5 unit',
    'length: {n} und halb/einen_halben/ein_halbes {unit} = n unit 0.5 unit',

    'length: {n} std/stunde/stunden .? {minute} = n hour minute minute',
    'length: {hour} : {minute} std/stunde/stunden = hour hour minute minute',
    'length: ein_halbes_stündchen = 0.5 hour',
    'length: einer/eine/ner/ne viertel_stunde = 15 minute',
    'day: {d} . {m} . = month m day d',
    'day: heute_in_einer_woche = offset 7',
    'day: heute_in_acht_tagen = offset 7',
    'day: {weekday} in_einer_woche = weekday weekday week',
    'day: dem/den/zum {d} . = day d',
    'day: dem/den/zum {d} . {month} = month month day d',
    'day: dem/den/zum {d} . {month} {year} = month month day d year year',
  ],
  say: {
    words: {
      available: 'verfügbar',
      busy: 'beschäftigt',
      dnd: 'nicht stören',
      brb: 'gleich zurück',
      away: 'abwesend',
      offline: 'offline',
      presenting: 'präsentiere',
      'in a call': 'im Gespräch',
      'in a conference call': 'in einer Telefonkonferenz',
      clear: 'zurücksetzen',
      'clear everything': 'alles zurücksetzen',
      'clear message': 'Statusmeldung löschen',
      undo: 'rückgängig',
      'sign out': 'abmelden',
      'forget me': 'vergiss mich',
      'resume meetings': 'Meetings fortsetzen',
      meetings: 'Meetings',
      'meetings off': 'Meetings aus',
      'pause meetings': 'Meetings pausieren',
      extend: 'verlängere um',
      message: 'Statusmeldung',
      'end of day': 'Tagesende',
      midnight: 'Mitternacht',
      minutes: 'Minuten',
      hours: 'Stunden',
      '30 minutes': '30 Minuten',
      '1 hour': '1 Stunde',
      '2 hours': '2 Stunden',
      '30 days': '30 Tage',
    },
    until: 'bis {}',
    order: '{status} {end}',
    tomorrow: 'morgen',
  },
};
