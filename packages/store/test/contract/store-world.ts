import type { Fact, Outcome } from '@outdial/core';
import {
  addLeads,
  checkLeadCounts,
  closeLeads,
  createJournal,
  createLeadQueue,
  registerCampaign,
  listLeads,
  openStore,
  readAttempts,
} from '../../src/index.js';
import type {
  JournalOptions,
  LeadQueueOptions,
  Store,
  StoreJournal,
  StoreLeadQueue,
} from '../../src/index.js';
import { allowing } from './port-world.js';
import type { AttemptStanding, PortNode, PortWorld } from './port-world.js';

/** The instant at which worlds begin: 2026-11-30 15:00 UTC. */
export const START = Date.UTC(2026, 10, 30, 15);

/** A world on a database, with what only the store can do. */
export interface StoreWorld extends PortWorld {
  /** The handle of somebody outside the campaigns: an importer, an operator. */
  readonly store: Store;
  readonly faults: string[];
  readonly url: string;
  node(
    name: string,
    options?: Partial<JournalOptions & LeadQueueOptions>,
    tablePrefix?: string,
  ): Promise<StoreNode>;
}

export interface StoreNode extends PortNode {
  readonly store: Store;
  readonly leads: StoreLeadQueue;
  readonly journal: StoreJournal;
  /** Ends in good order: leases are given up. */
  stop(): Promise<void>;
}

/** Makes a world on the database at `url`; every node has connections of its own, as processes do. */
export async function createStoreWorld(
  url: string,
  dispose: () => Promise<void> | void = () => undefined,
): Promise<StoreWorld> {
  let now = START;
  const clock = (): number => now;
  const store = await openStore({ url, clock });
  const ends = new Set<() => Promise<void>>();
  const campaigns: string[] = [];
  const faults: string[] = [];
  /** Processes of nodes, and those that have crashed. */
  let pid = 0;
  const gone = new Set<number>();
  const world: StoreWorld = {
    store,
    faults,
    url,
    gate: allowing,
    now: clock,
    advance: (ms) => void (now += ms),
    node: async (name, options = {}, tablePrefix = '') => {
      const ownPid = (pid += 1);
      const process = {
        host: 'testing',
        machine: 'testing',
        pid: ownPid,
        pidStarted: null,
        isGone: (other: number) => gone.has(other),
      };
      const own = await openStore({ url, clock, connections: 4, tablePrefix, process });
      const facts: Fact[] = [];
      const sink = (fact: Fact): void => void facts.push(fact);
      const onFault = (fault: { what: string; detail: string }): void =>
        void faults.push(`${fault.what}: ${fault.detail}`);
      const shared = { node: name, sink, onFault, pollEveryMs: 3_600_000, ...options };
      const leads = createLeadQueue(own, shared);
      const journal = createJournal(own, { gate: { decide: (request) => world.gate(request) }, ...shared });
      await leads.look();
      const end = async (keepLeases: boolean): Promise<void> => {
        if (!ends.delete(crash)) return;
        gone.add(ownPid);
        await leads.stop();
        await journal.stop({ keepLeases });
        await own.close();
      };
      const crash = (): Promise<void> => end(true);
      ends.add(crash);
      const settle = async (): Promise<void> => {
        await Promise.all([leads.idle(), journal.idle()]);
        await leads.look();
      };
      return { store: own, leads, journal, facts, settle, crash, stop: () => end(false) };
    },
    addLeads: async (listId, leads) => {
      const added = await addLeads(
        store,
        leads.map((lead) => ({
          phones: lead.phones.map((phone) => ({ phone })),
          ...(lead.person === undefined ? {} : { personKey: lead.person }),
          ...(lead.priority === undefined ? {} : { priority: lead.priority }),
          fields: lead.fields ?? {},
          facts: { country: 'US' },
        })),
        { listId },
      );
      now += 1_000;
      return added.map((entry) => entry.leadId);
    },
    defineCampaign: async (campaignId, lists) => {
      campaigns.push(campaignId);
      await registerCampaign(store, { campaignId, lists });
    },
    withdraw: async (leadIds, reason) =>
      void (await closeLeads(
        store,
        leadIds.map((leadId) => ({ leadId })),
        { reason },
      )),
    lead: async (leadId) => {
      const [lead] = await listLeads(store, { leadId });
      if (!lead) throw new Error('no such lead');
      const status = lead.state === 'closed' || lead.state === 'claimed' ? lead.state : 'open';
      return {
        status,
        nextDialableAt: lead.nextDialableAt,
        attempts: lead.attempts,
        why: lead.why,
        openPhones: lead.phones.filter((phone) => phone.open).map((phone) => phone.phone),
      };
    },
    attempts: async () => {
      const all: AttemptStanding[] = [];
      for (const campaignId of campaigns) {
        for await (const attempt of readAttempts(store, campaignId)) {
          const { attemptId, leadId, phone, personId, endedAt, outcome, decisionAllowed } = attempt;
          all.push({
            attemptId,
            leadId,
            phone,
            personId,
            ended: endedAt !== null,
            outcome: outcome as Outcome | null,
            decisionAllowed,
          });
        }
      }
      return all;
    },
    close: async () => {
      for (const end of ends) await end();
      // Whatever a test did: the counts of leads are those of the leads.
      const wrong = await checkLeadCounts(store);
      await store.close();
      await dispose();
      if (wrong.length > 0) throw new Error(`wrong counts of leads: ${JSON.stringify(wrong)}`);
    },
  };
  return world;
}
