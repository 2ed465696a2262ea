/**
 * The engine's own policies: those that refuse under their own id, and those that only appear in the trace.
 */
import type { CampaignFacts, Purpose, RefusalScope } from '../contract.js';
import { defined } from '../defined.js';
import { isE164 } from '../place/phone-number.js';
import { PHONE } from './fact-checks.js';
import type { ReviewItem } from '../review/review-item.js';
import { reviewCallerNumber } from '../rules/caller-number.js';
import type { Gap, Packs } from './pack.js';
import { ALL_PURPOSES, rule, type Rule, type RuleSpec } from './rule.js';
import type { Parameter, Source } from './parameter.js';
import { correctionName } from '../time/tzdata.js';

const SOURCE: Source = {
  title: 'Policy of this module, no law',
  href: 'docs/compliance/README.md',
  pinpoint: 'engine policies',
};
const text = (value: string): Parameter<string> => ({
  unit: 'text',
  values: [
    {
      from: null,
      value,
      source: SOURCE,
      verification: 'primary',
      verifiedOn: '2026-11-22',
    },
  ],
});
const ALL: readonly Purpose[] = ALL_PURPOSES;

/** Refuses calls where no fact gives the place of the called party. */
export const locationUnknown: Rule = rule<string>({
  id: 'policy.location_unknown',
  jurisdiction: '*',
  kind: 'policy',
  title: 'No call without a known place',
  citation: 'policy (hours run at the called party)',
  purposes: ALL,
  parameter: text('fail closed'),
  check: (context) =>
    context.zones.length > 0 && isE164(context.lead.phone)
      ? undefined
      : {
          until: null,
          because: isE164(context.lead.phone)
            ? 'The place of the called party is unknown: give an address (lead.region, lead.postalCode) ' +
              'or a zone the person confirmed (lead.timeZone).'
            : `The number cannot be read: lead.phone ${PHONE}.`,
        },
  remarks:
    'A number without geography (toll-free, personal, satellite) and no address. ' +
    'A guessed zone alone is no location.',
});

/** Builds the refusal of zones with stale data, for clients that do not allow the built-in correction. */
export function tzdataFresh(staleZones: ReadonlySet<string>): Rule {
  return rule<string>({
    id: 'policy.tzdata_fresh',
    jurisdiction: '*',
    kind: 'policy',
    title: 'No call by outdated zone data',
    citation: 'policy (time-zone data)',
    purposes: ALL,
    parameter: text('refuse stale zones'),
    check: (context) => {
      if (staleZones.size === 0) return undefined;
      const stale = context.zones.find((zone) => staleZones.has(correctionName(zone.id)));
      return stale
        ? {
            until: null,
            because:
              `The runtime's data for ${stale.id} is outdated: ` +
              'update it or allow the built-in correction.',
          }
        : undefined;
    },
    remarks: 'By default the built-in correction is used and noted in the trace.',
  });
}

/** Builds the refusal of a call whose law is not modelled. */
export function unmodelled({ name, concerns }: Gap, scope: RefusalScope = 'lead'): Rule {
  return rule<string>({
    id: 'policy.unmodelled',
    scope,
    jurisdiction: '*',
    kind: 'policy',
    title: 'No call where the law is not modelled',
    citation: 'policy (unmodelled law)',
    purposes: ALL,
    parameter: text('fail closed'),
    applies: ({ campaign, lead }) => concerns?.({ campaign, lead }) !== false,
    check: ({ campaign, lead }) =>
      concerns?.({ campaign, lead }) === false
        ? undefined
        : {
            until: null,
            because:
              `No rules are modelled for ${name}: ` +
              'add a rule, or accept it by that name (acceptUnmodelled).',
          },
  });
}

const note = (id: string, title: string, remarks: string, review?: RuleSpec<string>['review']): Rule =>
  rule<string>({
    id,
    jurisdiction: '*',
    kind: 'policy',
    title,
    citation: 'policy',
    purposes: ALL,
    parameter: text(title),
    remarks,
    ...defined({ review }),
  });

/** Policies without a refusal of their own: they shape how the rules are applied. */
export const notedPolicies: readonly Rule[] = [
  note(
    'policy.zone_union',
    'Every candidate zone must be open at once',
    'Confirmed zone alone; else address zones and number zones, ' +
      'and every zone of a split area code (generalises 12 CFR 1006.6, comment 6(b)(1)(i)-2).',
  ),
  note(
    'policy.state_union',
    "Rules of the address state and of the area code's state both apply",
    'Some statutes key on the area code.',
  ),
  note(
    'policy.close_exclusive',
    'Open minute inclusive, close minute exclusive',
    "The margin before the close is the engine gate's.",
  ),
  note(
    'policy.internal_dnc_immediate',
    'A known opt-out or revocation blocks at once',
    'Applied by the do-not-call and consent rules.',
  ),
  note(
    'policy.line_unknown_is_wireless',
    'A line of unknown type counts as wireless',
    'Applied by the robocall rules.',
  ),
  note('policy.dated_rules', 'Rules apply by the local date of the call', 'Applied to every dated value.'),
  note(
    'policy.registry_proof',
    'A sales campaign shows that its numbers were compared with the registries',
    'Asked in the campaign review: a list with its date, or who compared the numbers elsewhere, ' +
      'under which ' +
      'subscription and with the copy of which date.',
  ),
  note(
    'policy.registration',
    'A registration, permit or subscription named in the campaign is in force',
    'Asked in the campaign review: one that has expired keeps the campaign from starting.',
  ),
  note(
    'policy.caller_number',
    'A campaign shows a valid caller number',
    'Asked in the campaign review of countries whose own rules do not ask it.',
    reviewCallerNumber,
  ),
];

/**
 * Lists the countries of a campaign whose law is not modelled: calls there refuse under `policy.unmodelled`.
 */
export function reviewCoverage(
  packs: Packs,
  countries: readonly string[],
  campaign: CampaignFacts,
): readonly (ReviewItem & { readonly rule: string })[] {
  if (campaign.purpose === 'emergency') return [];
  return countries.flatMap((country) => {
    const pack = packs.get(country);
    const gaps = pack ? pack.unmodelled(campaign.purpose, campaign.voice, []) : [{ name: country }];
    return gaps
      .filter(({ concerns }) => concerns?.({ campaign }) !== false)
      .map(({ name }) => ({
        rule: 'policy.unmodelled',
        topic: 'coverage' as const,
        severity: 'notice' as const,
        message: `No rules are modelled for ${name}: calls there refuse.`,
        remedy: 'Add rules, or accept it by that name (acceptUnmodelled).',
      }));
  });
}
