/** One running campaign, as embedders, screens and the control interface work with it. */
import {
  defined,
  type AgentView,
  type CallView,
  type CampaignEvent,
  type CampaignRunState,
  type CampaignSettings,
  type CampaignStatistics,
  type DialMode,
  type Disposition,
  type EngineListener,
} from '@outdial/core';
import type { LeadReference } from '@outdial/lists';
import type { CloseReport, ListedLead, ReopenReport, ReserveOptions, Store } from '@outdial/store';
import type { CampaignFile, ScriptSection } from '../campaign-file/types.js';
import { addRows, type AddRowsOptions, type LeadRecord, type LeadVerdict } from '../leads/add-rows.js';
import { closeCampaignLeads, reopenCampaignLeads } from '../leads/campaign-leads.js';
import type { NumberCheck } from '../gate/check-number.js';
import { Attendance, type AgentLogin } from './attendance.js';
import type { RunningChanges } from './campaign-changes.js';
import { onAnyEvent, onEvent } from './campaign-events.js';
import { CampaignFigures } from './campaign-figures.js';
import { CampaignOrders, PROGRAM } from './campaign-orders.js';
import { CampaignQuestions, type ForeseenCallback } from './campaign-questions.js';
import { FileInForce, type Adoption } from './file-in-force.js';
import { dialNow, type DialTarget } from './dial-now.js';
import type { DialerParts } from './dialer-parts.js';
import type { Explanation } from './explain.js';
import type { LeadExplanation } from './explain-lead.js';
import type { CampaignShare, ShareView } from './campaign-share.js';
import type { WindowChange } from './next-window.js';
import { OrderMethods } from './order-methods.js';
import type { OrderEntry } from './order-entry.js';
import { readChanges, readOrder, type OrderAnswer } from './orders.js';
import { Reservation } from './reservation.js';
import { RunState, type RunEnd } from './run-state.js';
import { shareOf } from './share-of.js';
import type { DialerEnd } from './unwritten.js';

/**
 * One running campaign: methods for agents and supervisors, events for their screens.
 *
 * Every order takes effect at once and answers whether it was accepted; one that cannot be followed is also
 * an `order.rejected` event. Instants are epoch ms, durations ms, shares 0 to 1.
 */
export class Dialer extends OrderMethods {
  readonly #parts: DialerParts;
  readonly #run = new RunState();
  readonly #attendance = new Attendance();
  readonly #figures: CampaignFigures;
  readonly #questions: CampaignQuestions;
  readonly #orders: CampaignOrders;
  readonly #inForce: FileInForce;
  readonly #share: CampaignShare | undefined;
  readonly #reservation: Reservation;
  readonly #closing: (() => void | Promise<unknown>)[] = [];

  constructor(parts: DialerParts) {
    super();
    const { campaign, floor, records } = parts;
    const campaignId = campaign.file.id;
    this.#parts = parts;
    this.#figures = new CampaignFigures(floor.engine, campaignId);
    this.#questions = new CampaignQuestions(parts, this.#figures);
    this.#share = shareOf(parts, {
      give: (order) => this.#orders.give(order),
      state: () => this.state,
      calls: () => this.calls().length,
    });
    this.#reservation = new Reservation((options) => this.#reserve(options));
    this.#orders = new CampaignOrders({
      campaignId,
      floor,
      journal: records.journal,
      attendance: this.#attendance,
      ...defined({ share: this.#share }),
    });
    this.#inForce = new FileInForce({
      campaign,
      records,
      now: () => floor.now(),
      configure: (changes) => this.#orders.give({ type: 'campaign.configure', changes }),
    });
    this.on('agent.state', (event) => this.#attendance.take(event));
    this.on('campaign.state', (event) => this.#run.take(event));
    this.on('campaign.state', ({ state }) => {
      if (state === 'running') this.#share?.runs();
    });
  }

  /** Id of the campaign. */
  get campaignId(): string {
    return this.#parts.campaign.file.id;
  }

  /** Name of the campaign, for people. */
  get name(): string {
    return this.#parts.campaign.file.name;
  }

  /** IANA name of the agency's time zone: what is printed for people is in its time. */
  get timeZone(): string {
    return this.#parts.campaign.file.timeZone;
  }

  /** Ids of the campaign's lists. */
  get lists(): readonly string[] {
    return this.#parts.campaign.file.lists.map(({ id }) => id);
  }

  /** Run state of the campaign: one of `CAMPAIGN_RUN_STATES`. */
  get state(): CampaignRunState {
    return this.#run.state;
  }

  /** The mode in force. */
  get mode(): DialMode {
    return this.settings.mode;
  }

  /** The settings in force. */
  get settings(): CampaignSettings {
    return this.#figures.settings;
  }

  /** The disposition codes of the campaign, for the agent's screen. */
  get dispositions(): readonly Disposition[] {
    return this.settings.dispositions;
  }

  /** What agents say, page by page, for their screen; null: the campaign has no script. */
  get script(): ScriptSection | null {
    return this.#inForce.file.script ?? null;
  }

  /** On whose behalf the campaign calls, as its file says; null: it does not. */
  get seller(): string | null {
    return this.#parts.campaign.file.compliance.seller ?? null;
  }

  /** The store, read with the dialer's time: for the readers of `@outdial/store`. */
  get store(): Store {
    return this.#parts.store;
  }

  /** True once {@link Dialer.start} was called. */
  get hasStarted(): boolean {
    return this.#run.hasBegun;
  }

  /** The dialer's time, epoch ms: virtual in a simulation. */
  now(): number {
    return this.#parts.floor.now();
  }

  /** Runs an action after `delay` ms of the dialer's time; returns how to cancel it. */
  after(delay: number, action: () => void): () => void {
    return this.#parts.floor.platform.after(delay, () => {
      if (!this.#figures.areLast) action();
    });
  }

  /**
   * Listens to one kind of event; returns how to stop listening. A listener that throws is reported and
   * reaches no call.
   */
  on<Type extends CampaignEvent['type']>(type: Type, listener: EngineListener<Type>): () => void {
    return onEvent(this.#parts.floor.engine, this.campaignId, type, listener);
  }

  /** Listens to all events. */
  onAny(listener: (event: CampaignEvent) => void): () => void {
    return onAnyEvent(this.#parts.floor.engine, this.campaignId, listener);
  }

  /**
   * Keeps the campaign for this dialer before anything is dialed; `start` does so as well. Throws
   * `campaign-held` where another dialer runs it; it may be asked again then. Of a campaign that is spread it
   * keeps a share; with `joins` it throws `campaign-ended` where an order has ended it for all dialers.
   */
  reserve(options: ReserveOptions = {}): Promise<void> {
    return this.#reservation.ask(options);
  }

  async #reserve(options: ReserveOptions): Promise<void> {
    await this.#parts.records.begin(options);
    const share = this.#share;
    if (!share) return;
    this.onClose(() => share.end());
    await share.begin();
  }

  /** The share of this dialer; null: the campaign is not spread over several, or it has none yet. */
  get share(): ShareView | null {
    return this.#share?.view ?? null;
  }

  /** Whether the campaign is spread, and an order ended it for all dialers that work it. */
  get isEndedByOrder(): boolean {
    return this.#share?.isEnded ?? false;
  }

  /**
   * Lets the campaign go here: no new calls, live ones end in their own time. Where other dialers work it,
   * too, they go on; {@link Dialer.stop} is for all. `atOnce`: hangs up what is not answered, and why.
   */
  letGo({
    by = PROGRAM,
    atOnce,
  }: { readonly by?: string; readonly atOnce?: string } = {}): Promise<OrderAnswer> {
    return atOnce === undefined
      ? this.#orders.giveHere({ type: 'campaign.stop' }, by)
      : this.#orders.giveHere({ type: 'campaign.halt', reason: atOnce }, by);
  }

  /**
   * Connects telephony and starts dialing; what an earlier process left open is recovered first. Under the
   * kill switch it is recovered, too, and the campaign halts. Rejects with `campaign-held` where another
   * dialer runs the campaign, and when a part cannot be reached, and may be asked again then. `signal`: when
   * it aborts, the campaign drains as by {@link Dialer.letGo}. `by`: who starts it, for the audit trail.
   */
  async start(
    options: { readonly signal?: AbortSignal; readonly by?: string | undefined } = {},
  ): Promise<void> {
    if (this.#run.hasBegun) return;
    this.#run.hasBegun = true;
    const drain = (): void => void this.letGo();
    options.signal?.addEventListener('abort', drain, { once: true });
    this.onClose(() => options.signal?.removeEventListener('abort', drain));
    try {
      await this.reserve();
      await this.#parts.floor.connect();
    } catch (error) {
      this.#run.hasBegun = false;
      throw error;
    }
    const start = { type: 'campaign.start' } as const;
    if (options.by === undefined) await this.#orders.give(start);
    else await this.#orders.giveRead({ ok: true, order: start }, options.by);
    if (options.signal?.aborted === true) drain();
  }

  /**
   * Starts if need be, and lets time pass until the campaign has stopped or halted and its last attempt is in
   * the journal.
   */
  async run(): Promise<RunEnd> {
    await this.start();
    await this.#parts.floor.pass(() => this.#hasEnded());
    const state = this.#run.state === 'halted' ? 'halted' : 'stopped';
    return { state, ...defined({ reason: this.#run.reason }), statistics: this.statistics() };
  }

  /**
   * Lets this much time pass, or less when the campaign ends before: for simulations and tests in virtual
   * time.
   */
  async runFor(ms: number): Promise<CampaignStatistics> {
    await this.start();
    await this.#pass(ms, () => this.#hasEnded());
    return this.statistics();
  }

  /**
   * Live figures: dials, rates, abandonment by each legal limit, occupancy, supply. Formulas:
   * docs/reference/metrics.md.
   */
  statistics(): CampaignStatistics {
    return this.#figures.statistics();
  }

  /**
   * The agents of the campaign as they stand, in the order of their logins: for a screen that was reloaded.
   */
  agents(): readonly AgentView[] {
    return this.#figures.agents();
  }

  /** The calls of the campaign as they stand, the oldest first, until the journal has their end. */
  calls(): readonly CallView[] {
    return this.#figures.calls();
  }

  /**
   * Why no call can be placed now, one sentence a reason, with the instant at which it ends by itself.
   * Without reasons the next call can be placed at any moment.
   */
  explain(): Explanation;
  /**
   * What can be known now of an instant to come, `at` in epoch ms. Leads are counted for that instant:
   * calling windows as the law in force then has them, retries and callbacks due by then. What only an action
   * ends (paused, no agents, not live) is taken as it is now; what ends by itself before `at` is left out,
   * and so is what passes within minutes (agents busy, lines in use). Calls placed until then are not
   * foreseen. An instant that has passed is answered as now.
   *
   * @throws OutdialError `leads-not-counted` when the store cannot be read.
   */
  explain(at: number): Promise<Explanation>;
  explain(at?: number): Explanation | Promise<Explanation> {
    return at === undefined ? this.#questions.explainNow() : this.#questions.explainAt(at);
  }

  /**
   * The next change of the calling hours of its leads: which close, which open, and how many can be called
   * then. Null: none within a day.
   */
  nextWindowChange(): Promise<WindowChange | null> {
    return this.#questions.nextWindowChange();
  }

  /**
   * Whether the campaign may call a number (E.164) now, or at `at` (epoch ms), and why not: the law with
   * every rule, the interlocks, the do-not-call lists, and what the store holds against the call. Places
   * no call.
   */
  check(phone: string, at: number = this.now()): Promise<NumberCheck> {
    return this.#questions.check(phone, at);
  }

  /**
   * Whether the called party of a call may be called back at an instant (epoch ms), as the disposition would
   * be answered; undefined: there is no such call. Nothing is promised by it.
   */
  foreseeCallback(attemptId: string, at: number): Promise<ForeseenCallback | undefined> {
    return this.#questions.foreseeCallback(attemptId, at);
  }

  /**
   * Whether a callback that was promised could be placed to a number (E.164) at another instant (epoch ms),
   * as the law stands and with the calls made so far.
   */
  foreseeMovedCallback(phone: string, at: number): Promise<ForeseenCallback> {
    return this.#questions.foreseeMovedCallback(phone, at);
  }

  /** Why a lead is not dialed now: its state, the law, the interlocks, and what holds the campaign back. */
  explainLead(lead: ListedLead): Promise<LeadExplanation> {
    return this.#questions.explainLead(lead);
  }

  // Leads.

  /**
   * Adds leads to a list of the campaign, by the same names of values as a file has columns. Answers what
   * became of each row, in their order; a row that cannot be used is a verdict and throws nothing.
   *
   * @throws OutdialError `campaign-list-unknown` when the campaign has no such list.
   * @example
   * const [verdict] = await dialer.addLeads([{ phone: '+12025550143', name: 'Ana' }]);
   * if (verdict.verdict === 'rejected') console.log(verdict.problems);
   */
  async addLeads(rows: readonly LeadRecord[], options: AddRowsOptions = {}): Promise<readonly LeadVerdict[]> {
    const verdicts = await addRows(this.store, this.#parts.campaign.file, rows, options);
    if (options.first === true && this.#run.hasBegun) await this.#parts.records.look();
    return verdicts;
  }

  /**
   * Closes leads for good (recalled, paid). Calls not yet answered are hung up within a second; live ones go
   * on. `why`: for reports. Counts the leads of all lists of the campaign.
   */
  closeLeads(references: readonly LeadReference[], why: string): Promise<CloseReport> {
    return closeCampaignLeads(this.store, this.#parts.campaign.file, references, why);
  }

  /**
   * Reopens closed leads (recycled, closed by mistake): dialable at once. Their attempts still count for
   * every limit, and a person who asked not to be called stays closed. `why`: for reports. Counts the leads
   * of all lists of the campaign.
   */
  reopenLeads(references: readonly LeadReference[], why: string): Promise<ReopenReport> {
    return reopenCampaignLeads(this.store, this.#parts.campaign.file, references, why);
  }

  /**
   * Places one call for an agent at once: to a lead of the campaign, or to a number, which becomes a lead.
   */
  dialNow(agentId: string, target: DialTarget): Promise<OrderAnswer> {
    return dialNow(
      {
        addLeads: (rows) => this.addLeads(rows),
        manualDial: (agent, leadId) => this.manualDial(agent, leadId),
      },
      agentId,
      target,
    );
  }

  // Orders beyond those that have a name of their own.

  /**
   * Gives an order of the table by its fields, e.g. one that the control interface read from a request. `by`:
   * who gives it, as the audit trail names them.
   */
  order<Body>(entry: OrderEntry<Body>, fields: unknown, by: string = PROGRAM): Promise<OrderAnswer> {
    return this.#orders.giveRead(readOrder(entry, fields), by);
  }

  /**
   * Changes settings of the engine while the campaign runs, checked as those of the campaign file are. What
   * the law's review depends on (caller number, countries, flows, allow-list, legal limits) stays as the file
   * has it, and no value may be laxer than the law.
   */
  configure(changes: RunningChanges): Promise<OrderAnswer> {
    return this.#orders.giveRead(readChanges(changes, this.#parts.lawAt(this.now())), PROGRAM);
  }

  /** The campaign file in force: that of the start, with what {@link Dialer.adopt} took of changed ones. */
  get file(): CampaignFile {
    return this.#inForce.file;
  }

  /**
   * Takes of a changed campaign file what may change while the campaign runs: the filter, order and score of
   * its leads, shares and priorities of its lists, and its schedule by the clock of the agency. Leads claimed
   * ahead are released; calls that were placed go on. Answers which settings are in force now, and which
   * differ and wait for the next start.
   *
   * @throws CampaignFileError where an expression of the file cannot be read; nothing is taken then.
   */
  adopt(changed: CampaignFile, by: string = PROGRAM): Promise<Adoption> {
    return this.#inForce.adopt(changed, by);
  }

  /** Takes the legal limits on abandonment as the calendar has them now. Done every hour of a run. */
  async renewLimits(): Promise<void> {
    const { limits } = this.#parts.lawAt(this.now());
    if (JSON.stringify(limits) === JSON.stringify(this.settings.limits)) return;
    await this.#orders.give({ type: 'campaign.configure', changes: { limits } });
  }

  /** How an agent logged in last, for a move to another campaign. */
  loginOf(agentId: string): AgentLogin | undefined {
    return this.#attendance.loginOf(agentId);
  }

  // The end.

  /**
   * Logs everybody out and ends everything that belongs to this dialer. Stop or halt the campaign before;
   * calls left over hear the message of the dialplan. A store that does not answer is waited for a minute;
   * the answer says what was not written.
   */
  async close(): Promise<DialerEnd> {
    await this.leave();
    this.#figures.keepLast();
    return this.#parts.close();
  }

  /** For `await using`: as {@link Dialer.close}. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** Logs everybody out and ends what runs along with the campaign. */
  async leave(): Promise<void> {
    for (const action of this.#closing.splice(0)) await action();
    if (!this.#run.hasBegun) return;
    await this.#attendance.logEverybodyOut({
      ready: (agentId) => void this.ready(agentId),
      logOut: (agentId) => void this.logOut(agentId),
      wait: (isDone, withinMs) => this.#pass(withinMs, isDone),
    });
  }

  /** Runs an action when the dialer is closed, and waits for what it promises. */
  onClose(action: () => void | Promise<unknown>): void {
    this.#closing.push(action);
  }

  #hasEnded(): boolean {
    return this.#run.hasEnded(
      () => this.statistics(),
      () => this.agents(),
    );
  }

  /** Lets this much time pass, ms, or less when the condition holds before. */
  #pass(ms: number, isDone: () => boolean): Promise<void> {
    const until = this.now() + ms;
    return this.#parts.floor.pass(() => isDone() || this.now() >= until);
  }
}
