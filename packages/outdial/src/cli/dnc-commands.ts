import { InvalidArgumentError, type Command } from 'commander';
import { CAMPAIGN_OPTION, type End } from './command-options.js';
import type { CommandIo } from './io.js';

const COUNTRY_OPTION = [
  '--country <code>',
  'country of numbers written without a country code',
  countryCode,
  'US',
] as const;

/** `outdial dnc`: do-not-call lists as set files, and the company's own opt-outs. */
export function addDncCommands(program: Command, io: CommandIo, end: End): void {
  const dnc = program
    .command('dnc')
    .description('do-not-call lists: build, merge and look at set files; opt numbers out');
  dnc
    .command('build <set> <files...>')
    .description(
      "make a set file of lists of numbers (one a line, or '201,5551234', or CSV; .gz too); name it .gz to compress it",
    )
    .requiredOption('--source <words>', "where the list comes from, for refusals, e.g. 'FTC registry'")
    .requiredOption('--date <date>', 'day on which the list was obtained, YYYY-MM-DD')
    .option(...COUNTRY_OPTION)
    .action(
      async (set: string, files: string[], options: { source: string; date: string; country: string }) =>
        end(await (await import('./commands/dnc-build.js')).build(io, { set, files, ...options })),
    );
  dnc
    .command('merge <set>')
    .description('add and remove numbers; the old set stays until the new one is whole')
    .option('--add <file...>', 'numbers that came', [])
    .option('--remove <file...>', 'numbers that went; one in both stays in the set', [])
    .requiredOption('--date <date>', 'day of the changes, YYYY-MM-DD')
    .option('--out <set>', 'write here instead of replacing the set')
    .option(...COUNTRY_OPTION)
    .action(
      async (
        set: string,
        options: { add: string[]; remove: string[]; date: string; out?: string; country: string },
      ) => end(await (await import('./commands/dnc-build.js')).merge(io, { set, ...options })),
    );
  dnc
    .command('info <set>')
    .description('date, age against the law, count, checksum')
    .option('--at <instant>', 'age at this instant (ISO 8601 with offset; default: now)')
    .option('--json', 'as JSON')
    .action(async (set: string, options: { at?: string; json?: boolean }) =>
      end(await (await import('./commands/dnc-read.js')).info(io, { set, ...options })),
    );
  dnc
    .command('check <set> <number>')
    .description('is the number in the set? exit code 0: no, 6: yes')
    .option(...COUNTRY_OPTION)
    .action(async (set: string, number: string, options: { country: string }) =>
      end(await (await import('./commands/dnc-read.js')).checkNumber(io, { set, number, ...options })),
    );
  dnc
    .command('opt-out <numbers...>')
    .description(
      "put numbers on the company's own list: in force at once, in every running campaign of the store",
    )
    .option(...CAMPAIGN_OPTION)
    .option('--source <words>', 'how the request came', 'command line')
    .action(async (numbers: string[], options: { campaign?: string; source: string }) =>
      end(await (await import('./commands/dnc-opt-out.js')).optOut(io, { numbers, ...options })),
    );
  dnc
    .command('opt-in <number>')
    .description('take a mistaken entry off it, journaled')
    .requiredOption('--why <words>', 'why the entry was a mistake, for the audit trail')
    .option(...CAMPAIGN_OPTION)
    .action(async (number: string, options: { campaign?: string; why: string }) =>
      end(await (await import('./commands/dnc-opt-out.js')).optIn(io, { number, ...options })),
    );
}

function countryCode(text: string): string {
  if (/^[a-z]{2}$/i.test(text)) return text.toUpperCase();
  throw new InvalidArgumentError('Use a two-letter country code, e.g. US.');
}
