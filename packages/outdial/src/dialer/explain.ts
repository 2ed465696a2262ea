/** Why no call can be placed, in plain sentences for the person who watches. */
import {
  type CampaignSettings,
  type CampaignStatistics,
  countOf,
  countText,
  type DialingObstacle,
  NO_AGENT_WITH_SKILLS,
  type Supply,
} from '@outdial/core';
import { titleOfRule } from '../gate/rule-title.js';
import { instantAtPlace, instantText, zonedText } from '../local-time/instant-in-zone.js';

/** One thing that keeps calls from being placed. */
export interface Obstacle extends DialingObstacle {
  /** Epoch ms since when it was found at every look; null: of an instant to come, or not known. */
  readonly since: number | null;
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
  /** Epoch ms since when every look found a sentence; null: there is none, or the instant is to come. */
  readonly since: number | null;
  readonly reasons: readonly Obstacle[];
  /** Leads that are dialable at that instant and unclaimed; null while none were counted yet. */
  readonly dialable: number | null;
}

/** What the sentences name. */
export interface ExplainFacts {
  readonly at: number;
  readonly settings: Pick<CampaignSettings, 'allowList'>;
  readonly supply: Supply | null;
  /** Where the campaign stands with each limit on abandonment. */
  readonly abandonment: CampaignStatistics['abandonment'];
  /** IANA name of the agency's time zone. */
  readonly timeZone: string;
  /** What a campaign that drains waits for. Absent: not known. */
  readonly waitsFor?: string;
  /** Zones (IANA names) of a place as the queue names it. */
  readonly zonesOf: (place: string, at: number) => readonly string[];
  /** Permits and consents that have ended and hold calls back, a sentence each. Absent: not known. */
  readonly ended?: readonly string[];
}

type TextOf = (obstacle: DialingObstacle, facts: ExplainFacts) => string;
type Waiting = Supply['waiting'][number];

const when = ({ until }: DialingObstacle, { timeZone }: ExplainFacts): string =>
  until === null ? '' : ` until ${instantText(until, timeZone)}`;

/** A run state as a sentence; the engine names it in `detail`. */
const RUN_TEXTS: Readonly<Record<string, string>> = {
  created: 'The campaign has not been started.',
  recovering: 'The campaign is taking over what an earlier run left open.',
  stopped: 'The campaign has stopped.',
  halted: 'The campaign was halted: it must be started again.',
};

const TEXTS: Readonly<Record<DialingObstacle['kind'], TextOf>> = {
  paused: () => 'The campaign is paused: resume it.',
  'not-running': ({ detail }, { waitsFor }) =>
    detail === 'draining'
      ? 'The campaign is draining: it places no new calls ' +
        `and waits for ${waitsFor ?? 'the live ones'} to end.`
      : (RUN_TEXTS[detail ?? ''] ?? `The campaign is ${detail ?? 'not running'}.`),
  schedule: (obstacle, facts) =>
    obstacle.until === null
      ? 'The last day of the campaign is over: change schedule.lastDay to go on.'
      : `Outside the campaign's own hours${when(obstacle, facts)} (schedule).`,
  'telephony-down': () =>
    'Telephony is not connected: outdial tries again by itself, and dials on once it is. ' +
    'If it lasts, have an administrator look at Asterisk and at the log.',
  'held-back': (obstacle, facts) =>
    obstacle.detail === null
      ? 'The database does not take records of calls, and without a record nobody is called: it is ' +
        'asked again every few seconds. ' +
        'If it lasts, have an administrator look at the database and at the log.'
      : `The law holds the whole campaign back${when(obstacle, facts)}: ${obstacle.detail}`,
  'journal-behind': ({ detail }) =>
    `The database has ${detail ?? 'too many'} ends of calls still to write: ` +
    'dialing goes on once it has fewer.',
  'manual-mode': () => 'Agents ask for each call in manual mode.',
  'no-agents': () => 'No agent is logged in.',
  'no-free-agents': () => 'No agent is free: each is on a call, in wrap-up, or paused.',
  lines: ({ detail }) =>
    `All lines are in use (${detail ?? ''}): the next call waits for the end of another, ` +
    'or for more dialing.lines.',
  'call-rate': ({ detail }) =>
    `More calls are due than the ${detail ?? ''} a second that the campaign may place: ` +
    'raise dialing.callsPerSecond if the trunk bears more.',
  governor: governorText,
  'not-live': (_obstacle, { settings }) =>
    `The campaign is not live: only numbers of its allow-list ` +
    `(${countOf(settings.allowList.length, 'number')}) are dialed. ` +
    'Set live: true when it may dial its lists.',
  window: ({ detail, until }, facts) =>
    `${someLeads(detail)} outside calling hours` +
    (until === null ? '.' : `: the first may be called at ${firstAt(until, facts)}.`),
  filtered: ({ detail }) =>
    `${someLeads(detail)} due and left out by the filter of the campaign (leads.filter).`,
  'no-leads': (obstacle, facts) => withEnded(noLeadsText(obstacle, facts), facts),
};

/**
 * A limit is used up while one more abandonment could pass it. It has room again with enough live answers
 * that get an agent, or when its count begins anew.
 */
function governorText(obstacle: DialingObstacle, facts: ExplainFacts): string {
  const { detail } = obstacle;
  const title = titleOfRule(detail ?? '') ?? detail ?? '';
  const reading = facts.abandonment.find(({ limitId }) => limitId === detail);
  const more = reading && answersMissing(reading);
  const answers = more === undefined ? '' : ` for ${more} more live answers, or`;
  return (
    `No room for one more abandonment under “${title}”: calls are placed for free agents only` +
    `${answers}${when(obstacle, facts)}.`
  );
}

/** Live answers with an agent after which one more abandonment does not pass the limit. */
function answersMissing({
  limit,
  liveAnswers,
  abandoned,
}: CampaignStatistics['abandonment'][number]): number | undefined {
  return limit === 0 ? undefined : Math.max(1, Math.ceil((abandoned + 1) / limit - 1 - liveAnswers));
}

/** The survey's name for leads whose calling window is closed. */
export const OUTSIDE_WINDOW = 'outside-calling-window';
/** The survey's name for leads that the filter of the campaign leaves out. */
export const FILTERED = 'filtered';
const FOR_AGENT = 'callback for ';
/** Reasons that are named where no lead becomes dialable by waiting. */
const REASONS_SHOWN = 3;

const NO_LEADS = "The lists hold no leads: read them with 'outdial import', or upload them in the console.";

/** A permit or consents that have ended leave no lead to call: the text goes on with them. */
function withEnded(text: string, { ended = [] }: ExplainFacts): string {
  return [text, ...ended].join(' ');
}

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
  return `No lead is due${waitingText(supply)}; the first may be called at ${firstAt(until, facts)}.`;
}

/** Reasons of leads that wait, as people say them; the others are named as the store names them. */
const WAITING_WORDS: Readonly<Record<string, string>> = {
  refused: 'wait for a limit of the law',
  'refused-in-this-mode': 'may not be called in this mode',
  [OUTSIDE_WINDOW]: 'outside calling hours',
  callback: 'promised a callback',
};

/** ' (12 wait for a limit of the law, 3 retry-busy)': what leads wait for that become due by waiting. */
function waitingText({ waiting }: Supply): string {
  const said = waiting
    .filter(({ nextAt }) => nextAt !== null)
    .slice(0, REASONS_SHOWN)
    .map(({ count, reason }) => `${count} ${WAITING_WORDS[reason] ?? reason}`);
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
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
  const leads =
    total === 1 ? 'The only lead does not become' : `None of the ${countText(total)} leads becomes`;
  return `${leads} dialable by waiting${named}.`;
}

/** '1 lead is', '12 leads are'; 'Some leads are' where an obstacle does not say how many. */
function someLeads(detail: string | null): string {
  return detail === null ? 'Some leads are' : countOf(Number(detail), 'lead is', 'leads are');
}

function skillsText({ count }: Waiting): string {
  const needs = countOf(count, 'lead needs', 'leads need');
  const they = count === 1 ? 'it' : 'them';
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

/** The obstacles that the engine found, each with its sentence. `looks`: those of now, to say since when. */
export function explainObstacles(
  obstacles: readonly DialingObstacle[],
  facts: ExplainFacts,
  looks?: ObstacleLooks,
): Explanation {
  const since = looks?.look(obstacles, facts.at);
  const reasons = obstacles.map((obstacle) => ({
    ...obstacle,
    since: since?.(obstacle) ?? null,
    text: TEXTS[obstacle.kind](obstacle, facts),
  }));
  return {
    at: facts.at,
    sentence: sentenceOf(reasons),
    since: looks?.blockedSince ?? null,
    dialable: facts.supply?.dialableNow ?? null,
    reasons,
  };
}

/** Since when obstacles are found, look by look: one that was not found at a look begins anew. */
export class ObstacleLooks {
  #since: ReadonlyMap<string, number> = new Map();
  /** Epoch ms since when each look found something that holds back every call; null: the last did not. */
  blockedSince: number | null = null;

  /** Takes the obstacles of a look at `at`, epoch ms. Answers since when each is found. */
  look(obstacles: readonly DialingObstacle[], at: number): (obstacle: DialingObstacle) => number | null {
    const since = new Map(obstacles.map((each) => [nameOf(each), this.#since.get(nameOf(each)) ?? at]));
    this.#since = since;
    this.blockedSince = obstacles.some(({ blocksAll }) => blocksAll) ? (this.blockedSince ?? at) : null;
    return (obstacle) => since.get(nameOf(obstacle)) ?? null;
  }
}

/** Limits are told apart; of the others the details change while the obstacle lasts. */
function nameOf({ kind, detail }: DialingObstacle): string {
  return kind === 'governor' ? `${kind} ${detail ?? ''}` : kind;
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
