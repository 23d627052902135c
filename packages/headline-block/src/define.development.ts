import { define } from '@galley/core/define.js';
import { inspect } from '@galley/core/development.js';
import { GalleyHeadlineBlock } from './headline-block.ts';
import { mistakes } from './mistakes.ts';

inspect('galley-headline-block', GalleyHeadlineBlock, mistakes);
define('galley-headline-block', GalleyHeadlineBlock);

export { GalleyHeadlineBlock };
