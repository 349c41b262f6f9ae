/**
 * Words between two clauses of a message, in every language but English, whose table has its own. Not "and", which
 * stands in times as well ("las tres y media"); where words have no spaces between them, marks alone part clauses.
 */
export const jointWords: Readonly<Record<string, string>> = {
  de: 'aber | weil | obwohl | denn | deshalb | daher | sondern | also',
  fr: 'mais | car | parce | puisque | tandis | donc | alors',
  es: 'pero | porque | mientras | aunque | pues | así',
  'pt-BR': 'mas | porque | enquanto | embora | pois | então | porém',
};
