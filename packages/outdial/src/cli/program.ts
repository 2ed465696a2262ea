/** Runs one command line: the table of commands is given to commander, errors become text and exit code. */
import { createRequire } from 'node:module';
import { defined } from '@outdial/core';
import { Argument, Command as Program, CommanderError, Option } from 'commander';
import { COMMANDS, GROUPS, type Command } from './command-table.js';
import { describeError } from './describe-error.js';
import { EXIT, EXIT_TABLE, type ExitCode } from './exit-codes.js';
import { guardedIo } from './guarded-io.js';
import type { CommandIo } from './io.js';
import { aboutOption, argumentText, flagsOf, optionsOf, summaryText } from './syntax/command-syntax.js';
import type { ArgumentSyntax, OptionSyntax } from './syntax/parameters.js';
import { readValue } from './syntax/read-value.js';

const { version: VERSION } = createRequire(import.meta.url)('../../package.json') as {
  readonly version: string;
};

/** What the whole program does. */
export const PROGRAM_SUMMARY = 'Outbound dialer: dials a lead list within the law, through Asterisk.';

/** Takes the exit code of a command. */
type End = (code: ExitCode) => void;

/** Runs one command line (without node and script name) and answers its exit code. Never throws. */
export async function runCommand(args: readonly string[], world: CommandIo): Promise<ExitCode> {
  const io = guardedIo(world);
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

function createProgram(io: CommandIo, end: End): Program {
  const program = new Program('outdial')
    .description(PROGRAM_SUMMARY)
    .version(VERSION)
    // Options after the name of a command are that command's; 'rules' and 'rules diff' both take --json.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.out.write(text),
      writeErr: (text) => void io.err.write(text),
    })
    .addHelpText('after', `\n${exitCodeList()}\n\nGuides: docs/guides/operating.md`);
  const groups = new Map<string, Program>();

  for (const command of COMMANDS) {
    const [group = '', word] = command.name.split(' ');
    // A command may be a group, too: 'rules', and 'rules diff' below it.
    if (word === undefined) groups.set(group, addCommand(program, command, { word: group, io, end }));
    else addCommand(groupOf(program, groups, group), command, { word, io, end });
  }
  return program;
}

function groupOf(program: Program, groups: Map<string, Program>, name: string): Program {
  const known = groups.get(name);
  if (known) return known;
  const made = program.command(name).description(GROUPS[name] ?? '');
  groups.set(name, made);
  return made;
}

/** One command of the table as a command of commander, under `word`. */
function addCommand(
  parent: Program,
  command: Command,
  { word, io, end }: { readonly word: string; readonly io: CommandIo; readonly end: End },
): Program {
  const added = parent.command(word).description(summaryText(command)).enablePositionalOptions();
  for (const [name, syntax] of Object.entries(command.arguments)) added.addArgument(argumentOf(name, syntax));
  for (const [name, syntax] of Object.entries(optionsOf(command))) {
    added.addOption(optionOf(name, syntax));
    understandEarlierName(added, name, syntax);
  }
  added.action(async () => end(await command.run(io, givenTo(command, added))));
  return added;
}

/** What the command line holds for a command, by the names of its syntax. */
function givenTo(command: Command, parsed: Program): Readonly<Record<string, unknown>> {
  const named = Object.keys(command.arguments).map(
    (name, index) => [name, parsed.processedArgs[index] as unknown] as const,
  );
  const options = Object.entries(optionsOf(command)).map(
    ([name, option]) => [name, optionValue(parsed, name) ?? withoutValue(option)] as const,
  );
  return defined(Object.fromEntries<unknown>([...named, ...options]));
}

/** The value of an option. '--no-header' is kept by commander as a 'header' that is false. */
function optionValue(parsed: Program, name: string): unknown {
  if (!/^no[A-Z]/.test(name)) return parsed.getOptionValue(name);
  const plain = `${name.charAt(2).toLowerCase()}${name.slice(3)}`;
  return parsed.getOptionValue(plain) === false ? true : undefined;
}

/** The value of an option that was not given and has no fallback. */
function withoutValue({ kind }: OptionSyntax): false | readonly string[] | undefined {
  if (kind === 'switch') return false;
  return kind === 'texts' ? [] : undefined;
}

/** The name that an option had before gives its value, too. */
function understandEarlierName(added: Program, name: string, syntax: OptionSyntax): void {
  if (syntax.kind === 'switch' || syntax.earlier === undefined) return;
  added.addOption(new Option(flagsOf(syntax.earlier, syntax)).hideHelp());
  added.on(`option:${syntax.earlier}`, (text: string) => added.setOptionValueWithSource(name, text, 'cli'));
}

function argumentOf(name: string, syntax: ArgumentSyntax): Argument {
  const made = new Argument(argumentText(name, syntax), syntax.about);
  return syntax.fallback === undefined ? made : made.default(syntax.fallback);
}

function optionOf(name: string, syntax: OptionSyntax): Option {
  const made = new Option(flagsOf(name, syntax), aboutOption(syntax));
  if (syntax.kind === 'switch') return made;
  if (syntax.required === true) made.makeOptionMandatory();
  if (syntax.kind === 'texts') return made;
  made.argParser((text) => readValue(syntax, text));
  return syntax.fallback === undefined ? made : made.default(syntax.fallback);
}

/** The exit codes, one a line. */
function exitCodeList(): string {
  const codes = Object.values(EXIT_TABLE).map(({ code, brief }) => `  ${String(code).padEnd(4)} ${brief}`);
  return ['Exit codes:', ...codes].join('\n');
}
