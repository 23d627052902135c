/** What every element promises, as tests: the package's own tests say what it is tried on. */
import { assert } from 'chai';
import {
  assertHeard,
  dedent,
  find,
  open,
  outline,
  painted,
  pictured,
  places,
  show,
  storiesOf,
  unseen,
  updated,
  violations,
} from './fixture.ts';

export interface Subject {
  /** The package's name, without the scope. */
  readonly name: string;
  /** The module of its stories. */
  readonly stories: object;
  /** What a screen reader is given of each story. */
  readonly heard: Readonly<Record<string, string | ((html: string) => string)>>;
  /** Texts that each story does not show, where there are any. */
  readonly unseen?: Readonly<Record<string, (html: string) => readonly string[]>>;
  /** What an author writes inside. */
  readonly content: string;
  /** Its attributes, each with its default and the values that look otherwise. */
  readonly attributes: readonly Attribute[];
  /** HTML that is wrong, and what the warning about it says. */
  readonly mistakes: readonly (readonly [html: string, says: RegExp])[];
  /** Stories that are wrong on purpose, so that development warns. */
  readonly wrongStories?: readonly string[];
  /** HTML that authors do not mean to write. */
  readonly bad: readonly string[];
}

export interface Attribute {
  readonly name: string;
  readonly property?: string;
  readonly initial: unknown;
  readonly values: readonly string[];
  /** Attributes that go with it, so that its value is seen; none where it is not seen in this way. */
  readonly seenWith?: string | undefined;
  readonly reflects?: boolean;
}

type Properties = HTMLElement & Record<string, unknown> & { readonly updateComplete: Promise<unknown> };

const source = (name: string, file: string): string => `/packages/${name}/src/${file}`;
const LONG = 'Sea wall '.repeat(1111);
const style = (element: Element, part?: string): string =>
  [...getComputedStyle(element, part)]
    .map((name) => `${name}:${getComputedStyle(element, part).getPropertyValue(name)}`)
    .join(';');

/** All that can be seen of an element: the style of it, of its content and of what it generates. */
const look = (element: Element): string =>
  [element, ...element.querySelectorAll('*')]
    .flatMap((each) => [style(each), style(each, '::before'), style(each, '::after')])
    .join('\n');

export function describeConduct(subject: Subject): void {
  const { name, content, attributes } = subject;
  const tag = `galley-${name}`;
  const sheet = source(name, `${name}.css`);
  const stories = storiesOf(subject.stories);
  const STYLES = ['/packages/tokens/dist/tokens.css', sheet, '/.storybook/stories.css'];
  const page = (html: string) => open(html, { styles: STYLES });

  describe('each story', () => {
    it('has an expectation', () => {
      assert.sameMembers(
        Object.keys(subject.heard),
        stories.map((story) => story.name),
      );
    });

    for (const story of stories) {
      it(`${story.name} is heard, seen and has no violation`, async () => {
        const stage = await show(story.html);
        await pictured(stage);
        await painted();
        const heard = subject.heard[story.name] ?? '';
        await assertHeard(typeof heard === 'string' ? dedent(heard) : heard(story.html));
        assert.deepEqual(unseen(stage), subject.unseen?.[story.name]?.(story.html) ?? []);
        assert.deepEqual(await violations(), []);
      });
    }
  });

  describe('attributes', () => {
    it('are not written by the element while they have their defaults', async () => {
      const element = find<Properties>(tag, await show(`<${tag}></${tag}>`));
      assert.deepEqual(element.getAttributeNames(), []);
      for (const { name: attribute, property = attribute, initial } of attributes)
        assert.equal(element[property], initial, property);
    });

    for (const {
      name: attribute,
      property = attribute,
      initial,
      values,
      seenWith,
      reflects = true,
    } of attributes) {
      it(`${attribute} and its property say the same`, async () => {
        const element = find<Properties>(tag, await show(`<${tag}></${tag}>`));
        for (const value of values) {
          element.setAttribute(attribute, value);
          const own = typeof initial === 'boolean' ? true : value;
          assert.equal(element[property], own);
          element.removeAttribute(attribute);
          assert.equal(element[property], initial);
          element[property] = own;
          await element.updateComplete;
          assert.equal(element.getAttribute(attribute), reflects ? value : null);
          if (reflects && typeof initial === 'boolean') {
            element[property] = false;
            await element.updateComplete;
            assert.isFalse(element.hasAttribute(attribute));
          }
          element.removeAttribute(attribute);
          element[property] = initial;
          await element.updateComplete;
        }
      });

      if (seenWith !== undefined) {
        it(`${attribute} is seen, and a value that it does not know looks like the default`, async () => {
          const element = find<Properties>(tag, await show(`<${tag} ${seenWith}>${content}</${tag}>`));
          const plain = look(element);
          for (const value of values) {
            element.setAttribute(attribute, value);
            await element.updateComplete;
            assert.notEqual(look(element), plain, value);
          }
          if (typeof initial !== 'boolean') {
            element.setAttribute(attribute, 'unheard-of');
            await element.updateComplete;
            assert.equal(look(element), plain);
          }
        });
      }
    }
  });

  describe('in a page that changes', () => {
    it('children may come late, and the element may be moved and come back', async () => {
      const stage = await show(`<div><${tag}>${content}</${tag}></div><section></section>`);
      const expected = { heard: await outline(), seen: look(find(tag)) };
      const now = async () => {
        await updated(stage);
        await painted();
        return { heard: await outline(), seen: look(find(tag)) };
      };
      const box = find('div');

      box.replaceChildren(document.createElement(tag));
      await updated(stage);
      find(tag).innerHTML = content;
      assert.deepEqual(await now(), expected, 'filled after it was added');

      const element = find(tag);
      const parts = [...element.childNodes];
      element.replaceChildren();
      await updated(stage);
      for (const part of parts) {
        element.append(part);
        await updated(stage);
      }
      assert.deepEqual(await now(), expected, 'filled part by part');

      element.remove();
      box.append(element);
      assert.deepEqual(await now(), expected, 'removed and added again');

      find('section').append(element);
      await updated(stage);
      box.append(element);
      assert.deepEqual(await now(), expected, 'moved and moved back');
    });

    it('nothing moves when script comes, whatever the story', async () => {
      const {
        document,
        load,
        painted: settled,
        errors,
      } = await page(stories.map(({ html }) => `${html}<p>After.</p>`).join('\n'));
      const before = places(document);
      await load(source(name, 'define.ts'));
      await settled();
      assert.isOk(document.querySelector(`${tag}:defined`));
      assert.deepEqual(places(document), before);
      assert.deepEqual(errors, []);
    });

    it('bad input breaks nothing: no error, the text is shown, and what follows stays where it is', async () => {
      const inputs = [
        `<${tag}></${tag}>`,
        `<${tag}>Words alone</${tag}>`,
        `<${tag}><table><tr><td>A table</td></tr></table><button>A button</button><!-- a comment --></${tag}>`,
        `<${tag}><${tag}>${content}</${tag}></${tag}>`,
        `<${tag}>${content.replace(/>([^<>]+)</, `>${LONG}<`)}</${tag}>`,
        ...attributes
          .filter(({ initial }) => typeof initial !== 'boolean')
          .map(({ name: attribute }) => `<${tag} ${attribute}="☃ &quot;)}">${content}</${tag}>`),
        ...subject.bad,
      ];
      const {
        document,
        load,
        painted: settled,
        errors,
      } = await page(inputs.map((html) => `<div class="story-column">${html}<p>After.</p></div>`).join('\n'));
      const before = places(document);
      await load(source(name, 'define.ts'));
      await settled();
      assert.deepEqual(places(document), before);
      assert.deepEqual(unseen(document.body), []);
      assert.deepEqual(errors, []);
    });

    it('fits a page of 320 px, and text of twice the size', async () => {
      for (const [width, css] of [
        [320, ''],
        [640, 'html { font-size: 200% }'],
      ] as const) {
        const { document } = await open(stories.map(({ html }) => html).join('\n'), {
          styles: STYLES,
          css,
          width,
        });
        assert.includeMembers(
          stories.flatMap((story) => subject.unseen?.[story.name]?.(story.html) ?? []),
          unseen(document.body),
        );
        assert.equal(document.documentElement.scrollWidth, width);
      }
    });

    it('what is not for show stays so in it', async () => {
      await show(
        `<${tag}>${content}<p hidden>No</p><a hidden href="#a">No</a><script type="application/json">{}</script><template>No</template></${tag}>`,
      );
      for (const each of document.querySelectorAll(`${tag} > :is([hidden], script, template)`))
        assert.isFalse(each.checkVisibility(), each.outerHTML);
    });

    it('[hidden] hides it', async () => {
      const stage = await show(
        attributes
          .flatMap(({ name: attribute, values }) =>
            values.map((value) => `<${tag} hidden ${attribute}="${value}">${content}</${tag}>`),
          )
          .join(''),
      );
      for (const element of stage.children) assert.isFalse(element.checkVisibility(), element.outerHTML);
    });
  });

  describe('registration', () => {
    it('importing the class registers nothing, define.js its own tag alone', async () => {
      const { window, load } = await page('');
      const tags: string[] = [];
      const { customElements } = window;
      const register = customElements.define.bind(customElements);
      customElements.define = (each, ...rest) => {
        tags.push(each);
        register(each, ...rest);
      };
      await load(source(name, `${name}.ts`));
      assert.deepEqual(tags, []);
      await load(source(name, 'define.ts'));
      assert.deepEqual(tags, [tag]);
    });

    it('of two copies the first wins, and nothing throws', async () => {
      const { window, document, load, errors, warnings } = await page(`<${tag}>${content}</${tag}>`);
      await load(source(name, 'define.ts'));
      const first = window.customElements.get(tag);
      await load(`/packages/${name}/dist/define.js`);
      assert.isTrue(window.customElements.get(tag) === first);
      assert.isTrue(document.querySelector(tag) instanceof (first as CustomElementConstructor));
      assert.deepEqual(errors, []);
      assert.deepEqual(warnings, []);
    });

    it('in development two versions are told, by their numbers', async () => {
      const { window, load, errors, warnings } = await page('');
      class Other extends window.HTMLElement {
        static readonly version = '9.8.7';
      }
      window.customElements.define(tag, Other);
      await load(source(name, 'define.development.ts'));
      assert.isTrue(window.customElements.get(tag) === Other);
      assert.equal(warnings.length, 1);
      assert.match(
        warnings[0]?.[0] ?? '',
        new RegExp(`<${tag}>.* 9\\.8\\.7; .*\\d+\\.\\d+\\.\\d+ is not used.*https://`),
      );
      assert.deepEqual(errors, []);
    });
  });

  describe('in development', () => {
    for (const [html, says] of subject.mistakes) {
      it(`warns once, with the element and a link, that ${says.source}`, async () => {
        const { document, load, nextTask, warnings } = await page(html);
        await load(source(name, 'define.development.ts'));
        await nextTask();
        assert.lengthOf(warnings, 1, warnings.map(([words]) => words).join('\n'));
        const [words, element] = warnings[0] ?? [];
        assert.match(words ?? '', says);
        assert.match(words ?? '', new RegExp(`^<${tag}>: .*\\. https://\\S+/@galley/${name}$`));
        assert.isTrue(element === document.querySelector(tag));
        document.querySelector(tag)?.append('');
        document.querySelector(tag)?.setAttribute('class', 'changed');
        await nextTask();
        assert.lengthOf(warnings, 1);
      });
    }

    it('says nothing of the stories that are right', async () => {
      const { document, load, nextTask, warnings } = await page('');
      await load(source(name, 'define.development.ts'));
      for (const story of stories) {
        document.body.innerHTML = story.html;
        await updated(document);
        await nextTask();
        const wrong = subject.wrongStories?.includes(story.name) ?? false;
        assert.equal(warnings.splice(0).length > 0, wrong, story.name);
      }
    });

    it('warns where the stylesheet is missing', async () => {
      const { load, nextTask, warnings } = await open(`<${tag}>${content}</${tag}>`);
      await load(source(name, 'define.development.ts'));
      await nextTask();
      assert.match(warnings[0]?.[0] ?? '', /stylesheet is missing.*galley\.css/);
    });

    it('and never in production', async () => {
      const { load, nextTask, warnings } = await open(subject.mistakes.map(([html]) => html).join(''));
      await load(source(name, 'define.ts'));
      await nextTask();
      assert.deepEqual(warnings, []);
    });
  });

  describe('its stylesheet', () => {
    for (const file of [sheet, `/packages/${name}/dist/${name}.css`]) {
      it(`gives way to a publisher's class: ${file}`, async () => {
        const { document } = await open('', { styles: [file] });
        const found = [...document.styleSheets].flatMap((each) =>
          each.href ? selectorsOf(each.cssRules) : [],
        );
        assert.isAtLeast(found.length, 2);
        const strong = found.filter(([ids, classes, tags]) => ids > 0 || classes > 0 || tags > 2);
        assert.deepEqual(strong, []);
      });
    }

    it('gives way to a class on any part, written before it', async () => {
      const mine = {
        color: 'rgb(1, 2, 3)', 'background-color': 'rgb(4, 5, 6)', 'font-size': '17px', 'font-weight': '300', 'line-height': '31px',
        'margin-left': '3px', 'margin-top': '4px', 'padding-left': '5px', 'padding-bottom': '6px', 'border-top-width': '7px',
        display: 'flow-root', float: 'right', position: 'relative', 'z-index': '8', width: '70px', 'max-width': '80px', 'min-width': '0px',
        'text-decoration-line': 'overline', 'text-align': 'right', 'letter-spacing': '2px', 'object-fit': 'contain', 'aspect-ratio': '7 / 5',
      }; // prettier-ignore
      const css = `.mine{border-top:1px solid;${Object.entries(mine)
        .map(([property, value]) => `${property}:${value}`)
        .join(';')}}`;
      const { document, window } = await open(stories.map(({ html }) => html).join('\n'), {
        styles: [`data:text/css,${css}`, sheet],
      });
      for (const part of document.querySelectorAll(`${tag}, ${tag} *`)) {
        if (part.closest('[disabled], [data-galley-ads], track, source')) continue;
        part.classList.add('mine');
        const computed = window.getComputedStyle(part);
        const found = Object.fromEntries(
          Object.keys(mine).map((property) => [property, computed.getPropertyValue(property)]),
        );
        // WebKit floats nothing that lies in a grid, and gives its audio player a least width.
        const own = {
          ...mine,
          ...(webkit(part) && { float: found['float'], 'min-width': found['min-width'] }),
        };
        assert.deepEqual(found, own, part.outerHTML.slice(0, 200));
        part.classList.remove('mine');
      }
    });

    it('names no part of the page but the element', async () => {
      const { document } = await open('', { styles: [sheet] });
      for (const each of document.styleSheets) {
        if (!each.href) continue;
        for (const [, , , selector] of selectorsOf(each.cssRules)) assert.include(selector, tag);
      }
    });
  });
}

const webkit = (part: Element) =>
  /AppleWebKit\/(?!.*Chrome)/.test(navigator.userAgent) &&
  (part.localName === 'audio' || getComputedStyle(part.parentElement as Element).display.includes('grid'));

/** Publishers' stylesheets, which come after Galley's. */
export const PUBLISHERS: Readonly<Record<string, { styles?: string[]; css: string }>> = {
  'with no other stylesheet': { css: 'body { margin: 0 }' },
  'with a reset': {
    css: `* { margin: 0; padding: 0 } p { margin: 1em } h1, h2, h3 { font: inherit; margin: 2em } a { display: inline }
      figure { margin: 1em 40px } img { border: 3px solid } details { display: block } time { display: block }`,
  },
  'with Bootstrap': { styles: ['/node_modules/bootstrap/dist/css/bootstrap.css'], css: '' },
  "with Tailwind's preflight": { styles: ['/node_modules/tailwindcss/preflight.css'], css: '' },
};

/** Checks a layout beside each publisher's stylesheet. */
export function describeLayout(
  name: string,
  html: string,
  check: (document: Document) => void,
  width = 1280,
): void {
  describe('keeps its layout', () => {
    for (const [publisher, { styles = [], css }] of Object.entries(PUBLISHERS)) {
      it(publisher, async () => {
        const { document, load } = await open(html, {
          styles: [source(name, `${name}.css`), ...styles],
          css,
          width,
        });
        await load(source(name, 'define.ts'));
        check(document);
      });
    }
  });
}

type Weight = [ids: number, classes: number, tags: number];

/** Each selector of a stylesheet with its specificity, nesting and imports resolved. */
function selectorsOf(rules: CSSRuleList, parents: string[] = []): [...Weight, string][] {
  return [...rules].flatMap((rule) => {
    // Rules of other pages are of other classes than this page's.
    const { selectorText, styleSheet, cssRules } = rule as CSSRule & {
      selectorText?: string;
      styleSheet?: CSSStyleSheet;
      cssRules?: CSSRuleList;
    };
    if (styleSheet) return selectorsOf(styleSheet.cssRules);
    if (rule.constructor.name === 'CSSKeyframesRule' || !cssRules) return [];
    if (selectorText === undefined) return selectorsOf(cssRules, parents);
    const own = split(selectorText).map((each) =>
      parents.length
        ? (each.includes('&') ? each : `& ${each}`).replaceAll('&', `:is(${parents.join(', ')})`)
        : each,
    );
    return [
      ...own.map((each): [...Weight, string] => [...specificity(each), each]),
      ...selectorsOf(cssRules, own),
    ];
  });
}

/** Splits a list at its outermost commas. */
function split(list: string): string[] {
  const out = [''];
  let depth = 0;
  for (const sign of list) {
    if (sign === '(' || sign === '[') depth++;
    if (sign === ')' || sign === ']') depth--;
    if (sign === ',' && !depth) out.push('');
    else out.push((out.pop() ?? '') + sign);
  }
  return out.map((each) => each.trim());
}

const sum = (a: Weight, b: Weight): Weight => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
const strongest = (weights: Weight[]): Weight =>
  weights.sort((a, b) => b[0] - a[0] || b[1] - a[1] || b[2] - a[2])[0] ?? [0, 0, 0];

/** https://www.w3.org/TR/selectors-4/#specificity-rules */
export function specificity(selector: string): Weight {
  let rest = selector;
  let weight: Weight = [0, 0, 0];
  while (rest) {
    const functional = /^::?([\w-]+)\(/.exec(rest);
    if (functional) {
      let end = functional[0].length;
      for (let depth = 1; depth; end++) depth += rest[end] === '(' ? 1 : rest[end] === ')' ? -1 : 0;
      const inner = rest.slice(functional[0].length, end - 1);
      const [, kind = ''] = functional;
      if (['is', 'not', 'has'].includes(kind)) weight = sum(weight, strongest(split(inner).map(specificity)));
      else if (kind !== 'where') weight = sum(weight, rest.startsWith('::') ? [0, 0, 1] : [0, 1, 0]);
      rest = rest.slice(end);
      continue;
    }
    const [token = ''] = /^(\[[^\]]*\]|::?[\w-]+|[.#]?[\w-]+|\*|[\s>+~]+)/.exec(rest) ?? [];
    if (!token) throw new Error(`cannot read ${rest} of ${selector}`);
    if (token.startsWith('#')) weight = sum(weight, [1, 0, 0]);
    else if (token.startsWith('::')) weight = sum(weight, [0, 0, 1]);
    else if (/^[.[:]/.test(token)) weight = sum(weight, [0, 1, 0]);
    else if (/^[\w-]/.test(token)) weight = sum(weight, [0, 0, 1]);
    rest = rest.slice(token.length);
  }
  return weight;
}
