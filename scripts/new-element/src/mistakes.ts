import { unknownValue } from '@galley/core/development.js';

/** What authors get wrong in a __title__. */
export function* mistakes(host: HTMLElement): Generator<string> {
  yield* unknownValue(host, 'appearance', ['text', 'box']);
  if (!host.textContent.trim()) yield 'it is empty. Write the text inside: <p>The sea came in.</p>.';
}
