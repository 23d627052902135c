// The accessibility of every story of the built Storybook: storybook build -o storybook-static, then
//   wtr --config web-test-runner.stories.config.mjs
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromium } from './scripts/browser.mjs';
import { countReporter } from './scripts/test/count.mjs';
import { mediaPlugin } from './scripts/test/media-plugin.mjs';

export default {
  files: 'scripts/test/stories/*.test.js',
  nodeResolve: true,
  // A story waits 100 ms for animations, so three pages keep two cores busy.
  browsers: [chromeLauncher({ launchOptions: await chromium(), concurrency: 3 })],
  concurrency: 3,
  reporters: [defaultReporter({ reportTestProgress: Boolean(process.stdout.isTTY) }), countReporter()],
  plugins: [mediaPlugin()],
  testFramework: { config: { timeout: 20_000 } },
  testsFinishTimeout: 300_000,
};
