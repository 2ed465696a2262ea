/** What the contract suite of the `Telephony` port needs from each implementation that it is run on. */
import type { Fact, Telephony } from '@outdial/core';

/** How a called party behaves. */
export const BEHAVIOURS = [
  /** Rings shortly, answers, and stays on the line for a minute. */
  'answers',
  /** Rings shortly, answers, and hangs up within two seconds. */
  'answers-briefly',
  /** Rings and never answers. */
  'rings',
  /** Refuses the call as busy (Q.850 17). */
  'busy',
  /** Gives no sign at all. */
  'silent',
] as const;
/** How a called party behaves. */
export type Behaviour = (typeof BEHAVIOURS)[number];

/** How one bench is made. */
export interface TelephonyBenchOptions {
  /** Calls that its only trunk carries at once. */
  readonly lines: number;
}

/** Somebody who calls us. */
export interface BenchCaller {
  /** E.164. */
  readonly from: string;
  /** E.164 of ours. */
  readonly to: string;
  /** ms, whatever becomes of the call. */
  readonly staysMs: number;
}

/** One telephony under test, connected, with the network and the people behind it. */
export interface TelephonyBench {
  /** The telephony of the running process. */
  readonly telephony: Telephony;
  /** Facts delivered to the running process, in their order. */
  readonly facts: readonly Fact[];
  /** Called from within the delivery of each fact, as the engine is. */
  readonly reactions: ((fact: Fact) => void)[];
  /** Epoch ms by the telephony's clock. */
  now(): number;
  /** Lets time pass until `holds`; rejects after a generous limit, with `what` in the text. */
  until(holds: () => boolean, what: string): Promise<void>;
  /** The agent's leg hears ringing. Null: the bench has no ear; the live tests of conversations listen. */
  hearsRinging(agentId: string): boolean | null;
  /** Lets this much time pass, ms. */
  pass(ms: number): Promise<void>;
  /** An E.164 number whose called party behaves so. */
  phone(behaviour: Behaviour): string;
  /** Somebody calls us, and hangs up after this long unless the call has ended by then. */
  callIn(caller: BenchCaller): void;
  /** The connection to the telephone side breaks, and does not come back until {@link reconnect}. */
  disconnect(): Promise<void>;
  reconnect(): void;
  /** The process dies without a word, and another one connects. Calls and legs stay. */
  restart(): Promise<void>;
  /** Calls and legs that the telephone side still has. */
  leftovers(): Promise<number>;
  /** Ends them on the telephone side itself, whatever the telephony does. Absent: they end with the bench. */
  sweep?(): Promise<void>;
  close(): Promise<void>;
}

/** Agents of every bench, with their stations. */
export const STATIONS: Readonly<Record<string, string>> = { anna: '101', ben: '102', cleo: '103' };

/** Parts of the port that an implementation may answer with refusals only: it is not held to them. */
export type RefusedPart = 'conversations';

/** Makes a bench. */
export type TelephonyBenchFactory = (options: TelephonyBenchOptions) => Promise<TelephonyBench>;

/** The bench, which also ends what it was made on. */
export function endingAlso(bench: TelephonyBench, end: () => Promise<void>): TelephonyBench {
  return {
    ...bench,
    // Read anew each time: a restart makes another telephony.
    get telephony() {
      return bench.telephony;
    },
    get facts() {
      return bench.facts;
    },
    close: async () => {
      await bench.close();
      await end();
    },
  };
}
