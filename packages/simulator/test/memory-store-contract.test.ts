import type { Fact } from '@outdial/core';
import { journalContract } from '../../store/test/contract/journal-contract.js';
import { leadQueueContract } from '../../store/test/contract/lead-queue-contract.js';
import { rivalsContract } from '../../store/test/contract/rivals-contract.js';
import { allowing, type PortNode, type PortWorld } from '../../store/test/contract/port-world.js';
import {
  addLeadsToDisk,
  assignLists,
  createDisk,
  createMemoryStore,
  createVirtualClock,
  type MemoryStore,
} from '../src/index.js';

const START = Date.UTC(2026, 10, 30, 15);

/** The world of the shared contract on the in-memory store: the disk is what its nodes share. */
function memoryWorld(): Promise<PortWorld> {
  const clock = createVirtualClock({ startAt: START });
  const disk = createDisk();
  const stores = new Map<string, MemoryStore>();
  let serial = 0;
  const world: PortWorld = {
    gate: allowing,
    now: () => clock.now(),
    advance: (ms) => void clock.run({ until: clock.now() + ms }),
    node: (name): Promise<PortNode> => {
      const facts: Fact[] = [];
      const store = createMemoryStore({
        clock,
        disk,
        gate: { decide: (request) => world.gate(request) },
        sink: (fact) => void facts.push(fact),
        delays: () => ({ commit: 0, answer: 0 }),
      });
      stores.set(name, store);
      const settle = (): Promise<void> => {
        clock.run({ until: clock.now() });
        return Promise.resolve();
      };
      const crash = (): Promise<void> => {
        store.crash(() => false);
        stores.delete(name);
        return Promise.resolve();
      };
      return Promise.resolve({ leads: store.leads, journal: store.journal, facts, settle, crash });
    },
    addLeads: (listId, leads) => {
      const rows = leads.map((lead) => {
        serial += 1;
        return {
          leadId: `lead-${String(serial).padStart(4, '0')}`,
          personId: lead.person ?? `person-${String(serial)}`,
          listId,
          phones: lead.phones.map((phone) => ({ phone, open: true })),
          phoneIndex: 0,
          reason: 'fresh' as const,
          priority: lead.priority ?? 0,
          skills: [],
          attempts: 0,
          attemptsByOutcome: {},
          recentAttempts: [],
          fields: lead.fields ?? {},
        };
      });
      addLeadsToDisk(disk, rows, clock.now());
      clock.run({ until: clock.now() + 1_000 });
      return Promise.resolve(rows.map((row) => row.leadId));
    },
    defineCampaign: (campaignId, lists) => Promise.resolve(assignLists(disk, campaignId, lists)),
    withdraw: (leadIds, reason) => Promise.resolve([...stores.values()].at(-1)?.withdraw(leadIds, reason)),
    lead: (leadId) => {
      const row = disk.leads.get(leadId);
      if (!row) throw new Error('no such lead');
      const status = row.status === 'closed' ? 'closed' : row.claim ? 'claimed' : 'open';
      return Promise.resolve({
        status,
        nextDialableAt: row.nextDialableAt,
        attempts: row.lead.attempts,
        why: row.why,
        openPhones: row.lead.phones.filter((phone) => phone.open).map(({ phone }) => phone),
      });
    },
    attempts: () =>
      Promise.resolve(
        [...disk.attempts.values()].map(({ attemptId, lead, phone, result, decision }) => ({
          attemptId,
          leadId: lead.leadId,
          phone,
          personId: lead.personId,
          ended: result !== null,
          outcome: result?.outcome ?? null,
          decisionAllowed: decision.allowed,
        })),
      ),
    close: () => Promise.resolve(),
  };
  return Promise.resolve(world);
}

leadQueueContract('in memory', memoryWorld);
journalContract('in memory', memoryWorld);
rivalsContract('in memory', memoryWorld, { claims: 30, lives: Number(process.env['FC_RUNS'] ?? 40) });
