/** `outdial retention archive`: old history moves to tables of its own. */
import { archiveHistory, type ArchivedHistory } from '@outdial/store';
import { dayBegins } from '../../local-time/local-day.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { CommandIo } from '../io.js';
import { dayOf } from '../law-of-argument.js';
import type { RetentionArchiveGiven } from '../syntax/retention-commands.js';
import { withStore } from '../with-store.js';

/** `outdial retention archive`. */
export async function archive(io: CommandIo, options: RetentionArchiveGiven): Promise<ExitCode> {
  return withStore(
    io,
    options.campaign,
    async (store, { file }) => {
      const day = dayOf(options.before);
      const before = dayBegins(day, file.timeZone);
      const moved = await archiveHistory(store, { before, dryRun: !options.yes });
      io.out.write(options.yes ? movedText(day, moved) : wouldMove(day, moved));
      return EXIT.done;
    },
    options.by,
  );
}

function wouldMove(day: string, { attempts }: ArchivedHistory): string {
  return (
    `Would be moved: ${attempts} calls from before ${day}, with their decisions and the entries of the ` +
    'audit trail. Nothing was changed; --yes moves them.\n'
  );
}

function movedText(day: string, { attempts, decisions, records, entries }: ArchivedHistory): string {
  return (
    `Moved to the archive: ${attempts} calls from before ${day}, ${decisions} decisions, ` +
    `${records} records of decisions, ${entries} entries of the audit trail. ` +
    'Calls of leads that are still open stay.\n'
  );
}
