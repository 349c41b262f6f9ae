/**
 * A message of ICU's as a function of its values. intl-messageformat, which parses it, walks its tree into lists of parts
 * each time that it is said, and looks each of its formatters up by JSON.
 */

import { IntlMessageFormat } from 'intl-messageformat';

type Part = ReturnType<IntlMessageFormat['getAst']>[number];
type Values = Readonly<Record<string, string | number>>;

/** The message with those values. `count` is what `#` stands for, inside a plural. */
type Wording = (values: Values, count?: number) => string;

/** What numbers are said with in a language. */
interface Numbers {
  readonly number: Intl.NumberFormat;
  readonly cardinal: Intl.PluralRules;
  readonly ordinal: Intl.PluralRules;
}

/** Reads messages of that language. */
export function wordingsIn(tag: string): (text: string) => (values: Values) => string {
  const numbers: Numbers = {
    number: new Intl.NumberFormat(tag),
    cardinal: new Intl.PluralRules(tag),
    ordinal: new Intl.PluralRules(tag, { type: 'ordinal' }),
  };
  return (text) => joined(new IntlMessageFormat(text, tag, undefined, { ignoreTag: true }).getAst(), numbers);
}

function joined(parts: readonly Part[], numbers: Numbers): Wording {
  const wordings = parts.map((part) => wordingOf(part, numbers));
  const [only] = wordings;
  if (only !== undefined && wordings.length === 1) return only;
  return (values, count) => {
    let text = '';
    for (const wording of wordings) text += wording(values, count);
    return text;
  };
}

/** Of literals, arguments, numbers, selects and plurals: no catalogue has anything else. */
function wordingOf(part: Part, numbers: Numbers): Wording {
  if (!('value' in part)) return (_, count) => (count === undefined ? '' : numbers.number.format(count));
  const { value: name } = part;
  if (typeof name !== 'string' || 'children' in part) throw new TypeError('a message with tags');
  if ('pluralType' in part)
    return plural(name, part.offset, optionsOf(part, numbers), numbers[part.pluralType ?? 'cardinal']);
  if ('options' in part) {
    const { get, other } = optionsOf(part, numbers);
    return (values, count) => (get(String(valueIn(values, name))) ?? other)(values, count);
  }
  // By the parser's numbers.
  const kind: number = part.type;
  switch (kind) {
    case 0:
      return () => name;
    case 1:
      return (values) => String(valueIn(values, name));
    case 2:
      return (values) => numbers.number.format(Number(valueIn(values, name)));
    default:
      throw new TypeError(`a message with a date: ${name}`);
  }
}

interface Options {
  readonly get: (option: string) => Wording | undefined;
  readonly other: Wording;
}

function optionsOf(
  { options }: { readonly options: Readonly<Record<string, { readonly value: Part[] }>> },
  numbers: Numbers,
): Options {
  const all = new Map(Object.entries(options).map(([option, { value }]) => [option, joined(value, numbers)]));
  const other = all.get('other');
  if (other === undefined) throw new TypeError('a message without “other”');
  return { get: (option) => all.get(option), other };
}

function plural(name: string, offset: number, { get, other }: Options, rules: Intl.PluralRules): Wording {
  return (values) => {
    const value = Number(valueIn(values, name));
    const count = value - offset;
    return (get(`=${value}`) ?? get(rules.select(count)) ?? other)(values, count);
  };
}

function valueIn(values: Values, name: string): string | number {
  const value = values[name];
  if (value === undefined) throw new TypeError(`a message without its ${name}`);
  return value;
}
