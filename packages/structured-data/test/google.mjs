// What Google documents, as a table: a property, whether it is required, and what it holds.
const isText = (value) => typeof value === 'string' && value.trim() === value && value !== '';
const isWebAddress = (value) => isText(value) && /^https?:\/\/[^\s<>"]+$/.test(value) && URL.canParse(value);
// A date alone, or a date and time with its zone: Google takes a time without one as its own.
const isMoment = (value) =>
  /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(value) && !isNaN(Date.parse(value));
const every = (value, holds) => Array.isArray(value) && value.length > 0 && value.every(holds);
const isNamed = (value) => ['Person', 'Organization'].includes(value?.['@type']) && isText(value.name);

/**
 * https://developers.google.com/search/docs/appearance/structured-data/article: no property is required, these are recommended.
 * `jobTitle` stands in its advice on authors.
 */
export const ARTICLE = [
  ['author', 'recommended', (value) => every(value, isNamed)],
  ['author.name', 'recommended', isText],
  ['author.url', 'recommended', isWebAddress],
  ['author.jobTitle', 'optional', isText],
  ['dateModified', 'recommended', isMoment],
  ['datePublished', 'recommended', isMoment],
  ['headline', 'recommended', isText],
  ['image', 'recommended', (value) => every(value, (image) => image['@type'] === 'ImageObject')],
];

/**
 * https://developers.google.com/search/docs/appearance/structured-data/image-license-metadata: contentUrl is required, and one of four.
 */
export const IMAGE = [
  ['contentUrl', 'required', isWebAddress],
  ['creator', 'one of', isNamed],
  ['creditText', 'one of', isText],
  ['copyrightNotice', 'one of', isText],
  ['license', 'one of', isWebAddress],
  ['acquireLicensePage', 'recommended', isWebAddress],
];

const valuesAt = (data, path) =>
  path
    .split('.')
    .reduce(
      (values, key) =>
        values.flatMap((value) => (Array.isArray(value) ? value : [value])).map((value) => value[key]),
      [data],
    );

/** What is wrong, and what is missing of what is required or recommended. */
export function check(data, table) {
  const wrong = [];
  const missing = [];
  for (const [path, rank, holds] of table) {
    // A part of what is missing is not missing once more.
    const [parent] = path.split('.');
    const values = data[parent] === undefined ? [undefined] : valuesAt(data, path);
    for (const value of values) {
      if (value === undefined) {
        if (rank !== 'optional' && rank !== 'one of') missing.push(path);
      } else if (!holds(value)) wrong.push(path);
    }
  }
  const choice = table.filter(([, rank]) => rank === 'one of').map(([path]) => path);
  if (choice.length && !choice.some((path) => data[path] !== undefined)) missing.push(choice.join(' or '));
  return { wrong, missing: [...new Set(missing)] };
}
