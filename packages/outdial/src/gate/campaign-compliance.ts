/**
 * The compliance module wired for one campaign: the campaign file in the law's terms, the gate, the limits
 * for the engine, and the review before the start.
 */
import {
  createCompliance,
  type AbandonmentDuty,
  type CampaignFacts,
  type CampaignFlow,
  type CampaignWithCountries,
  type Compliance,
  type Pack,
} from '@outdial/compliance';
import {
  defined,
  flowVoices,
  type AbandonmentCount,
  type ComplianceGate,
  type Flow,
  type GateRequest,
} from '@outdial/core';
import { placeOf, type DialsCountry, type WindowOf } from '@outdial/store';
import type { LoadedFlows } from '../campaign-file/load-flows.js';
import { localDate } from '../local-time/local-day.js';
import { listNameOf } from '../campaign-file/list-name.js';
import { schedulePolicies } from '../campaign-file/schedule-settings.js';
import type { CampaignFile } from '../campaign-file/types.js';
import type { CampaignFinding } from './campaign-refused.js';
import { createComplianceGate } from './compliance-gate.js';
import { registrationHolds } from './expired-registrations.js';
import { HeldCalls } from './held-calls.js';
import type { DeclaredEmergencies } from './declared-emergencies.js';
import { listPolicies, NO_LISTS, type DoNotCallLists } from './do-not-call-lists.js';
import { engineDuties, type EngineDuties } from './engine-duties.js';
import { registryCopyInstant } from './registry-copy.js';
import { flowFacts } from './flow-facts.js';
import type { CampaignWords, GateSettings, Question } from './gate-settings.js';
import { judgeCall, type Judgement } from './judge-call.js';
import { dialsCountry } from './interlocks.js';
import { asInCampaignFile } from './paths-in-file.js';
import { createWindows, zonesOfPlace } from './windows.js';

/** What the law says of one campaign. */
export interface CampaignCompliance {
  readonly compliance: Compliance;
  /** The campaign in the compliance module's words, without what comes with each call. */
  readonly facts: CampaignWords;
  /** The gate for the journal, which passes facts on as JSON: the law reads them at run time. */
  readonly gate: ComplianceGate;
  /** What ended and held calls of the gate back. */
  readonly held: Pick<HeldCalls, 'sentences'>;
  /** The do-not-call lists the gate looks in. */
  readonly doNotCall: DoNotCallLists;
  /** The law's answer to one call, without the interlocks. */
  judge(request: GateRequest): Judgement;
  /** When a place may be called: a hint for the order of dialing; the gate decides each call. */
  readonly windowOf: WindowOf;
  /** Whether the campaign dials numbers of an ISO country: leads with no such number are not claimed. */
  readonly dialsCountry: DialsCountry;
  /** Zones (IANA names) of a place as the store names it: 'US|NY||'. */
  zonesOf(place: string, at: number): readonly string[];
  /**
   * Limits for the engine. `firstCallAt`: epoch ms of the campaign's first call, from which 30-day periods
   * count.
   */
  duties(at: number, firstCallAt: number): EngineDuties;
  /** The counters of the engine's limits as the gate is told them. */
  countsOf(readings: readonly LimitReading[], at: number): readonly AbandonmentCount[];
  /** Judges the campaign before it starts. */
  review(at: number): readonly CampaignFinding[];
}

/** What the engine counts for one limit. */
export interface LimitReading {
  readonly limitId: string;
  /** Epoch ms. */
  readonly periodStart: number;
  readonly liveAnswers: number;
  readonly abandoned: number;
}

const SECOND = 1000;

/** What a campaign's compliance is made of besides its file and flows. */
export interface CampaignComplianceParts {
  /** The do-not-call lists that {@link openDoNotCallLists} read; absent: none are looked in. */
  readonly doNotCall?: DoNotCallLists;
  /** The emergencies that {@link openEmergencies} read; absent: none is declared. */
  readonly emergencies?: DeclaredEmergencies;
  /** Rules of further countries; absent: those of the compliance module. */
  readonly packs?: readonly Pack[];
}

/** Wires the compliance module for one campaign. */
export function createCampaignCompliance(
  file: CampaignFile,
  flows: LoadedFlows,
  { doNotCall: lists = NO_LISTS, emergencies, packs }: CampaignComplianceParts = {},
): CampaignCompliance {
  const compliance = lawOf(file, packs);
  const facts = campaignFacts(file);
  const closingMarginMs = file.compliance.closingMarginSeconds * SECOND;
  const transfersToAgent = file.mode !== 'agentless' || hasTransfer(flows.agentless);
  const asked = {
    ...facts,
    mode: file.mode,
    humanInitiated: isHumanInitiated(file),
    transfersToAgent,
    countries: file.countries,
    // For the review alone: a call's record does not need them.
    registrations: file.compliance.registrations,
  };
  const review = (at: number): readonly CampaignFinding[] =>
    reviewEach({ compliance, file, flows }, asked, lists, at);
  const held = new HeldCalls();
  const settings: GateSettings = {
    compliance,
    ruleSet: compliance.ruleSetVersion,
    timeZoneData: process.versions['tz'] ?? 'unknown',
    campaign: facts,
    transfersToAgent,
    interlocks: { countries: file.countries, live: file.live, allowList: file.allowList },
    closingMarginMs,
    doNotCall: lists,
    ...defined({ emergencies }),
    holds: registrationHolds(file.compliance.registrations),
    held,
    countryOfLimit: (limitId, at) => dutyOf(limitId, at)?.country,
  };
  const hours = {
    compliance,
    campaign: { ...facts, mode: 'progressive' as const, voice: file.compliance.voice },
    closingMarginMs,
  };
  const dateOf = datesOfPeriods();
  const dutyOf = abandonmentDuties(compliance, { ...asked, voice: file.compliance.voice });
  return {
    compliance,
    facts,
    gate: createComplianceGate(settings),
    held,
    doNotCall: lists,
    judge: (request: Question) => judgeCall(settings, request),
    windowOf: createWindows(hours),
    dialsCountry: (country) => dialsCountry(country, file.countries),
    zonesOf: (place, at) => zonesOfPlace(hours, placeOf(place), at),
    duties: (at, firstCallAt) =>
      engineDuties(compliance.duties({ ...asked, voice: file.compliance.voice }, at), { at, firstCallAt }),
    countsOf: (readings, at) =>
      readings.map(({ limitId, periodStart, liveAnswers, abandoned }) => ({
        limitId,
        // A limit of the campaign file is not a country's: it counts in UTC.
        periodStart: dateOf(periodStart, dutyOf(limitId, at)?.timeZone ?? 'UTC'),
        liveAnswers,
        abandoned,
      })),
    review,
  };
}

/** The law as the campaign file sets it. */
function lawOf(file: CampaignFile, packs: CampaignComplianceParts['packs']): Compliance {
  const { policies, acceptUnmodelled, strict, rules, courtesyHours } = file.compliance;
  return createCompliance({
    policies: [...policies, ...listPolicies(file), ...schedulePolicies(file)],
    acceptUnmodelled,
    strict,
    rules,
    ...defined({ packs, courtesyHours }),
  });
}

/** {@link localDate}, once a period and zone: the counters are read before every call. */
function datesOfPeriods(): typeof localDate {
  const known = new Map<string, string>();
  return (at, timeZone) => {
    const key = `${at} ${timeZone}`;
    const date = known.get(key) ?? localDate(at, timeZone);
    if (known.size >= PERIODS_KEPT) known.clear();
    known.set(key, date);
    return date;
  };
}

/** Periods whose date is kept: each limit is in one at a time. */
const PERIODS_KEPT = 100;

/** Which duty of the law a limit is. The law is read once a day: limits change only with dates. */
function abandonmentDuties(
  compliance: Compliance,
  campaign: CampaignWithCountries,
): (limitId: string, at: number) => AbandonmentDuty | undefined {
  const DAY = 86_400_000;
  let known = { day: Number.NaN, duties: new Map<string, AbandonmentDuty>() };
  return (limitId, at) => {
    const day = Math.floor(at / DAY);
    if (day !== known.day) {
      const { abandonment } = compliance.duties(campaign, at);
      known = { day, duties: new Map(abandonment.map((duty) => [duty.rule, duty])) };
    }
    return known.duties.get(limitId);
  };
}

/** The campaign in the compliance module's words, without what comes with each call. */
function campaignFacts(file: CampaignFile): CampaignWords {
  const {
    purpose,
    seller,
    subject,
    content,
    firstParty,
    taxExempt,
    freeToEndUser,
    autodialer,
    doNotCallVersion,
  } = file.compliance;
  const given = {
    seller,
    subject,
    content,
    firstParty,
    taxExempt,
    freeToEndUser,
    autodialer,
    ...(doNotCallVersion === undefined ? {} : { doNotCallVersionAt: registryCopyInstant(doNotCallVersion) }),
    registryProof: registryProof(file),
  };
  return {
    purpose,
    ringTimeout: file.dialing.ringTimeoutSeconds * SECOND,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
}

/** The lists of registries, and what someone else compared; undefined where there is neither. */
function registryProof({ doNotCall, countries }: CampaignFile): CampaignWords['registryProof'] {
  const elsewhere = doNotCall.scrubbedElsewhere.map(({ registry, by, subscription, date }) => ({
    registry,
    scrubbedElsewhere: { by, subscription, at: registryCopyInstant(date) },
  }));
  const lists = doNotCall.lists.flatMap((source) => {
    const registry =
      source.scope === 'national'
        ? (source.country ?? countries[0])
        : source.scope === 'state' && source.region !== undefined
          ? `US-${source.region}`
          : undefined;
    return registry === undefined ? [] : [{ registry, list: listNameOf(source) }];
  });
  return lists.length + elsewhere.length > 0 ? [...lists, ...elsewhere] : undefined;
}

/** A click starts each call: manual mode, and preview whose timer does not dial. */
function isHumanInitiated(file: CampaignFile): boolean {
  return (
    file.mode === 'manual' ||
    (file.mode === 'preview' && (file.preview.timeoutSeconds === null || file.preview.onTimeout === 'skip'))
  );
}

function hasTransfer(flow: Flow | undefined): boolean {
  return flow !== undefined && Object.values(flow.nodes).some((node) => node.kind === 'transfer');
}

type Asked = Omit<CampaignFacts, 'voice'> & { readonly countries: readonly string[] };

interface Reviewed {
  readonly compliance: Compliance;
  readonly file: CampaignFile;
  readonly flows: LoadedFlows;
}

/**
 * Registry copies have dates of their own: countries whose copies differ in age are reviewed apart. A finding
 * is said once.
 */
function reviewEach(
  reviewed: Reviewed,
  asked: Asked,
  lists: DoNotCallLists,
  at: number,
): readonly CampaignFinding[] {
  const groups = new Map<number | undefined, string[]>();
  for (const country of asked.countries) {
    const versionAt = lists.versionAt(country) ?? asked.doNotCallVersionAt;
    groups.set(versionAt, [...(groups.get(versionAt) ?? []), country]);
  }
  const findings = new Map<string, CampaignFinding>();
  for (const [versionAt, countries] of groups) {
    for (const finding of reviewVoices(
      reviewed,
      { ...asked, countries, ...defined({ doNotCallVersionAt: versionAt }) },
      at,
    ))
      findings.set(`${finding.rule}\n${finding.message}`, finding);
  }
  return [...findings.values()];
}

/** One review for each voice the campaign may play; a finding is said once. */
function reviewVoices(
  { compliance, file, flows }: Reviewed,
  asked: Asked,
  at: number,
): readonly CampaignFinding[] {
  const findings = new Map<string, CampaignFinding>();
  const judge = (voice: CampaignFacts['voice'], flow: CampaignFlow, mayBlock = true): void => {
    for (const { rule, severity, message, remedy } of compliance.reviewCampaign({ ...asked, voice }, flow)
      .findings)
      findings.set(`${rule}\n${message}`, {
        rule,
        message: asInCampaignFile(message),
        remedy: asInCampaignFile(remedy),
        blocks: (severity === 'refuses' && mayBlock) || findings.get(`${rule}\n${message}`)?.blocks === true,
      });
  };
  const base = {
    at,
    callerNumber: file.callerNumber,
    callerNumberTakesRequests: file.compliance.callerNumberTakesRequests,
    voicemailTollFree: file.compliance.voicemailTollFree,
    authorisedFirm: file.compliance.authorisedFirm,
    recordsCalls: false,
  };
  const abandonmentMessage = {
    startsWithin: file.abandonment.connectGraceMs ?? 0,
    namesCaller: true,
    givesNumber: true,
    offersOptOut: true,
    markets: false,
  };
  if (file.mode === 'agentless' && flows.agentless)
    for (const voice of flowVoices(flows.agentless))
      judge(voice, { ...base, ...flowFacts(flows.agentless), abandonmentMessage });
  else
    judge(file.compliance.voice, {
      ...base,
      identifies: file.compliance.scriptIdentifies,
      abandonmentMessage,
    });
  if (file.machineDetection?.onMachine === 'voicemail' && flows.voicemail)
    for (const voice of flowVoices(flows.voicemail))
      judge(voice, { ...base, ...flowFacts(flows.voicemail), abandonmentMessage });
  // A flow that a person asks for in a call need not do all that the law asks of one that they are called by.
  for (const given of Object.values(flows.named ?? {}))
    for (const voice of flowVoices(given))
      judge(voice, { ...base, ...flowFacts(given), abandonmentMessage }, given.telemarketing === true);
  return [...findings.values()];
}
