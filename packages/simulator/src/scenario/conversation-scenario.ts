/** Scenarios in which agents use their conversations and supervisors listen, under faults. */
import type { CampaignSettings, DirectoryEntry, GivenFlow } from '@outdial/core';
import type { AgentProfile } from '../agents/agent-behaviour.js';
import { DEFAULT_AGENTS } from '../agents/agent-behaviour.js';
import type { ConversationBehaviour } from '../agents/conversation-habits.js';
import { ORDINARY_LAW } from '../campaign/plain-gate.js';
import type { SimulationOptions } from '../campaign/simulation-options.js';
import { createRandom, type RandomStream } from '../random/random-source.js';
import { scenarioOfSeed } from './scenario-of-seed.js';

/** Telephone numbers that simulated agents consult and hand customers to. */
export const CONTACTS: readonly DirectoryEntry[] = ['Notary', 'Bank', 'Workshop'].map((name, index) => ({
  name,
  phone: `+1212555019${index}`,
}));

/**
 * A flow that simulated agents give customers to: a question, whose answer leads to the end, to an agent, or
 * to the opt-out.
 */
export const SURVEY: GivenFlow = {
  name: 'Survey',
  recorded: false,
  flow: {
    id: 'survey',
    start: 'question',
    variables: { stars: '' },
    optOutKey: { digit: '9', to: 'opt-out' },
    nodes: {
      question: {
        kind: 'gather',
        prompt: { media: ['sound:survey/stars'], voice: 'prerecorded' },
        timeoutMs: 4_000,
        attempts: 2,
        store: 'stars',
        branches: { '1': 'agent' },
        otherwise: 'thanks',
        onNoInput: 'thanks',
        onNoMatch: 'thanks',
      },
      agent: { kind: 'transfer', skills: [], onFailed: 'thanks' },
      thanks: {
        kind: 'play',
        prompt: { media: ['sound:survey/thanks'], voice: 'prerecorded' },
        next: 'end',
      },
      'opt-out': { kind: 'opt-out', scope: 'person', next: 'end' },
      end: { kind: 'hang-up' },
    },
  },
};

/** Agents who use every order often. */
export const BUSY_HANDS: ConversationBehaviour = {
  every: { kind: 'uniform', from: 2_000, to: 12_000 },
  length: { kind: 'uniform', from: 1_000, to: 12_000 },
  weights: { hold: 3, mute: 1, digits: 1, consult: 4, transfer: 2, park: 1, record: 1 },
  contacts: [],
};

/** Agents who also call telephone numbers for their customers. */
export const CALLING_HANDS: ConversationBehaviour = {
  ...BUSY_HANDS,
  contacts: CONTACTS.map(({ name }) => name),
};

/** Agents who give customers to flows as well. */
export const GIVING_HANDS: ConversationBehaviour = { ...CALLING_HANDS, flows: [SURVEY.name] };

/** How long transfers, consultations and parked calls may take. */
export function drawConversationSettings(
  stream: RandomStream,
): NonNullable<CampaignSettings['conversations']> {
  return {
    transferGraceMs: stream.pick([3_000, 20_000]),
    ownerFirstMs: stream.pick([0, 5_000]),
    consultGraceMs: stream.pick([3_000, 15_000]),
    parkMostMs: stream.pick([5_000, 30_000]),
    flows: [SURVEY],
    outside: {
      directory: CONTACTS,
      typed: false,
      graceMs: stream.pick([4_000, 20_000]),
      talkMostMs: stream.pick([8_000, 120_000]),
    },
    recording: {
      rule: 'on-demand',
      duty: 'none',
      announced: false,
      file: '{campaign}/{attempt}-{n}',
    },
  };
}

/** The scenario of a seed, with agents who hold, consult and transfer, and a supervisor a campaign. */
export function conversationScenarioOfSeed(seed: number): SimulationOptions {
  const scenario = scenarioOfSeed(seed);
  const stream = createRandom(seed).stream('conversations');
  const settings = [scenario.settings].flat();
  const supervisors = settings.map(({ campaignId }): AgentProfile => ({
    agentId: `${campaignId}-supervisor`,
    campaignId,
    supervises: true,
    logInAfter: stream.integer(30) * 1_000,
  }));
  const conversations = drawConversationSettings(stream);
  return {
    ...scenario,
    law: { ...ORDINARY_LAW, barsRecorded: 'even-numbers' },
    settings: settings.map((campaign) => ({ ...campaign, conversations })),
    agents: [...scenario.agents, ...supervisors],
    behaviour: { ...DEFAULT_AGENTS, ...scenario.behaviour, conversations: GIVING_HANDS },
  };
}
