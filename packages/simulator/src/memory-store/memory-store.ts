/** LeadQueue and Journal in memory, on virtual time, with faults. */
import type { AttemptId, Callback, Journal, LeadQueue, OpenInboundRequest, OpenRequest } from '@outdial/core';
import {
  closeAttempt,
  gateRequest,
  learnFact,
  markAttempt,
  openAttempt,
  recoverCampaign,
} from './attempt-transactions.js';
import { createDisk, type Disk } from './disk.js';
import { openInbound } from './inbound-transactions.js';
import { claimLeads, releaseLeads, surveyLeads, withdrawLeads } from './lead-transactions.js';
import { Operations, type MemoryStoreOptions } from './operations.js';

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
  /**
   * The store itself is killed. Operations for which `commits` says so have happened; all of them are
   * answered as failed.
   */
  interrupt(commits: () => boolean): void;
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

/** An operation that the port gives no answer to. */
function silently(action: () => unknown): () => null {
  return () => {
    action();
    return null;
  };
}

class Store implements MemoryStore {
  readonly leads: LeadQueue;
  readonly journal: Journal;
  readonly disk: Disk;
  readonly #options: MemoryStoreOptions;
  readonly #operations: Operations;

  constructor(options: MemoryStoreOptions) {
    this.#options = options;
    this.disk = options.disk ?? createDisk();
    this.#operations = new Operations(options, this.disk);
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
      this.#operations.answer(campaignId, { type: 'leads.withdrawn', leadIds: held, reason });
  }

  outstanding(): number {
    return this.#operations.outstanding;
  }

  crash(commits: () => boolean): void {
    this.#operations.crash(commits);
  }

  interrupt(commits: () => boolean): void {
    this.#operations.interrupt(commits);
  }

  #makeQueue(): LeadQueue {
    return {
      claim: (command) => {
        const { campaignId, requestId } = command;
        this.#operations.submit({
          name: 'claim',
          campaignId,
          run: () => ({
            type: 'leads.claimed',
            requestId,
            leads: claimLeads(this.disk, command, this.#operations.epochOf(campaignId)),
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
        this.#operations.submit({
          name: 'release',
          campaignId: command.campaignId,
          run: silently(() => releaseLeads(this.disk, command)),
          failed: () => null,
        }),
      survey: (command) =>
        this.#operations.submit({
          name: 'survey',
          campaignId: command.campaignId,
          run: () => ({ type: 'leads.surveyed', supply: surveyLeads(this.disk, command) }),
          failed: () => null,
        }),
    };
  }

  #makeJournal(): Journal {
    const { disk } = this;
    const { clock } = this.#options;
    return {
      open: (command) => this.#open(command),
      openInbound: (command) => this.#openInbound(command),
      mark: (command) =>
        this.#operations.submit({
          name: 'mark',
          campaignId: command.campaignId,
          run: silently(() => markAttempt(disk, command)),
          failed: () => null,
        }),
      learn: ({ campaignId, attemptId, fact }) =>
        this.#operations.submit({
          name: 'learn',
          campaignId,
          run: silently(() => learnFact(disk, attemptId, fact, clock.now())),
          failed: () => null,
        }),
      close: ({ campaignId, attemptId, result }) =>
        this.#operations.submit({
          name: 'close',
          campaignId,
          run: () => {
            const earlier = closeAttempt(disk, attemptId, result, clock.now());
            return { type: 'attempt.closed', attemptId, ...(earlier ? { earlier } : {}) };
          },
          failed: (error) => ({ type: 'attempt.close-failed', attemptId, error }),
        }),
      recover: ({ campaignId, since, at }) =>
        this.#operations.submit({
          name: 'recover',
          campaignId,
          run: () => {
            const recovered = recoverCampaign(disk, campaignId, since, at);
            this.#operations.took(campaignId, recovered.epoch);
            return recovered;
          },
          failed: () => null,
        }),
      checkCallback: (command) => this.#checkCallback(command),
      audit: ({ campaignId, kind, detail, at }) =>
        this.#operations.submit({
          name: 'audit',
          campaignId,
          run: silently(() => disk.audit.push({ campaignId, kind, detail, at, storedAt: clock.now() })),
          failed: () => null,
        }),
    };
  }

  #open(command: OpenRequest): void {
    const { campaignId, attemptId } = command;
    const { clock, gate } = this.#options;
    this.#operations.submit({
      name: 'open',
      campaignId,
      run: () => ({
        attemptId,
        ...openAttempt(this.disk, command, {
          gate,
          epoch: this.#operations.epochOf(campaignId),
          storedAt: clock.now(),
          legalNow: this.#legalNow(),
        }),
      }),
      failed: (error) => ({ type: 'attempt.open-failed', attemptId, error }),
    });
  }

  #openInbound(command: OpenInboundRequest): void {
    const { campaignId, attemptId } = command;
    this.#operations.submit({
      name: 'openInbound',
      campaignId,
      run: () => ({
        attemptId,
        ...openInbound(this.disk, command, {
          epoch: this.#operations.epochOf(campaignId),
          storedAt: this.#options.clock.now(),
        }),
      }),
      failed: (error) => ({ type: 'attempt.open-failed', attemptId, error }),
    });
  }

  #checkCallback(command: CallbackQuestion): void {
    const { campaignId, requestId, attemptId, callback } = command;
    this.#operations.submit({
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
}
