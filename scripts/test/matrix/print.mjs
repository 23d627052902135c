// On paper: all that the author wrote can be read, dark on white; there is no advertisement and no control; a covered picture stays covered.
import { as } from './shared/page.mjs';

export async function check(page) {
  const findings = [];
  for (const scheme of ['light', 'dark']) {
    await as(page, { media: 'print', scheme });
    findings.push(...(await page.evaluate(look)));
  }
  return [...new Set(findings)];
}

function look() {
  const { all, nameOf, isShown, texts, unreadable, contrast, rgba, withAncestors } = globalThis.matrix;
  const findings = unreadable();
  const draws = (element) => isShown(element) && element.getClientRects().length > 0;

  // The page around the story is the publisher's: a masthead need not be printed.
  const story = document.querySelector('main') ?? document.body;
  const putAway =
    '[hidden], [disabled], galley-advertisement-slot, nav, button, script, style, noscript, template, video, audio, details:not([open]) > :not(summary)';
  const ELSEWHERE = 'aside, nav, section, footer';
  const seen = texts();
  const nodes = new Set(seen.map(({ node }) => node));
  const walker = document.createTreeWalker(story, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    if (!node.data.trim() || node.parentElement.closest(putAway)) continue;
    if (node.parentElement.matches('details:not([open])')) continue;
    // A part of the page that leads elsewhere is the publisher's to leave out, as a whole.
    if (
      withAncestors(node.parentElement).some(
        (each) => each.matches(ELSEWHERE) && getComputedStyle(each).display === 'none',
      )
    )
      continue;
    if (!nodes.has(node) && !globalThis.matrix.isForTheEar(node.parentElement))
      findings.push(`"${node.data.trim().slice(0, 40)}" is not printed`);
  }

  for (const { text, element } of seen) {
    // Browsers leave grounds out and darken what was light on them (print-color-adjust: economy, CSS Color Adjustment 1, 5).
    const onGround = withAncestors(element).some((each) => {
      const { backgroundColor, printColorAdjust } = getComputedStyle(each);
      return (
        each !== document.body &&
        each !== document.documentElement &&
        printColorAdjust === 'economy' &&
        rgba(backgroundColor)[3] > 0
      );
    });
    const ratio = contrast(rgba(getComputedStyle(element).color), [255, 255, 255]);
    if (!onGround && ratio < 4.5)
      findings.push(`"${text}" (${nameOf(element)}) is ${ratio.toFixed(2)} on white`);
  }

  for (const element of all('galley-advertisement-slot, galley-advertisement-slot *, iframe')) {
    if (draws(element)) findings.push(`${nameOf(element)} is printed`);
  }
  for (const element of all('button, input, select, textarea, dialog, [role=button], [role=dialog], audio')) {
    if (draws(element)) findings.push(`${nameOf(element)} is printed`);
  }
  for (const element of all(
    '[data-part=cover]:not([open]) > :not(summary), [data-part=cover]:not([open]) img',
  )) {
    if (draws(element)) findings.push(`${nameOf(element)} is printed, though it is covered`);
  }
  return findings;
}
