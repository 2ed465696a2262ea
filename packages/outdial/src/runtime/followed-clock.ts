/**
 * A clock that stands still until something that runs is followed: a store is opened before the platform it
 * works in is made.
 */
export interface FollowedClock {
  /** Epoch ms. */
  readonly now: () => number;
  /** From now on reads this clock. */
  follow(clock: () => number): void;
}

/** A clock that stands at `at` until it follows another. */
export function createFollowedClock(at: number): FollowedClock {
  let source = (): number => at;
  return {
    now: () => source(),
    follow: (clock) => {
      source = clock;
    },
  };
}
