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
export function parseMoment(datetime: string): Moment | undefined {
  const [text, time] = /^\d{4}-\d\d-\d\d([T ].+(?:Z|[+-]\d\d:?\d\d))?$/.exec(datetime.trim()) ?? [''];
  const at = new Date(text.replace(' ', 'T'));
  const day = text.slice(0, 10);
  // 30 February is no date, though browsers read it as 2 March.
  return !isNaN(+at) && new Date(day).toJSON().startsWith(day) ? { at, wholeDay: !time } : undefined;
}

const DAY = 86400;

/**
 * Reads an ISO 8601 duration such as `P7D`, `PT12H` or `P1M` (a month counts 30 days, a year 365).
 * @returns Seconds, or `NaN` where the value is no duration.
 */
export function parseDuration(duration: string): number {
  const match =
    /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(
      duration,
    );
  const seconds = [365 * DAY, 30 * DAY, 7 * DAY, DAY, 3600, 60, 1];
  return match ? seconds.reduce((sum, unit, i) => sum + unit * Number(match[i + 1] ?? 0), 0) : NaN;
}

const UNITS = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['week', 7 * DAY],
  ['day', DAY],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** Seconds at which a day of the reader's calendar begins, as if it were one of UTC's. */
const startOfDay = (date: Date): number =>
  Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 1000;

/**
 * How long ago, spelled out in full: "2 hours ago", "yesterday", "now".
 *
 * @param moment The moment.
 * @param until Seconds from which on a relative time says too little.
 * @param language A language tag.
 * @param now The present, in milliseconds.
 * @returns The text, or nothing from `until` on.
 */
export function relative(moment: Moment, until: number, language: string, now: number): string | undefined {
  const { at, wholeDay } = moment;
  // "Yesterday" is a day of the reader's calendar, not 24 hours; a date alone is that day everywhere.
  const days = ((wholeDay ? +at / 1000 : startOfDay(at)) - startOfDay(new Date(now))) / DAY;
  const seconds = wholeDay ? days * DAY : (+at - now) / 1000;
  const age = Math.abs(seconds);
  if (age >= until) return undefined;
  const [unit, length] = UNITS.find(([, size]) => age >= size) ?? (wholeDay ? ['day', DAY] : ['second', 60]);
  const count = length < DAY ? seconds / length : (days * DAY) / length;
  // "Last week" would be said of any day in it: weeks and more are counted.
  const numeric = length > DAY ? 'always' : 'auto';
  return new Intl.RelativeTimeFormat(language, { numeric }).format(Math.trunc(count), unit);
}

/** How a moment is written out, each as in `Intl.DateTimeFormat`. */
export type DateStyle = 'full' | 'long' | 'medium' | 'short';

/**
 * The date and time written out.
 * @throws RangeError where a style, the time zone or the language is none.
 */
export function absolute(
  moment: Moment,
  language: string,
  styles: { dateStyle: DateStyle; timeStyle: DateStyle; timeZone: string | undefined },
): string {
  const { dateStyle, timeStyle, timeZone } = styles;
  const format = moment.wholeDay
    ? { dateStyle, timeZone: 'UTC' }
    : { dateStyle, timeStyle, ...(timeZone ? { timeZone } : {}) };
  return new Intl.DateTimeFormat(language, format).format(moment.at);
}
