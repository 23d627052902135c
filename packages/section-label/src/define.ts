import { define } from '@galley/core/define.js';
import { GalleySectionLabel } from './section-label.ts';

define('galley-section-label', GalleySectionLabel);

declare global {
  interface HTMLElementTagNameMap {
    'galley-section-label': GalleySectionLabel;
  }
}

export { GalleySectionLabel };
