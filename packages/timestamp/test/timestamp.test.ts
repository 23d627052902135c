import { assert } from 'chai';
import { describeConduct, describeLayout } from '../../../scripts/test/fixture-conduct.ts';
import {
  assertHeard,
  itEmulates,
  find,
  media,
  open,
  painted,
  places,
  rect,
  show,
  updated,
} from '../../../scripts/test/fixture.ts';
import '../../related-story-link/src/define.ts';
import * as stories from '../timestamp.stories.ts';
import { GalleyTimestamp } from '../src/define.ts';

const DATE = 'Saturday 21 November 2026, 09:30 GMT';
const written = (html: string) => [/<time[^>]*>([^<]*)<\/time>/.exec(html)?.[1] ?? ''];
const published = `paragraph: Published <${DATE}>`;
const said = (words: string) => (html: string) => `paragraph: ${words} <${written(html).join('')}>`;

describeConduct({
  name: 'timestamp',
  stories,
  heard: {
    Author: published,
    Relative: said('Updated'),
    RelativeUntil: said('Updated'),
    Absolute: published,
    TimeZone: published,
    DateStyle: published,
    TimeStyle: published,
    German: said('Aktualisiert:'),
    Arabic: said('آخر تحديث:'),
    ArabicDigits: said('نُشر في'),
    Persian: said('انتشار:'),
    PersianRelative: said('به‌روزرسانی:'),
    Calendar: said('انتشار:'),
    UnknownLanguage: 'paragraph: Nīwod <on þone ān and twentigoðan dæg Blōtmōnðes>',
    WholeDay: 'paragraph: Printed on <Saturday 21 November 2026>',
    InvalidDatetime: 'paragraph: Updated <yesterday at noon>',
    TooLong: 'paragraph: Updated <09:30>',
  },
  // The author's text is transparent under the generated one.
  unseen: Object.fromEntries(
    [
      'Relative',
      'RelativeUntil',
      'Absolute',
      'TimeZone',
      'DateStyle',
      'TimeStyle',
      'German',
      'Arabic',
      'ArabicDigits',
      'Persian',
      'PersianRelative',
      'Calendar',
      'WholeDay',
    ].map((name) => [name, written]),
  ),
  content: `<time datetime="2026-11-21T09:30:00Z">${DATE}</time>`,
  attributes: [
    { name: 'mode', initial: 'author', values: ['absolute', 'relative'], seenWith: '' },
    {
      name: 'relative-until',
      property: 'relativeUntil',
      initial: 'P7D',
      values: ['PT12H', 'P1M'],
      reflects: false,
    },
    { name: 'time-zone', property: 'timeZone', initial: undefined, values: ['Asia/Tokyo'], reflects: false },
    {
      name: 'date-style',
      property: 'dateStyle',
      initial: 'medium',
      values: ['full', 'long', 'short'],
      reflects: false,
    },
    {
      name: 'time-style',
      property: 'timeStyle',
      initial: 'short',
      values: ['full', 'long', 'medium'],
      reflects: false,
    },
  ],
  mistakes: [
    [
      `<galley-timestamp mode="ago"><time datetime="2026-11-21">A</time></galley-timestamp>`,
      /mode="ago" is unknown.*author, absolute, relative/,
    ],
    ['<galley-timestamp>A day</galley-timestamp>', /holds 0 times\. Write one/],
    [
      '<galley-timestamp><time datetime="2026-11-21">A</time><time datetime="2026-11-22">B</time></galley-timestamp>',
      /holds 2 times\. Write one/,
    ],
    ['<galley-timestamp><time>A</time></galley-timestamp>', /no datetime\. Write the moment/],
    [
      '<galley-timestamp><time datetime="2026-11-21T09:30">A</time></galley-timestamp>',
      /datetime="2026-11-21T09:30" is no date, or a time without a zone.*Write it like/,
    ],
    [
      '<galley-timestamp><time datetime="2026-11-21"> </time></galley-timestamp>',
      /no text\. Write the full date/,
    ],
    [
      '<galley-timestamp relative-until="7 days"><time datetime="2026-11-21">A</time></galley-timestamp>',
      /relative-until="7 days" is no duration.*such as P7D/,
    ],
    [
      '<galley-timestamp mode="absolute" time-zone="London"><time datetime="2026-11-21T09:30:00Z">A</time></galley-timestamp>',
      /stays as written: RangeError.*IANA name/,
    ],
  ],
  wrongStories: ['InvalidDatetime'],
  bad: [
    '<galley-timestamp mode="relative"><time datetime="2026-02-31T25:00:00Z">A day that is none</time></galley-timestamp>',
    '<galley-timestamp mode="relative"><time>No datetime at all</time></galley-timestamp>',
    '<galley-timestamp mode="absolute">No time at all</galley-timestamp>',
    '<galley-timestamp mode="absolute" time-zone="Nowhere/Atall"><time datetime="2026-11-21T09:30:00Z">A zone that is none, and words</time></galley-timestamp>',
    '<galley-timestamp mode="absolute" date-style="wide"><time datetime="2026-11-21T09:30:00Z">A style that is none, and words</time></galley-timestamp>',
    '<p lang="not a language"><galley-timestamp mode="absolute"><time datetime="">A language that is none</time></galley-timestamp></p>',
  ],
});

const now = Date.now;
const MINUTE = 60_000;
const AT = Date.parse('2026-11-21T09:30:00Z');
const LONG = 'A date written out in so many words that any other of them fits in its place';

afterEach(() => {
  Date.now = now;
});

/** What a reader sees: the generated text, or the author's. */
function seen(stamp: Element = find('galley-timestamp')): string {
  const text = stamp.shadowRoot?.querySelector<HTMLElement>('[part=text]');
  const time = find('time', stamp);
  const generated = text?.checkVisibility({ visibilityProperty: true }) && text.textContent;
  assert.notEqual(
    Boolean(generated),
    time.checkVisibility({ opacityProperty: true }),
    'one of the two is seen',
  );
  return (generated || time.textContent).replaceAll(/\s/g, ' ');
}

const stamp = (attributes: string, { datetime = '2026-11-21T09:30:00Z', text = LONG, lang = 'en' } = {}) =>
  `<p lang="${lang}"><galley-timestamp ${attributes}><time datetime="${datetime}">${text}</time></galley-timestamp></p>`;

describe('timestamp', () => {
  describe('relative', () => {
    for (const [lang, minutes, text] of [
      ['en', 0.5, 'now'],
      ['en', 1.5, '1 minute ago'],
      ['en', 125, '2 hours ago'],
      ['en', -125, 'in 2 hours'],
      ['en', 25 * 60, 'yesterday'],
      ['en', 47 * 60, '2 days ago'],
      ['en', 3 * 24 * 60, '3 days ago'],
      ['de', 125, 'vor 2 Stunden'],
      ['de', 25 * 60, 'gestern'],
      ['ar', 125, 'قبل ساعتين'],
      ['fr-CA', 5, 'il y a 5 minutes'],
      ['fa', 125, '۲ ساعت پیش'],
      ['fa', 5 * 24 * 60, '۵ روز پیش'],
      ['fa-u-ca-gregory', 125, '۲ ساعت پیش'],
      ['fa-u-nu-latn', 125, '2 ساعت پیش'],
      ['ar-EG', 5 * 24 * 60, 'قبل ٥ أيام'],
      ['ar-SA', 5 * 24 * 60, 'قبل ٥ أيام'],
      ['th', 125, '2 ชั่วโมงที่ผ่านมา'],
      ['ja-u-ca-japanese', 125, '2 時間前'],
      ['en', -0.5, 'now'],
      ['en', -1.5, 'in 1 minute'],
      ['en', -25 * 60, 'tomorrow'],
      ['en', -47 * 60, 'in 2 days'],
    ] as const) {
      it(`${lang}: ${String(minutes)} minutes are "${text}"`, async () => {
        Date.now = () => AT + minutes * MINUTE;
        await show(stamp('mode="relative"', { lang }));
        assert.equal(seen(), text);
      });
    }

    for (const [until, minutes, text] of [
      [undefined, 7 * 24 * 60 - 1, '7 days ago'],
      [undefined, 7 * 24 * 60, 'Nov 21, 2026, 9:30 AM'],
      ['PT1H', 59, '59 minutes ago'],
      ['PT1H', 60, 'Nov 21, 2026, 9:30 AM'],
      ['P1M', 13 * 24 * 60, '1 week ago'],
      ['P1M', 20 * 24 * 60, '2 weeks ago'],
      ['seven days', 6 * 24 * 60, '6 days ago'],
      ['seven days', 8 * 24 * 60, 'Nov 21, 2026, 9:30 AM'],
    ] as const) {
      it(`until ${until ?? 'seven days, by default'}: ${String(minutes)} minutes are "${text}"`, async () => {
        Date.now = () => AT + minutes * MINUTE;
        await show(stamp(`mode="relative" time-zone="UTC" ${until ? `relative-until="${until}"` : ''}`));
        assert.equal(seen(), text);
      });
    }

    // Clocks go back by an hour in Berlin on 25 October 2026, and on by one on 28 March 2027.
    const berlin = (moment: Date): number =>
      moment < new Date('2026-10-25T01:00:00Z') || moment >= new Date('2027-03-28T01:00:00Z') ? -120 : -60;

    for (const [datetime, at, text] of [
      ['2026-10-20T00:30+02:00', '2026-10-26T23:30+01:00', '6 days ago'],
      ['2026-10-25T00:10+02:00', '2026-10-25T23:10+01:00', '24 hours ago'],
      ['2026-10-25T00:10+02:00', '2026-10-26T00:10+01:00', 'yesterday'],
      ['2026-10-10T00:30+02:00', '2026-11-08T23:30+01:00', '4 weeks ago'],
      ['2027-03-27T23:30+01:00', '2027-03-29T00:20+02:00', '23 hours ago'],
      ['2027-03-27T00:30+01:00', '2027-03-29T00:20+02:00', '2 days ago'],
      ['2027-03-22T12:00+01:00', '2027-03-29T12:30+02:00', '7 days ago'],
    ] as const) {
      it(`in a week in which the clocks change: ${datetime} at ${at} is "${text}"`, async () => {
        const offset = Object.getOwnPropertyDescriptor(
          Date.prototype,
          'getTimezoneOffset',
        ) as PropertyDescriptor;
        Object.defineProperty(Date.prototype, 'getTimezoneOffset', {
          ...offset,
          value(this: Date) {
            return berlin(this);
          },
        });
        try {
          Date.now = () => Date.parse(at);
          await show(stamp('mode="relative" relative-until="P1Y"', { datetime }));
          assert.equal(seen(), text);
        } finally {
          Object.defineProperty(Date.prototype, 'getTimezoneOffset', offset);
        }
      });
    }

    it("counts days by the reader's calendar, whatever the zone of what is written out", async () => {
      const morning = new Date(2026, 10, 22, 0, 30);
      const evening = new Date(2026, 10, 20, 23, 30).toISOString();
      Date.now = () => +morning;
      for (const zone of ['Asia/Tokyo', 'America/Los_Angeles']) {
        await show(stamp(`mode="relative" time-zone="${zone}"`, { datetime: evening }));
        assert.equal(seen(), '2 days ago', zone);
      }
    });

    it('counts days by the calendar where no hour is given', async () => {
      const noon = new Date(2026, 10, 22, 0, 5);
      Date.now = () => +noon;
      for (const [datetime, text] of [
        ['2026-11-22', 'today'],
        ['2026-11-21', 'yesterday'],
        ['2026-11-23', 'tomorrow'],
        ['2026-11-19', '3 days ago'],
      ] as const) {
        await show(stamp('mode="relative"', { datetime }));
        assert.equal(seen(), text);
      }
    });
  });

  describe('absolute', () => {
    for (const [attributes, lang, datetime, text] of [
      ['time-zone="UTC"', 'en', undefined, 'Nov 21, 2026, 9:30 AM'],
      ['time-zone="UTC"', 'en-GB', undefined, '21 Nov 2026, 09:30'],
      ['time-zone="UTC"', 'de', undefined, '21.11.2026, 09:30'],
      ['time-zone="Asia/Tokyo"', 'en-GB', '2026-11-21T23:30:00Z', '22 Nov 2026, 08:30'],
      ['time-zone="America/New_York"', 'en-GB', '2026-11-21T00:30:00+01:00', '20 Nov 2026, 18:30'],
      [
        'time-zone="UTC" date-style="long" time-style="medium"',
        'de',
        undefined,
        '21. November 2026 um 09:30:00',
      ],
      ['time-zone="Asia/Tokyo" date-style="full"', 'en-GB', '2026-11-21', 'Saturday 21 November 2026'],
      ['time-zone="America/New_York" date-style="full"', 'en-GB', '2026-11-21', 'Saturday 21 November 2026'],
      ['time-zone="UTC"', 'fa', undefined, '۳۰ آبان ۱۴۰۵، ۹:۳۰'],
      ['time-zone="UTC"', 'fa-u-ca-gregory', undefined, '۲۱ نوامبر ۲۰۲۶، ۹:۳۰'],
      ['date-style="long"', 'fa', '2026-11-21', '۳۰ آبان ۱۴۰۵'],
      ['time-zone="UTC"', 'th', undefined, '21 พ.ย. 2569 09:30'],
      ['time-zone="UTC"', 'ja-u-ca-japanese', undefined, '令和8年11月21日 9:30'],
      ['time-zone="UTC" date-style="long"', 'ar-EG', '2026-11-21', '٢١ نوفمبر ٢٠٢٦'],
    ] as const) {
      it(`${lang} ${attributes} ${datetime ?? ''}: "${text}"`, async () => {
        await show(stamp(`mode="absolute" ${attributes}`, { lang, ...(datetime ? { datetime } : {}) }));
        assert.equal(seen().replace(', Saturday', ' Saturday').replace('Saturday, ', 'Saturday '), text);
      });
    }

    it('in Arabic', async () => {
      await show(
        `<div dir="rtl">${stamp('mode="absolute" time-zone="UTC" date-style="long"', { lang: 'ar' })}</div>`,
      );
      assert.include(seen(), 'نوفمبر');
      const text = find('galley-timestamp').shadowRoot?.querySelector('[part=text]') as HTMLElement;
      const glyphs = document.createRange();
      glyphs.selectNodeContents(text);
      assert.approximately(
        glyphs.getBoundingClientRect().right,
        rect('galley-timestamp').right,
        1,
        'it begins at the right',
      );
    });
  });

  for (const lang of ['ar-SA', 'ar-SA-u-ca-islamic-umalqura']) {
    it(`${lang}: in the calendar that the browser has for it`, async () => {
      await show(stamp('mode="absolute" time-zone="UTC" date-style="long"', { lang }));
      const own = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
      assert.equal(seen(), own.format(AT).replaceAll(/\s/g, ' '));
      assert.match(seen(), /[٠-٩]/);
      assert.equal(own.resolvedOptions().calendar === 'gregory', seen().includes('نوفمبر'));
    });
  }

  it('keeps the text as written in a language that the browser does not have, whatever its own is', async () => {
    for (const lang of ['tlh', 'und', 'not a language']) {
      for (const mode of ['absolute', 'relative']) {
        await show(stamp(`mode="${mode}" relative-until="P999Y"`, { lang }));
        assert.equal(seen(), LONG, `${lang} ${mode}`);
      }
    }
  });

  it('keeps the text as written where the datetime is none, has no zone, or no style or zone can be read', async () => {
    for (const [attributes, datetime] of [
      ['', 'yesterday'],
      ['', '2026-11-21T09:30:00'],
      ['', ''],
      ['', '2026-13-41'],
      ['', '2026-11-20T24:00Z'],
      ['time-zone="Nowhere"', '2026-11-21T09:30:00Z'],
      ['date-style="wide"', '2026-11-21T09:30:00Z'],
    ] as const) {
      for (const mode of ['absolute', 'relative']) {
        await show(stamp(`mode="${mode}" relative-until="PT1M" ${attributes}`, { datetime }));
        assert.equal(seen(), LONG, `${mode} ${attributes} ${datetime}`);
      }
    }
  });

  it('shows a generated text only where it fits the place of the written one, whenever that changes', async () => {
    const long = 'Saturday, November 21, 2026 at 9:30:00 AM Coordinated Universal Time';
    await show(
      stamp('mode="absolute" time-zone="UTC" date-style="full" time-style="full"', { text: '09:30' }),
    );
    assert.equal(seen(), '09:30');
    find('time').textContent = LONG;
    await painted();
    assert.equal(seen(), long);
    find('time').textContent = '09:30';
    await painted();
    assert.equal(seen(), '09:30');
    find('p').style.cssText = 'font-size: 3px';
    find('time').style.cssText = 'font-size: 60px';
    await painted();
    assert.equal(seen(), long);
  });

  it('does not move the time or the text around it, and takes the place of the written text', async () => {
    const { document, load } = await open(
      `<p>Updated ${stamp('mode="relative"').replace(/<\/?p[^>]*>/g, '')}, and so on</p>`,
      {
        styles: ['/packages/timestamp/src/timestamp.css'],
      },
    );
    const before = JSON.stringify([rect('time', document), rect('p', document)]);
    await load('/packages/timestamp/src/define.ts');
    const host = find('galley-timestamp', document);
    const text = find('[part=text]', host.shadowRoot as ShadowRoot);
    assert.isTrue(text.checkVisibility());
    assert.equal(JSON.stringify([rect('time', document), rect('p', document)]), before);
    const glyphs = document.createRange();
    glyphs.selectNodeContents(text);
    const [over, under] = [glyphs.getBoundingClientRect(), rect('time', document)];
    assert.approximately(over.left, under.left, 0.5);
    assert.approximately(over.top, under.top, 2);
    assert.approximately(over.bottom, under.bottom, 2);
    assert.isBelow(over.right, under.right);
  });

  it('does not move a time that has a look of its own, or stands at the end or in the middle of its line', async () => {
    for (const css of [
      'font-size: 10px',
      'font-size: 30px',
      'line-height: 1',
      'display: block; inline-size: 40em',
      'font-weight: 900',
    ]) {
      for (const align of ['start', 'center', 'end']) {
        const { document, load } = await open(
          `<p style="text-align: ${align}">Updated ${stamp('mode="relative"').replace(/<\/?p[^>]*>/g, '')}, and so on</p>`,
          { styles: ['/packages/timestamp/src/timestamp.css'], css: `time { ${css} }` },
        );
        const before = places(document);
        await load('/packages/timestamp/src/define.ts');
        const text = find('[part=text]', find('galley-timestamp', document).shadowRoot as ShadowRoot);
        assert.isTrue(text.checkVisibility());
        assert.deepEqual(places(document), before, `${css}, ${align}`);
        const glyphs = document.createRange();
        glyphs.selectNodeContents(text);
        assert.approximately(
          glyphs.getBoundingClientRect().left,
          rect('time', document).left,
          0.5,
          'after its word',
        );
      }
    }
  });

  it('stays over the written text where that scrolls', async () => {
    await show(
      `<div style="inline-size: 200px; overflow: auto; white-space: nowrap">${stamp('mode="relative"')}<p style="inline-size: 3000px">Wide</p></div>`,
    );
    const text = find('[part=text]', find('galley-timestamp').shadowRoot as ShadowRoot);
    const before = rect('time').left;
    find('div').scrollLeft = 150;
    assert.approximately(rect('time').left, before - 150, 1);
    assert.approximately(text.getBoundingClientRect().left, rect('time').left, 1);
  });

  it('the full date is what is heard, and found in a tooltip', async () => {
    await show(`<p>Updated ${stamp('mode="absolute" time-zone="UTC"').replace(/<\/?p[^>]*>/g, '')}</p>`);
    assert.equal(seen(), 'Nov 21, 2026, 9:30 AM');
    await assertHeard(`paragraph: Updated <${LONG}>`);
    const { left, top, height } = rect('time');
    const over = find('galley-timestamp').shadowRoot?.elementFromPoint(
      left + 3,
      top + height / 2,
    ) as HTMLElement;
    assert.equal(over.title, LONG);
  });

  itEmulates('the full date is what is printed', async () => {
    await show(stamp('mode="absolute" time-zone="UTC"'));
    assert.equal(seen(), 'Nov 21, 2026, 9:30 AM');
    await media({ media: 'print' });
    try {
      assert.equal(seen(), LONG);
    } finally {
      await media({});
    }
  });

  it('takes the language of the nearest lang, through shadow roots, and a new one with the next update', async () => {
    Date.now = () => AT + 125 * MINUTE;
    const stage = await show(
      `<div lang="fr">${stamp('mode="relative"', { lang: 'de' })}</div><div id="host" lang="es"></div>`,
    );
    const element = find<GalleyTimestamp>('galley-timestamp');
    assert.equal(seen(), 'vor 2 Stunden');
    find('p').lang = 'en';
    element.requestUpdate();
    await painted();
    assert.equal(seen(), '2 hours ago');
    find('p').removeAttribute('lang');
    element.requestUpdate();
    await painted();
    assert.equal(seen(), 'il y a 2 heures');
    find('#host').attachShadow({ mode: 'open' }).append(element);
    element.requestUpdate();
    await updated(stage);
    await painted();
    const text = element.shadowRoot?.querySelector('[part=text]');
    assert.equal(text?.textContent, 'hace 2 horas');
  });

  it("without time-zone again, or with an empty one, is written in the reader's", async () => {
    await show(stamp('mode="absolute"'));
    const element = find<GalleyTimestamp>('galley-timestamp');
    const own = seen();
    for (const takeOff of [
      () => {
        element.removeAttribute('time-zone');
      },
      () => {
        element.timeZone = undefined;
      },
      () => {
        element.setAttribute('time-zone', '');
      },
    ]) {
      element.setAttribute('time-zone', 'Pacific/Kiritimati');
      await painted();
      assert.include(seen(), '11:30', 'fourteen hours on');
      takeOff();
      await painted();
      assert.equal(seen(), own);
    }
  });

  it('is not selected with the text around it', async () => {
    await show(stamp('mode="relative"'));
    const text = find('[part=text]', find('galley-timestamp').shadowRoot as ShadowRoot);
    assert.equal(getComputedStyle(text).getPropertyValue('-webkit-user-select'), 'none');
  });

  it('lies under the link of a card, so that all of the card is clicked', async () => {
    await show(`<galley-related-story-link layout="card"><h3><a href="#story">A story</a></h3>
      ${stamp('mode="relative"').replace(/<\/?p[^>]*>/g, '')}</galley-related-story-link>`);
    const { left, top, height } = rect('time');
    assert.isTrue(document.elementFromPoint(left + 3, top + height / 2) === find('a'));
  });

  it('follows its properties and its time', async () => {
    Date.now = () => AT + 125 * MINUTE;
    await show(stamp('mode="relative"'));
    const element = find<GalleyTimestamp>('galley-timestamp');
    element.mode = 'absolute';
    element.timeZone = 'UTC';
    await painted();
    assert.equal(seen(), 'Nov 21, 2026, 9:30 AM');
    element.setAttribute('date-style', 'long');
    await painted();
    assert.equal(seen(), 'November 21, 2026 at 9:30 AM');
    element.removeAttribute('date-style');
    await painted();
    assert.equal(seen(), 'Nov 21, 2026, 9:30 AM');
    find<HTMLTimeElement>('time').dateTime = '2026-12-24T18:00:00Z';
    await painted();
    assert.equal(seen(), 'Dec 24, 2026, 6:00 PM');
    find('time').replaceWith(
      Object.assign(document.createElement('time'), { dateTime: '2025-01-01T00:00:00Z', textContent: LONG }),
    );
    await painted();
    assert.equal(seen(), 'Jan 1, 2025, 12:00 AM');
    element.mode = 'author';
    await painted();
    assert.equal(seen(), LONG);
  });

  describe('clock', () => {
    /** A page that counts what its elements set up and take down. */
    async function counted(html: string) {
      const page = await open(html, { styles: ['/packages/timestamp/src/timestamp.css'] });
      const { window } = page;
      const timers = new Map<number, () => void>();
      let ids = 0;
      const { setTimeout } = window;
      window.setTimeout = ((tick: () => void, delay?: number) => {
        if (!delay) return setTimeout(tick);
        assert.equal(delay, MINUTE);
        timers.set(++ids, tick);
        return ids;
      }) as typeof window.setTimeout;
      window.clearTimeout = (id) => {
        timers.delete(Number(id));
      };
      const watched = new Set<Element>();
      let observers = 0;
      window.IntersectionObserver = class extends window.IntersectionObserver {
        constructor(...args: ConstructorParameters<typeof IntersectionObserver>) {
          super(...args);
          observers++;
        }
        override observe(target: Element) {
          watched.add(target);
          super.observe(target);
        }
      };
      await page.load('/packages/timestamp/src/define.ts');
      await page.painted();
      return { ...page, timers, watched, observers: () => observers };
    }
    const GAP = '<div style="block-size: 4000px"></div>';

    it('is one timer and one observer for all that are in view, and none for none', async () => {
      const near = stamp('mode="relative"');
      const {
        document,
        window,
        timers,
        watched,
        observers,
        errors,
        painted: settled,
      } = await counted(`<main>${near.repeat(20)}${GAP}${near}${GAP}</main>`);
      const scroll = async (y: number) => {
        window.scrollTo(0, y);
        await settled();
      };
      assert.equal(timers.size, 1);
      assert.equal(observers(), 1);
      assert.equal(watched.size, 21);
      await scroll(2500);
      assert.equal(timers.size, 0, 'none in view');
      await scroll(4400);
      assert.equal(timers.size, 1, 'the last one in view');
      await scroll(0);
      assert.equal(timers.size, 1);
      const main = find('main', document);
      main.remove();
      await settled();
      assert.equal(timers.size, 0, 'all removed');
      document.body.append(main);
      await settled();
      assert.equal(timers.size, 1, 'all back');
      document.body.prepend(main.firstElementChild as Element);
      await settled();
      assert.equal(timers.size, 1, 'one moved');
      assert.equal(observers(), 1);
      main.remove();
      find('p', document).remove();
      await settled();
      assert.equal(timers.size, 0);
      assert.deepEqual(errors, []);
    });

    it('is not set up for times as written', async () => {
      const { timers, watched } = await counted(stamp(''));
      assert.equal(timers.size, 0);
      assert.equal(watched.size, 0);
    });

    it('goes on from days to the date while the page is open', async () => {
      const { document, window, timers, painted: settled } = await counted('');
      const shown = async (minutes: number) => {
        window.Date.now = () => AT + minutes * MINUTE;
        for (const each of [...timers.values()]) each();
        await settled();
        return find('galley-timestamp', document).shadowRoot?.textContent.replaceAll(/\s/g, ' ');
      };
      window.Date.now = () => AT + 58 * MINUTE;
      document.body.innerHTML = stamp('mode="relative" relative-until="PT1H" time-zone="UTC"');
      await settled();
      assert.equal(await shown(59), '59 minutes ago');
      assert.equal(await shown(60), 'Nov 21, 2026, 9:30 AM');
      find('galley-timestamp', document).setAttribute('relative-until', 'P2D');
      assert.equal(await shown(61), '1 hour ago');
      assert.equal(await shown(2 * 24 * 60 - 1), '2 days ago');
      assert.equal(await shown(2 * 24 * 60), 'Nov 21, 2026, 9:30 AM');
    });

    it('is right when an element that was away is back', async () => {
      const { document, window, painted: settled } = await counted('');
      window.Date.now = () => AT + 5 * MINUTE;
      document.body.innerHTML = stamp('mode="relative"');
      await settled();
      const root = find('galley-timestamp', document).shadowRoot as ShadowRoot;
      assert.equal(root.textContent, '5 minutes ago');
      const box = find('p', document);
      box.remove();
      await settled();
      window.Date.now = () => AT + 125 * MINUTE;
      document.body.append(box);
      await settled();
      assert.equal(root.textContent, '2 hours ago');
    });

    it('brings the text up to date, and writes nothing where nothing changes', async () => {
      const { document, window, timers, painted: settled } = await counted('');
      let at = AT + 5 * MINUTE;
      window.Date.now = () => at;
      document.body.innerHTML = stamp('mode="relative"');
      await settled();
      const root = find('galley-timestamp', document).shadowRoot as ShadowRoot;
      assert.equal(root.textContent, '5 minutes ago');
      let writes = 0;
      const changes = new MutationObserver((records) => {
        // The tooltip is written each time, and costs nothing.
        writes += records.filter(({ attributeName }) => attributeName !== 'title').length;
      });
      changes.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
      changes.observe(root, { childList: true, subtree: true, characterData: true, attributes: true });
      const tick = async () => {
        writes = 0;
        for (const each of [...timers.values()]) each();
        await updated(document);
        await settled();
        return writes;
      };
      assert.equal(timers.size, 1);
      assert.equal(await tick(), 0);
      at += MINUTE;
      assert.isAbove(await tick(), 0);
      assert.equal(root.textContent, '6 minutes ago');
    });
  });
});

describeLayout(
  'timestamp',
  `<p>Updated ${stamp('mode="absolute"').replace(/<\/?p[^>]*>/g, '')}, and so on.</p>`,
  (page) => {
    const host = find('galley-timestamp', page);
    assert.isTrue(find('[part=text]', host.shadowRoot as ShadowRoot).checkVisibility());
    assert.isBelow(rect('p', page).height, 40, 'one line');
    assert.isAbove(rect('time', page).left, rect('p', page).left + 20, 'in the line');
    assert.approximately(rect('time', page).width, host.offsetWidth, 1);
  },
);
