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
import type { Platform, PlatformFactory } from '../platform/platform.js';
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

/** Makes the records of a dialer in a platform; answers go to `sink`. */
export type RecordsFactory = (sink: FactSink, platform: Platform) => Records;

/** The parts of a dialer. */
export interface AssembleOptions {
  readonly settings: CampaignSettings;
  readonly platform: PlatformFactory;
  readonly records: RecordsFactory;
  readonly pacer?: Pacer;
  /** Told of listeners and ports that threw, and of broken invariants. */
  readonly onFault?: (fault: EngineFault) => void;
}

/** A dialer with the parts it hangs on. */
export interface AssembledDialer {
  readonly dialer: Dialer;
  readonly platform: Platform;
  readonly records: Records;
}

/** Joins engine, platform and records. Nothing happens before `dialer.start()`. */
export function assembleDialer(options: AssembleOptions): AssembledDialer {
  const early: Fact[] = [];
  let deliver = (fact: Fact): void => void early.push(fact);
  const sink: FactSink = (fact) => deliver(fact);
  const platform = options.platform(sink);
  const records = options.records(sink, platform);
  const engine = createEngine({
    ports: {
      telephony: platform.telephony,
      leads: records.leads,
      journal: records.journal,
      scheduler: platform.scheduler,
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
    now: () => platform.scheduler.now(),
    begin: async () => {
      await records.begin();
      await platform.connect();
    },
    pass: async (isDone) => {
      await platform.pass({ isDone, idle: () => records.idle() });
      await records.idle();
    },
    after: (delay, action) => platform.after(delay, action),
    close: () => (closed ??= closeBoth(platform, records)),
  });
  return { dialer, platform, records };
}

async function closeBoth(platform: Platform, records: Records): Promise<void> {
  await platform.close();
  await records.idle();
  await records.close();
}
