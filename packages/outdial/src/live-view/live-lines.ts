import { isoInstant, utcText } from '@outdial/core';
import type { CampaignStatistics } from '@outdial/core';
import { cellText, durationText } from '../report/document.js';

const BAR_CELLS = 28;

/**
 * The live view as lines of text: progress, rates, agents, abandonment against its limits. Fits 78 columns.
 */
export function liveLines(statistics: CampaignStatistics, name: string): readonly string[] {
  const { supply, agents } = statistics;
  const share = (value: number): string => cellText(value, 'share');
  return [
    `${name}  ${statistics.mode}, ${statistics.state}  ${utcText(statistics.at, 'second')} UTC`,
    `leads      ${progress(statistics.penetration)}  ${supply ? `${supply.attempted} of ${supply.total} attempted, ${supply.dialableNow} dialable now` : 'counting'}`,
    `calls      ${statistics.dials} dialed, ${statistics.callsInFlight} in flight, ${statistics.callsWithAgents} with agents, answer rate ${share(statistics.answerRate)}`,
    `answers    ${statistics.liveAnswers} live, ${statistics.connected} connected, ${statistics.abandoned} abandoned, ${statistics.reneged} reneged, ${statistics.machines} machines`,
    `agents     ${agents.talking} talking, ${agents['wrap-up']} wrapping up, ${agents.ready} ready, ${agents.reserved} reserved, ${agents.paused + agents.pausing} paused`,
    `           occupancy ${share(statistics.occupancy)}, wait ${durationText(statistics.meanWait)}, answer to bridge ${durationText(statistics.connectTime.mean)} mean, ${durationText(statistics.connectTime.p95)} p95`,
    ...statistics.abandonment.map(
      (limit) =>
        `abandoned  ${share(limit.rate)} of ${share(limit.limit)} allowed (${limit.abandoned} of ${limit.liveAnswers}, ${limit.limitId})${limit.spent ? '  SPENT: one call per reserved agent' : ''}`,
    ),
    ...(supply
      ? supply.waiting
          .slice(0, 3)
          .map(
            (wait) =>
              `waiting    ${wait.count} ${wait.reason}${wait.nextAt === null ? '' : `, from ${utcText(wait.nextAt, 'minute')} UTC`}`,
          )
      : []),
  ];
}

/** The live view as one line, for output that is no terminal. */
export function plainLine(statistics: CampaignStatistics): string {
  const rate = statistics.liveAnswers === 0 ? 0 : statistics.abandoned / statistics.liveAnswers;
  return [
    isoInstant(statistics.at, 'second'),
    statistics.state,
    `dials=${statistics.dials}`,
    `inFlight=${statistics.callsInFlight}`,
    `live=${statistics.liveAnswers}`,
    `connected=${statistics.connected}`,
    `abandoned=${statistics.abandoned} (${cellText(rate, 'share')})`,
    `agents=${statistics.agents.talking}+${statistics.agents['wrap-up']}+${statistics.agents.ready} talking+wrapping+ready`,
    `occupancy=${cellText(statistics.occupancy, 'share')}`,
    ...(statistics.supply ? [`dialable=${statistics.supply.dialableNow}`] : []),
  ].join(' ');
}

function progress(share: number | null): string {
  const filled = Math.round((share ?? 0) * BAR_CELLS);
  return `[${'#'.repeat(filled)}${'.'.repeat(BAR_CELLS - filled)}] ${cellText(share, 'share')}`;
}
