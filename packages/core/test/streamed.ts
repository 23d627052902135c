// An inspected element for a page that comes in piece by piece: see core.test.ts.
import { ReactiveElement } from '@lit/reactive-element';
import { inspect } from '../src/development.ts';

class Streamed extends ReactiveElement {
  static readonly version = '1.2.3';
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
inspect('galley-test-streamed', Streamed, function* (host) {
  if (!host.textContent) yield 'it has no text. Write some.';
});
customElements.define('galley-test-streamed', Streamed);
