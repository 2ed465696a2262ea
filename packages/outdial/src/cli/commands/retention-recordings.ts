/** `outdial retention recordings`: removes the files of recordings whose time is over. */
import { localDate } from '../../local-time/local-day.js';
import { rm } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import { countOf, defined } from '@outdial/core';
import { forgetRecordings, readRecordingsBefore, type OldRecording } from '@outdial/store';
import { loadFlows } from '../../campaign-file/load-flows.js';
import { createCampaignCompliance } from '../../gate/campaign-compliance.js';
import { recordingPeriod, type RecordingPeriod } from '../../retention/recording-period.js';
import { CommandError } from '../command-errors.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { CommandIo } from '../io.js';
import type { RetentionRecordingsGiven } from '../syntax/retention-commands.js';
import { withStore } from '../with-store.js';

/** What became of the files. */
interface Removal {
  /** Files that are gone: removed now, or not there any more. */
  gone: number;
  held: number;
  /** Files that could not be removed: they are tried again by the next run. */
  readonly failed: string[];
}

/** `outdial retention recordings`. */
export async function removeRecordings(io: CommandIo, options: RetentionRecordingsGiven): Promise<ExitCode> {
  return withStore(
    io,
    options.campaign,
    async (store, campaign) => {
      const { file } = campaign;
      const law = createCampaignCompliance(file, await loadFlows(campaign));
      const at = store.clock();
      const period = recordingPeriod(file, law, { at, ...defined({ days: options.days }) });
      if (period.days === null || period.before === null)
        throw new CommandError('recordings-without-period', {});
      const { telephony } = file;
      if (telephony.kind !== 'asterisk' || telephony.recordingsDirectory === undefined)
        throw new CommandError('recordings-without-directory', {});
      const directory = resolve(io.cwd, telephony.recordingsDirectory);

      const reason = `older than ${countOf(period.days, 'day')} (${rulesText(period) || 'own period'})`;
      const removal: Removal = { gone: 0, held: 0, failed: [] };
      const old = readRecordingsBefore(store, { campaignId: file.id, before: period.before });
      for await (const { free, held } of old) {
        removal.held += held;
        const gone = options.yes ? await removeFiles(directory, free, removal) : free;
        // A file goes before its row: what is named may be gone, and nothing is left that nobody names.
        if (options.yes)
          await forgetRecordings(
            store,
            gone.map(({ recordingId }) => recordingId),
            { campaignId: file.id, reason },
          );
        removal.gone += gone.length;
      }
      const { before } = period;
      io.out.write(periodText(period, { before, timeZone: campaign.file.timeZone }));
      io.out.write(removalText(removal, options.yes !== true));
      for (const problem of removal.failed) io.err.write(`${problem}\n`);
      return removal.failed.length > 0 ? EXIT.findings : EXIT.done;
    },
    options.by,
  );
}

/** Those whose files are gone now. */
async function removeFiles(
  directory: string,
  recordings: readonly OldRecording[],
  { failed }: Removal,
): Promise<readonly OldRecording[]> {
  const gone: OldRecording[] = [];
  for (const recording of recordings) {
    const problem = await removeFile(directory, recording);
    if (problem === null) gone.push(recording);
    else failed.push(problem);
  }
  return gone;
}

/** Null: the file is gone. A file that was not there is. */
async function removeFile(
  directory: string,
  { recordingId, location }: OldRecording,
): Promise<string | null> {
  if (location === null) return null;
  const path = resolve(directory, location);
  const inside = relative(directory, path);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside))
    return `${recordingId}: its file is not in the directory of recordings; remove it yourself: ${location}`;
  try {
    await rm(path, { force: true });
    return null;
  } catch (error) {
    return `${recordingId}: its file stays: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function rulesText({ duties }: RecordingPeriod): string {
  return duties.map(({ rule }) => rule).join(', ');
}

function periodText(
  { days, duties }: RecordingPeriod,
  { before, timeZone }: { readonly before: number; readonly timeZone: string },
): string {
  const asked = duties.map(({ rule, years, what }) => `  ${rule}: ${years} years: ${what}\n`).join('');
  return (
    `Kept: recordings of the last ${String(days)} days, since ${localDate(before, timeZone)}.\n` +
    (asked === '' ? '' : `Longer than your own period, as the law asks:\n${asked}`)
  );
}

function removalText({ gone, held, failed }: Removal, isDry: boolean): string {
  const kept = held === 0 ? '' : ` ${held} are of persons under a legal hold and stay.`;
  if (isDry)
    return (
      `Would be removed: ${countOf(gone, 'recording')}.${kept} Nothing was changed; --yes removes ` +
      `them.\n`
    );
  const stayed = failed.length === 0 ? '' : ` ${failed.length} could not be removed.`;
  return `Removed: ${countOf(gone, 'recording')}.${kept}${stayed}\n`;
}
