// Counts the tests of a run, for the line that scripts/test.mjs closes with, and lists them for the conformance report. Where GALLEY_COUNT names
// a file, both go there.
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** @param {{ file: string, name: string, passed: boolean }[]} tests Without suites: a suite has failed where a test of it has. */
function write(passed, failed, tests) {
  const named = tests.map(({ file, ...test }) => ({
    file: relative(root, file).replaceAll('\\', '/'),
    ...test,
  }));
  if (process.env.GALLEY_COUNT)
    writeFileSync(process.env.GALLEY_COUNT, JSON.stringify({ passed, failed, tests: named }));
}

/** A reporter of @web/test-runner. */
export const countReporter = () => ({
  onTestRunFinished({ sessions }) {
    let [passed, failed] = [0, 0];
    const listed = [];
    const count = (file, { tests = [], suites = [] }) => {
      for (const test of tests) {
        if (test.passed) passed++;
        else failed++;
        listed.push({ file, name: test.name, passed: test.passed });
      }
      for (const suite of suites) count(file, suite);
    };
    for (const { testFile, testResults, errors = [] } of sessions) {
      failed += errors.length; // a file that does not load has no tests
      if (testResults) count(testFile, testResults);
    }
    write(passed, failed, listed);
  },
});

/** A reporter of node:test, `--test-reporter=./scripts/test/count.mjs`. */
export default async function* nodeReporter(events) {
  let [passed, failed] = [0, 0];
  const listed = [];
  for await (const { type, data } of events) {
    if (data.details?.type === 'suite') continue;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // What is skipped has not passed.
    const isPassed = type === 'test:pass' && data.skip === undefined && data.todo === undefined;
    if (isPassed) passed++;
    else failed++;
    if (data.file) listed.push({ file: data.file, name: data.name, passed: isPassed });
    yield '';
  }
  write(passed, failed, listed);
}
