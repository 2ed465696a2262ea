/** The syntax of a command as data: its name, what it does, and what it takes. */
import type { Defined } from '@outdial/core';
import { SHARED_OPTIONS, type SharedOption } from './general-options.js';
import type { ArgumentSyntax, ArgumentValue, OptionSyntax, OptionValue } from './parameters.js';

/** What a command is called and takes. */
export interface CommandSyntax {
  /** One word, or a group and a word: 'leads list'. */
  readonly name: string;
  /** What the command does, without a full stop. Phrases of an array are joined by spaces. */
  readonly summary: string | readonly string[];
  /** Arguments by name, in their order. */
  readonly arguments: Readonly<Record<string, ArgumentSyntax>>;
  /** Options that several commands share. */
  readonly shares: readonly SharedOption[];
  /** Options of its own by name: `doNotCall` is `--do-not-call`. */
  readonly options: Readonly<Record<string, OptionSyntax>>;
}

/** What a command line gives to a command: arguments and options by name; absent where none was given. */
export type Given<Syntax extends CommandSyntax> = Defined<
  { readonly [Name in keyof Syntax['arguments']]: ArgumentValue<Syntax['arguments'][Name]> } & {
    readonly [Name in Syntax['shares'][number]]: OptionValue<(typeof SHARED_OPTIONS)[Name]>;
  } & { readonly [Name in keyof Syntax['options']]: OptionValue<Syntax['options'][Name]> }
>;

/** Every option of a command by name, shared ones first. */
export function optionsOf({ shares, options }: CommandSyntax): Readonly<Record<string, OptionSyntax>> {
  return { ...Object.fromEntries(shares.map((name) => [name, SHARED_OPTIONS[name]])), ...options };
}

/** The summary of a command as one text. */
export function summaryText({ summary }: CommandSyntax): string {
  return typeof summary === 'string' ? summary : summary.join(' ');
}

/** The flags of an option as help shows them: '-c, --campaign <file>'. */
export function flagsOf(name: string, option: OptionSyntax): string {
  const long = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  if (option.kind === 'switch') return long;
  const letter = option.short === undefined ? '' : `-${option.short}, `;
  return `${letter}${long} <${option.value}${option.kind === 'texts' ? '...' : ''}>`;
}

/** What an option means, its words included. */
export function aboutOption(option: OptionSyntax): string {
  return option.kind === 'choice' ? option.about.replace('{words}', choiceText(option.words)) : option.about;
}

/** An argument as help shows it: '<number>', '[file]', '<files...>'. */
export function argumentText(name: string, { count }: ArgumentSyntax): string {
  if (count === 'any') return `[${name}...]`;
  return count === 'maybe' ? `[${name}]` : `<${name}${count === 'many' ? '...' : ''}>`;
}

/** 'table, json or csv'. */
export function choiceText(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
