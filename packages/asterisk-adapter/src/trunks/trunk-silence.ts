/**
 * Tells the operator of a trunk from which nothing comes: each of its calls ends as a failed attempt, which
 * looks like a bad list, and costs every lead its retry delay.
 */
import type { HangupCause } from '@outdial/core';
import type { Call } from '../calls/call.js';
import type { NoticeOutlet } from '../roles.js';
import type { OutboundTrunk } from './outbound-trunk.js';

/** Calls one after the other without a sign of life, after which a trunk counts as silent. */
const SILENT_CALLS = 5;

/** Whether a call that ended had a sign of the far end; null where its end says nothing of that. */
function hadSign({ stage }: Pick<Call, 'stage'>, { by, sip }: HangupCause): boolean | null {
  if (stage === 'ringing' || stage === 'answered' || sip !== undefined) return true;
  return stage === 'dialing' && (by === 'setup-timeout' || by === 'far') ? false : null;
}

/** Counts the calls of each trunk that ended without a sign of the far end. */
export class TrunkSilence {
  readonly #notices: Pick<NoticeOutlet, 'report'>;
  readonly #silentCalls = new Map<OutboundTrunk, number>();

  constructor(notices: Pick<NoticeOutlet, 'report'>) {
    this.#notices = notices;
  }

  /** A call of the trunk has ended. */
  ended(trunk: OutboundTrunk, call: Pick<Call, 'stage'>, cause: HangupCause): void {
    const sign = hadSign(call, cause);
    if (sign === null) return;
    const before = this.#silentCalls.get(trunk) ?? 0;
    this.#silentCalls.set(trunk, sign ? 0 : before + 1);
    const context = { trunk: trunk.name };
    if (sign && before >= SILENT_CALLS)
      this.#notices.report('trunk-answers', `trunk '${trunk.name}' answers again`, context);
    if (!sign && before + 1 === SILENT_CALLS)
      this.#notices.report(
        'trunk-silent',
        `trunk '${trunk.name}': ${SILENT_CALLS} calls one after the other brought no ringing, no answer ` +
          'and no refusal; check address, firewall and registration of the trunk',
        context,
      );
  }
}
