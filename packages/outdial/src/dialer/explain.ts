/** Why no call can be placed, in plain sentences for the person who watches. */
import { utcText, type CampaignSettings, type DialingObstacle, type Supply } from '@outdial/core';

/** One thing that keeps calls from being placed. */
export interface Obstacle extends DialingObstacle {
  /** One sentence, with what to do where there is something. */
  readonly text: string;
}

/**
 * Why calls are held back, those reasons first that alone hold back all. None: a call may come at any moment.
 */
export interface Explanation {
  /** Epoch ms: the instant that is explained. */
  readonly at: number;
  readonly reasons: readonly Obstacle[];
  /** Leads that are dialable at that instant and unclaimed; null while none were counted yet. */
  readonly dialable: number | null;
}

/** What the sentences name. */
export interface ExplainFacts {
  readonly at: number;
  readonly settings: CampaignSettings;
  readonly supply: Supply | null;
}

type TextOf = (obstacle: DialingObstacle, facts: ExplainFacts) => string;

const when = ({ until }: DialingObstacle): string =>
  until === null ? '' : ` until ${utcText(until, 'minute')} UTC`;

/** A run state as a sentence; the engine names it in `detail`. */
const RUN_TEXTS: Readonly<Record<string, string>> = {
  created: 'The campaign has not been started.',
  recovering: 'The campaign is taking over what an earlier run left open.',
  draining: 'The campaign is draining: it places no new calls and stops when the live ones have ended.',
  stopped: 'The campaign has stopped.',
  halted: 'The campaign was halted: it must be started again.',
};

const TEXTS: Readonly<Record<DialingObstacle['kind'], TextOf>> = {
  paused: () => 'The campaign is paused: resume it.',
  'not-running': ({ detail }) => RUN_TEXTS[detail ?? ''] ?? `The campaign is ${detail ?? 'not running'}.`,
  'telephony-down': () => 'Telephony is not connected.',
  'held-back': (obstacle) => `The law or the journal holds the whole campaign back${when(obstacle)}.`,
  'journal-behind': ({ detail }) => `The journal has ${detail ?? 'too many'} ends of calls still to write.`,
  'manual-mode': () => 'Agents ask for each call in manual mode.',
  'no-agents': () => 'No agent is logged in.',
  'no-free-agents': () => 'No agent is free: each is on a call, in wrap-up, or paused.',
  lines: ({ detail }) => `All lines are in use (${detail ?? ''}).`,
  governor: (obstacle) =>
    `The abandonment limit ${obstacle.detail ?? ''} is used up${when(obstacle)}: ` +
    'calls are placed for free agents only.',
  'not-live': (_obstacle, { settings }) =>
    `The campaign is not live: only the ${settings.allowList.length} numbers of its allow-list are dialed. ` +
    'Set live: true when it may dial its lists.',
  window: ({ detail, until }) =>
    `${detail ?? 'Some'} leads are outside their calling hours` +
    (until === null ? '.' : `: the first may be called at ${utcText(until, 'minute')} UTC.`),
  'no-leads': ({ until }, { supply }) => {
    if (!supply || supply.total === 0) return 'The lists hold no leads.';
    if (until === null) return `None of the ${supply.total} leads becomes dialable by waiting.`;
    return `No lead is dialable: the first may be called at ${utcText(until, 'minute')} UTC.`;
  },
};

/** The obstacles that the engine found, each with its sentence. */
export function explainObstacles(obstacles: readonly DialingObstacle[], facts: ExplainFacts): Explanation {
  return {
    at: facts.at,
    dialable: facts.supply?.dialableNow ?? null,
    reasons: obstacles.map((obstacle) => ({ ...obstacle, text: TEXTS[obstacle.kind](obstacle, facts) })),
  };
}
