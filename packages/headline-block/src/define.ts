import { define } from '@galley/core/define.js';
import { GalleyHeadlineBlock } from './headline-block.ts';

define('galley-headline-block', GalleyHeadlineBlock);

declare global {
  interface HTMLElementTagNameMap {
    'galley-headline-block': GalleyHeadlineBlock;
  }
}

export { GalleyHeadlineBlock };
