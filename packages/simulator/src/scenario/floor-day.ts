/**
 * A day of a whole floor, drawn from a seed: campaigns that share agents, callers, supervisors, lists that
 * come while it dials, laws that change, and every kind of fault.
 */
import type { CampaignSchedule, CampaignSettings, Lead } from '@outdial/core';
import { WEEK_DAYS } from '@outdial/core';
import { DEFAULT_AGENTS, type AgentProfile } from '../agents/agent-behaviour.js';
import type { LawFrom, PlainLaw } from '../campaign/plain-gate.js';
import type { PlannedOrder, PlannedUpload, SimulationOptions } from '../campaign/simulation-options.js';
import { withoutFaults, type FaultKind } from '../faults/fault-kinds.js';
import { STORE_TROUBLES, type FaultProfile } from '../faults/fault-profile.js';
import { createRandom, type RandomSource, type RandomStream } from '../random/random-source.js';
import { RETURNING, simulatedInbound } from './callers-scenario.js';
import { BUSY_HANDS, drawConversationSettings } from './conversation-scenario.js';
import {
  drawBehaviour,
  drawCarrier,
  drawFaults,
  drawOrders,
  drawSettings,
  exponential,
  SCENARIO_MODES,
  uniform,
} from './scenario-of-seed.js';
import { createSimulatedList } from './simulated-list.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Midnight of Tuesday 2 June 2026, UTC. */
const MIDNIGHT = Date.UTC(2026, 5, 2);
const START_AT = MIDNIGHT + 10 * HOUR;
/** A lease ends after this; the dialer's own is 30 s. */
const LEASE: { readonly from: number; readonly to: number } = { from: 6 * SECOND, to: 15 * SECOND };

/** What a floor's day may hold beside its campaigns. */
export const DAY_PARTS = [
  'shared-agents',
  'conversations',
  'callers',
  'schedules',
  'uploads',
  'law-changes',
  'orders',
] as const;

/** One of {@link DAY_PARTS}. */
export type DayPart = (typeof DAY_PARTS)[number];

/** A day of a floor, and what is left out of it. */
export interface FloorDay {
  readonly seed: number;
  /** At most so many campaigns; agents of each; leads of all lists; minutes of dialing. */
  readonly campaigns?: number;
  readonly agents?: number;
  readonly leads?: number;
  readonly minutes?: number;
  readonly without?: readonly (DayPart | FaultKind)[];
}

/** The names of what can be left out. */
export function isDayPart(name: string): name is DayPart {
  return DAY_PARTS.some((part) => part === name);
}

/** What is drawn of a day so far. */
interface Drawing {
  readonly day: FloorDay;
  readonly random: RandomSource;
  readonly duration: number;
  readonly has: (part: DayPart) => boolean;
}

/**
 * The floor's day of a seed. Each concern has its own stream, so that what is left out changes nothing else
 * that is drawn.
 */
export function floorDayOfSeed(day: FloorDay): SimulationOptions {
  const random = createRandom(day.seed);
  const minutes = drawMinutes(random.stream('day', 'length'));
  const parts = random.stream('day', 'parts');
  const drawn = new Set(DAY_PARTS.filter((part) => parts.chance(part === 'orders' ? 0.9 : 0.5)));
  const drawing: Drawing = {
    day,
    random,
    duration: Math.min(minutes, day.minutes ?? Infinity) * MINUTE,
    has: (part) => drawn.has(part) && day.without?.includes(part) !== true,
  };
  const settings = drawCampaigns(drawing);
  const agents = drawAgents(drawing, settings);
  const { list, lists, uploads } = drawLists(drawing, settings, agents);
  const carrier = drawCarrier(random.stream('day', 'carrier'));
  const behaviour = { ...DEFAULT_AGENTS, ...drawBehaviour(random.stream('day', 'behaviour')) };
  const orders = random.stream('day', 'orders');
  return {
    seed: day.seed,
    settings,
    agents,
    sharesAgents: drawing.has('shared-agents'),
    list,
    lists,
    uploads,
    startAt: START_AT,
    duration: drawing.duration,
    law: drawLaws(drawing),
    carrier: drawing.has('callers') ? { ...carrier, callers: RETURNING } : carrier,
    behaviour: drawing.has('conversations') ? { ...behaviour, conversations: BUSY_HANDS } : behaviour,
    trunk: { lines: 200, callsPerSecond: random.stream('day', 'trunk').pick([2, 10, 50]) },
    faults: drawDayFaults(drawing),
    orders: drawing.has('orders') ? drawDayOrders(drawing, settings, orders) : [],
  };
}

/** Short days are many: what goes wrong in a long one goes wrong sooner in a crowded short one. */
function drawMinutes(stream: RandomStream): number {
  return stream.chance(0.01) ? 240 : stream.pick([6, 10, 15, 25, 40]);
}

function drawCampaigns(drawing: Drawing): readonly CampaignSettings[] {
  const { day, random } = drawing;
  const count = Math.min(1 + random.stream('day', 'campaigns').integer(4), day.campaigns ?? Infinity);
  return Array.from({ length: count }, (_, index): CampaignSettings => {
    const stream = random.stream('day', 'campaign', index);
    const mode = index === 0 ? (SCENARIO_MODES[day.seed % SCENARIO_MODES.length] ?? 'predictive') : null;
    const drawn = drawSettings(`campaign-${String(index)}`, mode ?? stream.pick(SCENARIO_MODES), stream);
    const settings = { ...drawn, callerNumber: `+1202555${String(100 + index).padStart(4, '0')}` };
    const own = random.stream('day', 'campaign', index, 'parts');
    return {
      ...settings,
      ...(drawing.has('schedules') ? { schedule: drawSchedule(drawing, own) } : {}),
      ...(drawing.has('conversations') ? { conversations: drawConversationSettings(own) } : {}),
      ...(drawing.has('callers') && own.chance(0.7)
        ? {
            inbound: simulatedInbound(settings, {
              mostWaiting: own.pick([1, 3, 10]),
              mostWaitMs: own.pick([20, 180]) * SECOND,
              work: own.pick(['both', 'both', 'inbound', 'outbound'] as const),
            }),
          }
        : {}),
    };
  });
}

/** Own hours that open or close within the day, by the clock of some zone. */
function drawSchedule({ duration }: Drawing, stream: RandomStream): CampaignSchedule {
  const timeZone = stream.pick(['UTC', 'UTC', 'Europe/Berlin', 'America/New_York']);
  const offset = { UTC: 0, 'Europe/Berlin': 2, 'America/New_York': -4 }[timeZone] ?? 0;
  const start = (10 + offset) * 60;
  const length = duration / MINUTE;
  const opens = start + Math.floor(stream.uniform() * 0.3 * length) - stream.pick([0, 30]);
  const pause = start + Math.floor((0.3 + 0.3 * stream.uniform()) * length);
  const closes = start + Math.ceil((0.8 + stream.uniform()) * length);
  return {
    timeZone,
    open: [
      { days: WEEK_DAYS, fromMinute: Math.min(opens, pause), toMinute: pause },
      { days: WEEK_DAYS, fromMinute: pause + 1, toMinute: Math.min(closes, 24 * 60) },
    ],
    firstDay: null,
    lastDay: null,
    closedDays: [],
  };
}

function drawAgents(drawing: Drawing, settings: readonly CampaignSettings[]): readonly AgentProfile[] {
  const { day, duration, random } = drawing;
  const everywhere = settings.map(({ campaignId }) => campaignId);
  return settings.flatMap(({ campaignId, mode }, index) => {
    const stream = random.stream('day', 'agents', index);
    const most = mode === 'agentless' ? 2 : 6;
    const count = Math.min(stream.integer(most) + (mode === 'agentless' ? 0 : 1), day.agents ?? Infinity);
    const takers = Array.from({ length: count }, (_, nth): AgentProfile => {
      const own = random.stream('day', 'agent', index, nth);
      return {
        agentId: `${campaignId}-agent-${String(nth)}`,
        campaignId,
        ...(own.chance(0.3) ? { skills: ['spanish'] } : {}),
        ...(drawing.has('shared-agents') && own.chance(0.5) ? { alsoFor: everywhere } : {}),
        logInAfter: own.integer(60) * SECOND,
        ...(own.chance(0.2) ? { logOutAfter: (0.2 + 0.8 * own.uniform()) * duration } : {}),
      };
    });
    const supervisor: AgentProfile = {
      agentId: `${campaignId}-supervisor`,
      campaignId,
      supervises: true,
      logInAfter: stream.integer(30) * SECOND,
    };
    return drawing.has('conversations') ? [...takers, supervisor] : takers;
  });
}

interface DrawnLists {
  readonly list: readonly Lead[];
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly uploads: readonly PlannedUpload[];
}

/** Lists of one campaign and lists of several; some come while it dials, some of those twice. */
function drawLists(
  { day, duration, random, has }: Drawing,
  settings: readonly CampaignSettings[],
  agents: readonly AgentProfile[],
): DrawnLists {
  const stream = random.stream('day', 'lists');
  const owners = agents.filter(({ supervises }) => supervises !== true).map(({ agentId }) => agentId);
  const leadsOf = (listId: string, firstPerson: number, most: number): readonly Lead[] =>
    createSimulatedList({
      seed: day.seed,
      listId,
      firstPerson,
      leads: Math.min(most, day.leads ?? Infinity),
      alternateShare: 0.3,
      doubledShare: 0.1,
      skills: ['spanish'],
      skillShare: 0.1,
      owners,
      ownerShare: 0.1,
    });
  const names = ['list-0', 'list-1', 'list-2'].slice(0, 1 + stream.integer(3));
  const list = names.flatMap((listId, index) =>
    // Lists may have numbers in common: different persons, one telephone.
    leadsOf(listId, index * stream.pick([0, 20, 500]), 20 + stream.integer(100)),
  );
  const lists: Record<string, readonly string[]> = {};
  for (const { campaignId } of settings) {
    const chosen = names.filter(() => stream.chance(0.6));
    lists[campaignId] = chosen.length > 0 ? chosen : names;
  }
  const uploads = Array.from({ length: has('uploads') ? 1 + stream.integer(3) : 0 }, (_, index) => ({
    after: stream.uniform() * duration,
    leads: leadsOf(`upload-${String(stream.integer(2))}`, index * 30, 10 + stream.integer(60)),
    campaignIds: settings.map(({ campaignId }) => campaignId).filter(() => stream.chance(0.7)),
  }));
  return { list, lists, uploads };
}

/** One law, or one that a stricter or a milder one follows in the middle of the day. */
function drawLaws({ duration, random, has }: Drawing): readonly LawFrom[] {
  const stream = random.stream('day', 'law');
  const ordinary: PlainLaw = { fromHour: 8, toHour: 21, utcOffsetHours: 0 };
  const first: PlainLaw = stream.chance(0.3) ? { ...ordinary, mostPerDay: stream.pick([1, 2, 3]) } : ordinary;
  const laws: LawFrom[] = [{ from: -Infinity, law: first }];
  if (!has('law-changes')) return laws;
  const at = (share: number): number => (10 * HOUR + share * duration) / HOUR;
  const next = stream.pick<PlainLaw>([
    { ...first, toHour: at(0.7) },
    { ...first, fromHour: at(0.6) },
    { ...ordinary, mostPerDay: 1 },
    ordinary,
  ]);
  laws.push({ from: Math.round(START_AT + (0.2 + 0.3 * stream.uniform()) * duration), law: next });
  return laws;
}

function drawDayFaults({ day, random }: Drawing): FaultProfile {
  const drawn = drawFaults(random.stream('day', 'faults'));
  const stream = random.stream('day', 'faults-of-servers');
  const calm = stream.chance(0.1);
  const on = (share: number): boolean => stream.chance(share) && !calm;
  const profile: FaultProfile = {
    ...drawn,
    storeTroubles: on(0.4)
      ? {
          kinds: STORE_TROUBLES,
          every: exponential(4 * MINUTE),
          length: uniform(500, 45 * SECOND),
          slowBy: uniform(500, 15 * SECOND),
          commitShare: 0.5,
        }
      : null,
    deadTrunk: on(0.3) ? { every: exponential(4 * MINUTE), length: uniform(SECOND, 40 * SECOND) } : null,
    freezes: on(0.3) ? { every: exponential(4 * MINUTE), length: uniform(300, 12 * SECOND) } : null,
    lateOrders: on(0.3) ? { share: stream.pick([0.01, 0.05]), by: uniform(20, 450) } : null,
    stalls: on(0.4)
      ? {
          every: exponential(4 * MINUTE),
          length: uniform(300, 30 * SECOND),
          leaseMs: LEASE.from + stream.uniform() * (LEASE.to - LEASE.from),
        }
      : null,
  };
  const kinds = (day.without ?? []).filter((name): name is FaultKind => !isDayPart(name));
  return withoutFaults(profile, kinds);
}

function drawDayOrders(
  { duration }: Drawing,
  settings: readonly CampaignSettings[],
  stream: RandomStream,
): readonly PlannedOrder[] {
  return settings.flatMap((campaign, index) => {
    const orders = drawOrders([campaign], duration, stream);
    // The kill switch is the whole floor's: one order of it a day.
    return index === 0 ? orders : orders.filter(({ order }) => order.type !== 'kill-switch');
  });
}
