// Advertisement slots that come and go in one page, as in single-page navigation: nothing is asked twice, all is given back to the provider, and
// neither nodes, listeners, frames nor memory stay behind. And each state has a story.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readElements } from '../manifests.mjs';
import { readStories } from '../stories.mjs';
import { ADAPTER, launch, POLICY, SCRIPT, serveAll, staticPage } from './pages.mjs';

/** A provider that counts, on the page's own window. */
const PROVIDER = `
const told = (window.told = { requests: [], live: 0, frames: 0 });
customElements.get('galley-advertisement-slot').adapters.set('counted', async () => ({
  createAdapter() {
    let isLive = false;
    let asked = '';
    return {
      name: 'counted',
      async request({ slotId, sizes }) {
        told.requests.push((asked = slotId));
        if (!isLive) told.live++;
        isLive = true;
        return { size: sizes[told.requests.length % sizes.length] };
      },
      async render(fill, host) {
        // A frame takes 25 ms.
        host.append(document.createElement(asked.startsWith('moved') ? 'iframe' : 'div'));
      },
      destroy() {
        if (isLive) told.live--;
        isLive = false;
      },
    };
  },
}));
window.slot = (id) => {
  const slot = document.createElement('galley-advertisement-slot');
  for (const [name, value] of Object.entries({ provider: 'counted', consent: 'none', sizes: '300x250 320x50', 'slot-id': id, dismissible: '', 'refresh-interval': '60' }))
    slot.setAttribute(name, value);
  const aside = document.createElement('aside');
  aside.dataset.part = 'fallback';
  aside.textContent = 'Support the newsroom';
  slot.append(aside);
  return slot;
};
window.until = (slot, state) =>
  new Promise((resolve) => {
    const look = () => (slot.state === state ? resolve() : slot.addEventListener('galley-ad-state-change', look, { once: true }));
    look();
  });
`;

const stories = new Map(
  (await readStories()).map(({ id, html }) => [`/story/${id}`, staticPage(html, { head: SCRIPT + ADAPTER })]),
);

let browser, server;
before(async () => {
  browser = await launch();
  server = await serveAll({
    headers: {
      'content-security-policy': POLICY.replace("script-src 'self'", "script-src 'self' 'nonce-test'"),
    },
    page: ({ pathname }) =>
      pathname === '/slots'
        ? staticPage('<main></main>', {
            head: `${SCRIPT}<script type="module" nonce="test">${PROVIDER}</script>`,
          })
        : stories.get(pathname),
  });
});
after(async () => {
  await browser?.close();
  await server?.close();
});

async function open() {
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${server.origin}/slots`);
  await page.waitForFunction(() => window.slot);
  const client = await page.createCDPSession();
  await client.send('Performance.enable');
  const measure = async () => {
    for (let i = 0; i < 3; i++) await client.send('HeapProfiler.collectGarbage');
    const { metrics } = await client.send('Performance.getMetrics');
    const of = (key) => metrics.find(({ name }) => name === key).value;
    return {
      nodes: of('Nodes'),
      listeners: of('JSEventListeners'),
      frames: of('Frames'),
      heap: of('JSHeapUsedSize'),
    };
  };
  return { page, measure, errors };
}

/** Fills, refreshes and removes slots, `count` of them. */
const cycle = (page, count) =>
  page.evaluate(async (times) => {
    for (let i = 0; i < times; i++) {
      // Some with a frame.
      const slot = window.slot(i % 10 ? 'one' : 'moved');
      document.querySelector('main').append(slot);
      // The page need not be painted for it.
      await slot.load();
      await slot.refresh();
      slot.remove();
      await window.until(slot, 'destroyed');
    }
    // Observers and timers of what has gone end with the next frame.
    await new Promise((resolve) => setTimeout(resolve, 100));
  }, count);

test('1,000 slots filled, refreshed and removed leave nothing behind', { timeout: 120_000 }, async () => {
  const { page, measure, errors } = await open();
  await cycle(page, 20);
  const start = await measure();
  await cycle(page, 1000);
  const end = await measure();
  const { requests, live } = await page.evaluate(() => ({
    ...window.told,
    requests: window.told.requests.length,
  }));
  assert.equal(requests, 2040);
  assert.equal(live, 0);
  assert.ok(end.nodes <= start.nodes + 20, `${end.nodes - start.nodes} nodes more`);
  assert.ok(end.listeners <= start.listeners + 5, `${end.listeners - start.listeners} listeners more`);
  assert.equal(end.frames, start.frames);
  // 100 bytes a cycle: the list of requests is as long.
  assert.ok(end.heap - start.heap < 100_000, `${end.heap - start.heap} bytes more`);
  assert.deepEqual(errors, []);
  await page.close();
});

test(
  'a page whose route changes 100 times asks once for each slot, and gives each back',
  { timeout: 120_000 },
  async () => {
    const { page, measure, errors } = await open();
    const visit = (from, to) =>
      page.evaluate(
        async ([first, last]) => {
          const main = document.querySelector('main');
          const lasting = (window.lasting ??= main.parentElement.appendChild(window.slot('lasting-0')));
          for (let route = first; route < last; route++) {
            const [whole, moved] = [window.slot(`whole-${route}`), window.slot(`moved-${route}`)];
            const article = document.createElement('article');
            article.append(whole, moved);
            main.replaceChildren(article);
            // One stays, and is another slot on each page.
            if (route) lasting.setAttribute('slot-id', `lasting-${route}`);
            const filled = (slot) =>
              new Promise((resolve) => {
                const look = () =>
                  /filled|viewable/.test(slot.state) && slot.creative ? resolve() : setTimeout(look, 5);
                look();
              });
            await Promise.all([filled(whole), filled(moved)]);
            await new Promise((resolve) => {
              const look = () =>
                window.told.requests.includes(`lasting-${route}`) && lasting.creative
                  ? resolve()
                  : setTimeout(look, 5);
              look();
            });
            // Moved within a task, and with its frame where the browser can.
            if (main.moveBefore) main.moveBefore(moved, null);
            else main.append(moved);
            main.prepend(whole);
            await new Promise((resolve) => setTimeout(resolve));
          }
          main.replaceChildren();
          await new Promise((resolve) => setTimeout(resolve, 100));
        },
        [from, to],
      );
    await visit(0, 10);
    const start = await measure();
    await visit(10, 110);
    const end = await measure();
    const { requests, live } = await page.evaluate(() => window.told);
    assert.equal(requests.length, 330);
    assert.equal(new Set(requests).size, 330);
    // The one that stays.
    assert.equal(live, 1);
    assert.ok(end.nodes <= start.nodes + 20, `${end.nodes - start.nodes} nodes more`);
    assert.ok(end.listeners <= start.listeners + 5, `${end.listeners - start.listeners} listeners more`);
    assert.equal(end.frames, start.frames);
    assert.deepEqual(errors, []);
    await page.close();
  },
);

/** The story of each state that is not named as the state is. */
const NAMES = { idle: 'none', error: 'failed' };

/** The machine's, of which the last is nothing that CSS could see. */
const states = readElements()
  .find(({ tagName }) => tagName === 'galley-advertisement-slot')
  .cssStates.map(({ name }) => name)
  .filter((name) => !['collapsed', 'sticky'].includes(name))
  .concat('destroyed');

test('each state has a story that shows it', { timeout: 60_000 }, async () => {
  assert.equal(states.length, 12, 'as the states of machine.ts');
  for (const state of states) {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(() => {
      window.reached = ['idle'];
      addEventListener('galley-ad-state-change', ({ target, to }) => {
        window.reached.push(to);
        // What is taken out is not heard of here.
        target.addEventListener('galley-ad-state-change', (event) => window.reached.push(event.to), {
          once: true,
        });
      });
    });
    await page.goto(`${server.origin}/story/advertisement-slot--${NAMES[state] ?? state}`);
    await page.waitForFunction((name) => window.reached.includes(name), {}, state);
    await page.close();
  }
});
