/** The house's rules, read from the imports themselves: who may know whom, and which room may know which vendor. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const src = fileURLToPath(new URL('../src', import.meta.url));

/** A room, or a file beside the rooms, may know those and nothing else, types included. */
const mayKnow: Readonly<Record<string, readonly string[]>> = {
  presence: [],
  timing: [],
  locales: [],
  parser: ['presence'],
  commands: ['presence', 'parser'],
  replies: ['presence', 'locales', 'parser', 'commands'],
  outbound: ['config'],
  entra: ['presence', 'timing', 'config'],
  graph: ['presence', 'timing', 'config', 'outbound', 'entra'],
  store: ['presence'],
  sessions: ['presence', 'timing', 'store'],
  meetings: ['presence', 'store', 'sessions'],
  calendar: ['presence', 'parser', 'store', 'sessions'],
  schedules: ['presence', 'parser', 'timing', 'store', 'sessions'],
  visibility: ['presence', 'store', 'sessions'],
  persistence: ['presence', 'timing', 'store', 'sessions', 'meetings', 'schedules', 'visibility', 'calendar'],
  cards: ['presence', 'commands', 'replies'],
  teams: [
    'presence',
    'locales',
    'timing',
    'outbound',
    'parser',
    'commands',
    'replies',
    'cards',
    'meetings',
    'config',
  ],
  keys: ['presence', 'locales', 'timing', 'parser', 'commands', 'replies'],
  http: ['presence', 'teams', 'meetings', 'keys'],
  simulator: [],
  config: ['presence'],
  observability: ['presence', 'graph', 'store'],
  app: [
    'presence',
    'timing',
    'config',
    'parser',
    'commands',
    'outbound',
    'entra',
    'graph',
    'store',
    'meetings',
    'visibility',
    'persistence',
    'teams',
    'keys',
    'http',
    'observability',
  ],
  'app.ts': [
    'presence',
    'timing',
    'config',
    'commands',
    'cards',
    'outbound',
    'graph',
    'teams',
    'observability',
    'app',
    'simulator',
  ],
  'index.ts': ['config', 'app', 'app.ts', 'timing'],
  'move.ts': ['store'],
  playground: ['presence', 'locales', 'config', 'app.ts'],
};

/** Vendors that one room alone may know, or one folder of it. */
const vendors: Readonly<Record<string, readonly string[]>> = {
  botbuilder: ['teams/sdk'],
  'botbuilder-core': ['teams/sdk'],
  'botframework-connector': ['teams/sdk'],
  'botframework-schema': ['teams/sdk'],
  undici: ['outbound'],
  jose: ['teams'],
  restify: ['http'],
  '@azure/identity': ['entra'],
  '@microsoft/microsoft-graph-client': ['graph'],
  'adaptivecards-templating': ['cards'],
  'intl-messageformat': ['locales'],
  'temporal-polyfill': ['parser', 'simulator'],
  'windows-iana': ['parser', 'simulator'],
  'rrule-temporal': ['schedules'],
  '@modelcontextprotocol/server': ['keys'],
  pino: ['app.ts', 'observability'],
  'prom-client': ['observability'],
  kysely: ['store'],
  pg: ['store'],
  'node:sqlite': ['store'],
};

/** The domain and the reader touch nothing of the machine they run on. */
const pure = ['presence', 'locales', 'parser', 'replies', 'cards'];
/** It loads a package when it is first needed, and touches nothing else. */
const loader = 'node:module';

interface Import {
  readonly file: string;
  readonly room: string;
  readonly to: string;
}

const imports = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => {
    const path = join(src, file);
    const { importedFiles } = ts.preProcessFile(readFileSync(path, 'utf8'), true, true);
    return importedFiles.map(({ fileName }): Import => ({ file: path, room: roomOf(path), to: fileName }));
  });

function roomOf(path: string): string {
  return relative(src, path).split(sep)[0] ?? '';
}

const local = imports.filter(({ to }) => to.startsWith('.'));
const foreign = imports.filter(({ to }) => !to.startsWith('.'));
const named = ({ file, to }: Import) => `${relative(src, file)} → ${to}`;

describe('the house', () => {
  it('has imports to judge', () => {
    assert.ok(local.length > 50 && foreign.length > 10);
  });

  it('has a floor for each room, and for each file beside the rooms', () => {
    const rooms = new Set(imports.map(({ room }) => room));
    assert.deepEqual(
      [...rooms].filter((room) => mayKnow[room] === undefined),
      [],
    );
  });

  it('lets no room know a room above it', () => {
    const breaches = local.filter(({ file, room, to }) => {
      const target = roomOf(resolve(dirname(file), to));
      return target !== room && mayKnow[room]?.includes(target) === false;
    });
    assert.deepEqual(breaches.map(named), []);
  });

  it('has no circle of files that import each other, types included', () => {
    const importsOf = Map.groupBy(local, ({ file }) => file);
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        const circle = [...path.slice(path.indexOf(file)), file];
        circles.push(circle.map((one) => relative(src, one)).join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const { to } of importsOf.get(file) ?? []) visit(resolve(dirname(file), to), [...path, file]);
      state.set(file, 'done');
    };
    for (const file of importsOf.keys()) visit(file, []);
    assert.deepEqual(circles, []);
  });

  it('reads and judges what is heard of meetings without the store', () => {
    const files = ['event', 'teams', 'hook', 'rules', 'attendance'].map((name) =>
      join('meetings', `${name}.ts`),
    );
    const own = local.filter(({ file }) => files.includes(relative(src, file)));
    assert.ok(files.every((name) => own.some(({ file }) => relative(src, file) === name)));
    const breaches = own.filter(({ file, to }) => {
      const path = relative(src, resolve(dirname(file), to));
      return !files.includes(path) && roomOf(join(src, path)) !== 'presence';
    });
    assert.deepEqual(breaches.map(named), []);
  });

  it('lets only the app in local mode and the playground open the simulator', () => {
    const openers = local.filter(
      ({ file, room, to }) => room !== 'simulator' && roomOf(resolve(dirname(file), to)) === 'simulator',
    );
    assert.deepEqual([...new Set(openers.map(({ room }) => room))], ['app.ts']);
  });

  it('keeps each vendor in its own room', () => {
    const breaches = foreign.filter(({ file, to }) => {
      const vendor = Object.keys(vendors).find((name) => to === name || to.startsWith(`${name}/`));
      const folder = `${relative(src, file).split(sep).join('/')}/`;
      return vendor !== undefined && vendors[vendor]?.some((one) => folder.startsWith(`${one}/`)) === false;
    });
    assert.deepEqual(breaches.map(named), []);
  });

  it('keeps the domain, the reader and the replies away from the machine and the network', () => {
    const breaches = foreign.filter(
      ({ room, to }) => pure.includes(room) && to.startsWith('node:') && to !== loader,
    );
    assert.deepEqual(breaches.map(named), []);
  });

  it('reads the clock and the environment at the edges alone', () => {
    const allowed = [
      'index.ts',
      'app.ts',
      'move.ts',
      'playground',
      'simulator',
      join('graph', 'send.ts'),
      join('entra', 'renewal.ts'),
    ];
    const breaches = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !allowed.some((name) => file.startsWith(name)))
      .filter((file) =>
        /\bDate\.now\b|new Date\(\)|process\.env/.test(readFileSync(join(src, file), 'utf8')),
      );
    assert.deepEqual(breaches, []);
  });
});
