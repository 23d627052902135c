// What a figure has besides its picture: a cover with its control, a picture that does not come, a placeholder, the button to enlarge it.
import { setMessages } from '@galley/core/set-messages.js';
import { sendKeys } from '@web/test-runner-commands';
import { assert } from 'chai';
import {
  assertHeard,
  dedent,
  find,
  isWebKit,
  open,
  painted,
  places,
  rect,
  show,
  type Page,
} from '../../../scripts/test/fixture.ts';
import '../src/define.ts';

const HASH = '3OcRJYB4d3h/iIeHeEh3eIhw+j3A';
const BOATS = '<img src="/photos/nagasaki-boats-640.jpg" width="1024" height="819" alt="Boats">';
const MISSING = '<img src="/missing.jpg" width="1024" height="819" alt="Boats that did not come">';
const own = (content: string, attributes = '') =>
  `<galley-captioned-figure ${attributes}><figure>${content}<figcaption>A caption.</figcaption></figure></galley-captioned-figure>`;
const cover = (attributes = '', image = BOATS) =>
  `<details data-part="cover" ${attributes}><summary>Graphic image</summary>${image}</details>`;

/** The control of a figure, by its part. */
const control = (host: Element, part: string) =>
  host.shadowRoot?.querySelector<HTMLButtonElement>(`[part=${part}]`) ?? null;
const figures = (root: ParentNode = document) => [
  ...root.querySelectorAll<HTMLElement>('galley-captioned-figure'),
];
/** The figure at a place among those on the page. */
function figureAt(index: number, root?: ParentNode): HTMLElement {
  const host = figures(root)[index];
  if (!host) throw new Error(`there is no figure ${String(index)}`);
  return host;
}

/** Waits until something is there, and gives it. */
async function until<Found>(what: () => Found, page?: Page): Promise<NonNullable<Found>> {
  const end = Date.now() + 5000;
  for (;;) {
    const found = what();
    if (found) return found;
    if (Date.now() > end) throw new Error(`in vain: ${String(what)}`);
    await (page ? page.painted() : painted());
  }
}

/** Collects events of a type that reach the page. */
function heard(type: string, page: Document = document): Event[] {
  const events: Event[] = [];
  page.addEventListener(type, (event) => events.push(event));
  return events;
}

const failed = (image: HTMLImageElement) => image.complete && !image.naturalWidth;

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

describe('a picture that does not come', () => {
  it('before the upgrade: keeps its box, its words and its caption, and can be asked for again', async () => {
    const page = await open(`${own(MISSING)}<p>After</p>`, {
      styles: ['/packages/captioned-figure/src/captioned-figure.css'],
      width: 600,
    });
    const image = find<HTMLImageElement>('img', page.document);
    await until(() => failed(image), page);
    const before = places(page.document);
    const events = heard('galley-media-error', page.document);
    await page.load('/packages/captioned-figure/src/define.ts');
    const button = await until(() => control(figureAt(0, page.document), 'try-again-button'), page);
    assert.deepEqual(places(page.document), before);
    const { width, height } = rect('img', page.document);
    assert.closeTo(height, (width * 819) / 1024, 0.1);
    assert.equal(button.textContent, 'Try again');
    assert.deepEqual(
      events.map((event) => (event as Event & { src: string }).src),
      [new URL('/missing.jpg', location.href).href],
    );
    const [box, over] = [button.getBoundingClientRect(), image.getBoundingClientRect()];
    assert.isTrue(box.left > over.left && box.right < over.right && box.bottom < over.bottom);
    assert.isBelow(box.height, 50, 'in one line');
    assert.deepEqual(page.errors, []);
  });

  it('shows a long alternative text, in WebKit by itself, and says it once', async () => {
    const long =
      'A wooden boat with a tall mast lies at a stone wall on a river, people sit in two others, and houses stand behind.';
    await show(own(MISSING.replace('Boats that did not come', long), 'zoomable lang="en-GB"'));
    const host = figureAt(0);
    await until(() => control(host, 'try-again-button'));
    await painted();
    const words = find('.alternative', host.shadowRoot ?? host);
    assert.equal(words.checkVisibility(), isWebKit, 'other browsers draw it, in lines');
    if (isWebKit) {
      assert.equal(words.textContent, long);
      assert.equal(words.lang, 'en-GB');
      const range = document.createRange();
      range.selectNodeContents(words);
      const [text, picture] = [range.getBoundingClientRect(), rect('img')];
      assert.isAtLeast(text.height, 30, 'two lines at least');
      assert.isTrue(text.top >= picture.top && text.bottom <= words.getBoundingClientRect().bottom);
      for (const part of ['zoom-button', 'try-again-button']) {
        const button = control(host, part)?.getBoundingClientRect();
        assert.isTrue(button && (button.left >= text.right || button.top >= text.bottom), part);
      }
    }
    await assertHeard(
      dedent(`
        button "Enlarge picture 1": +
        figure
          (image: ${long})
          figcaption: A caption.
        status
        button: Try again`),
    );
  });

  it('after the upgrade: the same', async () => {
    await show(`${own(BOATS, 'ratio="4:3"')}<p>After</p>`);
    const image = find<HTMLImageElement>('img');
    await image.decode();
    const before = places(document);
    const events = heard('galley-media-error');
    image.src = '/missing.jpg';
    await until(() => control(figureAt(0), 'try-again-button'));
    await painted();
    assert.deepEqual(places(document), before);
    assert.lengthOf(events, 1);
    await assertHeard(
      dedent(`
        figure
          (image: Boats)
          figcaption: A caption.
        status
        button: Try again
        paragraph: After`),
    );
    // And comes after all.
    image.src = '/photos/nagasaki-boats-320.jpg';
    await until(() => !control(figureAt(0), 'try-again-button'));
    assert.isNull(figureAt(0).shadowRoot?.querySelector('.failure') ?? null);
  });

  it('is offered again in the language around it, when that changes', async () => {
    await show(own(MISSING));
    const host = figureAt(0) as HTMLElement & { requestUpdate(): void };
    const button = await until(() => control(host, 'try-again-button'));
    assert.equal(button.textContent, 'Try again');
    host.lang = 'de';
    host.requestUpdate();
    await until(() => button.textContent === 'Erneut versuchen');
    assert.equal(button.closest('[lang]')?.getAttribute('lang'), 'de');
  });

  it('has the shape of its file once it comes, also where its width and height say another', async () => {
    await show(own('<img src="/missing.jpg" width="200" height="300" alt="Boats">'));
    const image = find<HTMLImageElement>('img');
    await until(() => control(figureAt(0), 'try-again-button'));
    assert.closeTo(rect('img').height, rect('img').width * 1.5, 0.1);
    image.src = '/photos/nagasaki-boats-320.jpg';
    await until(() => !control(figureAt(0), 'try-again-button'));
    const shape = image.naturalHeight / image.naturalWidth;
    assert.isBelow(shape, 1);
    assert.closeTo(rect('img').height, rect('img').width * shape, 0.1);
  });

  for (const [what, figure, shape] of [
    ['its ratio', own('<img src="/missing.jpg" alt="Boats that did not come">', 'ratio="16:9"'), 9 / 16],
    ['its width and height, beside the text', own(MISSING, 'layout="start"'), 819 / 1024],
    [
      'those of its source',
      own(`<picture><source srcset="/missing.png" width="300" height="100">${MISSING}</picture>`),
      1 / 3,
    ],
    ['those under an open cover', own(cover('open', MISSING)), 819 / 1024],
  ] as const)
    it(`before the script: its box has the shape of ${what}`, async () => {
      const page = await open(figure, {
        styles: ['/packages/captioned-figure/src/captioned-figure.css'],
        width: 600,
      });
      const image = find<HTMLImageElement>('img', page.document);
      await until(() => failed(image), page);
      await page.painted();
      const { width, height } = image.getBoundingClientRect();
      assert.isAbove(width, 200);
      assert.closeTo(height, width * shape, 0.1);
    });

  it('has its own shape where another was written, and no style of ours where it was not', async () => {
    const sizes = ['width="200" height="300"', 'width="" height=""', 'width="100%" height="auto"', ''];
    const wrong = sizes.map((size) => own(BOATS.replace('width="1024" height="819"', size)));
    const page = await open(own(BOATS) + wrong.join(''), {
      styles: ['/packages/captioned-figure/src/captioned-figure.css'],
      width: 600,
    });
    const right = find('img', page.document);
    const others = [...page.document.images].slice(1);
    await Promise.all([...page.document.images].map((image) => image.decode()));
    const { height } = right.getBoundingClientRect();
    await page.load('/packages/captioned-figure/src/define.ts');
    await page.painted();
    assert.isFalse(right.hasAttribute('style'));
    assert.equal(right.getBoundingClientRect().height, height);
    for (const image of others) {
      const box = image.getBoundingClientRect();
      assert.closeTo(box.height, box.width * 0.8, 0.1, image.outerHTML);
    }
  });

  it('is seen, in its shape, where the figure is as wide as its content', async () => {
    const page = await open(
      `<div style="display: flex">${own(BOATS)}${own(BOATS)}</div><div style="display: inline-block">${own(BOATS)}</div>`,
      { styles: ['/packages/captioned-figure/src/captioned-figure.css'], width: 600 },
    );
    const images = [...page.document.images];
    await Promise.all(images.map((image) => image.decode()));
    await page.painted();
    const boxes = images.map((image) => image.getBoundingClientRect());
    assert.deepEqual(
      boxes.map(({ width }) => Math.round(width)),
      [292, 292, 584],
    );
    for (const { width, height } of boxes) assert.closeTo(height, width * 0.8, 0.2);
  });

  it('comes when it is asked for again; the focus goes on to the button that enlarges it', async () => {
    const late = `/late/${crypto.randomUUID()}/`;
    const page = await open(
      own(`<img src="${late}nagasaki-boats-640" width="1024" height="819" alt="Boats">`, 'zoomable'),
      { styles: ['/packages/captioned-figure/src/captioned-figure.css'], width: 600 },
    );
    await page.load('/packages/captioned-figure/src/define.ts');
    const host = figureAt(0, page.document);
    const button = await until(() => control(host, 'try-again-button'), page);
    const events = heard('galley-media-error', page.document);
    const status = () => host.shadowRoot?.querySelector('.failure [role=status]')?.textContent;
    button.focus();
    button.click();
    button.click();
    await until(() => events.length, page);
    assert.equal(status(), 'Could not load the picture', "after the reader's own action it is said");
    await page.painted();
    assert.lengthOf(events, 1);
    assert.equal(host.shadowRoot?.activeElement, button, 'the button keeps the focus');

    await fetch(late);
    button.click();
    assert.equal(status(), '');
    await until(() => !control(host, 'try-again-button'), page);
    assert.isAbove(find<HTMLImageElement>('img', page.document).naturalWidth, 0);
    assert.equal(host.shadowRoot?.activeElement, control(host, 'zoom-button'));
    assert.equal(
      find('img', page.document).getAttribute('src'),
      `${late}nagasaki-boats-640`,
      'the author wrote it so',
    );
    assert.lengthOf(events, 1);

    // What comes to nothing later is offered anew, and is not announced.
    find<HTMLImageElement>('img', page.document).src = '/missing.jpg';
    await until(() => control(host, 'try-again-button'), page);
    assert.equal(status(), '');
    assert.lengthOf(events, 2);
    assert.deepEqual(page.errors, []);
  });

  for (const [what, image] of [
    ['the picture', (src: string) => `<img src="${src}" width="1024" height="819" alt="Boats">`],
    [
      'its link',
      (src: string) => `<a href="#boats"><img src="${src}" width="1024" height="819" alt="Boats"></a>`,
    ],
  ] as const) {
    it(`comes where there is no other button; the focus goes on to ${what}`, async () => {
      const late = `/late/${crypto.randomUUID()}/`;
      const page = await open(own(image(`${late}nagasaki-boats-640`)), {
        styles: ['/packages/captioned-figure/src/captioned-figure.css'],
        width: 600,
      });
      await page.load('/packages/captioned-figure/src/define.ts');
      const host = figureAt(0, page.document);
      const button = await until(() => control(host, 'try-again-button'), page);
      button.focus();
      await fetch(late);
      button.click();
      await until(() => !control(host, 'try-again-button'), page);
      const stop = find(what === 'its link' ? 'a' : 'img', page.document);
      assert.equal(page.document.activeElement, stop);
      stop.blur();
      assert.isFalse(find('img', page.document).hasAttribute('tabindex'), 'the author wrote none');
    });
  }

  it('asks for the files of a list', async () => {
    const late = `/late/${crypto.randomUUID()}/`;
    const page = await open(
      own(
        `<img srcset="${late}nagasaki-boats-640 640w" sizes="100vw" width="1024" height="819" alt="Boats">`,
      ),
    );
    await page.load('/packages/captioned-figure/src/define.ts');
    const button = await until(() => control(figureAt(0, page.document), 'try-again-button'), page);
    await fetch(late);
    button.click();
    await until(() => find<HTMLImageElement>('img', page.document).naturalWidth, page);
    assert.isFalse(find('img', page.document).hasAttribute('src'));
  });

  it('goes with its picture', async () => {
    await show(own(MISSING));
    await until(() => control(figureAt(0), 'try-again-button'));
    find('img').outerHTML = BOATS;
    await until(() => !control(figureAt(0), 'try-again-button'));
    find('img').outerHTML = MISSING;
    await until(() => control(figureAt(0), 'try-again-button'));
    const [image] = document.images;
    image?.remove();
    await until(() => !control(figureAt(0), 'try-again-button'));
  });

  it('is not told of behind a closed cover', async () => {
    const events = heard('galley-media-error');
    await show(own(cover('', MISSING)));
    await until(() => failed(find<HTMLImageElement>('img')));
    await painted();
    assert.isNull(control(figureAt(0), 'try-again-button'));
    assert.lengthOf(events, 0);
    find('summary').click();
    const button = await until(() => control(figureAt(0), 'try-again-button'));
    assert.lengthOf(events, 1);
    find('summary').click();
    await until(() => !button.checkVisibility());
    find('summary').click();
    await until(() => button.checkVisibility());
    assert.lengthOf(events, 1);
  });

  it('is none where a drawing has no size, or where there is no address', async () => {
    const events = heard('galley-media-error');
    const drawing = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>')}`;
    await show(
      own(`<img src="${drawing}" alt="A square" width="100" height="100">`) +
        own('<img alt="Later" width="9" height="9">'),
    );
    await until(() => [...document.images].every(({ complete }) => complete));
    await painted();
    for (const host of figures()) assert.isNull(control(host, 'try-again-button'));
    assert.lengthOf(events, 0);
  });

  it('is found in a figure that gets its picture late', async () => {
    await show(own(''));
    find('figure').insertAdjacentHTML('afterbegin', MISSING);
    await until(() => control(figureAt(0), 'try-again-button'));
  });
});

describe('placeholder', () => {
  // A picture that the page has had already is there at once: each is another.
  let count = 0;
  const lazy = (hash = HASH) =>
    BOATS.replace('src', `loading="lazy" data-thumbhash="${hash}" src`).replace(
      '.jpg',
      `.jpg?${String(count++)}`,
    );
  const far = (html: string) => show(`<div id="far" style="block-size: 9000px"></div>${html}`);
  const canvas = (host = figureAt(0)) => host.shadowRoot?.querySelector('canvas') ?? null;

  afterEach(() => {
    scrollTo(0, 0);
  });

  it('is painted until the picture comes, in its box, and moves nothing', async () => {
    await far(`${own(lazy('').replace(' data-thumbhash=""', ''))}<p>After</p>`);
    const plain = places(document);
    await far(`${own(lazy())}<p>After</p>`);
    const blur = await until(canvas);
    assert.deepEqual(places(document), plain);
    const image = find<HTMLImageElement>('img');
    assert.isFalse(image.complete);
    const [box, over] = [blur.getBoundingClientRect(), rect('img')];
    assert.deepEqual([box.x, box.y, box.width, box.height], [over.x, over.y, over.width, over.height]);
    const data = blur.getContext('2d')?.getImageData(0, 0, blur.width, blur.height).data ?? [];
    const [red, alpha] = [0, 3].map((at) => data.filter((_, i) => i % 4 === at));
    assert.isTrue(
      alpha?.every((value) => value === 255),
      'every pixel is painted',
    );
    assert.isAbove(new Set(red).size, 8, 'a blur, no plain colour');
    assert.equal(blur.ariaHidden, 'true');
    find('#far').remove();
    await until(() => image.complete);
    await until(() => !canvas());
    assert.isAbove(image.naturalWidth, 0);
  });

  it('leaves a credit over the picture to be read', async () => {
    await far(
      `<galley-captioned-figure credit="over"><figure>${lazy()}<figcaption><small data-part="credit">A credit</small></figcaption></figure></galley-captioned-figure>`,
    );
    const blur = await until(canvas);
    assert.equal(getComputedStyle(blur).zIndex, '-1');
    assert.equal(getComputedStyle(figureAt(0)).zIndex, '0', 'no further back than the figure');
  });

  it('is none for a picture that is there, even where it comes in the meantime', async () => {
    await show(own(BOATS.replace('src', `data-thumbhash="${HASH}" src`)));
    await find<HTMLImageElement>('img').decode();
    await painted();
    await painted();
    assert.isNull(canvas());
  });

  it('goes with its picture', async () => {
    await far(own(lazy()));
    await until(canvas);
    find('img').remove();
    await until(() => !canvas());
  });

  for (const hash of ['', '!!', 'AA', 'AAAAAAAAAAAAAAAAAAAA']) {
    it(`does no harm with a wrong one: "${hash}"`, async () => {
      await far(own(lazy(hash)));
      await painted();
      find('#far').remove();
      await until(() => find<HTMLImageElement>('img').naturalWidth);
      await until(() => !canvas());
    });
  }
});

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
