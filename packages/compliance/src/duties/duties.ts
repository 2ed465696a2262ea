/**
 * What the engine must keep during a campaign: limits read from the rules, each with the rule it comes from.
 */
import type { CampaignFacts } from '../contract.js';
import { periodOn } from '../engine/parameter.js';
import type { Rule } from '../engine/rule.js';
import { PACKS, TABLE_AT } from '../jurisdictions/packs.js';
import { ALL_PARTY_RECORDING_STATES } from '../jurisdictions/us/state-rules/recording-consent.js';
import type { AbandonmentLimit } from '../rules/abandonment-limit.js';
import { DAY_MS } from '../time/civil-date.js';

export { TABLE_AT };

/** A limit on abandoned calls. */
export interface AbandonmentDuty {
  readonly rule: string;
  readonly country: string;
  /** Share 0..1 of live answers. */
  readonly limit: number;
  readonly window: AbandonmentLimit['window'];
}

/** A pause after an outcome, unless an agent is guaranteed for the call. */
export interface RetryBan {
  readonly rule: string;
  readonly country: string;
  readonly after: 'abandoned' | 'machine';
  /** ms. */
  readonly pause: number;
  readonly liftedBy: 'guaranteed-agent';
}

/** Something that must be played or said. */
export interface MessageDuty {
  readonly rule: string;
  readonly country: string;
  readonly when: 'abandoned' | 'recorded-message' | 'every-call' | 'recording';
  readonly content: string;
}

/** How long what is kept. */
export interface RecordDuty {
  readonly rule: string;
  readonly country: string;
  /** Years; months are given as fractions. */
  readonly years: number;
  readonly what: string;
}

/** The duty schedule of a campaign. */
export interface CampaignDuties {
  readonly countries: readonly string[];
  /** Every limit that applies; the engine keeps them all. */
  readonly abandonment: readonly AbandonmentDuty[];
  /**
   * ms within which a live answer must reach an agent or its message; the shortest of all rules. Null: no
   * rule.
   */
  readonly connectGrace: number | null;
  /** ms an unanswered call must ring; the longest of all rules. Null: no rule. */
  readonly minimumRingTime: number | null;
  readonly retryBans: readonly RetryBan[];
  readonly messages: readonly MessageDuty[];
  readonly records: readonly RecordDuty[];
  /** US states in which a call is recorded only with the consent of all parties. */
  readonly allPartyRecordingStates: readonly string[];
  /** Shortest time in business days the law gives for an opt-out; this module blocks at once. */
  readonly optOutBusinessDays: number | null;
}

/** A campaign with the countries it calls; absent: every country with rules. */
export type CampaignWithCountries = CampaignFacts & { readonly countries?: readonly string[] | undefined };

/** Countries of a campaign. */
export function countriesOf(campaign: CampaignWithCountries): readonly string[] {
  return campaign.countries?.map((country) => (country === 'UK' ? 'GB' : country)) ?? [...PACKS.keys()];
}

/** Computes the duty schedule at an instant (by UTC date); without one, as the table stands. */
export function campaignDuties(campaign: CampaignWithCountries, at: number = TABLE_AT): CampaignDuties {
  const countries = countriesOf(campaign);
  const rules = countries.flatMap((country) =>
    (PACKS.get(country)?.rules ?? []).filter((rule) => isConcerned(rule, campaign)),
  );
  const valueOf = valueReader(rules, at);
  const graces = [
    valueOf<number>('us.tcpa.prerec_not_abandoned'),
    valueOf<number>('ca.pdd2s'),
    valueOf<number>('uk.ofcom.info2s'),
  ].filter((value) => value !== undefined);
  const rings = [
    valueOf<number>('us.tcpa.ring15'),
    valueOf<string>('us.tsr.abandon') === undefined ? undefined : 15_000,
    valueOf<number>('uk.ofcom.ring15'),
  ].filter((value) => value !== undefined);
  return {
    countries,
    abandonment: abandonment(rules, at).filter((duty) => !isExemptFrom(duty, campaign)),
    connectGrace: graces.length > 0 ? Math.min(...graces) : null,
    minimumRingTime: rings.length > 0 ? Math.max(...rings) : null,
    retryBans: retryBans(valueOf),
    messages: messages(campaign, countries, rules),
    records: records(rules),
    allPartyRecordingStates: countries.includes('US') ? ALL_PARTY_RECORDING_STATES : [],
    optOutBusinessDays: valueOf<number>('us.tcpa.revocation') ?? null,
  };
}

function isConcerned(rule: Rule, campaign: CampaignFacts): boolean {
  const recorded = campaign.voice !== 'live';
  return (
    rule.audience.purposes.has(campaign.purpose) &&
    (rule.audience.voices === 'any' || (rule.audience.voices === 'recorded') === recorded)
  );
}

type ValueOf = <T>(id: string) => T | undefined;

function valueReader(rules: readonly Rule[], at: number): ValueOf {
  const day = Math.floor(at / DAY_MS);
  return <T>(id: string): T | undefined => {
    for (const rule of rules)
      if (rule.id === id) return periodOn(rule.periods, day)?.dated.value as T | undefined;
    return undefined;
  };
}

/** Tax-exempt organisations are outside both US limits; a caller they hire is outside the FCC's alone. */
function isExemptFrom(duty: AbandonmentDuty, campaign: CampaignFacts): boolean {
  return (
    campaign.taxExempt === true &&
    duty.country === 'US' &&
    (duty.rule !== 'us.tsr.abandon' || campaign.firstParty !== false)
  );
}

function abandonment(rules: readonly Rule[], at: number): readonly AbandonmentDuty[] {
  const day = Math.floor(at / DAY_MS);
  return rules.flatMap((rule) => {
    if (!['us.tcpa.abandon3', 'us.tsr.abandon', 'ca.pdd5', 'uk.ofcom.abandon'].includes(rule.id)) return [];
    const limit = periodOn(rule.periods, day)?.dated.value as AbandonmentLimit | undefined;
    return limit
      ? [
          {
            rule: rule.id,
            country: rule.jurisdiction.slice(0, 2),
            limit: limit.share.abandoned / limit.share.of,
            window: limit.window,
          },
        ]
      : [];
  });
}

function retryBans(valueOf: ValueOf): readonly RetryBan[] {
  const bans: RetryBan[] = [];
  const after = (id: string, outcome: RetryBan['after']): void => {
    const hours = valueOf<number>(id);
    if (hours !== undefined)
      bans.push({
        rule: id,
        country: 'GB',
        after: outcome,
        pause: hours * 3_600_000,
        liftedBy: 'guaranteed-agent',
      });
  };
  after('uk.ofcom.72h', 'abandoned');
  after('uk.ofcom.amd24h', 'machine');
  return bans;
}

const MESSAGES: readonly MessageDuty[] = [
  {
    rule: 'us.tcpa.abandon_message',
    country: 'US',
    when: 'abandoned',
    content:
      'telemarketing purpose, name of the party, telephone number for do-not-call requests; automated opt-out by key press or voice; no more',
  },
  {
    rule: 'us.tsr.abandon',
    country: 'US',
    when: 'abandoned',
    content: "recorded message with the seller's name and number, promptly after 2 s",
  },
  {
    rule: 'us.tcpa.prerec_id',
    country: 'US',
    when: 'recorded-message',
    content: 'registered name at the start; telephone number during or after',
  },
  {
    rule: 'us.tcpa.prerec_optout',
    country: 'US',
    when: 'recorded-message',
    content:
      'automated opt-out within 2 s after the identification; on voicemail a toll-free number reaching the same',
  },
  {
    rule: 'us.tcpa.caller_names',
    country: 'US',
    when: 'every-call',
    content: "caller's name, principal's name, telephone number or address",
  },
  {
    rule: 'us.tsr.disclosure',
    country: 'US',
    when: 'every-call',
    content: 'seller, purpose to sell, nature of the goods, no purchase needed for prizes',
  },
  {
    rule: 'us.regf.identity',
    country: 'US',
    when: 'every-call',
    content: 'meaningful identity; on voicemail only the limited content',
  },
  {
    rule: 'us.recording_consent',
    country: 'US',
    when: 'recording',
    content: 'in all-party states: announcement that the call is recorded, journaled, or consent on file',
  },
  {
    rule: 'ca.adad.hours',
    country: 'CA',
    when: 'recorded-message',
    content: 'identification at the start, repeated at the end beyond 60 s; local or toll-free number',
  },
  {
    rule: 'uk.ofcom.info2s',
    country: 'GB',
    when: 'abandoned',
    content: 'company name and a free or low-cost number within 2 s; no marketing',
  },
];

function messages(
  campaign: CampaignFacts,
  countries: readonly string[],
  rules: readonly Rule[],
): readonly MessageDuty[] {
  const ids = new Set(rules.map((rule) => rule.id));
  return MESSAGES.filter(
    (duty) =>
      countries.includes(duty.country) &&
      ids.has(duty.rule) &&
      (duty.when !== 'recorded-message' || campaign.voice !== 'live'),
  );
}

const RECORDS: readonly RecordDuty[] = [
  {
    rule: 'us.tsr.records',
    country: 'US',
    years: 5,
    what: 'scripts, recorded messages, call detail, consent, relationship, do-not-call requests, registry versions',
  },
  { rule: 'us.tcpa.dnc_internal', country: 'US', years: 5, what: 'do-not-call requests' },
  {
    rule: 'us.regf.records',
    country: 'US',
    years: 3,
    what: 'collection activity after the last activity; recordings after the call',
  },
  { rule: 'ca.dncl_internal', country: 'CA', years: 3 + 14 / 365, what: 'do-not-call requests' },
  { rule: 'ca.pdd5', country: 'CA', years: 3, what: 'abandonment records' },
  { rule: 'de.uwg7', country: 'DE', years: 5, what: 'consent, from its grant and each use' },
  { rule: 'us.va', country: 'US', years: 10, what: 'opt-outs in Virginia (since 2026-01-01)' },
];

function records(rules: readonly Rule[]): readonly RecordDuty[] {
  const ids = new Set(rules.map((rule) => rule.id));
  return RECORDS.filter((duty) => ids.has(duty.rule));
}

/** Whether a call may be recorded. */
export interface RecordingDuty {
  readonly allPartyConsent: boolean;
  /** True where the call may be recorded as things stand. */
  readonly mayRecord: boolean;
  readonly because: string;
}

/**
 * Judges recording: in all-party states a call is recorded only with consent on file or an announcement
 * played and journaled.
 *
 * @param jurisdictions of a decision, such as 'US-CA'
 */
export function recordingDuty(
  jurisdictions: readonly string[],
  facts: { readonly consentOnFile: boolean; readonly announcementJournaled: boolean },
): RecordingDuty {
  const state = jurisdictions.find(
    (name) => name.startsWith('US-') && ALL_PARTY_RECORDING_STATES.includes(name.slice(3)),
  );
  if (state === undefined)
    return {
      allPartyConsent: false,
      mayRecord: true,
      because: 'No all-party state is among the jurisdictions.',
    };
  const mayRecord = facts.consentOnFile || facts.announcementJournaled;
  return {
    allPartyConsent: true,
    mayRecord,
    because: mayRecord
      ? `${state}: consent is on file or the announcement was played.`
      : `${state} asks for the consent of all parties: play the announcement first, and journal it.`,
  };
}
