import { define } from '@galley/core/define.js';
import { inspect } from '@galley/core/development.js';
import { GalleySectionLabel } from './section-label.ts';
import { mistakes } from './mistakes.ts';

inspect('galley-section-label', GalleySectionLabel, mistakes);
define('galley-section-label', GalleySectionLabel);

export { GalleySectionLabel };
