import type {
  Callback,
  CampaignChanges,
  CampaignEvent,
  CampaignRunState,
  CampaignSettings,
  CampaignStatistics,
  DialMode,
  Engine,
  EngineListener,
  Fact,
} from '@outdial/core';

/** How a run ended. */
export interface RunEnd {
  readonly state: Extract<CampaignRunState, 'stopped' | 'halted'>;
  /** Why, where the engine or an order gave a reason. */
  readonly reason?: string;
  readonly statistics: CampaignStatistics;
}

/** An agent who sits down. */
export interface AgentLogin {
  readonly agentId: string;
  /** Where the agent's leg is called, e.g. 'PJSIP/101'; absent: the agent's id. */
  readonly station?: string;
  readonly skills?: readonly string[];
}

/** What a {@link Dialer} is made of. Made by `createDialer`. */
export interface DialerParts {
  readonly engine: Engine;
  readonly campaignId: string;
  readonly now: () => number;
  readonly begin: () => Promise<void>;
  readonly pass: (isDone: () => boolean) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly after: (delay: number, action: () => void) => () => void;
}

const WRAP_UP_MOMENT_MS = 3000;
const LEAVE_WITHIN_MS = 1000;

/**
 * One running campaign: methods for agents and supervisors, events for their screens.
 *
 * Orders return at once. What became of them comes as events; an order that cannot be followed is an
 * `order.rejected` event with the reason. Instants are epoch ms, durations ms, shares 0..1.
 */
export class Dialer {
  readonly #parts: DialerParts;
  #state: CampaignRunState = 'created';
  #reason: string | undefined;
  #begun = false;
  readonly #seated = new Set<string>();
  readonly #closing: (() => void)[] = [];

  constructor(parts: DialerParts) {
    this.#parts = parts;
    parts.engine.on('agent.state', ({ campaignId, agentId, state }) => {
      if (campaignId !== parts.campaignId) return;
      if (state === 'offline') this.#seated.delete(agentId);
      else this.#seated.add(agentId);
    });
    parts.engine.on('campaign.state', (event) => {
      if (event.campaignId !== parts.campaignId) return;
      this.#state = event.state;
      this.#reason = event.reason;
    });
  }

  /** Id of the campaign. */
  get campaignId(): string {
    return this.#parts.campaignId;
  }

  /**
   * Life of the campaign: 'created', 'recovering', 'running', 'paused', 'draining', 'stopped' or 'halted'.
   */
  get state(): CampaignRunState {
    return this.#state;
  }

  /** The mode in force. */
  get mode(): DialMode {
    return this.settings.mode;
  }

  /** The settings in force. */
  get settings(): CampaignSettings {
    const campaign = this.#parts.engine.floor.campaign(this.#parts.campaignId);
    if (!campaign) throw new Error(`campaign ${this.#parts.campaignId} is not on the floor`);
    return campaign.settings;
  }

  /** The dialer's time, epoch ms: virtual in a simulation. */
  now(): number {
    return this.#parts.now();
  }

  /** Runs an action after `delay` ms of the dialer's time; returns how to cancel it. */
  after(delay: number, action: () => void): () => void {
    return this.#parts.after(delay, action);
  }

  /**
   * Listens to one kind of event; returns how to stop listening. A listener that throws is reported and
   * reaches no call.
   */
  on<Type extends CampaignEvent['type']>(type: Type, listener: EngineListener<Type>): () => void {
    return this.#parts.engine.on(type, listener);
  }

  /** Listens to all events. */
  onAny(listener: (event: CampaignEvent) => void): () => void {
    return this.#parts.engine.onAny(listener);
  }

  /**
   * Connects telephony and starts dialing; what an earlier process left open is recovered first. Rejects when
   * a part cannot be reached.
   */
  async start(): Promise<void> {
    if (this.#begun) return;
    this.#begun = true;
    await this.#parts.begin();
    this.#order({ type: 'campaign.start' });
  }

  /**
   * Starts if need be, and lets time pass until the campaign has stopped or halted and its last attempt is in
   * the journal.
   */
  async run(): Promise<RunEnd> {
    await this.start();
    await this.#parts.pass(() => this.#hasEnded());
    const state = this.#state === 'halted' ? 'halted' : 'stopped';
    return {
      state,
      ...(this.#reason === undefined ? {} : { reason: this.#reason }),
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
    await this.#parts.pass(() => this.now() >= until || this.#hasEnded());
    return this.statistics();
  }

  /**
   * Live figures: dials, rates, abandonment by each legal limit, occupancy, supply. Formulas:
   * docs/reference/metrics.md.
   */
  statistics(): CampaignStatistics {
    return this.#parts.engine.statistics(this.#parts.campaignId);
  }

  // Agents.

  /** An agent sits down, paused; `ready` follows when he is. */
  logIn(agent: AgentLogin): void {
    this.#agent({ type: 'agent.login', campaignId: this.#parts.campaignId, ...agent });
  }

  /** The agent leaves; a call in hand ends in its own time. */
  logOut(agentId: string): void {
    this.#agent({ type: 'agent.logout', agentId });
  }

  /** The agent takes calls; in wrap-up this ends it. */
  ready(agentId: string): void {
    this.#agent({ type: 'agent.ready', agentId });
  }

  /** The agent takes no more calls, after the one in hand. `code`: why, for reports. */
  pause(agentId: string, code: string): void {
    this.#agent({ type: 'agent.pause', agentId, code });
  }

  /** Preview: dial the lead on offer. */
  accept(agentId: string): void {
    this.#agent({ type: 'agent.accept', agentId });
  }

  /** Preview: not this one; the lead goes back. */
  skip(agentId: string, reason?: string): void {
    this.#agent({ type: 'agent.skip', agentId, ...(reason === undefined ? {} : { reason }) });
  }

  /** Asks for one call: of this lead, or of the next. */
  manualDial(agentId: string, leadId?: string): void {
    this.#agent({ type: 'agent.manual-dial', agentId, ...(leadId === undefined ? {} : { leadId }) });
  }

  /** Ends the agent's call. */
  hangUp(agentId: string): void {
    this.#agent({ type: 'agent.hang-up', agentId });
  }

  /**
   * Says what the call was. A code that calls back needs `callback`; the law is asked about its time
   * (`callback.refused` tells).
   */
  dispose(agentId: string, code: string, callback?: Callback): void {
    this.#agent({ type: 'agent.dispose', agentId, code, ...(callback === undefined ? {} : { callback }) });
  }

  // Supervisors.

  /** Changes the mode while calls are in flight. */
  setMode(mode: DialMode): void {
    this.configure({ mode });
  }

  /**
   * Calls per free agent, by hand; null gives the speed back to the pacer. The legal limits hold either way.
   */
  setSpeed(speed: number | null): void {
    this.configure({ speed });
  }

  /** Changes any setting of the campaign. */
  configure(changes: CampaignChanges): void {
    this.#order({ type: 'campaign.configure', changes });
  }

  /** No new calls until {@link resume}; live ones go on. */
  pauseCampaign(reason: string): void {
    this.#order({ type: 'campaign.pause', reason });
  }

  resume(): void {
    this.#order({ type: 'campaign.resume' });
  }

  /** Drains: no new calls, live ones end in their own time, then the campaign is 'stopped'. */
  stop(): void {
    this.#order({ type: 'campaign.stop' });
  }

  /** Stops dialing now: hangs up what is not answered; live calls end in their own time. */
  halt(reason: string): void {
    this.#order({ type: 'campaign.halt', reason });
  }

  /**
   * Logs everybody out and ends everything that belongs to this dialer. Stop or halt the campaign before;
   * calls left over hear the message of the dialplan.
   */
  async close(): Promise<void> {
    for (const action of this.#closing.splice(0)) action();
    if (this.#begun) await this.#sendHome();
    await this.#parts.close();
  }

  /** Runs an action when the dialer is closed. */
  onClose(action: () => void): void {
    this.#closing.push(action);
  }

  /**
   * Everybody leaves; who is wrapping up gets a moment to say what the call was, then the wrap-up's own
   * disposition stands.
   */
  async #sendHome(): Promise<void> {
    const gone = (within: number): Promise<void> => {
      const until = this.now() + within;
      return this.#parts.pass(() => this.#seated.size === 0 || this.now() >= until);
    };
    for (const agentId of [...this.#seated]) this.logOut(agentId);
    await gone(WRAP_UP_MOMENT_MS);
    for (const agentId of [...this.#seated]) {
      this.ready(agentId);
      this.logOut(agentId);
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

  #agent(fact: Record<string, unknown> & { readonly type: string }): void {
    this.#parts.engine.dispatch({ ...fact, at: this.now() } as unknown as Fact);
  }

  #order(fact: Record<string, unknown> & { readonly type: string }): void {
    this.#parts.engine.dispatch({
      ...fact,
      campaignId: this.#parts.campaignId,
      at: this.now(),
    } as unknown as Fact);
  }
}
