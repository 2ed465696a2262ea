import type { ComplianceGate, GateDecision, GateRequest, Refusal, Voice } from '@outdial/core';
import type { CampaignFacts, Compliance, Decision, HistoryEntry, LeadFacts } from '@outdial/compliance';
import { interlockOf, interlockRefusal, type InterlockSettings } from './interlocks.js';
import { errorText } from '../error-text.js';

/** What the gate needs besides the question itself. */
export interface GateSettings {
  readonly compliance: Pick<Compliance, 'evaluate'>;
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
}

/** The answer for one voice of the call, as stored with the attempt. */
interface VoiceVerdict {
  readonly voice: Voice;
  readonly allowed: boolean;
  readonly timeZones: readonly string[];
  readonly jurisdictions: readonly string[];
  readonly trace: Decision['trace'];
}

/**
 * Asks the law for every voice that the call may play, now and at the end of the closing margin.
 *
 * The decision's record holds rule-set version, time-zone data version, input, verdict and trace, so that it can be replayed. It holds the
 * number and the facts of the called party: it belongs into the store, never into a log.
 */
export function createComplianceGate(settings: GateSettings): ComplianceGate {
  return { decide: (request) => decide(settings, request) };
}

function decide(settings: GateSettings, request: GateRequest): GateDecision {
  const lead = request.lead as unknown as LeadFacts;
  const found = interlockOf(lead.phone, settings.interlocks);
  if (found !== null) {
    const refusal = interlockRefusal(found, request.at);
    return decision(settings, request, { verdicts: [], refusals: [refusal], nextAllowedAt: refusal.nextAllowedAt });
  }
  const verdicts: VoiceVerdict[] = [];
  const refusals: Refusal[] = [];
  let nextAllowedAt: number | null = request.at;
  try {
    for (const voice of request.voices) {
      const answer = evaluate(settings, request, voice, request.at);
      verdicts.push({ voice, allowed: answer.allowed, timeZones: answer.timeZones, jurisdictions: answer.jurisdictions, trace: answer.trace });
      const binding = answer.allowed ? closing(settings, request, voice) : answer;
      refusals.push(...binding.refusals);
      if (!binding.allowed && isLater(binding.nextAllowedAt, nextAllowedAt)) nextAllowedAt = binding.nextAllowedAt;
    }
  } catch (error) {
    refusals.push(unreadable(error));
    nextAllowedAt = null;
  }
  return decision(settings, request, { verdicts, refusals: withoutRepeats(refusals), nextAllowedAt });
}

/** Facts that the law cannot read must not read as allowed, nor stop the campaign. */
function unreadable(error: unknown): Refusal {
  const message = `The facts of the lead cannot be judged: ${errorText(error)}. Correct the row and import it again.`;
  return { rule: 'gate.unreadable-facts', citation: 'outdial policy', message, scope: 'lead', nextAllowedAt: null };
}

/** A call allowed now may still ring when the window closes: it must be allowed at the end of the margin, too. */
function closing(settings: GateSettings, request: GateRequest, voice: Voice): Pick<Decision, 'allowed' | 'refusals' | 'nextAllowedAt'> {
  const later = evaluate(settings, request, voice, request.at + settings.closingMargin);
  const refusals = later.refusals.map((refusal) => ({
    ...refusal,
    message: `Within ${settings.closingMargin / 1000} s of the end of the calling window no call is placed any more. ${refusal.message}`,
  }));
  return { ...later, refusals };
}

function evaluate(settings: GateSettings, request: GateRequest, voice: Voice, at: number): Decision {
  const campaign: CampaignFacts = {
    ...settings.campaign,
    mode: request.mode,
    humanInitiated: request.humanInitiated,
    voice,
    transfersToAgent: settings.transfersToAgent,
    ...(request.abandonment ? { abandonment: request.abandonment } : {}),
  };
  return settings.compliance.evaluate({ at, lead: request.lead as unknown as LeadFacts, campaign, history: request.history as unknown as readonly HistoryEntry[] });
}

/** Two voices are often refused by one rule: it is said once, with the later instant. */
function withoutRepeats(refusals: readonly Refusal[]): readonly Refusal[] {
  const byRule = new Map<string, Refusal>();
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

/** The law's own next instant counts: the latest of single rules may lie where another rule is closed. */
interface Answer {
  readonly verdicts: readonly VoiceVerdict[];
  readonly refusals: readonly Refusal[];
  readonly nextAllowedAt: number | null;
}

function decision(settings: GateSettings, request: GateRequest, { verdicts, refusals, nextAllowedAt }: Answer): GateDecision {
  const allowed = refusals.length === 0;
  const record = { ruleSet: settings.ruleSet, timeZoneData: settings.timeZoneData, closingMargin: settings.closingMargin, campaign: settings.campaign, request, allowed, refusals, verdicts };
  return { allowed, refusals, nextAllowedAt, record };
}
