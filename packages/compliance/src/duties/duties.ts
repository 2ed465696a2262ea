/** Collects the duties that the rules of a campaign's countries state. */
import { checkTexts } from '../engine/fact-checks.js';
import { ComplianceInputError } from '../errors.js';
import type { CampaignFacts } from '../contract.js';
import { defined } from '../defined.js';
import type { Packs } from '../engine/pack.js';
import { periodOn, type Source } from '../engine/parameter.js';
import type { Rule } from '../engine/rule.js';
import { DAY_MS } from '../time/civil-date.js';
import type { CampaignDuties, Duty } from './duty.js';

/** A campaign with the countries it calls; absent: every country with rules. */
export type CampaignWithCountries = CampaignFacts & { readonly countries?: readonly string[] | undefined };

/** Countries of a campaign; 'UK' is read as 'GB'. */
export function countriesOf(packs: Packs, { countries }: CampaignWithCountries): readonly string[] {
  if (countries === undefined) return [...packs.keys()];
  checkTexts('campaign.countries', countries);
  const misspelt = countries.find((country) => !/^[A-Z]{2}$/.test(country));
  // A country that no rules are found for would have no limits, and nothing to find.
  if (misspelt !== undefined)
    throw new ComplianceInputError('campaign.countries', `'${misspelt}' is not a country code such as 'US'`);
  return countries.map((country) => (country === 'UK' ? 'GB' : country));
}

/** Computes the duty schedule at an instant (by UTC date). */
export function campaignDuties(packs: Packs, campaign: CampaignWithCountries, at: number): CampaignDuties {
  const countries = countriesOf(packs, campaign);
  const stated = countries.flatMap((country) => statedIn(packs, country, campaign, at));
  const of = <K extends Duty['kind']>(kind: K): readonly Stated<K>[] =>
    stated.flatMap(({ duty, ...by }) => (isKind(duty, kind) ? [{ ...by, duty }] : []));

  return {
    countries,
    abandonment: of('abandonment').map(
      ({ rule, country, place, source, timeZone, duty: { limit, window, measure } }) => ({
        ...{ rule, country, place, limit, window, timeZone, measure },
        ...defined({ source }),
      }),
    ),
    connectGrace: least(of('connect-grace').map(({ duty }) => duty.ms)),
    minimumRingTime: greatest(of('minimum-ring').map(({ duty }) => duty.ms)),
    retryBans: of('retry-ban').map(({ rule, country, duty: { after, pauseMs } }) => ({
      rule,
      country,
      after,
      pause: pauseMs,
      liftedBy: 'guaranteed-agent',
    })),
    messages: of('message')
      .filter(({ duty }) => duty.when !== 'recorded-message' || campaign.voice !== 'live')
      .map(({ rule, country, duty: { when, content } }) => ({ rule, country, when, content })),
    records: of('records').map(({ rule, country, duty: { years, what } }) => ({
      rule,
      country,
      years,
      what,
    })),
    allPartyRecordingStates: of('all-party-recording').flatMap(({ duty }) => duty.states),
    optOutBusinessDays: least(of('opt-out').map(({ duty }) => duty.businessDays)),
  };
}

/** A duty with the rule that states it. */
interface Stated<K extends Duty['kind'] = Duty['kind']> {
  readonly rule: string;
  readonly country: string;
  readonly place: string;
  readonly source: Source | undefined;
  readonly timeZone: string;
  readonly duty: Extract<Duty, { readonly kind: K }>;
}

function isKind<K extends Duty['kind']>(duty: Duty, kind: K): duty is Extract<Duty, { readonly kind: K }> {
  return duty.kind === kind;
}

function statedIn(packs: Packs, country: string, campaign: CampaignFacts, at: number): readonly Stated[] {
  const pack = packs.get(country);
  if (!pack) return [];
  return pack.rules
    .filter((rule) => isConcerned(rule, campaign))
    .flatMap(({ id, jurisdiction, periods, duties }) =>
      (duties?.(campaign, at) ?? []).map((duty) => ({
        rule: id,
        country,
        place: jurisdiction,
        source: periodOn(periods, Math.floor(at / DAY_MS))?.dated.source,
        timeZone: pack.timeZone,
        duty,
      })),
    );
}

function isConcerned({ audience }: Rule, campaign: CampaignFacts): boolean {
  const recorded = campaign.voice !== 'live';
  return (
    audience.purposes.has(campaign.purpose) &&
    (audience.voices === 'any' || (audience.voices === 'recorded') === recorded)
  );
}

const least = (values: readonly number[]): number | null => (values.length > 0 ? Math.min(...values) : null);
const greatest = (values: readonly number[]): number | null =>
  values.length > 0 ? Math.max(...values) : null;
