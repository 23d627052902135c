// Commands that the tests in the browser give to its driver.

/** Whether a session's browser speaks Chromium's own protocol. */
export const isChromium = ({ browser }) => /chrom/i.test(browser.name);

/**
 * `accessibility-tree`: the whole accessibility tree below the first element that a selector finds, headings and paragraphs included
 * (the runner's own `a11y-snapshot` leaves out what has children).
 */
export function accessibilityTree() {
  return {
    name: 'accessibility-tree',
    async executeCommand({ command, payload, session }) {
      if (command !== 'accessibility-tree') return undefined;
      // Only Chromium's driver gives the tree.
      if (!isChromium(session)) return { role: 'unknown' };
      const page = session.browser.getPage(session.id);
      const root = await page.$(payload.selector);
      const plain = ({ role, name, level, expanded, children }) => ({
        role,
        name,
        level,
        expanded,
        children: children?.map(plain),
      });
      return plain(await page.accessibility.snapshot({ root, interestingOnly: false }));
    },
  };
}
