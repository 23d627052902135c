/**
 * A point in time, in milliseconds since 1970, and whether it stands for the whole day because the author gave no hour. NaN where the
 * author's `datetime` is none.
 */
export type Moment = readonly [at: number, wholeDay: boolean];

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const UNITS = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['week', 7 * DAY],
  ['day', DAY],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
] as const;

/**
 * Reads a `datetime` that says which moment it means: a date alone, or a date and time with a zone. A time without a zone means another
 * moment for every reader, so it is not taken.
 *
 * @param datetime The attribute's value, as in https://html.spec.whatwg.org/#the-time-element.
 */
export function parseMoment(datetime = ''): Moment {
  const [text = '', day = '', time] =
    /^(\d{4}-\d\d-\d\d)(T(?!24).+(?:Z|[+-]\d\d:?\d\d))?$/.exec(datetime.replace(' ', 'T')) ?? [];
  // 30 February is no date, though browsers read it as 2 March. Of what is no date the JSON is null.
  const isDate = (new Date(day).toJSON() as string | null)?.startsWith(day);
  return [Date.parse(isDate ? text : ''), !time];
}

/**
 * Reads an ISO 8601 duration such as `P7D`, `PT12H` or `P1M` (a month counts 30 days, a year 365; seconds are not counted,
 * because the clock goes by minutes).
 * @returns Milliseconds; 0 where the value is no duration.
 */
export function parseDuration(duration: string): number {
  const match = /^P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(?:T(\d+H)?(\d+M)?(\d+S)?)?$/.exec(duration) ?? [];
  return UNITS.reduce((sum, [, size], i) => sum + size * parseInt(match[i + 1] ?? '0'), 0);
}

/** The day of the reader's calendar, as if it began with UTC's. */
const startOfDay = (at: number): number =>
  Math.floor((at - new Date(at).getTimezoneOffset() * MINUTE) / DAY) * DAY;

/**
 * How long ago, spelled out in full: "2 hours ago", "yesterday", "now".
 *
 * @param moment The moment.
 * @param until Milliseconds from which on a relative time says too little; a week for 0.
 * @param language A language tag.
 * @returns The text, or nothing from `until` on.
 * @throws RangeError where the moment or the language is none.
 */
export function relative([at, wholeDay]: Moment, until: number, language: string): string | undefined {
  const now = Date.now();
  // "Yesterday" is a day of the reader's calendar, not 24 hours; a date alone is that day everywhere.
  const days = (wholeDay ? at : startOfDay(at)) - startOfDay(now);
  const past = wholeDay ? days : at - now;
  const age = Math.abs(past);
  if (age >= (until || 7 * DAY)) return undefined;
  const count = (size: number) => Math.trunc((size < DAY ? past : days) / size);
  // Where the clocks go back, 24 hours may end on the day on which they began, and seven days on the sixth: none is counted then.
  const [unit, size] = UNITS.find(([, size]) => age >= size && count(size)) ?? [
    wholeDay ? 'day' : 'second',
    MINUTE,
  ];
  // "Last week" would be said of any day in it: weeks and more are counted.
  return new Intl.RelativeTimeFormat(language, { numeric: size > DAY ? 'always' : 'auto' }).format(
    count(size),
    unit,
  );
}

/** How a moment is written out, each as in `Intl.DateTimeFormat`. */
export type DateStyle = 'full' | 'long' | 'medium' | 'short';

/**
 * The date and time written out.
 * @throws RangeError where the moment, a style, the time zone or the language is none.
 */
export function absolute(
  [at, wholeDay]: Moment,
  language: string,
  {
    dateStyle,
    timeStyle,
    timeZone,
  }: { dateStyle: DateStyle; timeStyle: DateStyle; timeZone: string | null | undefined },
): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle,
    timeStyle: wholeDay ? undefined : timeStyle,
    timeZone: wholeDay ? 'UTC' : timeZone || undefined,
  }).format(at);
}
