import type { MetaDataTable, Plugin } from 'html-validate';
import { adSizes } from './rules/ad-sizes.ts';
import { captionInFigure } from './rules/caption-in-figure.ts';
import { captionedAlt } from './rules/captioned-alt.ts';
import { coverSummary } from './rules/cover-summary.ts';
import { creditInCaption } from './rules/credit-in-caption.ts';
import { credit } from './rules/credit.ts';
import { datetime } from './rules/datetime.ts';
import { dekParagraph } from './rules/dek-paragraph.ts';
import { imageFirst } from './rules/image-first.ts';
import { imageLink } from './rules/image-link.ts';
import { kickerApart } from './rules/kicker-apart.ts';
import { knownPart } from './rules/known-part.ts';
import { labelLinks } from './rules/label-links.ts';
import { oneCaption } from './rules/one-caption.ts';
import { oneHeading } from './rules/one-heading.ts';
import { oneLink } from './rules/one-link.ts';
import { oneTime } from './rules/one-time.ts';
import { pictureSize } from './rules/picture-size.ts';
import { portraitAlt } from './rules/portrait-alt.ts';
import { refreshInterval } from './rules/refresh-interval.ts';
import { timeText } from './rules/time-text.ts';

/** What html-validate's own metadata says otherwise than Galley's contract, or than ARIA. */
const html: MetaDataTable = {
  // A content management system may wrap the caption in a div.
  figcaption: { flow: (node) => Boolean(node.closest('galley-captioned-figure')) },
  // Inside an article, an aside is a landmark only where it has a name.
  aside: {
    aria: {
      implicitRole: (node) =>
        node.hasAttribute('aria-label') ||
        node.hasAttribute('aria-labelledby') ||
        !node.closest('article, nav, section')
          ? 'complementary'
          : 'generic',
    },
  },
};

/** Makes the plugin from what the build has read of the manifest. */
export function createPlugin({
  metadata,
  parts,
}: {
  metadata: MetaDataTable;
  parts: Record<string, string[]>;
}): Plugin {
  const rules = {
    'galley/ad-sizes': adSizes,
    'galley/caption-in-figure': captionInFigure,
    'galley/captioned-alt': captionedAlt,
    'galley/cover-summary': coverSummary,
    'galley/credit': credit,
    'galley/credit-in-caption': creditInCaption,
    'galley/datetime': datetime,
    'galley/dek-paragraph': dekParagraph,
    'galley/image-first': imageFirst,
    'galley/image-link': imageLink,
    'galley/kicker-apart': kickerApart,
    'galley/known-part': knownPart(parts),
    'galley/label-links': labelLinks,
    'galley/one-caption': oneCaption,
    'galley/one-heading': oneHeading,
    'galley/one-link': oneLink,
    'galley/one-time': oneTime,
    'galley/picture-size': pictureSize,
    'galley/portrait-alt': portraitAlt,
    'galley/refresh-interval': refreshInterval,
    'galley/time-text': timeText,
  };
  return {
    name: '@galley/html-validate',
    rules,
    configs: {
      recommended: {
        elements: ['html5', html, metadata],
        rules: {
          ...Object.fromEntries(Object.keys(rules).map((name) => [name, 'error' as const])),
          // What html-validate finds by itself: an unknown value, two captions, a cover without summary, heading order, a missing alt.
          'attribute-allowed-values': 'error',
          'element-permitted-occurrences': 'error',
          'element-required-content': 'error',
          'heading-level': 'error',
          'wcag/h37': 'error',
          // WebKit needs the role of a list without marks, which html-validate takes for redundant.
          'no-redundant-role': ['error', { exclude: ['list'] }],
        },
      },
    },
  };
}
