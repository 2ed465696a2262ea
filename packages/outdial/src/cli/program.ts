import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { addAuditCommands } from './audit-commands.js';
import { CAMPAIGN_OPTION, type End } from './command-options.js';
import { describeError } from './command-error.js';
import { addDncCommands } from './dnc-commands.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import type { CommandIo } from './io.js';

const VERSION = '0.1.0';

/** Runs one command line (without node and script name) and answers its exit code. Never throws. */
export async function runCommand(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.done;
  const program = createProgram(io, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    const { text, exitCode: code } = describeError(error);
    io.err.write(`${text}\n`);
    return code;
  }
}

/**
 * Every command with its options. Its code is loaded when it is called: `outdial --help` opens no database
 * driver.
 */
function createProgram(io: CommandIo, end: (code: ExitCode) => void): Command {
  const program = new Command('outdial')
    .description('Outbound dialer: dials a lead list within the law, through Asterisk.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.out.write(text),
      writeErr: (text) => void io.err.write(text),
    })
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 fault of outdial, 2 usage, 3 campaign file, 4 refused, 5 database or Asterisk not available, 6 findings, 7 halted, 130 interrupted.\nGuides: docs/guides/operating.md',
    );
  addListCommands(program, io, end);
  addRunCommands(program, io, end);
  addReadingCommands(program, io, end);
  addChecks(program, io, end);
  addDncCommands(program, io, end);
  addAuditCommands(program, io, end);
  return program;
}

function addListCommands(program: Command, io: CommandIo, end: End): void {
  program
    .command('init [where]')
    .description(
      'write a campaign file and a short list to start from: in a folder, or under the name of a .yaml file',
    )
    .option('--force', 'overwrite files that are there')
    .action(async (where: string | undefined, options: { force?: boolean }) =>
      end(
        await (
          await import('./commands/init.js')
        ).init(io, { where: where ?? '.', force: options.force === true }),
      ),
    );
  program
    .command('import [file]')
    .description('read a list into the store; without a file: every list of the campaign that names one')
    .option(...CAMPAIGN_OPTION)
    .option('--list <id>', 'list to import into (default: the first)')
    .option('--do-not-call <file>', 'numbers that must never be called, one a line')
    .action(
      async (file: string | undefined, options: { campaign?: string; list?: string; doNotCall?: string }) =>
        end(
          await (
            await import('./commands/import.js')
          ).importLists(io, { ...options, ...(file === undefined ? {} : { file }) }),
        ),
    );
  const leads = program
    .command('leads')
    .description('look at leads, close them, export them; shows telephone numbers');
  leads
    .command('list')
    .description('leads as a table')
    .option(...CAMPAIGN_OPTION)
    .option('--state <state>', 'only leads in this state: ready, waiting, callback, claimed or closed')
    .option('--limit <count>', 'most rows', positiveInteger, 50)
    .action(async (options: { campaign?: string; state?: string; limit: number }) =>
      end(await (await import('./commands/leads.js')).listLeads(io, options)),
    );
  leads
    .command('close')
    .description('close leads (recalled, paid): a running campaign hangs up within a second')
    .requiredOption('--file <file>', 'accounts, lead ids or numbers, one a line')
    .option('--reason <words>', 'why, for reports', 'withdrawn')
    .option(...CAMPAIGN_OPTION)
    .action(async (options: { campaign?: string; file: string; reason: string }) =>
      end(await (await import('./commands/leads.js')).closeLeadsFromFile(io, options)),
    );
  leads
    .command('export')
    .description('all leads with their outcome as CSV')
    .option(...CAMPAIGN_OPTION)
    .option('--out <file>', 'file to write (default: standard output)')
    .action(async (options: { campaign?: string; out?: string }) =>
      end(await (await import('./commands/leads.js')).exportLeads(io, options)),
    );
}

function addRunCommands(program: Command, io: CommandIo, end: End): void {
  program
    .command('run')
    .description('dial the campaign; Ctrl-C drains, twice stops')
    .option(...CAMPAIGN_OPTION)
    .option('--until-dry', 'drain when no lead is dialable any more')
    .option('--for <minutes>', 'drain after this many minutes', positiveNumber)
    .option('--pace <factor>', 'simulated telephony: so many times faster than real time', positiveNumber, 1)
    .action(async (options: { campaign?: string; untilDry?: boolean; for?: number; pace: number }) =>
      end(await (await import('./commands/run.js')).run(io, options)),
    );
  program
    .command('simulate')
    .description("dial the lists' files in virtual time on a simulated carrier and a store of its own")
    .option(...CAMPAIGN_OPTION)
    .option('--seed <number>', 'other chance', positiveInteger)
    .option('--minutes <count>', 'virtual minutes', positiveNumber)
    .option('--html <file>', 'write the report as a page, too')
    .action(async (options: { campaign?: string; seed?: number; minutes?: number; html?: string }) =>
      end(await (await import('./commands/simulate.js')).simulate(io, options)),
    );
  program
    .command('demo')
    .description('the demonstration: imports a messy list, dials it predictively in virtual time, reports')
    .option('--folder <folder>', 'where the demonstration lies (default: examples/demo of the repository)')
    .option('--keep <folder>', 'keep database, log and report here (default: .outdial/demo)')
    .action(async (options: { folder?: string; keep?: string }) =>
      end(await (await import('./commands/demo.js')).demo(io, options)),
    );
  program
    .command('stop')
    .description(
      'kill switch: halts every campaign on this store within a second, and keeps new ones from starting',
    )
    .option(...CAMPAIGN_OPTION)
    .option('--reason <words>', 'why, for the audit trail', 'ordered on the command line')
    .option('--release', 'lift it')
    .action(async (options: { campaign?: string; reason: string; release?: boolean }) =>
      end(await (await import('./commands/stop.js')).stop(io, options)),
    );
}

function addReadingCommands(program: Command, io: CommandIo, end: End): void {
  program
    .command('report')
    .description('what the campaign has done: table, JSON, CSV or a page with plots')
    .option(...CAMPAIGN_OPTION)
    .option('--format <format>', 'table, json, csv or html', reportFormat, 'table')
    .option('--out <file>', 'file to write (default: standard output)')
    .action(async (options: { campaign?: string; format: ReportFormat; out?: string }) =>
      end(await (await import('./commands/report.js')).report(io, options)),
    );
  program
    .command('status')
    .description('how the campaign stands: leads dialable now, calls open, kill switch')
    .option(...CAMPAIGN_OPTION)
    .option('--json', 'as JSON')
    .action(async (options: { campaign?: string; json?: boolean }) =>
      end(await (await import('./commands/status.js')).status(io, options)),
    );
}

function addChecks(program: Command, io: CommandIo, end: End): void {
  program
    .command('doctor')
    .description('check campaign file, law, database, Asterisk, trunk and time-zone data, and say what to do')
    .option(...CAMPAIGN_OPTION)
    .option('--json', 'as JSON')
    .action(async (options: { campaign?: string; json?: boolean }) =>
      end(await (await import('./commands/doctor.js')).doctor(io, options)),
    );
  program
    .command('check <number>')
    .description('explain one number: zones, rules, verdicts, next legal time; shows the number')
    .option(...CAMPAIGN_OPTION)
    .option('--at <instant>', 'ask for this instant (ISO 8601 with offset; default: now)')
    .option('--region <code>', 'state, province or country part of the called party, e.g. FL')
    .option('--all', 'also the rules that bind the campaign, not this call')
    .option('--json', 'as JSON')
    .action(
      async (
        number: string,
        options: { campaign?: string; at?: string; region?: string; all?: boolean; json?: boolean },
      ) => end(await (await import('./commands/check.js')).check(io, { number, ...options })),
    );
  program
    .command('rules')
    .description('the law in force: every rule with citation, value, dates and how well it is verified')
    .option('--at <instant>', 'in force at this instant (ISO 8601 with offset; default: now)')
    .option('--jurisdiction <code>', 'only these: US, US-FL, fl, Florida, CA (Canada), US-CA, uk, policy')
    .option('--json', 'as JSON')
    .action(async (options: { at?: string; jurisdiction?: string; json?: boolean }) =>
      end(await (await import('./commands/rules.js')).rules(io, options)),
    );
  program
    .command('schema')
    .description('print the JSON schema of the campaign file')
    .action(async () => end(await (await import('./commands/schema.js')).schema(io)));
}

/** How a report is written. */
export type ReportFormat = 'table' | 'json' | 'csv' | 'html';

function reportFormat(text: string): ReportFormat {
  if (text === 'table' || text === 'json' || text === 'csv' || text === 'html') return text;
  throw new InvalidArgumentError('Use table, json, csv or html.');
}

function positiveNumber(text: string): number {
  const value = Number(text);
  if (!(value > 0) || !Number.isFinite(value)) throw new InvalidArgumentError('Use a number above 0.');
  return value;
}

function positiveInteger(text: string): number {
  const value = positiveNumber(text);
  if (!Number.isInteger(value)) throw new InvalidArgumentError('Use a whole number above 0.');
  return value;
}
