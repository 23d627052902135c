// The browsers that are read, as a reader starts them: with a window, and with accessibility on.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '../../browser.mjs';

const FIREFOX = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';

// Nothing that asks, notes or fetches, and no second page to be heard of.
const PREFERENCES = {
  'accessibility.force_disabled': -1,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtab.preload': false,
  'browser.newtabpage.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'places.history.enabled': false,
};

/** By name: where it is and how it is started on a page, with its profile in a folder; undefined where it is missing. */
export const browsers = {
  firefox: {
    package: 'firefox-esr',
    find: () => existsSync(FIREFOX) && FIREFOX,
    args(url, folder) {
      const profile = join(folder, 'firefox');
      mkdirSync(profile);
      writeFileSync(
        join(profile, 'user.js'),
        Object.entries(PREFERENCES)
          .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
          .join(''),
      );
      return ['--no-remote', '--new-instance', '--profile', profile, url];
    },
  },
  chromium: {
    package: 'chromium',
    async find() {
      const found = await chromium();
      // The one that npm brings has no windows.
      return found.headless === 'shell' ? undefined : found.executablePath;
    },
    async args(url, folder) {
      const { args } = await chromium();
      const own = ['--force-renderer-accessibility', '--password-store=basic', '--start-maximized'];
      return [...args, ...own, `--user-data-dir=${join(folder, 'chromium')}`, url];
    },
  },
};
