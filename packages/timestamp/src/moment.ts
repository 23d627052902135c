/** A point in time, or a whole day where the author gave no hour. */
export interface Moment {
  readonly at: Date;
  readonly wholeDay: boolean;
}

/**
 * Reads a `datetime` that says which moment it means: a date alone, or a date and time with a zone. A time without a zone means another
 * moment for every reader, so it is not taken.
 *
 * @param datetime The attribute's value, as in https://html.spec.whatwg.org/#the-time-element.
 * @returns The moment, or nothing where the value is none.
 */
export function parseMoment(datetime = ''): Moment | undefined {
  const [text = '', day = '', time] =
    /^(\d{4}-\d\d-\d\d)(T.+(?:Z|[+-]\d\d:?\d\d))?$/.exec(datetime.replace(' ', 'T')) ?? [];
  const at = new Date(text);
  // 30 February is no date, though browsers read it as 2 March. Of what is no date the JSON is null.
  return at.toJSON() && (new Date(day).toJSON() as string | null)?.startsWith(day) ? { at, wholeDay: !time } : undefined;
}

const DAY = 86400;

const UNITS = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['week', 7 * DAY],
  ['day', DAY],
  ['hour', 3600],
  ['minute', 60],
] as const;

/**
 * Reads an ISO 8601 duration such as `P7D`, `PT12H` or `P1M` (a month counts 30 days, a year 365; seconds are not counted, because
 * the clock goes by minutes).
 * @returns Seconds; 0 where the value is no duration.
 */
export function parseDuration(duration: string): number {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?)?$/.exec(
    duration,
  );
  return UNITS.reduce((sum, [, size], i) => sum + size * Number(match?.[i + 1] ?? 0), 0);
}

/** The day of the reader's calendar, in seconds, as if it began with UTC's. */
const startOfDay = (date: Date): number =>
  Math.floor((+date / 1000 - date.getTimezoneOffset() * 60) / DAY) * DAY;

/**
 * How long ago, spelled out in full: "2 hours ago", "yesterday", "now".
 *
 * @param moment The moment.
 * @param until Seconds from which on a relative time says too little; a week for 0.
 * @param language A language tag.
 * @returns The text, or nothing from `until` on.
 */
export function relative({ at, wholeDay }: Moment, until: number, language: string): string | undefined {
  const now = new Date(Date.now());
  // "Yesterday" is a day of the reader's calendar, not 24 hours; a date alone is that day everywhere.
  const days = (wholeDay ? +at / 1000 : startOfDay(at)) - startOfDay(now);
  const seconds = wholeDay ? days : (+at - +now) / 1000;
  const age = Math.abs(seconds);
  if (age >= (until || 7 * DAY)) return undefined;
  const [unit, size] = UNITS.find(([, size]) => age >= size) ?? [wholeDay ? 'day' : 'second', 60];
  // "Last week" would be said of any day in it: weeks and more are counted.
  return new Intl.RelativeTimeFormat(language, { numeric: size > DAY ? 'always' : 'auto' }).format(
    Math.trunc((size < DAY ? seconds : days) / size),
    unit,
  );
}

/** How a moment is written out, each as in `Intl.DateTimeFormat`. */
export type DateStyle = 'full' | 'long' | 'medium' | 'short';

/**
 * The date and time written out.
 * @throws RangeError where a style, the time zone or the language is none.
 */
export function absolute(
  { at, wholeDay }: Moment,
  language: string,
  styles: { dateStyle: DateStyle; timeStyle: DateStyle; timeZone: string | undefined },
): string {
  // Intl takes the options from any object that has them.
  return new Intl.DateTimeFormat(
    language,
    wholeDay ? { dateStyle: styles.dateStyle, timeZone: 'UTC' } : styles,
  ).format(at);
}
