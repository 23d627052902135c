// The button that enlarges a picture.
import { setMessages } from '@galley/core/set-messages.js';
import { assert } from 'chai';
import { find, open, painted, rect, show } from '../../../scripts/test/fixture.ts';
import '../src/define.ts';
import { BOATS, MISSING, control, cover, figureAt, figures, own, until } from './figures.ts';

describe('the button that enlarges a picture', () => {
  const names = () => figures().map((host) => control(host, 'zoom-button')?.ariaLabel);

  it('is one, however often the figure moves or changes its mind', async () => {
    await show(`<div id="a">${own(BOATS, 'zoomable')}</div><div id="b"></div>`);
    const host = figureAt(0);
    const button = await until(() => control(host, 'zoom-button'));
    assert.isTrue(button.checkVisibility());
    for (const place of ['#b', '#a', '#b']) {
      find(place).append(host);
      host.remove();
      find(place).append(host);
      await painted();
    }
    host.removeAttribute('zoomable');
    await painted();
    assert.isFalse(button.checkVisibility());
    host.setAttribute('zoomable', '');
    await painted();
    assert.isTrue(button.checkVisibility());
    assert.equal(host.shadowRoot?.querySelectorAll('button').length, 1);
    assert.equal(host.shadowRoot?.querySelectorAll('slot').length, 1);
    assert.equal(host.shadowRoot?.adoptedStyleSheets.length, 1);
    assert.equal(control(host, 'zoom-button'), button);
  });

  it('is there as long as there is a picture', async () => {
    await show(own('', 'zoomable'));
    const button = await until(() => control(figureAt(0), 'zoom-button'));
    assert.isFalse(button.checkVisibility());
    find('figure').insertAdjacentHTML('afterbegin', BOATS);
    await painted();
    assert.isTrue(button.checkVisibility());
    find('img').remove();
    await painted();
    assert.isFalse(button.checkVisibility());
  });

  it('has a name of its own on the page', async () => {
    await show(
      own(BOATS, 'zoomable') +
        own(BOATS) +
        `<article>${own(BOATS, 'zoomable')}${own(cover(), 'zoomable')}</article>`,
    );
    assert.deepEqual(names(), ['Enlarge picture 1', undefined, 'Enlarge picture 2', 'Enlarge picture 3']);
    find('article').insertAdjacentHTML('beforeend', own(BOATS, 'zoomable'));
    await painted();
    assert.equal(names().at(-1), 'Enlarge picture 4');
  });

  it('keeps a name of its own where a figure comes above it, goes, moves, or is no longer to enlarge', async () => {
    await show(`<article>${own(BOATS, 'zoomable')}${own(BOATS, 'zoomable')}</article>`);
    const article = find('article');
    const [first, second] = [figureAt(0), figureAt(1)];
    const say = async (expected: string[], message: string) => {
      await painted();
      const found = figures().filter((host) => host.hasAttribute('zoomable'));
      assert.deepEqual(
        found.map((host) => control(host, 'zoom-button')?.ariaLabel),
        expected.map((number) => `Enlarge picture ${number}`),
        message,
      );
    };
    await say(['1', '2'], 'at first');
    article.insertAdjacentHTML('afterbegin', own(BOATS, 'zoomable'));
    await say(['1', '2', '3'], 'one above');
    second.remove();
    await say(['1', '2'], 'the last one gone');
    article.prepend(second);
    await say(['1', '2', '3'], 'it is first now');
    article.append(second);
    await say(['1', '2', '3'], 'and last again');
    figureAt(0).remove();
    await say(['1', '2'], 'the first one gone');
    first.removeAttribute('zoomable');
    await say(['1'], 'the first not to enlarge');
    first.setAttribute('zoomable', '');
    await say(['1', '2'], 'and to enlarge again');
    const wrapper = document.createElement('div');
    article.before(wrapper);
    wrapper.append(second);
    await say(['1', '2'], 'in another place of the page');
    wrapper.remove();
    await say(['1'], 'gone with what is around it');
    // The name is what opens: the address says the same number.
    control(first, 'zoom-button')?.click();
    const dialog = await until(() => first.shadowRoot?.querySelector<HTMLDialogElement>('dialog[open]'));
    assert.equal(location.hash, '#picture-1');
    const closed = new Promise((resolve) => {
      addEventListener('popstate', resolve, { once: true });
    });
    dialog.close();
    await closed;
  });

  it('has its name alone on a page in another language, without all that a figure can have', async () => {
    const page = await open(`<div lang="de">${own(BOATS, 'zoomable')}</div>`);
    await page.load('/packages/captioned-figure/src/define.ts');
    const name = () => control(figureAt(0, page.document), 'zoom-button')?.ariaLabel;
    await until(() => name() === 'Bild 1 vergrößern', page);
    const files = page.window.performance.getEntriesByType('resource').map((entry) => entry.name);
    for (const file of ['states.ts', 'messages.ts', 'cover.ts', 'languages/'])
      assert.isFalse(
        files.some((each) => each.includes(`/${file}`)),
        `${file} is loaded`,
      );
  });

  it('counts in a shadow root, where the series is its own', async () => {
    await show('<div id="host"></div>');
    const root = find('#host').attachShadow({ mode: 'open' });
    root.innerHTML = own(BOATS, 'zoomable id="first"') + own(BOATS, 'zoomable');
    const [first, second] = figures(root).map((host) => () => control(host, 'zoom-button'));
    await until(() => first?.()?.ariaLabel === 'Enlarge picture 1');
    await until(() => second?.()?.ariaLabel === 'Enlarge picture 2');
    second?.()?.click();
    const dialog = await until(() => figureAt(1, root).shadowRoot?.querySelector('dialog'));
    await until(() => dialog.querySelector('[role=status]')?.textContent === '2 of 2');
    const closed = new Promise((resolve) => {
      addEventListener('popstate', resolve, { once: true });
    });
    dialog.close();
    await closed;
    await until(() => root.activeElement === figureAt(1, root));
  });

  it('speaks the language around it, and what the page has set', async () => {
    await show(`<div lang="de">${own(BOATS, 'zoomable')}</div>`);
    await until(() => names()[0] === 'Bild 1 vergrößern');
    setMessages('en', { enlarge: 'Look at picture {number}' });
    setMessages('eo', { enlarge: 'Ahoy {number}' });
    try {
      await show(own(BOATS, 'zoomable') + `<div lang="eo">${own(BOATS, 'zoomable')}</div>`);
      await until(() => names()[0] === 'Look at picture 1');
      await until(() => names()[1] === 'Ahoy 2');
      assert.equal(control(figureAt(1), 'zoom-button')?.lang, 'eo');
      // Nothing is written in Welsh: a screen reader must not read English as such.
      await show(
        `<div lang="cy">${own(BOATS, 'zoomable') + own(cover()) + own(cover()) + own(MISSING)}</div>`,
      );
      for (const [i, part] of [
        'zoom-button',
        'show-all-button',
        'show-all-button',
        'try-again-button',
      ].entries()) {
        const button = await until(() => control(figureAt(i), part));
        await until(() => button.closest<HTMLElement>('[lang]')?.lang === 'en');
      }
      control(figureAt(0), 'zoom-button')?.click();
      const dialog = await until(() =>
        figureAt(0).shadowRoot?.querySelector<HTMLDialogElement>('dialog[open]'),
      );
      assert.equal(dialog.lang, 'en');
      for (const element of dialog.querySelectorAll<HTMLElement>('img, [part=zoom-caption]'))
        assert.equal(element.closest<HTMLElement>('[lang]')?.lang, 'cy', 'the words are the author’s');
      dialog.close();
    } finally {
      setMessages('en', { enlarge: '' });
      setMessages('eo', { enlarge: '' });
    }
  });

  it('lies on the picture where the caption comes first', async () => {
    await show(
      `<galley-captioned-figure zoomable><figure><figcaption>${'A caption. '.repeat(90)}</figcaption>${BOATS}</figure></galley-captioned-figure>`,
    );
    const button = await until(() => control(figureAt(0), 'zoom-button'));
    await until(() => button.getBoundingClientRect().top > rect('figcaption').bottom);
    assert.isBelow(button.getBoundingClientRect().bottom, rect('img').bottom);
  });
});
