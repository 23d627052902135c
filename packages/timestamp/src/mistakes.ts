import { unknownValue } from '@galley/core/development.js';
import { absolute, parseDuration, parseMoment } from './moment.ts';
import type { GalleyTimestamp } from './timestamp.ts';

/** What authors get wrong in a time. */
export function* mistakes(host: HTMLElement): Generator<string> {
  yield* unknownValue(host, 'mode', ['author', 'absolute', 'relative']);
  const times = host.querySelectorAll('time');
  const datetime = times[0]?.getAttribute('datetime');
  if (times.length !== 1) {
    yield `it holds ${String(times.length)} times. Write one: <time datetime="2026-11-22T09:30:00Z">22 November 2026, 09:30 GMT</time>.`;
  } else if (!datetime) {
    yield 'its time has no datetime. Write the moment in it, with a zone: datetime="2026-11-22T09:30:00Z".';
  } else if (isNaN(parseMoment(datetime)[0])) {
    yield `datetime="${datetime}" is no date, or a time without a zone, so the text stays as written. Write it like 2026-11-22T09:30:00Z.`;
  }
  if (times[0] && !times[0].textContent.trim()) yield 'its time has no text. Write the full date in it.';
  const settings = host as HTMLElement &
    Pick<GalleyTimestamp, 'mode' | 'relativeUntil' | 'dateStyle' | 'timeStyle' | 'timeZone'>;
  const { relativeUntil, mode } = settings;
  if (!parseDuration(relativeUntil)) {
    yield `relative-until="${relativeUntil}" is no duration, so P7D applies. Write an ISO 8601 duration, such as P7D or PT12H.`;
  }
  if (mode !== 'author') {
    try {
      absolute([0, false], 'en', settings);
    } catch (error) {
      yield `the text stays as written: ${String(error)}. Write an IANA name in time-zone, and full, long, medium or short in date-style and time-style.`;
    }
  }
}
