/** `outdial rules export`: the table of law as JSON. */
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { countOf } from '@outdial/core';
import { outputStream } from '@outdial/lists';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { writeData } from '../guarded-io.js';
import type { CommandIo } from '../io.js';
import { lawOfArgument } from '../law-of-argument.js';
import { writing } from '../outside-faults.js';
import type { RulesExportGiven } from '../syntax/rules-commands.js';

/** `outdial rules export`. */
export async function exportRules(io: CommandIo, options: RulesExportGiven): Promise<ExitCode> {
  const table = await lawOfArgument(io, options.version);
  const text = `${JSON.stringify(table, null, 1)}\n`;
  if (options.out === undefined) {
    writeData(io.out, text);
    return EXIT.done;
  }
  const path = resolve(io.cwd, options.out);
  await writing(path, () => pipeline(Readable.from([text]), outputStream(path, { inputs: [] })));
  io.out.write(`${countOf(table.rules.length, 'rule')} of version ${table.version} written to ${path}\n`);
  return EXIT.done;
}
