/** The law's answer to one call, for each voice it may play, now and at the end of the closing margin. */
import { errorText, type CallRefusal, type CallVoice } from '@outdial/core';
import type { Request } from '@outdial/compliance';
import { factsOfCall, type CallFacts } from './call-facts.js';
import { unaskedEvaluation, type Evaluation } from './evaluation.js';
import { holdOf } from './expired-registrations.js';
import type { GateSettings, Question } from './gate-settings.js';
import { explainedRefusals, isLater, withoutRepeats } from './refusal-messages.js';

/** What the law says to one call, all voices together. */
export interface Judgement {
  readonly evaluations: readonly Evaluation[];
  readonly refusals: readonly CallRefusal[];
  readonly nextAllowedAt: number | null;
}

/** The law alone, without the interlocks. */
export function judgeCall(settings: GateSettings, request: Question): Judgement {
  const evaluations: Evaluation[] = [];
  const refusals: CallRefusal[] = [];
  let nextAllowedAt: number | null = request.at;
  try {
    const call = factsOfCall(settings, request);
    for (const voice of request.voices) {
      const now = evaluate(settings, call, { voice, at: request.at, when: 'now' });
      // Said only of calls that the law allows: what it refuses anyway needs no permit.
      const held = now.decision.allowed
        ? holdOf(settings.holds, now.decision.jurisdictions, request.at)
        : undefined;
      if (held) {
        evaluations.push(unaskedEvaluation(settings, request, held, 'interlock'));
        refusals.push(held);
        nextAllowedAt = held.nextAllowedAt;
        continue;
      }
      const binding = now.decision.allowed
        ? evaluate(settings, call, { voice, at: request.at + settings.closingMarginMs, when: 'closing' })
        : now;
      // The end of the margin is worth a record only where it refuses.
      evaluations.push(now, ...(binding === now || binding.decision.allowed ? [] : [binding]));
      refusals.push(...explainedRefusals(settings, call, binding));
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

function evaluate(
  settings: GateSettings,
  call: CallFacts,
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
