import { define } from '@galley/core/define.js';
import { GalleyRelatedStoryLink } from './related-story-link.ts';

define('galley-related-story-link', GalleyRelatedStoryLink);

declare global {
  interface HTMLElementTagNameMap {
    'galley-related-story-link': GalleyRelatedStoryLink;
  }
}

export { GalleyRelatedStoryLink };
