// The conformance report names all criteria, and no test that there is not: planted, it is found.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { criteria } from '../conformance/criteria.mjs';
import { problemsOf } from '../conformance.mjs';

/** WCAG 2.2. What is in 2.1 and no longer in 2.2, 4.1.1, is among what EN 301 549 asks. */
const A =
  '1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 ' +
  '3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2';
const AA =
  '1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 ' +
  '3.3.8 4.1.3';

for (const [level, numbers] of Object.entries({ A, AA })) {
  test(`every criterion of level ${level} is there, once`, () => {
    const found = criteria.filter((each) => each.level === level).map(({ number }) => number);
    assert.deepEqual(found, numbers.split(' '));
  });
}

test('what is supported is shown by a test, or says that no test can', () => {
  const without = criteria.filter(
    ({ result, remarks, tests }) =>
      /supports$/i.test(result) && !tests.length && !remarks.includes('no test can'),
  );
  assert.deepEqual(without, []);
});

describe('a test that is named', () => {
  const sane = criteria.find(({ number }) => number === '1.4.10');
  const naming = (...tests) => problemsOf([{ ...sane, tests }]);
  const zoomed = 'scripts/test/zoom.test.mjs: all is there at 320 by 480 with text of 200%';

  test('is there', () => assert.deepEqual(problemsOf(criteria), []));

  for (const [what, planted] of [
    ['that was renamed', `${zoomed}, and more`],
    ['in a file that has gone', 'scripts/test/gone.test.mjs: all is there at 320 by 480 with text of 200%'],
    [
      'that stands in another file',
      'scripts/test/noscript.test.mjs: all is there at 320 by 480 with text of 200%',
    ],
    ['that is a word of a title', 'scripts/test/zoom.test.mjs: all is there'],
    ['of a check that has gone', 'scripts/test/matrix/matrix.test.mjs: gone'],
    ['of a tree that has gone', 'scripts/test/trees.test.mjs: gone'],
  ]) {
    test(`is found where it is one ${what}`, () => {
      assert.deepEqual(naming(zoomed, planted), [`1.4.10: there is no test ${planted}`]);
    });
  }

  const results = (...passed) =>
    passed.map((each, index) => ({
      file: 'scripts/test/noscript.test.mjs',
      name: `/story/${index} opens by a click, and closes by another`,
      passed: each,
    }));
  const covers = 'scripts/test/noscript.test.mjs: ${path} opens by a click, and closes by another';
  const problemsWith = (run) => problemsOf([{ ...sane, tests: [covers] }], run);

  test('must have passed, for each value in its title', () => {
    assert.deepEqual(problemsWith(results(true, true)), []);
    assert.deepEqual(problemsWith(results(true, false)), [`1.4.10: has failed: ${covers}`]);
  });

  test('must have been run', () => {
    assert.deepEqual(problemsWith([]), [`1.4.10: was not run: ${covers}`]);
  });
});
