/**
 * `npm run build`: what is deployed, in dist/. The bot and its packages become one bundle, split where the source says
 * `await import(…)`; what it requires when first needed becomes a file of its own, so that no start reads it.
 */

import { cpSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type Plugin, type ResolveOptions } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node22.18',
  // Names of functions are not kept: setting one again each time a closure is made took a thirtieth of a turn's CPU and
  // a fifth of what it allocated. Errors name themselves, and logs have no stacks.
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
  // Packages that bring themselves twice, as windows-iana does, bring what is for production.
  define: { 'process.env.NODE_ENV': '"production"' },
  alias: {
    // As modules, of which what is not used is left out.
    '@microsoft/microsoft-graph-client': '@microsoft/microsoft-graph-client/lib/es/src/index.js',
    // Without types of files that a browser would download.
    mime: 'mime/lite.js',
  },
} as const satisfies BuildOptions;

/** Native parts that packages do without where they are not installed, as they are here. */
const absent = ['pg-native', 'dtrace-provider'];

/** What takes the place of a module: whatever is read of it is undefined, and calling that throws. */
const nothing = 'module.exports = {};';

/**
 * What packages bring that Node has itself or that nothing of ours reaches: who asks, for what, and what it gets. What is
 * left out is called by no path of this bot; docs/decisions/0020 says why. Tests run the bundle.
 */
const instead: readonly (readonly [by: RegExp, what: RegExp, contents: string])[] = [
  [/./, /^whatwg-url$/, 'module.exports = { URL, URLSearchParams };'],
  // Zod's messages in other languages: nobody but operators and logs sees any.
  [/zod/, /^\.\.\/locales\/index\.js$/, 'export {};'],
  // The SDK's own ways to a token: the bot has one identity, and its credentials are handed to the SDK.
  [/botframework-connector/, /^@azure\/(?:identity|msal-node)$/, nothing],
  // Tokens and their keys: checked by ours, before the SDK.
  [/botframework-connector/, /^(?:jsonwebtoken|node-fetch|cross-fetch)$/, nothing],
  // Other bots as skills, pipes and web sockets, transcripts in files, speech, SharePoint, handlers to inherit from.
  [/botbuilder|botframework-connector/, /^axios$/, nothing],
  [/botbuilder/, /^botframework-streaming$/, 'module.exports = { RequestHandler: class {} };'],
  [
    /botbuilder.lib.index\.js$/,
    /fileTranscriptStore|inspectionMiddleware|setSpeakMiddleware|skills$|teamsActivityHandler$|sharepoint/,
    nothing,
  ],
  // Plugins: bodies, limits and logs are this bot's own.
  [/restify.lib.index\.js$/, /^\.\/plugins$/, nothing],
  // What judges a person's answers to an agent's questions: our server asks none.
  [/modelcontextprotocol/, /\/_shims$/, 'export class DefaultJsonSchemaValidator {}'],
  // Expressions over XML, JSON paths, patterns and Timex: no card's template has any.
  [/adaptive-expressions/, /^(?:@xmldom\/xmldom|fast-xml-parser|jspath|xpath)$/, nothing],
  [/adaptive-expressions/, /^@microsoft\/recognizers-text-data-types-timex-expression$/, nothing],
  [/adaptive-expressions.lib.commonRegex\.js$/, /^\.\/generated$/, nothing],
  // A document made of HTML: its tokens are all that is read.
  [/htmlparser2/, /^domutils$/, nothing],
  // HTTP's parser for machines whose WebAssembly has no SIMD.
  [/undici/, /llhttp-wasm\.js$/, nothing],
  // Traces beside metrics.
  [/prom-client/, /^@opentelemetry\/api$/, nothing],
];

/**
 * Packages that would be there more than once: who asks, for what, and as who it is found instead – from another folder,
 * or as `require` finds it, since a package's modules and its CommonJS are two to a bundler.
 */
const once: readonly (readonly [by: RegExp, what: RegExp, to: ResolveOptions])[] = [
  // npm gives each of the SDK's packages its own copy of one and the same version.
  [/node_modules.bot(?:builder|framework)/, /^zod$/, { resolveDir: join(root, 'node_modules/botbuilder') }],
  // An older one, whose few calls ours has as well.
  [/restify/, /^pino$/, { resolveDir: root }],
  // The bot's own tokens and the SDK's clients share a pipeline.
  [
    /@azure/,
    /^@(?:azure|typespec)\/(?:abort-controller|core-|logger|ts-http-runtime)/,
    { kind: 'require-call' },
  ],
];

const replacements: Plugin = {
  name: 'what is not needed',
  setup: (builder) => {
    for (const [by, filter, contents] of instead) {
      builder.onResolve({ filter }, ({ path, importer }) =>
        by.test(importer) ? { path, namespace: contents } : undefined,
      );
      builder.onLoad({ filter, namespace: contents }, () => ({ contents }));
    }
    for (const [by, filter, to] of once) {
      builder.onResolve({ filter }, ({ path, importer, kind, pluginData: asked }) =>
        asked === undefined && by.test(importer)
          ? builder.resolve(path, {
              importer,
              resolveDir: dirname(importer),
              kind,
              ...to,
              pluginData: 'asked again',
            })
          : undefined,
      );
    }
  },
};

/** `createRequire(import.meta.url)('package')`, and `require('./file')` of what that gave. */
const lazily = /(\bcreateRequire\(import\.meta\.url\)|\brequire)\('([^']+)'\)/g;

/**
 * V8 keeps a source with one letter outside Latin-1 in two bytes a letter, for as long as it may compile of it. esbuild
 * leaves such letters in regular expressions alone. Where escapes of Chinese and Japanese are most of a file, two bytes are
 * less than the six of an escape.
 */
function rewriteInFewerBytes(file: string): void {
  const source = readFileSync(file, 'utf8');
  const ascii = source.replaceAll(/\\\\|\\?[^\0-\x7F]/g, (found) =>
    found === '\\\\'
      ? found
      : `\\u${found
          .charCodeAt(found.length - 1)
          .toString(16)
          .padStart(4, '0')}`,
  );
  const written = ascii.replaceAll(/\\\\|\\u([3-9][\da-f]{3})/gi, (found, code?: string) =>
    code === undefined ? found : String.fromCharCode(parseInt(code, 16)),
  );
  const fewer = written.length * 2 < ascii.length ? written : ascii;
  if (fewer !== source) writeFileSync(file, fewer);
}

export interface Built {
  readonly bytes: number;
  readonly files: number;
}

/** The bundle into that folder, in place of what was there; `localMode`: with the simulator, as no deployment has it. */
export async function buildInto(folder: string, { localMode = false } = {}): Promise<Built> {
  rmSync(folder, { recursive: true, force: true });

  /** What is required when first needed, by the name of its file. */
  const required = new Map<string, string>();
  const nameOf = (from: string, wanted: string): string => {
    const path = wanted.startsWith('.') ? join(dirname(from), wanted) : wanted;
    const name = extname(path) === '.json' ? basename(path) : `${basename(path, '.ts')}.cjs`;
    if ((required.get(name) ?? path) !== path) throw new Error(`two files would be ${name}`);
    required.set(name, path);
    return `./${name}`;
  };
  const lazy: Plugin = {
    name: 'what is required when first needed',
    setup: (builder) => {
      builder.onLoad({ filter: /[/\\]src[/\\].*\.ts$/ }, ({ path }) => {
        const source = readFileSync(path, 'utf8');
        if (!source.includes('createRequire(import.meta.url)')) return undefined;
        const contents = source.replace(
          lazily,
          (_, how: string, wanted: string) => `${how}('${nameOf(path, wanted)}')`,
        );
        return { contents, loader: 'ts' };
      });
    },
  };

  await build({
    ...shared,
    entryPoints: { index: 'src/index.ts', move: 'src/move.ts' },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    splitting: true,
    external: localMode ? absent : [...absent, './simulator/index.ts'],
    plugins: [lazy, replacements],
    // Packages that are no modules require what Node has.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
  });
  for (const [name, path] of required) {
    const outfile = join(folder, name);
    if (extname(name) === '.json')
      writeFileSync(outfile, JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))));
    else await build({ ...shared, entryPoints: [path], outfile, format: 'cjs', plugins: [replacements] });
  }
  for (const name of globSync('*.{mjs,cjs}', { cwd: folder })) rewriteInFewerBytes(join(folder, name));
  cpSync(join(root, 'src/http/pages'), join(folder, 'pages'), { recursive: true });

  const files = globSync('**/*.*', { cwd: folder });
  const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  return { bytes, files: files.length };
}

if (import.meta.main) {
  const { bytes, files } = await buildInto(join(root, 'dist'));
  console.log(`dist/: ${(bytes / 1e6).toFixed(1)} MB in ${files} files`);
}
