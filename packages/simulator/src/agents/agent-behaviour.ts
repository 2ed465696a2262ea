/** How simulated agents behave: how long they talk, wrap up, pause, and what they decide. */
import type { ConversationBehaviour } from './conversation-habits.js';
import type { Distribution } from '../random/distribution.js';

/** One agent of the simulation. */
export interface AgentProfile {
  readonly agentId: string;
  readonly campaignId: string;
  readonly skills?: readonly string[];
  /** Other campaigns whose answered calls the agent takes, where campaigns share agents. */
  readonly alsoFor?: readonly string[];
  /** Listens to the others instead of taking calls. Default: an agent who takes calls. */
  readonly supervises?: boolean;
  /** ms after the start at which the agent logs in; default 0. */
  readonly logInAfter?: number;
  /** ms after the start at which the agent logs out; default: stays. */
  readonly logOutAfter?: number;
}

/** How agents work. Durations ms, shares 0..1. */
export interface AgentBehaviour {
  /** From the connection until the agent hangs up, if the called party has not done so before. */
  readonly talkTime: Distribution;
  readonly wrapUp: Distribution;
  /** What the agent says calls were, by weight; `callbackIn` with codes that schedule a callback. */
  readonly dispositions: readonly {
    readonly code: string;
    readonly weight: number;
    readonly callbackIn?: Distribution;
  }[];
  /** Share of callbacks that only the same agent may make. */
  readonly ownCallbackShare: number;
  /** From one break's end to the next break; null: no breaks. */
  readonly breakEvery: Distribution | null;
  readonly breakLength: Distribution;
  /** Preview: reading the lead; then accepts, skips, or (the rest) leaves it to the timer. */
  readonly preview: {
    readonly reading: Distribution;
    readonly acceptShare: number;
    readonly skipShare: number;
  };
  /** Manual mode: from ready to asking for the next call. */
  readonly manualThinking: Distribution;
  /** Hold, consultations, transfers; supervisors listen. Absent: agents only talk. */
  readonly conversations?: ConversationBehaviour;
  /** From a dead line until the agent notices and presses the hang-up key. */
  readonly noticing: Distribution;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/**
 * Agents of an ordinary outbound floor: 90 s of talk, 15 s of wrap-up, a break every two hours. Illustrative
 * magnitudes; they describe no particular call center.
 */
export const DEFAULT_AGENTS: AgentBehaviour = {
  talkTime: { kind: 'lognormal', mean: 90 * SECOND, sd: 70 * SECOND },
  wrapUp: { kind: 'gamma', mean: 15 * SECOND, shape: 3 },
  dispositions: [
    { code: 'sale', weight: 8 },
    { code: 'not-interested', weight: 35 },
    { code: 'right-party', weight: 20 },
    { code: 'third-party', weight: 12 },
    { code: 'wrong-number', weight: 5 },
    { code: 'callback', weight: 10, callbackIn: { kind: 'uniform', from: 3 * MINUTE, to: 90 * MINUTE } },
    { code: 'do-not-call', weight: 4 },
    { code: 'inconvenient-time', weight: 3 },
    { code: 'machine', weight: 3 },
  ],
  ownCallbackShare: 0.5,
  breakEvery: { kind: 'uniform', from: 90 * MINUTE, to: 150 * MINUTE },
  breakLength: { kind: 'uniform', from: 5 * MINUTE, to: 15 * MINUTE },
  preview: { reading: { kind: 'gamma', mean: 12 * SECOND, shape: 2 }, acceptShare: 0.8, skipShare: 0.12 },
  manualThinking: { kind: 'gamma', mean: 6 * SECOND, shape: 2 },
  noticing: { kind: 'uniform', from: 3 * SECOND, to: 8 * SECOND },
};
