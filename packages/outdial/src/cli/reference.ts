/** The reference page of the command line, made from the table of commands and the table of exit codes. */
import { entryText } from '@outdial/core';
import { COMMANDS, GROUPS, type Command } from './command-table.js';
import { ENVIRONMENT_TABLE } from './environment.js';
import { EXIT_TABLE } from './exit-codes.js';
import { aboutOption, argumentText, flagsOf, optionsOf, summaryText } from './syntax/command-syntax.js';
import type { OptionSyntax } from './syntax/parameters.js';

const HEAD = `# The command line

Every command of \`outdial\`, what it takes, and how it ends. \`outdial <command> --help\` says the same.
How a campaign is run with them: [guides/operating.md](../guides/operating.md).

This page is generated from the table of commands (\`npm run reference -w packages/outdial\`).
`;

/** docs/reference/cli.md. */
export function cliReference(): string {
  const parts = COMMANDS.map((command, index) => {
    const group = groupOf(command);
    const before = COMMANDS[index - 1];
    const opens = group !== null && groupOf(before) !== group && before?.name !== group;
    const head = opens ? `## outdial ${group}\n\n${sentence(GROUPS[group] ?? '')}\n\n` : '';
    return `${head}${commandText(command)}`;
  });
  return [HEAD, contents(), ...parts, environment(), exitCodes()].join('\n');
}

function groupOf(command: Command | undefined): string | null {
  return command?.name.includes(' ') === true ? (command.name.split(' ')[0] ?? null) : null;
}

function contents(): string {
  const rows = COMMANDS.map(
    (command) =>
      `| [\`${command.name}\`](#outdial-${command.name.replace(' ', '-')}) | ${cell(summaryText(command))} |`,
  );
  return ['| command | what it does |', '|---|---|', ...rows, ''].join('\n');
}

function commandText(command: Command): string {
  const given = Object.entries(command.arguments);
  const options = Object.entries(optionsOf(command));
  const usage = [
    `outdial ${command.name}`,
    ...given.map(([name, syntax]) => argumentText(name, syntax)),
    ...(options.length > 0 ? ['[options]'] : []),
  ].join(' ');
  const rows = [
    ...given.map(([name, syntax]) => [
      argumentText(name, syntax),
      defaultText(syntax.fallback),
      syntax.about,
    ]),
    ...options.map(([name, option]) => [flagsOf(name, option), fallbackOf(option), aboutOption(option)]),
  ];
  return [
    `${groupOf(command) === null ? '##' : '###'} outdial ${command.name}`,
    '',
    sentence(summaryText(command)),
    '',
    `Usage: \`${usage}\``,
    '',
    ...(rows.length === 0
      ? []
      : [
          '| given | default | meaning |',
          '|---|---|---|',
          ...rows.map(
            ([flags = '', fallback = '', about = '']) => `| \`${flags}\` | ${fallback} | ${cell(about)} |`,
          ),
          '',
        ]),
  ].join('\n');
}

function fallbackOf(option: OptionSyntax): string {
  if (option.kind === 'switch' || option.kind === 'texts') return '';
  return option.required === true ? '**required**' : defaultText(option.fallback);
}

function defaultText(fallback: string | number | undefined): string {
  return fallback === undefined ? '' : `\`${fallback}\``;
}

function environment(): string {
  const rows = Object.entries(ENVIRONMENT_TABLE).map(
    ([name, meaning]) => `| \`${name}\` | ${entryText(meaning)} |`,
  );
  const about = 'Names of credentials stand in the campaign file: [campaign-file.md](campaign-file.md).';
  return ['## Environment', '', about, '', '| variable | meaning |', '|---|---|', ...rows, ''].join('\n');
}

function exitCodes(): string {
  const rows = Object.values(EXIT_TABLE).map(({ code, meaning }) => `| ${code} | ${entryText(meaning)} |`);
  return ['## Exit codes', '', '| code | meaning |', '|---|---|', ...rows, ''].join('\n');
}

/** A summary as a sentence. */
function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?]$/.test(text) ? '' : '.'}`;
}

/** A text as it may stand in a cell of a table. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
