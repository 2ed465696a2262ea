/** Operations of a memory store: each commits in one step after a delay, and is answered later. */
import type { ComplianceGate, FactSink, JournalFact, LeadFact, Unstamped } from '@outdial/core';
import type { Booking, VirtualClock } from '../clock/virtual-clock.js';
import type { Disk } from './disk.js';

/**
 * What goes wrong with one operation. 'failed': it did not happen; 'unsure': it happened, and the answer says
 * it failed.
 */
export type StoreFault = 'failed' | 'unsure' | null;

/** How the store of one process is made. */
export interface MemoryStoreOptions {
  readonly clock: VirtualClock;
  /** Where the answers go. */
  readonly sink: FactSink;
  readonly gate: ComplianceGate;
  /** What survives crashes; default a fresh one. */
  readonly disk?: Disk;
  /** ms that this process's clock is ahead of true time: answers are stamped by it. Default 0. */
  readonly offset?: number;
  /** ms that the wall clock, by which the law reads, is ahead of true time. Default 0. */
  readonly wallOffset?: () => number;
  /**
   * ms from the command to the commit, and from the commit to the answer; drawn for each operation. Default 1
   * and 1.
   */
  readonly delays?: () => { readonly commit: number; readonly answer: number };
  /** Draws the fault of one operation. Default none. */
  readonly fault?: (operation: string) => StoreFault;
}

/** A fact that the store answers with; it is stamped when it is delivered. */
type Answer = Unstamped<JournalFact | LeadFact>;

/** One operation of the ports. */
interface Operation {
  readonly name: string;
  readonly campaignId: string;
  readonly run: () => Answer | null;
  /** The answer when it fails; null where the port gives none. */
  readonly failed: (error: string) => Answer | null;
  /** Undoes an operation whose answer cannot be delivered. */
  readonly undo?: (done: Answer) => void;
}

interface Submitted extends Operation {
  booking?: Booking;
  committed: boolean;
}

/** A failing operation without an answer is tried again by the store itself. */
const RETRY_MS = 500;

/** What is under way for one process. */
export class Operations {
  readonly #options: MemoryStoreOptions;
  readonly #disk: Disk;
  readonly #underWay = new Set<Submitted>();
  /** The epoch this process took, by campaign. */
  readonly #epochs = new Map<string, number>();
  #isDead = false;

  constructor(options: MemoryStoreOptions, disk: Disk) {
    this.#options = options;
    this.#disk = disk;
  }

  /** Operations that have not been answered yet. */
  get outstanding(): number {
    return this.#underWay.size;
  }

  /** The epoch under which this process runs the campaign; 0: it never took it. */
  epochOf(campaignId: string): number {
    return this.#epochs.get(campaignId) ?? 0;
  }

  /** This process took the campaign. */
  took(campaignId: string, epoch: number): void {
    this.#epochs.set(campaignId, epoch);
  }

  /**
   * The store is killed: each operation under way happens or not, and either way the answer is that the
   * connection was lost.
   */
  interrupt(commits: () => boolean): void {
    for (const operation of this.#underWay) {
      if (operation.committed) continue;
      this.#options.clock.cancel(operation.booking);
      this.#commit(operation, 0, commits() ? 'unsure' : 'failed');
    }
  }

  crash(commits: () => boolean): void {
    this.#isDead = true;
    for (const operation of this.#underWay) {
      // A dead process's recovery would fence its successor: databases end such a transaction long before a
      // process has restarted.
      if (operation.committed || operation.name === 'recover' || !commits())
        this.#options.clock.cancel(operation.booking);
    }
    this.#underWay.clear();
  }

  submit(parts: Operation): void {
    // A process that lost its campaigns does not take them back: it waits for the lease that another one has.
    if (this.#isDead && parts.name === 'recover') return;
    const operation: Submitted = { ...parts, committed: false };
    const delays = this.#options.delays?.() ?? { commit: 1, answer: 1 };
    this.#underWay.add(operation);
    operation.booking = this.#options.clock.after(delays.commit, () =>
      this.#commit(operation, delays.answer),
    );
  }

  #commit(
    operation: Submitted,
    answerDelay: number,
    fault: StoreFault = this.#options.fault?.(operation.name) ?? null,
  ): void {
    let answer =
      fault === 'failed'
        ? operation.failed('store failed')
        : this.#fenced(operation)
          ? operation.failed('fenced: another process has taken the campaign')
          : operation.run();
    if (fault === 'failed' && answer === null) {
      // The store itself tries again, since no command repeats it. The engine repeats a recovery.
      operation.booking = this.#options.clock.after(RETRY_MS, () => this.#commit(operation, answerDelay));
      return;
    }
    const done = answer;
    if (fault === 'unsure') answer = operation.failed('connection lost') ?? answer;
    operation.committed = true;
    operation.booking = this.#options.clock.after(answerDelay, () => {
      this.#underWay.delete(operation);
      if (done && done !== answer) operation.undo?.(done);
      if (answer) this.answer(operation.campaignId, answer);
    });
  }

  /**
   * Whether another process has taken the campaign since. False for a recovery itself, and for a process that
   * never took the campaign.
   */
  #fenced({ name, campaignId }: Operation): boolean {
    if (name === 'recover' || name === 'survey') return false;
    return this.epochOf(campaignId) !== (this.#disk.epochs.get(campaignId) ?? 0);
  }

  /** Delivers a fact of the store, stamped by the process's clock. */
  answer(campaignId: string, answer: Answer): void {
    this.#options.sink({
      ...answer,
      at: this.#options.clock.now() + (this.#options.offset ?? 0),
      campaignId,
    });
  }
}
