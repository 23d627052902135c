/** A section or a series, with the address of its page where it is a link. */
export interface Label {
  text: string;
  url?: string;
}

/** Who wrote the article. */
export interface Author {
  name: string;
  /** The address that the name links to. */
  url?: string;
  /** As written; authors named together share it: "foreign correspondents". */
  role?: string;
}

/** One of a picture's files, as in `srcset`. */
export interface Candidate {
  url: string;
  /** Pixels, of a descriptor such as `640w`. */
  width?: number;
  /** Of a descriptor such as `2x`. */
  density?: number;
}

/** A `source` of a `picture`. */
export interface ImageSource {
  candidates: Candidate[];
  media?: string;
  type?: string;
  width?: number;
  height?: number;
}

/** A picture. */
export interface Image {
  type: 'image';
  src?: string;
  candidates: Candidate[];
  /** The sources of a `picture` around it. */
  sources: ImageSource[];
  width?: number;
  height?: number;
}

/** A file of a video. */
export interface VideoSource {
  url: string;
  type?: string;
}

/** A video. */
export interface Video {
  type: 'video';
  src?: string;
  sources: VideoSource[];
  poster?: string;
  width?: number;
  height?: number;
}

/** A picture or video with what is said of it. */
export interface Figure {
  /** The picture's `alt`; the empty string where it is written so, nothing where it is missing. */
  alt?: string;
  /** The caption without credit, licence and disclosure, and without the summary of a long caption. */
  caption?: string;
  credit?: string;
  /** The address of the licence. */
  licence?: string;
  /** What a machine made or changed, in words. */
  aiDisclosure?: string;
  /** Whether the author covered it as sensitive, even where a reader has opened it. */
  covered: boolean;
  media?: Image | Video;
}

/** What a related story is. */
export type StoryKind = 'article' | 'video' | 'audio' | 'gallery' | 'live' | 'opinion';

/** A link to another story. */
export interface RelatedLink {
  href: string;
  headline: string;
  kind: StoryKind;
}

/**
 * An article as plain data: what is missing in the HTML, or is not valid there, is missing here. Text is plain text, with single spaces and
 * without soft hyphens. It may hold any character: escape it where you write HTML.
 */
export interface Article {
  /** The language at the headline, of the nearest `lang`. */
  language?: string;
  section?: Label;
  series?: Label;
  kicker?: string;
  /** Without its status. */
  headline?: string;
  /** Words in the heading that change its meaning: "Live". */
  status?: string;
  dek?: string;
  authors: Author[];
  place?: string;
  /** A date, or a date and time with its zone, in ISO 8601. */
  published?: string;
  updated?: string;
  corrected?: string;
  /** What was corrected, in words. */
  correction?: string;
  figures: Figure[];
  related: RelatedLink[];
}

/** How to read an article. */
export interface ReadOptions {
  /** The page's own address. Without it, relative addresses are left out. A `base` in the document is resolved against it. */
  url?: string | undefined;
}
