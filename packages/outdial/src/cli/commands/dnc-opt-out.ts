/** `outdial dnc opt-out` and `opt-in`: the company's own do-not-call list. */
import { addDoNotCall, removeDoNotCall } from '@outdial/store';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { CommandIo } from '../io.js';
import type { DncOptInGiven, DncOptOutGiven } from '../syntax/dnc-commands.js';
import { readPhone } from '../read-phone.js';
import { withStore } from '../with-store.js';

/**
 * `outdial dnc opt-out <number...>`: on the company's own list at once, in every campaign of the store, also
 * in running ones.
 */
export async function optOut(io: CommandIo, options: DncOptOutGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store, { file }) => {
    const phones = options.numbers.map((number) => readPhone(number, file.countries[0]));
    const added = await addDoNotCall(
      store,
      phones.map((phone) => ({ phone, at: store.clock(), source: options.source })),
    );
    io.out.write(
      `${added} of ${phones.length} numbers newly on the company's do-not-call list; ` +
        `every campaign on this store leaves them alone from now on.\n`,
    );
    return EXIT.done;
  });
}

/** `outdial dnc opt-in <number>`: takes a mistaken entry off the company's list. */
export async function optIn(io: CommandIo, options: DncOptInGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store, { file }) => {
    const removed = await removeDoNotCall(
      store,
      { phone: readPhone(options.number, file.countries[0]) },
      options.why,
    );
    io.out.write(
      removed
        ? "Taken off the company's do-not-call list, journaled. Leads that were closed " +
            'stay closed: import them again.\n'
        : "The number is not on the company's do-not-call list.\n",
    );
    return removed ? EXIT.done : EXIT.findings;
  });
}
