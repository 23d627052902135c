// What a story link asks a server for ahead of its reader, counted by real servers: when, how, how often, and when not at all. That nothing is
// asked for shows in the head of the page once the time to ask is over: what stands there is what makes the browser ask.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { DWELL, IN_VIEW, LIMIT } from '../../packages/related-story-link/dist/prefetch.js';
import { launch, POLICY, root, SCRIPT, staticPage } from './pages.mjs';

const TIMEOUT = { timeout: 60_000 };
const LINK = 'head > link[rel=prefetch]';
const RULES = 'head > script[type=speculationrules]';

/** A site that notes who asks for its stories, how, and what is reported to it. Each page of a test has an address of its own. */
async function site() {
  const pages = new Map();
  const server = createServer();
  const self = { asked: [], reports: [], held: Promise.resolve() };
  server.on('request', async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const { headers } = request;
    const page = pages.get(pathname);
    if (page) {
      response.writeHead(200, { 'content-type': 'text/html', ...page.headers }).end(page.html);
    } else if (pathname.startsWith('/story/')) {
      self.asked.push({
        path: request.url,
        how: headers['sec-fetch-mode'] === 'navigate' ? 'rules' : 'link',
        ahead: /prefetch/.test(headers['sec-purpose'] ?? headers.purpose),
        cookie: headers.cookie,
      });
      response.writeHead(200, {
        'content-type': 'text/html',
        'set-cookie': 'reader=1',
        'cache-control': pathname.includes('no-store') ? 'no-store' : 'max-age=60',
      });
      response.end('<!doctype html><title>A story</title>');
      server.emit('asked');
    } else if (pathname === '/report') {
      self.reports.push(pathname);
      response.writeHead(204).end();
    } else if (pathname === '/slow.svg') {
      await self.held;
      response.writeHead(200, { 'content-type': 'image/svg+xml' });
      response.end('<svg xmlns="http://www.w3.org/2000/svg"/>');
    } else {
      const file = join(root, 'packages/elements/dist', pathname.replace('/elements/', ''));
      // The stories' stylesheet and an icon are empty here: nothing of them is looked at.
      const body = await readFile(file).catch(() => '');
      const type = { '.css': 'text/css', '.js': 'text/javascript' }[extname(file)] ?? 'image/x-icon';
      response.writeHead(200, { 'content-type': type });
      response.end(body);
    }
  });
  server.listen(0);
  await once(server, 'listening');
  const { port } = server.address();
  return Object.assign(self, {
    // Another host is another site.
    origin: (host = '127.0.0.1') => `http://${host}:${port}`,
    add(html, { head = '', headers = {} } = {}) {
      const path = `/page-${pages.size}`;
      pages.set(path, { html: staticPage(html, { head: head + SCRIPT }), headers });
      return path;
    },
    paths: () => self.asked.map(({ path }) => path),
    /** Waits until so many stories have been asked for. */
    async until(count) {
      while (self.asked.length < count) await once(server, 'asked');
      return self.asked;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}

let browser, here, elsewhere;
before(async () => {
  [browser, here, elsewhere] = await Promise.all([launch(), site(), site()]);
}, TIMEOUT);
after(async () => {
  await browser?.close();
  await here?.close();
  await elsewhere?.close();
});
beforeEach(() => {
  for (const each of [here, elsewhere]) each.asked.length = each.reports.length = 0;
});

const link = (prefetch, href = '/story/a', { id = 'one', more = '' } = {}) =>
  `<galley-related-story-link id="${id}" prefetch="${prefetch}"><h3><a href="${href}">The valley</a></h3>${more}</galley-related-story-link>`;
const says = (content) => `<meta name="galley-prefetch" content="${content}">`;
const NO_RULES = 'HTMLScriptElement.supports = () => false';
const PUSH = '<p style="block-size: 3000px">Far above.</p>';

/** Visits a page in a profile of its own, with the part that asks loaded. Gives errors, and violations of a policy. */
async function visit(html, use, { head, headers, prepare, loads = true } = {}) {
  const path = here.add(html, { head, headers });
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const report = [];
  page.on('pageerror', (error) => report.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && report.push(message.text()));
  try {
    await page.exposeFunction('violated', (directive) => report.push(`violation: ${directive}`));
    await page.evaluateOnNewDocument(() =>
      addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
        globalThis.violated(violatedDirective),
      ),
    );
    if (prepare) await page.evaluateOnNewDocument(prepare);
    const part = loads && page.waitForResponse((response) => /\/prefetch-\w+\.js$/.test(response.url()));
    await page.goto(here.origin() + path, { waitUntil: loads ? 'domcontentloaded' : 'load' });
    // The links have asked for it first, so they have it first.
    if (part) await page.evaluate((url) => import(url), (await part).url());
    await use(page);
    return report;
  } finally {
    await context.close();
  }
}

/** How many links and rules stand in the head. */
const nodes = (page) => page.$$eval(`${LINK}, ${RULES}`, (all) => all.length);

/** Waits until a link in view, or under a pointer, would have asked: a timer of the page that was set after theirs. */
const timeToAsk = (page, delay = IN_VIEW) =>
  page.evaluate(async (ms) => {
    await new Promise((resolve) => {
      const observer = new IntersectionObserver(() => {
        observer.disconnect();
        setTimeout(resolve, ms);
      });
      observer.observe(document.body);
    });
  }, delay);

describe('when', () => {
  test('none: neither the module nor a story is asked for', TIMEOUT, async () => {
    const scripts = [];
    await visit(
      link('none') + link('none', '/story/b', { id: 'two' }).replace('prefetch="none"', ''),
      async (page) => {
        scripts.push(
          ...(await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))),
        );
        for (const id of ['#one a', '#two a']) {
          await page.hover(id);
          await timeToAsk(page);
        }
        await page.focus('#one a');
        await page.mouse.down();
        await timeToAsk(page);
        assert.equal(await nodes(page), 0);
      },
      { loads: false },
    );
    assert.ok(scripts.some((name) => name.endsWith('/galley.js')));
    assert.deepEqual(
      scripts.filter((name) => name.includes('prefetch')),
      [],
    );
    assert.deepEqual(here.asked, []);
  });

  test('hover: a pointer that stays, once', TIMEOUT, async () => {
    await visit(link('hover'), async (page) => {
      await timeToAsk(page);
      assert.equal(await nodes(page), 0, 'in view is not enough');
      await page.evaluate(() =>
        document.querySelector('a').dispatchEvent(new PointerEvent('pointerover', { bubbles: true })),
      );
      await page.evaluate(() =>
        document.querySelector('#one').dispatchEvent(new PointerEvent('pointerleave')),
      );
      await timeToAsk(page, DWELL);
      assert.equal(await nodes(page), 0, 'it has left');
      for (let i = 0; i < 3; i++) {
        await page.hover('#one');
        await timeToAsk(page, DWELL);
        await page.mouse.move(0, 0);
      }
      assert.equal(await nodes(page), 1);
      await here.until(1);
    });
    assert.deepEqual(here.asked, [{ path: '/story/a', how: 'rules', ahead: true, cookie: undefined }]);
  });

  test('hover: the focus that stays', TIMEOUT, async () => {
    await visit(link('hover') + link('hover', '/story/b', { id: 'two' }), async (page) => {
      // Past the first, onto the second.
      await page.evaluate(() => {
        for (const id of ['one', 'two']) document.querySelector(`#${id} a`).focus();
      });
      await here.until(1);
      assert.equal(await nodes(page), 1);
    });
    assert.deepEqual(here.paths(), ['/story/b']);
  });

  test('hover: a press and a touch, at once', TIMEOUT, async () => {
    await visit(link('hover'), async (page) => {
      const added = await page.evaluate((selector) => {
        document.querySelector('a').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
        return document.querySelectorAll(selector).length;
      }, RULES);
      assert.equal(added, 1);
      await here.until(1);
    });
    await visit(link('hover', '/story/b'), async (page) => {
      const { x, y } = await page.$eval('a', (a) => a.getBoundingClientRect().toJSON());
      await page.touchscreen.touchStart(x + 5, y + 5);
      await here.until(2);
    });
  });

  test('hover: further links are not the story', TIMEOUT, async () => {
    const more = '<ul data-part="related"><li><a id="map" href="/story/map">Map</a></li></ul>';
    await visit(link('hover', '/story/a', { more }), async (page) => {
      await page.hover('#map');
      await timeToAsk(page, DWELL);
      await page.focus('#map');
      await page.mouse.down();
      await timeToAsk(page, DWELL);
      assert.equal(await nodes(page), 0);
    });
    assert.deepEqual(here.asked, []);
  });

  test(
    'visible: also where what is around the element or its heading has a part of its own',
    TIMEOUT,
    async () => {
      const html = `<div data-part="more">${link('visible')}</div><section data-part="related">${link('visible', '/story/b', { id: 'two' })}</section>`;
      await visit(html, async () => {
        await here.until(2);
      });
      assert.deepEqual(here.paths().sort(), ['/story/a', '/story/b']);
    },
  );

  test('visible: what is in view, and the rest as it comes into view', TIMEOUT, async () => {
    await visit(link('visible') + PUSH + link('visible', '/story/b', { id: 'two' }), async (page) => {
      await here.until(1);
      await timeToAsk(page);
      assert.deepEqual(here.paths(), ['/story/a']);
      await page.$eval('#two', (host) => host.scrollIntoView());
      await here.until(2);
    });
    assert.deepEqual(here.paths(), ['/story/a', '/story/b']);
  });

  test('visible: not what is scrolled past', TIMEOUT, async () => {
    await visit(PUSH + link('visible') + PUSH, async (page) => {
      await page.$eval('#one', (host) => host.scrollIntoView());
      await page.evaluate(
        () => new Promise((resolve) => new IntersectionObserver(resolve).observe(document.body)),
      );
      await page.evaluate(() => scrollTo(0, 0));
      await timeToAsk(page);
      assert.equal(await nodes(page), 0);
    });
  });

  test('visible: after the page has loaded', TIMEOUT, async () => {
    let release;
    here.held = new Promise((resolve) => (release = resolve));
    await visit(`${link('visible')}<img src="/slow.svg" alt="">`, async (page) => {
      await timeToAsk(page);
      assert.equal(await page.evaluate(() => document.readyState), 'interactive');
      assert.equal(await nodes(page), 0);
      release();
      await here.until(1);
    });
  });

  test('the link may come late, and lead elsewhere later', TIMEOUT, async () => {
    await visit(
      '<galley-related-story-link id="one" prefetch="visible">Soon</galley-related-story-link>',
      async (page) => {
        await timeToAsk(page);
        assert.equal(await nodes(page), 0);
        await page.evaluate(() => {
          const a = Object.assign(document.createElement('a'), { href: '/story/late', textContent: 'Late' });
          document.querySelector('#one').replaceChildren(a);
        });
        await here.until(1);
        await page.$eval('#one a', (a) => (a.href = '/story/later'));
        await here.until(2);
        assert.equal(await nodes(page), 1);
      },
    );
    assert.deepEqual(here.paths(), ['/story/late', '/story/later']);
  });

  test('the attribute may change', TIMEOUT, async () => {
    await visit(link('hover'), async (page) => {
      await page.$eval('#one', (host) => (host.prefetch = 'visible'));
      await here.until(1);
      await page.$eval('#one', async (host) => {
        host.prefetch = 'none';
        await host.updateComplete;
      });
      assert.equal(await nodes(page), 0);
      await page.hover('#one');
      await timeToAsk(page);
      assert.equal(await nodes(page), 0);
    });
  });
});

describe('what', () => {
  test('each story once, whatever the fragment, and never the page itself', TIMEOUT, async () => {
    const links = ['/story/a', '/story/a#end', '#here', '?', '/story/b'].map((href, i) =>
      link('visible', href === '?' ? '' : href, { id: `n${i}` }),
    );
    await visit(links.join(''), async (page) => {
      await here.until(2);
      await timeToAsk(page);
      assert.equal(await nodes(page), 2);
    });
    assert.deepEqual(here.paths().sort(), ['/story/a', '/story/b']);
  });

  test('pages alone', TIMEOUT, async () => {
    const ftp = 'ftp://example.org';
    const links = ['mailto:desk@example.org', 'javascript:void 0', `${ftp}/a`, 'http://'].map((href) =>
      link('visible', href),
    );
    const download = link('visible', '/story/a').replace('<a ', '<a download ');
    await visit(
      links.join('') + download + link('visible', '/story/b'),
      async (page) => {
        await here.until(1);
        await timeToAsk(page);
        assert.equal(await nodes(page), 1);
      },
      { head: says(`origins=${ftp}`) },
    );
    assert.deepEqual(here.paths(), ['/story/b']);
  });

  const many = Array.from({ length: LIMIT + 3 }, (_, i) =>
    link('visible', `/story/${i}`, { id: `n${i}` }),
  ).join('');
  for (const [head, most] of [
    ['', LIMIT],
    [says('limit=2'), 2],
    [says('limit=0'), 0],
    [says('limit=many'), LIMIT],
  ]) {
    test(`at most ${most}: ${head || 'by itself'}`, TIMEOUT, async () => {
      await visit(
        `<div style="zoom: 0.5">${many}</div>`,
        async (page) => {
          await here.until(most);
          await timeToAsk(page);
          assert.equal(await nodes(page), most);
        },
        { head },
      );
      assert.equal(here.asked.length, most);
    });
  }

  test('of another origin only what the page names, and never through a link', TIMEOUT, async () => {
    const other = elsewhere.origin('localhost');
    const html = link('visible', `${other}/story/a`) + link('visible', '/story/b', { id: 'two' });
    const onlyOwn = async (page) => {
      await here.until(1);
      await timeToAsk(page);
      assert.equal(await nodes(page), 1);
    };
    await visit(html, onlyOwn);
    const report = await visit(html, onlyOwn, {
      head: says(`origins=${other}`),
      headers: { 'content-security-policy': POLICY },
    });
    assert.deepEqual(report, []);
    await visit(html, onlyOwn, { head: says(`origins=${other}`), prepare: NO_RULES });
    assert.deepEqual(elsewhere.asked, []);
    await visit(html, () => elsewhere.until(1), {
      head: says(`limit=3, origins=https://example.org ${other}`),
    });
    assert.deepEqual(elsewhere.asked, [{ path: '/story/a', how: 'rules', ahead: true, cookie: undefined }]);
  });
});

describe('not', () => {
  for (const [name, connection, asks] of [
    ['with Save-Data', { saveData: true, effectiveType: '4g' }, false],
    ['on 3g', { saveData: false, effectiveType: '3g' }, false],
    ['on slow-2g', { effectiveType: 'slow-2g' }, false],
    ['… but on 4g', { saveData: false, effectiveType: '4g' }, true],
    ['… but where the browser does not say', undefined, true],
  ]) {
    test(name, TIMEOUT, async () => {
      await visit(
        link('visible') + link('hover', '/story/b', { id: 'two' }),
        async (page) => {
          await page.hover('#two a');
          await timeToAsk(page);
          assert.equal(await nodes(page), asks ? 2 : 0);
          if (asks) await here.until(2);
        },
        {
          prepare: `Object.defineProperty(navigator, 'connection', { value: ${JSON.stringify(connection)} })`,
        },
      );
      assert.equal(here.asked.length, asks ? 2 : 0);
    });
  }
});

describe('how', () => {
  const reported = (policy) => `${policy}; report-uri /report`;
  const NONCE = SCRIPT.replace('<script', '<script nonce="abc"');
  const nonce = "script-src 'self' 'nonce-abc'";
  const inline = "script-src 'self' 'inline-speculation-rules'";
  const allow = says('speculation-rules');
  const header = 'content-security-policy';
  for (const [name, how, headers, head] of [
    ['no policy', 'rules', {}],
    ['the strict policy', 'link', { [header]: reported(POLICY) }],
    ["script-src 'self'", 'link', { [header]: reported("script-src 'self'") }],
    ['a policy that does not touch script', 'link', { [header]: reported("frame-ancestors 'self'") }],
    ['a policy that only reports', 'link', { [`${header}-report-only`]: reported(POLICY) }],
    [
      'a policy in a meta element',
      'link',
      {},
      `<meta http-equiv="Content-Security-Policy" content="script-src 'self'">`,
    ],
    ['a policy that allows the rules, unsaid', 'link', { [header]: reported(inline) }],
    ['a policy that allows the rules, said', 'rules', { [header]: reported(inline) }, allow],
    ['a policy with a nonce, said', 'rules', { [header]: reported(nonce) }, allow + NONCE],
  ]) {
    test(`${name}: ${how}, and nothing is reported`, TIMEOUT, async () => {
      const report = await visit(
        link('visible'),
        async (page) => {
          await here.until(1);
          assert.equal((await page.$$(how === 'link' ? LINK : RULES)).length, 1);
          assert.equal(await nodes(page), 1);
        },
        { head, headers },
      );
      assert.deepEqual(
        here.asked.map((each) => each.how),
        [how],
      );
      assert.deepEqual(report, []);
      assert.deepEqual(here.reports, []);
    });
  }

  test('a page that says more than its Trusted Types allow: link', TIMEOUT, async () => {
    const headers = { 'content-security-policy': `${inline}; require-trusted-types-for 'script'` };
    await visit(
      link('visible'),
      async (page) => {
        await here.until(1);
        assert.equal(await nodes(page), 1);
      },
      { head: allow, headers },
    );
    assert.equal(here.asked[0].how, 'link');
  });

  test('a browser without speculation rules: link', TIMEOUT, async () => {
    await visit(link('visible'), () => here.until(1), {
      prepare: NO_RULES,
    });
    assert.equal(here.asked[0].how, 'link');
  });

  for (const [name, href, headers] of [
    ['rules: any page', '/story/no-store', {}],
    ['a link: a page that may be stored', '/story/a', { 'content-security-policy': POLICY }],
  ]) {
    test(`the reader is given what was asked for ahead, through ${name}`, TIMEOUT, async () => {
      await visit(
        link('visible', href),
        async (page) => {
          await here.until(1);
          await page.waitForNetworkIdle({ idleTime: 100 });
          await page.click('a');
          await page.waitForFunction(() => document.title === 'A story');
        },
        { headers },
      );
      assert.deepEqual(here.paths(), [href]);
    });
  }
});

describe('with its element', () => {
  for (const [kind, headers] of [
    ['rules', {}],
    ['link', { 'content-security-policy': POLICY }],
  ]) {
    test(`${kind}: a move keeps it, a removal takes it out`, TIMEOUT, async () => {
      await visit(
        `${link('visible', '/story/no-store')}<section></section>`,
        async (page) => {
          await here.until(1);
          const kept = await page.evaluate(async (selector) => {
            const node = document.querySelector(selector);
            const host = document.querySelector('#one');
            document.querySelector('section').append(host);
            await new Promise((resolve) => setTimeout(resolve));
            const afterMove = node.isConnected && document.querySelectorAll(selector).length;
            document.body.moveBefore?.(host, null);
            await new Promise((resolve) => setTimeout(resolve));
            const afterMoveBefore = node.isConnected && document.querySelectorAll(selector).length;
            host.remove();
            await new Promise((resolve) => setTimeout(resolve));
            return [afterMove, afterMoveBefore, document.querySelectorAll(selector).length];
          }, `${LINK}, ${RULES}`);
          assert.deepEqual(kept, [1, 1, 0]);
          await timeToAsk(page);
        },
        { headers },
      );
      assert.equal(here.asked.length, 1);
    });
  }

  test('rules come back with it; a story that may be stored is not asked for again', TIMEOUT, async () => {
    await visit(
      link('visible') + link('visible', '/story/b', { id: 'two' }),
      async (page) => {
        await here.until(2);
        await page.waitForNetworkIdle({ idleTime: 100 });
        const counts = await page.evaluate(async (selector) => {
          const host = document.querySelector('#one');
          const count = async () => {
            await new Promise((resolve) => setTimeout(resolve));
            return document.querySelectorAll(selector).length;
          };
          const { parentNode } = host;
          host.remove();
          const without = await count();
          parentNode.append(host);
          return [without, await count()];
        }, RULES);
        assert.deepEqual(counts, [1, 2]);
        await page.waitForNetworkIdle({ idleTime: 300 });
        await timeToAsk(page);
        assert.equal(await nodes(page), 2);
      },
      { head: says('limit=2') },
    );
    assert.deepEqual(here.paths().sort(), ['/story/a', '/story/b']);
  });

  test('a link that has loaded does not come back: what it loaded is in the cache', TIMEOUT, async () => {
    await visit(
      link('visible', '/story/no-store'),
      async (page) => {
        await here.until(1);
        await page.waitForNetworkIdle({ idleTime: 100 });
        await page.evaluate(async () => {
          const host = document.querySelector('#one');
          const { parentNode } = host;
          host.remove();
          await new Promise((resolve) => setTimeout(resolve));
          parentNode.append(host);
        });
        await timeToAsk(page);
        assert.equal(await nodes(page), 0);
      },
      { headers: { 'content-security-policy': POLICY } },
    );
    assert.equal(here.asked.length, 1);
  });

  test('of two links to a story, the last takes it out', TIMEOUT, async () => {
    await visit(link('visible') + link('visible', '/story/a#end', { id: 'two' }), async (page) => {
      await here.until(1);
      await timeToAsk(page);
      const counts = [];
      for (const id of ['#one', '#two']) {
        await page.$eval(id, (host) => host.remove());
        counts.push(await nodes(page));
      }
      assert.deepEqual(counts, [1, 0]);
    });
  });

  test('removed before it asks, it does not', TIMEOUT, async () => {
    await visit(link('hover') + link('visible', '/story/b', { id: 'two' }), async (page) => {
      await page.evaluate(() => {
        document.querySelector('#one a').dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
        document.querySelector('#one').remove();
        document.querySelector('#two').remove();
      });
      await timeToAsk(page);
      assert.equal(await nodes(page), 0);
    });
    assert.deepEqual(here.asked, []);
  });
});
