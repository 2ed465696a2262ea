/** Every table of errors of all packages in one list, and the reference page that is made from it. */
import { ASTERISK_ERRORS } from '@outdial/asterisk-adapter';
import { COMPLIANCE_ERRORS } from '@outdial/compliance';
import { entryText, type ErrorTable } from '@outdial/core';
import { LIST_ERRORS } from '@outdial/lists';
import { STORE_ERRORS } from '@outdial/store';
import { CAMPAIGN_FILE_ERRORS } from '../campaign-file/campaign-file-error.js';
import { COMMAND_ERRORS } from '../cli/command-errors.js';
import { EXIT } from '../cli/exit-codes.js';
import { exitOfError } from '../cli/exit-of-error.js';
import { CONTROL_ERRORS } from '../control/control-errors.js';
import { FLOOR_ERRORS } from '../dialer/floor-errors.js';
import { CAMPAIGN_REFUSED_ERRORS } from '../gate/campaign-refused.js';
import { DO_NOT_CALL_ERRORS } from '../gate/do-not-call-unavailable.js';
import { TELEPHONY_ERRORS } from '../platform/platform-errors.js';
import { LEAD_ERRORS } from '../leads/lead-errors.js';
import { STORE_OPENING_ERRORS } from '../records/open-campaign-store.js';
import { SHIFTED_CLOCK_ERRORS } from '../runtime/shifted-clock.js';

/** A table of errors and where it comes from. */
export interface CatalogueSection {
  readonly title: string;
  readonly about: string;
  readonly table: ErrorTable;
}

/** The tables, in the order of the page. */
export const ERROR_CATALOGUE: readonly CatalogueSection[] = [
  {
    title: 'Opening a campaign',
    about:
      'What keeps a campaign from being made: its file, the law, lists, store, telephony (package outdial).',
    table: {
      ...CAMPAIGN_FILE_ERRORS,
      ...CAMPAIGN_REFUSED_ERRORS,
      ...DO_NOT_CALL_ERRORS,
      ...STORE_OPENING_ERRORS,
      ...TELEPHONY_ERRORS,
      ...SHIFTED_CLOCK_ERRORS,
    },
  },
  {
    title: 'A program that embeds outdial',
    about: 'Leads that a program gives, and campaigns of a floor (package outdial).',
    table: { ...LEAD_ERRORS, ...FLOOR_ERRORS },
  },
  {
    title: 'The control interface',
    about: 'Why it was not started (package outdial).',
    table: CONTROL_ERRORS,
  },
  {
    title: 'The command line',
    about: 'What a command cannot do (package outdial).',
    table: COMMAND_ERRORS,
  },
  {
    title: 'The store',
    about: 'Databases, leads and the record of calls (package @outdial/store).',
    table: STORE_ERRORS,
  },
  {
    title: 'Lists and files',
    about: 'Lists of leads, files of numbers, and files as such (package @outdial/lists).',
    table: LIST_ERRORS,
  },
  {
    title: 'Asterisk',
    about: 'Requests to a server and settings of the adapter (package @outdial/asterisk-adapter).',
    table: ASTERISK_ERRORS,
  },
  {
    title: 'The law',
    about: 'Requests that cannot be judged, and set files (package @outdial/compliance).',
    table: complianceTable(),
  },
];

/** The package of the law says what happened at the place where it happens; its table has the rest. */
function complianceTable(): ErrorTable {
  const rows = Object.entries(COMPLIANCE_ERRORS).map(
    ([code, entry]) => [code, { what: '{what}', ...entry }] as const,
  );
  return Object.fromEntries(rows);
}

const HEAD = `# Errors

Every error that outdial throws for a reason outside of it is an \`OutdialError\`: \`code\` is stable and
for programs, \`what\` says what happened and where, \`remedy\` what to do, \`retryable\` whether the same
work may succeed later without a change by a person, \`context\` holds the values. Words in braces stand
for values. The message is \`what\` and \`remedy\`. The exit code is that of a command which ends with
the error ([cli.md](cli.md#exit-codes)).

Some have classes of their own: \`CampaignFileError\` (\`campaign-file\`, with \`problems\`),
\`CampaignRefused\` (\`campaign-refused\`, with \`findings\`), \`DoNotCallListUnavailable\`,
\`StoreUnavailable\`, \`TelephonyUnavailable\` and \`ControlUnavailable\`. Where \`what\` lists several
problems, each stands on a line of its own. A broken invariant is an \`InvariantError\`: it stops dialing
and lets live calls end. Expected outcomes are values, not errors.

This page is generated from the tables (\`npm run reference -w packages/outdial\`).
`;

/** docs/reference/errors.md. */
export function errorsReference(): string {
  return [HEAD, ...ERROR_CATALOGUE.map(sectionText)].join('\n');
}

function sectionText({ title, about, table }: CatalogueSection): string {
  const rows = Object.entries(table).map(
    ([code, { what, remedy, retryable }]) =>
      `| \`${code}\` | ${cell(entryText(what))} | ${cell(entryText(remedy))} ` +
      `| ${retryable ? 'yes' : ''} | ${exitText(code)} |`,
  );
  return [
    `## ${title}`,
    '',
    about,
    '',
    '| code | what happened | what to do | retryable | exit code |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

/** The exit code of a command that ends with the error. */
function exitText(code: string): string {
  const exit = exitOfError(code);
  return exit === null ? '' : String(EXIT[exit]);
}

/** A text as it may stand in a cell of a table. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');
}
