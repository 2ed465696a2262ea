/** LeadQueue and Journal in memory, on virtual time, with faults. */
import type {
  AttemptId,
  Callback,
  ComplianceGate,
  FactSink,
  Journal,
  JournalFact,
  LeadFact,
  LeadQueue,
  Unstamped,
} from '@outdial/core';
import type { Booking, VirtualClock } from '../clock/virtual-clock.js';
import {
  closeAttempt,
  gateRequest,
  learnFact,
  markAttempt,
  openAttempt,
  recoverCampaign,
} from './attempt-transactions.js';
import { createDisk, type Disk } from './disk.js';
import { claimLeads, releaseLeads, surveyLeads, withdrawLeads } from './lead-transactions.js';

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

/** LeadQueue and Journal in memory, for one process. */
export interface MemoryStore {
  readonly leads: LeadQueue;
  readonly journal: Journal;
  readonly disk: Disk;
  /** Closes leads from outside the campaign; the campaigns that have claimed them are notified. */
  withdraw(leadIds: readonly string[], reason: string): void;
  /** Commands that have not been answered yet. */
  outstanding(): number;
  /**
   * The process dies: no answer reaches it any more. Of the operations under way, those for which `commits`
   * says so are still committed in their time, as a database does whose client has gone.
   */
  crash(commits: () => boolean): void;
}

/**
 * A store that obeys the ports' contract on plain maps: unique keys on number and person, fencing by epoch,
 * idempotent ends. Every operation commits in one step, after a delay.
 */
export function createMemoryStore(options: MemoryStoreOptions): MemoryStore {
  return new Store(options);
}

/** Whether this callback may be agreed. */
interface CallbackQuestion {
  readonly campaignId: string;
  readonly requestId: string;
  readonly attemptId: AttemptId;
  readonly callback: Callback;
}

type Answer = Unstamped<JournalFact | LeadFact>;

interface Operation {
  readonly name: string;
  readonly campaignId: string;
  readonly run: () => Answer | null;
  /** The answer when it fails; null where the port gives none. */
  readonly failed: (error: string) => Answer | null;
  /** Undoes an operation whose answer cannot be delivered. */
  readonly undo?: (done: Answer) => void;
  booking?: Booking;
  committed: boolean;
}

/** An operation that the port gives no answer to. */
function silently(action: () => unknown): () => null {
  return () => {
    action();
    return null;
  };
}

/** A failing operation without an answer is tried again by the store itself. */
const RETRY_MS = 500;

class Store implements MemoryStore {
  readonly leads: LeadQueue;
  readonly journal: Journal;
  readonly disk: Disk;
  readonly #options: MemoryStoreOptions;
  readonly #underWay = new Set<Operation>();
  /** The epoch this process took, by campaign. */
  readonly #epochs = new Map<string, number>();

  constructor(options: MemoryStoreOptions) {
    this.#options = options;
    this.disk = options.disk ?? createDisk();
    this.leads = this.#makeQueue();
    this.journal = this.#makeJournal();
  }

  withdraw(leadIds: readonly string[], reason: string): void {
    const closed = new Set(withdrawLeads(this.disk, leadIds, reason));
    const holders = new Map<string, string[]>();
    for (const leadId of closed) {
      const campaignId = this.disk.leads.get(leadId)?.claim?.campaignId;
      if (campaignId !== undefined) holders.set(campaignId, [...(holders.get(campaignId) ?? []), leadId]);
    }
    for (const [campaignId, held] of holders)
      this.#answer(campaignId, { type: 'leads.withdrawn', leadIds: held, reason });
  }

  outstanding(): number {
    return this.#underWay.size;
  }

  crash(commits: () => boolean): void {
    for (const operation of this.#underWay) {
      // A dead process's recovery would fence its successor: databases end such a transaction long before a
      // process has restarted.
      if (operation.committed || operation.name === 'recover' || !commits())
        this.#options.clock.cancel(operation.booking);
    }
    this.#underWay.clear();
  }

  #makeQueue(): LeadQueue {
    return {
      claim: (command) => {
        const { campaignId, requestId } = command;
        this.#submit({
          name: 'claim',
          campaignId,
          run: () => ({
            type: 'leads.claimed',
            requestId,
            leads: claimLeads(this.disk, command, this.#epochs.get(campaignId) ?? 0),
          }),
          failed: (error) => ({ type: 'leads.claim-failed', requestId, error }),
          // Leads claimed for an answer that never arrives would stay claimed: they are released.
          undo: (done) => {
            const leadIds = done.type === 'leads.claimed' ? done.leads.map((lead) => lead.leadId) : [];
            releaseLeads(this.disk, { campaignId, leadIds, at: command.at, why: 'claim-unsure' });
          },
        });
      },
      release: (command) =>
        this.#submit({
          name: 'release',
          campaignId: command.campaignId,
          run: silently(() => releaseLeads(this.disk, command)),
          failed: () => null,
        }),
      survey: (command) =>
        this.#submit({
          name: 'survey',
          campaignId: command.campaignId,
          run: () => ({ type: 'leads.surveyed', supply: surveyLeads(this.disk, command) }),
          failed: () => null,
        }),
    };
  }

  #makeJournal(): Journal {
    const { disk } = this;
    const { clock, gate } = this.#options;
    return {
      open: (command) => {
        const { campaignId, attemptId } = command;
        this.#submit({
          name: 'open',
          campaignId,
          run: () => ({
            attemptId,
            ...openAttempt(disk, command, {
              gate,
              epoch: this.#epochs.get(campaignId) ?? 0,
              storedAt: clock.now(),
              legalNow: this.#legalNow(),
            }),
          }),
          failed: (error) => ({ type: 'attempt.open-failed', attemptId, error }),
        });
      },
      mark: ({ campaignId, attemptId, mark, at }) =>
        this.#submit({
          name: 'mark',
          campaignId,
          run: silently(() => markAttempt(disk, attemptId, mark, at)),
          failed: () => null,
        }),
      learn: ({ campaignId, attemptId, fact }) =>
        this.#submit({
          name: 'learn',
          campaignId,
          run: silently(() => learnFact(disk, attemptId, fact, clock.now())),
          failed: () => null,
        }),
      close: ({ campaignId, attemptId, result }) =>
        this.#submit({
          name: 'close',
          campaignId,
          run: () => {
            const earlier = closeAttempt(disk, attemptId, result, clock.now());
            return { type: 'attempt.closed', attemptId, ...(earlier ? { earlier } : {}) };
          },
          failed: (error) => ({ type: 'attempt.close-failed', attemptId, error }),
        }),
      recover: ({ campaignId, since, at }) =>
        this.#submit({
          name: 'recover',
          campaignId,
          run: () => {
            const recovered = recoverCampaign(disk, campaignId, since, at);
            this.#epochs.set(campaignId, recovered.epoch);
            return recovered;
          },
          failed: () => null,
        }),
      checkCallback: (command) => this.#checkCallback(command),
      audit: ({ campaignId, kind, detail, at }) =>
        this.#submit({
          name: 'audit',
          campaignId,
          run: silently(() => disk.audit.push({ campaignId, kind, detail, at, storedAt: clock.now() })),
          failed: () => null,
        }),
    };
  }

  #checkCallback(command: CallbackQuestion): void {
    const { campaignId, requestId, attemptId, callback } = command;
    this.#submit({
      name: 'checkCallback',
      campaignId,
      run: () => {
        const attempt = this.disk.attempts.get(attemptId);
        if (!attempt)
          return { type: 'callback.checked', requestId, allowed: false, nextAllowedAt: null, refusals: [] };
        const request = gateRequest(
          this.disk,
          { campaignId, phone: attempt.phone, mode: 'progressive', humanInitiated: false, voices: ['live'] },
          attempt.lead,
          callback.at,
        );
        const { allowed, nextAllowedAt, refusals } = this.#options.gate.decide(request);
        return { type: 'callback.checked', requestId, allowed, nextAllowedAt, refusals };
      },
      failed: () => ({
        type: 'callback.checked',
        requestId,
        allowed: false,
        nextAllowedAt: null,
        refusals: [],
      }),
    });
  }

  #legalNow(): number {
    return this.#options.clock.now() + (this.#options.wallOffset?.() ?? 0);
  }

  #submit(parts: Omit<Operation, 'booking' | 'committed'>): void {
    const operation: Operation = { ...parts, committed: false };
    const delays = this.#options.delays?.() ?? { commit: 1, answer: 1 };
    this.#underWay.add(operation);
    operation.booking = this.#options.clock.after(delays.commit, () =>
      this.#commit(operation, delays.answer),
    );
  }

  #commit(operation: Operation, answerDelay: number): void {
    const fault = this.#options.fault?.(operation.name) ?? null;
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
      if (answer) this.#answer(operation.campaignId, answer);
    });
  }

  /**
   * Whether another process has taken the campaign since. False for a recovery itself, and for a process that
   * never took the campaign.
   */
  #fenced(operation: Operation): boolean {
    if (operation.name === 'recover' || operation.name === 'survey') return false;
    return (
      (this.#epochs.get(operation.campaignId) ?? 0) !== (this.disk.epochs.get(operation.campaignId) ?? 0)
    );
  }

  #answer(campaignId: string, answer: Answer): void {
    this.#options.sink({
      ...answer,
      at: this.#options.clock.now() + (this.#options.offset ?? 0),
      campaignId,
    });
  }
}
