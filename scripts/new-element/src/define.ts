import { define } from '@galley/core/define.js';
import { Galley__Class__ } from './__name__.ts';

define('galley-__name__', Galley__Class__);

declare global {
  interface HTMLElementTagNameMap {
    'galley-__name__': Galley__Class__;
  }
}

export { Galley__Class__ };
