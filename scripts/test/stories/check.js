// Shows every story of the built Storybook in one iframe, and reads what Storybook's own addon-a11y reports of it from the
// event `storyFinished`: its panel and this test show the same violations, with the story's own `parameters.a11y`.
import { executeServerCommand } from '@web/test-runner-commands';

const ROOT = '/storybook-static/';

/** Opens Storybook's preview. No story is named, so the last that it does at its start is to send that one is missing. */
async function openPreview(globals) {
  const frame = document.createElement('iframe');
  frame.title = 'Story';
  frame.width = 780;
  frame.height = 580;
  frame.src = `${ROOT}iframe.html?viewMode=story`;
  const started = new Promise((resolve) => {
    addEventListener('message', function listener({ source, data }) {
      if (source !== frame.contentWindow || !String(data).includes('"type":"storyMissing"')) return;
      removeEventListener('message', listener);
      resolve();
    });
  });
  document.body.append(frame);
  await started;
  // In the address they would not be taken: that is for a story alone.
  const channel = frame.contentWindow.__STORYBOOK_ADDONS_CHANNEL__;
  const updated = new Promise((resolve) => channel.once('globalsUpdated', resolve));
  channel.emit('updateGlobals', { globals });
  await updated;
  return frame;
}

/** Shows a story, and waits until it has been checked or has failed. */
function show(frame, storyId) {
  const channel = frame.contentWindow.__STORYBOOK_ADDONS_CHANNEL__;
  const failures = [
    'storyErrored',
    'storyThrewException',
    'playFunctionThrewException',
    'unhandledErrorsWhilePlaying',
  ];
  return new Promise((resolve, reject) => {
    const listeners = {
      storyFinished: (result) => {
        if (result.storyId === storyId) settle(resolve, result);
      },
      storyMissing: (id) => {
        if (id === storyId) settle(reject, new Error('The story is missing from the build.'));
      },
    };
    for (const event of failures) {
      listeners[event] = (error) =>
        settle(reject, new Error(`${event}: ${JSON.stringify(error)} ${error?.message ?? ''}`));
    }
    const settle = (end, value) => {
      for (const [event, listener] of Object.entries(listeners)) channel.off(event, listener);
      end(value);
    };
    for (const [event, listener] of Object.entries(listeners)) channel.on(event, listener);
    channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
  });
}

/**
 * axe reads `-webkit-text-fill-color`, which Chromium reports as the author's in forced colours although it paints the
 * reader's: a contrast counts only where axe's colour of the text is the one that is painted.
 */
const isPainted = (frame, { target, any }) => {
  const { document, getComputedStyle } = frame.contentWindow;
  const probe = document.createElement('i');
  probe.style.color = any[0].data.fgColor;
  return getComputedStyle(document.querySelector(target[0])).color === probe.style.color;
};

const inForcedColors = (frame, violations) =>
  violations
    .map((each) =>
      each.id === 'color-contrast'
        ? { ...each, nodes: each.nodes.filter((node) => isPainted(frame, node)) }
        : each,
    )
    .filter(({ nodes }) => nodes.length);

const describeViolation = ({ id, impact, help, nodes }) =>
  [
    `${id} (${impact}): ${help}`,
    ...nodes.map(({ target, failureSummary }) => `  ${target.join(' ')}\n  ${failureSummary}`),
  ].join('\n');

/**
 * A test for each story.
 *
 * @param {string} name
 * @param {Record<string, string>} globals The toolbar's choices.
 * @param {Record<string, string>} [features] Media features to emulate.
 */
export async function checkStories(name, globals, features = {}) {
  const { entries } = await (await fetch(`${ROOT}index.json`)).json();
  const stories = Object.values(entries).filter(({ type }) => type === 'story');

  describe(name, () => {
    let frame;
    before(async () => {
      // Without motion, because Storybook waits for animations to end: five seconds for a live label.
      await executeServerCommand('media', { 'prefers-reduced-motion': 'reduce', ...features });
      frame = await openPreview(globals);
    });
    after(async () => {
      frame.remove();
      // The test runner uses the page again for the next file.
      await executeServerCommand('media', {});
    });

    it('has stories to check', () => {
      if (!stories.length) throw new Error('The built Storybook has no stories.');
    });

    for (const story of stories) {
      it(`${story.title}: ${story.name}`, async () => {
        const { status, reporters } = await show(frame, story.id);
        const report = reporters.find(({ type }) => type === 'a11y');
        if (!report) throw new Error('addon-a11y made no report: is it switched off for this story?');
        if (report.status === 'passed' && status !== 'success')
          throw new Error(`The story ended with "${status}".`);
        const { violations, error } = report.result;
        if (!violations) throw new Error(`axe failed: ${error}`);
        const found = 'forced-colors' in features ? inForcedColors(frame, violations) : violations;
        if (found.length) throw new Error(found.map(describeViolation).join('\n'));
      });
    }
  });
}
