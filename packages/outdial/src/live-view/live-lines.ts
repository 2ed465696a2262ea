/** The figures of a running campaign as lines of text. */
import { localInstant } from '../local-time/local-time.js';
import { titleOfRule } from '../gate/rule-title.js';
import { isoInstant } from '@outdial/core';
import type { CampaignStatistics } from '@outdial/core';
import { instantText, UTC, zonedText, zoneName } from '../local-time/instant-in-zone.js';
import { cellText, durationText } from '../report/document.js';

const BAR_CELLS = 28;
/** Reasons of waiting leads that are shown. */
const WAITING_SHOWN = 3;

/** What the live view shows besides the figures. */
export interface LiveContext {
  readonly name: string;
  /** IANA name of the zone that instants are shown in. */
  readonly timeZone: string;
  /** Why no call can be placed, in one sentence; null while one can. */
  readonly why: string | null;
}

const WIDTH = 78;

/**
 * The live view as lines of text: progress, rates, agents, abandonment against its limits, and why no call
 * can be placed. Fits 78 columns.
 */
export function liveLines(
  statistics: CampaignStatistics,
  { name, timeZone, why }: LiveContext,
): readonly string[] {
  const { supply, agents } = statistics;
  const share = (value: number): string => cellText(value, 'share');
  return [
    `${name}  ${statistics.mode}, ${statistics.state}  ` +
      `${zonedText(statistics.at, timeZone, 'second')} ${zoneName(timeZone)}`,
    ...(why === null ? [] : wrapped(why)),
    `leads      ${progress(statistics.penetration)}  ${supplyText(statistics)}`,
    `calls      ${statistics.dials} dialed, ${statistics.callsInFlight} in flight, ` +
      `${statistics.callsWithAgents} with agents, answer rate ${share(statistics.answerRate)}`,
    `answers    ${statistics.liveAnswers} live, ${statistics.connected} connected, ` +
      `${statistics.abandoned} abandoned, ${statistics.reneged} reneged, ${statistics.machines} machines`,
    `agents     ${agents.talking} talking, ${agents['wrap-up']} wrapping up, ` +
      `${agents.ready} ready, ${agents.reserved} reserved, ${agents.paused + agents.pausing} paused`,
    `           occupancy ${share(statistics.occupancy)}, wait ` +
      `${durationText(statistics.meanWait)}, answer to bridge ` +
      `${durationText(statistics.connectTime.mean)} mean, ${durationText(statistics.connectTime.p95)} p95`,
    ...callerLines(statistics),
    ...statistics.abandonment.flatMap((limit) => [
      `abandoned  ${share(limit.rate)} of ${share(limit.limit)} allowed ` +
        `(${limit.abandoned} of ${limit.liveAnswers}, ` +
        `${limit.limitId})${limit.spent ? '  SPENT: one call per reserved agent' : ''}`,
      ...titleLines(limit.limitId),
    ]),
    ...(supply?.waiting ?? []).slice(0, WAITING_SHOWN).map(({ count, reason, nextAt }) => {
      const from = nextAt === null ? '' : `, from ${instantText(nextAt, timeZone)}`;
      return `waiting    ${count} ${reason}${from}`;
    }),
  ];
}

/** Callers: who waits, and how well they are served. None where nobody has called. */
function callerLines({ inbound }: CampaignStatistics): readonly string[] {
  const { arrived, waiting, longestWaitMs, served, serviceLevel, lostInQueue } = inbound;
  if (arrived === 0) return [];
  const longest = longestWaitMs === null ? '' : `, longest ${durationText(longestWaitMs)}`;
  return [
    `callers    ${waiting} waiting${longest}, ${served} of ${arrived} served, ` +
      `service level ${cellText(serviceLevel, 'share')}, lost ${cellText(lostInQueue, 'share')}`,
  ];
}

/** A sentence in lines that fit the view. */
function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}

/** The title of the rule that sets a limit; none where the limit is the campaign's own. */
function titleLines(limitId: string): readonly string[] {
  const title = titleOfRule(limitId);
  return title === undefined ? [] : [`           ${title}`];
}

function supplyText({ supply }: CampaignStatistics): string {
  if (supply === null) return 'counting';
  return `${supply.attempted} of ${supply.total} attempted, ${supply.dialableNow} dialable now`;
}

/** The live view as one line, for output that is not a terminal: '2026-06-10T13:00:02-04:00 running ...'. */
export function plainLine(statistics: CampaignStatistics, timeZone: string): string {
  const { agents } = statistics;
  const rate = statistics.liveAnswers === 0 ? 0 : statistics.abandoned / statistics.liveAnswers;
  return [
    timeZone === UTC ? isoInstant(statistics.at, 'second') : localInstant(statistics.at, timeZone),
    statistics.state,
    `dials=${statistics.dials}`,
    `inFlight=${statistics.callsInFlight}`,
    `live=${statistics.liveAnswers}`,
    `connected=${statistics.connected}`,
    `abandoned=${statistics.abandoned} (${cellText(rate, 'share')})`,
    `agents=${agents.talking}+${agents['wrap-up']}+${agents.ready} talking+wrapping+ready`,
    `occupancy=${cellText(statistics.occupancy, 'share')}`,
    ...(statistics.inbound.arrived > 0 ? [`callersWaiting=${statistics.inbound.waiting}`] : []),
    ...(statistics.supply ? [`dialable=${statistics.supply.dialableNow}`] : []),
  ].join(' ');
}

function progress(share: number | null): string {
  const filled = Math.round((share ?? 0) * BAR_CELLS);
  return `[${'#'.repeat(filled)}${'.'.repeat(BAR_CELLS - filled)}] ${cellText(share, 'share')}`;
}
