// npm test: builds, finds or brings a browser, runs every test.
import { chromium } from './browser.mjs';
import { fail, finish, step } from './run.mjs';

/** A step of Node's test runner. */
export const nodeTests = (name, concurrency, ...files) =>
  step(name, [
    'node',
    '--test',
    `--test-concurrency=${concurrency}`,
    '--test-reporter=dot',
    '--test-reporter-destination=stdout',
    '--test-reporter=./scripts/test/count.mjs',
    '--test-reporter-destination=stderr',
    ...files,
  ]);

/** All tests of what has been built, a step for each runner. */
export async function test() {
  try {
    // Once, before several runners ask for it at the same time.
    await chromium();
  } catch (error) {
    fail('a browser', error.message);
    return;
  }
  step('elements, in the browser', ['wtr']);
  if (step('build Storybook', ['turbo', 'run', '//#storybook:build', '--output-logs=errors-only'])) {
    step('accessibility of the stories', ['wtr', '--config', 'web-test-runner.stories.config.mjs']);
  }
  nodeTests(
    'pages, tokens and the house',
    // They wait more than they work.
    3,
    'packages/{html-validate,structured-data,tokens}/test/*.test.mjs',
    'scripts/test/*.test.mjs',
  );
}

if (import.meta.main) {
  if (step('build', ['turbo', 'run', 'build', '--output-logs=errors-only'])) await test();
  finish();
}
