/** `outdial dnc opt-out` and `opt-in`: the company's own do-not-call list. */
import { resolve } from 'node:path';
import { countOf, isOutdialError } from '@outdial/core';
import { addDoNotCall, takeOffDoNotCall, type Store } from '@outdial/store';
import type { LoadedCampaign } from '../../campaign-file/read-campaign-file.js';
import { importDoNotCallFile } from '../../leads/import-do-not-call-file.js';
import { clockOfStops } from '../clock.js';
import { CommandError } from '../command-errors.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { CommandIo } from '../io.js';
import { numberFileText } from '../number-file-text.js';
import type { DncOptInGiven, DncOptOutGiven } from '../syntax/dnc-commands.js';
import { readPhone, readStoredPhone } from '../read-phone.js';
import { withStore } from '../with-store.js';

/**
 * `outdial dnc opt-out [number...]`: on the company's own list at once, in every campaign of the store, also
 * in running ones. Where one of the numbers is not valid, nothing is recorded.
 */
export async function optOut(io: CommandIo, options: DncOptOutGiven): Promise<ExitCode> {
  if (options.numbers.length === 0 && options.file === undefined)
    throw new CommandError('opt-out-without-number', {});
  const add = async (store: Store, { file }: LoadedCampaign): Promise<ExitCode> => {
    const [country] = file.countries;
    const phones = [...new Set(options.numbers.map((number) => readPhone(number, country)))];
    const fromFile =
      options.file === undefined ? NONE : await optOutFile(io, store, options, country ?? 'US');
    const { source } = options;
    const at = store.clock();
    const added = await addDoNotCall(
      store,
      phones.map((phone) => ({ phone, at, source })),
    );
    io.out.write(
      `${added + fromFile.added} of ${countOf(phones.length + fromFile.numbers, 'number')} newly on the ` +
        `company's ` +
        `do-not-call list; every campaign on this store leaves them alone from now on.\n`,
    );
    return fromFile.rejected > 0 ? EXIT.findings : EXIT.done;
  };
  return withStore(io, options.campaign, add, undefined, clockOfStops);
}

const NONE = { added: 0, numbers: 0, rejected: 0 };

async function optOutFile(
  io: CommandIo,
  store: Store,
  { file = '', source, partial: isPartial }: DncOptOutGiven,
  country: string,
): Promise<typeof NONE> {
  const path = resolve(io.cwd, file);
  const done = await importDoNotCallFile(store, path, { country, source, isPartial }).catch(
    (cause: unknown) => {
      if (!isOutdialError(cause) || cause.code !== 'do-not-call-not-whole') throw cause;
      throw new CommandError('opt-out-not-whole', { why: cause.what, advice: cause.remedy }, cause);
    },
  );
  io.out.write(`${numberFileText(file, done.report, done.rejectedFile)}\n`);
  return { added: done.added, numbers: done.report.numbers, rejected: done.report.rejected };
}

/** `outdial dnc opt-in <number>`: takes a mistaken entry off the company's list, and opens its leads. */
export async function optIn(io: CommandIo, options: DncOptInGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store, { file }) => {
    const phone = readStoredPhone(options.number, file.countries[0]);
    const { removed, reopened } = await takeOffDoNotCall(store, { phone }, options.why);
    if (!removed) {
      io.out.write("The number is not on the company's do-not-call list.\n");
      return EXIT.findings;
    }
    io.out.write(
      "Taken off the company's do-not-call list; the entry and its removal stay on record. " +
        `Leads opened again: ${reopened}. ` +
        'Leads of a person whom another request or fact bars stay closed.\n',
    );
    return EXIT.done;
  });
}
