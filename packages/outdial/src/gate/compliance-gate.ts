/**
 * The gate that the journal asks before every call: the law for each voice the call may play, the do-not-call
 * lists and the interlocks, with a record from which the decision replays.
 */
import { errorText } from '@outdial/core';
import type {
  AbandonmentCount,
  ComplianceGate,
  GateDecision,
  GateRequest,
  CallRefusal,
  CallVoice,
} from '@outdial/core';
import type {
  AuditRecord,
  CampaignFacts,
  Compliance,
  Decision,
  HistoryEntry,
  LeadFacts,
  Request,
} from '@outdial/compliance';
import { NO_LISTS, type DoNotCallLists, type ListInUse } from './do-not-call-lists.js';
import { interlockOf, interlockRefusal, type InterlockSettings } from './interlocks.js';

/** What the gate needs besides the question itself. */
export interface GateSettings {
  readonly compliance: Pick<Compliance, 'evaluate' | 'zoneData'>;
  /** Version of the rule set, stored with every decision. */
  readonly ruleSet: string;
  /** Version of the runtime's time-zone data, stored with every decision. */
  readonly timeZoneData: string;
  /** Purpose, seller, content ... of the campaign; mode, voice and figures come with each question. */
  readonly campaign: Omit<CampaignFacts, 'mode' | 'voice' | 'humanInitiated' | 'abandonment'>;
  /** True when an agentless flow hands over to agents. */
  readonly transfersToAgent: boolean;
  readonly interlocks: InterlockSettings;
  /** ms before the end of a calling window from which no call is placed any more. */
  readonly closingMargin: number;
  /** Lists in which every number is looked up; absent: none. */
  readonly doNotCall?: DoNotCallLists;
  /**
   * ISO country whose law a limit on abandonment is; undefined: none's, and the gate is not told its figures.
   * Absent: every limit is of every country.
   */
  readonly countryOfLimit?: (limitId: string, at: number) => string | undefined;
}

/** What the gate is asked, in the law's own terms. */
export type Question = GateRequest<LeadFacts, HistoryEntry>;

/** One question put to the law, and its answer. */
export interface Evaluation {
  readonly request: Request;
  readonly decision: Decision;
  /**
   * 'closing': asked for the end of the closing margin. 'interlock': answered by an interlock, before the law
   * was asked. 'unreadable': the law could not read the facts.
   */
  readonly when: 'now' | 'closing' | 'interlock' | 'unreadable';
}

/** What the law says to one call, all voices together. */
export interface Judgement {
  readonly evaluations: readonly Evaluation[];
  readonly refusals: readonly CallRefusal[];
  readonly nextAllowedAt: number | null;
}

/**
 * Asks the law for every voice that the call may play, now and at the end of the closing margin.
 *
 * Each question and its answer are evaluations of the decision: rule-set version, time-zone data version,
 * input, verdict and trace, so that it can be replayed. They hold the number and the facts of the called
 * party: they belong into the store, never into a log.
 */
export function createComplianceGate(settings: GateSettings): ComplianceGate<LeadFacts, HistoryEntry> {
  return { decide: (request) => decide(settings, request) };
}

function decide(settings: GateSettings, request: Question): GateDecision {
  const found = interlockOf(request.lead.phone, settings.interlocks);
  if (found === null) return decision(settings, request, judgeCall(settings, request));
  const refusal = interlockRefusal(found, request.at);
  return decision(settings, request, {
    evaluations: [unaskedEvaluation(settings, request, refusal, 'interlock')],
    refusals: [refusal],
    nextAllowedAt: refusal.nextAllowedAt,
  });
}

/** The law alone, without the interlocks. */
export function judgeCall(settings: GateSettings, request: Question): Judgement {
  const evaluations: Evaluation[] = [];
  const refusals: CallRefusal[] = [];
  let nextAllowedAt: number | null = request.at;
  try {
    const call = callOf(settings, request);
    for (const voice of request.voices) {
      const now = evaluate(settings, call, { voice, at: request.at, when: 'now' });
      const binding = now.decision.allowed
        ? evaluate(settings, call, { voice, at: request.at + settings.closingMargin, when: 'closing' })
        : now;
      // The end of the margin is worth a record only where it refuses.
      evaluations.push(now, ...(binding === now || binding.decision.allowed ? [] : [binding]));
      refusals.push(...wordsOf(settings, call, binding));
      if (!binding.decision.allowed && isLater(binding.decision.nextAllowedAt, nextAllowedAt))
        nextAllowedAt = binding.decision.nextAllowedAt;
    }
  } catch (error) {
    const refusal = unreadable(error);
    return {
      evaluations: [...evaluations, unaskedEvaluation(settings, request, refusal, 'unreadable')],
      refusals: [...refusals, refusal],
      nextAllowedAt: null,
    };
  }
  return { evaluations, refusals: withoutRepeats(refusals), nextAllowedAt };
}

/** Facts that the law cannot read must not read as allowed, nor stop the campaign. */
function unreadable(error: unknown): CallRefusal {
  const why = errorText(error);
  const message = `The facts of the lead cannot be judged: ${why}. Correct the row and import it again.`;
  return {
    rule: 'gate.unreadable-facts',
    citation: 'outdial policy',
    message,
    scope: 'lead',
    nextAllowedAt: null,
  };
}

/** One call with all that the law must know of it but the voice. */
interface Call {
  readonly lead: LeadFacts;
  readonly campaign: Omit<CampaignFacts, 'voice'>;
  readonly history: readonly HistoryEntry[];
  readonly listed: readonly ListInUse[];
}

function callOf(settings: GateSettings, request: Question): Call {
  const given = request.lead;
  const lists = settings.doNotCall ?? NO_LISTS;
  const listed = lists.holding(given.phone);
  const lead = lists.inUse.length === 0 ? given : { ...given, doNotCall: listedFacts(given, listed) };
  const { history } = request;
  const campaign = {
    ...settings.campaign,
    mode: request.mode,
    humanInitiated: request.humanInitiated,
    transfersToAgent: settings.transfersToAgent,
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
      ...(versionAt === undefined ? {} : { doNotCallVersionAt: versionAt }),
      ...(abandonment ? { abandonment } : {}),
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

function evaluate(
  settings: GateSettings,
  call: Call,
  question: { readonly voice: CallVoice; readonly at: number; readonly when: Evaluation['when'] },
): Evaluation {
  const request: Request = {
    at: question.at,
    lead: call.lead,
    campaign: { ...call.campaign, voice: question.voice },
    history: call.history,
  };
  return { request, decision: settings.compliance.evaluate(request), when: question.when };
}

/**
 * The refusals of one answer, with what the law cannot know: the closing margin, and which list holds the
 * number.
 */
function wordsOf(
  settings: GateSettings,
  call: Call,
  { request, decision: answer, when }: Evaluation,
): readonly CallRefusal[] {
  const byRegistry = registryRules(settings, call, request, answer);
  return answer.refusals.map((refusal) => {
    const lists = call.listed.filter(({ scope, name }) =>
      scope === 'national' ? byRegistry.has(refusal.rule) : refusal.rule === `client.do-not-call.${name}`,
    );
    const held = lists
      .map(({ scope, source, date }) => ` It stands on the ${scope} list '${source}' of ${date}.`)
      .join('');
    // A call allowed now may still ring when the window closes: it must be allowed at the end of the margin,
    // too.
    const early =
      when === 'closing'
        ? `Within ${settings.closingMargin / 1000} s of the end of the calling window ` +
          'no call is placed any more. '
        : '';
    return { ...refusal, message: `${early}${refusal.message}${held}` };
  });
}

/** The rules that refuse only because a registry holds the number: they are silent when it does not. */
function registryRules(
  settings: GateSettings,
  call: Call,
  request: Request,
  answer: Decision,
): ReadonlySet<string> {
  if (answer.allowed || !call.listed.some(({ scope }) => scope === 'national')) return new Set();
  const { national: _listed, ...rest } = call.lead.doNotCall ?? {};
  const others = new Set(
    settings.compliance
      .evaluate({ ...request, lead: { ...call.lead, doNotCall: rest } })
      .refusals.map(({ rule }) => rule),
  );
  return new Set(answer.refusals.map(({ rule }) => rule).filter((rule) => !others.has(rule)));
}

/** Two voices are often refused by one rule: it is said once, with the later instant. */
function withoutRepeats(refusals: readonly CallRefusal[]): readonly CallRefusal[] {
  const byRule = new Map<string, CallRefusal>();
  for (const refusal of refusals) {
    const earlier = byRule.get(refusal.rule);
    if (!earlier || isLater(refusal.nextAllowedAt, earlier.nextAllowedAt)) byRule.set(refusal.rule, refusal);
  }
  return [...byRule.values()];
}

/** Null is never, and so later than anything. */
function isLater(a: number | null, b: number | null): boolean {
  return b !== null && (a === null || a > b);
}

function decision(
  settings: GateSettings,
  request: Question,
  { evaluations, refusals, nextAllowedAt }: Judgement,
): GateDecision {
  const record = {
    ruleSet: settings.ruleSet,
    timeZoneData: settings.timeZoneData,
    closingMargin: settings.closingMargin,
    abandonment: request.abandonment,
  };
  return {
    allowed: refusals.length === 0,
    refusals,
    nextAllowedAt,
    record,
    evaluations: evaluations.map((evaluation) => recordOf(settings, evaluation)),
  };
}

/**
 * An evaluation as the compliance module's audit record, without id and chain: the journal gives it those.
 */
function recordOf(
  settings: GateSettings,
  { request, decision: answer, when }: Evaluation,
): Omit<AuditRecord, 'id' | 'writer' | 'sequence' | 'previousHash' | 'hash'> &
  Readonly<Record<string, unknown>> {
  const { allowed, refusals, nextAllowedAt, timeZones, jurisdictions, trace } = answer;
  return {
    ruleSetVersion: settings.ruleSet,
    zoneData: { knows: settings.compliance.zoneData.knows, corrected: settings.compliance.zoneData.stale },
    runtimeZoneData: settings.timeZoneData,
    when,
    request,
    verdict: { allowed, refusals, nextAllowedAt, timeZones, jurisdictions },
    trace,
  };
}

/**
 * What is answered without the law, by an interlock or because facts cannot be read, stands on record as the
 * answer to the question that the law would have been asked.
 */
function unaskedEvaluation(
  settings: GateSettings,
  request: Question,
  refusal: CallRefusal,
  when: 'interlock' | 'unreadable',
): Evaluation {
  const { at, lead, history } = request;
  const campaign = {
    ...settings.campaign,
    mode: request.mode,
    humanInitiated: request.humanInitiated,
    transfersToAgent: settings.transfersToAgent,
    voice: request.voices[0] ?? 'live',
  };
  return {
    request: { at, lead, campaign, history },
    decision: {
      allowed: false,
      refusals: [refusal],
      nextAllowedAt: refusal.nextAllowedAt,
      timeZones: [],
      jurisdictions: [],
      trace: [],
    },
    when,
  };
}
