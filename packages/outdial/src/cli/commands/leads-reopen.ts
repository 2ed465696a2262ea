/** `outdial leads reopen` and `outdial leads recycle`: closed leads are opened again. */
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { DEFAULT_DISPOSITIONS, countOf, defined } from '@outdial/core';
import { readLeadReferences, type LeadReference } from '@outdial/lists';
import { recycleLeads, type BarredBy } from '@outdial/store';
import { reopenCampaignLeads } from '../../leads/campaign-leads.js';
import { recycleByRules } from '../../leads/recycle-by-rules.js';
import { CommandError } from '../command-errors.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { CommandIo } from '../io.js';
import { listOfCampaign } from '../list-of-campaign.js';
import { reading } from '../outside-faults.js';
import type { LeadsRecycleGiven, LeadsReopenGiven } from '../syntax/list-commands.js';
import { withStore } from '../with-store.js';

/** `outdial leads reopen --file`. */
export async function reopenLeadsFromFile(io: CommandIo, options: LeadsReopenGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store, { file }) => {
    const path = resolve(io.cwd, options.file);
    const problems: string[] = [];
    const references = await reading(path, async () => {
      const found: LeadReference[] = [];
      const defaultCountry = file.lists[0]?.defaultCountry ?? file.countries[0] ?? 'US';
      const onUnreadable = ({ line, problem }: { readonly line: number; readonly problem: string }): void =>
        void problems.push(`  line ${line}: ${problem}\n`);
      for await (const reference of readLeadReferences(createReadStream(path), {
        defaultCountry,
        onUnreadable,
      }))
        found.push(reference);
      return found;
    });
    const done = await reopenCampaignLeads(store, file, references, options.why);
    io.out.write(
      `${countOf(done.references, 'reference')}: ${countOf(done.reopened, 'lead')} reopened, ` +
        `${done.open} were open already, ${stayClosed(done)}, ` +
        `${countOf(done.unknown, 'reference names', 'references name')} no lead, ` +
        `${countOf(problems.length, 'line')} cannot be used.\n`,
    );
    for (const problem of problems) io.out.write(problem);
    return done.reopened + done.open > 0 ? EXIT.done : EXIT.findings;
  });
}

/** Reasons for which a lead stays closed, in words. */
const BARRED: Readonly<Record<string, string>> = {
  'do-not-call': 'asked not to be called',
  cease: 'sent a cease letter',
  attorney: 'have an attorney',
  bankrupt: 'bankrupt',
  deceased: 'deceased',
  'wrong-number': 'have no right number',
  'no-number': 'have no open number',
};

/** "3 stay closed (2 asked not to be called, 1 deceased)". */
export function stayClosed(left: { readonly barred: number; readonly barredBy: BarredBy }): string {
  const { barred, barredBy } = left;
  const reasons = Object.entries(barredBy).map(([why, leads]) => `${leads} ${BARRED[why] ?? why}`);
  const stay = countOf(barred, 'stays', 'stay');
  return `${stay} closed${reasons.length === 0 ? '' : ` (${reasons.join(', ')})`}`;
}

const DAY_MS = 86_400_000;

/** `outdial leads recycle`: a count first, the change with --yes. */
export async function recycle(io: CommandIo, options: LeadsRecycleGiven): Promise<ExitCode> {
  if (options.rules) return recycleAsTheFileSays(io, options);
  if (options.disposition.length === 0) throw new CommandError('ending-missing', {});
  return withStore(io, options.campaign, async (store, { file }) => {
    const { list, olderThan, rounds, why: reason, yes } = options;
    const filter = {
      lists: list === undefined ? file.lists.map(({ id }) => id) : [listOfCampaign(file, list)],
      endings: options.disposition,
      ...defined({
        before: olderThan === undefined ? undefined : store.clock() - olderThan * DAY_MS,
        rounds,
      }),
    };
    const dispositions = (file.dispositions ?? DEFAULT_DISPOSITIONS).map(({ code }) => code);
    const done = await recycleLeads(store, filter, { reason, countOnly: !yes, dispositions });
    const { found, reopened } = done;
    const stay = stayClosed(done);
    io.out.write(
      yes
        ? `${countOf(found, 'closed lead')}: ${reopened} reopened, dialable at once; ${stay}.\n`
        : `${countOf(found, 'closed lead')}: ${reopened} can be reopened; ${stay}. ` +
            nothingChanged(reopened),
    );
    return found > 0 ? EXIT.done : EXIT.findings;
  });
}

function nothingChanged(reopened: number): string {
  return `Nothing was changed${reopened === 0 ? '.' : ': --yes opens them.'}\n`;
}

/** The rules of the campaign file: a line each. */
function recycleAsTheFileSays(io: CommandIo, { campaign, yes }: LeadsRecycleGiven): Promise<ExitCode> {
  return withStore(io, campaign, async (store, { file }) => {
    if (!file.leads.recycle) throw new CommandError('recycle-rules-missing', {});
    const reports = await recycleByRules(store, file, { countOnly: !yes });
    for (const { endings, found, ...done } of reports)
      io.out.write(
        `${endings.join(', ')}: ${found} closed leads, ` +
          `${done.reopened} ${yes ? 'reopened' : 'can be reopened'}; ${stayClosed(done)}.\n`,
      );
    const reopened = reports.reduce((sum, report) => sum + report.reopened, 0);
    if (!yes) io.out.write(nothingChanged(reopened));
    return reopened > 0 ? EXIT.done : EXIT.findings;
  });
}
