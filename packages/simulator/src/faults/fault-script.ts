/** Faults that come by time: when each begins and ends is drawn from the seed. */
import type { Booking, VirtualClock } from '../clock/virtual-clock.js';
import { sample } from '../random/distribution.js';
import type { RandomSource, RandomStream } from '../random/random-source.js';
import type { Bouts, FaultProfile } from './fault-profile.js';

/** What the faults act on. */
export interface FaultTargets {
  refuse(how: 'refused' | 'congestion' | 'dead' | null): void;
  freezeServer(): void;
  thawServer(): void;
  /** `draw` in [0, 1) chooses the kind. */
  troubleStore(draw: number): void;
  healStore(): void;
  stallProcess(length: number): void;
  telephonyDown(): void;
  telephonyUp(): void;
  stepClock(by: number): void;
  /** `draw` in [0, 1) chooses the agent. */
  vanishAgent(draw: number, length: number): void;
  /** `draw` in [0, 1) chooses the first lead. */
  withdraw(draw: number, count: number): void;
}

/** What the script of faults needs. */
export interface FaultScriptOptions {
  readonly clock: VirtualClock;
  readonly random: RandomSource;
  readonly profile: FaultProfile;
  readonly targets: FaultTargets;
}

/** Faults in progress. */
export interface FaultScript {
  /** Ends every fault; no new one begins. */
  heal(): void;
}

/**
 * Plays the faults that come by time. Those that come by facts or operations are drawn where these happen.
 */
export function playFaults(options: FaultScriptOptions): FaultScript {
  const bookings = new Bookings(options.clock);
  playNetworkFaults(options, bookings);
  playProcessFaults(options, bookings);
  playAgentFaults(options, bookings);
  playOutsideFaults(options, bookings);
  return {
    heal: () => {
      bookings.end();
      options.targets.refuse(null);
      options.targets.thawServer();
      options.targets.healStore();
      options.targets.telephonyUp();
    },
  };
}

/** Calls are refused, the network is congested, the event socket breaks. */
function playNetworkFaults(options: FaultScriptOptions, bookings: Bookings): void {
  const { profile, targets } = options;
  playBouts(options, bookings, {
    name: 'refusals',
    bouts: profile.refusals,
    begin: () => targets.refuse('refused'),
    end: () => targets.refuse(null),
  });
  playBouts(options, bookings, {
    name: 'congestion',
    bouts: profile.congestion,
    begin: () => targets.refuse('congestion'),
    end: () => targets.refuse(null),
  });
  playBouts(options, bookings, {
    name: 'dead-trunk',
    bouts: profile.deadTrunk,
    begin: () => targets.refuse('dead'),
    end: () => targets.refuse(null),
  });
  playBouts(options, bookings, {
    name: 'freezes',
    bouts: profile.freezes,
    begin: () => targets.freezeServer(),
    end: () => targets.thawServer(),
  });
  playBouts(options, bookings, {
    name: 'telephony',
    bouts: profile.telephonyDown,
    begin: () => targets.telephonyDown(),
    end: () => targets.telephonyUp(),
  });
}

/** The process stands still, and the store fails it. */
function playProcessFaults(options: FaultScriptOptions, bookings: Bookings): void {
  const { profile, targets } = options;
  playBouts(options, bookings, {
    name: 'store',
    bouts: profile.storeTroubles,
    begin: (_length, stream) => targets.troubleStore(stream.uniform()),
    end: () => targets.healStore(),
  });
  playBouts(options, bookings, {
    name: 'stalls',
    bouts: profile.stalls,
    begin: (length) => targets.stallProcess(length),
    end: () => undefined,
  });
}

/** Agents lose their network. */
function playAgentFaults(options: FaultScriptOptions, bookings: Bookings): void {
  const { profile, targets } = options;
  playBouts(options, bookings, {
    name: 'vanishing',
    bouts: profile.vanishing,
    begin: (length, stream) => targets.vanishAgent(stream.uniform(), length),
    end: () => undefined,
  });
}

/** The wall clock is set, and leads are recalled. */
function playOutsideFaults({ profile, random, targets }: FaultScriptOptions, bookings: Bookings): void {
  const { clockSteps, withdrawals } = profile;
  if (clockSteps) {
    const stream = random.stream('faults', 'clock');
    bookings.repeat(
      () => sample(clockSteps.every, stream),
      () => targets.stepClock(Math.round(sample(clockSteps.by, stream))),
    );
  }
  if (withdrawals) {
    const stream = random.stream('faults', 'withdrawals');
    bookings.repeat(
      () => sample(withdrawals.every, stream),
      () => targets.withdraw(stream.uniform(), Math.round(sample(withdrawals.count, stream))),
    );
  }
}

/** One kind of fault that comes and goes. */
interface BoutsPlan {
  /** Name of its random stream. */
  readonly name: string;
  /** Null: never. */
  readonly bouts: Bouts | null;
  readonly begin: (length: number, stream: RandomStream) => void;
  readonly end: () => void;
}

function playBouts(options: FaultScriptOptions, bookings: Bookings, plan: BoutsPlan): void {
  const { bouts } = plan;
  if (!bouts) return;
  const stream = options.random.stream('faults', plan.name);
  bookings.repeat(
    () => sample(bouts.every, stream),
    () => {
      const length = sample(bouts.length, stream);
      plan.begin(length, stream);
      bookings.once(length, plan.end);
    },
  );
}

/** Bookings that can be cancelled together. */
class Bookings {
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
