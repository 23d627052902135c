// A launcher for WebKitGTK: WebKitWebDriver and MiniBrowser under Xvfb (Debian: webkit2gtk-driver xvfb), spoken to in plain WebDriver
// (https://www.w3.org/TR/webdriver2/). It has what @web/test-runner-commands asks of a browser of type "puppeteer".
import { spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { createServer } from 'node:net';

const DRIVER = '/usr/bin/WebKitWebDriver';
const XVFB = '/usr/bin/Xvfb';

/** Where the browser is, or nothing where a part of it is missing. */
export function webkit() {
  const [browser] = globSync('/usr/lib/*/webkit2gtk-*/MiniBrowser');
  return browser && existsSync(DRIVER) && (process.env.DISPLAY || existsSync(XVFB)) ? browser : undefined;
}

// https://www.w3.org/TR/webdriver2/#keyboard-actions
const KEYS = {
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Backspace: '\uE003',
  Delete: '\uE017',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

function keyOf(name) {
  if (KEYS[name]) return KEYS[name];
  if ([...name].length === 1) return name;
  throw new Error(`unknown key ${name}`);
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** A session of the browser, for as long as it is not ended. */
async function start(browser, { width, height }) {
  const children = [];
  const end = () => children.reverse().forEach((child) => child.kill());
  const env = { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  if (!env.DISPLAY) {
    const screen = spawn(XVFB, ['-displayfd', '3', '-screen', '0', '1400x1100x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    children.push(screen);
    env.DISPLAY = await new Promise((resolve, reject) => {
      screen.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
      screen.once('exit', () => reject(new Error('Xvfb ended')));
    });
  }
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  children.push(spawn(DRIVER, [`--port=${port}`], { env, stdio: 'ignore' }));
  const call = async (method, path, body) => {
    const response = await fetch(base + path, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebDriver ${path}: ${value?.error}: ${value?.message}`);
    return value;
  };
  for (let tries = 0; ; tries++) {
    try {
      await call('GET', '/status');
      break;
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  const { sessionId } = await call('POST', '/session', {
    capabilities: {
      alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } },
    },
  });
  const on = (path, body, method = 'POST') => call(method, `/session/${sessionId}${path}`, body);
  const [innerWidth, innerHeight] = await on('/execute/sync', {
    script: 'return [innerWidth, innerHeight]',
    args: [],
  });
  const window = await on('/window/rect', undefined, 'GET');
  const frame = { width: window.width - innerWidth, height: window.height - innerHeight };
  const resize = (size) =>
    on('/window/rect', { width: size.width + frame.width, height: size.height + frame.height });
  await resize({ width, height });
  return {
    on,
    resize,
    end: async () => {
      await call('DELETE', `/session/${sessionId}`).catch(() => undefined);
      end();
    },
  };
}

/** The launcher, for `browsers` in a configuration of the test runner. One page at a time. */
export function webkitLauncher({ width = 800, height = 600 } = {}) {
  let starting;
  let session;
  let active;
  const actions = (type, id, list, parameters) =>
    session.on('/actions', { actions: [{ type, id, actions: list, ...(parameters && { parameters }) }] });
  const keys = (list) => actions('key', 'keyboard', list);
  const mouse = (list) => actions('pointer', 'mouse', list, { pointerType: 'mouse' });
  const down = (key) => ({ type: 'keyDown', value: key });
  const up = (key) => ({ type: 'keyUp', value: key });
  const button = (type, name = 'left') => ({ type, button: ['left', 'middle', 'right'].indexOf(name) });
  const move = (x, y) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 });
  const page = {
    keyboard: {
      press: (name) => {
        const all = name.length > 1 ? name.split('+').map(keyOf) : [keyOf(name)];
        return keys([...all.map(down), ...all.reverse().map(up)]);
      },
      type: (text) => keys([...text].flatMap((key) => [down(key), up(key)])),
      down: (name) => keys([down(keyOf(name))]),
      up: (name) => keys([up(keyOf(name))]),
    },
    mouse: {
      move: (x, y) => mouse([move(x, y)]),
      click: (x, y, options) =>
        mouse([move(x, y), button('pointerDown', options?.button), button('pointerUp', options?.button)]),
      down: (options) => mouse([button('pointerDown', options?.button)]),
      up: (options) => mouse([button('pointerUp', options?.button)]),
      reset: () => session.on('/actions', undefined, 'DELETE'),
    },
    setViewport: (size) => session.resize(size),
    screenshot: async () => Buffer.from(await session.on('/screenshot', undefined, 'GET'), 'base64'),
    url: () => session.on('/url', undefined, 'GET'),
  };
  return {
    name: 'WebKitGTK',
    type: 'puppeteer',
    concurrency: 1,
    getPage: () => page,
    isActive: (id) => id === active,
    getBrowserUrl: () => page.url(),
    async startSession(id, url) {
      session = await (starting ??= start(webkit(), { width, height }));
      await session.resize({ width, height });
      active = id;
      await session.on('/url', { url });
    },
    async stopSession() {
      active = undefined;
      await session.on('/url', { url: 'about:blank' });
      return {};
    },
    startDebugSession() {
      throw new Error('WebKitGTK cannot be debugged here');
    },
    stop: () => session?.end(),
  };
}
