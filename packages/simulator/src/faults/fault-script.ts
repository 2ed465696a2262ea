import type { Booking, VirtualClock } from '../clock/virtual-clock.js';
import { sample } from '../random/distribution.js';
import type { RandomSource, RandomStream } from '../random/random-source.js';
import type { Bouts, FaultProfile } from './fault-profile.js';

/** What the script does to the world. */
export interface FaultTargets {
  refuse(how: 'refused' | 'congestion' | null): void;
  telephonyDown(): void;
  telephonyUp(): void;
  stepClock(by: number): void;
  /** `draw` in [0, 1) chooses the agent. */
  vanishAgent(draw: number, length: number): void;
  /** `draw` in [0, 1) chooses the first lead. */
  withdraw(draw: number, count: number): void;
}

/**
 * Plays the faults that come by time; those that come by facts or operations are drawn where these happen.
 */
export function playFaults(options: {
  readonly clock: VirtualClock;
  readonly random: RandomSource;
  readonly profile: FaultProfile;
  readonly targets: FaultTargets;
}): { heal(): void } {
  const { clock, random, profile, targets } = options;
  const script = new Script(clock);
  const bouts = (
    name: string,
    what: Bouts | null,
    begin: (length: number, stream: RandomStream) => void,
    end: () => void,
  ): void => {
    if (!what) return;
    const stream = random.stream('faults', name);
    script.repeat(
      () => sample(what.every, stream),
      () => {
        const length = sample(what.length, stream);
        begin(length, stream);
        script.once(length, end);
      },
    );
  };
  bouts(
    'refusals',
    profile.refusals,
    () => targets.refuse('refused'),
    () => targets.refuse(null),
  );
  bouts(
    'congestion',
    profile.congestion,
    () => targets.refuse('congestion'),
    () => targets.refuse(null),
  );
  bouts(
    'telephony',
    profile.telephonyDown,
    () => targets.telephonyDown(),
    () => targets.telephonyUp(),
  );
  bouts(
    'vanishing',
    profile.vanishing,
    (length, stream) => targets.vanishAgent(stream.uniform(), length),
    () => undefined,
  );
  const { clockSteps, withdrawals } = profile;
  if (clockSteps) {
    const stream = random.stream('faults', 'clock');
    script.repeat(
      () => sample(clockSteps.every, stream),
      () => targets.stepClock(Math.round(sample(clockSteps.by, stream))),
    );
  }
  if (withdrawals) {
    const stream = random.stream('faults', 'withdrawals');
    script.repeat(
      () => sample(withdrawals.every, stream),
      () => targets.withdraw(stream.uniform(), Math.round(sample(withdrawals.count, stream))),
    );
  }
  return {
    heal: () => {
      script.end();
      targets.refuse(null);
      targets.telephonyUp();
    },
  };
}

/** Bookings that can all be taken back at once. */
class Script {
  readonly #clock: VirtualClock;
  readonly #bookings = new Set<Booking>();

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  once(delay: number, action: () => void): void {
    const booking = this.#clock.after(delay, () => {
      this.#bookings.delete(booking);
      action();
    });
    this.#bookings.add(booking);
  }

  repeat(wait: () => number, action: () => void): void {
    this.once(wait(), () => {
      action();
      this.repeat(wait, action);
    });
  }

  end(): void {
    for (const booking of this.#bookings) this.#clock.cancel(booking);
    this.#bookings.clear();
  }
}
