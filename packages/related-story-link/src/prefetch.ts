/**
 * Asks for the story that a link leads to before the reader follows it. A link imports this module when its attribute `prefetch` says so.
 *
 * What goes into the head, while the link is on the page: speculation rules where browser and policy allow them, else
 * `<link rel=prefetch>`. The page has a say for all its links at once: `<meta name="galley-prefetch" content="limit=8, speculation-rules">`.
 * @module
 */
import type { ReactiveController } from '@lit/reactive-element';
import type { GalleyRelatedStoryLink } from './related-story-link.ts';

/** How many stories a page asks for at most, where its `limit` is no number. */
export const LIMIT = 5;

/** How long, in milliseconds, a pointer or the focus is on the link before `hover` asks: what browsers call moderate. */
export const DWELL = 200;

/** How long, in milliseconds, half of the element is in view before `visible` asks. */
export const IN_VIEW = 500;

/** A story that has been asked for. */
interface Story {
  /** Who wants it, among what is on the page. */
  readonly wanted: Set<unknown>;
  /** What stands in the head for it. */
  node?: HTMLElement | undefined;
  /** Whether a link has loaded it: then the browser's cache has it, as far as it may. */
  loaded?: boolean;
}

const stories = new Map<string, Story>();
const attached = new WeakSet<GalleyRelatedStoryLink>();

/**
 * Lets a link ask for its story as its attribute says, from now on.
 * @returns Whether it did not before.
 */
export function update(host: GalleyRelatedStoryLink): boolean {
  if (attached.has(host)) return false;
  attached.add(host);
  host.addController(new Prefetch(host));
  return true;
}

/** What the page says in its meta element, by name. */
function settings(): Partial<Record<string, string>> {
  const meta = document.querySelector<HTMLMetaElement>('meta[name=galley-prefetch]');
  return Object.fromEntries(
    (meta?.content ?? '').split(',').map((each) => {
      const [name = '', value = ''] = each.trim().split('=');
      return [name, value];
    }),
  );
}

/** Whether a link leads to the page's own origin, or to one that the page names: `origins=https://sport.example`. */
export function isOptedIn({ origin }: HTMLAnchorElement): boolean {
  return origin === self.origin || !!settings().origins?.split(' ').includes(origin);
}

/** The link to the story, where that may be asked for: another page, over HTTP, of an origin that the page allows. */
function linkIn(host: HTMLElement): HTMLAnchorElement | undefined {
  const link = host.querySelector<HTMLAnchorElement>(
    'a[href]:not([download], galley-related-story-link [data-part=related] *, galley-section-label *)',
  );
  return link && /^https?:$/.test(link.protocol) && page(link) !== page(location) && isOptedIn(link)
    ? link
    : undefined;
}

/** An address without its fragment, which is no matter of the server's. */
const page = ({ href }: { href: string }) => href.replace(/#.*/, '');

/** Whether the reader saves data, or the connection is slow: the browser calls it less than 4g. Not every browser says. */
function isSaving(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean; effectiveType?: string } };
  return !!connection?.saveData || (connection?.effectiveType ?? '4g') !== '4g';
}

/** Puts speculation rules into the head, where browser and policy allow them. */
function addRules(url: string): HTMLElement | undefined {
  if (!HTMLScriptElement.supports('speculationrules')) return undefined;
  const rules = document.createElement('script');
  rules.type = 'speculationrules';
  // To try is to be reported, where a policy refuses inline script or Trusted Types its text. But a browser hides each nonce on a page whose
  // policy came in a header: an empty script with one shows whether there is any.
  rules.setAttribute('nonce', 'none');
  document.head.append(rules);
  const hasPolicy =
    !rules.getAttribute('nonce') || document.querySelector('meta[http-equiv=content-security-policy i]');
  if (!hasPolicy || 'speculation-rules' in settings()) {
    rules.nonce = [...document.scripts].find(({ nonce }) => nonce && nonce !== 'none')?.nonce ?? '';
    try {
      rules.textContent = JSON.stringify({ prefetch: [{ urls: [url], eagerness: 'immediate' }] });
      return rules;
    } catch {
      // Trusted Types, though the page says that its policy allows the rules.
    }
  }
  rules.remove();
  return undefined;
}

/** Puts a link into the head. A browser keeps what it loads apart by origin: for a story of another it would be in vain. */
function addLink(url: string, story: Story): HTMLElement | undefined {
  if (new URL(url).origin !== self.origin) return undefined;
  const link = document.createElement('link');
  link.rel = 'prefetch';
  link.href = url;
  link.addEventListener('load', () => (story.loaded = true));
  document.head.append(link);
  return link;
}

/** Asks for a story, once for all who want it. False where the page may not ask for it now. */
function want(url: string, who: unknown): boolean {
  const story = stories.get(url) ?? { wanted: new Set() };
  if (!story.node && !story.loaded) {
    const { limit = '' } = settings();
    const most = /^\d+$/.test(limit) ? Number(limit) : LIMIT;
    if (isSaving() || (!stories.has(url) && stories.size >= most)) return false;
    story.node = addRules(url) ?? addLink(url, story);
    if (!story.node) return false;
    stories.set(url, story);
  }
  story.wanted.add(who);
  return true;
}

/** Takes what stands in the head out, when the last link to the story is gone. */
function release(url: string, who: unknown): void {
  const story = stories.get(url);
  story?.wanted.delete(who);
  if (!story || story.wanted.size) return;
  story.node?.remove();
  story.node = undefined;
}

const HOVER = ['pointerover', 'pointerleave', 'pointerdown', 'focusin', 'focusout'];
const seen = new WeakMap<Element, (isSeen: boolean) => void>();
// One for the page; there is none on a server.
let sight: IntersectionObserver | undefined;

class Prefetch implements ReactiveController {
  readonly #host: GalleyRelatedStoryLink;
  readonly #changes = new MutationObserver(() => {
    this.#look();
  });
  #mode = '';
  #url = '';
  #timer = 0;
  #isSeen = false;

  constructor(host: GalleyRelatedStoryLink) {
    this.#host = host;
    seen.set(host, (isSeen) => {
      this.#isSeen = isSeen;
      this.#look();
    });
  }

  hostConnected(): void {
    const host = this.#host;
    const link = linkIn(host);
    // Back on the page: what the link asked for comes back, where it still leads there.
    if (this.#url && !(link && page(link) === this.#url && want(this.#url, this))) this.#forget();
    this.#mode = host.prefetch;
    if (this.#mode === 'hover') for (const type of HOVER) host.addEventListener(type, this);
    if (this.#mode !== 'visible') return;
    sight ??= new IntersectionObserver(
      (entries) => {
        for (const { target, intersectionRatio } of entries) seen.get(target)?.(intersectionRatio >= 0.5);
      },
      { threshold: 0.5 },
    );
    sight.observe(host);
    // The link may come, and change, while the element is in view.
    this.#changes.observe(host, { childList: true, subtree: true, attributeFilter: ['href'] });
  }

  hostUpdated(): void {
    if (this.#host.prefetch === this.#mode || !this.#host.isConnected) return;
    this.#stop();
    this.#forget();
    this.hostConnected();
  }

  hostDisconnected(): void {
    this.#stop();
    // An element that is moved is back in the same task, and keeps what it has.
    queueMicrotask(() => {
      if (!this.#host.isConnected) release(this.#url, this);
    });
  }

  handleEvent({ type, target }: Event): void {
    clearTimeout(this.#timer);
    const link = (target as Element).closest('a');
    if (!link || link !== linkIn(this.#host)) return;
    if (type === 'pointerdown') this.#ask();
    else if (type === 'pointerover' || type === 'focusin') this.#timer = window.setTimeout(this.#ask, DWELL);
  }

  /** What is in view asks after the page has loaded: its own pictures come first. */
  readonly #look = (): void => {
    clearTimeout(this.#timer);
    if (!this.#isSeen) return;
    if (document.readyState === 'complete') this.#timer = window.setTimeout(this.#ask, IN_VIEW);
    else addEventListener('load', this.#look, { once: true });
  };

  readonly #ask = (): void => {
    const link = linkIn(this.#host);
    const url = link ? page(link) : '';
    if (url === this.#url) return;
    this.#forget();
    if (url && want(url, this)) this.#url = url;
  };

  #forget(): void {
    release(this.#url, this);
    this.#url = '';
  }

  #stop(): void {
    clearTimeout(this.#timer);
    for (const type of HOVER) this.#host.removeEventListener(type, this);
    removeEventListener('load', this.#look);
    sight?.unobserve(this.#host);
    this.#changes.disconnect();
    this.#isSeen = false;
  }
}
