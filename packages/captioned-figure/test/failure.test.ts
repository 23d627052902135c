// A picture that does not come.
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
} from '../../../scripts/test/fixture.ts';
import '../src/define.ts';
import { BOATS, MISSING, control, cover, figureAt, figures, heard, own, until } from './figures.ts';

const failed = (image: HTMLImageElement) => image.complete && !image.naturalWidth;

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
