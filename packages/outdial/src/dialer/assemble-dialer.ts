import {
  createEngine,
  type CampaignSettings,
  type EngineFault,
  type Fact,
  type FactSink,
  type Journal,
  type LeadQueue,
  type Pacer,
} from '@outdial/core';
import type { World, WorldFactory } from '../world/world.js';
import { Dialer } from './dialer.js';

/** Lists and journal of one dialer, on whatever database. */
export interface Records {
  readonly leads: LeadQueue;
  readonly journal: Journal;
  /** Before the campaign starts: says who it is, watches the kill switch. */
  begin(): Promise<void>;
  /** Resolves when no answer is outstanding; undefined when that is so already. */
  idle(): Promise<void> | undefined;
  close(): Promise<void>;
}

/** Makes the records of a dialer in a world; answers go to `sink`. */
export type RecordsFactory = (sink: FactSink, world: World) => Records;

/** The parts of a dialer. */
export interface AssembleOptions {
  readonly settings: CampaignSettings;
  readonly world: WorldFactory;
  readonly records: RecordsFactory;
  readonly pacer?: Pacer;
  /** Told of listeners and ports that threw, and of broken invariants. */
  readonly onFault?: (fault: EngineFault) => void;
}

/** A dialer with the parts it hangs on. */
export interface AssembledDialer {
  readonly dialer: Dialer;
  readonly world: World;
  readonly records: Records;
}

/** Joins engine, world and records. Nothing happens before `dialer.start()`. */
export function assembleDialer(options: AssembleOptions): AssembledDialer {
  const early: Fact[] = [];
  let deliver = (fact: Fact): void => void early.push(fact);
  const sink: FactSink = (fact) => deliver(fact);
  const world = options.world(sink);
  const records = options.records(sink, world);
  const engine = createEngine({
    ports: {
      telephony: world.telephony,
      leads: records.leads,
      journal: records.journal,
      scheduler: world.scheduler,
    },
    ...(options.onFault ? { onFault: options.onFault } : {}),
  });
  engine.addCampaign(options.settings, options.pacer ? { pacer: options.pacer } : {});
  deliver = (fact) => engine.dispatch(fact);
  for (const fact of early) engine.dispatch(fact);
  let closed: Promise<void> | undefined;
  const dialer = new Dialer({
    engine,
    campaignId: options.settings.campaignId,
    now: () => world.scheduler.now(),
    begin: async () => {
      await records.begin();
      await world.connect();
    },
    pass: async (isDone) => {
      await world.pass({ isDone, idle: () => records.idle() });
      await records.idle();
    },
    after: (delay, action) => world.after(delay, action),
    close: () => (closed ??= closeBoth(world, records)),
  });
  return { dialer, world, records };
}

async function closeBoth(world: World, records: Records): Promise<void> {
  await world.close();
  await records.idle();
  await records.close();
}
