/**
 * Registers all Galley elements. It exports their classes too, because some bundlers drop an import for its side effects
 * until something of it is used; and `setMessages`, for a page without a bundler.
 * @module
 */
export { GalleyAdvertisementSlot } from '@galley/advertisement-slot/define.js';
export { GalleyCaptionedFigure } from '@galley/captioned-figure/define.js';
export { GalleyHeadlineBlock } from '@galley/headline-block/define.js';
export { GalleyRelatedStoryLink } from '@galley/related-story-link/define.js';
export { GalleySectionLabel } from '@galley/section-label/define.js';
export { GalleyTimestamp } from '@galley/timestamp/define.js';
export { setMessages } from '@galley/core/set-messages.js';
