// Structured data on pages that are served under the strict policy of the published contract: in the HTML of the built newsroom, whose upgraded
// articles a browser reads as the build has read them; and put into a page by script.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch, root, SCRIPT, serveAll, staticPage, POLICY } from '../../../scripts/test/pages.mjs';

const MODULE = '/structured-data/structured-data.js';
const newsroom = join(root, 'apps/newsroom');
const articles = globSync('*.html', { cwd: newsroom })
  .filter((file) => readFileSync(join(newsroom, file), 'utf8').includes('<article class="story'))
  .sort();

const STORY = `<article><galley-headline-block><h1>&lt;/script&gt;&lt;script&gt;ran = true&lt;/script&gt;</h1>
<p>Published <galley-timestamp mode="relative"><time datetime="${new Date(Date.now() - 7_200_000).toISOString()}">Some day of this year, 09:30 GMT</time></galley-timestamp></p>
</galley-headline-block></article>`;

let browser, server;
before(
  async () => {
    browser = await launch();
    server = await serveAll({
      headers: { 'content-security-policy': POLICY },
      folders: { '/structured-data/': join(root, 'packages/structured-data/dist') },
      page: ({ pathname }) => (pathname === '/story' ? staticPage(STORY, { head: SCRIPT }) : undefined),
    });
  },
  { timeout: 60_000 },
);
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Visits a page, waits for its elements, and gives what a function finds there, with the violations of the policy. */
async function visit(path, use, ...args) {
  const page = await browser.newPage();
  try {
    await page.evaluateOnNewDocument(() => {
      globalThis.violations = [];
      addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
        globalThis.violations.push(`${violatedDirective} ${sample.split('|')[0]}`),
      );
    });
    const response = await page.goto(server.origin + path, { waitUntil: 'load' });
    assert.equal(response.headers()['content-security-policy'], POLICY);
    await page.evaluate(async () => {
      const hosts = [...document.querySelectorAll(':not(:defined)')];
      await Promise.all(hosts.map(({ localName }) => customElements.whenDefined(localName)));
      for (const host of document.querySelectorAll(':defined')) await host.updateComplete;
    });
    const found = await page.evaluate(use, ...args);
    // Violations are reported in a task of their own.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    return { found, violations: await page.evaluate(() => globalThis.violations) };
  } finally {
    await page.close();
  }
}

test('the newsroom has six articles', () => {
  assert.equal(articles.length, 6);
});

for (const file of articles) {
  test(`${file}: the upgraded page reads as its HTML did, and its data violates nothing`, async () => {
    const { found, violations } = await visit(
      `/${file}`,
      async (from, url) => {
        const { newsArticle, readArticle } = await import(from);
        return {
          upgraded: [...document.querySelectorAll('galley-timestamp')].some((host) => host.updateComplete),
          built: JSON.parse(document.head.querySelector('script[type="application/ld+json"]').textContent),
          read: newsArticle(readArticle(document, { url }), { url }),
        };
      },
      MODULE,
      `https://courier.example/${file}`,
    );
    assert.deepEqual(violations, []);
    const { upgraded, built, read } = found;
    assert.ok(upgraded);
    // What the newsroom adds of its own.
    delete built.publisher;
    for (const image of built.image) delete image.creator;
    assert.deepEqual(read, built);
  });
}

/** Writes the story's data into the page: with the function for it, or in a way that a page might try. */
async function write(from, way) {
  const { appendScript, newsArticle, readArticle, toScript } = await import(from);
  const data = newsArticle(readArticle(document));
  let script = document.createElement('script');
  let refused = false;
  try {
    if (way === 'appendScript') {
      script = appendScript(document, data);
    } else {
      script.type = 'application/ld+json';
      if (way === 'append') script.append(toScript(data));
      else script[way] = toScript(data);
      document.head.append(script);
    }
  } catch {
    refused = true;
  }
  const { text } = script;
  return {
    refused,
    inPage: script.isConnected && JSON.parse(text).headline === data.headline,
    headline: data.headline,
    ran: 'ran' in globalThis,
  };
}

describe('data that script puts into the page', () => {
  test('appendScript: it is there, nothing has run, nothing is reported', async () => {
    const { found, violations } = await visit('/story', write, MODULE, 'appendScript');
    const headline = '</script><script>ran = true</script>';
    assert.deepEqual(found, { refused: false, inPage: true, headline, ran: false });
    assert.deepEqual(violations, []);
  });

  // Why there is such a function.
  for (const way of ['textContent', 'text', 'innerText', 'innerHTML'])
    test(`${way} is refused`, async () => {
      const { found, violations } = await visit('/story', write, MODULE, way);
      assert.deepEqual([found.refused, found.inPage], [true, false]);
      assert.equal(violations.length, 1);
      assert.match(violations[0], new RegExp(`^require-trusted-types-for \\w+ ${way}`));
    });

  test('append is reported', async () => {
    const { found, violations } = await visit('/story', write, MODULE, 'append');
    assert.deepEqual([found.refused, found.inPage], [false, true]);
    assert.deepEqual(violations, ['require-trusted-types-for HTMLScriptElement text']);
  });
});
