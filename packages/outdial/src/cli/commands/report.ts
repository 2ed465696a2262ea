/** `outdial report`: the figures of a campaign in one of the formats. */
import { resolve } from 'node:path';
import { assertNever, defined, type CampaignSettings } from '@outdial/core';
import type { ReportRange, Store } from '@outdial/store';
import { loadFlows } from '../../campaign-file/load-flows.js';
import type { LoadedCampaign } from '../../campaign-file/read-campaign-file.js';
import { toSettings } from '../../campaign-file/to-settings.js';
import { createCampaignCompliance, type CampaignCompliance } from '../../gate/campaign-compliance.js';
import { firstAttemptAt } from '../../records/first-attempt.js';
import { composeReport } from '../../report/compose-report.js';
import { countedLeads } from '../../report/counted-leads.js';
import { csvReport } from '../../report/csv-report.js';
import { htmlReport } from '../../report/html-report.js';
import { gatherFigures, type ReportFigures } from '../../report/gather-figures.js';
import { terminalReport } from '../../report/terminal-report.js';
import { boundOf } from '../clock.js';
import { CommandError } from '../command-errors.js';
import { listOfCampaign } from '../list-of-campaign.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { writeData } from '../guarded-io.js';
import type { CommandIo } from '../io.js';
import type { ReportFormat, ReportGiven } from '../syntax/reading-commands.js';
import { withStore } from '../with-store.js';
import { writeOutput } from '../write-output.js';

/** `outdial report`. */
export async function report(io: CommandIo, options: ReportGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store, campaign) => {
    const figures = await campaignFigures(store, campaign, rangeGiven(campaign, options), options);
    const text = reportText(figures, options.format);
    if (options.out === undefined) {
      if (options.format === 'table') io.out.write(text);
      else writeData(io.out, text);
      return EXIT.done;
    }
    const path = resolve(io.cwd, options.out);
    await writeOutput(path, campaign, [text]);
    io.out.write(`Report written to ${path}\n`);
    return EXIT.done;
  });
}

/** Any instant: the place of a number does not change with time. */
const REPORTED_PLACES_AT = 0;

type GivenRange = Pick<ReportRange, 'from' | 'to' | 'listId' | 'agentId'>;

/** What the command line narrows the report to. Dates are days of the agency; that of --to is included. */
function rangeGiven({ file }: LoadedCampaign, { from, to, list, agent }: ReportGiven): GivenRange {
  if (list !== undefined) listOfCampaign(file, list);
  return defined({
    from: from === undefined ? undefined : boundOf(from, file.timeZone, 'begins'),
    to: to === undefined ? undefined : boundOf(to, file.timeZone, 'ends'),
    listId: list,
    agentId: agent,
  });
}

/** The figures of a campaign, by the limits that the law had at each of its calls. */
export async function campaignFigures(
  store: Store,
  campaign: LoadedCampaign,
  given: GivenRange = {},
  { detectionErrors }: { readonly detectionErrors?: string | undefined } = {},
): Promise<ReportFigures> {
  const flows = await loadFlows(campaign);
  const now = store.clock();
  const law = createCampaignCompliance(campaign.file, flows);
  const firstCallAt = (await firstAttemptAt(store, campaign.file.id)) ?? now;
  const limitsAt = (at: number): CampaignSettings['limits'] =>
    toSettings(campaign.file, flows, law.duties(at, firstCallAt)).limits;
  const { campaignId, dispositions } = toSettings(campaign.file, flows, law.duties(now, firstCallAt));
  return gatherFigures(store, {
    campaignId,
    name: campaign.file.name,
    limitsAt,
    dispositions,
    regulators: {
      limitsAt: (at) => law.duties(at, firstCallAt).regulators,
      placesOf: placesOfNumber(law),
      detectionErrorShare: shareOf(detectionErrors),
    },
    timeZone: campaign.file.timeZone,
    range: { ...countedLeads(campaign.file, law), ...serviceLevelOf(campaign), ...given },
  });
}

function serviceLevelOf({ file: { inbound } }: LoadedCampaign): Pick<ReportRange, 'serviceLevelMs'> {
  return inbound ? { serviceLevelMs: inbound.serviceLevelSeconds * 1000 } : {};
}

/** The jurisdictions of a number, by its country and area code. */
function placesOfNumber({ compliance, facts }: CampaignCompliance): (phone: string) => readonly string[] {
  const campaign = { ...facts, mode: 'manual', voice: 'live' } as const;
  return (phone) =>
    compliance.evaluate({ at: REPORTED_PLACES_AT, lead: { phone }, campaign, history: [] }).jurisdictions;
}

/** A share 0..1 given on the command line; null where none is. */
function shareOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const share = Number(text);
  if (text.trim() !== '' && share >= 0 && share <= 1) return share;
  throw new CommandError('share-unreadable', { text });
}

/** The report in one of its formats. */
export function reportText(figures: ReportFigures, format: ReportFormat): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(figures, null, 2)}\n`;
    case 'csv':
      return csvReport(composeReport(figures));
    case 'html':
      return htmlReport(composeReport(figures));
    case 'table':
      return terminalReport(composeReport(figures));
    default:
      return assertNever(format, 'format of a report');
  }
}
