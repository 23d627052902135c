import { format, messagesAt, type Place } from '@galley/core/messages.js';
import { GalleyRevealEvent } from './events.ts';
import { articleOf, coverOf, figuresIn, isCovered, type Figure } from './series.ts';
import { controlsOf } from './states.styles.ts';

/** Articles whose reader wants to see all covered pictures: for as long as the page is there, and nowhere kept. */
const shown = new WeakSet<ParentNode>();

const seen = new WeakSet<Element>();

const buttonOf = (host: Element, part: string) =>
  host.shadowRoot?.querySelector<HTMLElement>(`[part=${part}]`);

/** Watches the cover of a sensitive picture, and offers to open all that are covered in the article where there are several. */
export async function updateCover(host: Figure, place: Place): Promise<void> {
  const cover = coverOf(host);
  if (!cover) return;
  if (!seen.has(cover)) watch(host, cover);
  const zoom = buttonOf(host, 'zoom-button');
  const summary = cover.querySelector('summary');
  // The open summary lies along the top of the picture, where the button to enlarge it is.
  if (zoom && summary && cover.open) zoom.style.marginBlockStart = `${String(summary.offsetHeight)}px`;
  const count = figuresIn(articleOf(host)).filter(isCovered).length;
  // Where it is not on the page it has no room.
  if (cover.open || count < 2 || !summary?.offsetHeight) {
    buttonOf(host, 'show-all-button')?.remove();
    return;
  }
  const { language, showAll } = await messagesAt(place);
  if (!isCovered(host)) return;
  const button = buttonOf(host, 'show-all-button') ?? addButton(host);
  button.lang = language;
  button.textContent = format(showAll, language, { count });
  // A caption can stand above the cover.
  const above = cover.getBoundingClientRect().top - host.getBoundingClientRect().top;
  button.style.marginBlockStart = `${String(above)}px`;
  if (isOnWords(button, summary)) button.remove();
}

/** Whether a button at the top of a cover is higher than the room that its summary leaves above the words. */
function isOnWords(button: Element, summary: Element): boolean {
  const room = parseFloat(getComputedStyle(summary).paddingBlockStart);
  return button.getBoundingClientRect().bottom > summary.getBoundingClientRect().top + room;
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
  let wasOpen = cover.open;
  const updateAll = () => {
    for (const figure of figuresIn(articleOf(host))) figure.requestUpdate?.();
  };
  cover.addEventListener('toggle', () => {
    if (cover.open && !wasOpen) host.dispatchEvent(new GalleyRevealEvent());
    wasOpen = cover.open;
    updateAll();
  });
  if (shown.has(articleOf(host))) cover.open = true;
  // Another is covered now.
  updateAll();
  const summary = cover.querySelector('summary');
  // Closed, it is as large as the picture.
  if (summary) new ResizeObserver(() => host.requestUpdate?.()).observe(summary);
}
