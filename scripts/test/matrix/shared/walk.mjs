// Goes through a page by the keyboard, as a reader does: one press of Tab after another.

/**
 * Presses Tab from the start of the page until it leaves the page. Each stop is visited once, though a video has several in itself.
 * @param {(index: number) => Promise<void> | void} [visit] Called at each stop: it is `matrix.visited[index]` in the page.
 * @param {{ back?: boolean }} [options] `back` goes from the end to the start.
 * @returns {Promise<{ count: number, trapped: string | undefined }>} `trapped` names where Tab leads no further.
 */
export async function walk(page, visit, { back = false } = {}) {
  const expected = await page.evaluate(enter, back);
  // A video has up to a dozen stops in itself.
  const limit = expected * 12 + 24;
  if (back) await page.keyboard.down('Shift');
  try {
    for (let i = 0; i < limit; i++) {
      await page.keyboard.press('Tab');
      const { index, isNew, left, trapped } = await page.evaluate(arrive);
      if (left || trapped) return { count: index + 1, trapped };
      if (isNew) await visit?.(index);
    }
    return { count: expected, trapped: 'Tab does not leave the page' };
  } finally {
    if (back) await page.keyboard.up('Shift');
    await page.evaluate(() => {
      for (const end of globalThis.matrix.ends) end.remove();
      globalThis.matrix.toStart();
    });
  }
}

/** Puts an end to both sides of the page: one to begin from, one to arrive at. What comes after the page is not the same in every browser. */
function enter(back) {
  const { matrix } = globalThis;
  matrix.toStart();
  matrix.visited = [];
  const expected = matrix.stops().length;
  matrix.ends = ['prepend', 'append'].map((put) => {
    const end = document.createElement('span');
    end.tabIndex = 0;
    end.style.position = 'fixed';
    document.body[put](end);
    return end;
  });
  matrix.ends[back ? 1 : 0].focus({ preventScroll: !back });
  return expected;
}

/** Where a press of Tab has come to. */
function arrive() {
  const { active, ends, nameOf, visited } = globalThis.matrix;
  const element = active();
  const index = visited.length - 1;
  if (!element || ends.includes(element) || element === document.body) return { index, left: true };
  if (visited.at(-1) === element) {
    // Frames and players have stops of their own, which look the same from outside.
    const isSeveral = element.matches('audio, iframe, video');
    return isSeveral ? { index } : { index, trapped: `Tab does not leave ${nameOf(element)}` };
  }
  if (visited.includes(element))
    return { index, trapped: `Tab comes back to ${nameOf(element)} before the page ends` };
  visited.push(element);
  return { index: index + 1, isNew: true };
}
