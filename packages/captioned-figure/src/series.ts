/** A figure, as the modules see it that are loaded later: `requestUpdate` is there once it is upgraded. */
export type Figure = HTMLElement & { requestUpdate?(): void };

/** The picture of a figure: not one in its caption. */
export const pictureOf = (host: Element): HTMLImageElement | null =>
  host.querySelector<HTMLImageElement>('img:not(figcaption *)');

/** The cover of a sensitive picture. */
export const coverOf = (host: Element): HTMLDetailsElement | null =>
  host.querySelector<HTMLDetailsElement>('details[data-part=cover]');

/** Whether the reader has not opened the cover, so that nothing of the picture may be shown. */
export const isCovered = (host: Element): boolean => coverOf(host)?.open === false;

/** The page that a figure is on, or the shadow root. */
const pageOf = (host: Element) => host.getRootNode() as Document | ShadowRoot;

/** The article of a figure, or the page. */
export const articleOf = (host: Element): ParentNode => host.closest('article') ?? pageOf(host);

/** The figures in an article or on a page. */
export const figuresIn = (scope: ParentNode): Figure[] => [
  ...scope.querySelectorAll<Figure>('galley-captioned-figure'),
];

const zoomable = (scope: ParentNode) => figuresIn(scope).filter((host) => host.hasAttribute('zoomable'));

/** Which of the page's figures to enlarge it is, from 1. */
export const numberOf = (host: Figure): number => zoomable(pageOf(host)).indexOf(host) + 1;

/** The figures of the article that can be enlarged now, in order: those that the page shows, and whose cover is open. */
export const seriesOf = (host: Figure): Figure[] =>
  zoomable(articleOf(host)).filter((figure) => pictureOf(figure)?.checkVisibility() && !isCovered(figure));

/** The fragment that links to a figure's picture: the figure's own id, or `picture-N`. */
export function fragmentOf(host: Figure): string {
  const id = host.id || host.querySelector('figure')?.id;
  // As the browser writes it.
  return new URL(`#${id ? id : `picture-${String(numberOf(host))}`}`, location.href).hash;
}
