/** The periods one picks with a click, as days of the agency. */

/** Days, both included; absent: without that end. */
export interface Period {
  readonly from?: string;
  readonly to?: string;
}

const DAY_MS = 24 * 3_600_000;

/** '2026-06-10' in a zone; `now`: epoch ms. */
export function dayIn(timeZone: string, now: number): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** A day some days before another. */
function before(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) - days * DAY_MS).toISOString().slice(0, day.length);
}

/** The periods by their names in the texts. */
export const PERIODS = {
  today: (today: string): Period => ({ from: today, to: today }),
  yesterday: (today: string): Period => ({ from: before(today, 1), to: before(today, 1) }),
  week: (today: string): Period => ({ from: before(today, 6), to: today }),
  month: (today: string): Period => ({ from: `${today.slice(0, 7)}-01`, to: today }),
  all: (): Period => ({}),
} as const;

/** Name of a period. */
export type PeriodName = keyof typeof PERIODS;

/** Every name, in the order of the buttons. */
export const PERIOD_NAMES: readonly PeriodName[] = ['today', 'yesterday', 'week', 'month', 'all'];
