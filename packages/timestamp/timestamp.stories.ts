import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { element, type Args } from '../../.storybook/element.ts';

const timestamp = (args: Args, datetime: string, text: string) =>
  element('galley-timestamp', args, `<time datetime="${datetime}">${text}</time>`);

const DATE = '2026-11-21T09:30:00Z';
const TEXT = 'Saturday 21 November 2026, 09:30 GMT';

/** A moment before now, with its text as a server would write it, in the language of the page. */
const ago = (args: Args, minutes: number, language = 'en-GB') => {
  const at = new Date(Date.now() - minutes * 60_000);
  const text = new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  }).format(at);
  return timestamp(args, at.toISOString(), text);
};

const meta: Meta<Args> = {
  title: 'Elements/Timestamp',
  component: 'galley-timestamp',
  render: (args) => `<p>Published ${timestamp(args, DATE, TEXT)}</p>`,
};
export default meta;

type Story = StoryObj<Args>;

/** The text as the author wrote it. */
export const Author: Story = {};

/** How long ago, spelled out, in the box of the full date. */
export const Relative: Story = {
  args: { mode: 'relative' },
  parameters: { chrome: ['galley-timestamp'] },
  render: (args) => `<p>Updated ${ago(args, 125)}</p>`,
};

/** Older than `relative-until`, a relative time is written out. */
export const RelativeUntil: Story = {
  args: { mode: 'relative', 'relative-until': 'PT12H' },
  parameters: { chrome: ['galley-timestamp'] },
  render: (args) => `<p>Updated ${ago(args, 60 * 30)}</p>`,
};

/** Written out for the reader: in the language of the page, and the reader's own time zone. */
export const Absolute: Story = { args: { mode: 'absolute' }, parameters: { chrome: ['galley-timestamp'] } };

/** Written out in one time zone for all readers. */
export const TimeZone: Story = {
  args: { mode: 'absolute', 'time-zone': 'Asia/Tokyo', 'time-style': 'long' },
  parameters: { chrome: ['galley-timestamp'] },
};

/** A shorter date. */
export const DateStyle: Story = {
  args: { mode: 'absolute', 'time-zone': 'UTC', 'date-style': 'short', 'time-style': 'short' },
  parameters: { chrome: ['galley-timestamp'] },
};

/** With seconds. */
export const TimeStyle: Story = {
  args: { mode: 'absolute', 'time-zone': 'UTC', 'time-style': 'medium' },
  parameters: { chrome: ['galley-timestamp'] },
};

/** In German, from the nearest `lang`. */
export const German: Story = {
  args: { mode: 'relative' },
  parameters: { chrome: ['galley-timestamp'] },
  render: (args) => `<p lang="de">Aktualisiert: ${ago(args, 125, 'de')}</p>`,
};

/** In Arabic, from right to left. */
export const Arabic: Story = {
  args: { mode: 'relative' },
  parameters: { chrome: ['galley-timestamp'] },
  render: (args) => `<p lang="ar" dir="rtl">آخر تحديث: ${ago(args, 125, 'ar')}</p>`,
};

/** A region may have digits of its own: Arabic as in Egypt. */
export const ArabicDigits: Story = {
  args: { mode: 'absolute', 'time-zone': 'UTC' },
  parameters: { chrome: ['galley-timestamp'] },
  render: (args) =>
    `<p lang="ar-EG" dir="rtl">نُشر في ${timestamp(args, DATE, 'السبت، ٢١ نوفمبر ٢٠٢٦، ٩:٣٠ صباحًا بتوقيت غرينتش')}</p>`,
};

/** In Persian: the calendar and the digits of the language. */
export const Persian: Story = {
  args: { mode: 'absolute', 'time-zone': 'UTC', 'date-style': 'long' },
  parameters: { chrome: ['galley-timestamp'] },
  render: (args) =>
    `<p lang="fa" dir="rtl">انتشار: ${timestamp(args, DATE, 'شنبه ۳۰ آبان ۱۴۰۵، ساعت ۹:۳۰ به وقت گرینویچ')}</p>`,
};

/** How long ago, in Persian digits. */
export const PersianRelative: Story = {
  args: { mode: 'relative' },
  parameters: { chrome: ['galley-timestamp'] },
  render: (args) => `<p lang="fa" dir="rtl">به‌روزرسانی: ${ago(args, 125, 'fa')}</p>`,
};

/** Another calendar than the language's own, asked for in `lang`: Persian in the Gregorian calendar. */
export const Calendar: Story = {
  args: { mode: 'absolute', 'time-zone': 'UTC', 'date-style': 'long' },
  parameters: { chrome: ['galley-timestamp'] },
  render: (args) =>
    `<p lang="fa-u-ca-gregory" dir="rtl">انتشار: ${timestamp(args, DATE, 'شنبه ۲۱ نوامبر ۲۰۲۶، ساعت ۹:۳۰ به وقت گرینویچ')}</p>`,
};

/** In a language that the browser does not have, the author's text stays: it is never in the browser's own. */
export const UnknownLanguage: Story = {
  args: { mode: 'relative' },
  render: (args) =>
    `<p lang="ang">Nīwod ${timestamp(args, DATE, 'on þone ān and twentigoðan dæg Blōtmōnðes')}</p>`,
};

/** A day without an hour. */
export const WholeDay: Story = {
  args: { mode: 'absolute', 'date-style': 'long' },
  parameters: { chrome: ['galley-timestamp'] },
  render: (args) => `<p>Printed on ${timestamp(args, '2026-11-21', 'Saturday 21 November 2026')}</p>`,
};

/** A `datetime` that is none, or has no zone: the author's text stays. */
export const InvalidDatetime: Story = {
  args: { mode: 'relative' },
  render: (args) => `<p>Updated ${timestamp(args, 'yesterday', 'yesterday at noon')}</p>`,
};

/** Where the generated text does not fit the author's box, the author's text stays. */
export const TooLong: Story = {
  args: { mode: 'absolute', 'date-style': 'full', 'time-style': 'full' },
  render: (args) => `<p>Updated ${timestamp(args, DATE, '09:30')}</p>`,
};
