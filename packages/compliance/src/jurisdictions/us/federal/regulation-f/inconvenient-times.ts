/** Times a consumer called inconvenient, on the wall clock of every candidate zone. */
import type { InconvenientPeriod } from '../../../../contract.js';
import type { Context } from '../../../../engine/context.js';
import { later, rule, type Refused, type Rule } from '../../../../engine/rule.js';
import { isOpen, nextOpening, type Span, type SpansOfDay } from '../../../../engine/schedule.js';
import { ComplianceInputError } from '../../../../errors.js';
import { DAY_MS, parseClock, weekday } from '../../../../time/civil-date.js';
import type { Zone } from '../../../../time/zone.js';
import { regulationF } from '../../sources.js';
import { DEBT, isOutside } from './terms.js';

/** Spans of a day outside every inconvenient period; periods past midnight reach into the next day. */
function convenientSpans(periods: readonly InconvenientPeriod[]): SpansOfDay {
  const blocked: Span[][] = [[], [], [], [], [], [], []];
  for (const period of periods) {
    const from = parseClock(period.from);
    const to = parseClock(period.to);
    if (from === undefined || to === undefined)
      throw new ComplianceInputError('lead.inconvenient', "from and to must be 'HH:MM'");
    for (const day of period.days) {
      const list = blocked[day];
      if (!list)
        throw new ComplianceInputError('lead.inconvenient.days', 'days run from 0 (Monday) to 6 (Sunday)');
      if (to > from) list.push([from, to]);
      else {
        list.push([from, 1440]);
        (blocked[(day + 1) % 7] as Span[]).push([0, to]);
      }
    }
  }
  const open = blocked.map((spans) => complement(spans));
  return (day) => open[weekday(day)] as readonly Span[];
}

function complement(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a[0] - b[0]);
  const open: Span[] = [];
  let from = 0;
  for (const [start, end] of [...sorted, [1440, 1440] as const]) {
    if (start > from) open.push([from, start]);
    from = Math.max(from, end);
  }
  return open;
}

/**
 * Refuses during an inconvenient period, unless the call answers one the consumer made during the same
 * period.
 */
function inconvenientRefusal(context: Context, at: number): Refused | undefined {
  const periods = context.lead.inconvenient;
  if (!periods || periods.length === 0) return undefined;
  const spans = convenientSpans(periods);
  let refused: Refused | undefined;
  for (const zone of context.zones) {
    if (isOpen(spans, zone, at) || isAnswer(context, at, spans, zone)) continue;
    refused = later(refused, {
      until: nextOpening(spans, zone, at),
      because: 'The person called this time inconvenient.',
    });
  }
  return refused;
}

/** The last contact was the consumer's own call, in the same unbroken inconvenient period. */
function isAnswer(context: Context, at: number, spans: SpansOfDay, zone: Zone): boolean {
  let last: { at: number; inboundCall: boolean } | undefined;
  for (const entry of context.history) {
    if (entry.at > at || (last && entry.at <= last.at)) continue;
    last = { at: entry.at, inboundCall: entry.direction === 'inbound' && entry.outcome !== 'email' };
  }
  if (!last?.inboundCall || at - last.at > DAY_MS) return false;
  // Where the time of their call was convenient, that call itself is the opening.
  const opens = nextOpening(spans, zone, last.at);
  return opens === null || opens > at;
}

/** Times the consumer called inconvenient are closed until they lift them. */
export const inconvenientTimes: Rule = rule({
  id: 'us.regf.inconvenient',
  jurisdiction: 'US',
  title: 'Times the consumer called inconvenient',
  citation: '12 CFR 1006.6(b)(1)',
  purposes: DEBT,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2021-11-30',
        value: 'binding until lifted',
        source: regulationF('1006.6(b)(1), comments 6(b)(1)-1, -2'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  check: (context, at) => (isOutside(context) ? undefined : inconvenientRefusal(context, at)),
  remarks: 'One answer is allowed to a call the consumer made during the same period.',
});
