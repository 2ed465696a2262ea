/** Inside the United States, too, nothing reads as allowed for which there is no rule. */
import { expect, test } from '@jest/globals';
import { createCompliance, PURPOSES, VOICES, type Purpose, type Voice } from '../src/index.js';
import { REGION_NAMES } from '../src/place/data/region-names.js';

const compliance = createCompliance();
const HOURS = [18, 20, 21, 22, 0, 2].map((hour) => Date.parse('2026-11-24T00:00:00Z') + hour * 3_600_000);
const law = compliance
  .listRules(HOURS[0] ?? 0)
  .filter(({ kind, jurisdiction }) => kind === 'law' && jurisdiction.startsWith('US'));

/** Law in force that reaches the purpose and voice in the state. */
function lawFor(purpose: Purpose, voice: Voice, region: string): readonly string[] {
  return law
    .filter(
      (rule) =>
        (rule.jurisdiction === 'US' || rule.jurisdiction === `US-${region}`) &&
        rule.effects.includes('refusal') &&
        rule.purposes.includes(purpose) &&
        (rule.voices === 'any' || (rule.voices === 'live') === (voice === 'live')),
    )
    .map(({ id }) => id);
}

/** Bans that the consent of these calls does not lift. */
const BANS: ReadonlySet<string> = new Set([
  'us.ar.adad_sales',
  'us.dc.adad_sales',
  'us.ms.adad_sales',
  'us.nm.adad_sales',
  'us.wy.adad_sales',
]);

interface Combination {
  readonly purpose: Purpose;
  readonly voice: Voice;
  readonly region: string;
  readonly firstParty: boolean;
}

/** Every purpose, voice and state; collection also by the creditor. Emergencies are held up by no rule. */
const combinations = PURPOSES.filter((purpose) => purpose !== 'emergency').flatMap((purpose) =>
  VOICES.flatMap((voice) =>
    Object.keys(REGION_NAMES['US'] ?? {}).flatMap((region): readonly Combination[] =>
      (purpose === 'debt-collection' ? [false, true] : [false]).map((firstParty) => ({
        ...{ purpose, voice, region, firstParty },
      })),
    ),
  ),
);

/** The decision of the first hour that allows, else of the last. */
function best({ purpose, voice, region, firstParty }: Combination) {
  const decisions = HOURS.map((at) =>
    compliance.evaluate({
      at,
      lead: {
        phone: '+13035550162',
        country: 'US',
        region,
        lineType: 'landline',
        consent: { type: 'written', at: 1 },
      },
      campaign: { purpose, voice, mode: 'manual', firstParty, doNotCallVersionAt: at - 86_400_000 },
      history: [],
    }),
  );
  return decisions.find(({ allowed }) => allowed) ?? decisions[decisions.length - 1];
}

test('all purposes, voices and states: what is allowed rests on law in force there, else its name is refused', () => {
  expect(combinations.length).toBeGreaterThan(1400);
  const wrong = combinations.flatMap((combination) => {
    const decision = best(combination);
    const { purpose, voice, region } = combination;
    const named =
      decision?.refusals.some(({ rule }) => rule === 'policy.unmodelled' || BANS.has(rule)) === true;
    if (decision?.allowed !== true) return named ? [] : [{ ...combination, why: 'refused by no gap' }];
    return lawFor(purpose, voice, region).length > 0 ? [] : [{ ...combination, why: 'allowed without law' }];
  });
  expect(wrong).toEqual([]);
});

test("a creditor's own debts: refused by the name of the state wherever no rule of it binds creditors", () => {
  const refused = combinations
    .filter(({ firstParty, voice }) => firstParty && voice === 'live')
    .filter((combination) => best(combination)?.allowed !== true)
    .map(({ region }) => region);
  expect(refused).toEqual(expect.arrayContaining(['OH', 'AZ', 'GU', 'AS', 'PR']));
  for (const bound of ['FL', 'CA', 'NY', 'TX', 'WI', 'NC']) expect(refused).not.toContain(bound);
});
