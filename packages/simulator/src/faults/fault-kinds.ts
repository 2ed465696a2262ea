/** The kinds of faults by name: to count them, and to leave one out of a profile. */
import { NO_FAULTS, type FaultProfile } from './fault-profile.js';

/** Every kind of fault. */
export const FAULT_KINDS = [
  'fact-lost',
  'fact-late',
  'fact-doubled',
  'store-failed',
  'store-unsure',
  'store-delays',
  'store-down',
  'store-slow',
  'store-killed',
  'refusals',
  'congestion',
  'dead-trunk',
  'server-frozen',
  'order-late',
  'telephony-down',
  'process-killed',
  'process-frozen',
  'process-replaced',
  'clock-stepped',
  'agent-vanished',
  'leads-recalled',
] as const;

/** One of {@link FAULT_KINDS}. */
export type FaultKind = (typeof FAULT_KINDS)[number];

/** How a profile loses a kind. */
const WITHOUT: Readonly<Record<FaultKind, (profile: FaultProfile) => FaultProfile>> = {
  'fact-lost': (profile) => ({ ...profile, facts: { ...profile.facts, lostShare: 0 } }),
  'fact-late': (profile) => ({ ...profile, facts: { ...profile.facts, lateShare: 0 } }),
  'fact-doubled': (profile) => ({ ...profile, facts: { ...profile.facts, doubledShare: 0 } }),
  'store-failed': (profile) => ({ ...profile, store: { ...profile.store, failShare: 0 } }),
  'store-unsure': (profile) => ({ ...profile, store: { ...profile.store, unsureShare: 0 } }),
  'store-delays': (profile) => ({
    ...profile,
    store: { ...profile.store, commitDelay: NO_FAULTS.store.commitDelay },
  }),
  'store-down': (profile) => withoutTrouble(profile, 'down'),
  'store-slow': (profile) => withoutTrouble(profile, 'slow'),
  'store-killed': (profile) => withoutTrouble(profile, 'killed'),
  refusals: (profile) => ({ ...profile, refusals: null }),
  congestion: (profile) => ({ ...profile, congestion: null }),
  'dead-trunk': (profile) => ({ ...profile, deadTrunk: null }),
  'server-frozen': (profile) => ({ ...profile, freezes: null }),
  'order-late': (profile) => ({ ...profile, lateOrders: null }),
  'telephony-down': (profile) => ({ ...profile, telephonyDown: null }),
  'process-killed': (profile) => ({ ...profile, crashes: null }),
  'process-frozen': (profile) => ({ ...profile, stalls: null }),
  // Longer than its lease: only counted, and left out with every time that the process stands still.
  'process-replaced': (profile) => profile,
  'clock-stepped': (profile) => ({ ...profile, clockSteps: null }),
  'agent-vanished': (profile) => ({ ...profile, vanishing: null }),
  'leads-recalled': (profile) => ({ ...profile, withdrawals: null }),
};

/** The profile without these kinds. What else is drawn stays as it is. */
export function withoutFaults(profile: FaultProfile, kinds: readonly FaultKind[]): FaultProfile {
  return kinds.reduce((left, kind) => WITHOUT[kind](left), profile);
}

/** How often each kind of fault happened. */
export class FaultCounts {
  readonly #counts = new Map<FaultKind, number>();

  add(kind: FaultKind): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  get all(): Readonly<Partial<Record<FaultKind, number>>> {
    return Object.fromEntries(this.#counts);
  }
}

function withoutTrouble(profile: FaultProfile, trouble: 'down' | 'slow' | 'killed'): FaultProfile {
  const { storeTroubles } = profile;
  if (!storeTroubles) return profile;
  const kinds = storeTroubles.kinds.filter((kind) => kind !== trouble);
  return { ...profile, storeTroubles: kinds.length > 0 ? { ...storeTroubles, kinds } : null };
}
