import { describe, expect, test } from '@jest/globals';
import type { CampaignEvent, DialMode, Lead } from '@outdial/core';
import { openStore } from '@outdial/store';
import { addLeadsToDisk, assignLists, createDisk, createMemoryStore } from '@outdial/simulator';
import { checkCampaign } from '../../src/campaign-file/read-campaign-file.js';
import { toSettings } from '../../src/campaign-file/to-settings.js';
import { createAutomaticTeam } from '../../src/dialer/automatic-team.js';
import { Dialer } from '../../src/dialer/dialer.js';
import { FloorEngine } from '../../src/dialer/floor-engine.js';
import { createCampaignCompliance } from '../../src/gate/campaign-compliance.js';
import { createSimulatedPlatform, type SimulatedPlatform } from '../../src/platform/simulated-platform.js';

const LEADS = 300;
const AGENTS = 6;
const DUTIES = {
  regulators: [],
  limits: [{ id: 'us.tcpa.abandon3', limit: 0.03, period: { startsAt: 0, lengthMs: 30 * 86_400_000 } }],
  firstCallAt: 0,
  connectGraceMs: 2000,
  minimumRingTimeMs: 15_000,
  abandonedBanMs: 0,
};

/** A campaign in virtual time with automatic agents, on lists in memory. */
async function campaignIn(mode: DialMode): Promise<{
  readonly run: () => Promise<{ events: CampaignEvent[]; log: SimulatedPlatform['carrierLog'] }>;
}> {
  const file = checkCampaign({
    id: 'c',
    name: 'C',
    mode,
    callerNumber: '+12025550100',
    countries: ['US'],
    live: true,
    lists: [{ id: 'l' }],
    compliance: { purpose: 'informational' },
    abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
    agents: {
      people: Array.from({ length: AGENTS }, (_, index) => ({ id: `a${index}` })),
      automatic: { talkMeanSeconds: 60, wrapUpMeanSeconds: 5 },
    },
  });
  const disk = createDisk();
  assignLists(disk, 'c', ['l']);
  const leads = Array.from({ length: LEADS }, (_, index): Lead => ({
    leadId: `l${index}`,
    personId: `p${index}`,
    listId: 'l',
    phones: [{ phone: `+1212555${1000 + index}`, open: true }],
    phoneIndex: 0,
    reason: 'fresh',
    priority: 0,
    skills: [],
    attempts: 0,
    attemptsByOutcome: {},
    recentAttempts: [],
    fields: {},
  }));
  addLeadsToDisk(disk, leads, 0);
  const events: CampaignEvent[] = [];
  const floor = new FloorEngine({
    platform: (sink) =>
      createSimulatedPlatform({ simulation: file.simulation, lines: 50, callsPerSecond: 10 }, sink),
    onFault: ({ error }) => {
      throw error;
    },
  });
  const records = floor.add({
    settings: toSettings(file, {}, DUTIES),
    records: (sink, made) => {
      const store = createMemoryStore({
        clock: (made as SimulatedPlatform).clock,
        sink,
        disk,
        gate: { decide: ({ at }) => ({ allowed: true, refusals: [], nextAllowedAt: at, record: {} }) },
      });
      return {
        leads: store.leads,
        journal: store.journal,
        look: () => Promise.resolve(),
        begin: () => Promise.resolve(),
        selection: {},
        select: () => undefined,
        surveyAt: () => Promise.reject(new Error('nothing is explained here')),
        foreseeCallback: () => Promise.reject(new Error('nothing is foreseen here')),
        idle: () => undefined,
        underWay: () => [],
        close: () => Promise.resolve(),
      };
    },
  });
  const store = await openStore({ url: 'sqlite::memory:' });
  const dialer = new Dialer({
    floor,
    campaign: { path: 'campaign', folder: '.', file },
    store,
    records,
    lawAt: () => DUTIES,
    law: createCampaignCompliance(file, {}),
    flows: {},
    close: () => floor.close(() => store.close()),
  });
  dialer.onAny((event) => void events.push(event));
  const team = createAutomaticTeam({
    dialer,
    agents: file.agents.people,
    behaviour: file.agents.automatic ?? failed(),
  });
  return {
    run: async () => {
      await dialer.start();
      team.logIn();
      dialer.after(40 * 60_000, () => void dialer.stop());
      await dialer.run();
      await dialer.close();
      return { events, log: (floor.platform as SimulatedPlatform).carrierLog };
    },
  };
}

function failed(): never {
  throw new Error('the campaign has automatic agents');
}

describe('a campaign with automatic agents', () => {
  test.each(['manual', 'preview', 'progressive', 'power', 'predictive'] as const)(
    'in %s mode works its list and stops',
    async (mode) => {
      const { events, log } = await (await campaignIn(mode)).run();
      const closed = events.filter((event) => event.type === 'attempt.closed');
      expect(closed.filter((event) => event.result.outcome === 'conversation').length).toBeGreaterThan(40);
      expect(closed.length).toBe(new Set(closed.map((event) => event.attemptId)).size);
      expect(log.calls.every((call) => call.endedAt !== undefined)).toBe(true);
      expect(events.filter((event) => event.type === 'campaign.state').at(-1)?.state).toBe('stopped');
      expect(
        events.filter((event) => event.type === 'order.rejected' && event.order !== 'agent.ready'),
      ).toEqual([]);
    },
  );
});
