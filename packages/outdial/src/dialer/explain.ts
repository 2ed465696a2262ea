/** Why no call can be placed, in plain sentences for the person who watches. */
import {
  NO_AGENT_WITH_SKILLS,
  type CampaignSettings,
  type DialingObstacle,
  type Supply,
} from '@outdial/core';
import { instantAtPlace, instantText, zonedText } from '../local-time/instant-in-zone.js';

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
  /** 'No call can be placed now: ...', in one sentence; null while a call may come at any moment. */
  readonly sentence: string | null;
  readonly reasons: readonly Obstacle[];
  /** Leads that are dialable at that instant and unclaimed; null while none were counted yet. */
  readonly dialable: number | null;
}

/** What the sentences name. */
export interface ExplainFacts {
  readonly at: number;
  readonly settings: Pick<CampaignSettings, 'allowList'>;
  readonly supply: Supply | null;
  /** IANA name of the agency's time zone. */
  readonly timeZone: string;
  /** Zones (IANA names) of a place as the queue names it. */
  readonly zonesOf: (place: string, at: number) => readonly string[];
}

type TextOf = (obstacle: DialingObstacle, facts: ExplainFacts) => string;
type Waiting = Supply['waiting'][number];

const when = ({ until }: DialingObstacle, { timeZone }: ExplainFacts): string =>
  until === null ? '' : ` until ${instantText(until, timeZone)}`;

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
  schedule: (obstacle, facts) =>
    obstacle.until === null
      ? 'The last day of the campaign is over: change schedule.lastDay to go on.'
      : `Outside the campaign's own hours${when(obstacle, facts)} (schedule).`,
  'telephony-down': () =>
    'Telephony is not connected: it is tried again by itself, and the log says what is wrong.',
  'held-back': (obstacle, facts) =>
    `The law or the journal holds the whole campaign back${when(obstacle, facts)}.`,
  'journal-behind': ({ detail }) => `The journal has ${detail ?? 'too many'} ends of calls still to write.`,
  'manual-mode': () => 'Agents ask for each call in manual mode.',
  'no-agents': () => 'No agent is logged in.',
  'no-free-agents': () => 'No agent is free: each is on a call, in wrap-up, or paused.',
  lines: ({ detail }) => `All lines are in use (${detail ?? ''}).`,
  governor: (obstacle, facts) =>
    `The abandonment limit ${obstacle.detail ?? ''} is used up${when(obstacle, facts)}: ` +
    'calls are placed for free agents only.',
  'not-live': (_obstacle, { settings }) =>
    `The campaign is not live: only the ${settings.allowList.length} numbers of its allow-list are dialed. ` +
    'Set live: true when it may dial its lists.',
  window: ({ detail, until }, facts) =>
    `${detail ?? 'Some'} leads are outside their calling hours` +
    (until === null ? '.' : `: the first may be called at ${firstAt(until, facts)}.`),
  filtered: ({ detail }) =>
    `The filter of the campaign leaves out ${detail ?? 'some'} leads that are due (leads.filter).`,
  'no-leads': noLeadsText,
};

/** The survey's name for leads whose calling window is closed. */
export const OUTSIDE_WINDOW = 'outside-calling-window';
/** The survey's name for leads that the filter of the campaign leaves out. */
export const FILTERED = 'filtered';
const FOR_AGENT = 'callback for ';
/** Reasons that are named where no lead becomes dialable by waiting. */
const REASONS_SHOWN = 3;

const NO_LEADS = "The lists hold no leads: read them with 'outdial import', or upload them in the console.";

function noLeadsText({ until }: DialingObstacle, facts: ExplainFacts): string {
  const { supply } = facts;
  if (!supply || supply.total === 0) return NO_LEADS;
  if (until === null) return neverText(supply);
  const first = supply.waiting.find(({ nextAt }) => nextAt === until);
  if (first?.reason === OUTSIDE_WINDOW)
    return `Outside calling hours; the first lead may be called at ${firstAt(until, facts)}.`;
  if (first?.reason.startsWith(FOR_AGENT) === true)
    return `${absentText(first)}; anybody gets the first at ${shortInstant(until, facts)}.`;
  if (first?.reason === NO_AGENT_WITH_SKILLS)
    return `${skillsText(first)}; they are looked at again at ${shortInstant(until, facts)}.`;
  return `No lead is due; the first may be called at ${firstAt(until, facts)}.`;
}

function shortInstant(until: number, { timeZone, at }: ExplainFacts): string {
  return instantAtPlace(until, undefined, timeZone, at);
}

/** No lead becomes dialable by waiting: the callbacks of absent agents, else the most frequent reasons. */
function neverText({ waiting, total }: Supply): string {
  const absent = waiting.filter(({ reason }) => reason.startsWith(FOR_AGENT)).map(absentText);
  if (absent.length > 0) return `${absent.slice(0, REASONS_SHOWN).join('; ')}.`;
  // What the filter leaves out is said in a clause of its own.
  const others = waiting.filter(({ reason }) => reason !== FILTERED);
  const reasons = others.slice(0, REASONS_SHOWN).map(({ count, reason }) => `${count} ${reason}`);
  const named = reasons.length === 0 ? '' : ` (${reasons.join(', ')})`;
  return `None of the ${total} leads becomes dialable by waiting${named}.`;
}

function skillsText({ count }: Waiting): string {
  const [needs, they] = count === 1 ? ['One lead needs', 'it'] : [`${count} leads need`, 'them'];
  return `${needs} skills that no agent has who is logged in and free for ${they}`;
}

function absentText({ count, reason }: Waiting): string {
  const agent = reason.slice(FOR_AGENT.length);
  return count === 1
    ? `One callback waits for ${agent}, who is not logged in`
    : `${count} callbacks wait for ${agent}, who is not logged in`;
}

/** The instant in the zone of the place that opens first, and in the agency's. */
function firstAt(until: number, { at, supply, timeZone, zonesOf }: ExplainFacts): string {
  const place = supply?.waiting.find(({ nextAt }) => nextAt === until)?.place;
  const zones = place === undefined ? [] : zonesOf(place, until);
  // Where a place has several zones, its window opens when the last of them does.
  const [last] = [...zones].sort((a, b) => (clockOf(until, a) < clockOf(until, b) ? -1 : 1));
  return instantAtPlace(until, last, timeZone, at);
}

function clockOf(at: number, zone: string): string {
  return zonedText(at, zone, 'minute');
}

/** The obstacles that the engine found, each with its sentence. */
export function explainObstacles(obstacles: readonly DialingObstacle[], facts: ExplainFacts): Explanation {
  const reasons = obstacles.map((obstacle) => ({ ...obstacle, text: TEXTS[obstacle.kind](obstacle, facts) }));
  return {
    at: facts.at,
    sentence: sentenceOf(reasons),
    dialable: facts.supply?.dialableNow ?? null,
    reasons,
  };
}

/** What holds back some calls is said with the others where no lead is left. */
const SAID_WHEN_DRY: ReadonlySet<string> = new Set(['not-live', 'filtered']);

/** All that holds back every call in one sentence; with no leads left, also what keeps others back. */
function sentenceOf(reasons: readonly Obstacle[]): string | null {
  const blocking = reasons.filter(({ blocksAll }) => blocksAll);
  if (blocking.length === 0) return null;
  const isDry = blocking.some(({ kind }) => kind === 'no-leads');
  const said = reasons.filter(({ kind, blocksAll }) => blocksAll || (isDry && SAID_WHEN_DRY.has(kind)));
  return `No call can be placed now: ${said.map(({ text }) => clause(text)).join('; ')}.`;
}

/** A sentence as a part of another: 'Telephony is not connected.' is 'telephony is not connected'. */
function clause(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1).replace(/\.$/, '')}`;
}
