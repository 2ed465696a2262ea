/** One simulated run: engine, carrier, agents, list and faults on one virtual clock. */
import {
  defined,
  type CampaignEvent,
  type CampaignSettings,
  type CampaignStatistics,
  type ComplianceGate,
  type Fact,
  type FactSink,
  type Handled,
} from '@outdial/core';
import { createSimulatedAgents, type SimulatedAgents } from '../agents/simulated-agents.js';
import type { IdleSpan } from '../audit/audit-input.js';
import { audit } from '../audit/auditor.js';
import type { SimulatedCarrier } from '../carrier/carrier-contract.js';
import { createSimulatedCarrier } from '../carrier/simulated-carrier.js';
import { createVirtualClock, type VirtualClock } from '../clock/virtual-clock.js';
import { NO_FAULTS, type FaultProfile, type StoreTrouble } from '../faults/fault-profile.js';
import { FaultCounts } from '../faults/fault-kinds.js';
import { playFaults } from '../faults/fault-script.js';
import { createFaultySink, type FaultySink } from '../faults/faulty-sink.js';
import { addLeadsToDisk, assignLists, createDisk, type Disk } from '../memory-store/disk.js';
import type { StoreFault } from '../memory-store/operations.js';
import { sample } from '../random/distribution.js';
import { createRandom, type RandomSource, type RandomStream } from '../random/random-source.js';
import { DialerProcess } from './dialer-process.js';
import { KillSwitchHistory } from './kill-switch-history.js';
import { createPlainGate, ORDINARY_LAW, type LawFrom, type PlainLaw } from './plain-gate.js';
import { ResumptionWatch } from './resumption-watch.js';
import { createRunningHash, type RunningHash } from './running-hash.js';
import { SettingsHistory } from './settings-history.js';
import type { PlannedOrder, PlannedUpload, SimulationOptions } from './simulation-options.js';
import type { SimulationResult } from './simulation-result.js';
import { statisticsOfRun } from './statistics-of-run.js';

const MINUTE = 60_000;
const DRAIN_LIMIT_MS = 4 * 60 * MINUTE;
/** Time to come back from the last fault before the order to drain. */
const SETTLING_MS = MINUTE;
/** Time in which who can dial must dial. */
const WATCHING_MS = MINUTE;
/** After the drain agents log out; by the end of this time every timer must be gone. */
const LOG_OUT_MS = 10 * MINUTE;

/** A process that was replaced ends this long after it has learned of it. */
const REPLACED_LIFE_MS = 5_000;
const KIND_OF_TRUNK_FAULT = { refused: 'refusals', congestion: 'congestion', dead: 'dead-trunk' } as const;

function lawsOf(law: PlainLaw | readonly LawFrom[]): readonly LawFrom[] {
  return 'fromHour' in law ? [{ from: -Infinity, law }] : law;
}

/** One simulated run: the dialing process comes and goes, everything else stays. */
export class CampaignSimulation {
  readonly disk: Disk = createDisk();
  readonly carrier: SimulatedCarrier;
  readonly #options: SimulationOptions;
  readonly #clock: VirtualClock;
  readonly #random: RandomSource;
  readonly #faults: FaultProfile;
  readonly #laws: readonly LawFrom[];
  readonly #gate: ComplianceGate;
  readonly #agents: SimulatedAgents;
  readonly #hash: RunningHash = createRunningHash();
  readonly #settings = new SettingsHistory();
  readonly #wallOffsets: [number, number][];
  readonly #kills = new KillSwitchHistory();
  readonly #watch: ResumptionWatch;
  #idle: readonly IdleSpan[] = [];
  readonly #engineFaults: string[] = [];
  readonly #runs = new Map<string, string>();
  readonly #crashStream: RandomStream;
  readonly #storeStream: RandomStream;
  readonly #factStream: RandomStream;
  readonly #orderStream: RandomStream;
  readonly #counts = new FaultCounts();
  #process!: DialerProcess;
  /** The path of facts to the running process. Facts on their way to a dead process are lost. */
  #way!: FaultySink;
  #effectsLeft = Infinity;
  #storeTrouble: StoreTrouble | null = null;
  readonly #storeOutages: { from: number; to: number }[] = [];
  /** A process that was replaced while it stood still, and has not ended yet. */
  #replaced: DialerProcess | null = null;
  #healed = false;
  #facts = 0;
  #commands = 0;
  #crashes = 0;

  constructor(options: SimulationOptions) {
    this.#options = options;
    this.#faults = options.faults ?? NO_FAULTS;
    this.#laws = lawsOf(options.law ?? ORDINARY_LAW);
    this.#gate = options.gate ?? createPlainGate(this.#laws);
    const clock = createVirtualClock({ startAt: options.startAt });
    const random = createRandom(options.seed);
    this.#clock = clock;
    this.#random = random;
    this.#wallOffsets = [[options.startAt, 0]];
    this.#crashStream = random.stream('faults', 'crashes');
    this.#storeStream = random.stream('store');
    this.#orderStream = random.stream('faults', 'orders');
    this.carrier = createSimulatedCarrier({
      clock,
      random,
      orderDelay: () => this.#orderDelay(),
      ...defined({ model: options.carrier, trunk: options.trunk }),
    });
    this.#factStream = random.stream('faults', 'facts');
    this.#agents = createSimulatedAgents({
      clock,
      random,
      agents: options.agents,
      ...defined({ behaviour: options.behaviour }),
      dispatch: (fact) => this.#way.sink(fact),
      now: () => this.#process.now(),
      hears: (agentId) => this.carrier.isTalking(agentId),
      mode: (campaignId) => this.#settings.of(campaignId).mode,
      leaveStation: (agentId) => this.carrier.hangUpStation(agentId),
    });
    this.#watch = new ResumptionWatch({
      clock,
      disk: this.disk,
      log: this.carrier.log,
      laws: this.#laws,
      wallOffset: () => this.#wallOffset(),
      processNow: () => this.#process.now(),
      settings: () => this.#settings.campaigns().map((campaignId) => this.#settings.of(campaignId)),
      readyAgents: (campaignId) => this.#agents.ready(campaignId),
      sharesAgents: options.sharesAgents ?? false,
    });
    this.#fill();
  }

  /** Runs both phases and audits. */
  run(): SimulationResult {
    const { startAt, duration, drainLimit } = this.#options;
    this.#startProcess();
    this.#agents.start();
    for (const order of this.#options.orders ?? []) this.#clock.after(order.after, () => this.#give(order));
    for (const upload of this.#options.uploads ?? [])
      this.#clock.after(upload.after, () => this.#bring(upload));
    const script = this.#playFaults();
    this.#clock.run({ until: startAt + duration });
    this.#healed = true;
    this.#way.heal();
    script.heal();
    this.#endKill();
    this.#clock.run({ until: startAt + duration + SETTLING_MS });
    this.#idle = this.#watch.watch(startAt + duration + SETTLING_MS + WATCHING_MS);
    const drained = this.#drain(this.#clock.now() + (drainLimit ?? DRAIN_LIMIT_MS));
    return this.#result(drained);
  }

  #fill(): void {
    const { settings, list, lists, startAt } = this.#options;
    const everyList = [...new Set(list.map((lead) => lead.listId))];
    for (const campaign of [settings].flat() as CampaignSettings[]) {
      this.#settings.begin(campaign, startAt);
      assignLists(this.disk, campaign.campaignId, lists?.[campaign.campaignId] ?? everyList);
    }
    addLeadsToDisk(this.disk, list, startAt);
  }

  #wallOffset(): number {
    return this.#wallOffsets.at(-1)?.[1] ?? 0;
  }

  #startProcess(): void {
    const { crashes, store } = this.#faults;
    this.#effectsLeft =
      crashes && !this.#healed ? Math.ceil(sample(crashes.afterEffects, this.#crashStream)) : Infinity;
    const sink: FactSink = (fact) => way.sink(fact);
    const process: DialerProcess = new DialerProcess({
      clock: this.#clock,
      carrier: this.carrier,
      disk: this.disk,
      gate: this.#gate,
      offset: this.#wallOffset(),
      wallOffset: () => this.#wallOffset(),
      settings: this.#settings.campaigns().map((campaignId) => this.#settings.of(campaignId)),
      sink,
      sharesAgents: this.#options.sharesAgents ?? false,
      tampering: this.#options.tampering ?? {},
      storeDelays: () => ({
        commit: sample(store.commitDelay, this.#storeStream) + this.#slowStore(),
        answer: sample(store.answerDelay, this.#storeStream),
      }),
      storeFault: () => this.#storeFault(),
      onEffect: () => this.#countDown(),
      onEvent: (event) => this.#see(event),
      onHandled: (fact, handled) => this.#note(fact, handled),
      onFault: ({ where, error }) =>
        this.#engineFaults.push(`${where}: ${error instanceof Error ? error.message : String(error)}`),
    });
    const way = createFaultySink({
      clock: this.#clock,
      stream: this.#factStream,
      profile: this.#faults.facts,
      deliver: (fact) => process.deliver(fact),
      onFault: (kind) => this.#counts.add(kind),
    });
    if (this.#healed) way.heal();
    this.#way = way;
    this.#process = process;
    this.carrier.attach({ sink, offset: this.#process.offset });
    if (this.#kills.isOn()) this.#tellKill(true);
    this.#startCampaigns();
    this.carrier.setUp();
  }

  #startCampaigns(): void {
    for (const campaignId of this.#settings.campaigns())
      this.#process.deliver({ type: 'campaign.start', campaignId, at: this.#process.now() });
  }

  #storeFault(): StoreFault {
    const { failShare, unsureShare } = this.#faults.store;
    const draw = this.#storeStream.uniform();
    if (this.#healed) return null;
    if (this.#storeTrouble !== null && this.#storeTrouble !== 'slow') return 'failed';
    const fault = draw < failShare ? 'failed' : draw < failShare + unsureShare ? 'unsure' : null;
    if (fault) this.#counts.add(`store-${fault}`);
    return fault;
  }

  #slowStore(): number {
    const { storeTroubles } = this.#faults;
    return this.#storeTrouble === 'slow' && storeTroubles
      ? sample(storeTroubles.slowBy, this.#storeStream)
      : 0;
  }

  #troubleStore(draw: number): void {
    const { storeTroubles } = this.#faults;
    const kind = storeTroubles?.kinds[Math.floor(draw * storeTroubles.kinds.length)];
    if (!kind || !storeTroubles) return;
    this.#healStore();
    this.#storeTrouble = kind;
    if (kind !== 'slow') this.#storeOutages.push({ from: this.#clock.now(), to: Infinity });
    this.#counts.add(`store-${kind}`);
    if (kind === 'killed' && this.#process.alive)
      this.#process.store.interrupt(() => this.#storeStream.chance(storeTroubles.commitShare));
  }

  #healStore(): void {
    this.#storeTrouble = null;
    const last = this.#storeOutages.at(-1);
    if (last?.to === Infinity) last.to = this.#clock.now();
  }

  #orderDelay(): number {
    const { lateOrders } = this.#faults;
    if (!lateOrders || this.#healed || !this.#orderStream.chance(lateOrders.share)) return 0;
    this.#counts.add('order-late');
    return sample(lateOrders.by, this.#orderStream);
  }

  /** Leads come to the store, whatever the state of the process. */
  #bring({ leads, campaignIds }: PlannedUpload): void {
    addLeadsToDisk(this.disk, leads, this.#clock.now());
    const listIds = new Set(leads.map(({ listId }) => listId));
    for (const campaignId of campaignIds)
      assignLists(this.disk, campaignId, [
        ...new Set([...(this.disk.lists.get(campaignId) ?? []), ...listIds]),
      ]);
  }

  /** Counts the effects that remain until the process is killed. */
  #countDown(): boolean {
    this.#effectsLeft -= 1;
    if (this.#effectsLeft > 0 || this.#healed || !this.#faults.crashes) return false;
    const { length, commitShare } = this.#faults.crashes;
    this.#crashes += 1;
    this.#counts.add('process-killed');
    this.#process.kill(() => this.#crashStream.chance(commitShare));
    this.#runs.clear();
    this.#agents.screensDied();
    this.#clock.after(sample(length, this.#crashStream), () => {
      this.#startProcess();
      this.#agents.screensBack();
    });
    return true;
  }

  /** The process stands still. When its lease is over, another one takes the campaigns. */
  #stall(length: number): void {
    const process = this.#process;
    const { leaseMs = Infinity } = this.#faults.stalls ?? {};
    if (!process.alive || process.isFrozen || this.#replaced) return;
    this.#counts.add('process-frozen');
    process.freeze();
    this.carrier.processStalls();
    if (length < leaseMs) {
      this.#clock.after(length, () => {
        this.carrier.processGoesOn();
        process.thaw();
      });
      return;
    }
    this.#clock.after(leaseMs, () => this.#replace(process));
    this.#clock.after(length, () => process.thawReplaced());
    this.#clock.after(length + REPLACED_LIFE_MS, () => {
      process.kill(() => true);
      this.#replaced = null;
    });
  }

  #replace(process: DialerProcess): void {
    this.#counts.add('process-replaced');
    process.replace();
    this.#replaced = process;
    this.carrier.detach();
    this.#runs.clear();
    this.#agents.screensDied();
    this.#startProcess();
    this.#agents.screensBack();
  }

  #see(event: CampaignEvent): void {
    if (event.type === 'campaign.state') this.#runs.set(event.campaignId, event.state);
    this.#agents.onEvent(event);
    this.#options.onEvent?.(event);
  }

  #note(fact: Fact, handled: Handled): void {
    this.#facts += 1;
    this.#commands += handled.commands.length;
    this.#options.onHandled?.(fact, handled);
    this.#hash.add(`${fact.type}@${String(fact.at)}`);
    if (handled.commands.length > 0) this.#hash.add(JSON.stringify(handled.commands));
  }

  #give({ order }: PlannedOrder): void {
    const fact = { ...order, at: this.#process.now() };
    this.#watch.noteOrder(order);
    if (fact.type === 'kill-switch') {
      if (fact.on) this.#kills.turnOn(this.#clock.now());
      else this.#endKill();
    }
    if (fact.type === 'campaign.configure')
      this.#settings.change(fact.campaignId, fact.changes, this.#clock.now());
    this.#process.deliver(fact);
  }

  /** The kill switch is off: the campaigns start anew. */
  #endKill(): void {
    if (!this.#kills.turnOff(this.#clock.now())) return;
    this.#tellKill(false);
    this.#startCampaigns();
  }

  #tellKill(on: boolean): void {
    this.#process.deliver({ type: 'kill-switch', on, reason: 'simulation', at: this.#process.now() });
  }

  #playFaults(): { heal(): void } {
    const { agents, list } = this.#options;
    return playFaults({
      clock: this.#clock,
      random: this.#random,
      profile: this.#faults,
      targets: {
        refuse: (how) => {
          if (how) this.#counts.add(KIND_OF_TRUNK_FAULT[how]);
          this.carrier.refuse(how);
        },
        freezeServer: () => {
          this.#counts.add('server-frozen');
          this.carrier.freeze();
        },
        thawServer: () => this.carrier.thaw(),
        troubleStore: (draw) => this.#troubleStore(draw),
        healStore: () => this.#healStore(),
        stallProcess: (length) => this.#stall(length),
        telephonyDown: () => {
          this.#counts.add('telephony-down');
          this.carrier.setDown('event socket closed');
        },
        telephonyUp: () => this.carrier.setUp(),
        stepClock: (by) => {
          this.#counts.add('clock-stepped');
          this.#wallOffsets.push([this.#clock.now(), this.#wallOffset() + by]);
          this.#process.deliver({ type: 'clock.stepped', byMs: by, at: this.#process.now() });
        },
        vanishAgent: (draw, length) => {
          const agentId = agents[Math.floor(draw * agents.length)]?.agentId;
          if (agentId === undefined) return;
          this.#counts.add('agent-vanished');
          this.#agents.vanish(agentId, length);
          this.carrier.vanishAgent(agentId);
          this.#clock.after(length, () => this.carrier.reviveAgent(agentId));
        },
        withdraw: (draw, count) => {
          const first = Math.floor(draw * list.length);
          this.#counts.add('leads-recalled');
          this.#process.store.withdraw(
            list.slice(first, first + count).map((lead) => lead.leadId),
            'recalled',
          );
        },
      },
    });
  }

  /** Orders the end and waits for it. */
  #drain(until: number): boolean {
    for (const campaignId of this.#settings.campaigns())
      this.#process.deliver({ type: 'campaign.stop', campaignId, at: this.#process.now() });
    this.#clock.runWhile({ until, goOn: () => !this.#atRest() });
    const drained = this.#atRest();
    this.#agents.logOut();
    this.#clock.run({ until: this.#clock.now() + LOG_OUT_MS });
    return drained;
  }

  #atRest(): boolean {
    const stopped = this.#settings
      .campaigns()
      .every((campaignId) => this.#runs.get(campaignId) === 'stopped');
    return (
      stopped &&
      this.carrier.liveCalls() === 0 &&
      this.#process.store.outstanding() === 0 &&
      this.#way.underWay() === 0
    );
  }

  #result(drained: boolean): SimulationResult {
    const campaigns: Record<string, CampaignStatistics> = {};
    for (const campaignId of this.#settings.campaigns())
      campaigns[campaignId] = this.#process.engine.statistics(campaignId);
    const running = this.#settings
      .campaigns()
      .filter((campaignId) => this.#runs.get(campaignId) !== 'stopped');
    const report = audit({
      carrier: this.carrier.log,
      disk: this.disk,
      settings: this.#settings.byCampaign,
      laws: this.#laws,
      wallOffsets: this.#wallOffsets,
      storeOutages: this.#storeOutages,
      killed: this.#kills.periods,
      at: this.#clock.now(),
      idle: this.#idle,
      leftovers: {
        calls: this.carrier.liveCalls(),
        legs: this.carrier.standingLegs(),
        timers: this.#process.scheduler.pending(),
        campaignsRunning: running,
      },
    });
    return {
      seed: this.#options.seed,
      commandsHash: this.#hash.digest(),
      virtualMs: this.#clock.now() - this.#options.startAt,
      facts: this.#facts,
      commands: this.#commands,
      crashes: this.#crashes,
      faults: this.#counts.all,
      drained,
      engineFaults: this.#engineFaults,
      statistics: statisticsOfRun(this.carrier.log, this.disk, this.#agents.stateTimes()),
      campaigns,
      audit: report,
    };
  }
}
