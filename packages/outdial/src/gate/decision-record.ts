/** A decision of the gate with its record, from which an auditor replays it. */
import type { GateDecision } from '@outdial/core';
import type { AuditRecord } from '@outdial/compliance';
import type { Evaluation } from './evaluation.js';
import type { GateSettings, Question } from './gate-settings.js';
import type { Judgement } from './judge-call.js';

/** The decision that a judgement amounts to, with the versions and evaluations it replays from. */
export function recordedDecision(
  settings: GateSettings,
  request: Question,
  { evaluations, refusals, nextAllowedAt }: Judgement,
): GateDecision {
  const record = {
    ruleSet: settings.ruleSet,
    timeZoneData: settings.timeZoneData,
    closingMargin: settings.closingMarginMs,
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
