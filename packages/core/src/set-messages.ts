import type { Messages } from './messages.ts';

/** What pages have set, by language tag in lower case. It is read when a text is needed, so this module may be all that a page loads at first. */
export const custom = new Map<string, Partial<Messages>>();

/**
 * Sets strings of the elements in a language, over those that Galley has, or in a language that it does not have. What was set before
 * for that language stays where it is not set again. Elements show it with their next render.
 *
 * @param language A language tag, as it stands in `lang`: `fr`, `fr-CA`. Text in `fr-CA` takes what is set for `fr` too.
 * @param messages Plain text by key, never HTML.
 */
export function setMessages(language: string, messages: Partial<Messages>): void {
  language = language.toLowerCase();
  custom.set(language, { ...custom.get(language), ...messages });
}
