/** What goes wrong in a run: shares and durations of every kind of fault. */
import type { Distribution } from '../random/distribution.js';

/**
 * A fault that comes and goes: the time between two bouts is drawn from `every`, the length of each from
 * `length` (ms).
 */
export interface Bouts {
  readonly every: Distribution;
  readonly length: Distribution;
}

/** What a store does in its worst times: it answers nothing, answers late, or is killed and comes back. */
export const STORE_TROUBLES = ['down', 'slow', 'killed'] as const;

/** One of {@link STORE_TROUBLES}. */
export type StoreTrouble = (typeof STORE_TROUBLES)[number];

/** What goes wrong in a run. Shares 0..1, durations ms; null: never. */
export interface FaultProfile {
  readonly facts: {
    /** Share of facts about calls and legs that never arrive. */
    readonly lostShare: number;
    /**
     * Share of all facts (timers excepted) that come late, and how late: this also puts them out of order.
     */
    readonly lateShare: number;
    readonly lateBy: Distribution;
    /** Share of all facts (timers excepted) that come twice, and how long after. */
    readonly doubledShare: number;
    readonly doubledAfter: Distribution;
  };
  readonly store: {
    /** Share of operations that fail and do not happen; that happen and are answered as failed. */
    readonly failShare: number;
    readonly unsureShare: number;
    readonly commitDelay: Distribution;
    readonly answerDelay: Distribution;
  };
  /**
   * Times in which the store is down, slow, or killed. `slowBy`: ms that each operation of a slow store takes
   * longer. Of the operations under way when it is killed, `commitShare` have happened.
   */
  readonly storeTroubles:
    | (Bouts & {
        readonly kinds: readonly StoreTrouble[];
        readonly slowBy: Distribution;
        readonly commitShare: number;
      })
    | null;
  /** The telephone side refuses to place calls; the network answers everything with congestion. */
  readonly refusals: Bouts | null;
  readonly congestion: Bouts | null;
  /** Nothing comes back from the trunk; when it lives again, what was sent meanwhile rings at once. */
  readonly deadTrunk: Bouts | null;
  /** The telephony server stands still: its events come, and orders are carried out, all at once then. */
  readonly freezes: Bouts | null;
  /** Share of orders to telephony that must be repeated, and how much later they are carried out. */
  readonly lateOrders: { readonly share: number; readonly by: Distribution } | null;
  /** The event socket is down. */
  readonly telephonyDown: Bouts | null;
  /**
   * The process dies after so many effects (facts taken, commands carried out: it may die between two
   * commands of one fact), and is started again after `length` ms. Of the store's operations under way,
   * `commitShare` are committed all the same.
   */
  readonly crashes: {
    readonly afterEffects: Distribution;
    readonly length: Distribution;
    readonly commitShare: number;
  } | null;
  /**
   * The process stands still for `length` ms, and then goes on as if nothing had been. After `leaseMs`
   * another one has taken the campaigns, on whose calls the first one acts until it learns of it.
   */
  readonly stalls: (Bouts & { readonly leaseMs: number }) | null;
  /** The wall clock is set: the law reads it at once, a process takes it over at its next start. */
  readonly clockSteps: { readonly every: Distribution; readonly by: Distribution } | null;
  /** One agent's browser and station lose the network. */
  readonly vanishing: Bouts | null;
  /** Leads are recalled from outside: how often, and how many. */
  readonly withdrawals: { readonly every: Distribution; readonly count: Distribution } | null;
}

/** Nothing goes wrong; the store takes a few milliseconds. */
export const NO_FAULTS: FaultProfile = {
  facts: {
    lostShare: 0,
    lateShare: 0,
    lateBy: { kind: 'constant', value: 0 },
    doubledShare: 0,
    doubledAfter: { kind: 'constant', value: 0 },
  },
  store: {
    failShare: 0,
    unsureShare: 0,
    commitDelay: { kind: 'constant', value: 2 },
    answerDelay: { kind: 'constant', value: 1 },
  },
  storeTroubles: null,
  refusals: null,
  congestion: null,
  deadTrunk: null,
  freezes: null,
  lateOrders: null,
  telephonyDown: null,
  crashes: null,
  stalls: null,
  clockSteps: null,
  vanishing: null,
  withdrawals: null,
};
