// Runs commands one after the other for npm test and CI: all of them, whatever fails, with their time.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const root = join(import.meta.dirname, '..');
const cache = join(root, '.cache');
const bin = join(root, 'node_modules', '.bin');

/** What has been run: the tests of a step, or the step itself where it has none. */
export const results = [];

/**
 * @param {string} name What the step is.
 * @param {string[]} command The program, from node_modules or the system, and its arguments.
 * @param {object} [options]
 * @param {boolean} [options.quiet] Shows what it printed only where it fails.
 * @returns {boolean} Whether it succeeded.
 */
export function step(name, [program, ...args], { quiet = false } = {}) {
  const countFile = join(cache, `count-${results.length}.json`);
  mkdirSync(cache, { recursive: true });
  // Of this run alone: the conformance report reads them all.
  if (!results.length) for (const old of globSync('count-*.json', { cwd: cache })) rmSync(join(cache, old));
  rmSync(countFile, { force: true });
  console.log(`\n── ${name}`);
  const start = performance.now();
  const { status, error, stdout } = spawnSync(program, args, {
    cwd: root,
    shell: process.platform === 'win32', // where what is in .bin is a script of the shell
    stdio: quiet ? ['ignore', 'pipe', 'inherit'] : 'inherit',
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env.PATH}`,
      GALLEY_COUNT: countFile,
      TURBO_TELEMETRY_DISABLED: '1',
    },
  });
  if (error) console.error(`${program}: ${error.message}`);
  const ok = status === 0;
  if (quiet && !ok) console.log(String(stdout));
  const counted = existsSync(countFile) ? JSON.parse(readFileSync(countFile, 'utf8')) : undefined;
  const { passed, failed } = counted ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  // A runner that ends badly has failed, whatever it counted.
  results.push({
    name,
    passed,
    failed: failed || ok ? failed : 1,
    seconds: (performance.now() - start) / 1000,
  });
  return ok;
}

/** Adds a failure that is no command's. */
export function fail(name, message) {
  console.error(message);
  results.push({ name, passed: 0, failed: 1, seconds: 0 });
}

/** Prints what was run, with the closing line `N passed, N failed`, and sets the exit code. */
export function finish() {
  console.log('');
  for (const { name, passed, failed, seconds } of results) {
    console.log(
      `${failed ? '✗' : '✓'} ${name}: ${passed} passed${failed ? `, ${failed} failed` : ''} (${seconds.toFixed(0)} s)`,
    );
  }
  const sum = (key) => results.reduce((total, each) => total + each[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') ? 1 : 0;
}
