import { enlargeAt } from '@galley/core/enlarge.js';
import type { Place } from '@galley/core/messages.js';

/** Names the button that enlarges the picture in the language around it, or with the page's own words. */
export function update(host: Element, place: Place, number: number): void {
  const button = host.shadowRoot?.querySelector<HTMLElement>('[part=zoom-button]');
  if (!button) return;
  const { text, language } = enlargeAt(place, number);
  button.lang = language;
  button.ariaLabel = text;
}
