/** French. */

import type { PhraseTable } from '../phrases/table.ts';

const ones = ['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze', 'treize', 'quatorze', 'quinze', 'seize', 'dix-sept', 'dix-huit', 'dix-neuf']; // prettier-ignore
const tens = ['vingt', 'trente', 'quarante', 'cinquante', 'soixante'];

/** "un" to "quatre-vingt-dix-neuf", with the words of Belgium and Switzerland. */
function counted(): Record<string, string> {
  const numbers = new Map<number, string[]>();
  const add = (value: number, ...words: readonly string[]) =>
    numbers.set(value, [...(numbers.get(value) ?? []), ...words]);
  const addTen = (from: number, ten: string, upTo: number) => {
    for (let unit = 1; unit <= upTo; unit += 1) {
      const one = ones[unit - 1] ?? '';
      add(from + unit, `${ten} ${one}`, ...(unit % 10 === 1 ? [`${ten} et ${one}`] : []));
      if (unit === 1) add(from + unit, `${ten} une`, `${ten} et une`);
    }
  };
  ones.forEach((one, index) => add(index + 1, one));
  tens.forEach((ten, index) => {
    add(20 + 10 * index, ten);
    addTen(20 + 10 * index, ten, ten === 'soixante' ? 19 : 9);
  });
  add(80, 'quatre-vingts', 'quatre-vingt');
  addTen(80, 'quatre-vingt', 19);
  for (const [value, ten] of [
    [70, 'septante'],
    [80, 'huitante'],
    [80, 'octante'],
    [90, 'nonante'],
  ] as const) {
    // prettier-ignore
    add(value, ten);
    addTen(value, ten, 9);
  }
  return Object.fromEntries([...numbers].map(([value, words]) => [String(value), words.join(' | ')]));
}

const numbers = counted();

export const fr: PhraseTable = {
  code: 'fr',
  fullClock: true,
  spellings: [
    ['œ', 'oe'],
    ['æ', 'ae'],
  ],
  statuses: {
    available: `
      disponible | disponibles | dispo | libre | joignable | en ligne | de nouveau disponible | à nouveau disponible | à nouveau dispo | de nouveau dispo | à nouveau joignable |
      à disposition | vert | en vert | présent | présente | visible `,
    busy: `
      occupé | occupée | occupés | occuper | très occupé | très occupée | pris | prise | débordé | débordée | rouge | en rouge | overbooké | overbookée | sous l'eau |
      en plein travail | en plein boulot | affairé | affairée | surchargé | surchargée | bien occupé | bien occupée | surbooké | surbookée | assez occupé | assez occupée`,
    doNotDisturb: `
      il/ ne/ faut pas_me_déranger | ne pas déranger | pas déranger | nepasdéranger | ne pas me déranger | ne pas être dérangé/dérangée | ne pas dérangé/dérangée/dérangez/derange | ne/ sois/soit pas dérangé/dérangée | ne pas déranger/dérangé moi | ne pas être dérangé/dérangée | pas être dérangé/dérangée | ne veux/souhaite/voudrais pas être dérangé/dérangée |
      veux/souhaite pas être dérangé/dérangée | ne pas m'interrompre | ne pas interrompre | n'aimerais pas être dérangé/dérangée | ne me dérangez/dérange/dérangeons pas | me dérangez/dérange pas | ne m'interrompez/interromps pas |
      ne me dérangez plus | ne me dérange plus | qu'on/que_l'on ne me dérange pas/plus | qu'on me dérange pas | que personne ne me dérange | personne ne me dérange | personne ne doit me déranger | ne doit pas être dérangé/dérangée |
      être tranquille | je veux/voudrais/souhaite être tranquille | j'aimerais être tranquille | j'ai/ besoin d'être tranquille | qu'on me laisse tranquille | laissez/laisse moi tranquille | foutez moi la paix | fichez moi la paix | laissez/laisse moi en paix | avoir la paix | qu'on me fiche la paix | qu'on me foute la paix | être au calme |
      sans être dérangé/dérangée | sans interruption | sans interruptions | aucune interruption | pas d'interruption | pas d'interruptions | aucun dérangement | pas de dérangement | sans dérangement | aucune notification | pas de notifications | pas de notification | plus de notifications |
      ne dois pas être dérangé/dérangée | ne peux pas être dérangé/dérangée | pas dérangé | pas dérangée | ne pas déranger svp | ne suis pas à déranger | mode ne pas déranger | mode npd | npd | sans notification | sans notifications |
      ne/ veux/voudrais/souhaite pas qu'on/que_l'on me dérange/m'interrompe | ne/ me dérangez/dérange sous_aucun_prétexte/surtout_pas/en_aucun_cas | ne/ veux pas que quelqu'un me dérange | pas envie d'être dérangé/dérangée | je/ ne suis là pour personne | je n'y suis pour personne | n'y suis pour personne | suis là pour personne | j'y suis pour personne | je ne veux voir personne | ne pas être interrompu/interrompue | ne veux pas être interrompu/interrompue | ne veux aucune interruption | ne veux aucune notification | ne souhaite aucune interruption | dérange pas | dérangez pas | mode tranquille | ne plus me déranger | ne plus être dérangé/dérangée`,
    beRightBack: `
      de retour bientôt | bientôt de retour | de retour tout de suite | tout de suite de retour | de retour dans un instant | de retour dans un moment | de retour dans quelques instants | de retour sous peu |
      je/ reviens | je/ reviens tout_de_suite/de_suite/vite/bientôt/dans_un_instant/dans_une_minute/dans_un_moment/dans_deux_minutes/dans_quelques_instants/dans_pas_longtemps/rapidement/aussitôt | je reviens très/ vite | je serai bientôt/vite/ de_retour | je serai de retour bientôt/tout_de_suite | de retour rapidement | de retour très vite | de retour vite |
      bref retour | je m'absente un instant/une_minute/deux_minutes/quelques_instants/quelques_minutes | je m'absente brièvement | brève absence | absent un instant | absente un instant | absent quelques instants | absente quelques instants | deux minutes et je reviens | je m'éclipse un_instant/deux_minutes/ | retour imminent | retour bientôt | retour rapide`,
    away: `
      absent | absente | absents | parti | partie | sorti | sortie | pas là | suis pas là | ne suis pas là | pas ici | pas à mon poste | pas à mon bureau | ne suis pas à mon poste | ne suis pas à mon bureau | pas devant mon écran | ne suis pas devant mon écran | pas devant l'ordi | pas devant mon ordi |
      pas derrière mon écran | loin de mon bureau | loin de mon poste | loin du bureau | loin du clavier | loin de mon ordi | loin de mon ordinateur | loin de mon écran | éloigné | éloignée | en pause | en pause déjeuner | en pause dej | en pause repas | en pause café | en pause midi | en pause clope | en pause cigarette | pause déjeuner | pause dej | pause repas | pause café | pause midi |
      parti/partie déjeuner/manger/dîner/dej/grignoter | je/ pars déjeuner/manger/dîner/en_pause | je/ vais en pause/pause_déjeuner | je/ sors déjeuner/manger/fumer | je/ sors | je/ vais déjeuner/manger/dîner | je/ m'absente | à table | au déjeuner | à déjeuner | déjeuner dehors | je/ déjeune | je/ mange | en train de déjeuner | en train de manger | en train de dîner | je/ prends/fais une/ma/la pause | je/ prends/fais une/ma/la pause_déjeuner/pause_café | je/ prends/fais une petite pause | prendre une pause | faire une pause |
      en déjeuner | à la pause | sur la route | en route | en balade | m'absenter | m'absente | dois m'absenter | à la cantine | au restaurant | au resto | jaune`,
    offline: `
      hors ligne | hors-ligne | hors connexion | invisible | apparaître hors ligne | apparaître invisible | apparais hors ligne | apparaître déconnecté | apparaître déconnectée | apparaître comme hors ligne | paraître hors ligne | apparaître absent du réseau | déconnecté | déconnectée | pas en ligne | non connecté | non connectée | pas connecté | pas connectée | ne pas apparaître en ligne | pas visible`,
    presenting: `
      en présentation | en pleine présentation | en train de présenter | je présente | présente un diaporama | présentation en cours | présentateur | présentatrice | en cours de présentation | je/ fais/donne/anime une/ma/la présentation/démo | faire une présentation | donne une présentation | je donne une présentation | en démo | en démonstration | en pleine démo |
      en partage d'écran | partage mon écran | je partage mon écran | en train de partager mon écran | dans une présentation | anime une présentation | mode présentation | en mode présentation | en soutenance | présentant | je présente en ce moment | dois présenter | donne une conférence | fais une démo`,
    inACall: `
      en appel | au téléphone | au tel | au tél | en communication | en ligne avec un client | en call | dans un appel | sur un appel | en cours d'appel | en plein appel | en train de téléphoner | je téléphone | en conversation téléphonique | en entretien téléphonique | en appel téléphonique | en appel vidéo | en appel teams | sur un call | dans un call |
      en plein call | au bigo | au bigophone | en communication téléphonique | en appel client | en appel avec un client | en conversation | en discussion téléphonique | pendu au téléphone | pendue au téléphone | en coup de fil | je/ passe un appel/coup_de_fil | passer un appel | je/ suis sur un appel | en train d'appeler | en échange téléphonique`,
    inAConferenceCall: `
      en conférence téléphonique | en conférence | en conf call | en confcall | en conference call | en conf | en audioconférence | en audio conférence | en téléconférence | en télé conférence | en visioconférence | en visio conférence | en visio | en vidéoconférence | en vidéo conférence | dans une conférence téléphonique | en conf tel | en conf téléphonique |
      conférence téléphonique | audioconférence | téléconférence | visioconférence | dans une téléconférence | dans une audioconférence | dans une visioconférence | dans une visio | dans une conférence | en appel de groupe | en appel collectif | dans un appel de groupe | en appel conférence | en réunion téléphonique | en conférence call | dans une conf call | dans un conf call | sur une conf call | en conférence vidéo | en conférence audio | en appel en conférence`,
    meeting: `
      en réunion | en réu | en réunions | dans une réunion | en pleine réunion | en meeting | dans un meeting | en rendez-vous | en rdv | en entretien | en point | en réunion d'équipe | en comité | en daily | en stand up | en standup | en atelier | en séance | dans une réu | en réunion client | en réunion teams | en point d'équipe | en point hebdo | dans un rendez-vous | dans un rdv | en longue réunion | dans une longue réunion | en réunion importante | en rencontre | en caucus | en rdv client | en rendez-vous client | en point perso | en one to one | dans une réunion importante | en cours de réunion`,
    outOfOffice: `
      absent du bureau | absente du bureau | absent(e) du bureau | hors du bureau | hors bureau | pas au bureau | ne suis pas au bureau | en congé | en congés | congé | congés | en vacances | vacances | malade | en arrêt maladie | en arrêt | en arrêt de travail | en congé maladie | en congé parental | en congé maternité | en congé paternité |
      en rtt | rtt | en déplacement | en déplacement professionnel | message d'absence | absence du bureau | réponse automatique d'absence | réponse automatique | en voyage d'affaires | en mission | souffrant | souffrante | en repos | en jour férié | en voyage`,
    focus: `
      concentré | concentrée | me concentrer | en concentration | en pleine concentration | mode concentration | temps de concentration | mode focus | en mode focus | en focus | concentration | besoin de me concentrer | silencieux | en silencieux | mode silencieux | en mode silencieux | en sourdine | muet | en muet | en mode concentration | au calme | travail concentré | en travail profond |
      en deep work | deep work | dans ma bulle | silence | en silence | je me concentre | me concentre | coupe/couper/coupez/désactive/désactiver/mute les/mes/toutes_les/toutes_mes/ notifications/notifs | mets les notifications en sourdine | me mettre en sourdine | dans ma grotte | en immersion`,
    unavailable: `
      indisponible | indisponibles | pas disponible | non disponible | pas dispo | non dispo | indispo | pas libre | injoignable | pas joignable | non joignable | inaccessible | ne suis pas disponible | ne suis pas dispo | ne suis pas libre | ne suis pas joignable | suis pas dispo | suis pas disponible | plus disponible | plus dispo | plus joignable | ne suis plus disponible | ne suis plus dispo | ne suis plus joignable | ne suis plus libre |
      pas le temps | empêché | empêchée | retenu | retenue | chez le médecin | chez le dentiste | chez le docteur | peu disponible | peu dispo | ne serai pas disponible | ne serai pas dispo | ne serai pas joignable | serai pas dispo | orange`,
    notSettable: 'inactif | inactive | inconnu | statut inconnu',
    automatic:
      'automatique | auto | automatiquement | en automatique | en auto | mode automatique | mode auto | statut automatique | par défaut | en mode automatique | en mode auto | normal | à la normale',
    unclear: 'du temps libre | temps libre | me libérer | libérer | libère | connecté | connectée',
  },
  occasions: {
    meeting:
      'réunion | réu | rendez-vous | rdv | entretien | réunions | séance | atelier | meeting | point équipe | comité | point',
    presenting: 'présentation | démo | démonstration | soutenance',
    inACall: 'appel | coup de fil | téléphone | call | communication',
    inAConferenceCall: 'visio | visioconférence | visio conférence | conf | confcall | téléconf',
    beRightBack: 'chercher un café | prendre un café',
    away: "d'absence | pause | déjeuner | dej | déj | repas | dîner | petit déjeuner | goûter | café",
    doNotDisturb: 'calme',
  },
  commands: {
    clear: `
      effacer/efface/effacez/réinitialiser/réinitialise/réinitialisez/reset/supprimer/supprime/enlever/enlève/vider/vide/retirer/retire/remettre_à_zéro/remets_à_zéro/clear mon_statut/le_statut/ma_présence/la_présence/mon_état/statut/présence/ma_disponibilité/ça/le/ | remise à zéro | remise à zéro du/de_mon statut |
      remets/remettre/remettez mon_statut/le_statut/ma_présence à zéro/la_normale | reviens à la normale | retour/revenir/reviens/retourne/retourner à la normale | retour/revenir/repasser/repasse/reviens/remets/remettre/mets/mettre/passe/passer/rebascule/bascule moi/mon_statut/le_statut/ en/au/à/sur/ automatique/auto/mode_automatique/mode_auto/statut_automatique |
      automatique | auto | statut automatique | mode automatique | mets/remets/passe moi en automatique/auto | rétablis/rétablir/restaure/restaurer le/mon statut automatique | laisse/laissez/laisser teams décider/choisir/faire/gérer/gérer_mon_statut/décider_de_mon_statut/gérer_ma_présence | teams décide | que teams décide | que teams gère |
      annule/annuler/annulez/arrête/arrêter/termine/terminer/terminez/désactive/désactiver/stoppe/stopper mon/le/ce statut | annule/annuler ma présence | je/ suis de_retour/revenu/revenue/rentré/rentrée/là/à_nouveau_là/de_nouveau_là/de_retour_au_bureau/de_retour_à_mon_poste | me/ revoilà | me voilà/voici/revoici de_retour/ | me revoici | je suis de retour de/du/de_la/d'une/de_ma déjeuner/pause/réunion/pause_déjeuner | de retour | revenu | revenue | c'est bon/ je suis de_retour/là/revenu/revenue | de retour de/du/de_la/de_ma pause/déjeuner/réunion/pause_déjeuner | je suis de nouveau/à_nouveau là | de retour à mon poste | rentré | j'ai fini/terminé | j'ai fini/terminé ma/mon/la/le/l' réunion/appel/présentation/pause/déjeuner/rdv/rendez-vous |
      la/ma/cette réunion/présentation/pause/visio/conférence est terminée/finie | l'appel/le_call/mon_appel/le_rendez-vous/mon_rendez-vous/le_rdv/mon_rdv/le_déjeuner est terminé/fini | réunion/présentation/pause terminée/finie | appel/rdv/rendez-vous/call terminé/fini | fin de réunion/l'appel/la_réunion/la_pause/la_présentation/pause/présentation/statut | fin du statut | j'ai raccroché |
      mettre fin à mon/au/ce statut | mets fin à mon statut | mets fin au statut | effacer le statut que j'ai défini | retire le statut que j'ai mis | réinitialisation | réinitialisation du/de_mon statut | status reset | remets tout/mon_statut comme/à_la_normale avant/`,
    clearEverything: `
      tout effacer/réinitialiser/supprimer/enlever/vider/retirer/remettre_à_zéro/nettoyer | efface/effacez/réinitialise/réinitialisez/supprime/supprimez/enlève/vide/retire/nettoie tout | remets/remettre/remettez tout à zéro | efface/effacer/effacez/supprime/supprimer/réinitialise/réinitialiser mon/le/ statut et mon/le/ message/message_de_statut | remets tout à zéro | remise à zéro complète | repartir de zéro | repars de zéro | reset complet | réinitialisation complète/totale | efface tout statut et message`,
    status: `
      statut | mon statut | état | mon état | présence | ma présence | ma disponibilité | disponibilité | statut actuel | mon statut actuel | quel est mon statut/état/statut_actuel/statut_en_ce_moment/statut_maintenant/statut_teams/statut_du_moment | c'est quoi mon statut/état/statut_actuel | mon statut c'est quoi | quelle est ma présence/disponibilité/présence_actuelle/disponibilité_actuelle | quel statut ai_je/j'ai/est_défini/est_affiché/est_actif |
      j'ai quel statut | montre/montrer/montrez/affiche/afficher/affichez/donne/dis/voir/consulter/vérifie/vérifier moi/me/ mon/le/ statut/état/statut_actuel | me/ montrer/dire/donner/afficher/rappeler/indiquer mon/le/ statut/statut_actuel/quel_est_mon_statut/ma_présence | rappelle/dis moi/ mon/quel_est_mon statut | tu peux me dire mon statut | montre/affiche/donne moi/ ma présence/disponibilité | je suis en quoi | je suis quoi/comment en_ce_moment/actuellement/là/ | comment suis_je/je_suis affiché/affichée/vu/vue | comment les_autres/mes_collègues/on me voient/voit/voient_ils | que voient/voit les_autres/mes_collègues | qu'est-ce que les_autres/mes_collègues voient | qu'est-ce qui est affiché/affiché_pour_moi/défini/actif |
      suis-je dnd | suis-je toujours/encore/actuellement/bien/en_ce_moment dnd | est-ce que je suis toujours/encore/bien/actuellement/en_ce_moment/marqué/affiché/ dnd | je suis dnd ou pas | je suis toujours/encore/bien dnd | jusqu'à quand | jusqu'à quand suis_je/est_ce_que_je_suis/je_suis dnd | jusqu'à quelle heure suis_je/je_suis/est_ce_que_je_suis dnd | pour combien de temps suis_je/je_suis/est_ce_que_je_suis/encore/ dnd | combien de temps encore/ | combien de temps me_reste_t_il/il_me_reste/reste_t_il/il_reste/il_reste_encore | il me reste combien de_temps/ | combien de temps je_suis/suis_je encore/ dnd |
      quand se_termine/finit/expire/s'arrête mon/ce/le statut | quand est-ce_que mon/ce/le statut se_termine/finit/expire/s'arrête | mon statut se_termine/finit/expire/dure quand/jusqu'à_quand | jusqu'à quand dure/vaut/court mon/ce statut | mon statut actuel svp | quel est le statut actuel/ | statut en cours | quel est mon message/message_de_statut/message_actuel | montre/affiche moi/ mon message/message_de_statut | où en_est mon statut | où en suis je | quelle est ma présence en ce moment | sur quel statut suis je | dans quel statut suis je | suis-je vu/vue comme/ dnd | afficher le/ statut | état actuel`,
    help: `
      aide | à l'aide | aide-moi | aidez-moi | au secours | besoin d'aide | j'ai besoin d'aide | il me faut de l'aide | un peu d'aide | que peux-tu/pouvez-vous/sais-tu/savez-vous faire/faire_pour_moi | qu'est-ce que tu/vous peux/sais/pouvez/savez faire/faire_pour_moi | tu sais/peux faire quoi | tu fais quoi | que fais-tu | que sais-tu faire | que puis-je faire/dire/demander/te_demander/te_dire/écrire/taper/faire_ici | qu'est-ce que je peux/dois faire/dire/demander/te_demander/te_dire/écrire/taper/faire_ici |
      commandes | les/ commandes disponibles | liste des commandes | montre/montre_moi/affiche/affiche_moi/liste/donne_moi/montrer/afficher les/l'/la/toutes_les/ commandes/aide/exemples/liste_des_commandes | quelles sont les/tes commandes/possibilités/options | quelles commandes existent/connais_tu/as_tu/y_a_t_il/puis_je_utiliser | quels statuts existent/y_a_t_il/connais_tu/puis_je_choisir/sont_disponibles/sont_possibles | quels sont les statuts possibles/disponibles/ | comment ça/cela marche/fonctionne | comment tu marches/fonctionnes | comment fonctionne ce_bot/le_bot/tu/ça | comment marche ce_bot/le_bot/ça | comment fonctionnes-tu | comment t'utiliser | comment utiliser le/ce bot | comment je t'utilise | comment s'en servir |
      exemples | des exemples | donne-moi des exemples | montre-moi des exemples | mode d'emploi | documentation | tutoriel | qui es-tu | tu es qui | t'es qui | qu'es-tu | c'est quoi ce_bot/ce_truc/dnd | que veut_dire/signifie dnd | qu'est-ce que veut_dire/signifie dnd | ça veut dire quoi dnd | que veut dire le statut dnd | que signifie le statut dnd | c'est quoi le_statut/le_mode dnd | à quoi sers-tu | à quoi tu sers | à quoi sert ce_bot/le_bot/dnd | peux-tu/tu_peux/pouvez-vous/vous_pouvez/pourrais_tu/pourriez_vous m'aider | comment changer/modifier/définir/mettre mon/le/un statut | comment je change/modifie/définis/mets mon/le/un statut | comment puis-je changer/modifier/définir mon/le statut | comment faire | instructions | explique-moi comment ça marche/fonctionne | que comprends-tu | qu'est-ce que tu comprends`,
    undo: `
      annuler | annule | annulez | annule ce_que/la_chose_que tu_viens_de_faire/tu_as_fait | annule/annuler/annulez ça/cela/la_dernière_modification/le_dernier_changement/ma_dernière_action/la_dernière_action/la_dernière_commande/la_modification/le_changement/ce_changement/cette_modification/la_dernière | défaire | défais | défais ça/cela/le_dernier_changement/la_dernière_modification | reviens/revenir/retour/retourne en arrière | retour arrière | undo | rétablis/rétablir/restaure/restaurer/remets/remettre le/mon/l' statut/ancien_statut/état/statut_précédent/état_précédent/statut_d'avant/ancien_état | remets mon ancien statut | rétablis mon ancien statut | restaure mon ancien statut | rétablis l'ancien statut |
      reviens/revenir/retour au/à statut/l'état/état/mon_statut/mon_ancien_statut/l'ancien_statut précédent/d'avant/ | remets/remettre/remettez ça/tout/le/la/ comme avant | comme avant | remets comme c'était/c'était_avant | c'était une erreur | c'était une erreur annule | retire la dernière modification | annuler le dernier changement de statut | annule mon dernier changement de_statut/ | annule ce que je viens/tu_viens de faire`,
    details: `
      détails | détail | plus de détails/détail/précisions/d'infos/d'informations | montre/affiche/donne/voir/afficher/montrer moi/ les/le/plus_de/des/tous_les/ détails/détail | détails techniques | montre/affiche moi/ les détails techniques | les détails | les détails techniques | détails de/sur mon statut | détails du statut | en détail | infos techniques | informations techniques | précisions | plus d'informations | plus d'infos`,
    picker: `
      choisir | menu | le menu | liste | sélecteur | choix | les choix | choisir un/mon/le/ statut | sélectionner un/mon/le/ statut | changer/modifier/définir/mettre/régler/changer_de mon/le/un/ statut | changer de statut | change/modifie/définis/règle/changez/mets mon/le/un statut | change de statut | affiche/montre/ouvre/afficher/ouvrir/montrer moi/ le/la/les/ menu/liste/options/choix/liste_des_statuts/sélecteur/statuts | options | les options | je veux/voudrais/souhaite/aimerais changer/choisir/modifier/définir mon/le/un/de statut | j'aimerais changer/choisir/modifier/définir mon/le/un/de statut | laisse-moi choisir | laissez-moi choisir | je veux/voudrais choisir | choisir dans une/la liste | définir mon statut | mets-moi | mets-moi en/sur | mets mon statut sur/à/en | mise à jour du statut | mettre à jour mon statut | sélection | formulaire | quels statuts puis-je mettre`,
    why: `
      pourquoi | pourquoi ça/cela/donc | pourquoi suis-je/est-ce_que_je_suis/je_suis/j'apparais/est-ce_que_j'apparais/apparais_je/on_me_voit/me_voit_on encore/toujours/en_ce_moment/maintenant/soudain/comme/marqué/affiché/ comme/en/ dnd | pourquoi mon statut est/est_il/reste/reste_t_il encore/toujours/en_ce_moment/ en/sur/à/ dnd | pourquoi mon statut est_il/est comme_ça/ainsi | pourquoi mon statut | pourquoi ce/le statut | pourquoi dnd | pourquoi mon statut a-t-il changé | pourquoi mon statut a/s'est changé/modifié | pourquoi est-ce que mon statut est dnd/en_dnd/comme_ça | pourquoi ce statut est affiché | pourquoi teams m'affiche/me_montre/affiche comme/en/ dnd |
      pourquoi ai-je/j'ai ce statut | qui a changé/modifié/mis/défini mon statut | qui m'a mis/mise en/comme/ dnd | d'où vient/sort ce/mon statut | explique/expliquez moi/ mon statut | qu'est-ce qui détermine/définit mon statut | je suis dnd pourquoi | pourquoi les_autres/mes_collègues me voient comme/en/ dnd | comment ça se fait que je suis/sois dnd`,
    signIn: `
      se connecter | connexion | connecte-moi | connectez-moi | me connecter | je veux/voudrais/souhaite me connecter | connecter | login | sign in | s'identifier | identifie-moi | m'identifier | s'authentifier | authentification | authentifie-moi | connecter mon compte | connecte mon compte | me reconnecter | reconnecte-moi | ouvrir une session | ouvre ma session | connexion à microsoft`,
    signOut: `
      se déconnecter | déconnexion | déconnecte-moi | déconnectez-moi | me déconnecter | je veux/voudrais/souhaite me déconnecter | logout | sign out | déconnecter mon compte | déconnecte mon compte | déconnecter | fermer ma/la session | ferme ma session | déconnecte-moi du/de_ce bot | me déconnecter du/de_ce bot | déconnecte-toi de mon compte`,
    privacy: `
      confidentialité | vie privée | données personnelles | protection des données | politique de confidentialité | rgpd | que stockes-tu/conserves-tu/gardes-tu/enregistres-tu/retiens-tu sur_moi/ | qu'est-ce que tu/vous stockes/conserves/gardes/enregistres/retiens/stockez/conservez/enregistrez sur_moi/de_moi/ | quelles données/informations conserves-tu/stockes-tu/gardes-tu/enregistres-tu/as-tu/collectes-tu/sont_stockées/sont_conservées/sont_enregistrées/tu_stockes/tu_gardes/tu_conserves sur_moi/ | quelles données as-tu sur moi | quelles sont les données stockées/conservées/enregistrées | que deviennent/fais-tu mes/de_mes données | que fais-tu de/avec mes données | que faites-vous de mes données | tu stockes/gardes/conserves/enregistres quoi sur_moi/ | montre/affiche moi/ la/ confidentialité/politique_de_confidentialité | informations/infos sur la confidentialité | tu gardes mes données | stockes-tu mes données | mentions légales | mes données`,
    exportMe: `
      exporter/exporte/exportez/télécharger/télécharge mes/les/toutes_mes données | export | export de mes données | exporter toutes mes données | montre/affiche/donne/envoie/montrez/donnez/envoyez moi/ mes/toutes_mes données | que sais-tu de/sur moi | que savez-vous de/sur moi | qu'est-ce que tu sais de/sur moi | qu'est-ce que vous savez de/sur moi | tu sais quoi sur/de moi | montre-moi/dis-moi tout ce que tu sais sur/de moi | dis/montre moi ce que tu sais de/sur moi | montre-moi ce que tu as/as_stocké/as_enregistré/as_gardé sur moi | une copie de mes données | copie de mes données | récupérer mes données | toutes mes données | exporte tout ce que tu sais/as sur moi | voir mes données | afficher mes données`,
    forgetMe: `
      oublie-moi | oubliez-moi | m'oublier | supprime/supprimer/supprimez/efface/effacer/effacez/détruis/enlève/oublie/oublier mes/toutes_mes/les données/données_personnelles/informations | supprime/supprimer/efface/effacer tout/toutes ce_que_tu_sais/les_données/mes_données sur_moi/de_moi/ | supprime/efface/oublie/supprimer/effacer/oublier tout ce que tu sais/as/as_enregistré/as_stocké sur/de moi | supprime/efface/oublie tout/ sur moi | oublie tout sur/de moi | tout oublier | oublie tout | oublie tout ce_que_tu_sais/de_moi/à_mon_sujet | supprimer/supprime mon compte | droit à l'oubli | supprime tout ce qui me concerne | efface tout ce qui me concerne | supprime toutes les données me concernant | efface-moi`,
    meetings: `
      réunions | mes réunions | règles de/des/pour_les réunion/réunions/ | règles | mes règles | les règles | règles de réunion | mes règles de réunion | montre/affiche/montrer/afficher/voir moi/ les/mes/ règles/règles_de_réunion/réunions | quelles sont les/mes règles de_réunion/pour_les_réunions/ | paramètres/réglages des/de/de_mes réunions/réunion | que se passe-t-il en/pendant_les/pendant_mes/dans_les réunion/réunions | qu'est-ce qui se passe en/pendant_les/pendant_mes réunion/réunions | que fais-tu en/pendant_les/pendant_mes réunion/réunions | gérer les/mes réunions | automatisation des réunions`,
    meetingsOff: `
      désactive/désactiver/désactivez/arrête/arrêter/coupe/couper les/mes/ règles_de_réunion/réunions/règles | réunions/règles_de_réunion désactivées/off | désactive/désactiver/arrête les/mes/ automatismes de/des réunion/réunions | ne plus rien faire pendant les réunions`,
    meetingsOn: `active/activer/activez les/mes/ règles_de_réunion/réunions/règles | réunions activées/on | règles de réunion activées`,
    resumeMeetings: `
      reprends/reprendre/reprenez/réactive/réactiver/réactivez/relance/relancer/continue/continuer les/mes/ réunions/règles_de_réunion/règles | reprendre | reprends | reprenez | reprise | reprise des réunions/règles/règles_de_réunion | fin de la pause des réunions | mettre fin à la pause | fin/arrête/termine/terminer/lever/lève de/ la pause des_réunions/ | remets/remettre les réunions en_marche/en_route | réunions reprendre`,
    pauseMeetings: `
      mettre/mets/mettez/met les/mes/ réunions/règles/règles_de_réunion en pause | pause/pauser/suspendre/suspends/suspendez/interromps/interrompre les/mes/des/ réunions/règles/règles_de_réunion | suspension des réunions | réunions/règles/règles_de_réunion en pause | pause pour les réunions | mets en pause les/mes réunions/règles/règles_de_réunion | mettre en pause les/mes réunions/règles/règles_de_réunion | fais une pause dans les réunions`,
    changeEnd: `
      plutôt | non plutôt | plutôt juste/ | mets/met/fais/disons/mettons/mettre plutôt/ça/plutôt_ça/ | finalement | finalement plutôt/ | en fait plutôt/ | raccourcir/raccourcis/raccourcissez/réduire/réduis/écourte/écourter/abrège/limite/limiter à/le_à/ça_à/jusqu'à/mon_statut_à/la_durée_à/ | raccourcir | raccourcis | change/changer/modifie/modifier la/ fin/durée à/en/pour/ | change/modifie/changer/modifier ça/le/la/l'heure_de_fin/la_fin/la_durée en/à/pour/ | change en/à/pour | disons | disons plutôt | mets-le/fais_que_ça_dure plutôt/ | non | non finalement | seulement | juste | en fait | plutôt seulement | raccourcis mon statut à | fais-en plutôt`,
  },
  talk: {
    hello: `bonjour/salut/coucou/hello/hi/hey/yo/bonsoir/slt/bjr/cc/hola/wesh/rebonjour/allô/allo toi/bot/à_tous/tout_le_monde/le_bot/ça_va/comment_ça_va/comment_vas-tu/comment_allez-vous/cher_bot/l'ami/ | bien le bonjour | bonne journée à_toi | ça va | comment ça va | comment vas-tu | comment allez-vous | ça va bien/toi/aujourd'hui | tu vas bien | vous allez bien | quoi de neuf | bon matin | re`,
    thanks: `merci/thx/thanks beaucoup/bien/infiniment/mille_fois/à_toi/à_vous/bot/encore/d'avance/du_fond_du_cœur/c'est_gentil/c'est_parfait/c'est_tout/c'est_bon/tout_plein/énormément/ | un grand merci | mille mercis | merci merci | grand merci | super/ok/parfait/génial/top/nickel/cool/très_bien/bien merci/merci_beaucoup/merci_bien | je te remercie | je vous remercie | merci pour ton/votre/l' aide | merci c'est gentil | c'est gentil merci/ | mci | mrc | bien joué merci | remerciements`,
    bye: `au_revoir/ciao/tchao/bye/salut/adieu/a+/à+/bye_bye/tchuss/++ bot/merci/tous/ | à bientôt/demain/plus/plus_tard/tout_à_l'heure/toute/tantôt/lundi/la_prochaine/la_semaine_prochaine | bonne journée/soirée/nuit/continuation/fin_de_journée/après-midi | bon week-end/weekend/après-midi/we | bonne fin de journée | passe/passez une bonne journée/soirée | bonnes vacances | a plus | à la prochaine`,
    fine: `ok/okay/d'accord/dac/bien/très_bien/parfait/super/génial/top/nickel/cool/ça_marche/ça_roule/c'est_bon/c'est_parfait/impeccable/excellent/entendu/compris/noté/ça_me_va/bravo/bien_joué/formidable/magnifique/extra/chouette/haha/mdr/lol/hmm/ah/ah_bon/ah_ok/ok_parfait/ok_super/c'est_noté/👍/test/testing/essai/bon_bot/gentil_bot/pas_mal/tant_mieux/je_vois/je_comprends/ok_d'accord/sympa/ok_cool/ok_ok/c'est_bien/c'est_super/c'est_cool/c'est_top/tout_va_bien/ça_ira/bonne_idée/en_effet/effectivement/vu/reçu/bien_reçu/ptdr/wow/waouh/ouah`,
    drop: `non/nan/nope/non_merci/laisse_tomber/laissez_tomber/laisse/peu_importe/tant_pis/oublie/oublie_ça/oubliez/oubliez_ça/rien/c'est_rien/ce_n'est_rien/pas_grave/c'est_pas_grave/ce_n'est_pas_grave/non_c'est_bon/pas_besoin/non_rien/abandonner/abandonne/stop/plus_besoin/ce_n'est_pas_nécessaire/pas_maintenant/pas_la_peine/non_laisse/non_laisse_tomber/non_pas_ça/rien_du_tout/ça_ne_fait_rien/en_fait_non/finalement_non/non_finalement/euh_non/ben_non/surtout_pas/sans_importance`,
    yes: `oui/ouais/ouaip/yep/yes/exact/exactement/tout_à_fait/bien_sûr/évidemment/absolument/carrément/oui_merci/oui_svp/oui_stp/oui_s'il_te_plaît/oui_s'il_vous_plaît/volontiers/avec_plaisir/certainement/oui_oui/oui_c'est_ça/c'est_ça/je_confirme/confirme/confirmer/oui_bien_sûr/vas-y/allez-y/oui_vas-y/mais_oui/affirmatif/vi/ui/oui_parfait/c'est_cela/voilà/si`,
  },
  roles: {
    polite: `
      s'il te plaît | s'il te plait | s'il vous plaît | s'il vous plait | sil te plait | sil vous plait | stp | svp | s'te plaît | steuplait | steplait | s v p | merci | merci beaucoup | merci bien | merci d'avance | un grand merci | bonjour | bonsoir | salut | coucou | hello | bjr | slt | hey | maintenant | là maintenant | tout de suite | de suite | immédiatement | dès maintenant | dès à présent | à partir de maintenant | à compter de maintenant | à partir de là | en ce moment | actuellement | pour le moment | pour l'instant | présentement | d'accord |
      alors | bon | bah | ben | euh | hé | hop | allez | donc | cher bot | bot | le bot | du coup | gentiment | vite | rapidement | simplement | ok | voilà | bien sûr | merci à toi | si possible | si tu peux | si vous pouvez | si vous voulez bien | si tu veux bien | si ça ne te/vous/t' dérange pas | si cela ne vous dérange pas | si c'est possible |  à présent | sur-le-champ | tranquillement | genre | quoi | hein | oui | ouais | eh | cordialement | bonne journée | super | illico | là | au plus tard`,
    request: `
      peux-tu | tu peux | pourrais-tu | tu pourrais | pouvez-vous | vous pouvez | pourriez-vous | vous pourriez | est-ce que tu peux/pourrais | est-ce que vous pouvez/pourriez | est-ce qu'on peut | peux-tu bien | veux-tu | veux-tu bien | tu veux bien | voulez-vous | voulez-vous bien | vous voulez bien | voudrais-tu | voudriez-vous | j'aimerais | j'aimerais que tu/vous | j'aimerais bien | je voudrais | je voudrais que tu/vous | je voudrais bien | je veux | je veux que tu/vous | je souhaite | je souhaiterais | je souhaite que tu/vous | je dois | je dois être | il faut que tu | il faut que vous | il faut que je sois | il faut | merci de | merci de bien vouloir | merci de vouloir | veuillez | veuille |
      peut-on | est-il possible de | est-ce possible de | serait-il possible de | ce serait possible de | c'est possible de | possible de | serait-ce possible de | t'peux | tu peux pas | peux-tu stp | j'ai besoin de | j'ai besoin d'être | besoin de | besoin d'être | j'aimerais être | je voudrais être | je veux être | je souhaite être | je souhaiterais être | je préfère être | j'ai envie d'être | aurais-tu la gentillesse de | auriez-vous la gentillesse de | auriez-vous l'amabilité de | aurais-tu l'amabilité de | je te demande de | je vous demande de | je vous prie de | prière de | je te prie de | faudrait me | il faudrait me | fais/faites/fait en_sorte/en_sorte_que/que | assure-toi que | veille à ce que | tâche de | essaie de | essaye de | pense à | n'oublie pas de | tu me | vous me | j'veux | j'voudrais | je désire | je désire être | ça te dérange de | ça vous dérange de | ça t'embête de | ça ne te dérange pas de | vas-y | tu peux stp | je veux qu'on | j'aimerais qu'on | je voudrais qu'on`,
    verb: `
      mets | met | mettre | mettez | mettes | mettiez | mets-moi | mettez-moi | passe | passer | passez | passes | passe-moi | bascule | basculer | basculez | bascule-moi | change | changer | changez | changes | règle-moi | règle mon statut | régler | réglez | définis | définir | définissez | définisses | configure | configurer | configurez | marque-moi | marquer | marquez-moi | marques | indique | indiquer | indiquez | indiques | affiche | afficher | affichez | affiches | affiche-moi | active | activer | activez | place-moi | placer | placez-moi |
      modifie | modifier | modifiez | signale | signaler | signalez | déclare | déclarer | inscris | inscrire | rends | rendre | rendez | montre-moi | montre-moi comme | apparaître | apparaisse | apparais | être | rester | reste | restons | sois | soit | devenir | mise à jour | mettre à jour | mets à jour | actualise | actualiser | applique | appliquer | sélectionne | choisis | paramètre | paramétrer | enclenche | enclencher | lance | lancer | déclenche | | switch | switche | switcher | tourne | ajuste | ajuster | remets | remettre | remettez | repasse | repasser | rebascule | fais | faire | faites | fasses | garde | garder | fixe | fixer | programme | ajoute le | programmer`,
    lookUp:
      'montre | montrer | montrez | dire | donner | rappeler | dis | dis-moi | dites-moi | dites | affiche | afficher | donne | donne-moi | donnez-moi | voir | consulter | vérifie | vérifier | rappelle-moi | indique-moi | lis | lire',
    am: `
      je suis | suis | chuis | chui | jsuis | jsui | je sui | j'suis | j'suis | je serai | serai | je vais être | vais être | je reste | je vais rester | je vais | je passe | je me mets | me mets | je pars | pars | je vais en | je suis maintenant | j'ai | j'ai un | j'ai une | je travaille | je bosse | je suis actuellement | je suis bien | je m'en vais | j'entre | je rentre | j'entre en | je file | je commence | je prends | je fais | je me place | je me déclare | me voilà | me voici | je vais me mettre | je me sens | je suis super | suis en train d'être`,
    is: "c'est | est | sont | reste | demeure",
    self: 'je | j | moi | me | m | mon | ma | mes',
    object: 'moi | me | m | le | la | ça | cela',
    noun: `
      statut | statuts | mon statut | présence | état | mon état | ma présence | disponibilité | ma disponibilité | mon statut pour | statut pour | statut teams | mon statut teams | statut de présence | présence teams | statut de disponibilité | statut actuel | mon statut actuel | indicateur de présence | état de présence | mon teams | profil | mon profil | statut sur teams | statut dans teams`,
    possessive: 'mon | ma | mes',
    small: `
      le | la | les | l | un | une | des | du | de | de la | d | au | aux | ce | cet | cette | en | dans teams | sur teams | dans teams | teams | à la | y | que je sois | que je suis | très | bien | juste | seulement | entièrement | totalement | complètement | ici | chez moi | uniquement | vraiment | avec un/une/le/la/mon/ma/mes/des/l'/les client/cliente/clients/équipe/chef/cheffe/manager/patron/boss/collègue/collègues/candidat/candidate/direction/directeur/directrice/responsable | en mode | mode | un peu | aussi | comme quoi je suis | afin d'être | pour être`,
    to: 'sur | à | en | comme | comme étant | en tant que | en statut | au statut | au mode | sur le statut | en état',
    mode: 'mode | statut | activé | activée | actif | activer',
    on: 'activer | activé | activée | active | on | oui',
    off: `
      désactive | désactiver | désactivez | désactivé | arrête | arrêter | arrêtez | stoppe | stopper | stoppez | coupe | couper | termine | terminer | terminez | quitte | quitter | quittez | sors de | sors-moi de | sortir de | sors du | sortir du | sors-moi du | mets fin à | mets fin au | mettre fin à | mettre fin au | off | interromps | cesse | cesser | fin de | fin du | lève | lever le`,
    done: `
      terminé | terminée | fini | finie | est terminé | est terminée | est fini | est finie | c'est terminé | c'est fini | achevé | achevée`,
    clearVerb: `
      efface | effacer | effacez | effaces | termine | terminer | terminez | arrête | arrêter | finis | finir | supprime | supprimer | supprimez | enlève | enlever | enlevez | réinitialise | réinitialiser | réinitialisez | retire | retirer | retirez | vide | vider | videz | reset | clear | annule | annuler | annulez | ôte | ôter | remets à zéro | remettre à zéro | débarrasse | nettoie | nettoyer | remise à zéro`,
    everything: 'tous | tout ça',
    session: 'session | la session | ma session | session de',
    preferred: 'préféré | préférée | favori | choisi | de préférence',
    message: `
      message de statut | message | mon message | écris comme message | écris le message | écris en message | le message | un message | ma note | mon message de statut | le message de statut | message d'état | mon message d'état | message de présence | texte de statut | mot de statut | message de statut sur/à/en | mon message de statut sur/à/en/comme | le message de statut sur/à/en | mon message sur/à/en | le message sur/à/en | message sur/à | comme message de statut | comme message | en message de statut | en message`,
    messageMark: `
      avec le message | avec message | avec comme message | avec un message | avec pour message | avec le texte | avec la note | avec la mention | avec le motif | avec le message de statut | avec le commentaire | avec pour motif | avec comme motif | avec comme texte | avec comme note | disant | qui dit | en disant | indiquant | en indiquant | mentionnant | et le message | et message | avec ce message | motif | raison | note | commentaire | et écris | et mets le message | et mets comme message | et ajoute le message | et affiche le message | et note | et indique | mention | et mets le message de statut | message à afficher | avec le mot | et le texte | et mettre le message`,
    until: 'jusqu | jusque | jusqua | jusquà | jusqu à | jusk | jusq | jsq | jsk| jusquau',
    through: "jusqu'à et y compris | jusqu'au et y compris",
    untilMaybe: 'à | et | au',
    inclusive: 'inclus | incluse | compris | y compris | inclusivement | incl',
    for: `
      pendant | pour | durant | pr | pendan | pour une durée de | pendant une durée de | pour une durée d | pendant une durée d | d'une durée de | d'une durée d | sur une durée de | pour les | pendant les | durant les | les prochaines | les prochains | pour les prochaines | pour les prochains | pendant les prochaines | pendant les prochains | dans les prochaines | durant les prochaines | au cours des prochaines | ces prochaines | pdt | pdnt | pour encore | pendant encore | sur les prochaines | pour au moins | pendant au moins | au moins | au maximum | maximum | max | pour maximum | pour exactement | exactement | l'espace de | durée | une durée de`,
    forAfter: 'durant | maximum | max | au maximum | seulement | de suite | top chrono',
    from: 'à partir de | à partir du | à partir d | dès | à compter de | entre | a partir de | de demain | depuis le',
    at: 'à | vers | vers les | sur les coups de | aux environs de | aux alentours de | autour de | a',
    in: "dans | d'ici | d'ici à | dans à peine | d'ici environ | dans environ | sous | endéans | au bout de",
    inAfter: 'plus tard',
    by: 'de | d',
    and: 'et | & | ainsi que',
    about: `
      environ | à peu près | près de | près d | approximativement | env | presque | grosso modo | quasiment | plus ou moins | à peine`,
    aboutAfter: 'environ | à peu près | approximativement | env | ou presque | grosso modo',
    halfAfter: 'et demie | et demi | et dem',
    next: 'prochain | prochaine | suivant | suivante | qui vient | qui arrive',
    this: 'ce | cet | cette',
    endOf:
      'fin | fin de | fin du | la fin | la fin de | la fin du | fin de ce | fin de cet | fin de cette | la fin de ce | la fin de cet | la fin de cette | fin d | le bout de | en fin de | en fin d | la toute fin de',
    restOf:
      'reste | reste de | reste du | le reste | le reste de | le reste du | restant de | tout le reste de | tout le reste du | pour le reste de | pour le reste du | le restant de | le restant du | ce qui reste de | toute la fin de | le reste de cette | le reste de cet',
    all: 'toute | tout | toute la | tout le | toute cette | tout cet | pour l | pendant l | durant l | entière | entier',
    more: 'de plus | supplémentaire | supplémentaires | en plus | additionnelles | additionnelle | de rab | de mieux',
    another: 'autre | autres | une autre',
    still: 'encore | toujours encore',
    back: `
      de retour | je/ reviens | je/ serai de_retour | je/ serai de_retour_à_mon_poste | revenir | retour | je/ reviendrai | je/ serai là | je/ serai revenu | je/ serai revenue | reviens | de retour à mon poste | de retour au bureau | retour prévu`,
    extend: `
      prolonge/prolonger/prolongez/rallonge/rallonger/rallongez/étends/étendre/étendez/ajoute/ajouter/ajoutez/rajoute/rajouter/prolongation/extend le/la/ça/cela/ de/d/ | prolonge/prolonger/rallonge/rallonger/étends mon/le/ce statut/état de/d/ | prolonge/prolonger/rallonge/étends ma/la présence/session/durée de/d/ | allonge | allonger | repousse la fin | repousser la fin | prolongation | augmente la durée | augmenter la durée`,
    endless: `
      pour toujours | indéfiniment | en permanence | de façon permanente | sans fin | sans limite | sans limite de temps | pour une durée indéterminée | pour une durée illimitée | à vie | éternellement | à jamais | définitivement | durée illimitée | de manière permanente | ad vitam | sans date de fin`,
    vague: `
      un moment | un petit moment | un bon moment | quelque temps | quelques temps | un certain temps | un peu de temps | quelques minutes | quelques heures | quelques jours | quelques instants | quelques secondes | un instant | un bout de temps | longtemps | jusqu'à nouvel ordre | jusqu'à plus tard | jusqu'à tout à l'heure | plus tard | bientôt | tout à l'heure | un petit peu | plusieurs heures | plusieurs minutes | plusieurs jours | une petite minute | cinq petites minutes | brièvement | temporairement | provisoirement | momentanément | un temps | un laps de temps | le temps qu'il faut | une partie de la journée | une partie de l'après-midi | une partie de la matinée | un brin | prochainement | sous peu | un peu plus longtemps | plus longtemps | une demi journée | demi journée | dans la journée | en cours de journée | deux secondes | un bon bout de temps | deux trois heures | deux trois minutes | deux ou trois heures | une heure ou deux | deux ou trois minutes | une minute ou deux | dans pas longtemps | le temps nécessaire`,
    question: `
      quand | comment | que | qu | qu'est-ce | qu'est-ce que | qu'est-ce qui | quoi | qui | où | pourquoi | quel | quelle | quels | quelles | lequel | laquelle | combien | combien de temps | jusqu'à quand | jusqu'à quelle heure | à quelle heure | est-ce que | est-ce qu | est-ce | suis-je | est-ce que je suis | ai-je | dois-je | serai-je | étais-je | y a-t-il | es-tu | as-tu | sais-tu | est-il | est-elle | sont-ils | sont-elles | peut-il | à quoi | c'est quoi | de quoi | mon statut est-il | savoir si | peut-on savoir | crois-tu | penses-tu | vois-tu`,
    explain:
      'que veut dire | que signifie | explique | explique-moi | expliquez-moi | ça veut dire quoi | que se passe-t-il avec | à quoi sert | signification de | définition de',
    whatIf:
      "simule | simuler | simulez | simulation | que se passerait-il si | qu'est-ce qui se passerait si | que se passe-t-il si | et si | aperçu | prévisualiser | prévisualise | qu'arriverait-il si | teste",
    bygone: `
      était | étais | étaient | étions | hier | avant-hier | a été | ai été | avait | avais | avaient | dernier | dernière | passé | passée | tantôt | fut | ce matin j'étais | il y a | auparavant | autrefois | déjà | ai mis | as mis | a mis | ai eu | ai fait | naguère | j'/ ai/avais présenté/mangé/déjeuné/dîné/téléphoné/partagé/occupé/libéré/pris/été/mis/changé/fait/eu/arrêté/annulé/désactivé/supprimé/effacé/activé/passé | présenté | mangé | déjeuné | dîné | téléphoné | partagé | changé | annulé | supprimé | effacé | me suis | m'étais | prenais | absenté | ai pris | venais | viens de | vient de | depuis | précédemment | la veille | fus | furent | étiez | aviez | récemment | l'autre jour | avant-hier`,
    other: `
      il | elle | ils | elles | on | nous | lui | leur | leurs | eux | notre | nos | ça/cela ne/n'/ me dérange pas/plus/jamais | j'ai un message | un message pour | message pour | reçu un message | message de | message du | message des | son | sa | ses | tu | te | t | toi | ton | ta | tes | vous | votre | vos | quelqu'un | personne | tout le monde | mon/ma/mes/un/une/le/la/les/ collègue/chef/cheffe/patron/patronne/manager/boss/équipe/femme/mari/collègues/client/cliente/clients/ami/amie/amis/fils/fille/enfant/enfants/mère/père/copain/copine/frère/sœur/assistant/assistante/directeur/directrice/voisin/voisine/stagiaire/responsable/binôme/supérieur | l'équipe | mon équipe | les autres | un autre | d'autres | quelqu'un d'autre | monsieur | madame | m. | mme | mlle | le bot | les gens | gens | certains | chacun | celui | celle | ceux | mon n+1 | l'assistant | l'assistante | le stagiaire | m'occupe | s'occupe | t'occupe | occupe-toi | occupez-vous | m'occuper | s'occuper`,
    report: `
      dit | disait | a dit | m'a dit | m'a écrit | a écrit | écrit que | disent | demande | demandait | a demandé | affirme | prétend | prétendait | selon | d'après | paraît | il paraît | paraît-il | apparemment | j'ai entendu | entendu | j'ai lu | raconte | raconté | répond | a répondu | annonce | annoncé | citation | je cite | soi-disant | prétendument | signale que | indique que`,
    condition: `
      si | s | dès que | lorsque | lorsqu | tant que | tant qu | à moins que | à moins | sauf | sauf si | jusqu'à ce que | jusqu'à ce qu | à condition | à condition que | au cas où | en cas de | pourvu que | quand je | quand j | à chaque fois que | chaque fois que | une fois que | avant que | avant qu | après que | pendant que | sinon | sans que | aussitôt que | sitôt que | le temps que | le temps de | le temps d | excepté | hormis | suivant que | selon que`,
    maybe: `
      peut-être | éventuellement | probablement | sans doute | je pense | je pense que | je crois | je crois que | je suppose | supposons | imagine | imaginons | admettons | je devrais | devrais | devrait | faudrait | pourrais | pourrait | serait | serais | aurais | aurait | possiblement | vraisemblablement | il se peut | hésite | j'hésite | p't'être | ptet | p-e | ptêtre | envisage | j'envisage | je pensais | normalement | censé | censée | en principe | en théorie | théoriquement | puis-je | est-ce que je peux | est-ce que je dois | je peux | je pourrais | pourrais-je | devrais-je | en huit | en quinze`,
    negation: `
      ne | n | pas | non | aucun | aucune | jamais | rien | nul | nulle | ni | surtout pas | pas du tout | pas encore | point | sans | en aucun cas | plus jamais | évite | éviter | évitez | oublie | refuse | refuser | empêche | au lieu de | guère | nullement | contre | pas question | hors de question | faux | inutile`,
    noLonger: 'ne suis plus | suis plus | ne plus | plus | n est plus | ne serai plus',
    sequence: `
      puis | ensuite | après | et après | et ensuite | et puis | d'abord | après ça | après cela | par la suite | ultérieurement | avant | tout d'abord | suivi de | suivie de | enfin | à la suite`,
    correction: `
      plutôt | en fait | finalement | pardon | attends | attendez | oups | zut | je veux dire | je voulais dire | enfin | désolé | désolée | stop | mais | correction | ou plutôt | rectification | non pas | mince | erreur | au temps pour moi | autant pour moi | mais non`,
    or: 'ou | ou bien | soit | ou alors | voire',
    recurring: `
      chaque | chaque jour | chaque lundi | tous les jours | tous les | toutes les | tous les matins | tous les soirs | quotidien | quotidiennement | hebdomadaire | hebdomadairement | mensuel | mensuellement | régulièrement | toujours | habituellement | d'habitude | systématiquement | lundis | mardis | mercredis | jeudis | vendredis | samedis | dimanches | les lundis | les mardis | les mercredis | les jeudis | les vendredis | les samedis | les dimanches | en semaine | les jours ouvrés | les jours ouvrables | les week-ends | les matins | les soirs | les après-midis | du lundi au vendredi | de lundi à vendredi | du lundi au jeudi | parfois | souvent | un jour sur deux | une semaine sur deux | par jour | par semaine | à chaque | le matin seulement | jours fériés | week-ends | tous les week-ends | et/et_le lundi/mardi/mercredi/jeudi/vendredi/samedi/dimanche`,
  },
  units: {
    second: 'seconde | secondes | sec | s',
    minute: 'minute | minutes | min | mins | mn | mns | minuscule minute | mnt | minut',
    hour: "heure | heures | h | hr | hrs | d'heure | heurs | d'heures",
    day: 'jour | jours | j | journée | journées | jrs',
    week: 'semaine | semaines | sem',
    month: 'mois',
    year: 'an | ans | année | années',
  },
  numbers: {
    ...numbers,
    0: 'zéro',
    1: 'un | une | l',
    10: `${numbers[10] ?? ''} | une dizaine de | dizaine de | une dizaine d`,
    12: `${numbers[12] ?? ''} | une douzaine de | douzaine de`,
    15: `${numbers[15] ?? ''} | une quinzaine de | quinzaine de`,
    20: `${numbers[20] ?? ''} | une vingtaine de | vingtaine de`,
    30: `${numbers[30] ?? ''} | une trentaine de | trentaine de`,
    40: `${numbers[40] ?? ''} | une quarantaine de | quarantaine de`,
    50: `${numbers[50] ?? ''} | une cinquantaine de | cinquantaine de`,
    60: `${numbers[60] ?? ''} | une soixantaine de | soixantaine de`,
    100: 'cent | une centaine de',
    120: 'cent vingt',
    150: 'cent cinquante',
    180: 'cent quatre-vingts | cent quatre-vingt',
    200: 'deux cents | deux cent',
    0.5: 'demi | demie | une demi | une demie',
    0.75: 'trois quarts | trois quart | 3 quarts',
  },
  lengths: {
    900: "quart d'heure | un quart d'heure | petit quart d'heure | bon quart d'heure | quart d'h",
    1800: 'demi-heure | demie-heure | demi heure | demi-heures | petite demi-heure | bonne demi-heure | demi h | demie h | demiheure',
    2700: "trois quarts d'heure | trois quart d'heure | 3 quarts d'heure | 3 quart d'heure | trois-quarts d'heure",
    3600: "l'heure qui vient | pendant l'heure qui vient | pour l'heure qui vient | la prochaine heure | l'heure à venir | pendant l'heure à venir",
    604800: 'huit jours | huitaine | huitaine de jours',
    1209600: 'quinze jours | quinzaine | quinzaine de jours | une quinzaine de jours',
  },
  weekdays: [
    'lundi | lun',
    'mardi | mar',
    'mercredi | mer | mercr',
    'jeudi | jeu',
    'vendredi | ven | vend',
    'samedi | sam',
    'dimanche | dim',
  ],
  months: [
    'janvier | janv | jan',
    'février | févr | fév | fev',
    'mars',
    'avril | avr',
    'mai',
    'juin',
    'juillet | juil',
    'août | aout',
    'septembre | sept | sep',
    'octobre | oct',
    'novembre | nov',
    'décembre | déc | dec',
  ],
  days: {
    0: "aujourd'hui | aujourdhui | auj | ajd | ce jour | aujourd hui même",
    1: 'demain | dem1 | 2main | dmn | le lendemain',
    2: 'après-demain | surlendemain',
  },
  dayparts: {
    morning: 'matin | matinée | le matin | au matin | dans la matinée | mat | du matin | du mat | en matinée',
    afternoon:
      "après-midi | aprem | aprèm | aprèm' | apres midi | l'après-midi | de l'après-midi | d'après-midi | dans l'après-midi | après midi",
    evening: 'soir | soirée | le soir | du soir | en soirée | dans la soirée | au soir',
    night: 'nuit | la nuit | dans la nuit | de la nuit | du matin tôt',
  },
  splits: [
    'ne_me_dérangez/ne_me_dérange … pas = doNotDisturb',
    'pas_de_dérangement/aucun_dérangement … avant = doNotDisturb until',
    'faut_pas_me_déranger/il_ne_faut_pas_me_déranger/il_faut_pas_me_déranger … avant = doNotDisturb until',
    'ne_pas_déranger/ne_me_dérangez_pas/ne_me_dérange_pas/ne_pas_me_déranger/pas_déranger/me_dérangez_pas/me_dérange_pas/qu_on_ne_me_dérange_pas/ne_pas_être_dérangé/ne_pas_être_dérangée/npd … avant = doNotDisturb until',
    'laissez_moi/laisse_moi … tranquille/en_paix = doNotDisturb',
  ],
  today: {
    morning: 'ce matin | cette matinée | aujourd hui matin',
    afternoon:
      'cet après-midi | cet aprem | cette après-midi | cette aprem | cet aprèm | ct aprem | cet am | cet apm',
    evening: 'ce soir | cette soirée | en fin de soirée',
  },
  tonight: 'cette nuit',
  clock: { noon: 'midi | 12h pile | midi pile', midnight: 'minuit | minuit pile' },
  periods: {
    day: 'journée | jour | journée de travail',
    week: 'semaine | semaine de travail',
    weekend: 'week-end | weekend | we | week end | wk | fds',
    month: 'mois',
    year: 'année | an',
  },
  endsOfPeriods: {
    day: 'fin de journée | fin de la journée | la fin de journée | la fin de la journée | fin de jour | bout de la journée | fin de ma journée | la fin de ma journée | fin du jour | la fin du jour | pour la journée | pendant la journée | durant la journée | la journée entière | à la journée',
    week: 'fin de semaine | fin de la semaine | la fin de la semaine | la fin de semaine | fin de cette semaine',
    month: 'fin de mois | fin du mois | la fin du mois | la fin de mois',
    year: "fin d'année | fin de l'année | la fin de l'année | la fin d'année",
    business:
      "fermeture des bureaux | la fermeture des bureaux | fin des heures de bureau | la fin des heures de bureau | fin de la journée de travail | la fin de la journée de travail | fin de journée de travail | l'heure de fermeture | la fin de ma journée de travail",
  },
  unclearEnds: `
    plus tard | bientôt | tout à l'heure | au déjeuner | déjeuner | le déjeuner | l'heure du déjeuner | l'heure de déjeuner | midi passé | la pause | la pause déjeuner | pause déjeuner | après le déjeuner | après déjeuner | après le repas | après manger | après la réunion | après ma réunion | après l'appel | après le rendez-vous | après la pause | après le travail | réunion | la réunion | ma réunion | la prochaine réunion | ma prochaine réunion | prochaine réunion | rendez-vous | mon rendez-vous | nouvel ordre | mon retour | retour | la fin de la réunion | fin de la réunion | fin de réunion | la fin de ma réunion | la fin du rendez-vous | la fin de l'appel | fin de l'appel | la fin de mon appel | la fin de la présentation | la fin de la pause | fin de pause | la fin du déjeuner | la sortie du bureau | la débauche | débauche | la fin du travail | fin du travail | fin de service | la fin de mon service | dîner | le dîner | le café | la fin | nouvelle instruction | un peu plus tard | l'heure de la pause | l'apéro | la sortie de l'école | la sortie | la fin de mon shift | pas d'heure | point d'heure | la nuit tombée`,
  patterns: [
    'clock: {hour} heures/heure/h/hrs pile/précises/précise/tapantes/tapante? = hour @24',
    'clock: {hour} heures/heure/h/hrs {minute} = hour +minute @24',
    'clock: {hour} heures/heure/h {minute} min/minutes/mn = hour +minute @24',
    'clock: {hour} heures/heure/h et_quart/et_un_quart = hour +15',
    'clock: {hour} heures/heure/h et_demie/et_demi/demie = hour +30',
    'clock: {hour} heures/heure/h trois_quarts/et_trois_quarts = hour +45',
    'clock: {hour} heures/heure/h moins_le_quart/moins_quart/moins_un_quart = hour -15',
    'clock: {hour} heures/heure/h moins {minute} minutes/min? = hour -minute',
    'clock: {hour} et_demie/et_demi heures = hour +30',
    'clock: {minute} minutes/min avant {hour} heures/heure/h? = hour -minute',
    'clock: {minute} minutes/min après {hour} heures/heure/h? = hour +minute',
    'clock: {hour} et_quart = hour +15',
    'clock: {hour} et_demie/et_demi = hour +30',
    'clock: {hour} moins_le_quart/moins_quart = hour -15',
    'clock: {hour} dix = hour +10',
    'clock: {hour} quinze = hour +15',
    'clock: {hour} trente = hour +30',
    'clock: {hour} trente_cinq = hour +35',
    'clock: {hour} quarante = hour +40',
    'clock: {hour} quarante_cinq = hour +45',
    'clock: {hour} cinquante = hour +50',
    'clock: {hour} cinquante_cinq = hour +55',
    'clock: midi et_quart = 12 +15',
    'clock: midi et_demi/et_demie = 12 +30',
    'clock: midi moins_le_quart/moins_quart = 12 -15',
    'clock: midi moins {minute} = 12 -minute',
    'clock: midi {minute} = 12 +minute',
    'clock: minuit et_quart = 0 +15',
    'clock: minuit et_demi/et_demie = 0 +30',
    'clock: minuit moins_le_quart/moins_quart = 24 -15',
    'clock: minuit moins {minute} = 24 -minute',
    'clock: minuit {minute} = 0 +minute',
    'length: {n} heures/heure/h et_quart/et_un_quart = n hour 15 minute',
    'length: {n} heures/heure/h trois_quarts/et_trois_quarts/3_quarts = n hour 45 minute',
    'length: {n} heures/heure/h et_demie/et_demi/et_une_demie = n hour 30 minute',
    'length: {n} heures/heure/h et? {minute} = n hour minute minute',
    'length: {n} prochaines/prochains/prochaine/petites/petits/petite/bonnes/bonne/bons/pauvres {unit} = n unit',
    'length: {n} {unit} qui_viennent/qui_suivent/qui_arrivent/à_venir/suivantes/entières/complètes/entière = n unit',
    'length: prochaine_heure et_demie = 90 minute',
    'length: {n} et_demi/et_demie {unit} = n unit 0.5 unit',
    'length: prochaine_heure/heure_qui_vient/heure_à_venir/heure_prochaine = 1 hour',
    'length: prochaine_demi_heure/demi_heure_qui_vient = 30 minute',
    'length: prochain_quart_d_heure/quart_d_heure_qui_vient = 15 minute',
    'day: {weekday} prochain/qui_vient = weekday weekday next',
    'day: {weekday} de_la_semaine_prochaine/de_la_semaine_qui_vient = weekday weekday week',
    'day: {d} er {month} = month month day d',
    'day: {d} er {month} {year} = month month day d year year',
    'day: premier {month} = month month day 1',
    'day: au/du {d} = day d',
    'day: du {d} au {d} {month} = month month day d',
    'day: du {d} au {d} = day d',
    'day: le/au/du {d} er = day d',
    'day: le/au/du premier = day 1',
    'day: dans_une_semaine = offset 7',
    'day: dans_huit_jours/d_aujourd_hui_en_huit = offset 7',
    'day: demain_en_huit = offset 8',
    'day: dans_quinze_jours/dans_deux_semaines = offset 14',
  ],
  say: {
    words: {
      available: 'disponible',
      busy: 'occupé',
      dnd: 'ne pas déranger',
      brb: 'de retour bientôt',
      away: 'absent',
      offline: 'hors ligne',
      presenting: 'en présentation',
      'in a call': 'en appel',
      'in a conference call': 'en conférence téléphonique',
      clear: 'effacer mon statut',
      'clear everything': 'tout effacer',
      'clear message': 'effacer le message',
      undo: 'annuler',
      'sign out': 'se déconnecter',
      'forget me': 'oublie-moi',
      'resume meetings': 'reprendre les réunions',
      meetings: 'réunions',
      'meetings off': 'désactiver les réunions',
      'pause meetings': 'mettre les réunions en pause',
      extend: 'prolonger de',
      message: 'message',
      'end of day': 'la fin de la journée',
      midnight: 'minuit',
      minutes: 'minutes',
      hours: 'heures',
      '30 minutes': '30 minutes',
      '1 hour': '1 heure',
      '2 hours': '2 heures',
      '30 days': '30 jours',
    },
    until: "jusqu'à {}",
    contractions: [['prolonger de pendant une', "prolonger d'une"], ['prolonger de une', "prolonger d'une"], ['prolonger de pendant', 'prolonger de'], ["jusqu'à à", "jusqu'à"], ["jusqu'à au", "jusqu'au"], ["jusqu'à le", "jusqu'au"], ["jusqu'à vers", 'jusque vers']], // prettier-ignore
    order: '{status} {end}',
    tomorrow: 'demain',
  },
};
