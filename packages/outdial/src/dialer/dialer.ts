/** One running campaign, as embedders, screens and the control interface work with it. */
import {
  type AgentView,
  type CallView,
  defined,
  type Callback,
  type CampaignChanges,
  type CampaignEvent,
  type CampaignRunState,
  type CampaignSettings,
  type CampaignStatistics,
  type DialMode,
  type Disposition,
  type EngineListener,
  invariant,
} from '@outdial/core';
import { type LeadReference } from '@outdial/lists';
import { closeLeads, reopenLeads, type CloseReport, type ReopenReport, type Store } from '@outdial/store';
import type { LoadedCampaign } from '../campaign-file/read-campaign-file.js';
import { addRows, type AddRowsOptions, type LeadRecord, type LeadVerdict } from '../records/add-rows.js';
import type { Records } from '../records/records.js';
import { explainObstacles, type Explanation } from './explain.js';
import type { FloorEngine } from './floor-engine.js';
import { placeOrder } from './order-answers.js';
import {
  AGENT_ORDERS,
  CAMPAIGN_ORDERS,
  readOrder,
  type OrderAnswer,
  type OrderEntry,
  type UnstampedOrder,
} from './orders.js';

/** How a run ended. */
export interface RunEnd {
  readonly state: Extract<CampaignRunState, 'stopped' | 'halted'>;
  /** Why, where the engine or an order gave a reason. */
  readonly reason?: string;
  readonly statistics: CampaignStatistics;
}

/** An agent who logs in. */
export interface AgentLogin {
  readonly agentId: string;
  /** Where the agent's leg is called, e.g. 'PJSIP/101'; absent: the agent's id. */
  readonly station?: string;
  readonly skills?: readonly string[];
}

/** What a {@link Dialer} is made of. Made by `createDialer` and by a floor. */
export interface DialerParts {
  readonly floor: FloorEngine;
  readonly campaign: LoadedCampaign;
  /** The store, read with the dialer's time. */
  readonly store: Store;
  readonly records: Records;
  readonly close: () => Promise<void>;
}

/** At the end, agents in wrap-up have this long to say what the call was. */
const WRAP_UP_MOMENT_MS = 3000;
const LEAVE_WITHIN_MS = 1000;

/**
 * One running campaign: methods for agents and supervisors, events for their screens.
 *
 * Every order takes effect at once and answers whether it was accepted; one that cannot be followed is also
 * an `order.rejected` event. Instants are epoch ms, durations ms, shares 0 to 1.
 */
export class Dialer {
  readonly #parts: DialerParts;
  #state: CampaignRunState = 'created';
  #reason: string | undefined;
  #begun = false;
  readonly #loggedIn = new Set<string>();
  /** How each agent logged in last. */
  readonly #logins = new Map<string, AgentLogin>();
  readonly #closing: (() => void)[] = [];
  /** What stood at the end: a campaign that was closed is no longer on the floor. */
  #last: { readonly statistics: CampaignStatistics; readonly settings: CampaignSettings } | undefined;

  constructor(parts: DialerParts) {
    this.#parts = parts;
    this.on('agent.state', ({ agentId, state }) => {
      if (state === 'offline') this.#loggedIn.delete(agentId);
      else this.#loggedIn.add(agentId);
    });
    this.on('campaign.state', ({ state, reason }) => {
      this.#state = state;
      this.#reason = reason;
    });
  }

  /** Id of the campaign. */
  get campaignId(): string {
    return this.#parts.campaign.file.id;
  }

  /** Run state of the campaign: one of `CAMPAIGN_RUN_STATES`. */
  get state(): CampaignRunState {
    return this.#state;
  }

  /** The mode in force. */
  get mode(): DialMode {
    return this.settings.mode;
  }

  /** The settings in force. */
  get settings(): CampaignSettings {
    if (this.#last) return this.#last.settings;
    const campaign = this.#parts.floor.engine.floor.campaign(this.campaignId);
    invariant(campaign, `campaign ${this.campaignId} is not on the floor`);
    return campaign.settings;
  }

  /** The disposition codes of the campaign, for the agent's screen. */
  get dispositions(): readonly Disposition[] {
    return this.settings.dispositions;
  }

  /** The store, read with the dialer's time: for the readers of `@outdial/store`. */
  get store(): Store {
    return this.#parts.store;
  }

  /** True once {@link Dialer.start} was called. */
  get hasStarted(): boolean {
    return this.#begun;
  }

  /** The dialer's time, epoch ms: virtual in a simulation. */
  now(): number {
    return this.#parts.floor.now();
  }

  /** Runs an action after `delay` ms of the dialer's time; returns how to cancel it. */
  after(delay: number, action: () => void): () => void {
    return this.#parts.floor.platform.after(delay, () => {
      if (!this.#last) action();
    });
  }

  /**
   * Listens to one kind of event; returns how to stop listening. A listener that throws is reported and
   * reaches no call.
   */
  on<Type extends CampaignEvent['type']>(type: Type, listener: EngineListener<Type>): () => void {
    const { engine } = this.#parts.floor;
    // The engine tells listeners of `type` nothing else; the compiler cannot follow that through a generic.
    const heard = listener as (event: CampaignEvent) => void;
    const ours = (event: CampaignEvent): void => {
      if (event.campaignId === this.campaignId) heard(event);
    };
    return engine.on(type, ours as EngineListener<Type>);
  }

  /** Listens to all events. */
  onAny(listener: (event: CampaignEvent) => void): () => void {
    return this.#parts.floor.engine.onAny((event) => {
      if (event.campaignId === this.campaignId) listener(event);
    });
  }

  /**
   * Connects telephony and starts dialing; what an earlier process left open is recovered first. Rejects when
   * a part cannot be reached. `signal`: when it aborts, the campaign drains as by {@link Dialer.stop}.
   */
  async start(options: { readonly signal?: AbortSignal } = {}): Promise<void> {
    if (this.#begun) return;
    this.#begun = true;
    const drain = (): void => void this.stop();
    options.signal?.addEventListener('abort', drain, { once: true });
    this.onClose(() => options.signal?.removeEventListener('abort', drain));
    await this.#parts.records.begin();
    await this.#parts.floor.connect();
    await this.give({ type: 'campaign.start' });
    if (options.signal?.aborted === true) drain();
  }

  /**
   * Starts if need be, and lets time pass until the campaign has stopped or halted and its last attempt is in
   * the journal.
   */
  async run(): Promise<RunEnd> {
    await this.start();
    await this.#parts.floor.pass(() => this.#hasEnded());
    const state = this.#state === 'halted' ? 'halted' : 'stopped';
    return {
      state,
      ...defined({ reason: this.#reason }),
      statistics: this.statistics(),
    };
  }

  /**
   * Lets this much time pass, or less when the campaign ends before: for simulations and tests in virtual
   * time.
   */
  async runFor(ms: number): Promise<CampaignStatistics> {
    await this.start();
    const until = this.now() + ms;
    await this.#parts.floor.pass(() => this.now() >= until || this.#hasEnded());
    return this.statistics();
  }

  /**
   * Live figures: dials, rates, abandonment by each legal limit, occupancy, supply. Formulas:
   * docs/reference/metrics.md.
   */
  statistics(): CampaignStatistics {
    return this.#last?.statistics ?? this.#parts.floor.engine.statistics(this.campaignId);
  }

  /**
   * The agents of the campaign as they stand, in the order of their logins: for a screen that was reloaded.
   */
  agents(): readonly AgentView[] {
    return this.#last ? [] : this.#parts.floor.engine.agents(this.campaignId);
  }

  /** The calls of the campaign as they stand, the oldest first, until the journal has their end. */
  calls(): readonly CallView[] {
    return this.#last ? [] : this.#parts.floor.engine.calls(this.campaignId);
  }

  /**
   * Why no call can be placed now, one sentence a reason, with the instant at which it ends by itself.
   * Without reasons the next call can be placed at any moment.
   */
  explain(): Explanation {
    const { supply } = this.statistics();
    const obstacles = this.#last ? [] : this.#parts.floor.engine.obstacles(this.campaignId);
    return explainObstacles(obstacles, { settings: this.settings, supply });
  }

  // Leads.

  /**
   * Adds leads to a list of the campaign, by the same names of values as a file has columns. Answers what
   * became of each row, in their order; a row that cannot be used is a verdict and throws nothing.
   *
   * @throws RangeError when the campaign has no such list.
   * @example
   * const [verdict] = await dialer.addLeads([{ phone: '+12025550143', name: 'Ana' }]);
   * if (verdict.verdict === 'rejected') console.log(verdict.problems);
   */
  async addLeads(rows: readonly LeadRecord[], options: AddRowsOptions = {}): Promise<readonly LeadVerdict[]> {
    const verdicts = await addRows(this.store, this.#parts.campaign.file, rows, options);
    if (options.first === true && this.#begun) await this.#parts.records.look();
    return verdicts;
  }

  /**
   * Closes leads for good (recalled, paid). Calls not yet answered are hung up within a second; live ones go
   * on. `why`: for reports. Counts the leads of all lists of the campaign.
   */
  async closeLeads(references: readonly LeadReference[], why: string): Promise<CloseReport> {
    const sum = { references: references.length, closed: 0, unknown: 0, already: 0 };
    for (const { id: listId } of this.#parts.campaign.file.lists) {
      const { closed, already } = await closeLeads(this.store, references, { reason: why, listId });
      sum.closed += closed;
      sum.already += already;
    }
    return { ...sum, unknown: Math.max(0, references.length - sum.closed - sum.already) };
  }

  /**
   * Reopens closed leads (recycled, closed by mistake): dialable at once. Their attempts still count for
   * every limit, and a person who asked not to be called stays closed. `why`: for reports. Counts the leads
   * of all lists of the campaign.
   */
  async reopenLeads(references: readonly LeadReference[], why: string): Promise<ReopenReport> {
    const sum = { references: references.length, reopened: 0, open: 0, barred: 0 };
    for (const { id: listId } of this.#parts.campaign.file.lists) {
      const { reopened, open, barred } = await reopenLeads(this.store, references, { reason: why, listId });
      sum.reopened += reopened;
      sum.open += open;
      sum.barred += barred;
    }
    return { ...sum, unknown: Math.max(0, references.length - sum.reopened - sum.open - sum.barred) };
  }

  /**
   * Places one call for an agent at once: to a lead of the campaign, or to a number, which becomes a lead.
   */
  async dialNow(
    agentId: string,
    target: { readonly leadId: string } | { readonly phone: string },
  ): Promise<OrderAnswer> {
    if ('leadId' in target) return this.manualDial(agentId, target.leadId);
    const [added] = await this.addLeads([{ phone: target.phone }]);
    if (added?.leadId !== null && added?.leadId !== undefined) return this.manualDial(agentId, added.leadId);
    const problem = added?.problems.at(-1);
    const reason = problem
      ? `${problem.field}: ${problem.problem}; ${problem.remedy}`
      : 'the number cannot be used';
    return { accepted: false, code: 'number-unusable', reason };
  }

  // Orders of agents.

  /** The agent is here, paused; {@link Dialer.ready} follows when they take calls. */
  logIn(agent: AgentLogin): Promise<OrderAnswer> {
    return this.#order(AGENT_ORDERS['log-in'], agent);
  }

  /** The agent leaves; a live call ends in its own time. */
  logOut(agentId: string): Promise<OrderAnswer> {
    return this.#order(AGENT_ORDERS['log-out'], { agentId });
  }

  /** The agent takes calls; in wrap-up this ends it. */
  ready(agentId: string): Promise<OrderAnswer> {
    return this.#order(AGENT_ORDERS.ready, { agentId });
  }

  /** The agent takes no more calls after the present one. `code`: why, for reports. */
  pause(agentId: string, code: string): Promise<OrderAnswer> {
    return this.#order(AGENT_ORDERS.pause, { agentId, code });
  }

  /** Preview: dials the lead on offer. */
  accept(agentId: string): Promise<OrderAnswer> {
    return this.#order(AGENT_ORDERS.accept, { agentId });
  }

  /** Preview: gives the lead on offer back. */
  skip(agentId: string, reason?: string): Promise<OrderAnswer> {
    return this.#order(AGENT_ORDERS.skip, { agentId, ...defined({ reason }) });
  }

  /** Asks for one call: to this lead, or to the next. */
  manualDial(agentId: string, leadId?: string): Promise<OrderAnswer> {
    return this.#order(AGENT_ORDERS.dial, { agentId, ...defined({ leadId }) });
  }

  /** Ends the agent's call. */
  hangUp(agentId: string): Promise<OrderAnswer> {
    return this.#order(AGENT_ORDERS['hang-up'], { agentId });
  }

  /**
   * Says what the call was. A code that calls back needs `callback`; the law is asked about its time
   * (`callback.refused` tells the answer).
   */
  dispose(agentId: string, code: string, callback?: Callback): Promise<OrderAnswer> {
    return this.#order(AGENT_ORDERS.dispose, { agentId, code, ...defined({ callback }) });
  }

  // Orders of supervisors.

  /** Changes the mode while calls are in flight. */
  setMode(mode: DialMode): Promise<OrderAnswer> {
    return this.#order(CAMPAIGN_ORDERS.mode, { mode });
  }

  /** Calls per free agent; null gives the speed back to the pacer. The legal limits hold either way. */
  setSpeed(speed: number | null): Promise<OrderAnswer> {
    return this.#order(CAMPAIGN_ORDERS.speed, { speed });
  }

  /** Changes settings of the engine while the campaign runs. */
  configure(changes: CampaignChanges): Promise<OrderAnswer> {
    return this.give({ type: 'campaign.configure', changes });
  }

  /** Places no new calls until {@link Dialer.resume}; live ones go on. */
  pauseCampaign(reason: string): Promise<OrderAnswer> {
    return this.#order(CAMPAIGN_ORDERS.pause, { reason });
  }

  /** Dials again after {@link Dialer.pauseCampaign}. */
  resume(): Promise<OrderAnswer> {
    return this.#order(CAMPAIGN_ORDERS.resume, {});
  }

  /** Drains: no new calls, live ones end in their own time, then the campaign is 'stopped'. */
  stop(): Promise<OrderAnswer> {
    return this.#order(CAMPAIGN_ORDERS.stop, {});
  }

  /** Stops dialing at once: hangs up what is not answered; live calls end in their own time. */
  halt(reason: string): Promise<OrderAnswer> {
    return this.#order(CAMPAIGN_ORDERS.halt, { reason });
  }

  /** How an agent logged in last, for a move to another campaign. */
  loginOf(agentId: string): AgentLogin | undefined {
    return this.#logins.get(agentId);
  }

  /** Gives an order as a fact, e.g. one that the control interface read from a request. */
  give(order: UnstampedOrder): Promise<OrderAnswer> {
    if (order.type === 'agent.login') {
      const { type: _type, ...login } = order;
      this.#logins.set(order.agentId, login);
    }
    // Named with their campaign, orders of agents who work elsewhere or nowhere are rejected, not lost.
    const stamped = { ...order, campaignId: this.campaignId, at: this.now() };
    return placeOrder(this.#parts.floor.engine, stamped);
  }

  /**
   * Logs everybody out and ends everything that belongs to this dialer. Stop or halt the campaign before;
   * calls left over hear the message of the dialplan.
   */
  async close(): Promise<void> {
    await this.leave();
    this.#last ??= { statistics: this.statistics(), settings: this.settings };
    await this.#parts.close();
  }

  /** For `await using`: as {@link Dialer.close}. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** Logs everybody out and ends what runs beside the campaign. */
  async leave(): Promise<void> {
    for (const action of this.#closing.splice(0)) action();
    if (this.#begun) await this.#logEverybodyOut();
  }

  /** Runs an action when the dialer is closed. */
  onClose(action: () => void): void {
    this.#closing.push(action);
  }

  /**
   * Everybody leaves. Agents in wrap-up have a moment to say what the call was; then the disposition of the
   * wrap-up's time-out stands.
   */
  async #logEverybodyOut(): Promise<void> {
    const gone = (within: number): Promise<void> => {
      const until = this.now() + within;
      return this.#parts.floor.pass(() => this.#loggedIn.size === 0 || this.now() >= until);
    };
    for (const agentId of [...this.#loggedIn]) void this.logOut(agentId);
    await gone(WRAP_UP_MOMENT_MS);
    for (const agentId of [...this.#loggedIn]) {
      void this.ready(agentId);
      void this.logOut(agentId);
    }
    await gone(LEAVE_WITHIN_MS);
  }

  /** A halted campaign ends when its last call has. */
  #hasEnded(): boolean {
    if (this.#state === 'stopped') return true;
    return (
      this.#state === 'halted' &&
      this.statistics().callsInFlight === 0 &&
      this.statistics().callsWithAgents === 0
    );
  }

  #order<Body>(entry: OrderEntry<Body>, body: Body): Promise<OrderAnswer> {
    const read = readOrder(entry, body);
    if (read.ok) return this.give(read.order);
    return Promise.resolve({ accepted: false, code: 'order-invalid', reason: read.reason });
  }
}
