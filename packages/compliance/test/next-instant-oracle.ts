/**
 * Random calls, and the next legal instant found the slow way: minute by minute, and at every instant a
 * history entry can matter.
 */
import fc from 'fast-check';
import { createCompliance, type Compliance, type HistoryEntry, type Request } from '../src/index.js';

const PLACES = [
  ['+12125550100', 'NY'],
  ['+13035550100', 'CO'],
  ['+13055550100', 'FL'],
  ['+18505550100', 'FL'],
  ['+16055550100', 'SD'],
  ['+12085550100', 'ID'],
  ['+14015550100', 'RI'],
  ['+12155550100', 'PA'],
  ['+12055550100', 'AL'],
  ['+17135550100', 'TX'],
  ['+18015550100', 'UT'],
  ['+12075550100', 'ME'],
  ['+16175550100', 'MA'],
  ['+12065550100', 'WA'],
  ['+15035550100', 'OR'],
  ['+16045550100', 'BC'],
  ['+12505550100', 'BC'],
  ['+31201234567', 'NH'],
  ['+351291000123', '30'],
  ['+41441234567', 'ZH'],
  ['+441534700000', 'JSY'],
  ['+14035550100', 'AB'],
  ['+15145550100', 'QC'],
  ['+17095550100', 'NL'],
  ['+442079460100', 'ENG'],
  ['+33199000100', 'FR'],
  ['+262262000000', undefined],
  ['+34600000000', undefined],
  ['+34930000000', 'CT'],
  ['+390600000100', 'RM'],
  ['+61255500100', 'NSW'],
  ['+61491570100', undefined],
  ['+27110000000', undefined],
  ['+559230000000', undefined],
  ['+35316000000', undefined],
  ['+493000000000', undefined],
  ['+6494000000', undefined],
  ['+911100000000', undefined],
  ['+6561234567', undefined],
  ['+526640000000', undefined],
  ['+18675550100', undefined],
] as const;

const START = Date.UTC(2026, 1, 20);
const END = Date.UTC(2027, 3, 1);
const MINUTE = 60_000;

const entry = fc.record({
  ago: fc.integer({ min: 1, max: 9 * 24 * 60 }),
  outcome: fc.constantFrom(
    'no-answer' as const,
    'busy' as const,
    'voicemail' as const,
    'conversation' as const,
    'message-delivered' as const,
    'abandoned' as const,
    'refused' as const,
    'machine' as const,
  ),
  direction: fc.constantFrom('outbound' as const, 'outbound' as const, 'inbound' as const),
  debtId: fc.constantFrom('A', 'B', undefined),
  consent: fc.boolean(),
});

/** Random calls. Instants lie on whole minutes, so that stepping by minutes meets every boundary. */
export const requests: fc.Arbitrary<Request> = fc
  .record({
    minute: fc.integer({ min: START / MINUTE, max: END / MINUTE }),
    place: fc.constantFrom(...PLACES),
    lineType: fc.constantFrom('landline' as const, 'landline' as const, 'wireless' as const),
    purpose: fc.constantFrom(
      'telemarketing' as const,
      'telemarketing' as const,
      'debt-collection' as const,
      'political' as const,
      'healthcare' as const,
      'informational' as const,
      'research' as const,
    ),
    voice: fc.constantFrom('live' as const, 'live' as const, 'prerecorded' as const),
    mode: fc.constantFrom('predictive' as const, 'progressive' as const, 'manual' as const),
    consented: fc.boolean(),
    entries: fc.array(entry, { maxLength: 6 }),
  })
  .map((raw) => {
    const at = raw.minute * MINUTE;
    const history: HistoryEntry[] = raw.entries.map((item) => ({
      at: at - item.ago * MINUTE,
      outcome: item.outcome,
      direction: item.direction,
      debtId: item.debtId,
      ...(item.consent && item.outcome === 'conversation'
        ? { callbackConsent: { from: new Date(at - item.ago * MINUTE).toISOString().slice(0, 10) } }
        : {}),
    }));
    return {
      at,
      lead: {
        phone: raw.place[0],
        region: raw.place[1],
        lineType: raw.lineType,
        ...(raw.consented ? { consent: { type: 'written' as const, at: START - 86_400_000 } } : {}),
      },
      campaign: { purpose: raw.purpose, mode: raw.mode, voice: raw.voice, debtId: 'A' },
      history,
    };
  });

/**
 * Modules with and without policies of a client: hours, closed dates, caps, cool-downs, whose next instants
 * combine with the law's.
 */
export const modules: fc.Arbitrary<Compliance> = fc.constantFrom(
  createCompliance(),
  createCompliance({
    policies: [
      {
        id: 'client.split',
        kind: 'hours',
        weekdays: '10:15-12:00 13:30-19:45',
        saturday: '',
        sunday: '12:00-16:00',
        closedDates: ['2026-03-09', '2026-07-06', '2026-12-28'],
      },
      { id: 'client.week', kind: 'cap', max: 2, period: { days: 7 }, per: 'person' },
    ],
  }),
  createCompliance({
    policies: [
      { id: 'client.rest', kind: 'cool-down', after: ['no-answer', 'voicemail'], hours: 26.5 },
      { id: 'client.number', kind: 'cap', max: 1, period: { hours: 60 }, per: 'number' },
      { id: 'client.late', kind: 'hours', weekdays: '*', saturday: '08:00-24:00', sunday: '' },
    ],
  }),
);

/**
 * The first whole minute at or after the request at which the call is allowed, up to the claimed instant;
 * null where none is found in twelve days.
 */
export function steppedNext(compliance: Compliance, request: Request, claimed: number | null): number | null {
  const limit = claimed ?? request.at + 12 * 86_400_000;
  // Far claims are stepped by a quarter of an hour: every window here opens on one.
  const step = limit - request.at > 4 * 86_400_000 ? 15 * MINUTE : MINUTE;
  const first = Math.ceil(request.at / step) * step;
  if (compliance.evaluate(request).allowed) return request.at;
  for (let at = first; at < limit; at += step) if (compliance.evaluate({ ...request, at }).allowed) return at;
  return claimed !== null &&
    compliance.evaluate({ ...request, at: claimed }).allowed &&
    !compliance.evaluate({ ...request, at: claimed - 1 }).allowed
    ? claimed
    : null;
}
