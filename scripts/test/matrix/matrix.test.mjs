// The matrix: every story and every page of the newsroom, upgraded, against every check in matrix/. A check is a function of a page that gives
// its findings, and each pair of a page and a check is a test of its own. matrix-faults.test.mjs shows that each check can fail.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { readStories } from '../../stories.mjs';
import { checks } from './shared/checks.mjs';
import { open } from './shared/page.mjs';
import { pool } from './shared/pool.mjs';
import { newsroomPages, SCRIPT, serveAll, staticPage } from '../pages.mjs';

const stories = await readStories();
const pages = [
  // The longest first, so that neither browser is left with one at the end.
  ...newsroomPages.map((file) => ({ name: `newsroom ${file}`, path: `/${file}`, chrome: [] })),
  ...stories.map(({ id, html, chrome }) => ({
    name: id,
    path: `/story/${id}`,
    html: staticPage(html, { head: SCRIPT }),
    chrome,
  })),
];

let browsers, server;
before(
  async () => {
    browsers = await pool();
    server = await serveAll({ page: ({ pathname }) => pages.find(({ path }) => path === pathname)?.html });
  },
  { timeout: 60_000 },
);
after(async () => {
  await browsers?.close();
  await server?.close();
});

describe('matrix', { concurrency: 2 }, () => {
  for (const { name, path, chrome } of pages) {
    test(name, { timeout: 120_000 }, (t) =>
      browsers.with(async (page) => {
        await open(page, server.origin + path, chrome);
        for (const [concern, check] of checks)
          await t.test(concern, async () => assert.deepEqual(await check(page), []));
      }),
    );
  }
});
