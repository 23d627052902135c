/**
 * Reads an article out of its HTML, and writes what search engines read of it. Importing this module touches no document, and is
 * safe on a server.
 * @module
 */
export { readArticle } from './read-article.ts';
export type {
  Article,
  Author,
  Candidate,
  Figure,
  Image,
  ImageSource,
  Label,
  ReadOptions,
  RelatedLink,
  StoryKind,
  Video,
  VideoSource,
} from './article.ts';
export { newsArticle } from './news-article.ts';
export type { DigitalSource, ImageRights, Page, Publisher } from './news-article.ts';
export { appendScript, toScript } from './script.ts';
