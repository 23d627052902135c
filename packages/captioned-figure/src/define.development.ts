import { define } from '@galley/core/define.js';
import { inspect } from '@galley/core/development.js';
import { GalleyCaptionedFigure } from './captioned-figure.ts';
import { mistakes } from './mistakes.ts';

inspect('galley-captioned-figure', GalleyCaptionedFigure, mistakes);
define('galley-captioned-figure', GalleyCaptionedFigure);

export { GalleyCaptionedFigure };
