import { define } from '@galley/core/define.js';
import { GalleyCaptionedFigure } from './captioned-figure.ts';

define('galley-captioned-figure', GalleyCaptionedFigure);

declare global {
  interface HTMLElementTagNameMap {
    'galley-captioned-figure': GalleyCaptionedFigure;
  }
}

export { GalleyCaptionedFigure };
