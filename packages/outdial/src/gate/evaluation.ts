/** One question put to the law with its answer: what a decision of the gate keeps on record. */
import type { CallRefusal } from '@outdial/core';
import type { Decision, Refusal, Request } from '@outdial/compliance';
import type { GateSettings, Question } from './gate-settings.js';

/**
 * What a question was asked for. 'closing': the end of the closing margin. 'interlock': answered by an
 * interlock, before the law was asked. 'unreadable': the law could not read the facts.
 */
export const EVALUATED_WHEN = ['now', 'closing', 'interlock', 'unreadable'] as const;

/** One question put to the law, and its answer. */
export interface Evaluation {
  readonly request: Request;
  readonly decision: Decision;
  readonly when: (typeof EVALUATED_WHEN)[number];
}

/**
 * What is answered without the law, by an interlock or because facts cannot be read, stands on record as the
 * answer to the question that the law would have been asked.
 */
export function unaskedEvaluation(
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
      refusals: [{ ...refusal, scope: lawScope(refusal) }],
      nextAllowedAt: refusal.nextAllowedAt,
      timeZones: [],
      jurisdictions: [],
      trace: [],
    },
    when,
  };
}

/** The scope in the law's words, which know no settings: the call is refused, and the lead is left alone. */
function lawScope({ scope }: CallRefusal): Refusal['scope'] {
  return scope === 'setting' ? 'call' : scope;
}
