import type {
  ImageObject,
  IPTCDigitalSourceEnumeration,
  NewsArticle,
  Organization,
  Person,
  WithContext,
} from 'schema-dts';
import type { Article, Author, Figure } from './article.ts';
import { webAddress } from './dom.ts';
import { largestFile } from './largest-file.ts';

/** Who publishes the page. */
export interface Publisher {
  name: string;
  url?: string;
  /** The address of its logo. */
  logo?: string;
}

/** How a picture came to be, as schema.org lists it: `https://schema.org/TrainedAlgorithmicMediaDigitalSource`. */
export type DigitalSource = Extract<IPTCDigitalSourceEnumeration, `https://schema.org/${string}`>;

/** What the HTML of a figure has no part for. */
export interface ImageRights {
  /** Who made it. It is not guessed from the words of a credit. */
  creator?: { type: 'Person' | 'Organization'; name: string };
  /** Without it, a credit with the sign © in it. */
  copyrightNotice?: string;
  /** The address of a page that says how to get a licence. */
  acquireLicensePage?: string;
  /** How it came to be. It is not guessed from the words of an AI disclosure, which are part of the `caption`. */
  digitalSourceType?: DigitalSource;
}

/** What an article does not say of its page. Addresses are absolute. */
export interface Page {
  url?: string | undefined;
  publisher?: Publisher | undefined;
  /** Instead of the language at the headline. */
  inLanguage?: string | undefined;
  /** The rights in a figure; called for each picture that is listed. */
  rights?: ((figure: Figure) => ImageRights | undefined) | undefined;
}

/**
 * Writes an article as schema.org's NewsArticle, with the properties that Google documents for articles
 * (https://developers.google.com/search/docs/appearance/structured-data/article) and for the rights in images
 * (https://developers.google.com/search/docs/appearance/structured-data/image-license-metadata). What the article does not say is left
 * out. Pictures that their author covered are not listed: a search engine would show them uncovered.
 *
 * @param article What `readArticle` returned.
 * @param page What the article does not say of its page.
 * @returns An object for `toScript`. Add what you know of the page besides: `{ ...newsArticle(article), isAccessibleForFree: true }`.
 */
export function newsArticle(article: Article, page: Page = {}): WithContext<NewsArticle> {
  const url = webAddress(page.url);
  const images = imagesOf(article.figures, page.rights);
  const language = page.inLanguage ?? article.language;
  const modified = latest(article.updated, article.corrected);
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    ...(url && { url, mainEntityOfPage: { '@type': 'WebPage', '@id': url } }),
    ...(article.headline && { headline: article.headline }),
    ...(article.dek && { description: article.dek }),
    ...(images.length && { image: images }),
    ...(article.published && { datePublished: article.published }),
    ...(modified && { dateModified: modified }),
    ...(article.authors.length && { author: article.authors.map(personOf) }),
    ...(article.section && { articleSection: article.section.text }),
    ...(language && { inLanguage: language }),
    ...(article.correction && { correction: article.correction }),
    ...(page.publisher && { publisher: organisationOf(page.publisher) }),
  };
}

/** The later of two moments, as written. */
function latest(first: string | undefined, second: string | undefined): string | undefined {
  if (!first || !second) return first ?? second;
  return new Date(second) > new Date(first) ? second : first;
}

function personOf({ name, url, role }: Author, _index: number, authors: readonly Author[]): Person {
  // A role that several share is worded for all of them: "foreign correspondents".
  const own = role && authors.filter((author) => author.role === role).length === 1;
  return { '@type': 'Person', name, ...(url && { url }), ...(own && { jobTitle: role }) };
}

function organisationOf({ name, url, logo }: Publisher): Organization {
  const site = webAddress(url);
  const image = webAddress(logo);
  return {
    '@type': 'Organization',
    name,
    ...(site && { url: site }),
    ...(image && { logo: { '@type': 'ImageObject', url: image } }),
  };
}

function imagesOf(figures: readonly Figure[], rightsOf: Page['rights']): ImageObject[] {
  const images = new Map<string, ImageObject>();
  for (const figure of figures) {
    const file = figure.covered ? undefined : largestFile(figure.media);
    if (!file || images.has(file.url)) continue;
    const rights = rightsOf?.(figure) ?? {};
    const notice = rights.copyrightNotice ?? (figure.credit?.includes('©') ? figure.credit : undefined);
    const acquire = webAddress(rights.acquireLicensePage);
    // Where the caption is shown, what a machine made or changed is said too.
    const caption = [figure.caption, figure.aiDisclosure].filter(Boolean).join(' ');
    images.set(file.url, {
      '@type': 'ImageObject',
      url: file.url,
      contentUrl: file.url,
      // A Distance, as schema.org has it: a number and its unit.
      ...(file.width && { width: `${file.width} px` }),
      ...(file.height && { height: `${file.height} px` }),
      ...(caption && { caption }),
      ...(figure.credit && { creditText: figure.credit }),
      ...(rights.creator && { creator: { '@type': rights.creator.type, name: rights.creator.name } }),
      ...(notice && { copyrightNotice: notice }),
      ...(figure.licence && { license: figure.licence }),
      ...(acquire && { acquireLicensePage: acquire }),
      ...(rights.digitalSourceType && { digitalSourceType: rights.digitalSourceType }),
    });
  }
  return [...images.values()];
}
