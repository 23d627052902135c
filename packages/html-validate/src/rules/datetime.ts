import { select, text } from '../dom.ts';
import { rule } from '../rule.ts';

/** Why a `datetime` says no moment; nothing where it says one. */
function why(datetime: string): string | undefined {
  const [, day = '', time, zone] = /^(\d{4}-\d\d-\d\d)([T ].+?)?(Z|[+-]\d\d:?\d\d)?$/.exec(datetime) ?? [];
  // The thirtieth of February would be a day of March.
  const date = new Date(day);
  if (isNaN(+date) || !date.toISOString().startsWith(day) || (zone && !time)) return 'is no date';
  if (!time) return undefined;
  if (!zone) return 'is a time without a zone, another moment for each reader';
  return isNaN(+new Date(datetime.replace(' ', 'T'))) ? 'is no date' : undefined;
}

export const datetime = rule('A time says its moment, with a zone.', function* (document) {
  for (const time of select(document, 'galley-timestamp time')) {
    const value = text(time, 'datetime');
    if (!time.hasAttribute('datetime') || value === '') {
      yield [
        time,
        'The time has no datetime: write the moment in it, with a zone, datetime="2026-11-22T09:30:00Z".',
      ];
      continue;
    }
    const reason = value === undefined ? undefined : why(value);
    if (value !== undefined && reason) {
      yield [time, `datetime="${value}" ${reason}: write it like 2026-11-22T09:30:00Z.`, 'datetime'];
    }
  }
});
