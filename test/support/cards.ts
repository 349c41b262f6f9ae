import { createRequire } from 'node:module';
import type * as AdaptiveCards from 'adaptivecards';

/** The bundle, because the package's modules name each other without `.js`, which Node does not find. */
const official = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.min.js',
) as typeof AdaptiveCards;

/** The newest version that Teams shows for a bot. https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference */
const newest = official.Versions.v1_5;

/** Teams takes a message of about 28 KB; the rest is for what goes around the card. */
const mostBytes = 25 * 1024;

type Json = Record<string, unknown>;

/** Where the walk stands: the words before a finding, and what the surroundings change about the rules. */
interface Place {
  path: string;
  /** `unseen` is an action that nobody sees, such as a card's refresh. */
  role: 'select' | 'unseen' | 'other';
  inAutoColumn: boolean;
  /** What the official parser reads an object without a `type` as. */
  schema?: AdaptiveCards.SerializableObject | undefined;
}

/**
 * Everything that is wrong with a card, or nothing: what Microsoft's own parser and validator complain of; unknown
 * or mistyped properties, which they silently skip; and what somebody who listens to the card would miss. The card
 * is judged as it travels, after JSON.
 */
export function parseCard(card: unknown): string[] {
  const json = JSON.stringify(card) as string | undefined;
  const sent: unknown = json === undefined ? undefined : JSON.parse(json);
  if (json === undefined || !isObject(sent)) return ['card: is not an object'];
  const bytes = Buffer.byteLength(json);
  return [
    ...(bytes > mostBytes ? [`card: ${bytes} bytes, more than ${mostBytes}`] : []),
    ...versionFindings(sent.version),
    ...officialFindings(sent),
    ...findings(sent, { path: 'card', role: 'other', inAutoColumn: false }),
  ];
}

function versionFindings(version: unknown): string[] {
  if (typeof version !== 'string' || !/^\d+\.\d+$/.test(version)) {
    return [`card.version: should be a version such as "1.5", not ${JSON.stringify(version)}`];
  }
  return versionOf(version).compareTo(newest) > 0
    ? [`card.version: ${version} is newer than ${newest.toString()}`]
    : [];
}

function versionOf(version: string): AdaptiveCards.Version {
  return official.Version.parse(version, new official.SerializationContext()) ?? newest;
}

/** Parsed for the card's own version, so that an element from a later one is found. */
function officialFindings(sent: Json): string[] {
  const own = typeof sent.version === 'string' ? versionOf(sent.version) : newest;
  const context = new official.SerializationContext(own.isValid ? own : newest);
  const card = new official.AdaptiveCard();
  card.parse(sent, context);
  const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at));
  return [...events, ...card.validateProperties().validationEvents].map(
    ({ event, message }) => `${official.ValidationEvent[event]}: ${message}`,
  );
}

/** What is wrong with one element, action or other part of a card, and with everything in it. */
function findings(part: Json, place: Place): string[] {
  const { type } = part;
  const { path } = place;
  const schema = typeof type === 'string' ? instanceOf(type) : place.schema;
  if (typeof type === 'string' && !schema) return [`${path}: there is no ${type} in ${newest.toString()}`];
  if (!schema) return [`${path}: has no type`];
  const definitions = definitionsOf(schema);
  const kind = isElement(schema) ? schema.getJsonTypeName() : '';
  const inside = kind === 'Column' ? part.width === 'auto' : place.inAutoColumn;
  return [
    ...accessibilityFindings(kind, part, place),
    ...Object.entries(part).flatMap(([name, value]) => {
      if (free.has(name)) return [];
      const definition = definitions.get(name);
      const wrong = definition ? mistyped(definition, value) : misplaced(kind, name, value);
      if (wrong) return [`${path}.${name}: ${wrong}`];
      const next = { path: `${path}.${name}`, role: roleIn(name, kind, place), inAutoColumn: inside };
      return childFindings(value, { ...next, schema: definition && schemaOf(definition) });
    }),
  ];
}

function childFindings(value: unknown, place: Place): string[] {
  if (isObject(value)) return findings(value, place);
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown, at) =>
    isObject(item) ? findings(item, { ...place, path: `${place.path}[${at}]` }) : [],
  );
}

/** Not ours to judge: what comes back to the bot, what only Teams reads, and what says which features are needed. */
const free = new Set(['data', 'msteams', 'requires', 'targetWidth', '$schema']);

/** What the parser reads outside its own table of properties. */
const insides: Readonly<Record<string, readonly string[]>> = {
  AdaptiveCard: ['body', 'actions'],
  Container: ['items'],
  Column: ['items'],
  ColumnSet: ['columns'],
  ActionSet: ['actions'],
  RichTextBlock: ['inlines'],
  Table: ['rows'],
  TableRow: ['cells'],
  TableCell: ['items'],
};

function misplaced(kind: string, name: string, value: unknown): string | undefined {
  if (insides[kind]?.includes(name)) return Array.isArray(value) ? undefined : 'should be a list';
  if (name === 'fallback')
    return isObject(value) || value === 'drop' ? undefined : 'should be an object or "drop"';
  if (name === 'card' && kind === 'Action.ShowCard')
    return isObject(value) ? undefined : 'should be an object';
  return `there is no such property${kind ? ` of ${kind}` : ''}`;
}

function mistyped(definition: AdaptiveCards.PropertyDefinition, value: unknown): string | undefined {
  const wanted = wantedType(definition);
  if (wanted === 'list') return Array.isArray(value) ? undefined : 'should be a list';
  return wanted && typeof value !== wanted
    ? `should be a ${wanted}, not ${JSON.stringify(value)}`
    : undefined;
}

function wantedType(
  definition: AdaptiveCards.PropertyDefinition,
): 'string' | 'boolean' | 'number' | 'list' | undefined {
  const { StringProperty, EnumProperty, ValueSetProperty, TimeProperty } = official;
  if (
    [StringProperty, EnumProperty, ValueSetProperty, TimeProperty].some((kind) => definition instanceof kind)
  ) {
    return 'string';
  }
  if (definition instanceof official.BoolProperty) return 'boolean';
  if (definition instanceof official.NumProperty) return 'number';
  const { StringArrayProperty, SerializableObjectCollectionProperty } = official;
  const isList = [StringArrayProperty, SerializableObjectCollectionProperty].some(
    (kind) => definition instanceof kind,
  );
  return isList ? 'list' : undefined;
}

function definitionsOf(
  schema: AdaptiveCards.SerializableObject,
): Map<string, AdaptiveCards.PropertyDefinition> {
  const table = schema.getSchema();
  const all = Array.from({ length: table.getCount() }, (_, at) => table.getItemAt(at));
  return new Map(all.map((definition) => [definition.name, definition]));
}

function schemaOf(
  definition: AdaptiveCards.PropertyDefinition,
): AdaptiveCards.SerializableObject | undefined {
  const { SerializableObjectProperty, SerializableObjectCollectionProperty } = official;
  const holdsObjects =
    definition instanceof SerializableObjectProperty ||
    definition instanceof SerializableObjectCollectionProperty;
  return holdsObjects ? new definition.objectType() : undefined;
}

/** The parts that are read only in their one place, and so stand in no registry. */
const inPlace: Readonly<Record<string, new () => AdaptiveCards.CardElement>> = {
  AdaptiveCard: official.AdaptiveCard,
  Column: official.Column,
  TableRow: official.TableRow,
  TableCell: official.TableCell,
};

function instanceOf(type: string): AdaptiveCards.CardObject | undefined {
  const Part = inPlace[type];
  if (Part) return new Part();
  const { elements, actions } = official.GlobalRegistry;
  return elements.createInstance(type, newest) ?? actions.createInstance(type, newest);
}

function isElement(schema: AdaptiveCards.SerializableObject): schema is AdaptiveCards.CardObject {
  return schema instanceof official.CardObject;
}

function roleIn(name: string, kind: string, place: Place): Place['role'] {
  if (name === 'selectAction') return 'select';
  if (name === 'refresh' || place.role === 'unseen') return 'unseen';
  return name === 'fallback' && kind.startsWith('Action.') ? place.role : 'other';
}

function accessibilityFindings(kind: string, part: Json, { path, role, inAutoColumn }: Place): string[] {
  const missing = (name: string): string => `${path}: ${kind} without ${name}`;
  const rules: [broken: boolean, finding: string][] = [
    [kind === 'Image' && !says(part.altText), missing('altText')],
    [kind === 'TextBlock' && part.wrap !== true && !inAutoColumn, missing('wrap')],
    [isUnlabelled(kind, part), missing('label')],
    [
      kind.startsWith('Input.') && part.isRequired === true && !says(part.errorMessage),
      missing('errorMessage'),
    ],
    [kind.startsWith('Action.') && role === 'other' && !says(part.title), missing('title')],
    [
      kind.startsWith('Action.') && role === 'select' && !says(part.title) && !says(part.tooltip),
      missing('title or tooltip'),
    ],
  ];
  return rules.filter(([broken]) => broken).map(([, finding]) => finding);
}

/** A toggle is read by the title beside it. */
function isUnlabelled(kind: string, part: Json): boolean {
  return kind.startsWith('Input.') && !says(part.label) && !(kind === 'Input.Toggle' && says(part.title));
}

function says(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
