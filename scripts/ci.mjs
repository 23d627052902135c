// What a change must pass: the checks, then what npm test runs, then what needs more than Node and npm. The last line counts.
import { globSync } from 'node:fs';
import { finish, root, step } from './run.mjs';
import { nodeTests, test } from './test.mjs';

const turbo = (task) => ['turbo', 'run', task, '--output-logs=errors-only'];

const built = step('build', turbo('build'));
step('lint', turbo('//#lint'));
step('types', turbo('//#typecheck'));
step('sizes', turbo('//#size'));
for (const name of globSync('packages/*', { cwd: root }).sort()) {
  step(`publint ${name}`, ['publint', '--strict', name], { quiet: true });
  step(`attw ${name}`, ['attw', '--pack', name, '--profile', 'esm-only', '--format', 'ascii', '--no-emoji'], {
    quiet: true,
  });
}
if (built) {
  await test();
  step('elements and stories, in Firefox and WebKitGTK', [
    'wtr',
    '--config',
    'web-test-runner.browsers.config.mjs',
  ]);
  nodeTests('every check on every story and page', 1, 'scripts/test/matrix/*.test.mjs');
  nodeTests('a screen reader', 1, 'scripts/test/screenreader/*.test.mjs');
  step('each test that the conformance report names has passed', [
    'node',
    'scripts/conformance.mjs',
    '--check',
    '--results',
  ]);
}
finish();
