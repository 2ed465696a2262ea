import { InvalidArgumentError, type Command } from 'commander';
import type { AuditFormat } from './commands/audit.js';
import { CAMPAIGN_OPTION, type End } from './command-options.js';
import type { CommandIo } from './io.js';

/** `outdial audit`: decisions for a regulator, their proof, and their replay. */
export function addAuditCommands(program: Command, io: CommandIo, end: End): void {
  const audit = program
    .command('audit')
    .description('decisions for a regulator: export, verify, replay; shows telephone numbers');
  audit
    .command('export')
    .description('decisions as a table, a page on one number, or the records themselves')
    .option(...CAMPAIGN_OPTION)
    .option(
      '--format <format>',
      'csv, page (HTML, needs --number) or records (JSON, one a line)',
      auditFormat,
      'csv',
    )
    .option('--number <number>', 'only this number')
    .option('--from <instant>', 'decided at this instant or later: a date, or ISO 8601 with offset')
    .option('--to <instant>', 'decided before this instant')
    .option('--out <file>', 'file to write (default: standard output)')
    .action(
      async (options: {
        campaign?: string;
        format: AuditFormat;
        number?: string;
        from?: string;
        to?: string;
        out?: string;
      }) => end(await (await import('./commands/audit.js')).exportAudit(io, options)),
    );
  audit
    .command('verify')
    .description(
      'does every record stand as it was written? exit code 0: yes, 6: no, and which is the first that does not',
    )
    .option(...CAMPAIGN_OPTION)
    .option('--json', 'as JSON')
    .action(async (options: { campaign?: string; json?: boolean }) =>
      end(await (await import('./commands/audit.js')).verify(io, options)),
    );
  audit
    .command('replay [id]')
    .description(
      "put recorded questions to the law again: a record, an attempt, or 'all' (default); shows what differs",
    )
    .option(...CAMPAIGN_OPTION)
    .action(async (id: string | undefined, options: { campaign?: string }) =>
      end(await (await import('./commands/audit.js')).replayAudit(io, { ...options, id: id ?? 'all' })),
    );
}

function auditFormat(text: string): AuditFormat {
  if (text === 'csv' || text === 'page' || text === 'records') return text;
  throw new InvalidArgumentError('Use csv, page or records.');
}
