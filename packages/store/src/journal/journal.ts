import type { AttemptResult, ComplianceGate, FactSink, Journal } from '@outdial/core';
import { AuditChain } from '../audit/chain.js';
import { execute, query } from '../database/statements.js';
import { persist } from '../database/transact.js';
import { faultMessage } from '../fault-message.js';
import { learn } from '../law/learned.js';
import type { FaultSink } from '../leads/lead-queue.js';
import type { Store } from '../open-store.js';
import { checkCallback } from './check-callback.js';
import { closeAttempt } from './close-attempt.js';
import { LEASE_LIFE, renewLease } from './lease.js';
import { openAttempt } from './open-attempt.js';
import type { OpenContext } from './open-attempt.js';
import { recoverCampaign } from './recover.js';

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
  /** The abandonment figures the gate is told. */
  readonly abandonmentOf?: OpenContext['abandonmentOf'];
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
/** Tries of a mark or an audit entry before it is reported: nobody answers them, so they are patient. */
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
  readonly #underWay = new Set<Promise<void>>();
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
    this.#renewal = setInterval(() => this.#run('lease renewal', this.#renew()), this.#leaseLife / 3);
    this.#renewal.unref();
  }

  open(command: CommandOf<'open'>): void {
    const opening = this.#open(command).finally(() => this.#opening.delete(command.attemptId));
    this.#opening.set(command.attemptId, opening);
    this.#run('open', opening);
  }

  mark(command: CommandOf<'mark'>): void {
    this.#run('mark', this.#mark(command));
  }

  learn(command: CommandOf<'learn'>): void {
    this.#run('learn', this.#learn(command));
  }

  close(command: CommandOf<'close'>): void {
    this.#run('close', this.#close(command));
  }

  recover(command: CommandOf<'recover'>): void {
    if (this.#recovering.has(command.campaignId)) return;
    this.#recovering.add(command.campaignId);
    this.#run(
      'recover',
      this.#recover(command).finally(() => this.#recovering.delete(command.campaignId)),
    );
  }

  checkCallback(command: CommandOf<'checkCallback'>): void {
    this.#run('callback check', this.#checkCallback(command));
  }

  audit(command: CommandOf<'audit'>): void {
    this.#run(
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
          this.#fault('lease', error),
        );
    }
  }

  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  async #open(command: CommandOf<'open'>): Promise<void> {
    const { campaignId, attemptId } = command;
    const epoch = this.#epochOf(campaignId);
    const { sink } = this.#options;
    try {
      const answer =
        epoch === null
          ? ({ kind: 'failed', error: 'stale epoch: this node does not run the campaign' } as const)
          : await this.#chain.within((tx, append, appendRecords) =>
              openAttempt(this.#openContext(epoch), tx, { append, appendRecords }, command),
            );
      if (answer.kind === 'opened')
        sink({ type: 'attempt.opened', at: this.#clock(), campaignId, attemptId });
      else if (answer.kind === 'in-progress')
        sink({ type: 'attempt.in-progress', at: this.#clock(), campaignId, attemptId });
      else if (answer.kind === 'refused')
        sink({
          type: 'attempt.refused',
          at: this.#clock(),
          campaignId,
          attemptId,
          refusals: answer.refusals,
          nextAllowedAt: answer.nextAllowedAt,
        });
      else
        sink({ type: 'attempt.open-failed', at: this.#clock(), campaignId, attemptId, error: answer.error });
    } catch (error) {
      sink({
        type: 'attempt.open-failed',
        at: this.#clock(),
        campaignId,
        attemptId,
        error: faultMessage(error),
      });
      if (epoch !== null) this.#run('undoing an opening', this.#undo(command, epoch));
    }
  }

  /**
   * The transaction failed as far as we heard, but its commit may have come through: then the attempt is
   * closed as never dialed, once the database can be reached.
   */
  async #undo(command: CommandOf<'open'>, epoch: number): Promise<void> {
    const context = { store: this.#store, epoch, at: command.at };
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

  /** Marks are true whoever makes them: no fence. */
  async #mark(command: CommandOf<'mark'>): Promise<void> {
    await this.#opening.get(command.attemptId);
    const column = MARK_COLUMNS[command.mark];
    // Whoever was abandoned or connected had answered.
    const text = `update attempts set ${column} = coalesce(${column}, ?), live_answer_at = coalesce(live_answer_at, ?) where attempt_id = ? and ended_at is null`;
    await persist(
      this.#store.engine,
      () => execute(this.#store.engine.db, text, [command.at, command.at, command.attemptId]),
      PATIENT,
    );
  }

  /** What a person said is true whoever heard it: no fence. */
  async #learn(command: CommandOf<'learn'>): Promise<void> {
    await this.#opening.get(command.attemptId);
    await this.#chain.within(async (tx, append) => {
      const [attempt] = await query<{ person_id: string; phone: string; lead_id: string }>(
        tx,
        'select person_id, phone, lead_id from attempts where attempt_id = ?',
        [command.attemptId],
      );
      if (!attempt) return;
      await learn(
        this.#store,
        tx,
        {
          personId: attempt.person_id,
          phone: attempt.phone,
          attemptId: command.attemptId,
          leadId: attempt.lead_id,
        },
        command.fact,
      );
      await append({
        at: command.at,
        campaignId: command.campaignId,
        kind: 'fact.learned',
        detail: { attemptId: command.attemptId, kind: command.fact.kind, source: command.fact.source },
      });
    });
  }

  async #close(command: CommandOf<'close'>): Promise<void> {
    const { campaignId, attemptId } = command;
    try {
      await this.#opening.get(attemptId);
      const context = { store: this.#store, epoch: this.#epochOf(campaignId), at: command.at };
      const answer = await this.#chain.within((tx, append) =>
        closeAttempt(context, tx, append, attemptId, command.result),
      );
      if (answer.kind === 'closed')
        this.#options.sink({ type: 'attempt.closed', at: this.#clock(), campaignId, attemptId });
      else
        this.#options.sink({
          type: 'attempt.close-failed',
          at: this.#clock(),
          campaignId,
          attemptId,
          error: answer.error,
        });
    } catch (error) {
      this.#options.sink({
        type: 'attempt.close-failed',
        at: this.#clock(),
        campaignId,
        attemptId,
        error: faultMessage(error),
      });
    }
  }

  /** Asks until the campaign is free: another node's lease ends by itself when that node is gone. */
  async #recover(command: CommandOf<'recover'>): Promise<void> {
    const { campaignId } = command;
    const { node, sink } = this.#options;
    for (let look = 0; !this.#stopped; look += 1) {
      try {
        const started = { ...command, node, now: this.#clock(), life: this.#leaseLife };
        const answer = await this.#chain.within((tx, append) =>
          recoverCampaign(this.#store.engine, tx, append, started),
        );
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
        if (look === 0)
          this.#fault(
            'recover',
            new Error(
              `campaign '${campaignId}' is run by node '${answer.node}'; waiting for its lease to end`,
            ),
          );
      } catch (error) {
        this.#fault('recover', error);
      }
      await new Promise((resolve) => setTimeout(resolve, LEASE_LOOK));
    }
  }

  async #checkCallback(command: CommandOf<'checkCallback'>): Promise<void> {
    const { campaignId, requestId } = command;
    try {
      const asked = {
        campaignId,
        attemptId: command.attemptId,
        callback: command.callback,
        now: (this.#options.legalClock ?? this.#clock)(),
      };
      const answer = await this.#chain.within(async (tx, append) => {
        const checked = await checkCallback(tx, this.#options.gate, asked);
        await append({
          at: command.at,
          campaignId,
          kind: 'callback.checked',
          detail: { attemptId: command.attemptId, allowed: checked.allowed, for: command.callback.at },
        });
        return checked;
      });
      this.#options.sink({ type: 'callback.checked', at: this.#clock(), campaignId, requestId, ...answer });
    } catch (error) {
      this.#fault('callback check', error);
      const refusals = [
        {
          rule: 'store.fault',
          citation: 'outdial interlock',
          message: 'The store could not be asked; try again.',
          scope: 'call' as const,
          nextAllowedAt: null,
        },
      ];
      this.#options.sink({
        type: 'callback.checked',
        at: this.#clock(),
        campaignId,
        requestId,
        allowed: false,
        nextAllowedAt: null,
        refusals,
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

  #run(what: string, work: Promise<void>): void {
    const guarded: Promise<void> = work
      .catch((error: unknown) => this.#fault(what, error))
      .finally(() => this.#underWay.delete(guarded));
    this.#underWay.add(guarded);
  }

  #fault(what: string, error: unknown): void {
    this.#options.onFault?.({ what: `store ${what}`, detail: faultMessage(error) });
  }
}

/** The end of an attempt whose call was never placed: the lead stands as before. */
function neverDialed(command: CommandOf<'open'>): AttemptResult {
  const { lead } = command;
  const next = {
    status: 'open',
    nextDialableAt: command.at,
    phoneIndex: lead.phoneIndex,
    reason: lead.reason,
    why: 'store-fault',
    ...(lead.callback ? { callback: lead.callback } : {}),
  } as const;
  return {
    outcome: 'cancelled',
    liveAnswer: false,
    abandoned: false,
    endedAt: command.at,
    countsAsAttempt: false,
    lead: next,
    closes: 'none',
    learned: [],
  };
}

const MARK_COLUMNS: Readonly<Record<CommandOf<'mark'>['mark'], string>> = {
  'live-answer': 'live_answer_at',
  connected: 'connected_at',
  abandoned: 'abandoned_at',
};
