// Counts the tests of a run, for the line that scripts/test.mjs closes with. Where GALLEY_COUNT names a file, the counts go there.
import { writeFileSync } from 'node:fs';

function write(passed, failed) {
  if (process.env.GALLEY_COUNT) writeFileSync(process.env.GALLEY_COUNT, JSON.stringify({ passed, failed }));
}

/** A reporter of @web/test-runner. */
export const countReporter = () => ({
  onTestRunFinished({ sessions }) {
    let [passed, failed] = [0, 0];
    const count = ({ tests = [], suites = [] }) => {
      for (const test of tests) {
        if (test.passed) passed++;
        else failed++;
      }
      suites.forEach(count);
    };
    for (const { testResults, errors = [] } of sessions) {
      failed += errors.length; // a file that does not load has no tests
      if (testResults) count(testResults);
    }
    write(passed, failed);
  },
});

/** A reporter of node:test, `--test-reporter=./scripts/test/count.mjs`. */
export default async function* nodeReporter(events) {
  let [passed, failed] = [0, 0];
  for await (const { type, data } of events) {
    if (data.details?.type === 'suite') continue;
    // What is skipped has not passed.
    if (type === 'test:pass' && data.skip === undefined && data.todo === undefined) passed++;
    else if (type === 'test:pass' || type === 'test:fail') failed++;
    yield '';
  }
  write(passed, failed);
}
