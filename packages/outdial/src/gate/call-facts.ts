/** The facts of one call as the law is told them: lead, do-not-call lists, campaign, figures and history. */
import type { AbandonmentCount } from '@outdial/core';
import type { CampaignFacts, HistoryEntry, LeadFacts, Request } from '@outdial/compliance';
import { NO_LISTS, type ListInUse } from './do-not-call-lists.js';
import type { GateSettings, Question } from './gate-settings.js';
import { defined } from '@outdial/core';

/** One call with all that the law must know of it but the voice. */
export interface CallFacts {
  readonly lead: LeadFacts;
  readonly campaign: Omit<CampaignFacts, 'voice'>;
  readonly history: readonly HistoryEntry[];
  readonly listed: readonly ListInUse[];
}

/** Gathers the facts of one call. Figures on abandonment are those of the country the call is under. */
export function factsOfCall(settings: GateSettings, request: Question): CallFacts {
  const given = request.lead;
  const lists = settings.doNotCall ?? NO_LISTS;
  const listed = lists.holding(given.phone);
  const lead = lists.inUse.length === 0 ? given : { ...given, doNotCall: listedFacts(given, listed) };
  const { history } = request;
  const emergencies = settings.emergencies?.current ?? [];
  const campaign = {
    ...settings.campaign,
    mode: request.mode,
    humanInitiated: request.humanInitiated,
    transfersToAgent: settings.transfersToAgent,
    ...(emergencies.length === 0 ? {} : { emergencies }),
  };
  if (lists.inUse.length === 0 && (request.abandonment ?? []).length === 0)
    return { lead, campaign, history, listed };
  const country = countryOf(settings, {
    at: request.at,
    lead,
    campaign: { ...campaign, voice: request.voices[0] ?? 'live' },
    history,
  });
  const versionAt = country === undefined ? undefined : lists.versionAt(country);
  const abandonment = figuresFor(settings, country, request);
  return {
    lead,
    history,
    listed,
    campaign: {
      ...campaign,
      ...defined({ doNotCallVersionAt: versionAt }),
      ...defined({ abandonment }),
    },
  };
}

/** What the lists say of the number, added to what is known of the lead. */
function listedFacts(lead: LeadFacts, listed: readonly ListInUse[]): NonNullable<LeadFacts['doNotCall']> {
  const names = [
    ...(lead.doNotCall?.lists ?? []),
    ...listed.filter(({ scope }) => scope !== 'national').map(({ name }) => name),
  ];
  const isNational = lead.doNotCall?.national === true || listed.some(({ scope }) => scope === 'national');
  return {
    ...lead.doNotCall,
    ...(isNational ? { national: true } : {}),
    ...(names.length > 0 ? { lists: names } : {}),
  };
}

/**
 * The country whose law the call is under; where the campaign calls several the law itself is asked, so that
 * there is one way to place a number.
 */
function countryOf(settings: GateSettings, request: Request): string | undefined {
  const { countries } = settings.interlocks;
  return countries.length === 1 ? countries[0] : settings.compliance.evaluate(request).jurisdictions[0];
}

/**
 * The figures of the country's limits. A request holds one set; where a country's limits count differently,
 * the worst stands for all.
 */
function figuresFor(
  { countryOfLimit }: GateSettings,
  country: string | undefined,
  { abandonment: counts = [], at }: Question,
): CampaignFacts['abandonment'] {
  const own = countryOfLimit
    ? counts.filter(({ limitId }) => countryOfLimit(limitId, at) === country)
    : counts;
  const rate = ({ liveAnswers, abandoned }: AbandonmentCount): number =>
    liveAnswers === 0 ? 0 : abandoned / liveAnswers;
  const [worst] = [...own].sort((a, b) => rate(b) - rate(a));
  return (
    worst && { periodStart: worst.periodStart, liveAnswers: worst.liveAnswers, abandoned: worst.abandoned }
  );
}
