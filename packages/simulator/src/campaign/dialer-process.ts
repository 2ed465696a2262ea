/** One life of the dialing process: the engine with its ports, until it is killed. */
import {
  createEngine,
  type CampaignEvent,
  type CampaignSettings,
  type ComplianceGate,
  type Engine,
  type EngineFault,
  type Fact,
  type FactSink,
  type Handled,
  type Ports,
} from '@outdial/core';
import type { SimulatedCarrier } from '../carrier/carrier-contract.js';
import { lateNow } from '../carrier/process-link.js';
import type { VirtualClock } from '../clock/virtual-clock.js';
import { createVirtualScheduler, type VirtualScheduler } from '../clock/virtual-scheduler.js';
import type { Disk } from '../memory-store/disk.js';
import { createMemoryStore, type MemoryStore } from '../memory-store/memory-store.js';
import type { StoreFault } from '../memory-store/operations.js';
import type { Tampering } from './simulation-options.js';

/** What a process is started with. */
export interface ProcessParts {
  readonly clock: VirtualClock;
  readonly carrier: SimulatedCarrier;
  readonly disk: Disk;
  readonly gate: ComplianceGate;
  readonly settings: readonly CampaignSettings[];
  /** ms that this process's clock is ahead of true time. */
  readonly offset: number;
  readonly wallOffset: () => number;
  /** The path of facts from the ports to {@link DialerProcess.deliver}. */
  readonly sink: FactSink;
  readonly storeDelays: () => { readonly commit: number; readonly answer: number };
  readonly storeFault: (operation: string) => StoreFault;
  readonly tampering: Tampering;
  /** Called before every fact taken and every command carried out; answering true kills the process there. */
  readonly onEffect: () => boolean;
  /** Not called by a process that was replaced: the screens show the other one. */
  readonly onEvent: (event: CampaignEvent) => void;
  readonly sharesAgents: boolean;
  readonly onHandled: (fact: Fact, handled: Handled) => void;
  readonly onFault: (fault: EngineFault) => void;
}

/** One life of the dialing process: the engine with its ports. The carrier and the disk outlive it. */
export class DialerProcess {
  readonly engine: Engine;
  readonly store: MemoryStore;
  readonly scheduler: VirtualScheduler;
  readonly offset: number;
  readonly #parts: ProcessParts;
  #alive = true;
  /** Facts that reached a process which stands still; null: it runs. */
  #unread: Fact[] | null = null;
  /** Another process has the campaigns, and the carrier tells that one what happens. */
  #isReplaced = false;
  #isDeaf = false;

  constructor(parts: ProcessParts) {
    this.#parts = parts;
    this.offset = parts.offset;
    const { clock, disk, offset, wallOffset } = parts;
    const gate = parts.tampering.gate?.(parts.gate) ?? parts.gate;
    this.scheduler = createVirtualScheduler({ clock, offset, sink: (fact) => this.deliver(fact) });
    this.store = createMemoryStore({
      clock,
      disk,
      gate,
      offset,
      wallOffset,
      sink: parts.sink,
      delays: parts.storeDelays,
      fault: parts.storeFault,
    });
    const ports: Ports = {
      telephony: parts.carrier.telephony,
      leads: this.store.leads,
      journal: this.store.journal,
      scheduler: this.scheduler,
    };
    this.engine = createEngine({
      ports: this.#mortal(parts.tampering.ports?.(ports) ?? ports),
      sharesAgents: parts.sharesAgents,
      onFault: parts.onFault,
      onHandled: (fact, handled) => {
        if (this.#alive) parts.onHandled(fact, handled);
      },
    });
    this.engine.onAny((event) => {
      if (this.#alive && !this.#isReplaced) parts.onEvent(event);
    });
    for (const settings of parts.settings)
      this.engine.addCampaign(parts.tampering.settings?.(settings) ?? settings);
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** The process's time. */
  now(): number {
    return this.#parts.clock.now() + this.offset;
  }

  /** A fact reaches the engine, if the process still lives. */
  deliver(fact: Fact): void {
    if (this.#alive && this.#unread) {
      this.#unread.push(fact);
      return;
    }
    if (!this.#alive || this.#diesNow()) return;
    const taken = this.#parts.tampering.fact ? this.#parts.tampering.fact(fact) : fact;
    if (taken === null) return;
    if (!this.#isReplaced) this.#parts.carrier.noteDelivery(taken);
    this.engine.dispatch(taken);
  }

  /** True while the process stands still. */
  get isFrozen(): boolean {
    return this.#unread !== null;
  }

  /** The process stands still: what reaches it is read when it goes on. */
  freeze(): void {
    this.#unread ??= [];
  }

  /** The process goes on: it reads everything that has waited. */
  thaw(): void {
    const unread = this.#unread ?? [];
    this.#unread = null;
    for (const fact of unread) this.deliver(lateNow(fact, this.now()));
  }

  /** Another process takes the campaigns. What this one wrote before stands; it writes no more. */
  replace(): void {
    this.#isReplaced = true;
    this.store.crash(() => true);
  }

  /** A replaced process goes on: it acts on all that has waited, and then learns of the other one. */
  thawReplaced(): void {
    if (!this.#alive) return;
    this.thaw();
    this.deliver({ type: 'telephony.down', at: this.now(), reason: 'replaced', forGood: true });
    this.#isDeaf = true;
  }

  /** The process is killed: nothing it had still to do happens. */
  kill(commits: () => boolean): void {
    if (!this.#alive) return;
    this.#alive = false;
    this.store.crash(commits);
    this.scheduler.dispose();
    if (!this.#isReplaced) this.#parts.carrier.detach();
  }

  #diesNow(): boolean {
    return !this.#isReplaced && this.#parts.onEffect();
  }

  /** Ports that carry out nothing for a dead process. */
  #mortal(ports: Ports): Ports {
    const wrap = <Port extends object>(port: Port, isOpen: () => boolean = () => true): Port =>
      new Proxy(port, {
        get: (target, name) => {
          const method = Reflect.get(target, name) as (...args: unknown[]) => unknown;
          if (name === 'now') return () => method.call(target);
          return (...args: unknown[]): void => {
            if (this.#alive && isOpen() && !this.#diesNow()) method.apply(target, args);
          };
        },
      });
    return {
      telephony: wrap(ports.telephony, () => !this.#isDeaf),
      leads: wrap(ports.leads),
      journal: wrap(ports.journal),
      scheduler: wrap(ports.scheduler),
    };
  }
}
