import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';

/** Where a browser usually is. Ubuntu's chromium-browser is missing on purpose: it is a snap, blind to our folders. */
const usualPaths: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** Beyond playwright's own: nothing that looks for a network or a graphics card, which a test machine may not have. */
const flags = ['--disable-gpu', '--disable-quic', '--disable-sync'];

const help = 'Install Chromium or Chrome, or name one in CHROMIUM_PATH.';

interface Executable {
  path: string;
  env: NodeJS.ProcessEnv;
}

/**
 * Starts a real headless Chromium: the one in CHROMIUM_PATH, else the system's own, else the one that came with
 * `npm ci`. Whoever opens it closes it; `close()` leaves neither a process nor a profile behind.
 * Throws an error that says what to do when none can be started.
 */
export async function openBrowser(): Promise<Browser> {
  const { path, env } = systemBrowser(process.env) ?? (await bundledBrowser());
  try {
    return await chromium.launch({ executablePath: path, env, args: flags });
  } catch (error) {
    throw new Error(`The browser at ${path} did not start. ${help}`, { cause: error });
  }
}

function systemBrowser(env: NodeJS.ProcessEnv): Executable | undefined {
  const named = env.CHROMIUM_PATH;
  if (named && !existsSync(named)) {
    throw new Error(`CHROMIUM_PATH names ${named}, where there is no file. Correct it, or unset it.`);
  }
  const path = named || usualPaths[process.platform]?.find((candidate) => existsSync(candidate));
  return path ? { path, env } : undefined;
}

/** The browser in @sparticuz/chromium, with the libraries and the fonts that a bare machine does not have. */
async function bundledBrowser(): Promise<Executable> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`No browser found, and the one that npm ci brings runs on Linux x64 only. ${help}`);
  }
  const folder = await unpacked();
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: libraries,
    FONTCONFIG_PATH: join(folder, 'fonts'),
    XDG_CACHE_HOME: folder,
  };
  return { path: join(folder, 'chromium'), env };
}

/**
 * The folder with the unpacked browser, filled on first use (2 to 3 s, 211 MB). It is filled under another name and
 * then renamed, so that test files running side by side, or one stopped half-way, never leave half a browser.
 */
async function unpacked(): Promise<string> {
  const packageFolder = new URL('../', import.meta.resolve('@sparticuz/chromium'));
  const manifest: unknown = JSON.parse(await readFile(new URL('package.json', packageFolder), 'utf8'));
  const version = isVersioned(manifest) ? manifest.version : 'unknown';
  const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;

  await mkdir(cache, { recursive: true });
  const staging = await mkdtemp(`${folder}.`);
  try {
    await unpackInto(staging);
    await writeFile(join(staging, 'fonts', 'fonts.conf'), fontSettings);
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    // Another test file may have finished the same work first.
    if (!existsSync(folder)) throw new Error(`The browser could not be unpacked. ${help}`, { cause: error });
  }
  return folder;
}

function isVersioned(manifest: unknown): manifest is { version: string } {
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest;
}

/**
 * Lets the package unpack itself, in a process of its own because it reads its two settings from the environment:
 * it writes to the temporary folder, and adds the libraries (libnss3 and friends) only where it believes to be on
 * AWS Lambda: https://github.com/Sparticuz/chromium/blob/master/source/helper.ts
 */
async function unpackInto(folder: string): Promise<void> {
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [complaint, code] = await Promise.all([text(child.stderr), exited]);
  if (code !== 0) throw new Error(complaint.trim() || `unpacking ended with code ${String(code)}`);
}

/** In place of the package's own fonts.conf, which names /tmp/fonts: this one may stand anywhere. */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
