/** Checks whether calls still have a channel: a lost ending must not keep an agent waiting. */
import type { AttemptId } from '@outdial/core';
import type { CallTable } from '../calls/call-table.js';
import { callChannelId, campaignOfAttempt } from '../channel-ids.js';
import type { AriRequests, FactOutlet } from '../roles.js';
import { isMissing } from '../transport/ari-request-error.js';

/** What probing needs. */
export interface ProbeParts {
  readonly ari: AriRequests;
  readonly facts: FactOutlet;
  readonly calls: Pick<CallTable, 'get'>;
}

/** Probes calls. */
export class Probe {
  readonly #parts: ProbeParts;

  constructor(parts: ProbeParts) {
    this.#parts = parts;
  }

  /**
   * Ends as lost each call whose channel is gone. A call about which Asterisk gives no answer is left as it
   * is: the next probe asks again.
   */
  async probe(attemptIds: readonly AttemptId[]): Promise<void> {
    const { ari, calls } = this.#parts;
    await Promise.all(
      attemptIds.map(async (attemptId) => {
        if (calls.get(attemptId)?.confirmedAt === null) return; // not placed yet: its own timers watch it
        try {
          await ari.call('channels.get', {
            channelId: calls.get(attemptId)?.channelId ?? callChannelId(attemptId),
          });
        } catch (error) {
          if (isMissing(error)) this.#lost(attemptId);
        }
      }),
    );
  }

  #lost(attemptId: AttemptId): void {
    const { calls, facts } = this.#parts;
    const call = calls.get(attemptId);
    if (call) {
      // The event of its end may be on its way: the next audit ends it.
      call.absentAtAudit = true;
      return;
    }
    const campaignId = campaignOfAttempt(attemptId);
    const cause = { q850: 0, by: 'lost' } as const;
    facts.deliver({ type: 'call.ended', at: facts.now(), campaignId, attemptId, cause });
  }
}
