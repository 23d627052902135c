// WCAG 2.2, 1.4.3 and 1.4.11: every text on every ground it is set on, in each theme, light and dark.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schemes, themes, tokens } from '../dist/tokens.js';

const value = (id, theme, scheme) => tokens.find((token) => token.id === id).values[theme][scheme];

/** Of #rgb and #rrggbb. */
function luminance(hex) {
  const digits = hex.length === 4 ? hex.replaceAll(/\w/g, '$&$&') : hex;
  assert.match(digits, /^#[\da-f]{6}$/);
  const [r, g, b] = [1, 3, 5]
    .map((at) => parseInt(digits.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test('contrast is what WCAG says it is', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
});

const pillars = tokens.filter(({ pillar }) => pillar).map(({ id }) => id);
const text = ['color.ink', 'color.quiet', ...pillars];
const grounds = ['color.paper', 'color.ground'];

const pairs = [
  ...text.flatMap((id) => grounds.map((ground) => [id, ground, 4.5])),
  ...pillars.map((id) => ['color.on-accent', id, 4.5]),
  ...grounds.map((ground) => ['color.focus-ring', ground, 3]),
];

for (const theme of themes) {
  for (const scheme of schemes) {
    test(`${theme}, ${scheme}: ${pairs.length} pairs`, () => {
      assert.equal(pillars.length, 6);
      for (const [id, ground, least] of pairs) {
        const ratio = contrast(value(id, theme, scheme), value(ground, theme, scheme));
        assert.ok(ratio >= least, `${id} on ${ground} is ${ratio.toFixed(2)}`);
      }
    });
  }
}
