/** axe-core's settings, the same in Storybook's panel and in the test of all stories. */
export const a11y = {
  test: 'error',
  // A story is a part of a page: its landmarks are the page's.
  config: { rules: [{ id: 'region', enabled: false }] },
  options: {
    runOnly: {
      type: 'tag',
      values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
    },
  },
};
