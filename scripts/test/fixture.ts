/**
 * Pages for the tests in the browser: HTML on the page of the test itself, or in a frame with stylesheets, width and modules of its own;
 * what a screen reader is given of it, and what can be seen.
 */
import { executeServerCommand } from '@web/test-runner-commands';
import { assert } from 'chai';

// A script of the old kind: it leaves `axe` on the window.
import 'axe-core/axe.min.js';

declare const axe: typeof import('axe-core');

const stage = document.createElement('main');
stage.id = 'stage';
document.body.append(stage);
const frames = new Set<HTMLIFrameElement>();

afterEach(() => {
  stage.replaceChildren();
  for (const frame of frames) frame.remove();
  frames.clear();
});

/** Puts HTML on the page, until the test ends, and waits for the elements in it. */
export async function show(html: string): Promise<HTMLElement> {
  stage.innerHTML = html;
  await updated(stage);
  return stage;
}

/** Waits until the elements below a node, or in a document, have updated. */
export async function updated(root: ParentNode): Promise<void> {
  await Promise.all(
    [...root.querySelectorAll('*')].map(async (each) => {
      await (each as { updateComplete?: Promise<unknown> }).updateComplete;
    }),
  );
}

/** Waits until the page has been laid out, and observers of size and sight have been called: all in one task with this one. */
export async function painted({
  IntersectionObserver: Observer,
  document: page,
}: Pick<Page['window'], 'IntersectionObserver' | 'document'> = window): Promise<void> {
  await new Promise<void>((resolve) => {
    const observer = new Observer(() => {
      observer.disconnect();
      setTimeout(resolve);
    });
    observer.observe(page.documentElement);
  });
  await updated(page);
}

/** Waits until the pictures that are asked for at once have come or failed. */
export async function pictured(root: ParentNode): Promise<void> {
  await Promise.all(
    [...root.querySelectorAll('img')]
      .filter(({ complete, loading }) => !complete && loading !== 'lazy')
      .map(
        (image) =>
          new Promise((resolve) => {
            for (const type of ['load', 'error']) image.addEventListener(type, resolve, { once: true });
          }),
      ),
  );
}

/** Finds an element that must be there. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as querySelector has it: the caller says what it finds
export function find<E extends HTMLElement = HTMLElement>(selector: string, root: ParentNode = stage): E {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

/** The rectangle of an element that must be there. */
export const rect = (selector: string, root: ParentNode = stage): DOMRect =>
  find(selector, root).getBoundingClientRect();

export interface Page {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  /** The arguments of each `console.warn`. */
  readonly warnings: [string, ...unknown[]][];
  /** Uncaught errors, rejections and `console.error`. */
  readonly errors: string[];
  /** Loads modules, as a script that comes late, and waits for the elements. */
  load(...modules: string[]): Promise<void>;
  /** Puts other HTML on the page. */
  show(html: string): Promise<void>;
  /** As `painted`, for this page. */
  painted(): Promise<void>;
  /** Waits for what the page does in its next task. */
  nextTask(): Promise<void>;
}

interface Options {
  readonly styles?: string[];
  /** A stylesheet after them. */
  readonly css?: string;
  readonly width?: number;
  /** Attributes of the root element. */
  readonly attributes?: string;
  /** Whether the browser runs script in it. */
  readonly script?: boolean;
}

/** Opens a page of its own in a frame, until the test ends: HTML without any script, its stylesheets in order and loaded. */
export async function open(
  html: string,
  { styles = [], css = '', width = 1280, attributes = '', script = true }: Options = {},
): Promise<Page> {
  const frame = document.createElement('iframe');
  frames.add(frame);
  if (!script) frame.setAttribute('sandbox', 'allow-same-origin');
  frame.style.cssText = `border: 0; inline-size: ${String(width)}px; block-size: 900px`;
  frame.srcdoc = `<!doctype html><html lang="en" ${attributes}><head><title>Page</title><meta name="viewport" content="width=device-width">
    ${styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('')}<style>${css}</style></head><body>${html}</body></html>`;
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
  });
  document.body.append(frame);
  await loaded;
  const view = frame.contentWindow as Page['window'];
  // The load of a page does not wait for the pictures of its videos, which have a shape of their own.
  for (const { poster } of view.document.querySelectorAll('video')) {
    if (poster) await Object.assign(new view.Image(), { src: poster }).decode();
  }
  // A test may put its own in the place of this one.
  const { IntersectionObserver } = view;
  // WebKit gives a picture that has failed another shape, in a frame of its own.
  await painted(view);
  const page: Page = {
    window: view,
    document: view.document,
    warnings: [],
    errors: [],
    async load(...modules) {
      for (const src of modules) {
        const script = Object.assign(view.document.createElement('script'), { type: 'module', src });
        await new Promise((resolve, reject) => {
          script.addEventListener('load', resolve);
          script.addEventListener('error', () => {
            reject(new Error(`${src} did not load`));
          });
          view.document.head.append(script);
        });
      }
      await updated(view.document);
    },
    async show(other) {
      view.document.body.innerHTML = other;
      await updated(view.document);
    },
    painted: () => painted({ IntersectionObserver, document: view.document }),
    async nextTask() {
      // Observers of changes come first.
      await Promise.resolve();
      await new Promise((resolve) => view.setTimeout(resolve));
    },
  };
  view.addEventListener('error', (event) => page.errors.push(event.message));
  view.addEventListener('unhandledrejection', (event) => page.errors.push(String(event.reason)));
  const { console } = view;
  console.error = (...args: unknown[]) => page.errors.push(args.join(' '));
  console.warn = (...args: [string, ...unknown[]]) => {
    if (!args[0].includes('Lit is in dev mode')) page.warnings.push(args);
  };
  return page;
}

/** Whether this is Chromium, whose driver alone emulates media and tells the accessibility tree. */
export const isChromium: boolean = navigator.userAgent.includes('Chrome/');

/** Whether this is WebKit, which gives a picture that does not come the shape of its own sign for that. */
export const isWebKit: boolean = !isChromium && navigator.userAgent.includes('AppleWebKit/');

/** A test that emulates media: there is none of it in a browser whose driver cannot. */
export const itEmulates: (name: string, test: () => Promise<void>) => void = isChromium
  ? it
  : () => undefined;

/** Emulates media features for the whole page, until the next call; `{}` ends it. */
export async function media(features: Record<string, string>): Promise<void> {
  await executeServerCommand('media', features);
}

interface Heard {
  readonly role: string;
  readonly name?: string;
  readonly level?: number;
  readonly expanded?: boolean;
  readonly children?: readonly Heard[];
}

const HOLLOW = new Set(['generic', 'none']);
const children = (node: Heard): Heard[] =>
  (node.children ?? []).flatMap((child) =>
    HOLLOW.has(child.role) ? children(child) : child.role === 'ListMarker' ? [] : [child],
  );

/** A line of text; what stands in two boxes is read apart. */
const join = (pieces: (string | undefined)[]): string =>
  pieces.reduce<string>(
    (line, piece = '') => (/\w$/.test(line) && /^\w/.test(piece) ? `${line} ${piece}` : line + piece),
    '',
  );

const text = (node: Heard): string =>
  node.role === 'StaticText' ? (node.name ?? '') : join(children(node).map(text));
// The browser leaves out a space between boxes.
const clean = (words: string): string => words.replaceAll(/(?<=[\]>])(?=[[<])|\s+/g, ' ').trim();

/** A name that is not the text, said where it differs. */
const named = (node: Heard): string =>
  node.name && clean(node.name) !== clean(text(node)) ? ` "${clean(node.name)}"` : '';

/** What stands in a line of text: `[link]`, `<time>`, `(image: alt)`. */
function inline(node: Heard): string | undefined {
  if (node.role === 'StaticText') return node.name ?? '';
  if (node.role === 'image') return `(image: ${node.name ?? ''})`;
  if (node.role === 'Video') return '(video)';
  if (node.role !== 'link' && node.role !== 'time') return undefined;
  const within = join(children(node).map(inline));
  return node.role === 'link'
    ? `[${clean(within)}${within.startsWith('(') ? '' : named(node)}]`
    : `<${within}>`;
}

function lines(node: Heard, indent: string): string[] {
  const state = node.expanded === undefined ? '' : node.expanded ? ', open' : ', closed';
  const role = node.role === 'DisclosureTriangle' ? 'summary' : node.role.toLowerCase();
  const level = node.level && role === 'heading' ? ` ${String(node.level)}` : '';
  const parts = children(node);
  const title = `${indent}${role}${level}${state}${named(node)}`;
  if (parts.every((part) => inline(part) !== undefined))
    return [`${title}: ${clean(join(parts.map(inline)))}`.replace(/: $/, '')];
  return [title, ...within(parts, `${indent}  `)];
}

function within(parts: Heard[], indent: string): string[] {
  const out: string[] = [];
  let line = '';
  const flush = () => {
    if (clean(line)) out.push(indent + clean(line));
    line = '';
  };
  for (const part of parts) {
    const words = inline(part);
    if (words !== undefined) {
      line = join([line, words]);
    } else {
      flush();
      out.push(...lines(part, indent));
    }
  }
  flush();
  return out;
}

/** What a screen reader is given of the page's HTML, a line for each block: role, state, name, and the text with its links. */
export async function outline(): Promise<string> {
  const root = await executeServerCommand<Heard, { selector: string }>('accessibility-tree', {
    selector: '#stage',
  });
  return within(children(root), '').join('\n');
}

/** Asserts what a screen reader is given, where the browser's driver tells it: Chromium's alone does. */
export async function assertHeard(expected: string): Promise<void> {
  if (isChromium) assert.equal(await outline(), expected);
}

/** Takes the indentation of the source off an expected outline. */
export function dedent(expected: string): string {
  const rows = expected.split('\n').filter((row) => row.trim());
  const by = Math.min(...rows.map((row) => row.search(/\S/)));
  return rows.map((row) => row.slice(by).trimEnd()).join('\n');
}

/** The texts below a node that a reader does not see, or not wholly within the width of the page. */
export function unseen(root: Element): string[] {
  const page = root.ownerDocument;
  const { innerWidth } = page.defaultView as Window;
  const texts = page.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const out: string[] = [];
  while (texts.nextNode()) {
    const at = texts.currentNode as Text;
    if (!at.data.trim() || !at.parentElement || at.parentElement.closest('script, style')) continue;
    const range = page.createRange();
    range.selectNodeContents(at);
    const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    const closed = at.parentElement.matches('details:not([open])');
    const shown =
      !closed && at.parentElement.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const onPage = boxes.every(({ left, right }) => left >= -1 && right <= innerWidth + 1);
    if (!shown || !boxes.length || !onPage) out.push(clean(at.data).slice(0, 80));
  }
  return out;
}

/** axe-core's violations below the stage, by the rules of .storybook/a11y.ts. `region` is for whole pages. */
export async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(stage, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false } },
    resultTypes: ['violations'],
  });
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join('; ')}`,
  );
}

/** Where each of the author's elements lies, for a comparison of two moments. */
export function places(root: ParentNode): string[] {
  return [...root.querySelectorAll('body *, #stage *')].map((each) => {
    const { x, y, width, height } = each.getBoundingClientRect();
    return `${each.localName} ${[x, y, width, height].map((value) => value.toFixed(2)).join(' ')}`;
  });
}

export interface Story {
  readonly name: string;
  readonly html: string;
}

type Args = Readonly<Record<string, string | boolean | undefined>>;
interface Export {
  readonly args?: Args;
  readonly render?: unknown;
}

/** The stories of a module, as HTML. */
export function storiesOf(module: object): Story[] {
  const { default: meta, ...stories } = module as Record<string, Export>;
  return Object.entries(stories).map(([name, story]) => {
    const render = (story.render ?? meta?.render) as (args: Args) => string;
    return { name, html: render({ ...meta?.args, ...story.args }) };
  });
}
