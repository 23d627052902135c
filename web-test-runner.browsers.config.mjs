// The elements' tests and the stories in Firefox and WebKitGTK, one page at a time: npm run test:browsers, or ENGINES=webkit npm run
// test:browsers. (In Chromium npm test runs them.)
// Debian: apt-get install firefox-esr webkit2gtk-driver xvfb. An engine that is not there is named and left out.
import { existsSync } from 'node:fs';
import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import { webkit, webkitLauncher } from './scripts/test/webkit-launcher.mjs';
import base from './web-test-runner.config.mjs';

const FIREFOX = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';

const firefoxLauncher = () =>
  chromeLauncher({
    puppeteer,
    concurrency: 1,
    launchOptions: {
      browser: 'firefox',
      executablePath: FIREFOX,
      extraPrefsFirefox: {
        'network.captive-portal-service.enabled': false,
        'network.connectivity-service.enabled': false,
        // The frames of the tests are as wide as they say.
        'ui.useOverlayScrollbars': 1,
      },
    },
  });

const engines = {
  firefox: { isThere: existsSync(FIREFOX), launcher: firefoxLauncher, packages: 'firefox-esr' },
  webkit: { isThere: Boolean(webkit()), launcher: webkitLauncher, packages: 'webkit2gtk-driver xvfb' },
};

const wanted = process.env.ENGINES?.split(',') ?? Object.keys(engines);
const browsers = wanted.flatMap((name) => {
  const { isThere, launcher, packages } = engines[name];
  if (isThere) return [launcher()];
  const missing = `No ${name}, so nothing is tested in it. Debian: apt-get install ${packages}`;
  // .ci/run has installed them.
  if (process.env.GALLEY_REQUIRE_ALL) throw new Error(missing);
  console.warn(missing);
  return [];
});
if (!browsers.length) throw new Error('No browser to test in: install one of those above.');

// Forced colours are emulated in Chromium alone.
const stories = ['light', 'dark-rtl'].map((name) => `scripts/test/stories/${name}.test.js`);

export default {
  ...base,
  files: [base.files, ...stories],
  browsers,
  concurrency: 1,
  concurrentBrowsers: 2,
  testsFinishTimeout: 300_000,
};
