import { define } from '@galley/core/define.js';
import { GalleyTimestamp } from './timestamp.ts';

define('galley-timestamp', GalleyTimestamp);

declare global {
  interface HTMLElementTagNameMap {
    'galley-timestamp': GalleyTimestamp;
  }
}

export { GalleyTimestamp };
