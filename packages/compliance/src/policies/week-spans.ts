/** Hours that a client writes: spans of a week, read with errors that name the field. */
import { weekly, type Schedule, type WeekSpans } from '../engine/schedule.js';
import { ComplianceInputError } from '../errors.js';
import { parseClock } from '../time/civil-date.js';

/** The schedule of a client's spans. @throws ComplianceInputError naming the part that cannot be read */
export function readWeek(owner: string, spans: WeekSpans): Schedule {
  for (const part of ['weekdays', 'saturday', 'sunday'] as const) {
    if (!isSpans(spans[part]))
      throw new ComplianceInputError(
        `${owner}.${part}`,
        `must be spans such as '09:00-18:00' separated by spaces, '' for closed or '*' for all day`,
      );
  }
  return weekly(spans);
}

/** True for '', '*' and spans of the day whose open comes before their close. */
function isSpans(text: unknown): boolean {
  if (typeof text !== 'string') return false;
  if (text === '' || text === '*') return true;
  return text.split(' ').every((part) => {
    const [open, close, more] = part.split('-').map(parseClock);
    return open !== undefined && close !== undefined && open < close && more === undefined;
  });
}
