/**
 * Refusals come from checks that were prepared for the dates at hand, the trace from each rule by itself.
 * Both must say the same, above all around the dates on which a law changes.
 */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contextOf } from '../src/engine/context.js';
import { COURTESY_HOURS } from '../src/engine/courtesy-schedules.js';
import { SelectedRules } from '../src/engine/selected-rules.js';
import { createCompliance, rule, type Decision, type Request } from '../src/index.js';
import { PACKS } from '../src/jurisdictions/packs.js';
import { placeOf } from '../src/place/place.js';
import { DAY_MS, HOUR_MS } from '../src/time/civil-date.js';
import { Zone } from '../src/time/zone.js';
import { requests } from './next-instant-oracle.js';

/** Every local date on which a value begins or ends. */
const changes = [
  ...new Set(
    [...PACKS.values()].flatMap(({ rules }) =>
      rules.flatMap(({ periods }) => periods.flatMap(({ fromDay, untilDay }) => [fromDay, untilDay])),
    ),
  ),
].filter(Number.isFinite);

/** Around the midnight of any place on such a date. */
const instants = fc
  .record({ day: fc.constantFrom(...changes), hours: fc.integer({ min: -24, max: 36 }) })
  .map(({ day, hours }) => day * DAY_MS + hours * HOUR_MS);

const refusing = (decision: Decision): readonly string[] => decision.refusals.map((one) => one.rule).sort();
const tracedAsRefusing = (decision: Decision): readonly string[] =>
  decision.trace
    .filter(({ verdict }) => verdict === 'refuses')
    .map((one) => one.rule)
    .sort();

/** A rule that refuses every call from 1 March 2026 on. */
const fromMarch = rule<string>({
  id: 'test.march',
  jurisdiction: 'US',
  title: 'No call from 1 March 2026 on, made up for this test',
  citation: 'test act, section 1',
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2026-03-01',
        value: 'no call',
        source: { title: 'Test act', href: 'https://example.org', pinpoint: 'section 1' },
        verification: 'memory',
        verifiedOn: '2026-11-25',
      },
    ],
  },
  check: () => ({ until: null, because: 'No call.' }),
});

describe('checks prepared for the dates at hand', () => {
  test.each([
    ['every rule', createCompliance()],
    ['every rule strict', createCompliance({ strict: true })],
    ['one rule strict', createCompliance({ rules: { 'us.tcpa.dnc_31day': 'strict' } })],
  ])('refuse what each rule by itself refuses, around every change of the law: %s', (_, compliance) => {
    fc.assert(
      fc.property(requests, instants, (request, at) => {
        const history = request.history.map((entry) => ({ ...entry, at: at - (request.at - entry.at) }));
        const decision = compliance.evaluate({ ...request, at, history });
        expect(refusing(decision)).toEqual(tracedAsRefusing(decision));
      }),
      { numRuns: 300 },
    );
  });

  test('while the zones of a place have two dates, each is judged by its own', () => {
    const request: Request = {
      at: 0,
      lead: { phone: '+18505550100', region: 'FL' },
      campaign: { purpose: 'telemarketing', mode: 'manual', voice: 'live' },
      history: [],
    };
    const zones = [new Zone('America/New_York', []), new Zone('America/Chicago', [])];
    const place = placeOf(request.lead, () => true, []);
    const context = contextOf(request, place, zones, { emergencies: [], courtesyHours: COURTESY_HOURS });
    const rules = new SelectedRules([fromMarch]);
    const refusedAt = (text: string): boolean => {
      const at = Date.parse(text);
      return rules.checksAt(context, at).some(({ check }) => check(context, at) !== undefined);
    };
    // Midnight in New York is 05:00 UTC, in Chicago 06:00.
    expect(refusedAt('2026-03-01T04:59:00Z')).toBe(false);
    expect(refusedAt('2026-03-01T05:00:00Z')).toBe(true);
    expect(refusedAt('2026-03-01T06:00:00Z')).toBe(true);
  });

  test('a copy of a decision and its JSON contain the trace', () => {
    const decision = createCompliance().evaluate({
      at: Date.UTC(2026, 6, 7, 18),
      lead: { phone: '+13035550100', region: 'CO' },
      campaign: { purpose: 'telemarketing', mode: 'manual', voice: 'live' },
      history: [],
    });
    const copy = { ...decision };
    expect(copy.trace.length).toBeGreaterThan(10);
    expect(structuredClone(decision)).toEqual(copy);
    expect(JSON.parse(JSON.stringify(decision))).toEqual(JSON.parse(JSON.stringify(copy)));
    expect(decision.trace).toBe(copy.trace);
  });
});
