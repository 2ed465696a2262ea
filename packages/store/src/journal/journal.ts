/** Core's journal on the store: attempts, marks, learned facts and the audit trail, answered by facts. */
import { assertNever, defined, faultText } from '@outdial/core';
import type { AttemptResult, ComplianceGate, Fact, FactSink, Journal, OpenRequest } from '@outdial/core';
import { AuditChain } from '../audit/chain.js';
import { persist } from '../database/transact.js';
import { learn } from '../law/learned.js';
import type { Store } from '../open-store.js';
import { UnderWay } from '../under-way.js';
import type { FaultSink } from '../under-way.js';
import { readAttempt } from './attempt-row.js';
import { checkCallback } from './check-callback.js';
import { closeAttempt } from './close-attempt.js';
import { LEASE_LIFE, renewLease } from './lease.js';
import { setMark } from './marks.js';
import { openAttempt } from './open-attempt.js';
import type { AbandonmentOf, OpenAnswer, OpenContext } from './open-attempt.js';
import { recoverCampaign } from './recover.js';
import { ownRefusal } from './refusal.js';

/** How to make a journal. */
export interface JournalOptions {
  /** This process's name in the cluster; unique among running processes, the same after a restart. */
  readonly node: string;
  readonly sink: FactSink;
  readonly gate: ComplianceGate;
  /** Epoch ms by the scheduler's clock, for facts. @default the store's clock */
  readonly clock?: () => number;
  /** Epoch ms by the wall clock: the law's time, read when the gate is asked. @default `clock` */
  readonly legalClock?: () => number;
  /** The abandonment figures the gate is given. */
  readonly abandonmentOf?: AbandonmentOf | undefined;
  /** ms a lease lives without being renewed. @default 30_000 */
  readonly leaseLife?: number;
  readonly onFault?: FaultSink;
}

/** The store's journal: core's port, and its end. */
export interface StoreJournal extends Journal {
  /** Resolves when every command given so far was carried out and answered. */
  idle(): Promise<void>;
  /** Gives up the leases (or only waits for what is under way, as a crash would leave them) and ends. */
  stop(options?: { readonly keepLeases?: boolean }): Promise<void>;
}

type CommandOf<Method extends keyof Journal> = Parameters<Journal[Method]>[0];

/** ms between looks whether another node's lease has ended. */
const LEASE_LOOK = 500;
/** Tries of a mark or an audit entry before its failure is reported: no answer waits for them. */
const PATIENT = 40;

/** Makes core's Journal on a store. It answers by facts and throws nothing. */
export function createJournal(store: Store, options: JournalOptions): StoreJournal {
  return new DatabaseJournal(store, options);
}

class DatabaseJournal implements StoreJournal {
  readonly #store: Store;
  readonly #options: JournalOptions;
  readonly #clock: () => number;
  readonly #chain: AuditChain;
  readonly #leaseLife: number;
  readonly #renewal: NodeJS.Timeout;
  readonly #underWay: UnderWay;
  /** Openings under way: an attempt's end waits for its beginning. */
  readonly #opening = new Map<string, Promise<void>>();
  readonly #recovering = new Set<string>();
  #stopped = false;

  constructor(store: Store, options: JournalOptions) {
    this.#store = store;
    this.#options = options;
    this.#clock = options.clock ?? store.clock;
    this.#chain = new AuditChain(store.engine, options.node);
    this.#leaseLife = options.leaseLife ?? LEASE_LIFE;
    this.#underWay = new UnderWay(options.onFault);
    this.#renewal = setInterval(
      () => this.#underWay.run('lease renewal', this.#renew()),
      this.#leaseLife / 3,
    );
    this.#renewal.unref();
  }

  open(command: CommandOf<'open'>): void {
    const opening = this.#open(command).finally(() => this.#opening.delete(command.attemptId));
    this.#opening.set(command.attemptId, opening);
    this.#underWay.run('open', opening);
  }

  mark(command: CommandOf<'mark'>): void {
    this.#underWay.run('mark', this.#mark(command));
  }

  learn(command: CommandOf<'learn'>): void {
    this.#underWay.run('learn', this.#learn(command));
  }

  close(command: CommandOf<'close'>): void {
    this.#underWay.run('close', this.#close(command));
  }

  recover(command: CommandOf<'recover'>): void {
    if (this.#recovering.has(command.campaignId)) return;
    this.#recovering.add(command.campaignId);
    this.#underWay.run(
      'recover',
      this.#recover(command).finally(() => this.#recovering.delete(command.campaignId)),
    );
  }

  checkCallback(command: CommandOf<'checkCallback'>): void {
    this.#underWay.run('callback check', this.#checkCallback(command));
  }

  audit(command: CommandOf<'audit'>): void {
    this.#underWay.run(
      'audit',
      this.#chain.record({
        at: command.at,
        campaignId: command.campaignId,
        kind: command.kind,
        detail: command.detail,
      }),
    );
  }

  async stop(options: { readonly keepLeases?: boolean } = {}): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#renewal);
    await this.idle();
    for (const campaignId of this.#store.leases.campaignsOf(this.#options.node)) {
      const epoch = this.#epochOf(campaignId);
      if (epoch === null) continue;
      this.#store.leases.drop(campaignId, epoch);
      if (!options.keepLeases)
        await renewLease(this.#store.engine, { campaignId, epoch, expiresAt: 0 }).catch((error: unknown) =>
          this.#underWay.report('lease', error),
        );
    }
  }

  async idle(): Promise<void> {
    await this.#underWay.idle();
  }

  async #open(command: CommandOf<'open'>): Promise<void> {
    const { campaignId, attemptId } = command;
    const { sink } = this.#options;
    const epoch = this.#epochOf(campaignId);
    try {
      const answer = epoch === null ? NOT_OURS : await this.#openUnder(epoch, command);
      sink(factOf(answer, { at: this.#clock(), campaignId, attemptId }));
    } catch (error) {
      const failed = { kind: 'failed', error: faultText(error) } as const;
      sink(factOf(failed, { at: this.#clock(), campaignId, attemptId }));
      if (epoch !== null) this.#underWay.run('undoing an opening', this.#undo(command, epoch));
    }
  }

  async #openUnder(epoch: number, command: CommandOf<'open'>): Promise<OpenAnswer> {
    const context = this.#openContext(epoch);
    return this.#chain.within((tx, append, appendRecords) =>
      openAttempt(context, tx, { append, appendRecords }, command),
    );
  }

  /**
   * The transaction failed as far as we heard, but its commit may have come through: then the attempt is
   * closed as never dialed, once the database can be reached.
   */
  async #undo(command: CommandOf<'open'>, epoch: number): Promise<void> {
    const context = { epoch, at: command.at };
    for (let attempt = 1; !this.#stopped; attempt += 1) {
      try {
        await this.#chain.within((tx, append) =>
          closeAttempt(context, tx, append, command.attemptId, neverDialed(command)),
        );
        return;
      } catch (error) {
        if (attempt >= PATIENT) throw error;
      }
    }
  }

  #openContext(epoch: number): OpenContext {
    const { gate, node, abandonmentOf, legalClock } = this.#options;
    return {
      engine: this.#store.engine,
      gate,
      node,
      epoch,
      legalClock: legalClock ?? this.#clock,
      abandonmentOf,
    };
  }

  /** A mark is true whichever process makes it: no fence. */
  async #mark(command: CommandOf<'mark'>): Promise<void> {
    await this.#opening.get(command.attemptId);
    const { db } = this.#store.engine;
    await persist(this.#store.engine, () => setMark(db, command), PATIENT);
  }

  /** What a person said is true whichever process heard it: no fence. */
  async #learn(command: CommandOf<'learn'>): Promise<void> {
    const { campaignId, attemptId, fact, at } = command;
    await this.#opening.get(attemptId);
    await this.#chain.within(async (tx, append) => {
      const attempt = await readAttempt(tx, attemptId);
      if (!attempt) return;
      const { person_id: personId, phone, lead_id: leadId } = attempt;
      await learn(tx, { personId, phone, attemptId, leadId }, fact);
      await append({
        at,
        campaignId,
        kind: 'fact.learned',
        detail: { attemptId, kind: fact.kind, source: fact.source },
      });
    });
  }

  async #close(command: CommandOf<'close'>): Promise<void> {
    const { campaignId, attemptId } = command;
    const { sink } = this.#options;
    const failed = (error: string): Fact => ({
      type: 'attempt.close-failed',
      at: this.#clock(),
      campaignId,
      attemptId,
      error,
    });
    try {
      await this.#opening.get(attemptId);
      const context = { epoch: this.#epochOf(campaignId), at: command.at };
      const answer = await this.#chain.within((tx, append) =>
        closeAttempt(context, tx, append, attemptId, command.result),
      );
      if (answer.kind === 'failed') sink(failed(answer.error));
      else sink({ type: 'attempt.closed', at: this.#clock(), campaignId, attemptId });
    } catch (error) {
      sink(failed(faultText(error)));
    }
  }

  /** Asks until the campaign is free: another node's lease ends by itself when that node is gone. */
  async #recover(command: CommandOf<'recover'>): Promise<void> {
    const { campaignId } = command;
    const { node, sink } = this.#options;
    for (let look = 0; !this.#stopped; look += 1) {
      try {
        const started = { ...command, node, now: this.#clock(), life: this.#leaseLife };
        const answer = await this.#chain.within((tx, append) => recoverCampaign(tx, append, started));
        if (answer.taken) {
          this.#store.leases.hold(campaignId, node, answer.epoch);
          sink({
            type: 'campaign.recovered',
            at: this.#clock(),
            campaignId,
            epoch: answer.epoch,
            open: answer.open,
            counters: answer.counters,
          });
          return;
        }
        if (look === 0) {
          const owner = `campaign '${campaignId}' is run by node '${answer.node}'`;
          this.#underWay.report('recover', `${owner}; waiting for its lease to end`);
        }
      } catch (error) {
        this.#underWay.report('recover', error);
      }
      await new Promise((resolve) => setTimeout(resolve, LEASE_LOOK));
    }
  }

  async #checkCallback(command: CommandOf<'checkCallback'>): Promise<void> {
    const { campaignId, requestId, attemptId, callback } = command;
    const now = (this.#options.legalClock ?? this.#clock)();
    try {
      const answer = await this.#chain.within(async (tx, append) => {
        const asked = { campaignId, attemptId, callback, now };
        const checked = await checkCallback(tx, this.#options.gate, asked);
        await append({
          at: command.at,
          campaignId,
          kind: 'callback.checked',
          detail: { attemptId, allowed: checked.allowed, for: callback.at },
        });
        return checked;
      });
      this.#options.sink({ type: 'callback.checked', at: this.#clock(), campaignId, requestId, ...answer });
    } catch (error) {
      this.#underWay.report('callback check', error);
      this.#options.sink({
        type: 'callback.checked',
        at: this.#clock(),
        campaignId,
        requestId,
        allowed: false,
        nextAllowedAt: null,
        refusals: [NOT_ASKED],
      });
    }
  }

  /** A lease that is lost stops the campaign here: its new owner dials from now on. */
  async #renew(): Promise<void> {
    for (const campaignId of this.#store.leases.campaignsOf(this.#options.node)) {
      const epoch = this.#epochOf(campaignId);
      if (epoch === null) continue;
      const kept = await persist(this.#store.engine, () =>
        renewLease(this.#store.engine, { campaignId, epoch, expiresAt: this.#clock() + this.#leaseLife }),
      );
      if (kept || this.#epochOf(campaignId) !== epoch) continue;
      this.#store.leases.drop(campaignId, epoch);
      this.#options.sink({ type: 'campaign.halt', at: this.#clock(), campaignId, reason: 'lease-lost' });
    }
  }

  #epochOf(campaignId: string): number | null {
    return this.#store.leases.epochOf(campaignId, this.#options.node);
  }
}

const NOT_OURS: OpenAnswer = { kind: 'failed', error: 'stale epoch: this node does not run the campaign' };

const NOT_ASKED = ownRefusal('store.fault', 'The store could not be asked; try again.', 'call');

/** The answer to an opening, as a fact. */
function factOf(
  answer: OpenAnswer,
  about: { readonly at: number; readonly campaignId: string; readonly attemptId: string },
): Fact {
  switch (answer.kind) {
    case 'opened':
      return { type: 'attempt.opened', ...about };
    case 'in-progress':
      return { type: 'attempt.in-progress', ...about };
    case 'refused': {
      const { refusals, nextAllowedAt } = answer;
      return { type: 'attempt.refused', ...about, refusals, nextAllowedAt };
    }
    case 'failed':
      return { type: 'attempt.open-failed', ...about, error: answer.error };
    default:
      return assertNever(answer, 'an answer to an opening');
  }
}

/** The end of an attempt whose call was never placed: the lead stays as before. */
function neverDialed({ lead, at }: OpenRequest): AttemptResult {
  return {
    outcome: 'cancelled',
    liveAnswer: false,
    abandoned: false,
    endedAt: at,
    countsAsAttempt: false,
    lead: defined({
      status: 'open',
      nextDialableAt: at,
      phoneIndex: lead.phoneIndex,
      reason: lead.reason,
      why: 'store-fault',
      callback: lead.callback,
    }),
    closes: 'none',
    learned: [],
  };
}
