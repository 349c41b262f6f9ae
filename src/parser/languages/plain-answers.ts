/** Answers to a question that are no sentences: “the first”, in every language but English, whose table has its own. */

import type { PlainAnswer } from './language.ts';

type Places = Readonly<Record<Extract<PlainAnswer, 'first' | 'second' | 'third' | 'last'>, string>>;

export const plainAnswersElsewhere: readonly Places[] = [
  // German
  {
    first: 'erste | erster | erstes | die erste | der erste | das erste | ersteres | nummer eins',
    second: 'zweite | zweiter | zweites | die zweite | der zweite | das zweite | nummer zwei',
    third: 'dritte | dritter | drittes | die dritte | der dritte | das dritte | nummer drei',
    last: 'letzte | letzter | letztes | die letzte | der letzte | das letzte | letzteres',
  },
  // French
  {
    first: 'premier | première | le premier | la première | la 1re | le 1er',
    second: 'deuxième | second | seconde | le deuxième | la deuxième | le second | la seconde',
    third: 'troisième | le troisième | la troisième',
    last: 'dernier | dernière | le dernier | la dernière',
  },
  // Spanish
  {
    first: 'primero | primera | el primero | la primera | lo primero',
    second: 'segundo | el segundo | la segunda | lo segundo',
    third: 'tercero | tercera | el tercero | la tercera',
    last: 'último | última | el último | la última',
  },
  // Brazilian Portuguese
  {
    first: 'primeiro | primeira | o primeiro | a primeira',
    second: 'o segundo | a segunda opção | segunda opção',
    third: 'terceiro | o terceiro | a terceira opção',
    last: 'o último | a última',
  },
  // Chinese
  {
    first: '第一个 | 第一 | 第一種 | 第一种 | 前者 | 第一個',
    second: '第二个 | 第二 | 第二種 | 第二种 | 第二個',
    third: '第三个 | 第三 | 第三種 | 第三种 | 第三個',
    last: '最后一个 | 最後一個 | 后者 | 後者',
  },
  // Japanese
  {
    first: '最初 | 最初の | 1番目 | 一番目 | 一つ目 | 1つ目 | 最初のやつ | 一番',
    second: '2番目 | 二番目 | 二つ目 | 2つ目',
    third: '3番目 | 三番目 | 三つ目 | 3つ目',
    last: '最後 | 最後の',
  },
];
