/**
 * Reads a `datetime` that says which moment it means: a date alone, or a date and time with its zone, as `galley-timestamp` takes it. The
 * digits are the author's; a space before the time, and a zone without a colon, which HTML allows, are written as ISO 8601 has them.
 *
 * @returns Nothing where the value is no date of the calendar, or has a time without a zone.
 */
export function isoMoment(datetime: string | null): string | undefined {
  const match =
    /^(\d{4}-\d\d-\d\d)(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?)(?:(Z)|([+-](?:[01]\d|2[0-3])):?([0-5]\d)))?$/.exec(
      datetime?.trim() ?? '',
    );
  const [, date, time, utc, hours, minutes] = match ?? [];
  if (!date) return undefined;
  // The thirtieth of February would be a day of March.
  const day = new Date(`${date}T00:00:00Z`);
  if (isNaN(+day) || day.toISOString().slice(0, 10) !== date) return undefined;
  return time ? `${date}T${time}${utc ?? `${hours ?? ''}:${minutes ?? ''}`}` : date;
}
