/** `outdial retention`: what is kept and what is erased, by the periods of the law and on request. */
import { countOf } from '@outdial/core';
import { localDate } from '../../local-time/local-day.js';
import {
  erasePersons,
  readCampaigns,
  readLastCallAt,
  readPersonsBefore,
  type EraseOptions,
  type Erasure,
  type Store,
} from '@outdial/store';
import { loadFlows } from '../../campaign-file/load-flows.js';
import type { LoadedCampaign } from '../../campaign-file/read-campaign-file.js';
import { createCampaignCompliance } from '../../gate/campaign-compliance.js';
import { retentionPeriod, type RetentionPeriod } from '../../retention/retention-period.js';
import { CommandError } from '../command-errors.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { readSubject } from '../fact-values.js';
import type { CommandIo } from '../io.js';
import type {
  RetentionApplyGiven,
  RetentionEraseGiven,
  RetentionPlanGiven,
} from '../syntax/retention-commands.js';
import { withStore } from '../with-store.js';

/** `outdial retention plan`. */
export async function planRetention(io: CommandIo, options: RetentionPlanGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store, campaign) => {
    const period = await periodOf(store, campaign, options.years);
    const erasure = await eraseOld(store, period, { reason: 'plan', isWhole: true, dryRun: true });
    if (options.json) io.out.write(`${JSON.stringify({ period, erasure }, null, 2)}\n`);
    else io.out.write(`${periodText(period, campaign.file.timeZone)}${erasureText(erasure, true)}`);
    return EXIT.done;
  });
}

/** `outdial retention apply`. */
export async function applyRetention(io: CommandIo, options: RetentionApplyGiven): Promise<ExitCode> {
  return withStore(
    io,
    options.campaign,
    async (store, campaign) => {
      const period = await periodOf(store, campaign, options.years);
      if (period.years === null) throw new CommandError('retention-without-period', {});
      const reason = `older than ${period.years} years (${rulesText(period) || 'own period'})`;
      const erasure = await eraseOld(store, period, { reason, isWhole: true, dryRun: !options.yes });
      io.out.write(`${periodText(period, campaign.file.timeZone)}${erasureText(erasure, !options.yes)}`);
      return EXIT.done;
    },
    options.by,
  );
}

async function periodOf(
  store: Store,
  campaign: LoadedCampaign,
  years: number | undefined,
): Promise<RetentionPeriod> {
  const law = createCampaignCompliance(campaign.file, await loadFlows(campaign));
  const campaigns = await readCampaigns(store);
  return retentionPeriod(campaign.file, law, { at: store.clock(), years, campaigns });
}

async function eraseOld(store: Store, { before }: RetentionPeriod, options: EraseOptions): Promise<Erasure> {
  const persons: string[] = [];
  if (before !== null) for await (const page of readPersonsBefore(store, before)) persons.push(...page);
  return erasePersons(store, persons, options);
}

function periodText({ years, before, duties, others }: RetentionPeriod, timeZone: string): string {
  const rules = duties.map(
    ({ rule, country, years: asked, what }) => `  ${country} ${rule}: ${asked} years: ${what}\n`,
  );
  const period =
    years === null || before === null
      ? 'No law that is known asks for a period; name one with --years.'
      : `Kept: everything of the last ${years} years, since ${localDate(before, timeZone)}. ` +
        'A person goes when everything of theirs is older and no lead of theirs is open.';
  const named = others.map(({ campaignId, purpose }) => `${campaignId} (${purpose ?? 'any purpose'})`);
  const also =
    named.length === 0
      ? ''
      : `Other campaigns of this store, in any country: ${named.join(', ')}. Their periods count, too.\n`;
  return `${also}${rules.length === 0 ? '' : `What the law asks to keep:\n${rules.join('')}`}${period}\n`;
}

function erasureText(erasure: Erasure, isDry: boolean): string {
  const counts =
    `${countOf(erasure.persons, 'person')}, ${countOf(erasure.leads, 'lead')}, ` +
    `${countOf(erasure.calls, 'call')}, ` +
    `${countOf(erasure.records, 'record')} of decisions, ${countOf(erasure.answers, 'answer')}, ` +
    `${countOf(erasure.consents, 'consent')}, ${countOf(erasure.facts, 'fact')}, ` +
    countOf(erasure.contacts, 'contact');
  const held = erasure.held === 0 ? '' : ` Under a legal hold, and kept: ${countOf(erasure.held, 'person')}.`;
  if (isDry) return `Would be erased: ${counts}.${held} Nothing was changed; --yes erases.\n`;
  const names = erasure.recordings.map((name) => `  ${name}\n`).join('');
  const files = names === '' ? '' : `Recordings to remove yourself:\n${names}`;
  return (
    `Erased: ${counts}.${held}\nStays: entries of the do-not-call list, the figures of calls, and the ` +
    `audit trail, which holds ids and digests.\n${files}`
  );
}

/** `outdial retention erase`. */
export async function erasePerson(io: CommandIo, options: RetentionEraseGiven): Promise<ExitCode> {
  return withStore(
    io,
    options.campaign,
    async (store, campaign) => {
      const subject = await readSubject(store, options.who, campaign.file.countries[0]);
      const period = await periodOf(store, campaign, options.years);
      const personIds = subject.persons.map(({ personId }) => personId);
      const last = await readLastCallAt(store, personIds);
      const isWhole = last === null || period.before === null || last < period.before;
      const { why: reason } = options;
      const erasure = await erasePersons(store, personIds, { reason, isWhole, dryRun: !options.yes });
      io.out.write(erasureText(erasure, !options.yes));
      if (!isWhole && last !== null)
        io.out.write(
          `Calls, decisions and consent stay, as the law asks: ${rulesText(period)}; ` +
            `the last call was on ${localDate(last, campaign.file.timeZone)}, ` +
            `the period is ${period.years} years.\n`,
        );
      return erasure.held > 0 ? EXIT.refused : EXIT.done;
    },
    options.by,
  );
}

function rulesText({ duties }: RetentionPeriod): string {
  return duties.map(({ rule }) => rule).join(', ');
}
