// Finds a Chromium for the tests, or brings one: CHROME_PATH, an installed Chrome, Edge or Chromium, the one shipped
// inside the npm package @sparticuz/chromium (Linux on x64), a download by @puppeteer/browsers, in this order.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

// A browser of one's own downloads components and syncs; a test browser must not. Root cannot use the sandbox.
const args = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  // A picture is painted in the frame that it is decoded for, not in one after it: screenshots have it.
  '--disable-checker-imaging',
  '--no-first-run',
  '--hide-scrollbars',
  '--font-render-hinting=none',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

const SHIPPED = '@sparticuz/chromium@153.0.0';
const cache = join(import.meta.dirname, '..', '.cache', 'chromium');

async function installed() {
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'];
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((dir) => names.map((name) => join(dir, name)));
  // chrome-launcher, below, knows Chrome in the places of each system, and not Edge.
  const edge = [
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...['ProgramFiles(x86)', 'ProgramFiles'].map((name) =>
      join(process.env[name] ?? '', 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ),
  ];
  const found = [...onPath, ...edge].find((path) => existsSync(path));
  if (found) return found;
  const { Launcher } = await import('chrome-launcher');
  // Throws where it finds none.
  try {
    return Launcher.getFirstInstallation();
  } catch {
    return undefined;
  }
}

/** The libraries of the system, to see whether Chromium's own copies of NSS and fonts must be unpacked. */
function hasNss() {
  for (const dir of ['/usr/lib', '/lib']) {
    if (!existsSync(dir)) continue;
    if (existsSync(join(dir, 'libnss3.so'))) return true;
    for (const entry of readdirSync(dir)) if (existsSync(join(dir, entry, 'libnss3.so'))) return true;
  }
  return false;
}

async function shipped() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const entry = join(cache, 'node_modules', '@sparticuz', 'chromium', 'build', 'index.js');
  if (!existsSync(entry)) {
    console.error('No Chrome found: fetching a headless Chromium from the npm registry (67 MB, once).');
    const options = ['--no-save', '--no-package-lock', '--ignore-scripts', '--loglevel=error'];
    execFileSync('npm', ['install', '--prefix', cache, ...options, SHIPPED], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  // Read on import: asks it to unpack its own libnss3 and fonts.
  if (!hasNss()) process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: chromium } = await import(pathToFileURL(entry).href);
  return chromium.executablePath();
}

async function downloaded() {
  const { install, resolveBuildId, detectBrowserPlatform, Browser } = await import('@puppeteer/browsers');
  const browser = Browser.CHROMEHEADLESSSHELL;
  const platform = detectBrowserPlatform();
  const buildId = await resolveBuildId(browser, platform, 'stable');
  return (await install({ browser, buildId, cacheDir: join(homedir(), '.cache', 'puppeteer') }))
    .executablePath;
}

/**
 * Launch options for puppeteer.
 * @returns {Promise<{ executablePath: string, args: string[], headless: true | 'shell' }>}
 * @throws where no browser can be had, naming what to install.
 */
export async function chromium() {
  const path = process.env.CHROME_PATH || (await installed());
  if (path) return { executablePath: path, args, headless: true };
  const failures = [];
  for (const find of [shipped, downloaded]) {
    try {
      const executablePath = await find();
      if (executablePath) return { executablePath, args, headless: 'shell' };
    } catch (error) {
      failures.push(`  ${find.name}: ${error.message.split('\n')[0]}`);
    }
  }
  throw new Error(
    `No Chrome, Edge or Chromium. Install one (Debian: apt-get install chromium) or set CHROME_PATH.\n${failures.join('\n')}`,
  );
}
