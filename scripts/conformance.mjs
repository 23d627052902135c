// The conformance report: docs/conformance.md, written from what scripts/conformance/criteria.mjs says of each criterion. With --check nothing is
// written, and a report that is out of date fails. A criterion that names a test that there is not fails in either case; with --results, after
// a run of the tests, so does one whose test has failed or was not run.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { criteria, NOT, NOT_APPLICABLE, PARTIALLY, SUPPORTS } from './conformance/criteria.mjs';
import { root } from './run.mjs';

const REPORT = 'docs/conformance.md';

/** Files whose titles are made elsewhere: the file where they stand. */
const WRITTEN_IN = { 'scripts/test/stories/light.test.js': 'scripts/test/stories/check.js' };
/** Files that have a test for each file of a folder, by its name. */
const NAMED_BY = {
  'scripts/test/keyboard.test.mjs': (title) => `scripts/test/keyboard/${title}.md`,
  'scripts/test/matrix/matrix.test.mjs': (title) => `scripts/test/matrix/${title}.mjs`,
  'scripts/test/trees.test.mjs': (title) => `scripts/test/trees/${title}.txt`,
};

/** Files in which one test is of several such files: its name. */
const RUN_AS = { 'scripts/test/trees.test.mjs': (title) => title.split(', ')[0] };

/** What a title looks like as it runs: values stand in place of their names. */
const asRun = (title) =>
  new RegExp(
    `^${title
      .split(/\$\{[^}]*\}/)
      .map((text) => RegExp.escape(text))
      .join('[^]*')}$`,
  );

/** The titles that stand in a file, in any quotes. */
const titlesIn = (source) =>
  [...source.matchAll(/(?:^|\W)(?:test|describe|it\w*)\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gsu)].map(
    ([, , title]) => title.replaceAll(/\\(['"`])/g, '$1'),
  );

function isThere(file, title) {
  const source = join(root, WRITTEN_IN[file] ?? file);
  if (!existsSync(source) || !existsSync(join(root, file))) return false;
  if (NAMED_BY[file]) return existsSync(join(root, NAMED_BY[file](title)));
  return titlesIn(readFileSync(source, 'utf8')).includes(title);
}

/** @param {string} test `FILE: TITLE`. */
const split = (test) => [test.slice(0, test.indexOf(': ')), test.slice(test.indexOf(': ') + 2)];

/**
 * What is wrong with the criteria, a sentence each.
 * @param {typeof criteria} list
 * @param {{ file: string, name: string, passed: boolean }[]} [results] What was run, where it is known.
 */
export function problemsOf(list, results) {
  const problems = [];
  for (const { number, result, remarks, tests } of list) {
    if (![SUPPORTS, PARTIALLY, NOT, NOT_APPLICABLE].includes(result))
      problems.push(`${number}: no result ${result}`);
    if (!remarks) problems.push(`${number}: no remarks`);
    for (const test of tests) {
      const [file, title] = split(test);
      if (!isThere(file, title)) {
        problems.push(`${number}: there is no test ${test}`);
        continue;
      }
      if (!results) continue;
      const run = results.filter(
        (each) => each.file === file && asRun(RUN_AS[file]?.(title) ?? title).test(each.name),
      );
      if (!run.length) problems.push(`${number}: was not run: ${test}`);
      else if (run.some(({ passed }) => !passed)) problems.push(`${number}: has failed: ${test}`);
    }
  }
  return problems;
}

/** EN 301 549 has the criteria of WCAG 2.1 as clauses of its chapter 9; those of 2.2 have none yet. */
const SINCE_22 = new Set(['2.4.11', '2.5.7', '2.5.8', '3.2.6', '3.3.7', '3.3.8']);
const clauseOf = (number) => (SINCE_22.has(number) ? 'none yet' : `9.${number}`);

const showTest = (test) => {
  const [file, title] = split(test);
  return `\`${title}\` in \`${file}\``;
};

/** The report, as Markdown. */
export function report(list) {
  const row = ({ number, name, result, remarks, tests }) =>
    `| ${number} ${name} | ${clauseOf(number)} | ${result} | ${remarks} | ${tests.map(showTest).join('<br>') || 'none'} |`;
  const table = (level) => `| Criterion | EN 301 549 | Conformance | Remarks | Shown by |
| --- | --- | --- | --- | --- |
${list
  .filter((each) => each.level === level)
  .map(row)
  .join('\n')}`;
  const count = (result) => list.filter((each) => each.result === result).length;
  const { version } = JSON.parse(readFileSync(join(root, 'packages/elements/package.json'), 'utf8'));
  return `<!-- Written by scripts/conformance.mjs from scripts/conformance/criteria.mjs. -->

# Accessibility conformance report

In the form of VPAT 2.5, international edition, for the tables of WCAG 2.2 and of chapter 9 (Web) of EN 301 549 V3.2.1.

- **Product**: Galley ${version}, web components for news articles: \`@galley/elements\`.
- **Evaluated**: every story of every element, and the pages of the newsroom.
- **By**: the tests of this repository, in Chromium, and the elements' own in Firefox and WebKitGTK too; axe-core on every story; Orca in Firefox and
  Chromium. [Screen readers](screen-readers.md) says what was heard, and what was not tried: VoiceOver, NVDA, JAWS and TalkBack were not run.
- **Not evaluated**: by people with disabilities, or by anyone from outside.

A criterion is met by a page as a whole. What stands here is what the elements do in it. The words, pictures, headings and media in them are the author's,
colours may be the publisher's, and what is in an advertiser's frame is the advertiser's: the remarks say where that matters.

**Supports**: at least one way of using it meets the criterion, without known defects. **Partially supports**: something does not. **Does not support**:
most does not. **Not applicable**: it is about what the elements do not have. Of ${list.length} criteria, ${count(SUPPORTS)} are supported,
${count(PARTIALLY)} partially, ${count(NOT)} not; ${count(NOT_APPLICABLE)} do not apply.

Each test named below is there: a report that names another is not written. In CI each of them has been run and has passed.

## Level A

${table('A')}

## Level AA

${table('AA')}

## EN 301 549, chapter 9, what else it asks

| Clause | Conformance | Remarks |
| --- | --- | --- |
| 9.4.1.1 Parsing | ${SUPPORTS} | In WCAG 2.1, and dropped from 2.2; by W3C's errata it is met by any HTML. Ids are unique all the same: the check \`ids\` of the matrix. |
| 9.6 WCAG conformance requirements | ${NOT_APPLICABLE} | They are asked of full pages and complete processes, which are the publisher's. Without script, all content of an article is there. |

Chapters 4 to 8 and 10 to 13 were not evaluated.
`;
}

/** What the last run of the tests has left in .cache. */
const readResults = () =>
  globSync('.cache/count-*.json', { cwd: root }).flatMap(
    (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).tests ?? [],
  );

if (import.meta.main) {
  const problems = problemsOf(criteria, process.argv.includes('--results') ? readResults() : undefined);
  const text = report(criteria);
  const file = join(root, REPORT);
  if (!problems.length && !process.argv.includes('--check')) writeFileSync(file, text);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text)
    problems.push(`${REPORT} is out of date: npx node scripts/conformance.mjs`);
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length ? 1 : 0;
}
