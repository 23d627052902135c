import { define } from '@galley/core';
import { GalleyTimestamp } from './timestamp.ts';

define('galley-timestamp', GalleyTimestamp);

declare global {
  interface HTMLElementTagNameMap {
    'galley-timestamp': GalleyTimestamp;
  }
}

export { GalleyTimestamp };
