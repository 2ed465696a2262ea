import type { HangupCause } from '@outdial/core';
import type { Call } from './call.js';

/** The variable in which the dialplan's hangup handler says the far end's last SIP response. */
export const HANGUP_VARIABLE = 'OUTDIAL_HANGUP';

/**
 * What the far end's last response was, when it was a refusal: `SIP 603 Network Blocked` -> 603 and its
 * words.
 */
export function readRefusal(text: string | null): { readonly sip: number; readonly text: string } | null {
  const match = /^SIP ([3-6]\d\d) ?(.*)$/.exec(text ?? '');
  return match?.[1] === undefined ? null : { sip: Number(match[1]), text: match[2] ?? '' };
}

/**
 * Why a channel ended. `q850` and `techCause` come with ChannelDestroyed; the words come from the hangup
 * handler: 603 Decline and 603 Network Blocked differ in nothing else. After an answer the SIP status says
 * nothing and is left out.
 */
export function hangupCauseOf(
  call: Call,
  event: { readonly q850: number; readonly techCause?: number | undefined },
): HangupCause {
  const refusal = call.stage === 'answered' ? null : readRefusal(call.hangupText);
  const sip = call.stage === 'answered' ? undefined : (refusal?.sip ?? event.techCause);
  return {
    q850: event.q850,
    by: call.hangUp ?? 'far',
    ...(sip === undefined || call.hangUp !== null ? {} : { sip }),
    ...(refusal === null || refusal.text === '' || call.hangUp !== null ? {} : { text: refusal.text }),
  };
}
