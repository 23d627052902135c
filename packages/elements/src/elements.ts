/**
 * The classes of all Galley elements, and the types of their events. Importing this module registers nothing; `@galley/elements/define.js` registers them.
 * @module
 */
export type * from '@galley/advertisement-slot';
export type * from '@galley/captioned-figure';
export { GalleyAdvertisementSlot } from '@galley/advertisement-slot';
export { GalleyCaptionedFigure } from '@galley/captioned-figure';
export { GalleyHeadlineBlock } from '@galley/headline-block';
export { GalleyRelatedStoryLink } from '@galley/related-story-link';
export { GalleySectionLabel } from '@galley/section-label';
export { GalleyTimestamp } from '@galley/timestamp';
