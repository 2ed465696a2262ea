/**
 * The pacer: records facts in the roster and the campaign's own records, and decides by the pacing law of the
 * mode.
 */
import { defined } from '../defined.js';
import type { AgeLadder } from './age-ladder.js';
import { AgentRoster } from './agent-roster.js';
import type { AgentChange } from './agent-roster.js';
import { CampaignSide } from './campaign-side.js';
import type {
  Pacer,
  PacerDecision,
  PacerFact,
  PacerOptions,
  PacerSnapshot,
  TakerRequest,
} from './contract.js';
import { CrowdRisk } from './crowd-risk.js';
import { FactGate } from './fact-gate.js';
import { Outlook } from './outlook.js';
import { pacePredictive } from './predictive.js';
import type { Forecast } from './predictive.js';
import { ServiceLevel } from './service-level.js';
import type { ServedFloor, ServicePromise } from './service-level.js';
import { SkilledPacer } from './skilled-pacer.js';
import type { SavedPacer } from './skilled-pacer.js';

/**
 * Makes a pacer: facts in, number of calls to place out.
 *
 * @throws RangeError when an option is out of range, Error when the snapshot is of another version.
 * @example
 * const pacer = createPacer({ mode: 'progressive' });
 * pacer.observe({ type: 'agent', agentId: 'a1', state: 'ready', at: 0 });
 * pacer.decide(0).calls; // 1
 */
export function createPacer(options: PacerOptions, snapshot?: PacerSnapshot): Pacer {
  return new AnyPacer(options, snapshot);
}

/** Paces a campaign as a whole until a lead asks for skills, and by parts from then on. */
class AnyPacer implements Pacer {
  #options: PacerOptions;
  #pacer: ModePacer | SkilledPacer;
  /** What agents have stated; the pacer by parts keeps it itself. */
  readonly #skillsOf = new Map<string, readonly string[]>();

  constructor(options: PacerOptions, snapshot: PacerSnapshot | undefined) {
    this.#options = options;
    const isByParts = (snapshot?.state as Partial<SavedPacer> | undefined)?.parts !== undefined;
    this.#pacer =
      isByParts && snapshot?.version === 1
        ? new SkilledPacer(options, snapshot, this.#skillsOf)
        : new ModePacer(options, snapshot);
  }

  observe(fact: PacerFact): void {
    if (fact.type === 'agent' && fact.skills !== undefined) this.#skillsOf.set(fact.agentId, fact.skills);
    if (fact.type === 'dialed' && fact.skills !== undefined && fact.skills.length > 0) this.#part();
    this.#pacer.observe(fact);
  }

  decide(now: number, atHand?: readonly (readonly string[])[]): PacerDecision {
    if (atHand?.some((skills) => skills.length > 0) === true) this.#part();
    return this.#pacer.decide(now, atHand);
  }

  chooseAgent(request: TakerRequest): string | undefined {
    return this.#pacer instanceof ModePacer ? undefined : this.#pacer.chooseAgent(request);
  }

  configure(changes: Partial<PacerOptions>, at: number): void {
    this.#options = { ...this.#options, ...defined(changes) };
    this.#pacer.configure(changes, at);
  }

  snapshot(): PacerSnapshot {
    return this.#pacer.snapshot();
  }

  #part(): void {
    if (this.#pacer instanceof ModePacer)
      this.#pacer = new SkilledPacer(this.#options, this.#pacer.snapshot(), this.#skillsOf);
  }
}

/** The one class of agents and the one campaign. */
const ONLY = { class: 0, campaign: 0 } as const;

class ModePacer implements Pacer {
  readonly #gate: FactGate<PacerFact>;
  readonly #roster: AgentRoster;
  readonly #campaign: CampaignSide;
  readonly #outlook: Outlook;
  readonly #service: ServiceLevel;
  readonly #forecast: Forecast;
  readonly #busy: readonly AgeLadder[];

  constructor(options: PacerOptions, snapshot: PacerSnapshot | undefined) {
    this.#gate = new FactGate<PacerFact>(
      (fact, at) => this.#apply(fact, at),
      () => this.#campaign.ledger.ringing > 0,
    );
    this.#roster = new AgentRoster((change) => this.#agentChanged(change));
    this.#service = new ServiceLevel(this.#served());
    const around = {
      clock: this.#gate.clock,
      noteCall: (isNewKind: boolean) => this.#outlook.noteCall(isNewKind),
      service: this.#service,
    };
    this.#campaign = new CampaignSide(options, around, this.#roster);
    this.#outlook = new Outlook([this.#campaign.outlook], {
      classes: 1,
      grace: this.#campaign.options.connectGrace,
      isAgentless: () => this.#campaign.options.mode === 'agentless',
    });
    this.#busy = this.#outlook.classes.map(({ agents }) => agents);
    const risk = new CrowdRisk({ calls: [this.#campaign.outlook.calls], agents: this.#busy });
    this.#forecast = { outlook: this.#outlook, risk };
    if (snapshot !== undefined) this.#restore(snapshot);
  }

  observe(fact: PacerFact): void {
    this.#gate.observe(fact);
  }

  decide(now: number): PacerDecision {
    this.#gate.present(now);
    this.#gate.flush();
    const campaign = this.#campaign;
    campaign.expire();
    this.#outlook.advance(campaign.now, campaign.options.connectGrace);
    const requested = campaign.requested(campaign, (level) =>
      pacePredictive(campaign, this.#forecast, level),
    );
    return campaign.decision(requested, { busy: this.#busy });
  }

  configure(changes: Partial<PacerOptions>, at: number): void {
    this.#campaign.configure(changes);
    this.#gate.present(at);
  }

  snapshot(): PacerSnapshot {
    this.#gate.flush();
    const clock = this.#gate.clock.toJSON();
    const state: SavedPacer = {
      clock,
      ...this.#campaign.toJSON(),
      agents: [...this.#roster.agents.values()],
      otherWork: this.#outlook.otherWork.toJSON(),
      service: this.#service.toJSON(),
    };
    return { version: 1, at: clock.now, state: JSON.parse(JSON.stringify(state)) };
  }

  #restore(snapshot: PacerSnapshot): void {
    if (snapshot.version !== 1)
      throw new Error(
        `pacer snapshot has version ${String(snapshot.version)}; this release reads version 1. ` +
          'Start without the snapshot.',
      );
    const saved = snapshot.state as SavedPacer;
    this.#gate.clock.restore(saved.clock);
    this.#campaign.restore(saved);
    for (const agent of saved.agents)
      this.#outlook.seated(this.#roster.restore(agent).agent, ONLY, this.#gate.clock.now);
    if (saved.otherWork !== undefined) this.#outlook.otherWork.restore(saved.otherWork);
    if (saved.service !== undefined) this.#service.restore(saved.service);
  }

  #apply(fact: PacerFact, at: number): void {
    if (fact.type === 'agent') return this.#roster.enter(fact.agentId, fact.state, at);
    if (fact.type !== 'connected') return this.#campaign.observe(fact, at);
    this.#campaign.connected(fact.callId, at);
    this.#roster.connect(fact.agentId, fact.callId, at);
  }

  #agentChanged(change: AgentChange): void {
    if (change.left !== undefined) this.#campaign.ledger.releaseLine(change.left, change.at);
    if (change.recognised === undefined) this.#campaign.learning.agentChanged(change);
    this.#service.agentChanged(change);
    this.#enter(change);
  }

  #served(): ServedFloor {
    const [roster, campaign] = [this.#roster, (): CampaignSide => this.#campaign];
    return {
      get ready(): number {
        return roster.counts.ready;
      },
      get promise(): ServicePromise {
        return campaign().promise;
      },
      get allowed(): number {
        return campaign().allowedScale;
      },
      rateAt: (at) => this.#outlook.otherWork.rate(at),
    };
  }

  #enter({ agent }: AgentChange): void {
    this.#outlook.agentChanged(agent, ONLY, this.#gate.clock.now);
  }
}
