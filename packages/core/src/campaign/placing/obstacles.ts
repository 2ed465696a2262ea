/** Why a campaign places no calls, or fewer than possible. */
import { linesInUse, linesReserved } from '../call/calls.js';
import { wallNow, type Context } from '../context.js';
import type { CampaignRunState } from '../events.js';
import { mayOverdial } from '../modes.js';
import type { CampaignSettings } from '../settings.js';
import type { Supply } from '../supply/lead.js';
import { scheduleAt } from './schedule.js';

/** Kinds of obstacles to dialing. */
export const DIALING_OBSTACLES = [
  /** The campaign is not running. `detail`: its run state. */
  'paused',
  'not-running',
  /** Outside the campaign's own days and hours. `until`: when they begin; null: they are over. */
  'schedule',
  /** The telephony server is not connected. */
  'telephony-down',
  /**
   * The compliance gate refused the whole campaign, or the journal failed. `until`: when it is asked again.
   * `detail`: what the gate said; null: the journal failed.
   */
  'held-back',
  /** The journal is too far behind with the ends of calls. */
  'journal-behind',
  /** Manual mode: agents ask for each call. */
  'manual-mode',
  /** No agent is logged in. */
  'no-agents',
  /** Agents are logged in, but none of them is ready with a leg that is up. */
  'no-free-agents',
  /** All lines are in use or reserved for agents. */
  'lines',
  /** More calls are due than may be placed in a second. `detail`: how many may. */
  'call-rate',
  /**
   * A legal limit on abandonment is spent, so only calls with a reserved agent are placed. `detail`: the
   * limit.
   */
  'governor',
  /** The campaign is not live, so only numbers of the allow-list are dialed. */
  'not-live',
  /** Leads wait for their calling window. */
  'window',
  /** The filter of the campaign leaves out leads that are due. `detail`: how many. */
  'filtered',
  /** No lead is dialable now. */
  'no-leads',
] as const;

/** One kind of obstacle. */
export type DialingObstacleKind = (typeof DIALING_OBSTACLES)[number];

/** One obstacle to dialing. */
export interface DialingObstacle {
  readonly kind: DialingObstacleKind;
  /** True when this obstacle alone blocks every call. False when it blocks some calls. */
  readonly blocksAll: boolean;
  /** Epoch ms at which it ends or may end without any action. Null where that is not known. */
  readonly until: number | null;
  /** Details: a run state, a limit's rule id, or a count of leads. */
  readonly detail: string | null;
}

/** Every obstacle at this instant, those that block all calls first. */
export function findObstacles(context: Context, at: number): readonly DialingObstacle[] {
  const found = [
    ...ofCampaign(context, at),
    ...ofAgents(context),
    ...ofLimits(context, at),
    ...ofLeads(context, context.state.supply),
  ];
  return [...found.filter(({ blocksAll }) => blocksAll), ...found.filter(({ blocksAll }) => !blocksAll)];
}

function blocking(kind: DialingObstacleKind, detail: string | null, until: number | null): DialingObstacle {
  return { kind, blocksAll: true, until, detail };
}

/** Dialing waits once this many attempts have an end that the journal has not confirmed. */
export const UNWRITTEN_MOST = 1_000;

function ofCampaign({ state }: Context, at: number): DialingObstacle[] {
  const found: DialingObstacle[] = [];
  const { run } = state;
  if (run !== 'running') found.push(blocking(kindOfRun(run), run, null));
  found.push(...scheduleObstacles(state.settings.schedule, wallNow({ state, now: at })));
  // A campaign connects when it is started: before that, telephony is not known to be away.
  if (!state.telephonyUp && run !== 'created') found.push(blocking('telephony-down', null, null));
  if (at < state.dialNotBefore) found.push(blocking('held-back', state.heldWhy ?? null, state.dialNotBefore));
  if (state.tally.closing >= UNWRITTEN_MOST)
    found.push(blocking('journal-behind', String(state.tally.closing), null));
  return found;
}

/** The obstacle that a campaign's own schedule is at an instant, epoch ms. */
export function scheduleObstacles(schedule: CampaignSettings['schedule'], at: number): DialingObstacle[] {
  const { open, changesAt } = scheduleAt(schedule, at);
  return open ? [] : [blocking('schedule', null, changesAt)];
}

function kindOfRun(run: CampaignRunState): DialingObstacleKind {
  return run === 'paused' ? 'paused' : 'not-running';
}

function ofAgents(context: Context): DialingObstacle[] {
  const { state } = context;
  const { mode } = state.settings;
  if (mode === 'agentless') return [];
  // Where campaigns share agents, those of others may take these calls, too.
  const isHelped = mayOverdial(mode) && context.pool?.hasReady() === true;
  if (isHelped) return [];
  if (state.agents.size === 0) return [blocking('no-agents', null, null)];
  if (mode === 'manual') return [blocking('manual-mode', null, null)];
  if (state.idle.size > 0) return [];
  // The predictive pacer also dials for agents who will soon be free.
  return [{ kind: 'no-free-agents', blocksAll: mode !== 'predictive', until: null, detail: null }];
}

function ofLimits(context: Context, at: number): DialingObstacle[] {
  const { state, governor } = context;
  const { lines, callsPerSecond, limits, live, allowList, mode } = state.settings;
  const found: DialingObstacle[] = [];
  const used = linesInUse(state) + linesReserved(context);
  if (used >= lines) found.push(blocking('lines', `${used} of ${lines}`, null));
  if (state.heldByRate)
    found.push({ kind: 'call-rate', blocksAll: false, until: null, detail: String(callsPerSecond) });
  if (!live) found.push({ kind: 'not-live', blocksAll: allowList.length === 0, until: null, detail: null });

  for (const { limitId, spent, periodStart } of mayOverdial(mode) ? governor.readings(at) : []) {
    if (!spent) continue;
    const period = limits.find(({ id }) => id === limitId)?.period;
    const until = period ? periodStart + period.lengthMs : null;
    found.push({ kind: 'governor', blocksAll: false, until, detail: limitId });
  }
  return found;
}

/** The survey's name for leads whose calling window is closed. */
const OUTSIDE_WINDOW = 'outside-calling-window';
/** The survey's name for leads that the filter of the campaign leaves out. */
const FILTERED = 'filtered';

function ofLeads({ state }: Context, supply: Supply | null): DialingObstacle[] {
  if (!supply || state.settings.mode === 'manual') return [];
  const found: DialingObstacle[] = [];
  const isDry = supply.dialableNow === 0 && state.leadBuffer.length + state.reservedAgentBuffer.length === 0;
  const closed = supply.waiting.find(({ reason }) => reason === OUTSIDE_WINDOW);
  if (closed)
    found.push({ kind: 'window', blocksAll: false, until: closed.nextAt, detail: String(closed.count) });
  const filtered = supply.waiting.find(({ reason }) => reason === FILTERED);
  if (filtered)
    found.push({ kind: 'filtered', blocksAll: false, until: null, detail: String(filtered.count) });
  if (!isDry) return found;

  const instants = supply.waiting.flatMap(({ nextAt }) => (nextAt === null ? [] : [nextAt]));
  const until = instants.length === 0 ? null : Math.min(...instants);
  found.push(blocking('no-leads', `${supply.total} in the lists`, until));
  return found;
}
