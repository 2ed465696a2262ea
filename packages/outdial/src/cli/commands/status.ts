/** `outdial status`: the present state of a campaign, from its store. */
import { codeWords } from '../../report/code-words.js';
import {
  countLeads,
  readKillSwitch,
  readStanding,
  type CampaignStanding,
  type KillSwitch,
  type ListCount,
} from '@outdial/store';
import { countOf, defined, metricValue } from '@outdial/core';
import type { LoadedCampaign } from '../../campaign-file/read-campaign-file.js';
import { loadFlows } from '../../campaign-file/load-flows.js';
import { toSchedule } from '../../campaign-file/schedule-settings.js';
import { loadSelection } from '../../campaign-file/load-selection.js';
import type { CampaignFile } from '../../campaign-file/types.js';
import { readConsentEnds } from '../../doctor/check-consents.js';
import { explainObstacles } from '../../dialer/explain.js';
import { holdsInForce, registrationHolds } from '../../gate/expired-registrations.js';
import { endedConsents } from '../../gate/held-calls.js';
import { foreseenObstacles } from '../../dialer/explain-at.js';
import { createCampaignCompliance, type CampaignCompliance } from '../../gate/campaign-compliance.js';
import { instantText } from '../../local-time/instant-in-zone.js';
import { countedLeads } from '../../report/counted-leads.js';
import { cellText } from '../../report/document.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { CommandIo } from '../io.js';
import type { StatusGiven } from '../syntax/reading-commands.js';
import { withStore } from '../with-store.js';

/** `outdial status`: what the store knows of the campaign right now. */
export async function status(io: CommandIo, options: StatusGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store, campaign) => {
    const { file } = campaign;
    const law = await lawOf(campaign);
    const killSwitch = await readKillSwitch(store);
    const selection = await loadSelection(campaign);
    const report = await readStanding(store, file.id, countedLeads(file, law, selection));
    const { lists } = await countLeads(store, {
      lists: file.lists.map(({ id }) => id),
      ...defined({ filter: selection.filter }),
    });
    const at = store.clock();
    const ended = report.supply.waiting.some(({ reason }) => reason.startsWith('refused'))
      ? [
          ...holdsInForce(registrationHolds(file.compliance.registrations), at),
          ...endedConsents((await readConsentEnds(store, file, at)).ended),
        ]
      : [];
    const why = whyNothing(report, { file, law, at, killed: killSwitch.on, ended });
    const text = options.json
      ? `${JSON.stringify(
          { ...statusFields(file, killSwitch, report, why), lists: lists.map(listFields) },
          null,
          2,
        )}\n`
      : `${statusLines(file, killSwitch, { report, lists }, why).join('\n')}\n`;
    io.out.write(text);
    return EXIT.done;
  });
}

async function lawOf(campaign: LoadedCampaign): Promise<CampaignCompliance> {
  return createCampaignCompliance(campaign.file, await loadFlows(campaign));
}

/**
 * Why no call could be placed, as far as the store and the file say: kill switch, interlock, leads. Whether
 * agents are logged in and telephony is connected is known to the running campaign alone.
 */
function whyNothing(
  { supply }: CampaignStanding,
  {
    file,
    law,
    at,
    killed,
    ended,
  }: {
    readonly file: CampaignFile;
    readonly law: CampaignCompliance;
    readonly at: number;
    readonly killed: boolean;
    readonly ended: readonly string[];
  },
): string | null {
  if (killed) return 'No call can be placed now: the kill switch is on.';
  const { allowList, timeZone } = file;
  const notLive = {
    kind: 'not-live' as const,
    blocksAll: allowList.length === 0,
    until: null,
    detail: null,
  };
  const manual = { kind: 'manual-mode' as const, blocksAll: true, until: null, detail: null };
  const known = [...(file.live ? [] : [notLive]), ...(file.mode === 'manual' ? [manual] : [])];
  const obstacles = foreseenObstacles(known, { supply, schedule: toSchedule(file) }, at);
  const zonesOf = (place: string, instant: number): readonly string[] => law.zonesOf(place, instant);
  const facts = { at, settings: { allowList }, supply, abandonment: [], timeZone, zonesOf, ended };
  return explainObstacles(obstacles, facts).sentence;
}

/** The status for programs. */
function statusFields(
  file: CampaignFile,
  killSwitch: KillSwitch,
  report: CampaignStanding,
  why: string | null,
): Readonly<Record<string, unknown>> {
  return {
    campaignId: file.id,
    mode: file.mode,
    live: file.live,
    killSwitch,
    attemptsOpen: report.open,
    attempts: report.attempts,
    liveAnswers: report.liveAnswers,
    connected: report.connected,
    abandoned: report.abandoned,
    abandonmentRate: report.abandonmentRate,
    penetration: report.penetration,
    supply: report.supply,
    why,
  };
}

/** A list for programs. `filtered`: open leads that the filter leaves out. */
function listFields({
  listId,
  leads,
  open,
  called,
  takenOpen,
}: ListCount): Readonly<Record<string, unknown>> {
  const penetration = metricValue('penetration', { attemptedLeads: called, leads });
  return { listId, leads, open, called, penetration, filtered: open - takenOpen };
}

function listLine({ listId, leads, open, called, takenOpen }: ListCount): string {
  const penetration = metricValue('penetration', { attemptedLeads: called, leads });
  const filtered = open === takenOpen ? '' : `, ${open - takenOpen} of the open ones filtered`;
  return (
    `list          ${listId}: ${countOf(leads, 'lead')}, ${called} called ` +
    `(${cellText(penetration, 'share')}), ` +
    `${open} open${filtered}`
  );
}

/** The status for people. */
function statusLines(
  file: CampaignFile,
  killSwitch: KillSwitch,
  { report, lists }: { readonly report: CampaignStanding; readonly lists: readonly ListCount[] },
  why: string | null,
): readonly string[] {
  const { supply } = report;
  const instant = (at: number): string => instantText(at, file.timeZone);
  return [
    `${file.name} (${file.id}): ` +
      `${file.mode}${file.live ? '' : ', not live: only the allow-list is dialed'}`,
    killSwitch.on
      ? `kill switch   ON since ${instant(killSwitch.at)}: ${killSwitch.reason}`
      : 'kill switch   off',
    `calls         ${report.open} open, ${countOf(report.attempts, 'attempt')} so far, ` +
      `${report.connected} connected`,
    `abandonment   ${cellText(report.abandonmentRate, 'share')} ` +
      `(${report.abandoned} of ${report.liveAnswers} live answers)`,
    `leads         ${supply.total} in all, ${supply.attempted} attempted ` +
      `(${cellText(report.penetration, 'share')}), ${supply.dialableNow} dialable now`,
    ...lists.map(listLine),
    ...supply.waiting.map(
      (wait) =>
        `  ${String(wait.count).padStart(9)}   ` +
        `${codeWords(wait.reason)}${wait.nextAt === null ? '' : `, from ${instant(wait.nextAt)}`}`,
    ),
    ...(why === null ? [] : [why]),
  ];
}
