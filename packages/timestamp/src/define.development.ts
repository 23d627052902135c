import { define } from '@galley/core/define.js';
import { inspect } from '@galley/core/development.js';
import { GalleyTimestamp } from './timestamp.ts';
import { mistakes } from './mistakes.ts';

inspect('galley-timestamp', GalleyTimestamp, mistakes);
define('galley-timestamp', GalleyTimestamp);

export { GalleyTimestamp };
