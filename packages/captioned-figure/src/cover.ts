import { format, messagesAt, type Place } from '@galley/core/messages.js';
import { GalleyRevealEvent } from './events.ts';
import { articleOf, coverOf, figuresIn, isCovered, type Figure } from './series.ts';
import { controlsOf } from './states.styles.ts';

/** Articles whose reader wants to see all covered pictures: for as long as the page is there, and nowhere kept. */
const shown = new WeakSet<ParentNode>();

const seen = new WeakSet<Element>();

/** A cover smaller than this, in CSS pixels, has room for its summary alone. */
const ROOM = { width: 240, height: 160 };

/** Watches the cover of a sensitive picture, and offers to open all that are covered in the article where there are several. */
export async function updateCover(host: Figure, place: Place): Promise<void> {
  const cover = coverOf(host);
  if (cover && !seen.has(cover)) watch(host, cover);
  const button = () => host.shadowRoot?.querySelector<HTMLElement>('[part=show-all-button]');
  const count = figuresIn(articleOf(host)).filter(isCovered).length;
  const isRoomy = cover && cover.clientWidth >= ROOM.width && cover.clientHeight >= ROOM.height;
  if (!isCovered(host) || count < 2 || !isRoomy) {
    button()?.remove();
    return;
  }
  const { language, showAll } = await messagesAt(place);
  (button() ?? addButton(host)).textContent = format(showAll, language, { count });
}

function addButton(host: Figure): HTMLElement {
  const button = document.createElement('button');
  button.part.add('show-all-button');
  button.className = 'show-all';
  button.onclick = () => {
    const article = articleOf(host);
    shown.add(article);
    for (const figure of figuresIn(article)) {
      const cover = coverOf(figure);
      if (cover) cover.open = true;
    }
    // The button goes; the summary covers this picture again.
    coverOf(host)?.querySelector('summary')?.focus();
  };
  controlsOf(host).prepend(button);
  return button;
}

function watch(host: Figure, cover: HTMLDetailsElement): void {
  seen.add(cover);
  if (shown.has(articleOf(host))) cover.open = true;
  let wasOpen = cover.open;
  cover.addEventListener('toggle', () => {
    if (cover.open && !wasOpen) host.dispatchEvent(new GalleyRevealEvent());
    wasOpen = cover.open;
    for (const figure of figuresIn(articleOf(host))) figure.requestUpdate?.();
  });
  const summary = cover.querySelector('summary');
  if (!summary) return;
  // The open summary lies along the top of the picture, where the button to enlarge it is.
  new ResizeObserver(() => {
    const button = host.shadowRoot?.querySelector<HTMLElement>('[part=zoom-button]');
    if (button && cover.open) button.style.marginBlockStart = `${String(summary.offsetHeight)}px`;
  }).observe(summary);
}
