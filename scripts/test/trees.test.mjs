// What a screen reader is given of every story, and of its states after an action, as text files in scripts/test/trees: Chromium's whole
// accessibility tree, through shadow roots, in order. A change of a tree is read in the diff of its file:
//   UPDATE=1 npx node --test scripts/test/trees.test.mjs
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readStories } from '../stories.mjs';
import { ADAPTER, launch, SCRIPT, serveAll, staticPage } from './pages.mjs';

/** Slots that get no answer, or none to what they ask next. */
const UNANSWERED = '[slot-id=slow], .story-unanswered, .story-left, .story-refreshing';

const folder = join(import.meta.dirname, 'trees');
const isUpdate = Boolean(process.env.UPDATE);

/** Properties that tell a state, in the order in which they are written. */
const STATES = [
  'level',
  'expanded',
  'pressed',
  'checked',
  'disabled',
  'focused',
  'modal',
  'hasPopup',
  'live',
  'atomic',
  'details',
];
/** Boxes without a meaning of their own, and pieces of a text. */
const HOLLOW = new Set(['generic', 'none', 'InlineTextBox', 'LineBreak', 'ListMarker']);

/** Presses a button that is generated. */
const press = (host, part) => (page) => page.click(`${host} >>> [part=${part}]`);
const onFigure = (part) => press('galley-captioned-figure', part);
const onSlot = (part) => press('galley-advertisement-slot', part);
const enlarge = async (page) => {
  await onFigure('zoom-button')(page);
  await page.waitForSelector('galley-captioned-figure >>> dialog[open]');
};
const explain = async (page) => {
  await onSlot('disclosure-button')(page);
  await page.waitForSelector('galley-advertisement-slot >>> dialog[open]');
};

/** The states of a story after what a reader does. */
const ACTIONS = {
  'captioned-figure--zoomable': {
    enlarged: enlarge,
    magnified: async (page) => {
      await enlarge(page);
      await page.keyboard.press('+');
    },
  },
  'captioned-figure--zoomable-arabic': { enlarged: enlarge },
  'captioned-figure--zoom-series': {
    'last picture': async (page) => {
      await enlarge(page);
      await page.keyboard.press('End');
    },
  },
  'captioned-figure--covered': {
    opened: async (page) => {
      await page.click('summary');
    },
  },
  'captioned-figure--covered-series': {
    'all opened': async (page) => {
      await page.click('galley-captioned-figure >>> [part=show-all-button]');
      for (const button of await page.$$('galley-captioned-figure >>> [part=show-all-button]')) {
        await page.waitForFunction((each) => !each.isConnected, {}, button);
      }
    },
  },
  'captioned-figure--long-caption': {
    opened: async (page) => {
      await page.click('summary');
    },
  },
  'captioned-figure--long-description': {
    opened: async (page) => {
      await page.click('summary');
    },
  },
  'captioned-figure--failed-image': {
    'asked for again, in vain': async (page) => {
      await onFigure('try-again-button')(page);
      await page.waitForFunction(
        () =>
          document.querySelector('galley-captioned-figure').shadowRoot.querySelector('[role=status]')
            .textContent,
      );
    },
  },
  'advertisement-slot--filled': {
    'led past': async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    },
  },
  'advertisement-slot--refreshed': { paused: onSlot('pause-button') },
  'advertisement-slot--explained': { 'dialog open': explain },
  'advertisement-slot--political': { 'dialog open': explain },
  'advertisement-slot--dismissible': { hidden: onSlot('hide-button') },
  'advertisement-slot--sticky': { released: onSlot('close-button') },
};

/** One line for each node: role, name, states. */
async function treeOf(page, { isNow }) {
  const client = await page.createCDPSession();
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  await client.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const visit = (node, depth, inTime = false) => {
    const role = node.role?.value;
    const isSeen = !node.ignored && !HOLLOW.has(role);
    if (isSeen) {
      const states = STATES.flatMap((name) => {
        const value = node.properties?.find((property) => property.name === name)?.value;
        if (value?.relatedNodes) return [name];
        if (name === 'expanded') return [value?.value ? 'open' : 'closed'].filter(() => value);
        return value?.value === undefined || value.value === false || value.value === 'off'
          ? []
          : [value.value === true ? name : `${name} ${value.value}`];
      });
      // A story of a relative time has another date each day.
      const name = inTime && isNow ? '…' : node.name?.value?.replaceAll(/\s+/g, ' ').trim();
      lines.push(
        '  '.repeat(depth) +
          [role, name && `"${name}"`, states.length && `(${states.join(', ')})`].filter(Boolean).join(' '),
      );
    }
    // A text's own pieces say the same again.
    if (role === 'StaticText') return;
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) visit(child, isSeen ? depth + 1 : depth, inTime || role === 'time');
    }
  };
  visit(nodes[0], 0);
  return `${lines.join('\n')}\n`;
}

const stories = await readStories();
let browser, server;
before(async () => {
  if (isUpdate) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  browser = await launch();
  const pages = new Map(
    stories.map(({ id, html }) => [`/story/${id}`, staticPage(html, { head: SCRIPT + ADAPTER })]),
  );
  server = await serveAll({ page: ({ pathname }) => pages.get(pathname) });
});
after(async () => {
  await browser?.close();
  await server?.close();
});

async function compare(name, page, html) {
  const tree = await treeOf(page, { isNow: html.includes('mode="relative"') });
  const file = join(folder, `${name}.txt`);
  if (isUpdate) writeFileSync(file, tree);
  // A missing file fails too: it is written with UPDATE=1 and read before it is committed.
  assert.equal(tree, readFileSync(file, 'utf8'));
}

const names = stories.flatMap(({ id }) => [
  id,
  ...Object.keys(ACTIONS[id] ?? {}).map((state) => `${id}, ${state}`),
]);

for (const { id, html } of stories) {
  test(id, { timeout: 60_000 }, async () => {
    const page = await browser.newPage();
    try {
      await page.setViewport({ width: 800, height: 600 });
      for (const [state, act] of Object.entries({ '': undefined, ...ACTIONS[id] })) {
        await page.goto(server.origin + `/story/${id}`);
        await page.waitForFunction(() => !document.querySelector(':not(:defined)'));
        await page.evaluate(async (unanswered) => {
          await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
          for (const host of document.querySelectorAll('*')) await host.updateComplete;
          for (const slot of document.querySelectorAll(`[provider]:not([provider=none], ${unanswered})`))
            if (slot.checkVisibility()) await slot.settled;
        }, UNANSWERED);
        await page.waitForFunction(() =>
          [...document.querySelectorAll('.story-refreshing')].every(({ state }) => state === 'refreshing'),
        );
        await act?.(page);
        await compare(state ? `${id}, ${state}` : id, page, html);
      }
    } finally {
      await page.close();
    }
  });
}

test('each tree belongs to a story', () => {
  assert.deepEqual(readdirSync(folder).sort(), names.map((name) => `${name}.txt`).sort());
});
