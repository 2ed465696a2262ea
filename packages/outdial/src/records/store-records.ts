/** Lead queue and journal of one campaign on the store, with every question counted. */
import {
  defined,
  type AbandonmentCount,
  type ComplianceGate,
  type FactSink,
  type LeadQueue,
} from '@outdial/core';
import {
  createJournal,
  createLeadQueue,
  registerCampaign,
  type AgentPresence,
  type CampaignDefinition,
  type FaultSink,
  type LeaseNotice,
  type LeadHints,
  type Store,
} from '@outdial/store';
import type { Platform } from '../platform/platform.js';
import type { Records } from './records.js';
import { surveyAt } from './survey-at.js';
import { answeringSink, countingPorts, Outstanding } from './outstanding.js';

/** How the store's lists and journal are made for one dialer. */
export interface StoreRecordsOptions extends LeadHints {
  readonly store: Store;
  readonly definition: CampaignDefinition;
  /** This process's name among those on the store. */
  readonly node: string;
  readonly gate: ComplianceGate;
  /**
   * How long a callback reserved for one agent may be overdue before any agent gets it, ms; null or absent:
   * without limit.
   */
  readonly callbacksToAnybodyAfterMs?: number | null;
  readonly onFault?: FaultSink;
  /** Takes the campaign from a dialer that runs it. */
  readonly takeOver?: boolean;
  /** Over how many dialers the campaign is spread at most. @default 1 */
  readonly shares?: number;
  /** Life of its lease, ms. @default that of the store */
  readonly leaseLifeMs?: number;
  readonly onLease?: (notice: LeaseNotice) => void;
  /** Where the agents of the campaign's calls work. */
  readonly presence?: AgentPresence;
  /** What each limit on abandonment counts in its running period: the gate is told it with each call. */
  readonly abandonment?: () => readonly AbandonmentCount[];
  /** Stands between the engine and the store's lead queue. */
  readonly leadQueue?: LeadQueueWrapper;
}

/**
 * An own lead queue: it gets the store's queue, which holds the leads and their claims, and gives the one
 * that the engine asks. It may hold leads back, order them anew or note what is asked; what it answers itself
 * goes to `sink`.
 */
export type LeadQueueWrapper = (queue: LeadQueue, sink: FactSink) => LeadQueue;

/**
 * ms for which writes that come fast wait for each other. A call that is placed so much later loses nothing
 * by it; what happened on the telephone in so short a time before a crash is not known after it.
 */
const GATHER_MS = 50;

/** Lead queue and journal of one campaign on a store. */
export function createStoreRecords(
  options: StoreRecordsOptions,
  sink: FactSink,
  platform: Platform,
): Records {
  const { store, node, gate, onFault, abandonment, leadQueue, takeOver, onLease } = options;
  const { windowOf, dialsCountry, selection, callbacksToAnybodyAfterMs } = options;
  const { leaseLifeMs, shares, presence } = options;
  const { campaignId } = options.definition;
  const hints = defined({ windowOf, dialsCountry, selection, callbacksToAnybodyAfterMs });
  const outstanding = new Outstanding();
  const answers = answeringSink(sink, outstanding);
  const instance = store.randomId();
  const clock = (): number => platform.scheduler.now();
  const common = { node, instance, sink: answers, clock, ...defined({ onFault }) };
  const queue = createLeadQueue(store, {
    ...common,
    ...hints,
    onPushed: (pushed) => answers({ type: 'leads.pushed', at: platform.scheduler.now(), ...pushed }),
  });
  const journal = createJournal(store, {
    ...common,
    gate,
    legalClock: () => platform.legalNow(),
    // Processes on one store share the machine's time, and not the virtual time of a simulation.
    leaseClock: Date.now,
    gatherMs: platform.passesByItself === true ? GATHER_MS : 0,
    ...defined({ abandonmentOf: abandonment, takeOver, onLease, leaseLifeMs, shares, presence }),
  });
  return {
    ...countingPorts({ leads: leadQueue ? leadQueue(queue, answers) : queue, journal }, outstanding),
    begin: async (reserving) => {
      await journal.reserve(campaignId, reserving);
      await registerCampaign(store, options.definition);
      await queue.look();
    },
    holdPart: (use) => journal.holdPart(campaignId, use),
    look: async () => {
      // A look that is under way may have begun before the leads were written; the next one sees them.
      await queue.look();
      await queue.look();
    },
    get selection() {
      return queue.selection;
    },
    select: (chosen) => queue.select(campaignId, chosen),
    surveyAt: (asked) =>
      surveyAt({ store, node, ...hints, selection: queue.selection }, { campaignId, ...asked }),
    idle: () => outstanding.idle(),
    foreseeCallback: ({ attemptId, at }) =>
      journal.foreseeCallback({ campaignId, attemptId, callback: { at } }),
    underWay: () => journal.underWay(),
    close: async () => {
      await queue.stop();
      await journal.stop();
    },
  };
}
