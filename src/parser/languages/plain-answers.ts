/** Answers to a question that are no sentences: “the first”, in every language but English, whose table has its own. */

import type { PlainAnswer } from './language.ts';

/** “yes” and “no” of small talk stand in the tables themselves. */
type Answers = Readonly<Record<PlainAnswer, string>>;

export const plainAnswersElsewhere: readonly Answers[] = [
  // German
  {
    yes: 'ja genau | ja bitte | genau | genau das | stimmt | passt | in ordnung | einverstanden | richtig | das meine ich | das meinte ich | ja das | mach das | das',
    drop: 'abbrechen | abbruch | stopp | nein danke | nichts davon | keins | keines | keins davon | keins von beiden | weder noch | lass es | vergiss es',
    first: 'erste | erster | erstes | die erste | der erste | das erste | ersteres | nummer eins',
    second: 'zweite | zweiter | zweites | die zweite | der zweite | das zweite | nummer zwei',
    third: 'dritte | dritter | drittes | die dritte | der dritte | das dritte | nummer drei',
    last: 'letzte | letzter | letztes | die letzte | der letzte | das letzte | letzteres',
    ends: 'ende | das ende | es endet dann | endet dann | dann endet es | bis dann | bis dahin',
  },
  // French
  {
    yes: "oui | oui c'est ça | c'est ça | exactement | exact | d'accord | tout à fait | celui là | celle là | vas y | oui s'il te plaît | oui s'il vous plaît",
    drop: "annule | annuler | annulez | stop | aucun | aucune | aucun des deux | ni l'un ni l'autre | laisse tomber | non merci",
    first: 'premier | première | le premier | la première | la 1re | le 1er',
    second: 'deuxième | second | seconde | le deuxième | la deuxième | le second | la seconde',
    third: 'troisième | le troisième | la troisième',
    last: 'dernier | dernière | le dernier | la dernière',
    ends: "la fin | fin | c'est la fin | ça finit | ça se termine | jusque là",
  },
  // Spanish
  {
    yes: 'sí | si | eso | eso es | exacto | así es | de acuerdo | vale | claro | correcto | ese | esa | sí por favor | dale',
    drop: 'cancela | cancelar | para | ninguno | ninguna | ninguno de los dos | ni uno ni otro | déjalo | no gracias | olvídalo',
    first: 'primero | primera | el primero | la primera | lo primero',
    second: 'segundo | el segundo | la segunda | lo segundo',
    third: 'tercero | tercera | el tercero | la tercera',
    last: 'último | última | el último | la última',
    ends: 'el final | final | el fin | fin | termina | acaba | hasta entonces | es el final',
  },
  // Brazilian Portuguese
  {
    yes: 'sim | isso | isso mesmo | exato | exatamente | certo | correto | pode ser | esse | essa | sim por favor | pode',
    drop: 'cancela | cancelar | cancele | para | nenhum | nenhuma | nenhum dos dois | deixa pra lá | não obrigado | não obrigada | esquece',
    first: 'primeiro | primeira | o primeiro | a primeira',
    second: 'o segundo | a segunda opção | segunda opção',
    third: 'terceiro | o terceiro | a terceira opção',
    last: 'o último | a última',
    ends: 'o fim | fim | o final | é o fim | termina | acaba | até lá',
  },
  // Chinese
  {
    yes: '是 | 是的 | 对 | 对的 | 没错 | 好 | 好的 | 可以 | 行 | 就这个 | 嗯 | 對 | 是啊',
    drop: '取消 | 算了 | 都不是 | 都不要 | 不用了 | 停 | 不是 | 不',
    first: '第一个 | 第一 | 第一種 | 第一种 | 前者 | 第一個',
    second: '第二个 | 第二 | 第二種 | 第二种 | 第二個',
    third: '第三个 | 第三 | 第三種 | 第三种 | 第三個',
    last: '最后一个 | 最後一個 | 后者 | 後者',
    ends: '结束 | 是结束 | 结束时间 | 到那时 | 截止 | 到那时为止',
  },
  // Japanese
  {
    yes: 'はい | うん | そう | そうです | その通り | その通りです | それ | それで | それです | お願い | お願いします | オーケー | それでお願いします',
    drop: 'キャンセル | やめて | やめる | どれでもない | どちらでもない | どれも違う | 違う | 違います | いいえ | 結構です',
    first: '最初 | 最初の | 1番目 | 一番目 | 一つ目 | 1つ目 | 最初のやつ | 一番',
    second: '2番目 | 二番目 | 二つ目 | 2つ目',
    third: '3番目 | 三番目 | 三つ目 | 3つ目',
    last: '最後 | 最後の',
    ends: '終わり | 終了 | 終わりです | 終わる時間 | そこまで | それまで | 終了時刻',
  },
];
