/** People who call back: they missed a call of ours, or heard a message instead of an agent. */
import type { VirtualClock } from '../clock/virtual-clock.js';
import { sample } from '../random/distribution.js';
import type { RandomSource } from '../random/random-source.js';
import type { CarrierCallRecord } from './carrier-log.js';
import type { CarrierModel } from './carrier-model.js';
import type { Caller } from './inbound-calls.js';

/** What returned calls need of the carrier. */
export interface ReturnedCallsParts {
  readonly clock: VirtualClock;
  readonly random: RandomSource;
  readonly model: CarrierModel;
  readonly callIn: (caller: Caller) => void;
}

/** Lets people call back, each drawn by the number and by how often it was called. */
export class ReturnedCalls {
  readonly #parts: ReturnedCallsParts;
  readonly #missed = new Map<string, number>();

  constructor(parts: ReturnedCallsParts) {
    this.#parts = parts;
  }

  /** A call is over: the called party may call the number that they saw. */
  ended(record: CarrierCallRecord): void {
    const { callIn, clock, model, random } = this.#parts;
    const { callers } = model;
    if (!callers || !wasMissed(record)) return;
    const { phone, callerNumber: calledNumber } = record;
    const nth = this.#missed.get(phone) ?? 0;
    this.#missed.set(phone, nth + 1);
    const stream = random.stream('returns', phone, nth);
    if (!stream.chance(callers.returnShare)) return;
    const isWithheld = stream.chance(callers.withheldShare);
    const stranger = stream.chance(callers.strangerShare) ? `+1999555${phone.slice(-4)}` : null;
    const callerNumber = isWithheld ? null : (stranger ?? phone);
    clock.after(sample(callers.returnDelay, stream), () => callIn({ callerNumber, calledNumber }));
  }
}

/** It rang and nobody answered, or who answered heard a message and no agent. */
function wasMissed({ ringingAt, answeredAt, fate, heard }: CarrierCallRecord): boolean {
  if (ringingAt === undefined) return false;
  if (answeredAt === undefined) return fate === 'no-answer';
  if (fate !== 'human') return false;
  return (
    heard.some(({ what }) => what === 'message' || what === 'fallback') &&
    !heard.some(({ what }) => what === 'agent' || what === 'music')
  );
}
