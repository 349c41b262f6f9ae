/** For each language, sentences that change something, and words that must not be lost when they are put into them. */

export interface Sample {
  readonly locale: string;
  readonly zone: string;
  /** Whether words are separated by spaces. */
  readonly spaced: boolean;
  /** Each changes something as it stands; none has a message. */
  readonly sentences: readonly string[];
  /** Those of them that ask for it, so that a question mark changes nothing about them. */
  readonly requests: readonly string[];
  /** Words that the table does not know. */
  readonly unknown: readonly string[];
  readonly negations: readonly string[];
  readonly somebody: readonly string[];
  /** States other than those of the sentences (busy, do not disturb, away). */
  readonly otherStates: readonly string[];
  /** Words that the table knows and that say nothing, for texts of any kind. */
  readonly fillers: readonly string[];
}

export const samples: Readonly<Record<string, Sample>> = {
  de: {
    locale: 'de-DE',
    zone: 'Europe/Berlin',
    spaced: true,
    sentences: [
      ...['beschäftigt 2 Stunden', 'bis 21:30 nicht stören', 'setz mich auf abwesend', 'dnd für 30 Minuten'],
      ...['stell meinen Status bis morgen 9 Uhr auf abwesend', 'ich bin eine halbe Stunde beschäftigt'],
      ...[
        'kannst du mich auf beschäftigt setzen',
        'abwesend bis Montag um halb zehn',
        'nicht stören bis Tagesende',
        'bis 21:30 bin ich beschäftigt',
      ],
      ...[
        'rückgängig',
        'abmelden',
        'vergiss mich',
        'Meetings pausieren',
        'Meetings fortsetzen',
        'status zurücksetzen',
      ],
      ...['verlängere um 30 Minuten', 'lösche meinen Status'],
    ],
    requests: ['kannst du mich auf beschäftigt setzen'],
    unknown: [
      'Pizza',
      'Drucker',
      'trotzdem',
      'oben',
      'Zürich',
      'blarg',
      'wegen',
      'Rechnung',
      'leise',
      '%',
      '忙',
    ],
    negations: ['nicht', 'kein', 'nie', 'niemals', 'auf keinen Fall', 'nichts', 'kaum'],
    somebody: ['Anna', 'er', 'sie', 'wir', 'mein Chef', 'meine Kollegin', 'Herr Müller', '@Anna'],
    otherStates: ['verfügbar', 'offline', 'im Urlaub', 'gleich zurück', 'präsentiere'],
    fillers: [
      'bitte',
      'mal',
      'der',
      'um',
      'bis',
      'von',
      'halb',
      'viertel',
      'vor',
      'Uhr',
      'noch',
      '„',
      '?',
      ':',
      '-',
      '.',
    ],
  },
  fr: {
    locale: 'fr-FR',
    zone: 'Europe/Paris',
    spaced: true,
    sentences: [
      ...['occupé 2 heures', 'ne pas déranger jusqu’à 21:30', 'mets-moi en absent', 'dnd pendant 30 minutes'],
      ...['mets mon statut sur absent jusqu’à demain 9h', 'je suis occupé pendant une demi-heure'],
      ...['peux-tu me mettre en occupé', 'absent jusqu’à lundi à neuf heures et demie'],
      ...[
        'ne pas déranger jusqu’à la fin de la journée',
        'défais le dernier changement',
        'se déconnecter',
        'oublie-moi',
      ],
      ...['mettre les réunions en pause', 'reprendre les réunions', 'effacer mon statut'],
      ...['prolonger de 30 minutes', 'supprime mon statut'],
    ],
    requests: ['peux-tu me mettre en occupé'],
    unknown: ['Pizza', 'imprimante', 'malgré', 'dessus', 'Lyon', 'blarg', 'facture', 'perroquet', '%', '忙'],
    negations: ['ne', 'pas', 'jamais', 'aucun', 'rien', 'sans'],
    somebody: ['Anne', 'il', 'elle', 'nous', 'mon chef', 'ma collègue', 'Monsieur Dupont', '@Anne'],
    otherStates: ['disponible', 'hors ligne', 'en vacances', 'de retour bientôt', 'je présente'],
    fillers: [
      ...['s’il te plaît', 'le', 'à', 'jusqu’à', 'de', 'demi', 'quart', 'moins', 'heures', 'encore'],
      ...['«', '?', ':', '-', '.'],
    ],
  },
  'zh-Hans': {
    locale: 'zh-CN',
    zone: 'Asia/Shanghai',
    spaced: false,
    sentences: [
      ...['忙碌2小时', '请勿打扰到晚上9点半', '把我设为离开', '勿扰30分钟', '把状态设为离开到明天早上9点'],
      ...['我要忙碌半小时', '能帮我设成忙碌吗', '到下周一9点半前离开', '今天整天请勿打扰'],
      ...['撤销', '登出', '忘记我', '暂停会议规则', '恢复会议', '清除状态', '延长30分钟', '清除我的状态'],
    ],
    requests: ['能帮我设成忙碌吗'],
    unknown: ['披萨', '打印', '尽管', '苏州', '发票', '鹦鹉', '%', 'Drucker'],
    negations: ['不', '没', '别', '不要', '从不', '不是'],
    somebody: ['他', '她', '我们', '老板', '同事', '@Anna'],
    otherStates: ['有空', '脱机', '休假', '马上回来', '演示'],
    fillers: ['请', '一下', '的', '到', '从', '半', '刻', '前', '点', '再', '“', '？', '：', '-', '。'],
  },
  es: {
    locale: 'es-ES',
    zone: 'Europe/Madrid',
    spaced: true,
    sentences: [
      ...['ocupado 2 horas', 'no molestar hasta las 21:30', 'ponme ausente', 'dnd durante 30 minutos'],
      ...['cambia mi estado a ausente hasta mañana a las 9:00', 'estoy ocupada media hora'],
      ...[
        '¿me puedes poner como ocupado?',
        'ausente hasta el lunes a las nueve y media',
        'ocupado hora y cuarto',
      ],
      ...['no molestar hasta el fin del día', 'no me molesten hasta las diez de la noche'],
      ...[
        'deshacer',
        'cerrar sesión',
        'olvídame',
        'pausar reuniones',
        'reanudar reuniones',
        'borrar mi estado',
      ],
      ...['alargar 30 minutos', 'quita mi estado'],
    ],
    requests: ['¿me puedes poner como ocupado?'],
    unknown: ['pizza', 'Drucker', 'factura', 'arriba', 'Sevilla', 'blarg', 'azul', 'tampón', '%', '忙'],
    negations: ['no', 'nunca', 'jamás', 'nada', 'ni', 'tampoco', 'de ninguna manera'],
    somebody: ['Ana', 'él', 'ella', 'nosotros', 'mi jefe', 'mi compañera', '@Ana'],
    otherStates: ['disponible', 'sin conexión', 'de vacaciones', 'vuelvo enseguida', 'presentando'],
    fillers: [
      ...['por favor', 'ya', 'el', 'las', 'hasta', 'de', 'media', 'cuarto', 'menos', 'y', 'horas', 'más'],
      ...['“', '?', '¿', ':', '-', '.'],
    ],
  },
  ja: {
    locale: 'ja-JP',
    zone: 'Asia/Tokyo',
    spaced: false,
    sentences: [
      ...['取り込み中 2時間', '21時半まで応答不可', '退席中にして', '30分間応答不可'],
      ...[
        'ステータスを明日9時まで退席中に設定して',
        '一時間半取り込み中です',
        '取り込み中にしてもらえますか',
      ],
      ...['月曜の9時半まで退席中', '今日いっぱい応答不可', '元に戻して', 'サインアウト', '私のデータを削除'],
      ...['会議ルールを一時停止', '会議ルールを再開', 'ステータスをクリア', '30分延長して'],
    ],
    requests: ['取り込み中にしてもらえますか'],
    unknown: ['ピザ', '請求書', '上', '東京', '静電気', '％', 'blarg', '忽'],
    negations: ['ない', 'じゃない', 'ではない', 'しないで', '決して', 'ません'],
    somebody: ['田中さん', '彼', '彼女', '上司', '同僚', '部長', '@田中'],
    otherStates: ['連絡可能', 'オフライン', '休暇中', '一時退席中', '発表中'],
    fillers: [
      'お願いします',
      'ちょっと',
      'は',
      'が',
      'を',
      'に',
      'まで',
      'から',
      '半',
      '時',
      '間',
      '後',
      '「',
      '？',
      '：',
      '〜',
      '。',
    ],
  },
  'pt-BR': {
    locale: 'pt-BR',
    zone: 'America/Sao_Paulo',
    spaced: true,
    sentences: [
      ...[
        'ocupado por 2 horas',
        'não incomodar até as 21h30',
        'me coloca como ausente',
        'dnd por 30 minutos',
      ],
      ...['defina meu status como ausente até amanhã às 9h', 'estou ocupado por meia hora'],
      ...[
        'você pode me deixar como ocupado?',
        'ausente até segunda às 9h30',
        'não incomodar até o fim do dia',
      ],
      ...['desfazer', 'sair da conta', 'me esqueça', 'pausar reuniões', 'retomar reuniões', 'limpar status'],
      ...['estender por 30 minutos', 'limpar meu status'],
    ],
    requests: ['você pode me deixar como ocupado?'],
    unknown: ['pizza', 'impressora', 'apesar', 'Curitiba', 'blarg', 'fatura', 'devagar', '%', '忙'],
    negations: ['não', 'nunca', 'jamais', 'nem', 'de jeito nenhum', 'nada'],
    somebody: ['Anna', 'ele', 'ela', 'nós', 'meu chefe', 'minha colega', '@Anna'],
    otherStates: ['disponível', 'offline', 'de férias', 'já volto', 'apresentando'],
    fillers: ['por favor', 'o', 'até', 'de', 'às', 'meia', 'para', 'ainda', '“', '?', ':', '-', '.'],
  },
};
