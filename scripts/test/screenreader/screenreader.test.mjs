// A real screen reader: Orca reads the newsroom's article, and a page with an advertisement, in Firefox and in Chromium, in a desktop of its own, and
// what it says is compared with the transcripts in the folder beside this file, a file for each browser, for they differ. A change is read in the
// diff of its file:
//   UPDATE=1 npm run test:screenreader
// Where a program is missing it is named, and nothing is read; with GALLEY_REQUIRE_ALL set, as in .ci/run, that is a failure.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { root, serveAll } from '../pages.mjs';
import { advertisement, advertiser } from './advertisement.mjs';
import { article } from './article.mjs';
import { browsers } from './browsers.mjs';
import { missingPackages, PATIENCE, startDesktop } from './desktop.mjs';

const here = import.meta.dirname;

/** One more module, that tells where the focus is. */
const TELL = '<script type="module" src="/tell/tell.js"></script>';

const PAGE = '/read.html';
const loaded = ({ title }) => `Finished loading ${title}.`;

/** Resolves to what Orca says of each part, in one browser. */
async function read(name, signal) {
  let onFocus = () => {};
  let onReady = () => {};
  // At one address: loaded again, it is the next one.
  let current = article;
  const server = await serveAll({
    folders: { '/tell/': join(here, 'page') },
    page({ pathname }) {
      if (pathname === PAGE) return current.html(server.origin).replace(/(?=<body>|<\/head>)/, TELL);
      if (pathname === '/advertiser') return advertiser;
      if (pathname === '/ready') {
        onReady();
        return '';
      }
      if (!pathname.startsWith('/focus/')) return undefined;
      onFocus(decodeURIComponent(pathname.slice('/focus/'.length)).replaceAll(/\s+/g, ' '));
      return '';
    },
  });
  const desktop = await startDesktop();
  signal.addEventListener('abort', () => desktop.close());
  try {
    const { find, args } = browsers[name];
    const ready = desktop.heard(loaded(article));
    desktop.start(await find(), await args(server.origin + PAGE, desktop.folder));
    await ready;

    const { press } = desktop;
    const nextFocus = (is = /./) => {
      const { promise, resolve, reject } = Promise.withResolvers();
      const instead = [];
      const timer = setTimeout(
        () => reject(new Error(`the focus is not on ${is}, but on ${instead.join(', ') || 'nothing else'}`)),
        PATIENCE,
      );
      onFocus = (name) => {
        if (!is.test(name)) {
          instead.push(name);
          return;
        }
        clearTimeout(timer);
        resolve(name);
      };
      promise.catch(() => {}); // where a key before it has failed already
      return promise;
    };
    let last; // of what can be moved to
    const reader = {
      async press(key, words = [/./]) {
        return press(key, async (hear) => {
          for (const each of words) await hear(each);
        });
      },
      async move(key) {
        const moved = nextFocus();
        let text;
        await press(key, async (hear) => {
          text = await hear((each) => each !== last);
          if (/\b(link|button)\b/.test(text)) await moved;
        });
        last = text;
        return text;
      },
      async line(key) {
        const text = (await press(key)).find((each) => each !== last);
        last = text ?? last;
        return text;
      },
      async tab(key) {
        const moved = nextFocus();
        let name;
        const said = await press(key, async (hear) => {
          name = await moved;
          await hear(new RegExp(RegExp.escape(name)));
        });
        return said.findLast((text) => text.includes(name));
      },
      async jump(key, is) {
        const moved = nextFocus(is);
        await press(key, () => moved);
        return moved;
      },
    };
    /** A page as new, at its top, when nothing of before is heard any more: Orca is told of the focus late. */
    const begin = async () => {
      last = undefined;
      const isAtTop = nextFocus(current.top);
      const isReady = current.tellsReady && new Promise((resolve) => (onReady = resolve));
      await press('F5', async (hear) => {
        await hear(loaded(current));
        await isReady;
      });
      for (let still = 0; still < 2;) {
        const said = await press('ctrl+Home');
        still = said.length === 1 && current.top.test(said[0]) ? still + 1 : 0;
      }
      await isAtTop;
    };

    const transcript = [];
    for (current of [article, advertisement]) {
      for (const [title, act] of Object.entries(current.parts)) {
        await begin();
        const lines = await act(reader).catch((error) => {
          throw new Error(`${title}: ${error.message}`, { cause: error });
        });
        transcript.push(`# ${title}`, '', ...lines.map((line) => line.trim()).filter(Boolean), '');
      }
    }
    return transcript.join('\n');
  } finally {
    await desktop.close();
    await server.close();
  }
}

const packages = missingPackages();
for (const [name, browser] of Object.entries(browsers)) {
  const missing = [...packages, ...((await browser.find()) ? [] : [browser.package])];
  if (missing.length && !process.env.GALLEY_REQUIRE_ALL) {
    console.warn(
      `Nothing is read in ${name}. Debian: apt-get install --no-install-recommends ${missing.join(' ')}`,
    );
    continue;
  }
  test(`Orca reads an article in ${name}`, { timeout: 240_000 }, async ({ signal }) => {
    assert.deepEqual(missing, [], 'packages of Debian that are missing');
    const transcript = await read(name, signal);
    const file = join(here, 'transcripts', `${name}.txt`);
    if (process.env.UPDATE) writeFileSync(file, transcript);
    const heard = join(root, '.cache', `heard-in-${name}.txt`);
    mkdirSync(dirname(heard), { recursive: true });
    writeFileSync(heard, transcript);
    assert.ok(transcript === readFileSync(file, 'utf8'), `what is heard differs: diff ${heard} ${file}`);
  });
}
