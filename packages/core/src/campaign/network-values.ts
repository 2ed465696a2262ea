/**
 * What the network says in its own words and numbers, as facts may hold it: cut, typed and without telephone
 * numbers. Telephony ports apply it at their border, and the campaign once more, for ports of other authors.
 */
import { redact } from '../errors/index.js';
import { LIMITS } from '../limits.js';
import { visibleText } from '../visible-text.js';
import type { HangupCause } from './call/outcomes.js';
import type { TelephonyRefusal } from './conversation-facts.js';
import type { Fact } from './facts.js';
import { defined } from '../defined.js';

/** Largest cause value of ITU-T Q.850. */
const Q850_MOST = 127;
/** Largest status code of SIP. */
const SIP_MOST = 699;

/** A text from the network, at most `LIMITS.networkText` long; what is not text is empty. */
export function networkText(value: unknown): string {
  if (typeof value !== 'string') return '';
  const { max } = LIMITS.networkText;
  // Cut first: a text may be megabytes long. Codes of control characters are longer than the characters.
  return redact(visibleText(value.slice(0, max))).slice(0, max);
}

/** A whole number from the network, 0 to `most`; undefined: it is none. */
export function networkCode(value: unknown, most: number): number | undefined {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most ? Number(value) : undefined;
}

/** Why a call ended, as the network gives it: of any type and length. */
export interface NetworkCause {
  readonly q850: unknown;
  readonly sip?: unknown;
  readonly text?: unknown;
  readonly by: HangupCause['by'];
}

/** Why a call ended, in values that can be kept: a cause that is none is 0. */
export function networkCause(cause: NetworkCause): HangupCause {
  const sip = networkCode(cause.sip, SIP_MOST);
  const text = networkText(cause.text);
  return {
    q850: networkCode(cause.q850, Q850_MOST) ?? 0,
    ...defined({ sip }),
    ...(text === '' ? {} : { text }),
    by: cause.by,
  };
}

function networkRefusal({ code, reason }: TelephonyRefusal): TelephonyRefusal {
  return { code, reason: networkText(reason) };
}

/** A fact of telephony with what the network said in it cut and typed; any other fact as it is. */
export function networkFact(fact: Fact): Fact {
  switch (fact.type) {
    case 'call.ended':
      return { ...fact, cause: networkCause(fact.cause) };
    case 'call.detected':
      return fact.detail === undefined ? fact : { ...fact, detail: networkText(fact.detail) };
    case 'call.connect-failed':
    case 'agent.leg-down':
    case 'telephony.down':
    case 'recording.failed':
      return { ...fact, reason: networkText(fact.reason) };
    case 'conversation.refused':
      return { ...fact, refusal: networkRefusal(fact.refusal) };
    case 'call.digits-sent':
      return fact.refusal === undefined ? fact : { ...fact, refusal: networkRefusal(fact.refusal) };
    default:
      return fact;
  }
}
