/**
 * The gate that the journal asks before every call: the law for each voice the call may play, the do-not-call
 * lists and the interlocks, with a record from which the decision replays.
 */
import type { ComplianceGate, GateDecision } from '@outdial/core';
import type { HistoryEntry, LeadFacts } from '@outdial/compliance';
import { recordedDecision } from './decision-record.js';
import { unaskedEvaluation } from './evaluation.js';
import type { GateSettings, Question } from './gate-settings.js';
import { interlockOf, interlockRefusal } from './interlocks.js';
import { judgeCall } from './judge-call.js';

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
  if (found === null && request.isContact)
    return recordedDecision(settings, request, { evaluations: [], refusals: [], nextAllowedAt: null });
  if (found === null) {
    const judgement = judgeCall(settings, request);
    settings.held?.note(request.lead, judgement.refusals);
    return recordedDecision(settings, request, judgement);
  }
  const refusal = interlockRefusal(found);
  return recordedDecision(settings, request, {
    evaluations: [unaskedEvaluation(settings, request, refusal, 'interlock')],
    refusals: [refusal],
    nextAllowedAt: refusal.nextAllowedAt,
  });
}
