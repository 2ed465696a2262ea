/** Keys sent to calls, as tones that the other parties do not hear. Fact: `call.digits-sent`. */
import { DIGITS, defined, type SendDigitsCommand, type TelephonyRefusal } from '@outdial/core';
import { isUsable, stamp, whenControlled, type Call } from '../calls/call.js';
import type { CallTable } from '../calls/call-table.js';
import { campaignOfAttempt } from '../channel-ids.js';
import { failureReason } from '../failure-reason.js';
import type { AriRequests, FactOutlet } from '../roles.js';
import { isEffectUnknown } from '../transport/ari-request-error.js';

/** Length of a tone and of the pause after it, ms: twice what equipment has to recognise. */
const TONE_MS = 100;
const PAUSE_MS = 80;
/** Ids of commands that are remembered, to drop a second one. */
const REMEMBERED = 200;

/** What sending keys needs. */
export interface DigitsParts {
  readonly ari: AriRequests;
  readonly facts: FactOutlet;
  readonly calls: Pick<CallTable, 'get' | 'has'>;
}

/** Sends keys. */
export class Digits {
  readonly #parts: DigitsParts;
  readonly #seen = new Set<string>();

  constructor(parts: DigitsParts) {
    this.#parts = parts;
  }

  /** Sends keys to a call. A second command with the same id is dropped. */
  send(command: SendDigitsCommand): void {
    const { calls, facts } = this.#parts;
    const { attemptId, digitsId, digits } = command;
    if (this.#isSecond(`${attemptId} ${digitsId}`)) return;
    const call = calls.get(attemptId);
    const refuse = (code: TelephonyRefusal['code'], reason: string): void =>
      facts.deliver({
        type: 'call.digits-sent',
        at: facts.now(),
        campaignId: call?.campaignId ?? campaignOfAttempt(attemptId),
        attemptId,
        digitsId,
        refusal: { code, reason },
      });
    if (!call) refuse('unknown-call', 'there is no such call');
    else if (!DIGITS.test(digits.toUpperCase()))
      refuse('bad-command', 'keys are 0 to 9, *, #, A to D; one to 32 of them');
    else
      whenControlled(call, () => {
        if (isUsable(call)) this.#request(call, command);
        else refuse('not-answered', 'the call is not up');
      });
  }

  #isSecond(id: string): boolean {
    if (this.#seen.has(id)) return true;
    this.#seen.add(id);
    const [oldest] = this.#seen;
    if (this.#seen.size > REMEMBERED && oldest !== undefined) this.#seen.delete(oldest);
    return false;
  }

  /** Asterisk answers before the first tone, so the fact waits as long as the tones last. */
  #request(call: Call, { digitsId, digits }: SendDigitsCommand): void {
    const { ari } = this.#parts;
    const { channelId } = call;
    const given = { channelId, dtmf: digits, duration: TONE_MS, between: PAUSE_MS };
    ari.call('channels.sendDTMF', given).then(
      () => {
        setTimeout(() => this.#sent(call, digitsId), digits.length * (TONE_MS + PAUSE_MS));
      },
      (error: unknown) => {
        const code = 'telephony-fault';
        const doubt = isEffectUnknown(error) ? 'they may have been sent: ' : '';
        this.#sent(call, digitsId, { code, reason: `${doubt}${failureReason(error)}` });
      },
    );
  }

  #sent(call: Call, digitsId: string, refusal?: TelephonyRefusal): void {
    const { calls, facts } = this.#parts;
    if (!calls.has(call)) return;
    const fact = { type: 'call.digits-sent', ...stamp(call, facts.now()), digitsId } as const;
    facts.deliver({ ...fact, ...defined({ refusal }) });
  }
}
