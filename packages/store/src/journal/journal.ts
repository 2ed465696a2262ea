/** Core's journal on the store: attempts, marks, learned facts and the audit trail, answered by facts. */
import { defined } from '@outdial/core';
import type {
  CheckCallbackCommand,
  CloseCommand,
  ComplianceGate,
  FactSink,
  Journal,
  LearnCommand,
  MarkCommand,
  OpenInboundRequest,
  OpenRequest,
  RecoverCommand,
} from '@outdial/core';
import { StatedRows } from '../audit/stated-rows.js';
import { learn } from '../law/learned.js';
import type { Store } from '../open-store.js';
import type { AgentPresence } from '../presence/agent-presence.js';
import { UnderWay } from '../under-way.js';
import type { FaultSink, WorkUnderWay } from '../under-way.js';
import { readAttempt } from './attempt-row.js';
import { checkCallback } from './check-callback.js';
import type { CallbackAnswer, CallbackQuestion } from './check-callback.js';
import { Closings } from './closings.js';
import type { AuditEntry } from '../audit/chain.js';
import type { JournalParts } from './journal-parts.js';
import { instanceOf } from './lease-holder.js';
import { LeaseKeeper } from './lease-keeper.js';
import type { LeaseNotice, ReserveOptions } from './lease-keeper.js';
import type { HeldPart, PartUse } from './share-parts.js';
import { LEASE_LIFE } from './lease.js';
import { Markings } from './markings.js';
import type { AbandonmentOf } from './open-context.js';
import { Openings } from './openings.js';
import { RECORDING_COMPLETED, writeRecording } from './recordings.js';
import { ownRefusal } from './refusal.js';

/** How to make a journal. */
export interface JournalOptions {
  /** This process's name in the cluster: shown, and the writer of its part of the audit trail. */
  readonly node: string;
  /**
   * Id of the dialer that holds the leases: random, made at its start; its lead queue has the same.
   *
   * @default one a node and store handle
   */
  readonly instance?: string;
  readonly sink: FactSink;
  readonly gate: ComplianceGate;
  /** Epoch ms by the scheduler's clock, for facts. @default the store's clock */
  readonly clock?: () => number;
  /** Epoch ms by the wall clock: the law's time, read when the gate is asked. @default `clock` */
  readonly legalClock?: () => number;
  /** The abandonment figures the gate is given. */
  readonly abandonmentOf?: AbandonmentOf | undefined;
  /** ms a lease lives without being renewed. @default 30_000 */
  readonly leaseLifeMs?: number;
  /** Epoch ms by the clock that all processes on the store share, for leases. @default `clock` */
  readonly leaseClock?: () => number;
  /** Takes a campaign although another dialer runs it: that one is told to halt. @default false */
  readonly takeOver?: boolean;
  /** Over how many dialers each of its campaigns is spread at most, 1 to 16. @default 1 */
  readonly shares?: number;
  /** Where the agents of the dialer's calls work: no call is opened for one who works elsewhere. */
  readonly presence?: Pick<AgentPresence, 'instance' | 'look'>;
  /**
   * For how long openings, marks and closes that come fast may wait for each other, ms: they then share a
   * transaction. One that comes alone never waits.
   *
   * @default 0
   */
  readonly gatherMs?: number;
  /** What happened about a lease. @default `onFault` */
  readonly onLease?: (notice: LeaseNotice) => void;
  readonly onFault?: FaultSink;
}

/** The store's journal: core's port, and its end. */
export interface StoreJournal extends Journal {
  /**
   * Keeps the campaign for this dialer until it recovers it. Throws `campaign-held` where another dialer runs
   * it; waits where nobody knows whether that one still runs. Of a campaign that is spread it keeps a share.
   */
  reserve(campaignId: string, options?: ReserveOptions): Promise<void>;
  /**
   * Settles what part of a campaign's limits its share may use, and takes up the calls that dead shares have
   * left. Null: this dialer has no share of it.
   */
  holdPart(campaignId: string, use: PartUse): Promise<HeldPart | null>;
  /** Writes an entry of a campaign, or of the process that runs it, to the audit trail. */
  audit(entry: AuditEntry): void;
  /** What the gate would say of a callback that is not agreed yet, by the call in which it would be. */
  foreseeCallback(asked: Omit<CallbackQuestion, 'now'>): Promise<CallbackAnswer>;
  /** Resolves when every command given so far was carried out and answered. */
  idle(): Promise<void>;
  /** What is still being written. */
  underWay(): readonly WorkUnderWay[];
  /** Gives up the leases (or only waits for what is under way, as a crash would leave them) and ends. */
  stop(options?: { readonly keepLeases?: boolean }): Promise<void>;
}

/** Makes core's Journal on a store. It answers by facts and throws nothing. */
export function createJournal(store: Store, options: JournalOptions): StoreJournal {
  return new DatabaseJournal(store, options);
}

class DatabaseJournal implements StoreJournal {
  readonly #parts: JournalParts;
  readonly #gate: ComplianceGate;
  readonly #legalClock: () => number;
  readonly #openings: Openings;
  readonly #markings: Markings;
  readonly #closings: Closings;
  readonly #leases: LeaseKeeper;

  constructor(store: Store, options: JournalOptions) {
    const { node, sink, gate, clock = store.clock, legalClock = clock, onFault } = options;
    const chain = store.audit.of(node);
    const instance = { id: options.instance ?? instanceOf(store, node), node, process: store.process };
    const parts = { store, node, instance, sink, clock, chain, underWay: new UnderWay(onFault) };
    this.#parts = parts;
    this.#gate = gate;
    this.#legalClock = legalClock;
    this.#leases = new LeaseKeeper({
      ...parts,
      leaseLifeMs: options.leaseLifeMs ?? LEASE_LIFE,
      leaseClock: options.leaseClock ?? clock,
      takeOver: options.takeOver ?? false,
      shares: options.shares ?? 1,
      onLease: options.onLease,
    });
    const { abandonmentOf, presence, gatherMs: apartMs = 0 } = options;
    const onStale = (): void => {
      this.#leases.look();
      presence?.look();
    };
    const agentsAt = presence?.instance;
    this.#openings = new Openings({ ...parts, gate, legalClock, abandonmentOf, agentsAt, apartMs, onStale });
    const opened = (attemptId: string): Promise<void> => this.#openings.answered(attemptId);
    this.#markings = new Markings({ ...parts, opened, apartMs });
    const settled = async (attemptId: string): Promise<void> => {
      await opened(attemptId);
      await this.#markings.stored(attemptId);
    };
    this.#closings = new Closings({ ...parts, settled, apartMs, onStale: () => this.#leases.look() });
  }

  open(command: OpenRequest): void {
    this.#openings.begin(command);
  }

  openInbound(command: OpenInboundRequest): void {
    this.#openings.beginInbound(command);
  }

  mark(command: MarkCommand): void {
    this.#markings.begin(command);
  }

  learn(command: LearnCommand): void {
    const { attemptId, fact } = command;
    this.#parts.underWay.run('learn', this.#learn(command), { attemptId, stated: fact.kind });
  }

  close(command: CloseCommand): void {
    this.#closings.begin(command);
  }

  recover(command: RecoverCommand): void {
    this.#leases.take(command);
  }

  checkCallback(command: CheckCallbackCommand): void {
    this.#parts.underWay.run('callback check', this.#checkCallback(command));
  }

  audit({ at, campaignId, kind, detail }: AuditEntry): void {
    this.#parts.underWay.run('audit', this.#audit({ at, campaignId, kind, detail }));
  }

  async #audit(entry: AuditEntry): Promise<void> {
    await this.#parts.chain.within(async (tx, append) => {
      if (entry.kind === RECORDING_COMPLETED) await writeRecording(tx, entry);
      await append(entry);
    });
  }

  async reserve(campaignId: string, options: ReserveOptions = {}): Promise<void> {
    await this.#leases.reserve(campaignId, options);
  }

  holdPart(campaignId: string, use: PartUse): Promise<HeldPart | null> {
    return this.#leases.holdPart(campaignId, use);
  }

  async stop(options: { readonly keepLeases?: boolean } = {}): Promise<void> {
    this.#openings.stop();
    this.#leases.stop();
    await this.idle();
    await this.#leases.giveUp({ keep: options.keepLeases ?? false });
  }

  async idle(): Promise<void> {
    await this.#parts.underWay.idle();
  }

  underWay(): readonly WorkUnderWay[] {
    return this.#parts.underWay.all();
  }

  /** What a person said is stored under any lease: it stays true after the lease is lost. */
  async #learn({ campaignId, attemptId, fact, at }: LearnCommand): Promise<void> {
    await this.#openings.answered(attemptId);
    await this.#parts.chain.within(async (tx, append) => {
      const attempt = await readAttempt(tx, attemptId);
      if (!attempt) return;
      const { person_id: personId, phone } = attempt;
      // An attempt that has ended settles its lead no more: the fact itself closes it.
      const leadId = attempt.ended_at === null ? attempt.lead_id : undefined;
      const stated = new StatedRows(this.#parts.store.secret);
      await learn(tx, defined({ personId, phone, attemptId, leadId }), fact, stated);
      const detail = { attemptId, kind: fact.kind, source: fact.source, ...stated.detail() };
      await append({ at, campaignId, kind: 'fact.learned', detail });
    });
  }

  async #checkCallback(command: CheckCallbackCommand): Promise<void> {
    const { sink, clock, underWay } = this.#parts;
    const { campaignId, requestId } = command;
    const answer = await this.#askAboutCallback(command).catch((error: unknown) => {
      underWay.report('callback check', error);
      return NOT_ASKED;
    });
    sink({ type: 'callback.checked', at: clock(), campaignId, requestId, ...answer });
  }

  foreseeCallback(asked: Omit<CallbackQuestion, 'now'>): Promise<CallbackAnswer> {
    const question = { ...asked, now: this.#legalClock() };
    return this.#parts.chain.within((tx) =>
      checkCallback(tx, this.#parts.store.secret, this.#gate, question),
    );
  }

  async #askAboutCallback(command: CheckCallbackCommand): Promise<CallbackAnswer> {
    const { campaignId, attemptId, callback, at } = command;
    const asked = { campaignId, attemptId, callback, now: this.#legalClock() };
    return this.#parts.chain.within(async (tx, append) => {
      const checked = await checkCallback(tx, this.#parts.store.secret, this.#gate, asked);
      const detail = { attemptId, allowed: checked.allowed, for: callback.at };
      await append({ at, campaignId, kind: 'callback.checked', detail });
      return checked;
    });
  }
}

const NOT_ASKED: CallbackAnswer = {
  allowed: false,
  nextAllowedAt: null,
  refusals: [ownRefusal('store.fault', 'The store could not be asked; try again.', 'call')],
};
