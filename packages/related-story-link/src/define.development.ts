import { define } from '@galley/core/define.js';
import { inspect } from '@galley/core/development.js';
import { GalleyRelatedStoryLink } from './related-story-link.ts';
import { mistakes } from './mistakes.ts';

inspect('galley-related-story-link', GalleyRelatedStoryLink, mistakes);
define('galley-related-story-link', GalleyRelatedStoryLink);

export { GalleyRelatedStoryLink };
