import { ReactiveElement } from '@lit/reactive-element';
import { assert } from 'chai';
import { open, show } from '../../../scripts/test/fixture.ts';
import { define, languageOf } from '../src/core.ts';
import { inspect, unknownValue, type FindMistakes } from '../src/development.ts';

describe('define', () => {
  it('registers an element, the first of a tag, and throws for none', () => {
    class First extends HTMLElement {}
    class Second extends HTMLElement {}
    define('galley-test-defined', First);
    define('galley-test-defined', Second);
    define('galley-test-defined', First);
    assert.isTrue(document.createElement('galley-test-defined') instanceof First);
  });
});

describe('languageOf', () => {
  for (const [what, html, language] of [
    ['its own', '<p lang="de"><b id="at" lang="fr"></b></p>', 'fr'],
    ['the nearest', '<div lang="de"><p lang="ar"><b id="at"></b></p></div>', 'ar'],
    ["the page's", '<b id="at"></b>', 'en'],
    ['as written', '<b id="at" lang="EN-gb"></b>', 'EN-gb'],
    ['English for none', '<p lang=""><b id="at"></b></p>', 'en'],
  ] as const) {
    it(`is ${what}`, async () => {
      const stage = await show(html);
      assert.equal(languageOf(stage.querySelector('#at') as Element), language);
    });
  }

  it('is that of the host, through shadow roots, where the root gives none', async () => {
    const stage = await show('<div lang="nl"><section></section></div>');
    const outer = stage.querySelector('section')?.attachShadow({ mode: 'open' }) as ShadowRoot;
    outer.innerHTML = '<p></p>';
    // eslint-disable-next-line wc/no-closed-shadow-root -- pages have them, and the language comes through
    const inner = outer.querySelector('p')?.attachShadow({ mode: 'closed' }) as ShadowRoot;
    inner.innerHTML = '<b></b><i lang="sv"></i>';
    assert.equal(languageOf(inner.querySelector('b') as Element), 'nl');
    assert.equal(languageOf(inner.querySelector('i') as Element), 'sv');
  });

  it('is English outside a page', () => {
    assert.equal(languageOf(document.createElement('b')), 'en');
    document.documentElement.lang = 'pt';
    try {
      assert.equal(languageOf(document.body), 'pt');
    } finally {
      document.documentElement.lang = 'en';
    }
  });
});

describe('unknownValue', () => {
  const found = (html: string) => {
    const template = document.createElement('template');
    template.innerHTML = html;
    return [...unknownValue(template.content.firstElementChild as HTMLElement, 'size', ['large', 'small'])];
  };

  it('says nothing of a known value, nor of none', () => {
    assert.deepEqual(
      [...found('<p></p>'), ...found('<p size="large"></p>'), ...found('<p size="small"></p>')],
      [],
    );
  });

  it('names the value, what applies, and what may be written', () => {
    assert.deepEqual(found('<p size="Large"></p>'), [
      'size="Large" is unknown, so "large" applies. Write one of: large, small.',
    ]);
    assert.lengthOf(found('<p size=""></p>'), 1);
  });
});

describe('inspect', () => {
  const warn = console.warn;
  let warnings: unknown[][] = [];
  beforeEach(() => {
    warnings = [];
    console.warn = (...args: unknown[]) => warnings.push(args);
  });
  afterEach(() => {
    console.warn = warn;
  });
  /** Waits for what observers of changes have put off to the next task. */
  const nextTask = async () => {
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve));
  };

  let count = 0;
  /** Registers an inspected element of a tag of its own. */
  function inspected(mistakes: FindMistakes): string {
    const tag = `galley-test-${String(count++)}`;
    class Element extends ReactiveElement {
      static readonly version = '1.2.3';
      protected override createRenderRoot(): HTMLElement {
        return this;
      }
    }
    inspect(tag, Element, mistakes);
    define(tag, Element);
    return tag;
  }
  function* noText(host: HTMLElement) {
    if (!host.textContent) yield 'it has no text. Write some.';
    if (host.querySelector('b')) yield 'it has a b. Write an i.';
  }

  it('warns once for each element and mistake, with the element and a link', async () => {
    const tag = inspected(noText);
    const stage = await show(
      `<${tag} style="display: block"></${tag}><${tag} style="display: block"></${tag}>`,
    );
    await nextTask();
    const documentation = `https://www.npmjs.com/package/@galley/${tag.replace('galley-', '')}`;
    const expected = `<${tag}>: it has no text. Write some. ${documentation}`;
    assert.deepEqual(
      warnings.map(([text]) => text),
      [expected, expected],
    );
    assert.isTrue(warnings.every(([, element], i) => element === stage.children[i]));
    stage.children[0]?.append(document.createElement('b'));
    await nextTask();
    assert.lengthOf(warnings, 3);
    assert.match(String(warnings[2]?.[0]), /it has a b\. Write an i\./);
    stage.children[0]?.setAttribute('title', 'changed');
    await nextTask();
    assert.lengthOf(warnings, 3);
  });

  it('waits for a framework to fill the element that it makes', async () => {
    const tag = inspected(noText);
    const stage = await show('');
    const element = document.createElement(tag);
    element.style.display = 'block';
    stage.append(element);
    await Promise.resolve();
    element.append('Text');
    await nextTask();
    assert.deepEqual(warnings, []);
  });

  it('waits for a page to have come in whole', async () => {
    const { window, document: page } = await open('');
    const tag = 'galley-test-streamed';
    // The test's own element, in the page's realm.
    const script = page.createElement('script');
    script.type = 'module';
    script.src = '/packages/core/test/streamed.ts';
    const loaded = new Promise((resolve) => {
      script.addEventListener('load', resolve);
    });
    page.head.append(script);
    await loaded;
    const said: string[] = [];
    page.open();
    window.console.warn = (text: string) => said.push(text);
    page.write(`<!doctype html><title>Page</title><${tag} style="display: block">`);
    const element = page.querySelector(tag) as HTMLElement;
    assert.isTrue(element.matches(':defined'));
    page.write('<i></i>');
    await Promise.resolve();
    await new Promise((resolve) => window.setTimeout(resolve));
    assert.deepEqual(said, [], 'while it comes in');
    page.write(
      'Text</galley-test-streamed><galley-test-streamed style="display: block"></galley-test-streamed>',
    );
    const whole = new Promise((resolve) => {
      window.addEventListener('load', resolve);
    });
    page.close();
    await whole;
    await new Promise((resolve) => window.setTimeout(resolve));
    assert.lengthOf(said, 1, 'of the one that stays empty');
  });

  it('says nothing of an element that is hidden or gone by then', async () => {
    const tag = inspected(noText);
    const stage = await show(`<${tag} hidden></${tag}><${tag} style="display: block"></${tag}>`);
    stage.lastElementChild?.remove();
    await nextTask();
    assert.deepEqual(warnings, []);
  });

  it('looks again after an element has been away', async () => {
    const tag = inspected(noText);
    const stage = await show(`<${tag} style="display: block">Text</${tag}>`);
    const element = stage.firstElementChild as HTMLElement;
    await nextTask();
    element.remove();
    element.textContent = '';
    await nextTask();
    assert.deepEqual(warnings, []);
    stage.append(element);
    await nextTask();
    assert.lengthOf(warnings, 1);
  });

  it('says that the stylesheet is missing', async () => {
    const tag = inspected(function* () {});
    await show(`<${tag}></${tag}>`);
    await nextTask();
    assert.lengthOf(warnings, 1);
    assert.match(String(warnings[0]?.[0]), /stylesheet is missing\. Link @galley\/elements\/galley\.css/);
  });

  it('tells two versions of an element', () => {
    class Registered extends ReactiveElement {
      static readonly version = '1.0.0';
    }
    class Other extends ReactiveElement {
      static readonly version = '2.0.0';
    }
    define('galley-test-versions', Registered);
    inspect('galley-test-versions', Other, function* () {});
    inspect('galley-test-versions', Registered, function* () {});
    assert.lengthOf(warnings, 1);
    assert.match(
      String(warnings[0]?.[0]),
      /<galley-test-versions> is defined already, by version 1\.0\.0; version 2\.0\.0 is not used\..*npm ls/,
    );
    define('galley-test-unknown', class extends HTMLElement {});
    inspect('galley-test-unknown', Other, function* () {});
    assert.match(String(warnings[1]?.[0]), /by version unknown; version 2\.0\.0/);
  });
});
