// What is painted until a picture comes.
import { assert } from 'chai';
import { find, painted, places, rect, show } from '../../../scripts/test/fixture.ts';
import '../src/define.ts';
import { BOATS, HASH, figureAt, own, until } from './figures.ts';

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
