/** What Asterisk reports about a call, as facts. Events may come twice or not at all. */
import { defined, networkText } from '@outdial/core';
import type { ChannelDestroyed, Dial, StasisStart } from '../generated/models.js';
import type { FactOutlet } from '../roles.js';
import { stamp, type Call } from './call.js';
import type { CallTable } from './call-table.js';
import { detectionVerdict, type Detection } from './detection.js';
import type { CallEnding } from './ending.js';
import { hangupCauseOf } from './hangup-cause.js';

/** What the progress of calls needs. */
export interface CallProgressParts {
  readonly facts: FactOutlet;
  readonly calls: Pick<CallTable, 'has'>;
  readonly ending: Pick<CallEnding, 'end' | 'limit'>;
  readonly detection: Pick<Detection, 'detect' | 'reportVerdict' | 'reportBeep'>;
}

/** Smaller delays of an event are those of every event, ms. */
const LATE_LEAST_MS = 250;

/** A channel that is in our application. */
export interface Arrival {
  /** Arguments of the application, as the server sent them. */
  readonly args: StasisStart['args'];
  /** When it came there, epoch ms by our clock. */
  readonly answeredAt: number;
}

/** Arguments of an application as texts: whatever the server sent, none is missing or long. */
function wordsOf(args: unknown): readonly string[] {
  return Array.isArray(args) ? args.map(networkText) : [];
}

/** Moves calls on by the events of their channels. */
export class CallProgress {
  readonly #parts: CallProgressParts;

  constructor(parts: CallProgressParts) {
    this.#parts = parts;
  }

  /** The far end rings (180) or sends early media (183): from now on the ring time counts. */
  ringing(call: Call): void {
    const { ending, facts } = this.#parts;
    call.confirmedAt ??= facts.now();
    if (call.stage !== 'dialing') return;
    call.stage = 'ringing';
    if (call.hangUp === null) ending.limit(call, 'ring-timeout', call.ringTimeoutMs);
    facts.deliver({ type: 'call.ringing', ...stamp(call, facts.now()) });
  }

  /** A Dial event of the call's channel: its status says how far the far end is. */
  dialed(call: Call, event: Dial): void {
    if (event.dialstatus === 'RINGING' || event.dialstatus === 'PROGRESS') this.ringing(call);
  }

  /** The channel is in our application: answered, or back from the dialplan. */
  arrived(call: Call, event: Arrival): void {
    const { calls, detection } = this.#parts;
    const [why, ...words] = wordsOf(event.args);
    call.dialplanTimer?.cancel();
    call.dialplanTimer = null;
    const from = call.control;
    const toDetection = why === 'answered' && from === 'nobody' && call.detectMachine && call.hangUp === null;
    // Set before any fact is delivered, because the engine gives orders during the delivery.
    call.control = toDetection ? 'detection' : 'application';
    if (call.stage !== 'answered') this.answered(call, event.answeredAt);

    if (toDetection) {
      if (calls.has(call) && call.hangUp === null) detection.detect(call);
      return;
    }
    // The event of the answer was lost, and the called party has waited long enough.
    if (why === undefined && from === 'nobody' && call.detectMachine)
      detection.reportVerdict(call, { verdict: 'unsure', detail: 'answered unheard' });
    if (why === 'amd' && from === 'detection') detection.reportVerdict(call, detectionVerdict(words));
    if (why === 'beep' && from === 'greeting') detection.reportBeep(call);
    for (const order of call.deferred.splice(0)) order();
  }

  /** The far end answered at an instant (epoch ms), which may be earlier than the news of it. */
  answered(call: Call, answeredAt: number): void {
    const { facts } = this.#parts;
    if (call.stage === 'answered') return;
    call.stage = 'answered';
    call.confirmedAt ??= facts.now();
    call.timer?.cancel();
    call.timer = null;
    const now = facts.now();
    const late = now - answeredAt >= LATE_LEAST_MS;
    facts.deliver({
      type: 'call.answered',
      ...stamp(call, now),
      ...defined({ answeredAt: late ? Math.round(answeredAt) : undefined }),
    });
  }

  /** A key press. A second subscription delivers a copy with the same timestamp, which is dropped. */
  keyPressed(call: Call, event: { readonly digit: string; readonly timestamp: string }): void {
    const { facts } = this.#parts;
    if (typeof event.digit !== 'string' || event.digit.length !== 1) return;
    const seen = `${event.timestamp} ${event.digit}`;
    if (call.lastDigit === seen) return;
    call.lastDigit = seen;
    facts.deliver({ type: 'call.digit', ...stamp(call, facts.now()), digit: event.digit });
  }

  /** The channel is gone. */
  destroyed(call: Call, event: ChannelDestroyed): void {
    this.#parts.ending.end(call, hangupCauseOf(call, { q850: event.cause, techCause: event.tech_cause }));
  }
}
