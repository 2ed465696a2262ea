/** `outdial report`: the figures of a campaign in one of the formats. */
import { resolve } from 'node:path';
import { assertNever, defined } from '@outdial/core';
import type { LoadedCampaign } from '../../campaign-file/read-campaign-file.js';
import { composeReport } from '../../report/compose-report.js';
import { csvReport } from '../../report/csv-report.js';
import { htmlReport } from '../../report/html-report.js';
import { campaignFigures, type ReportNarrowing } from '../../report/campaign-figures.js';
import type { ReportFigures } from '../../report/gather-figures.js';
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
import { plainNumber } from '../syntax/plain-number.js';

/** `outdial report`. */
export async function report(io: CommandIo, options: ReportGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store, campaign) => {
    const figures = await campaignFigures(store, campaign, {
      ...rangeGiven(campaign, options),
      detectionErrorShare: shareOf(options.detectionErrors),
    });
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

/** What the command line narrows the report to. Dates are days of the agency; that of --to is included. */
function rangeGiven({ file }: LoadedCampaign, { from, to, list, agent }: ReportGiven): ReportNarrowing {
  if (list !== undefined) listOfCampaign(file, list);
  return defined({
    from: from === undefined ? undefined : boundOf(from, file.timeZone, 'begins'),
    to: to === undefined ? undefined : boundOf(to, file.timeZone, 'ends'),
    listId: list,
    agentId: agent,
  });
}

/** A share 0..1 given on the command line; null where none is. */
function shareOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const share = plainNumber(text);
  if (share >= 0 && share <= 1) return share;
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
