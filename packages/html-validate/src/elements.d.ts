// dist/elements.js is written by scripts/build-html-validate.mjs, from the manifest of @galley/elements.
import type { MetaDataTable } from 'html-validate';

/** What html-validate has to know of each element: its attributes with their values. */
export const metadata: MetaDataTable;

/** The names that `data-part` may have in each element. */
export const parts: Record<string, string[]>;
