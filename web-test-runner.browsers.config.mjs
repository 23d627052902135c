// The elements' tests in Firefox and WebKitGTK, one page at a time: npm run test:browsers, or ENGINES=webkit npm run test:browsers.
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
  console.warn(`No ${name}, so nothing is tested in it. Debian: apt-get install ${packages}`);
  return [];
});
if (!browsers.length) throw new Error('No browser to test in: install one of those above.');

export default { ...base, browsers, concurrency: 1, concurrentBrowsers: 2 };
