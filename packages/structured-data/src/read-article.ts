import type { Article, Author, Figure, Label, ReadOptions, RelatedLink, StoryKind } from './article.ts';
import { all, owned, part, textOf, webAddress, type Resolve } from './dom.ts';
import { readImage, readVideo } from './media.ts';
import { isoMoment } from './moment.ts';

const HEADING = 'h1, h2, h3, h4, h5, h6';
const KINDS: readonly StoryKind[] = ['article', 'video', 'audio', 'gallery', 'live', 'opinion'];

/**
 * Reads an article written with Galley's elements. It reads the HTML that Galley's contract describes, and nothing of advertisement slots,
 * templates and what is hidden; the document is not changed. It throws on no document.
 *
 * The article is the one whose headline block has an `h1`, else the first with a headline block. To read another
 * one of a page, give that `article` as the root. Figures and related links are those of the article itself: the ones without a nearer `article`
 * around them.
 *
 * @param root A document or an element, of a browser or of a DOM for servers.
 * @param options The page's own address.
 * @returns Plain data.
 */
export function readArticle(root: ParentNode & Node, options: ReadOptions = {}): Article {
  const resolve = resolverOf(root, options.url);
  const blocks = all(root, 'galley-headline-block');
  if (isElement(root) && root.localName === 'galley-headline-block') blocks.unshift(root);
  const block = blocks.find((each) => owned(each, 'h1').length) ?? blocks[0];
  const start = block ?? (isElement(root) ? root : undefined);
  const article = start?.closest('article') ?? (block ? undefined : all(root, 'article')[0]);
  const scope = article && root.contains(article) ? article : root;
  const inArticle = (selector: string): Element[] =>
    all(scope, selector).filter((each) => (each.closest('article') ?? undefined) === article);
  return {
    ...(block && readHeadline(block, resolve)),
    authors: block ? readAuthors(block, resolve) : [],
    figures: inArticle('galley-captioned-figure').map((figure) => readFigure(figure, resolve)),
    related: inArticle('galley-related-story-link').flatMap((link) => readRelated(link, resolve) ?? []),
  };
}

const isElement = (node: Node): node is Element => node.nodeType === 1;

function resolverOf(root: ParentNode & Node, url: string | undefined): Resolve {
  const page = webAddress(url);
  // A shadow root or a fragment has no base of its own.
  const top = root.ownerDocument ?? root;
  const base = webAddress(top.querySelector('base[href]')?.getAttribute('href'), page) ?? page;
  return (address) => webAddress(address, base);
}

/** An object without the entries that are undefined. */
function known<Data extends object>(data: { [Key in keyof Data]: Data[Key] | undefined }): Data {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as Data;
}

/** The address of a link: the element itself, in it, or around it. A link around the host leads elsewhere. */
function linkOf(element: Element, host: Element, resolve: Resolve): string | undefined {
  const around = element.closest('a[href]');
  const link = element.querySelector('a[href]') ?? (around && host.contains(around) ? around : undefined);
  return resolve(link?.getAttribute('href'));
}

const labelOf = (text: string | undefined, url: string | undefined): Label | undefined =>
  text ? known<Label>({ text, url }) : undefined;

function readHeadline(block: Element, resolve: Resolve): Partial<Article> {
  const [label] = owned(block, 'galley-section-label');
  const [series] = label ? owned(label, part('series')) : [];
  const link = label && owned(label, 'a').find((each) => !each.closest(part('series')));
  const heading = owned(block, HEADING).find((each) => !each.matches(part('dek')));
  const textOfPart = (name: string): string | undefined => textOf(owned(block, part(name))[0]);
  return known<Partial<Article>>({
    language: languageOf(heading ?? block),
    section: labelOf(textOf(link ?? label, part('series')), resolve(link?.getAttribute('href'))),
    series: labelOf(textOf(series), label && series && linkOf(series, label, resolve)),
    kicker: textOfPart('kicker'),
    headline: textOf(heading, part('status')),
    status: textOf(heading && all(heading, part('status'))[0]),
    dek: textOfPart('dek'),
    place: textOfPart('place'),
    ...readTimes(block),
    correction: textOfPart('correction'),
  });
}

function languageOf(element: Element): string | undefined {
  try {
    return Intl.getCanonicalLocales(element.closest('[lang]')?.getAttribute('lang') ?? [])[0];
  } catch {
    return undefined;
  }
}

function readTimes(block: Element): Pick<Article, 'published' | 'updated' | 'corrected'> {
  const times = owned(block, 'time').map((time) => ({
    mark: markOf(time),
    moment: isoMoment(time.getAttribute('datetime')),
  }));
  const marked = (mark: string): string | undefined =>
    times.find((time) => time.mark === mark && time.moment)?.moment;
  const unmarked = times.some(({ mark }) => mark === 'published') || times[0]?.mark ? undefined : times[0];
  return known<Pick<Article, 'published' | 'updated' | 'corrected'>>({
    published: marked('published') ?? unmarked?.moment,
    updated: marked('updated'),
    corrected: marked('corrected'),
  });
}

/** The mark of a time, its own or that of the `galley-timestamp` around it. */
function markOf(time: Element): string | undefined {
  const own = time.getAttribute('data-part') ?? time.closest('galley-timestamp')?.getAttribute('data-part');
  return own ?? undefined;
}

/**
 * A role is that of the authors named before it, since the last role: "By A and B, correspondents". Where the byline begins with a
 * role it is that of the authors after it.
 */
function readAuthors(block: Element, resolve: Resolve): Author[] {
  const authors: Author[] = [];
  let waiting: Author[] = [];
  let leading: string | undefined;
  for (const element of owned(block, `${part('author')}, ${part('role')}`)) {
    const text = textOf(element, part('role'));
    if (!text) continue;
    if (element.matches(part('author'))) {
      const author = known<Author>({ name: text, url: linkOf(element, block, resolve), role: leading });
      authors.push(author);
      if (!leading) waiting.push(author);
    } else if (leading || !authors.length) {
      leading = text;
    } else {
      for (const author of waiting) author.role = text;
      waiting = [];
    }
  }
  return authors;
}

function readFigure(host: Element, resolve: Resolve): Figure {
  const [media] = owned(host, 'img, video').filter((each) => !each.closest('figcaption'));
  const [caption] = owned(host, 'figcaption');
  const [licence] = owned(host, part('licence'));
  const parts = ['credit', 'licence', 'ai-disclosure'].map(part);
  const textOfPart = (name: string): string | undefined =>
    owned(host, part(name))
      .flatMap((each) => textOf(each) ?? [])
      .join(' ') || undefined;
  return known<Figure>({
    alt: media?.localName === 'img' ? (media.getAttribute('alt') ?? undefined) : undefined,
    caption: textOf(caption, [...parts, `${part('more')} > summary`].join(', ')),
    credit: textOfPart('credit'),
    licence: licence && linkOf(licence, host, resolve),
    aiDisclosure: textOfPart('ai-disclosure'),
    covered: !!media?.closest(`details${part('cover')}`),
    media: media && (media.localName === 'img' ? readImage(media, resolve) : readVideo(media, resolve)),
  });
}

function readRelated(host: Element, resolve: Resolve): RelatedLink | undefined {
  const links = owned(host, 'a[href]').filter((link) => !link.closest(part('related')));
  const link = links.find((each) => each.closest(HEADING)) ?? links[0];
  const href = resolve(link?.getAttribute('href'));
  const headline = textOf(link, part('kind'));
  const kind = KINDS.find((each) => each === host.getAttribute('kind')) ?? 'article';
  return href && headline ? { href, headline, kind } : undefined;
}
