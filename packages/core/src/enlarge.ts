/**
 * The one string that a page needs before its reader does anything: the name of the button over a picture. All languages stand in one
 * small module, apart from the other strings, so that a page in any language loads this alone.
 * @module
 */
import type { Place } from './messages.ts';

/** By the first part of the tag, as in `messages.ts`. */
export const enlarge: Readonly<Record<string, string>> = {
  ar: 'تكبير الصورة {number}',
  bn: 'ছবি {number} বড় করুন',
  de: 'Bild {number} vergrößern',
  en: 'Enlarge picture {number}',
  es: 'Ampliar la imagen {number}',
  fa: 'بزرگ‌نمایی تصویر {number}',
  fr: 'Agrandir l’image {number}',
  he: 'הגדלת תמונה {number}',
  hi: 'तस्वीर {number} बड़ी करें',
  id: 'Perbesar gambar {number}',
  it: 'Ingrandisci l’immagine {number}',
  ja: '画像 {number} を拡大',
  ko: '이미지 {number} 확대',
  nl: 'Afbeelding {number} vergroten',
  pl: 'Powiększ zdjęcie {number}',
  pt: 'Ampliar imagem {number}',
  ru: 'Увеличить изображение {number}',
  tr: '{number}. görseli büyüt',
  uk: 'Збільшити зображення {number}',
  ur: 'تصویر {number} بڑی کریں',
  zh: '放大第 {number} 张图片',
};

/** What names a button, and the language that it is in. */
export interface Name {
  readonly text: string;
  readonly language: string;
}

/**
 * Names the button that enlarges a picture: with what the page has set for the language, then ours, then what the page has set for
 * English, then ours in English.
 *
 * @param number Which picture of the page it is.
 */
export function enlargeAt([place, own]: Place, number: number): Name {
  let locale = 'en';
  try {
    [locale = locale] = Intl.getCanonicalLocales(place);
  } catch {
    // No tag of any language.
  }
  for (const language of [locale, 'en']) {
    for (let tag = language.toLowerCase(); tag; tag = tag.replace(/-?[^-]*$/, '')) {
      // An empty text would leave the button without a name.
      const text = own.get(tag)?.enlarge || enlarge[tag];
      if (text) {
        const digits = new Intl.NumberFormat([language, 'en']).format(number);
        return { text: text.replaceAll('{number}', digits), language };
      }
    }
  }
  return { text: '', language: 'en' };
}
