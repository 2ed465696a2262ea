/** Why a call ended: Q.850 cause, SIP status and the far end's text, read from what Asterisk reports. */
import { LIMITS, networkCause, type HangupCause } from '@outdial/core';
import type { Call } from './call.js';

/** The variable in which the dialplan's hangup handler leaves the far end's last SIP response. */
export const HANGUP_VARIABLE = 'OUTDIAL_HANGUP';

/** A refusal by the far end. */
export interface SipRefusal {
  /** SIP status, 300 to 699. */
  readonly sip: number;
  /** The far end's words; empty when it gave none. */
  readonly text: string;
}

/** The value of {@link HANGUP_VARIABLE} as a call keeps it: a status code and the far end's words. */
export function hangupTextOf(value: unknown): string | null {
  return typeof value === 'string' ? value.slice(0, 2 * LIMITS.networkText.max) : null;
}

/** The far end's last response when it was a refusal: `SIP 603 Network Blocked` is 603 and its words. */
export function readRefusal(text: string | null): SipRefusal | null {
  const match = /^SIP ([3-6]\d\d) ?(.*)$/.exec(text ?? '');
  return match?.[1] === undefined ? null : { sip: Number(match[1]), text: match[2] ?? '' };
}

/**
 * Why a channel ended. `q850` and `techCause` come with ChannelDestroyed; the words come from the hangup
 * handler: 603 Decline and 603 Network Blocked differ in nothing else. After an answer the SIP status means
 * nothing and is left out.
 */
export function hangupCauseOf(
  call: Call,
  event: { readonly q850: unknown; readonly techCause?: unknown },
): HangupCause {
  const { q850, techCause } = event;
  const by = call.hangUp ?? 'far';
  if (call.stage === 'answered' || call.hangUp !== null) return networkCause({ q850, by });
  const refusal = readRefusal(call.hangupText);
  return networkCause({ q850, by, sip: refusal?.sip ?? techCause, text: refusal?.text });
}
