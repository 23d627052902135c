import { format, messagesAt, type Place } from '@galley/core/messages.js';
import { numberOf, type Figure } from './series.ts';
import { controlsOf } from './states.styles.ts';

/** Names the button that enlarges the picture in the language around it, and puts it on the picture where the caption is on top. */
export async function updateButton(host: Figure, place: Place): Promise<void> {
  const button = controlsOf(host).querySelector<HTMLElement>('[part=zoom-button]');
  if (!button) return;
  button.classList.toggle('last', Boolean(host.querySelector('figcaption + *')));
  const { enlarge, language } = await messagesAt(place);
  button.lang = language;
  button.ariaLabel = format(enlarge, language, { number: numberOf(host) });
}
