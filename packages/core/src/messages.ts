/**
 * The strings that elements generate, in the language of the page around them. A module for chunks that need text: nothing that a page
 * loads at first imports it.
 * @module
 */
import en from './languages/en.ts';
import type { custom } from './set-messages.ts';

/** A place on a page: its language, by `languageOf`, and what the page has set, `custom`. They are handed over so that this module has none in common with what a page loads first. */
export type Place = readonly [language: string, own: typeof custom];

/** A text with a form for each plural category that `Intl.PluralRules` has in its language. The value `count` decides. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & {
  readonly other: string;
  /** The language whose rules choose the form; `messagesAt` writes it. */
  readonly language?: string;
};

/** A text, or its plural forms. Names in braces, such as `{count}`, are placeholders. */
export type Message = string | Plural;

/** Every string that Galley's elements generate: plain text, never HTML. */
export interface Messages {
  /** Names the button over a picture, which opens it enlarged. `{number}`: which picture of the page it is, so that no two names are the same. */
  readonly enlarge: string;
  /** Names the dialog with the enlarged picture. */
  readonly picture: string;
  /** Button: closes the dialog. */
  readonly close: string;
  /** Button in the dialog: the picture before. */
  readonly previous: string;
  /** Button in the dialog: the picture after. */
  readonly next: string;
  /** Button in the dialog: the picture larger. */
  readonly zoomIn: string;
  /** Button in the dialog: the picture smaller. */
  readonly zoomOut: string;
  /** Shown in the dialog, and announced when another picture comes. `{number}`: which one; `{count}`: of how many. */
  readonly position: string;
  /** Shown and announced in place of a picture that did not come. */
  readonly loadFailed: string;
  /** Button beside it: loads the picture again. */
  readonly tryAgain: string;
  /** Button on a covered, sensitive picture: opens all that are covered in the article. `{count}`: how many they are, which decides the form. */
  readonly showAll: Message;
  /** Shown above an advertisement, and with a number its name. */
  readonly advertisement: string;
  /** The same for `kind="sponsored"`. */
  readonly sponsored: string;
  /** The same for `kind="political"`. */
  readonly politicalAdvertisement: string;
  /** Link before an advertisement: past it. */
  readonly skipAdvertisement: string;
  /** Text after an advertisement, where that link leads. */
  readonly endOfAdvertisement: string;
  /** Button: hides the advertisement. */
  readonly hideAdvertisement: string;
  /** Button that stays pressed: no other advertisement comes. */
  readonly pauseAdvertisement: string;
  /** Button: a sticky advertisement goes back to its place. */
  readonly closeAdvertisement: string;
  /** Button, and names the dialog that it opens: who advertises, who pays, and why. */
  readonly whyAdvertisement: string;
  /** In that dialog. `{name}`: who advertises. */
  readonly advertiser: string;
  /** In that dialog. `{name}`: who pays. */
  readonly paidBy: string;
  /** In that dialog: the advertisement was chosen by profiling. */
  readonly reasonProfile: string;
  /** In that dialog: it was chosen by the page. */
  readonly reasonContext: string;
  /** In that dialog: it was chosen by the place of the reader. */
  readonly reasonPlace: string;
  /** Link in that dialog, to the notice of a political advertisement. */
  readonly politicalNotice: string;
}

/** What the file of a language holds: all but the one string that comes alone, in `enlarge.ts`. */
export type Shipped = Omit<Messages, 'enlarge'>;

/** The strings for one place on a page. */
export interface MessagesAt extends Shipped {
  /** The language at that place, or `en` where nothing is written in it: for `format`. */
  readonly language: string;
}

// By the first part of the tag. Paths are literal so that bundlers find each file. Text in all of pt is Brazilian, in all of zh simplified.
const files: Record<string, () => Promise<{ readonly default: Shipped }>> = {
  ar: () => import('./languages/ar.ts'),
  bn: () => import('./languages/bn.ts'),
  de: () => import('./languages/de.ts'),
  en: () => Promise.resolve({ default: en }),
  es: () => import('./languages/es.ts'),
  fa: () => import('./languages/fa.ts'),
  fr: () => import('./languages/fr.ts'),
  he: () => import('./languages/he.ts'),
  hi: () => import('./languages/hi.ts'),
  id: () => import('./languages/id.ts'),
  it: () => import('./languages/it.ts'),
  ja: () => import('./languages/ja.ts'),
  ko: () => import('./languages/ko.ts'),
  nl: () => import('./languages/nl.ts'),
  pl: () => import('./languages/pl.ts'),
  pt: () => import('./languages/pt-BR.ts'),
  ru: () => import('./languages/ru.ts'),
  tr: () => import('./languages/tr.ts'),
  uk: () => import('./languages/uk.ts'),
  ur: () => import('./languages/ur.ts'),
  zh: () => import('./languages/zh.ts'),
};

/**
 * The strings for a place on a page, in its language. Each string is, of these, the first that there is: what the page has set
 * for the whole tag, then for shorter ones (`fr-CA`, then `fr`); Galley's own for the language; what the page has set for English;
 * Galley's English. It never rejects: where a language's file does not come, the text is English, and a later call tries again.
 */
export async function messagesAt([tag, own]: Place): Promise<MessagesAt> {
  const [language = 'en'] = locales(tag);
  const tags = language
    .toLowerCase()
    .split('-')
    .map((_, i, parts) => parts.slice(0, i + 1).join('-'));
  const [primary = 'en'] = tags;
  // What is loaded once, the browser does not load again.
  const shipped = await files[primary]?.().then(
    (file) => file.default,
    () => undefined,
  );
  const strings = {} as Record<string, Message>;
  const add = (tag: string, messages: Partial<Messages> = {}) => {
    for (const [key, message] of Object.entries(messages) as [string, Message | null][]) {
      // A page may set some strings of a language, and the rest is English: a plural keeps the rules of its own.
      if (typeof message === 'object') {
        if (message?.other) strings[key] = { language: tag, ...message };
        // An empty text would leave a button without a name.
      } else if (message) strings[key] = message;
    }
  };
  add('en', en);
  add('en', own.get('en'));
  add(primary, shipped);
  for (const each of tags) add(each, own.get(each));
  return {
    ...(strings as unknown as Shipped),
    language: shipped || tags.some((each) => own.has(each)) ? language : 'en',
  };
}

/** What `Intl` takes: it goes on to English where it does not know the language, not to the browser's own. */
function locales(language: string): string[] {
  try {
    return Intl.getCanonicalLocales([language, 'en']);
  } catch {
    return ['en'];
  }
}

/**
 * Writes a message out. A number is written as its language writes numbers; a name without a value stays as it is.
 *
 * @param message One of the strings of `messagesAt`.
 * @param language The `language` of `messagesAt`. A plural that has a language of its own goes by that.
 * @param values What stands for the names in braces. `count` decides the form of a plural.
 */
export function format(
  message: Message,
  language: string,
  values: Readonly<Record<string, string | number>>,
): string {
  const text =
    typeof message === 'string'
      ? message
      : (message[new Intl.PluralRules(locales(message.language ?? language)).select(Number(values.count))] ??
        message.other);
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return typeof value === 'number'
      ? new Intl.NumberFormat(locales(language)).format(value)
      : (value ?? whole);
  });
}
