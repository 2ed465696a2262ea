/** Why no call can be placed now, in plain sentences for the person who watches. */
import { utcText, type CampaignSettings, type CampaignStatistics } from '@outdial/core';

/** What keeps calls from being placed. */
export type ObstacleKind =
  /** The campaign has not been started, is paused, drains or has ended. */
  | 'not-started'
  | 'recovering'
  | 'paused'
  | 'draining'
  | 'stopped'
  | 'halted'
  /** `live: false`: only the numbers of the allow-list are dialed. */
  | 'not-live'
  /** Nobody is logged in, or nobody is ready. */
  | 'no-agents'
  | 'agents-busy'
  /** The list is empty, or every lead is closed. */
  | 'no-leads'
  /** Every open lead is outside its calling hours. */
  | 'window'
  /** Every open lead waits: for a retry, a callback, or because it was refused. */
  | 'waiting'
  /** An abandonment limit is used up: only calls with a reserved agent are placed. */
  | 'governor'
  | 'no-line';

/** One thing that keeps calls from being placed. */
export interface Obstacle {
  readonly kind: ObstacleKind;
  /** When it ends by itself, epoch ms; null: not by waiting, or not known. */
  readonly until: number | null;
  /** One sentence. */
  readonly text: string;
}

/** Why nothing can be placed; without reasons, the next call can be placed at any moment. */
export interface Explanation {
  readonly reasons: readonly Obstacle[];
}

const RUN_TEXTS: Readonly<Partial<Record<CampaignStatistics['state'], string>>> = {
  recovering: 'The campaign is taking over what an earlier run left open.',
  paused: 'The campaign is paused: resume it.',
  draining: 'The campaign is draining: it places no new calls and stops when the live ones have ended.',
  stopped: 'The campaign has stopped.',
  halted: 'The campaign was halted: it must be started again.',
};

/** Reads the reasons off live figures and settings, the most decisive first. */
export function explainObstacles(statistics: CampaignStatistics, settings: CampaignSettings): Explanation {
  const life = lifeReason(statistics);
  if (life) return { reasons: [life] };
  const reasons = [
    agentReason(statistics, settings),
    supplyReason(statistics, settings),
    lineReason(statistics, settings),
    governorReason(statistics, settings),
  ];
  return { reasons: reasons.filter((reason) => reason !== null) };
}

function lifeReason({ state }: CampaignStatistics): Obstacle | null {
  if (state === 'running') return null;
  if (state === 'created')
    return { kind: 'not-started', until: null, text: 'The campaign has not been started.' };
  return { kind: state, until: null, text: RUN_TEXTS[state] ?? `The campaign is ${state}.` };
}

function agentReason({ agents }: CampaignStatistics, { mode }: CampaignSettings): Obstacle | null {
  if (mode === 'agentless') return null;
  const { offline: _offline, paused, ...staffed } = agents;
  const working = Object.values(staffed).reduce((sum, count) => sum + count, 0);
  if (working + paused === 0) return { kind: 'no-agents', until: null, text: 'No agent is logged in.' };
  if (working === 0)
    return { kind: 'no-agents', until: null, text: `All ${paused} agents are paused: none is ready.` };
  if (agents.ready > 0 || mode === 'predictive') return null;
  return { kind: 'agents-busy', until: null, text: 'Every agent is on a call or in wrap-up.' };
}

function supplyReason(
  { supply, callsInFlight, callsWithAgents }: CampaignStatistics,
  { live, allowList }: CampaignSettings,
): Obstacle | null {
  if (!supply || supply.dialableNow > 0 || callsInFlight > callsWithAgents) return null;
  const open = supply.waiting.filter(({ nextAt }) => nextAt !== null);
  const [soonest] = [...open].sort((a, b) => (a.nextAt ?? 0) - (b.nextAt ?? 0));
  if (!live && supply.total > 0) {
    const text =
      `The campaign is not live: only the ${allowList.length} numbers of its allow-list are dialed. ` +
      'Set live: true when it may dial its lists.';
    return { kind: 'not-live', until: null, text };
  }
  if (!soonest || soonest.nextAt === null) {
    const text = supply.total === 0 ? 'The lists hold no leads.' : `All ${supply.total} leads are closed.`;
    return { kind: 'no-leads', until: null, text };
  }
  const at = `${utcText(soonest.nextAt, 'minute')} UTC`;
  return soonest.reason === 'outside-calling-window'
    ? {
        kind: 'window',
        until: soonest.nextAt,
        text: `Every open lead is outside its calling hours: the first may be called at ${at}.`,
      }
    : {
        kind: 'waiting',
        until: soonest.nextAt,
        text: `Every open lead waits (${soonest.reason}): the first may be called at ${at}.`,
      };
}

function lineReason(
  { callsInFlight, callsWithAgents }: CampaignStatistics,
  { lines }: CampaignSettings,
): Obstacle | null {
  if (callsInFlight + callsWithAgents < lines) return null;
  return { kind: 'no-line', until: null, text: `All ${lines} lines are in use.` };
}

function governorReason(
  { abandonment, agents }: CampaignStatistics,
  { mode }: CampaignSettings,
): Obstacle | null {
  const spent = abandonment.find((reading) => reading.spent && reading.abandoned > 0);
  if (!spent || mode === 'preview' || mode === 'manual' || agents.ready > 0) return null;
  const text =
    `The abandonment limit ${spent.limitId} is used up (${spent.abandoned} of ${spent.liveAnswers} live answers): ` +
    'calls are placed for free agents only.';
  return { kind: 'governor', until: null, text };
}
