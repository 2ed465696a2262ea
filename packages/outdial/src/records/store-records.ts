import type { AbandonmentCount, ComplianceGate, FactSink } from '@outdial/core';
import {
  createJournal,
  createLeadQueue,
  defineCampaign,
  type CampaignDefinition,
  type FaultSink,
  type Store,
  type WindowOf,
} from '@outdial/store';
import type { Records } from '../dialer/assemble-dialer.js';
import type { Platform } from '../platform/platform.js';
import { answeringSink, countingPorts, Outstanding } from './outstanding.js';

/** How the store's lists and journal are made for one dialer. */
export interface StoreRecordsOptions {
  readonly store: Store;
  readonly definition: CampaignDefinition;
  /** This process's name among those on the store. */
  readonly node: string;
  readonly gate: ComplianceGate;
  readonly windowOf?: WindowOf;
  readonly onFault?: FaultSink;
  /** What each limit on abandonment counts in its running period: the gate is told it with each call. */
  readonly abandonment?: () => readonly AbandonmentCount[];
  /** True: the store is closed with the records. */
  readonly owned: boolean;
}

/** Lists and journal on a store. */
export function createStoreRecords(
  options: StoreRecordsOptions,
  sink: FactSink,
  platform: Platform,
): Records {
  const { store, node, gate, onFault } = options;
  const outstanding = new Outstanding();
  const answers = answeringSink(sink, outstanding);
  const common = {
    node,
    sink: answers,
    clock: () => platform.scheduler.now(),
    ...(onFault ? { onFault } : {}),
  };
  const queue = createLeadQueue(store, {
    ...common,
    ...(options.windowOf ? { windowOf: options.windowOf } : {}),
  });
  const { abandonment } = options;
  const journal = createJournal(store, {
    ...common,
    gate,
    legalClock: () => platform.legalNow(),
    ...(abandonment ? { abandonmentOf: () => abandonment() } : {}),
  });
  return {
    ...countingPorts({ leads: queue, journal }, outstanding),
    begin: async () => {
      await defineCampaign(store, options.definition);
      await queue.look();
    },
    idle: () => outstanding.idle(),
    close: async () => {
      await queue.stop();
      await journal.stop();
      if (options.owned) await store.close();
    },
  };
}
