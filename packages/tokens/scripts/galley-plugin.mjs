// Gives what Terrazzo resolved its final shape: short CSS with light-dark(), a file a theme, and a module listing all.

const themes = ['broadsheet', 'tabloid', 'magazine'];
const schemes = ['light', 'dark'];
export const languages = { arabic: ['ar', 'fa', 'ur'], hebrew: ['he', 'yi'] };
const scripts = ['latin', ...Object.keys(languages)];

export const permutations = themes.flatMap((theme) =>
  schemes.flatMap((scheme) => scripts.map((script) => ({ theme, scheme, script }))),
);

/** `color.paper` is `--galley-paper`; every pillar sets the one accent; `….min` and `….max` make one fluid length. */
export function property({ id }) {
  const name = id.replace(/^(color|light|dark)\./, '').replace(/^pillar\..*/, 'accent');
  return `--galley-${name.replace(/\.(min|max)$/, '').replaceAll('.', '-')}`;
}

const round = (number) => Number(number.toFixed(3));

/** A length growing from `min` at 320 px to `max` at 1280 px. Its rem part keeps growing with the reader's text size. */
function fluid(min, max) {
  const [from, to] = [min, max].map(parseFloat);
  const slope = (to - from) / (80 - 20); // a rem a rem of page
  return `clamp(${min}, ${round(from - slope * 20)}rem + ${round(slope * 100)}vi, ${max})`;
}

/** Value by token id in one permutation; the two ends of a fluid length are one token. */
function valuesOf(getTransforms, input) {
  const printed = getTransforms({ format: 'css', input }).filter(({ id }) => !/^(light|dark)\./.test(id));
  const values = Object.fromEntries(printed.map(({ id, value }) => [id, value]));
  for (const id in values)
    if (typeof values[id] !== 'string') throw new Error(`${id} is outside sRGB: lower its chroma`);
  for (const id of Object.keys(values).filter((key) => key.endsWith('.min'))) {
    const stem = id.slice(0, -4);
    values[stem] = fluid(values[id], values[`${stem}.max`]);
    delete values[id];
    delete values[`${stem}.max`];
  }
  return values;
}

const block = (selector, lines) => `${selector} {\n${lines.map((line) => `  ${line};\n`).join('')}}\n`;

export default function galley() {
  return {
    name: 'galley',
    async build({ getTransforms, tokens, outputFile }) {
      const values = new Map(
        permutations.map((input) => [Object.values(input).join(), valuesOf(getTransforms, input)]),
      );
      const at = (id, theme, scheme = 'light', script = 'latin') =>
        values.get([theme, scheme, script].join())[id];
      const inCSS = (id, theme, script) => {
        const [light, dark] = schemes.map((scheme) => at(id, theme, scheme, script));
        return light === dark ? light : `light-dark(${light}, ${dark})`;
      };
      const declare = (ids, theme, script) =>
        ids.map((id) => `${property({ id })}: ${inCSS(id, theme, script)}`);

      const all = Object.keys(values.get('broadsheet,light,latin'));
      // News first: it also resets the accent on every theme, which must not undo a pillar named on the same element.
      const isPillar = (id) => id.startsWith('color.pillar.');
      const pillars = [
        'color.pillar.news',
        ...all.filter((id) => isPillar(id) && id !== 'color.pillar.news'),
      ];
      const plain = all.filter((id) => !isPillar(id));
      // Every theme sets all that any theme changes, so that a theme inside another leaves nothing of it behind.
      const themed = plain.filter((id) =>
        themes.some((theme) => inCSS(id, theme) !== inCSS(id, 'broadsheet')),
      );
      const shared = plain.filter((id) => !themed.includes(id));
      const changedBy = (script) =>
        plain.filter((id) => inCSS(id, 'broadsheet', script) !== inCSS(id, 'broadsheet'));
      outputFile(
        'tokens.css',
        [
          block(':where(:root)', ['color-scheme: light dark', ...declare(shared, 'broadsheet')]),
          block(':where(:root, [data-theme="broadsheet"])', declare(themed, 'broadsheet')),
          ...pillars.map((id) => {
            const name = id.split('.').pop();
            const where = name === 'news' ? ':root, [data-theme], [pillar="news"]' : `[pillar="${name}"]`;
            return block(`:where(${where})`, declare([id], 'broadsheet'));
          }),
          ...schemes.map((scheme) =>
            block(`:where([data-color-scheme="${scheme}"])`, [`color-scheme: ${scheme}`]),
          ),
          // Paper is white, whatever the screen was.
          '@media print {\n  :where(:root, [data-color-scheme]) {\n    color-scheme: light;\n  }\n}\n',
        ].join('\n'),
      );
      for (const theme of themes.slice(1)) {
        outputFile(`theme-${theme}.css`, block(`:where([data-theme="${theme}"])`, declare(themed, theme)));
      }
      // What a script needs comes with its faces, for the pages that use it; build-fonts.mjs adds those. A rank above the
      // themes', in whatever order the files are linked: an Arabic page keeps its faces in every theme.
      for (const [script, tags] of Object.entries(languages)) {
        // One :lang() a language: Chromium knows no lists.
        const spoken = tags.map((tag) => `:lang(${tag})`).join(', ');
        const where = `:where(:root, [lang], [data-theme]):is(${spoken})`;
        outputFile(`fonts-${script}.css`, block(where, declare(changedBy(script), 'broadsheet', script)));
      }

      const list = all.map((id) => {
        const { $type, $description } = tokens[id] ?? tokens[`${id}.max`];
        // What stands for another token is shown as that token's value.
        const shown = (theme, scheme) => {
          const alias = /^var\((.+)\)$/.exec(at(id, theme, scheme))?.[1];
          return at(alias ? all.find((other) => property({ id: other }) === alias) : id, theme, scheme);
        };
        const byScheme = (theme) =>
          Object.fromEntries(schemes.map((scheme) => [scheme, shown(theme, scheme)]));
        const changed = Object.keys(languages).filter((script) => changedBy(script).includes(id));
        return {
          id,
          property: property({ id }),
          ...(isPillar(id) && { pillar: id.split('.').pop() }),
          type: $type,
          description: $description,
          values: Object.fromEntries(themes.map((theme) => [theme, byScheme(theme)])),
          scripts: Object.fromEntries(
            changed.map((script) => [script, at(id, 'broadsheet', 'light', script)]),
          ),
        };
      });
      const exported = { themes, schemes, languages, tokens: list };
      outputFile(
        'tokens.js',
        Object.entries(exported)
          .map(([name, value]) => `export const ${name} = ${JSON.stringify(value, null, 2)};\n`)
          .join('\n'),
      );
    },
  };
}
