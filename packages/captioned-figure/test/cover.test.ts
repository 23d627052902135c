// The cover of a sensitive picture, with its controls.
import { sendKeys } from '@web/test-runner-commands';
import { assert } from 'chai';
import { assertHeard, dedent, find, painted, places, rect, show } from '../../../scripts/test/fixture.ts';
import '../src/define.ts';
import { BOATS, HASH, control, cover, figureAt, figures, heard, own, until } from './figures.ts';

/** The places of the author's elements but the summary, which is as large as the closed cover. */
const rest = () => places(document).filter((place) => !/^(?:summary|dialog)/.test(place));

describe('cover with controls', () => {
  it('takes the same place closed and open, with the button on it and without', async () => {
    await show(`<article>${own(cover(), 'zoomable')}${own(cover())}</article><p>After</p>`);
    await Promise.all([...document.images].map((image) => image.decode()));
    const host = figureAt(0);
    const before = rest();
    const button = await until(() => control(host, 'show-all-button'));
    assert.deepEqual(rest(), before);
    assert.equal(button.textContent, 'Show all 2 covered pictures');
    find('summary', host).click();
    await until(() => !control(host, 'show-all-button'));
    assert.deepEqual(rest(), before);
    find('summary', host).click();
    await painted();
    assert.deepEqual(rest(), before);
    await until(() => control(host, 'show-all-button'));
    assert.deepEqual(rest(), before);
  });

  it('opens all in the article, those that come later too, and none elsewhere', async () => {
    await show(`<article>${own(cover())}${own(cover())}</article>${own(cover())}`);
    const events = heard('galley-reveal');
    const article = find('article');
    const open = () => figures().map((host) => find<HTMLDetailsElement>('details', host).open);
    (await until(() => control(figureAt(1), 'show-all-button'))).focus();
    await sendKeys({ press: 'Enter' });
    assert.deepEqual(open(), [true, true, false]);
    assert.equal(document.activeElement, find('summary', figureAt(1)), 'the focus is where the reader was');
    await until(() => events.length === 2);
    await until(() => !control(figureAt(0), 'show-all-button') && !control(figureAt(1), 'show-all-button'));

    article.insertAdjacentHTML('beforeend', own(cover()));
    await until(() => events.length === 3);
    assert.deepEqual(open(), [true, true, true, false]);
    assert.deepEqual(
      events.map(({ target }) => figures().indexOf(target as HTMLElement)),
      [0, 1, 2],
    );

    // One that the reader closes again stays closed.
    find('summary', figureAt(0)).click();
    await painted();
    await painted();
    assert.deepEqual(open(), [false, true, true, false]);
    assert.lengthOf(events, 3);
  });

  it('counts those that come later', async () => {
    await show(`<article>${own(cover())}</article>`);
    await painted();
    assert.isNull(control(figureAt(0), 'show-all-button'), 'one needs none');
    find('article').insertAdjacentHTML('beforeend', own(cover()));
    await until(() => control(figureAt(0), 'show-all-button')?.textContent === 'Show all 2 covered pictures');
    find('article').insertAdjacentHTML('beforeend', own(cover()));
    await until(() => control(figureAt(0), 'show-all-button')?.textContent === 'Show all 3 covered pictures');
    find('summary', figureAt(1)).click();
    await until(() => control(figureAt(0), 'show-all-button')?.textContent === 'Show all 2 covered pictures');
  });

  it('gives a cover that comes into sight later, or is small, no more than it has room for', async () => {
    await show(`<article hidden>${own(cover())}${own(cover(), 'layout="thumbnail"')}</article>`);
    await painted();
    assert.isNull(control(figureAt(0), 'show-all-button'));
    find('article').hidden = false;
    await until(() => control(figureAt(0), 'show-all-button'));
    assert.isNull(control(figureAt(1), 'show-all-button'));
  });

  for (const [kind, summary] of Object.entries({
    short: 'Graphic image',
    long: 'Graphic image: people who were injured are carried out of a building that was hit in the night',
  }))
    it(`has its words, picture, caption and controls within reach, ${kind}, at 320 px and 200% text`, async () => {
      const root = document.documentElement;
      // A wider one makes three lines of the button's words, for which there is no room: the button is not there then.
      const font = new FontFace(
        'Libre Franklin Variable',
        'url(/packages/tokens/dist/fonts/libre-franklin-latin-wght-normal.woff2)',
        { weight: '100 900' },
      );
      document.fonts.add(await font.load());
      root.style.fontSize = '200%';
      try {
        const content = cover().replace('Graphic image', summary);
        const figure = own(content, 'zoomable');
        await show(`<article style="inline-size: 288px">${figure}${figure}</article>`);
        await Promise.all([...document.images].map((image) => image.decode()));
        const host = figureAt(0);
        const words = find('summary', host);
        const range = document.createRange();
        range.selectNodeContents(words);
        await until(() => host.shadowRoot);
        await painted();
        const button = await until(() => control(host, 'show-all-button'));
        const above = button.getBoundingClientRect().bottom;
        assert.isAbove(range.getBoundingClientRect().top, above, 'the words begin below the button');
        words.click();
        const zoom = await until(() => control(host, 'zoom-button'));
        await until(() => zoom.checkVisibility());
        await painted();
        const picture = rect('img', host);
        assert.isAtMost(words.getBoundingClientRect().height, picture.height / 2);
        assert.isAtLeast(zoom.getBoundingClientRect().top, words.getBoundingClientRect().bottom);
        assert.isAtMost(zoom.getBoundingClientRect().bottom, picture.bottom);
        assert.isAtLeast(rect('figcaption', host).top, picture.bottom);
      } finally {
        root.style.fontSize = '';
        document.fonts.delete(font);
      }
    });

  it('has its button on it, not on a caption above', async () => {
    const caption = '<figcaption>A caption.</figcaption>';
    const figure = own(caption + cover()).replace(/(?<=<.details>)<figcaption>.*<.figcaption>/, '');
    await show(`<article>${figure}${figure}</article>`);
    await Promise.all([...document.images].map((image) => image.decode()));
    const button = (await until(() => control(figureAt(0), 'show-all-button'))).getBoundingClientRect();
    await painted();
    const box = rect('details');
    assert.isAtLeast(button.top, box.top);
    assert.isAtMost(button.bottom, box.bottom);
    assert.isAtMost(rect('figcaption').bottom, button.top);
  });

  it('tells once of each opening by the reader, and not of what was open', async () => {
    const events = heard('galley-reveal');
    await show(own(cover('open')) + own(cover()));
    await painted();
    const [first, second] = [find('summary', figureAt(0)), find('summary', figureAt(1))];
    assert.lengthOf(events, 0);
    first.click();
    await painted();
    assert.lengthOf(events, 0);
    second.click();
    await until(() => events.length);
    second.click();
    await painted();
    first.click();
    await until(() => events.length === 2);
    second.click();
    await until(() => events.length === 3);
    await painted();
    assert.deepEqual(
      events.map(({ target, bubbles, composed }) => [
        figures().indexOf(target as HTMLElement),
        bubbles,
        composed,
      ]),
      [
        [1, true, true],
        [0, true, true],
        [1, true, true],
      ],
    );
  });

  it('gives away nothing of the picture: no alternative text, no blur, no button to enlarge it', async () => {
    const hashed = BOATS.replace('src="', `loading="lazy" data-thumbhash="${HASH}" src="`).replace(
      '.jpg',
      '.jpg?covered',
    );
    await show(
      `<div style="block-size: 9000px"></div><article>${own(cover('', hashed), 'zoomable')}${own(cover('', hashed), 'zoomable')}</article>`,
    );
    await until(() => control(figureAt(0), 'show-all-button'));
    await assertHeard(
      dedent(`
        article
          button: Show all 2 covered pictures
          figure
            group
              summary, closed: Graphic image
            figcaption: A caption.
          button: Show all 2 covered pictures
          figure
            group
              summary, closed: Graphic image
            figcaption: A caption.`),
    );
    for (const host of figures()) {
      assert.isNull(host.shadowRoot?.querySelector('canvas') ?? null);
      assert.isFalse(control(host, 'zoom-button')?.checkVisibility());
    }
  });

  it('shows the button to enlarge the open picture, below the summary', async () => {
    await show(own(cover(), 'zoomable'));
    const host = figureAt(0);
    const button = await until(() => control(host, 'zoom-button'));
    find('summary').click();
    await until(
      () => button.checkVisibility() && button.getBoundingClientRect().top >= rect('summary').bottom,
    );
    find('summary').click();
    await until(() => !button.checkVisibility());
    // With a button that comes later, too.
    await show(own(cover('open')));
    await painted();
    figureAt(0).setAttribute('zoomable', '');
    await until(
      () => (control(figureAt(0), 'zoom-button')?.getBoundingClientRect().top ?? 0) >= rect('summary').bottom,
    );
  });
});
