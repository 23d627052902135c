// What the tests of figures share.
import { painted, type Page } from '../../../scripts/test/fixture.ts';

export const HASH = '3OcRJYB4d3h/iIeHeEh3eIhw+j3A';
export const BOATS = '<img src="/photos/nagasaki-boats-640.jpg" width="1024" height="819" alt="Boats">';
export const MISSING = '<img src="/missing.jpg" width="1024" height="819" alt="Boats that did not come">';
export const own = (content: string, attributes = '') =>
  `<galley-captioned-figure ${attributes}><figure>${content}<figcaption>A caption.</figcaption></figure></galley-captioned-figure>`;
export const cover = (attributes = '', image = BOATS) =>
  `<details data-part="cover" ${attributes}><summary>Graphic image</summary>${image}</details>`;

/** The control of a figure, by its part. */
export const control = (host: Element, part: string) =>
  host.shadowRoot?.querySelector<HTMLButtonElement>(`[part=${part}]`) ?? null;
export const figures = (root: ParentNode = document) => [
  ...root.querySelectorAll<HTMLElement>('galley-captioned-figure'),
];
/** The figure at a place among those on the page. */
export function figureAt(index: number, root?: ParentNode): HTMLElement {
  const host = figures(root)[index];
  if (!host) throw new Error(`there is no figure ${String(index)}`);
  return host;
}

/** Waits until something is there, and gives it. */
export async function until<Found>(what: () => Found, page?: Page): Promise<NonNullable<Found>> {
  const end = Date.now() + 5000;
  for (;;) {
    const found = what();
    if (found) return found;
    if (Date.now() > end) throw new Error(`in vain: ${String(what)}`);
    await (page ? page.painted() : painted());
  }
}

/** Collects events of a type that reach the page. */
export function heard(type: string, page: Document = document): Event[] {
  const events: Event[] = [];
  page.addEventListener(type, (event) => events.push(event));
  return events;
}
