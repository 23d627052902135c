// A desktop without a screen or a loudspeaker, for a screen reader and a browser: X server, message bus, accessibility bus, window manager and
// Orca, each a process of its own that ends with it.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { speechServer } from './speech.mjs';

const BUS_LAUNCHER = '/usr/libexec/at-spi-bus-launcher';

const onPath = (name) =>
  process.env.PATH.split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));

/** The programs, and the packages of Debian that have them. */
const NEEDED = {
  orca: () => onPath('orca'),
  xvfb: () => onPath('Xvfb'),
  xdotool: () => onPath('xdotool'),
  openbox: () => onPath('openbox'),
  dbus: () => onPath('dbus-daemon'),
  'at-spi2-core': () => existsSync(BUS_LAUNCHER),
};

/** Packages that are missing for a screen reader: none where it can run. */
export const missingPackages = () => Object.keys(NEEDED).filter((name) => !NEEDED[name]());

/**
 * Words that are waited for: all of an utterance, what is in it, or whether it is meant.
 * @typedef {string | RegExp | ((text: string) => boolean)} Words
 */
const matches = (is, text) =>
  typeof is === 'function' ? is(text) : is instanceof RegExp ? is.test(text) : text === is;

/** What Orca says last of all, asked for the time: whatever came before it is what the key before it made Orca say. */
const DONE = 'That is all.';

// As Orca is when installed, but for this: it does not say which key was pressed, does not begin to read by itself, and has another clock.
const ORCA = { enableKeyEcho: false, sayAllOnLoad: false, presentTimeFormat: DONE };

/** How long anything may take until it is heard. */
export const PATIENCE = 30_000;

/**
 * Starts the desktop and Orca.
 * @returns What is heard and can be done; `close` ends all of it.
 */
export async function startDesktop() {
  const folder = mkdtempSync(join(tmpdir(), 'galley-desktop-'));
  const children = [];
  const closing = [];
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    XDG_RUNTIME_DIR: folder,
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    GSETTINGS_BACKEND: 'memory',
    SPEECHD_ADDRESS: `unix_socket:${join(folder, 'speech')}`,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
  };

  const start = (program, args, stdio = ['ignore', 'ignore', 'ignore']) => {
    // In a group of its own, which ends with it: the launcher of the accessibility bus starts a bus.
    const child = spawn(program, args, { env, stdio, detached: true });
    children.push(child);
    return child;
  };
  const firstLine = (child, stream) =>
    new Promise((resolve, reject) => {
      stream.once('data', (data) => resolve(String(data).trim()));
      child.once('exit', () => reject(new Error(`${child.spawnfile} ended`)));
    });

  const said = [];
  const pressed = [];
  const lookAgain = new Set();
  /** Waits until `is` is said, after the first `from` utterances; resolves to how many there are with it. */
  const heard = (is, from = said.length) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const index = said.findIndex((text, number) => number >= from && matches(is, text));
        if (index < 0) return;
        clearTimeout(timer);
        lookAgain.delete(look);
        resolve(index + 1);
      };
      const timer = setTimeout(() => {
        lookAgain.delete(look);
        const instead = said.slice(from).join('\n  ') || 'nothing';
        reject(new Error(`after ${pressed.slice(-5).join(', ')} Orca does not say ${is}, but\n  ${instead}`));
      }, PATIENCE);
      lookAgain.add(look);
      look();
    });

  const xdotool = (...args) =>
    new Promise((resolve, reject) => {
      spawn('xdotool', args, { env, stdio: 'ignore' }).once('exit', (code) =>
        code ? reject(new Error(`xdotool ${args.join(' ')}`)) : resolve(),
      );
    });

  /** Orca hears no gentler signal. */
  const kill = () => {
    for (const child of children.reverse()) {
      if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
    }
  };
  // Also where a test runs out of time.
  process.once('exit', kill);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

  const close = async () => {
    kill();
    await Promise.all(
      children.map(
        (child) =>
          child.exitCode ?? child.signalCode ?? new Promise((resolve) => child.once('exit', resolve)),
      ),
    );
    process.off('exit', kill);
    for (const each of closing) await each();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    const speech = await speechServer(join(folder, 'speech'), (text) => {
      said.push(text);
      for (const look of [...lookAgain]) look();
    });
    closing.push(() => speech.close());
    const screen = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
    const x = start('Xvfb', screen, ['ignore', 'ignore', 'ignore', 'pipe']);
    env.DISPLAY = `:${await firstLine(x, x.stdio[3])}`;
    const bus = start(
      'dbus-daemon',
      ['--session', '--nofork', '--print-address=1', `--address=unix:path=${join(folder, 'bus')}`],
      ['ignore', 'pipe', 'ignore'],
    );
    env.DBUS_SESSION_BUS_ADDRESS = await firstLine(bus, bus.stdout);
    start(BUS_LAUNCHER, ['--launch-immediately', '--a11y=1', '--screen-reader=1']);
    start('openbox', []);
    mkdirSync(join(env.XDG_DATA_HOME, 'orca'), { recursive: true });
    const profile = { profile: ['Default', 'default'], pronunciations: {}, keybindings: {} };
    writeFileSync(
      join(env.XDG_DATA_HOME, 'orca', 'user-settings.conf'),
      JSON.stringify({ general: ORCA, pronunciations: {}, keybindings: {}, profiles: { default: profile } }),
    );
    // Orca asks pgrep for another one of the same user, on whatever desktop, and does not start beside it. On this desktop there is none.
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'pgrep'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    env.PATH = `${bin}${delimiter}${env.PATH}`;
    const ready = heard('Screen reader on.');
    start('orca', []);
    await ready;
  } catch (error) {
    await close();
    throw error;
  }

  return {
    folder,
    start,
    heard,
    close,
    /**
     * Presses a key, and resolves to all that is said of it.
     * @param {string} key As xdotool names it.
     * @param {(hear: (is: Words) => Promise<string>) => Promise<unknown>} [listen] Waits for what must be heard, one after the other, or
     *   for anything else, before Orca is asked whether that is all.
     */
    async press(key, listen = (hear) => hear(/./)) {
      const from = said.length;
      let to = from;
      pressed.push(key);
      await xdotool('key', key);
      await listen(async (is) => {
        to = await heard(is, to);
        return said[to - 1];
      });
      await xdotool('keydown', 'Insert', 'key', 't', 'keyup', 'Insert');
      const done = await heard(DONE, to);
      return said.slice(from, done - 1);
    },
  };
}
