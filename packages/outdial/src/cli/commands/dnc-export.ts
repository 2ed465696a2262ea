/** `outdial dnc export`: the numbers of the company's own list, for a new database or another system. */
import { resolve } from 'node:path';
import { countOf, utcText } from '@outdial/core';
import { writeCsvRow } from '@outdial/lists';
import { readDoNotCall, type Store } from '@outdial/store';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { writeData } from '../guarded-io.js';
import type { CommandIo } from '../io.js';
import type { DncExportGiven } from '../syntax/dnc-commands.js';
import { withStore } from '../with-store.js';
import { writeOutput } from '../write-output.js';

const HEADER = ['phone', 'requested at', 'scope', 'source', 'person'];

/** Writes CSV that `dnc opt-out --file` and `dnc build` read. */
export async function exportDoNotCall(io: CommandIo, options: DncExportGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store, campaign) => {
    const counts = { numbers: 0, withoutNumber: 0 };
    const text = linesOf(store, counts);
    if (options.out !== undefined) await writeOutput(resolve(io.cwd, options.out), campaign, text);
    else
      for await (const part of text) {
        if (io.out.isClosed === true) break;
        writeData(io.out, part);
      }
    io.err.write(
      `${countOf(counts.numbers, 'number')} of the company's do-not-call list` +
        (counts.withoutNumber === 0
          ? '\n'
          : `; ${countOf(counts.withoutNumber, 'person on it has', 'persons on it have')} no number in ` +
            `this store: ` +
            'leave them out of new lists by their key\n'),
    );
    return EXIT.done;
  });
}

async function* linesOf(
  store: Store,
  counts: { numbers: number; withoutNumber: number },
): AsyncGenerator<string> {
  yield writeCsvRow(HEADER);
  for await (const { numbers, withoutNumber } of readDoNotCall(store)) {
    counts.numbers += numbers.length;
    counts.withoutNumber += withoutNumber;
    yield numbers
      .map(({ phone, at, scope, source, isOfPerson }) =>
        writeCsvRow([phone, utcText(at, 'second'), scope, source, isOfPerson ? 'yes' : '']),
      )
      .join('');
  }
}
