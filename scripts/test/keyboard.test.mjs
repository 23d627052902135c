// What each key does on each element, as tables in scripts/test/keyboard, which Storybook shows: the key, where the focus is then, with its states,
// what is announced, and what else changed. A change is read in the diff of its table:
//   UPDATE=1 npx node --test scripts/test/keyboard.test.mjs
// Whatever the tables say, the focus is where the script has it, it is seen, and Tab leads on to the end of the page and back to its beginning.
import assert from 'node:assert/strict';
import { globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readStories } from '../stories.mjs';
import { BROWSER, LATE, scripts } from './keyboard/scripts.mjs';
import { watch } from './keyboard/watch.mjs';
import { ADAPTER, launch, root, SCRIPT, serveAll, staticPage } from './pages.mjs';

const folder = join(import.meta.dirname, 'keyboard');
const isUpdate = Boolean(process.env.UPDATE);

const TEXT = `<p>${'The harbour office keeps two clocks. '.repeat(80)}</p>`;

/** What brings a story below the window, and no further than an advertisement is asked for, whatever the font. */
const LOW = '<div style="block-size: 1000px"></div>';

/** What an advertiser serves. */
const ADVERTISER = staticPage('<a href="#ferries">Harbour Ferries: three crossings an hour</a>');

const stories = new Map((await readStories()).map(({ id, html }) => [id, html]));
/** One tab for all: what has been loaded need not be loaded again. */
let browser, server, tab, client;
let thrown = [];
/** Whether the server has the picture that does not come at first. */
let isThere = false;
before(
  async () => {
    browser = await launch();
    server = await serveAll({
      missing: ({ pathname }) => pathname === LATE && !isThere,
      page({ pathname }) {
        if (pathname === '/advertiser') return ADVERTISER;
        const { page, isLow } = scripts[pathname.slice(1)] ?? {};
        if (!page) return undefined;
        const html = typeof page === 'string' ? stories.get(page) : page(server.origin);
        return staticPage(
          `<p><a href="#before">Before</a></p>${isLow ? LOW : ''}${html}<p><a href="#after">After</a></p>${TEXT}${TEXT}`,
          { head: SCRIPT + ADAPTER },
        );
      },
    });
    tab = await browser.newPage();
    tab.on('pageerror', (error) => thrown.push(String(error)));
    await tab.setViewport({ width: 800, height: 900 });
    await tab.evaluateOnNewDocument(watch);
    client = await tab.createCDPSession();
    await client.send('Accessibility.enable');
  },
  { timeout: 60_000 },
);
after(async () => {
  await browser?.close();
  await server?.close();
});

/** States that are said with a name, in this order. */
const STATES = ['expanded', 'pressed', 'checked', 'disabled', 'modal'];
/** What is said when the focus comes into it. */
const AROUND = new Set(['dialog', 'group', 'complementary', 'region']);

/** Chromium's words that are nobody else's. */
const ROLES = { DisclosureTriangle: 'disclosure', Iframe: 'frame' };

/** How it is written that something has no name. */
const NAMELESS = '“”';

const describe = ({ role, name, properties = [] }, text) => {
  const states = STATES.flatMap((state) => {
    const value = properties.find((property) => property.name === state)?.value.value;
    if (state === 'expanded' && value !== undefined) return [value ? 'expanded' : 'collapsed'];
    if (state === 'pressed' && value !== undefined) return [value === 'true' ? 'pressed' : 'not pressed'];
    return value ? [state] : [];
  });
  return `${ROLES[role.value] ?? role.value} “${name?.value || text}”${states.length ? ` (${states.join(', ')})` : ''}`;
};

/** Where the focus is, out of Chromium's accessibility tree: its name, and words for the table. */
async function focusOf() {
  const { result } = await client.send('Runtime.evaluate', { expression: 'active()' });
  const { objectId } = result;
  const text = await tab.evaluate(() => {
    const { localName, innerText } = globalThis.active();
    return localName === 'body' ? '' : (innerText?.trim() ?? '');
  });
  if (result.className === 'HTMLBodyElement') return { name: BROWSER, words: 'the browser’s own controls' };
  const { nodes } = await client.send('Accessibility.getAXNodeAndAncestors', { objectId });
  const [own, ...ancestors] = nodes.filter(({ ignored }) => !ignored);
  const around = ancestors.find(({ role, name }) => AROUND.has(role.value) && name?.value);
  const within = around ? `, in ${describe(around)}` : '';
  if (own.role.value !== 'Iframe')
    return { name: own.name?.value || text, words: describe(own, text) + within };
  const inner = await focusIn();
  return inner
    ? { name: inner.name, words: `${inner.role} “${inner.name}”, in ${describe(own)}${within}` }
    : { name: own.name.value, words: describe(own) + within };
}

/** What has the focus in the page's frame. */
async function focusIn() {
  const frame = tab.frames().find((each) => each !== tab.mainFrame());
  const find = (node) => (node?.focused ? node : node?.children?.map(find).find(Boolean));
  const found = find(await frame?.accessibility.snapshot());
  return found?.role === 'RootWebArea' ? undefined : found;
}

/** Two frames on: what a key does to the page has been done. */
const look = () =>
  tab.evaluate(async () => {
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    return globalThis.facts();
  });

/** Presses one of the keys, which may be with Shift. */
async function press(key) {
  if (key === '(Back)') await tab.evaluate(() => history.back());
  else if (key.startsWith('Shift+')) {
    await tab.keyboard.down('Shift');
    await tab.keyboard.press(key.slice('Shift+'.length));
    await tab.keyboard.up('Shift');
  } else if (key === '(the picture is there now)') isThere = true;
  else await tab.keyboard.press(key);
}

/** Waits until all is as it must be, and stays so; fails with what it is instead. */
async function settle(before, expected) {
  const end = Date.now() + 5000;
  for (let last; ;) {
    const { top, ...facts } = await look();
    const focus = await focusOf();
    const scroll = top === before.top ? 'the page has not scrolled' : 'the page scrolls';
    const now = { ...facts, focus: focus.name, scroll };
    try {
      assert.deepEqual(Object.fromEntries(Object.keys(expected).map((name) => [name, now[name]])), expected);
      if (JSON.stringify([now, focus]) === last) return { ...now, top, words: focus.words };
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    last = JSON.stringify([now, focus]);
  }
}

const row = (...cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** What a table says of a key. */
function line(key, before, now) {
  const changed = Object.keys(now).filter(
    (name) => !['heard', 'focus', 'words', 'top', 'scroll'].includes(name) && now[name] !== before[name],
  );
  // What has the focus is scrolled to.
  if (now.scroll === 'the page scrolls' && !key.endsWith('Tab')) changed.push('scroll');
  const else_ = changed.map((name) => now[name]).filter(Boolean);
  return row(
    key.startsWith('(') ? key : `\`${key}\``,
    now.words,
    now.heard ? `“${now.heard}”` : 'nothing',
    else_.join('; '),
  );
}

/** Presses Tab until the focus is on a link of the page; it must not take longer than there may be stops. */
async function goTo(key, name) {
  const seen = [];
  while (seen.length < 20) {
    const focus = await focusOf();
    if (focus.name === name) return;
    seen.push(focus.words);
    await press(key);
  }
  assert.fail(`${key} does not lead to “${name}”, but to ${seen.join(', ')}`);
}

for (const [name, { title, keys }] of Object.entries(scripts)) {
  test(name, { timeout: 60_000 }, async () => {
    isThere = false;
    thrown = [];
    await tab.goto(`${server.origin}/${name}`);
    await tab.waitForFunction(() => !document.querySelector(':not(:defined)'));
    await tab.evaluate(async () => {
      await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
      for (const host of document.querySelectorAll('*')) await host.updateComplete;
      for (const slot of document.querySelectorAll('[provider]')) await slot.settled;
    });
    const table = [
      `# ${title}`,
      '',
      row('Key', 'Focus', 'Announced', 'What else'),
      row('---', '---', '---', '---'),
    ];
    let now = await look();
    for (const [key, focus, expected = {}] of keys) {
      await tab.evaluate(() => globalThis.listen());
      await press(key);
      const before = now;
      try {
        now = await settle(before, { focus, ...expected });
        if (focus !== BROWSER) assert.equal(await tab.evaluate(() => globalThis.unseen()), '');
        assert.ok(!now.words.includes(NAMELESS), now.words);
      } catch (error) {
        throw new Error(`${key}, after\n${table.slice(4).join('\n')}\n${error.message}`, { cause: error });
      }
      table.push(line(key, before, now));
    }
    await goTo('Tab', 'After');
    await goTo('Shift+Tab', 'Before');
    assert.deepEqual(thrown, []);

    const file = join(folder, `${name}.md`);
    const text = `${table.join('\n')}\n`;
    if (isUpdate) writeFileSync(file, text);
    // A missing file fails too: it is written with UPDATE=1 and read before it is committed.
    assert.equal(text, readFileSync(file, 'utf8'));
  });
}

test('each table belongs to a script', () => {
  assert.deepEqual(
    readdirSync(folder)
      .filter((file) => file.endsWith('.md'))
      .sort(),
    Object.keys(scripts)
      .map((name) => `${name}.md`)
      .sort(),
  );
});

test('the page of each element shows its tables', () => {
  const shown = globSync('packages/*/*.mdx', { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/<Keyboard of="([\w-]+)" \/>/g)].map(([, name]) => {
      assert.ok(file.endsWith(`${name}.mdx`), file);
      return name;
    }),
  );
  assert.deepEqual(
    shown.sort(),
    [...new Set(Object.keys(scripts).map((name) => name.split('--')[0]))].sort(),
  );
});
