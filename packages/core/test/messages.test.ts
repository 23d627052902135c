import { assert } from 'chai';
import { find, open, show } from '../../../scripts/test/fixture.ts';
import { languageOf, setMessages } from '../src/core.ts';
import { enlarge, enlargeAt } from '../src/enlarge.ts';
import english from '../src/languages/en.ts';
import {
  format,
  messagesAt as messagesOf,
  type Message,
  type Messages,
  type Shipped,
} from '../src/messages.ts';
import { custom } from '../src/set-messages.ts';

/** The languages that there are, and the letters that each is written in. */
const LETTERS = {
  ar: /^[\p{Script=Arab}\p{M}]+$/u,
  bn: /^\p{Script=Beng}+$/u,
  de: /^\p{Script=Latn}+$/u,
  en: /^\p{Script=Latn}+$/u,
  es: /^\p{Script=Latn}+$/u,
  // The Arabic kaf and yeh look alike, and are others.
  fa: /^(?!.*[يىك])[\p{Script=Arab}\p{M}\u200C]+$/u,
  fr: /^\p{Script=Latn}+$/u,
  he: /^\p{Script=Hebr}+$/u,
  hi: /^\p{Script=Deva}+$/u,
  id: /^\p{Script=Latn}+$/u,
  it: /^\p{Script=Latn}+$/u,
  ja: /^[\p{Script=Hira}\p{Script=Kana}\p{Script=Hani}]+$/u,
  ko: /^\p{Script=Hang}+$/u,
  nl: /^\p{Script=Latn}+$/u,
  pl: /^\p{Script=Latn}+$/u,
  'pt-BR': /^\p{Script=Latn}+$/u,
  ru: /^\p{Script=Cyrl}+$/u,
  tr: /^\p{Script=Latn}+$/u,
  uk: /^(?!.*[ыэёъ])\p{Script=Cyrl}+$/u,
  ur: /^(?!.*[يىكه])[\p{Script=Arab}\p{M}]+$/u,
  zh: /^\p{Script=Hani}+$/u,
};

const messagesAt = (element: Element) => messagesOf([languageOf(element), custom]);

/** All strings of a language: the one that comes alone, and those of its file. */
const withName = (tag: string, messages: Shipped): Messages => ({
  enlarge: enlarge[tag.replace(/-.*/, '')] ?? '',
  ...messages,
});

const en = withName('en', english);
const shipped = new Map(
  await Promise.all(
    Object.keys(LETTERS).map(async (tag) => {
      const { default: messages } = (await import(`../src/languages/${tag}.ts`)) as { default: Shipped };
      return [tag, withName(tag, messages)] as const;
    }),
  ),
);

const keys = Object.keys(en) as (keyof Messages)[];
/** A message's texts: one, or one for each plural category. */
const texts = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message as Record<string, string>);
const all = (messages: Messages): string[] => Object.values(messages).flatMap(texts);
const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
/** Writes `count` pictures in the words of a language. */
const covered = (language: string, count: number): string =>
  format(shipped.get(language)?.showAll ?? '', language, { count });

/** The strings in an element of a language. */
async function inLanguage(lang: string) {
  await show(`<p lang="${lang}"><b id="at"></b></p>`);
  return messagesAt(find('#at'));
}

afterEach(() => {
  custom.clear();
});

describe('languages', () => {
  it('are 21, of all of which there are strings', () => {
    assert.equal(shipped.size, 21);
    assert.lengthOf(Object.keys(enlarge), 21);
  });

  for (const [tag, messages] of shipped) {
    describe(tag, () => {
      const { showAll } = messages;
      const forms = typeof showAll === 'string' ? {} : (showAll as Record<string, string>);
      const rules = new Intl.PluralRules(tag);

      it('has every string, and no other', () => {
        assert.deepEqual(Object.keys(messages), Object.keys(en));
        for (const text of all(messages)) assert.match(text, /\p{L}/u);
      });

      it('has every plural category, and no other', () => {
        assert.sameMembers(Object.keys(forms), rules.resolvedOptions().pluralCategories);
      });

      it('says how many where a form is for more than one number', () => {
        for (const [category, form] of Object.entries(forms)) {
          const numbers = Array.from({ length: 200 }, (_, i) => i + 1).filter(
            (number) => rules.select(number) === category,
          );
          if (numbers.length > 1) assert.include(form, '{count}', `${category}: ${numbers.join()}`);
        }
      });

      it('has the placeholders of English', () => {
        for (const key of keys) {
          if (key === 'showAll') continue;
          assert.deepEqual(placeholders(messages[key]), placeholders(en[key]), key);
        }
        for (const form of Object.values(forms))
          assert.include([[], ['{count}']].map(String), String(placeholders(form)));
        assert.deepEqual(placeholders(forms.other ?? ''), ['{count}']);
      });

      it('is written in its own letters, as text that needs no care', () => {
        for (const text of all(messages)) {
          for (const word of text.replaceAll(/\{\w+\}/g, ' ').match(/[\p{L}\p{M}\u200C]+/gu) ?? [])
            assert.match(word, LETTERS[tag as keyof typeof LETTERS], text);
          assert.equal(text, text.normalize(), 'composed as browsers have it');
          assert.equal(text, text.trim());
          assert.notMatch(text, /\s\s|(?! )\s/, text);
          assert.notMatch(text, /[.。।۔!]$/, 'no sentence');
          assert.notMatch(text, /[<>&'"`]|(?!\u200C)[\p{C}]/u, text);
          assert.notMatch(text.replaceAll(/\{\w+\}/g, ''), /[{}]/, text);
        }
      });

      it('gives its buttons different names', () => {
        const { close, previous, next, zoomIn, zoomOut, tryAgain } = messages;
        assert.lengthOf(new Set([close, previous, next, zoomIn, zoomOut, tryAgain]), 6);
      });

      if (tag !== 'en') {
        it('has nothing left in English', () => {
          const english = new Set(all(en));
          assert.deepEqual(
            all(messages).filter((text) => english.has(text)),
            [],
          );
        });
      }

      it('is what an element in it is given', async () => {
        const { language, ...given } = await inLanguage(tag);
        assert.equal(language, tag);
        const [primary] = tag.split('-');
        const { enlarge: name, ...others } = messages;
        assert.equal(
          enlargeAt([tag, custom], 0).text,
          name.replace('{number}', format('{n}', tag, { n: 0 })),
        );
        assert.deepEqual(given, {
          ...others,
          showAll: { ...forms, language: String(primary), other: forms.other ?? '' },
        });
      });
    });
  }

  it('are different from each other', () => {
    for (const key of ['enlarge', 'previous', 'loadFailed'] as const)
      assert.lengthOf(new Set([...shipped.values()].map((messages) => messages[key])), shipped.size, key);
  });

  it('have the forms that a number needs', () => {
    assert.lengthOf(new Set([0, 1, 2, 3, 11, 100].map((count) => covered('ar', count))), 6);
    assert.equal(covered('ar', 2), 'عرض الصورتين المحجوبتين');
    assert.deepEqual(
      [1, 3, 12, 22].map((count) => covered('pl', count)),
      [
        'Pokaż ukryte zdjęcie',
        'Pokaż wszystkie 3 ukryte zdjęcia',
        'Pokaż wszystkie 12 ukrytych zdjęć',
        'Pokaż wszystkie 22 ukryte zdjęcia',
      ],
    );
    assert.deepEqual(
      [1, 21, 4, 11].map((count) => covered('ru', count)),
      [
        'Показать 1 скрытое изображение',
        'Показать 21 скрытое изображение',
        'Показать все 4 скрытых изображения',
        'Показать все 11 скрытых изображений',
      ],
    );
    assert.equal(covered('he', 2), 'הצגת שתי התמונות המוסתרות');
    assert.equal(covered('ja', 1), '非表示の画像 1 枚を表示');
  });

  it('are the documented ones, with the documented strings', async () => {
    const readme = await (await fetch('/packages/core/README.md')).text();
    const listed = /There are strings in ([^.]*)\./.exec(readme)?.[1] ?? '';
    assert.sameMembers(
      [...listed.matchAll(/`([\w-]+)`/g)].map(([, tag]) => tag),
      [...shipped.keys()],
    );
    const rows = [...readme.matchAll(/^\| `(\w+)` +\| (.*?) +\| /gm)].map(([, key, english]) => [
      key,
      english,
    ]);
    assert.deepEqual(
      rows,
      keys.map((key) => [key, texts(en[key]).join('; ')]),
    );
  });
});

describe('messagesAt', () => {
  for (const [lang, close, language] of [
    ['fr', 'Fermer', 'fr'],
    ['fr-CA', 'Fermer', 'fr-CA'],
    ['FR-ca', 'Fermer', 'fr-CA'],
    ['pt', 'Fechar', 'pt'],
    ['pt-PT', 'Fechar', 'pt-PT'],
    ['zh-Hant-TW', '关闭', 'zh-Hant-TW'],
    ['fa-u-nu-latn', 'بستن', 'fa-u-nu-latn'],
    // What Hebrew was called.
    ['iw', 'סגירה', 'he'],
    ['en-GB', 'Close', 'en-GB'],
    ['no', 'Close', 'en'],
    ['xx', 'Close', 'en'],
    ['tlh', 'Close', 'en'],
    ['', 'Close', 'en'],
    ['no language', 'Close', 'en'],
    ['fr_CA', 'Close', 'en'],
  ] as const) {
    it(`in "${lang}": ${close}, written as in ${language}`, async () => {
      const messages = await inLanguage(lang);
      assert.equal(messages.close, close);
      assert.equal(messages.language, language);
    });
  }

  it("goes by the nearest language, through shadow roots, not by the page's", async () => {
    await show('<div lang="nl"><section></section></div><p></p>');
    const root = find('section').attachShadow({ mode: 'open' });
    root.innerHTML = '<b></b><i lang="tr"></i>';
    const closing = async (element: Element | null) => (await messagesAt(element as Element)).close;
    assert.equal(await closing(root.querySelector('b')), 'Sluiten');
    assert.equal(await closing(root.querySelector('i')), 'Kapat');
    assert.equal(await closing(find('p')), 'Close');
    assert.equal(await closing(document.createElement('b')), 'Close');
  });

  it('loads the language that it needs, once, and no other', async () => {
    const page = await open(
      `<script type="module">
        import { languageOf } from '/packages/core/src/language.ts';
        import { messagesAt } from '/packages/core/src/messages.ts';
        import { custom } from '/packages/core/src/set-messages.ts';
        window.loading = Promise.all([...document.querySelectorAll('p')].map((each) => messagesAt([languageOf(each), custom])));
      </script><p lang="de"></p><p lang="de-AT"></p><p lang="en"></p>`,
    );
    await (page.window as unknown as { loading: Promise<unknown> }).loading;
    const loaded = page.window.performance.getEntriesByType('resource').flatMap(({ name }) => {
      const [, file] = /languages\/(.*)\.ts/.exec(name) ?? [];
      return file ? [file] : [];
    });
    assert.deepEqual(loaded.sort(), ['de', 'en']);
  });

  it('is English while a file does not come, with what the page has set', async () => {
    const page = await open(
      `<script type="importmap">{ "imports": {
        "/packages/core/src/languages/fr.ts": "data:text/javascript,throw new Error('broken')",
        "/packages/core/src/languages/de.ts": "data:text/plain,none",
        "/packages/core/src/languages/it.ts": "data:text/javascript,export const none = 0"
      } }</script>
      <script type="module">
        import { languageOf } from '/packages/core/src/language.ts';
        import { messagesAt } from '/packages/core/src/messages.ts';
        import { custom, setMessages } from '/packages/core/src/set-messages.ts';
        setMessages('de', { next: 'Weiter' });
        const texts = () => Promise.all([...document.querySelectorAll('p')].map((each) => messagesAt([languageOf(each), custom])));
        window.loading = texts().then(async (first) => [...first, ...(await texts())]);
      </script><p lang="fr"></p><p lang="de"></p><p lang="it"></p><p lang="nl"></p>`,
    );
    const found = await (page.window as unknown as { loading: Promise<(Messages & { language: string })[]> })
      .loading;
    const expected = [
      'en Close Next picture',
      'de Close Weiter',
      'en Close Next picture',
      'nl Sluiten Volgende afbeelding',
    ];
    assert.deepEqual(
      found.map(({ language, close, next }) => [language, close, next].join(' ')),
      [...expected, ...expected],
    );
    assert.deepEqual(page.errors, []);
  });
});

describe('setMessages', () => {
  it('sets strings of a language that there is, key by key, over what was set before', async () => {
    setMessages('fr', { close: 'Quitter' });
    setMessages('FR', { next: 'Suivante' });
    setMessages('fr', { close: 'Terminer' });
    const { close, next, previous } = await inLanguage('fr');
    assert.deepEqual([close, next, previous], ['Terminer', 'Suivante', 'Image précédente']);
    assert.equal((await inLanguage('de')).close, 'Schließen');
  });

  it('does so for a region, a script, and all of a language', async () => {
    setMessages('zh', { close: '關閉', next: 'zh' });
    setMessages('zh-Hant', { next: '下一張', previous: 'zh-Hant' });
    setMessages('zh-hant-tw', { previous: '上一張' });
    const { close, next, previous, zoomIn } = await inLanguage('zh-Hant-TW');
    assert.deepEqual([close, next, previous, zoomIn], ['關閉', '下一張', '上一張', '放大']);
    assert.equal((await inLanguage('zh')).next, 'zh');
  });

  it('changes English, which other languages take only what they lack from', async () => {
    setMessages('en', { close: 'Done', showAll: { one: 'Show it', other: 'Show them' } });
    setMessages('en-GB', { next: 'Onwards' });
    setMessages('sr', { next: 'Следећа слика' });
    assert.equal((await inLanguage('en-US')).close, 'Done');
    assert.equal((await inLanguage('xx')).close, 'Done');
    assert.equal((await inLanguage('it')).close, 'Chiudi');
    const british = await inLanguage('en-GB');
    assert.deepEqual([british.close, british.next], ['Done', 'Onwards']);
    const { language, showAll, close, next } = await inLanguage('sr');
    assert.deepEqual([close, next], ['Done', 'Следећа слика']);
    // Serbian has its form for one at 21 too.
    assert.equal(language, 'sr');
    assert.equal(format(showAll, language, { count: 21 }), 'Show them');
  });

  it('adds a language, with its own plural', async () => {
    setMessages('cs', {
      close: 'Zavřít',
      showAll: {
        one: 'Zobrazit skrytý obrázek',
        few: 'Zobrazit všechny {count} skryté obrázky',
        many: 'Zobrazit {count} skrytého obrázku',
        other: 'Zobrazit všech {count} skrytých obrázků',
      },
    });
    const { language, close, showAll, next } = await inLanguage('cs-CZ');
    assert.deepEqual([language, close, next], ['cs-CZ', 'Zavřít', 'Next picture']);
    assert.deepEqual(
      [1, 3, 5].map((count) => format(showAll, language, { count })),
      ['Zobrazit skrytý obrázek', 'Zobrazit všechny 3 skryté obrázky', 'Zobrazit všech 5 skrytých obrázků'],
    );
  });

  it('counts from the next call on, and while a language is on its way', async () => {
    await show('<p lang="pl"></p>');
    const before = messagesAt(find('p'));
    setMessages('pl', { close: 'Wyjdź' });
    assert.equal((await before).close, 'Wyjdź');
    setMessages('pl', { close: 'Koniec' });
    assert.equal((await messagesAt(find('p'))).close, 'Koniec');
    assert.equal(shipped.get('pl')?.close, 'Zamknij');
  });

  it('takes nothing for a string: an empty one, none, a plural without a form', async () => {
    setMessages('fr', { close: '', next: undefined, previous: null, showAll: {} } as unknown as Messages);
    setMessages('fr', undefined as unknown as Messages);
    const { close, next, previous, showAll } = await inLanguage('fr');
    assert.deepEqual([close, next, previous], ['Fermer', 'Image suivante', 'Image précédente']);
    assert.equal(format(showAll, 'fr', { count: 1 }), 'Afficher l’image masquée');
  });
});

describe('the name of the button over a picture, which comes alone', () => {
  for (const [lang, text, language] of [
    ['fr-CA', 'Agrandir l’image 12', 'fr-CA'],
    ['pt-PT', 'Ampliar imagem 12', 'pt-PT'],
    ['FA', 'بزرگ‌نمایی تصویر ۱۲', 'fa'],
    ['fa-u-nu-latn', 'بزرگ‌نمایی تصویر 12', 'fa-u-nu-latn'],
    ['iw', 'הגדלת תמונה 12', 'he'],
    ['en-GB', 'Enlarge picture 12', 'en-GB'],
    ['xx', 'Enlarge picture 12', 'en'],
    ['', 'Enlarge picture 12', 'en'],
    ['fr_CA', 'Enlarge picture 12', 'en'],
  ] as const) {
    it(`in "${lang}": ${text}`, () => {
      assert.deepEqual(enlargeAt([lang, custom], 12), { text, language });
    });
  }

  it('is what the page has set, for the whole tag first, and for English last', () => {
    setMessages('fr', { enlarge: 'Voir {number}' });
    setMessages('fr-CA', { enlarge: 'Ouvrir {number}' });
    setMessages('en', { enlarge: 'View {number}' });
    setMessages('de', { enlarge: '' });
    setMessages('eo', { close: 'Fermi' });
    const name = (lang: string) => Object.values(enlargeAt([lang, custom], 3)).join();
    assert.deepEqual(['fr-ca', 'fr-BE', 'de', 'eo', 'en-GB'].map(name), [
      'Ouvrir 3,fr-CA',
      'Voir 3,fr-BE',
      'Bild 3 vergrößern,de',
      'View 3,en',
      'View 3,en-GB',
    ]);
  });
});

describe('format', () => {
  it('puts values in the place of their names', () => {
    assert.equal(format('{number} of {count}', 'en', { number: 3, count: 7 }), '3 of 7');
    assert.equal(format('{a}{a} {b}', 'en', { a: '$&', b: '{a}' }), '$&$& {a}');
    assert.equal(format('{other} {', 'en', { number: 3 }), '{other} {');
  });

  it('writes numbers as the language does', () => {
    for (const [language, text] of [
      ['bn', '৩ / ১,০০,০০০'],
      ['fa', '۳ / ۱۰۰٬۰۰۰'],
      ['ar-EG', '٣ / ١٠٠٬٠٠٠'],
      ['hi', '3 / 1,00,000'],
      ['de', '3 / 100.000'],
      ['fa-u-nu-latn', '3 / 100,000'],
    ] as const)
      assert.equal(format('{number} / {count}', language, { number: 3, count: 100_000 }), text);
    assert.equal(format('{number}', 'bn', { number: '3' }), '3');
  });

  it('chooses a form by the count', () => {
    const plural = { zero: 'none', one: '{count} one', other: '{count} more' };
    assert.equal(format(plural, 'en', { count: 1 }), '1 one');
    assert.equal(format(plural, 'en', { count: '1' }), '1 one');
    assert.equal(format(plural, 'en', { count: 0 }), '0 more');
    assert.equal(format(plural, 'lv', { count: 0 }), 'none');
    assert.equal(format(plural, 'lv', { count: 21 }), '21 one');
    assert.equal(format(plural, 'pl', { count: 2 }), '2 more');
    assert.equal(format(plural, 'en', {}), '{count} more');
    assert.equal(format({ ...plural, language: 'lv' }, 'en', { count: 21 }), '21 one');
  });

  it('does not throw for what is no language, nor take the one of the browser', () => {
    const { PluralRules, NumberFormat } = Intl;
    const asked: unknown[] = [];
    // A browser in Arabic.
    Object.assign(Intl, {
      PluralRules: function (tags: string[]) {
        asked.push(tags);
        return new PluralRules([...tags, 'ar']);
      },
      NumberFormat: function (tags: string[]) {
        return new NumberFormat([...tags, 'ar-EG']);
      },
    });
    try {
      for (const language of ['no language', '', 'en_GB', 'xx', 'tlh'])
        assert.equal(
          format({ two: 'two', other: '{count} more' }, language, { count: 2 }),
          '2 more',
          language,
        );
      assert.lengthOf(asked, 5);
    } finally {
      Object.assign(Intl, { PluralRules, NumberFormat });
    }
  });
});
