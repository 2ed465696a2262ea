/** Instants as the browser's fields for date and time want them. */

/** An instant as `datetime-local` wants it: '2026-06-10T14:15' in the zone of the browser. */
export function localText(ms: number): string {
  const shifted = new Date(ms - new Date(ms).getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length);
}
