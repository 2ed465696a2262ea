/** Core's lead queue on the store: claims, releases and surveys, answered by facts. */
import { defined, faultText } from '@outdial/core';
import type { ClaimCommand, FactSink, Lead, LeadQueue, ReleaseCommand, SurveyCommand } from '@outdial/core';
import { instanceOf } from '../journal/lease-holder.js';
import { UnderWay } from '../under-way.js';
import type { FaultSink } from '../under-way.js';
import type { Tx } from '../database/engine.js';
import { transact } from '../database/transact.js';
import type { Store } from '../open-store.js';
import { LearnedAnswerRates } from './answer-rates.js';
import { StaleEpoch, claimLeads, isClaimed } from './claim.js';
import { placeWindows } from './place-windows.js';
import type { PlaceWindows } from './place-windows.js';
import { selects } from './selection/lead-selection.js';
import type { LeadHints, LeadSelection } from './selection/lead-selection.js';
import { SelectedLeads } from './selection/selected-leads.js';
import { releaseLeads, undoClaim } from './release.js';
import type { UnsureClaim } from './release.js';
import { surveyCounted } from './survey.js';
import { TakenLeads } from './selection/count-taken.js';
import { foldLeadCounts, readLeadCounts } from './lead-counts.js';
import { readListsOf } from './lists-of-campaign.js';
import { Watch } from './watch.js';
import type { PushedLeads } from './watch.js';

/** How to make a lead queue. */
export interface LeadQueueOptions extends LeadHints {
  /** This process's name in the cluster; the journal of the same process must have the same. */
  readonly node: string;
  /** Id of the dialer that holds the leases, as given to its journal. @default one a node and store handle */
  readonly instance?: string;
  readonly sink: FactSink;
  /** Epoch ms by the scheduler's clock, for facts. @default the store's clock */
  readonly clock?: () => number;
  /**
   * ms after which a callback that one agent promised is given to anybody; null: never. @default null
   */
  readonly callbacksToAnybodyAfterMs?: number | null;
  /** ms between looks for withdrawn leads and the kill switch. @default 250 */
  readonly pollEveryMs?: number;
  /**
   * Called within `pollEveryMs` (at once by `look()`) when leads were pushed to the front of the lists of a
   * campaign of this node, by `addLeads` with `first` in any process. The next claim answers them first; a
   * buffer that is full gives back leads to make room.
   */
  readonly onPushed?: (pushed: PushedLeads) => void;
  readonly onFault?: FaultSink;
}

/** The store's lead queue: core's port, and its end. */
export interface StoreLeadQueue extends LeadQueue {
  /** Resolves when every command given so far was carried out and answered. */
  idle(): Promise<void>;
  /** Stops looking for changes and waits for what is under way. */
  stop(): Promise<void>;
  /** Looks for withdrawn leads and the kill switch now. */
  look(): Promise<void>;
  /**
   * Other leads, or another order, from now on. What `campaignId` has claimed ahead is released; calls that
   * were placed go on.
   */
  select(campaignId: string, selection: LeadSelection): void;
  /** What is in force. */
  readonly selection: LeadSelection;
}

/** Failed claims remembered at most: each campaign asks again only after the last one was answered. */
const UNSURE_MOST = 100;

/** Makes core's LeadQueue on a store. It answers by facts and throws nothing. */
export function createLeadQueue(store: Store, options: LeadQueueOptions): StoreLeadQueue {
  return new DatabaseLeadQueue(store, options);
}

class DatabaseLeadQueue implements StoreLeadQueue {
  readonly #store: Store;
  readonly #options: LeadQueueOptions;
  readonly #instance: string;
  readonly #clock: () => number;
  readonly #windows: PlaceWindows | null;
  #selection: LeadSelection;
  #selected: SelectedLeads | null;
  readonly #watch: Watch;
  readonly #timer: NodeJS.Timeout;
  readonly #underWay: UnderWay;
  #taken: TakenLeads | null;
  readonly #answerRates: LearnedAnswerRates = new LearnedAnswerRates();
  #looking: Promise<void> | null = null;
  /** Claims that were answered as failed and may be in force all the same. */
  #unsure: UnsureClaim[] = [];
  /** The last look failed, and that was reported. */
  #blind = false;

  constructor(store: Store, options: LeadQueueOptions) {
    this.#store = store;
    this.#options = options;
    this.#clock = options.clock ?? store.clock;
    this.#windows = placeWindows(options);
    this.#selection = options.selection ?? {};
    this.#selected = this.#atWork();
    this.#taken = this.#countsOfFilter();
    this.#underWay = new UnderWay(options.onFault);
    const { node, sink, onPushed, instance = instanceOf(store, node) } = options;
    this.#instance = instance;
    this.#watch = new Watch(store, { instance, sink, clock: this.#clock, onPushed });
    this.#timer = setInterval(() => void this.look(), options.pollEveryMs ?? 250);
    this.#timer.unref();
  }

  claim(command: ClaimCommand): void {
    this.#underWay.run('claim', this.#claim(command));
  }

  release(command: ReleaseCommand): void {
    this.#underWay.run('release', this.#release(command));
  }

  survey(command: SurveyCommand): void {
    this.#underWay.run('survey', this.#survey(command));
  }

  get selection(): LeadSelection {
    return this.#selection;
  }

  select(campaignId: string, selection: LeadSelection): void {
    this.#selection = selection;
    this.#selected = this.#atWork();
    this.#taken = this.#countsOfFilter();
    this.#releaseClaimed(campaignId);
  }

  look(): Promise<void> {
    this.#looking ??= this.#watch
      .look()
      .then(() => {
        this.#blind = false;
      })
      .catch((error: unknown) => this.#blinded(error))
      .finally(() => (this.#looking = null));
    return this.#looking;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
    await this.idle();
  }

  async idle(): Promise<void> {
    await this.#underWay.idle();
  }

  /** The selection at work; null: leads go by priority and age. */
  #atWork(): SelectedLeads | null {
    const selection = this.#selection;
    return selects(selection) ? new SelectedLeads(selection, this.#windows, this.#store.engine.kind) : null;
  }

  #countsOfFilter(): TakenLeads | null {
    const { filter } = this.#selection;
    return filter ? new TakenLeads(filter, this.#store.engine.kind) : null;
  }

  /** The campaign gives back what it has claimed, and claims anew. */
  #releaseClaimed(campaignId: string): void {
    this.#options.sink({ type: 'leads.pushed', at: this.#clock(), campaignId, leadIds: [] });
  }

  async #claim(command: ClaimCommand): Promise<void> {
    const { campaignId, requestId } = command;
    try {
      const epoch = this.#store.leases.epochOf(campaignId, this.#instance);
      if (epoch === null) throw new StaleEpoch(campaignId);
      const { callbacksToAnybodyAfterMs = null } = this.#options;
      const { engine } = this.#store;
      const selected = this.#selected;
      if (command.leadId === undefined) await selected?.prepare(engine.db, campaignId, command.at);
      await this.#answerRates.prepare(engine.db, campaignId, command.at);
      const context = { engine, epoch, windows: this.#windows, callbacksToAnybodyAfterMs, selected };
      const unsure = this.#unsure.filter((claim) => claim.campaignId === campaignId);
      const claiming = async (tx: Tx): Promise<Lead[]> => {
        for (const claim of unsure) await undoClaim(tx, claim, command.at);
        selected?.begin();
        return claimLeads(context, tx, command);
      };
      const claimed = await transact(engine, claiming, {
        landed: (leads) => isClaimed(engine.db, leads, { campaignId, epoch, at: command.at }),
      });
      const leads = claimed.map((lead) => this.#answerRates.scored(campaignId, lead));
      selected?.settle();
      this.#unsure = this.#unsure.filter((claim) => !unsure.includes(claim));
      this.#options.sink({ type: 'leads.claimed', at: this.#clock(), campaignId, requestId, leads });
      // The selection changed while the claim was made: its leads are those of the former one.
      if (selected !== this.#selected) this.#releaseClaimed(campaignId);
    } catch (error) {
      this.#remember(command);
      this.#options.sink({
        type: 'leads.claim-failed',
        at: this.#clock(),
        campaignId,
        requestId,
        error: faultText(error),
      });
    }
  }

  /**
   * After a connection lost at the commit it is not known whether the claim is in force. The next claim
   * releases it first.
   */
  #remember({ campaignId, at }: ClaimCommand): void {
    const epoch = this.#store.leases.epochOf(campaignId, this.#instance);
    if (epoch !== null) this.#unsure.push({ campaignId, epoch, at });
    this.#unsure.splice(0, this.#unsure.length - UNSURE_MOST);
  }

  async #release(command: ReleaseCommand): Promise<void> {
    const epoch = this.#store.leases.epochOf(command.campaignId, this.#instance);
    // Without the lease the leads went back when the next epoch began.
    if (epoch === null || command.leadIds.length === 0) return;
    await transact(this.#store.engine, (tx) => releaseLeads(tx, command, epoch));
  }

  /** Folds the counts that it reads, where many rows have come. */
  async #survey(command: SurveyCommand): Promise<void> {
    const { campaignId } = command;
    const { engine } = this.#store;
    const lists = await readListsOf(engine.db, campaignId);
    const { counts, toFold } = await readLeadCounts(engine.db, lists);
    const { callbacksToAnybodyAfterMs = null } = this.#options;
    const { filter } = this.#selection;
    const supply = await surveyCounted(engine.db, {
      ...command,
      ...{ lists, counts, windows: this.#windows, callbacksToAnybodyAfterMs, kind: engine.kind },
      ...defined({ filter }),
      taken: (await this.#taken?.read(engine.db, campaignId, counts, command.at)) ?? null,
    });
    this.#options.sink({ type: 'leads.surveyed', at: this.#clock(), campaignId, supply });
    await foldLeadCounts(engine, lists, toFold);
  }

  /** Reports a database that cannot be reached once, not at every look. */
  #blinded(error: unknown): void {
    if (!this.#blind) this.#underWay.report('watch', error);
    this.#blind = true;
  }
}
