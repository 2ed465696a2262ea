/** What a command cannot do, and why: one table of codes, each with the exit code of the command. */
import { errorFacts, OutdialError, type ErrorValues } from '@outdial/core';

/** The errors of the command line. `exit`: name of the exit code. */
export const COMMAND_ERRORS = {
  'campaign-of-several': {
    exit: 'usage',
    what: 'This is the folder of a server with several campaigns: {ids}.',
    remedy: 'Name one with --campaign <id>. What is about people and numbers holds for all of them.',
    retryable: false,
  },
  'campaign-missing': {
    exit: 'campaignFile',
    what: 'No campaign: there is no {names} in {folder}.',
    remedy: "Write one with 'outdial init', or name one with --campaign <file>.",
    retryable: false,
  },
  'server-not-installed': {
    exit: 'unavailable',
    what: 'Nothing was started: the package @outdial/server is not installed together with outdial ({why}).',
    remedy: "Install it: 'npm install @outdial/server'. 'outdial run' needs no server.",
    retryable: false,
  },
  'instant-unreadable': {
    exit: 'usage',
    what: "'{text}' is not an instant: an instant needs date, time and offset.",
    remedy: 'Write it like 2026-06-10T20:45:00-04:00.',
    retryable: false,
  },
  'emergency-unusable': {
    exit: 'usage',
    what: "'{text}' cannot be used for an emergency: {why}.",
    remedy: "Write it like 'outdial emergency declare LA --from 2026-08-25T12:00:00-05:00'.",
    retryable: false,
  },
  'date-unusable': {
    exit: 'usage',
    what: '--date {date} cannot be used: {why}.',
    remedy: 'Give the day on which the list was obtained, as YYYY-MM-DD: the law counts its age from then.',
    retryable: false,
  },
  'clock-offset-unreadable': {
    exit: 'usage',
    what: "OUTDIAL_CLOCK_OFFSET_MS cannot be used: it is '{text}'.",
    remedy: 'Set it to a number of milliseconds, or unset it.',
    retryable: false,
  },
  'filter-unreadable': {
    exit: 'usage',
    what: 'The filter cannot be used: {why}',
    remedy: 'Correct it there. docs/guides/filters-and-order.md has the language, with examples.',
    retryable: false,
  },
  'number-unreadable': {
    exit: 'usage',
    what: "'{text}' is not a valid number: {why}.",
    remedy: 'Correct it: {advice}.',
    retryable: false,
  },
  'jurisdiction-unknown': {
    exit: 'usage',
    what: "There are no rules for '{text}': no jurisdiction with rules has this code or name.",
    remedy: [
      'Countries: {countries}.\nParts with rules of their own: {parts}.\nPolicies of outdial: policy.',
      'Lower-case codes and English names work, too.',
    ],
    retryable: false,
  },
  'law-table-unusable': {
    exit: 'usage',
    what: "'{text}' is not a table of law: {why}.",
    remedy: "Give a file that 'outdial rules export' wrote, 'now', or one of the versions {versions}.",
    retryable: false,
  },
  'check-needs-purpose': {
    exit: 'usage',
    what: 'Nothing was judged: --{option} is for a check without a campaign file.',
    remedy: 'Give --purpose, too, or leave --{option} out: the campaign file and the list say it.',
    retryable: false,
  },
  'check-of-campaign': {
    exit: 'usage',
    what: 'Nothing was judged: --purpose asks without a campaign file, and --campaign names one.',
    remedy: 'Leave out one of the two.',
    retryable: false,
  },
  'share-unreadable': {
    exit: 'usage',
    what: "'{text}' is not a share.",
    remedy: 'Write a number from 0 to 1, such as 0.02.',
    retryable: false,
  },
  'day-unreadable': {
    exit: 'usage',
    what: "'{text}' is not a day.",
    remedy: 'Write it like 2026-06-10.',
    retryable: false,
  },
  'list-unknown': {
    exit: 'usage',
    what: "Nothing imported: the campaign has no list '{list}'.",
    remedy: 'Use one of {lists}, or add it to lists.',
    retryable: false,
  },
  'list-not-of-campaign': {
    exit: 'usage',
    what: "Nothing was done: the campaign has no list '{list}'.",
    remedy: 'Use {lists}.',
    retryable: false,
  },
  'control-off': {
    exit: 'usage',
    what: 'Nothing was ordered: {where} has no control interface with a port.',
    remedy: 'Add a section control with a port, set its token in the environment, and run again.',
    retryable: false,
  },
  'control-away': {
    exit: 'unavailable',
    what: 'No campaign answers at {address}: {why}.',
    remedy: "Start it with 'outdial run', with the same campaign file.",
    retryable: true,
  },
  'control-token-absent': {
    exit: 'usage',
    what: 'Nothing was asked of the running campaign: the environment variable {variable} is not set here.',
    remedy: 'Set it to the token with which the campaign was started.',
    retryable: false,
  },
  'control-token-wrong': {
    exit: 'usage',
    what: 'The token of the running campaign differs from that in the environment variable {variable}.',
    remedy: 'Set it to the token with which the campaign was started.',
    retryable: false,
  },
  'order-unreadable': {
    exit: 'usage',
    what: 'The campaign cannot read the order: {why}.',
    remedy: "Correct the order; 'outdial ctl --help' lists them.",
    retryable: false,
  },
  'order-refused': {
    exit: 'refused',
    what: 'The campaign did not follow the order: {why}.',
    remedy:
      "See 'outdial ctl agents' and 'outdial status', and give the order again when it can be followed.",
    retryable: true,
  },
  'ending-missing': {
    exit: 'usage',
    what: 'Nothing was counted: no ending is named.',
    remedy: 'Name at least one, e.g. --disposition no-answer machine.',
    retryable: false,
  },
  'recycle-rules-missing': {
    exit: 'usage',
    what: 'Nothing was counted: the campaign file has no recycle rules.',
    remedy: 'Write leads.recycle.rules in it, or name endings: --disposition no-answer machine.',
    retryable: false,
  },
  'callback-unchanged': {
    exit: 'findings',
    what: 'The callback of lead {lead} was not changed: {why}.',
    remedy: "See 'outdial callbacks list'.",
    retryable: false,
  },
  'nothing-to-import': {
    exit: 'usage',
    what: 'Nothing imported: no list of the campaign names a file.',
    remedy: "Name one: outdial import <file>, or add 'file' to the list.",
    retryable: false,
  },
  'opt-out-without-number': {
    exit: 'usage',
    what: 'Nothing recorded: no number was given.',
    remedy: 'Name numbers, or a file of them with --file.',
    retryable: false,
  },
  'opt-out-not-whole': {
    exit: 'findings',
    what: 'Nothing recorded. {why}',
    remedy: '{advice} --partial takes the numbers that can be read.',
    retryable: false,
  },
  'list-unusable': {
    exit: 'usage',
    what: '{path} was not imported. {why}',
    remedy: '{advice}',
    retryable: false,
  },
  'mapping-unreadable': {
    exit: 'usage',
    what: "'{text}' is not a mapping of a column.",
    remedy: 'Write header and target with \'=\' between them, e.g. --map "Contact No=phone".',
    retryable: false,
  },
  'output-exists': {
    exit: 'usage',
    what: '{path} was not written: it already exists.',
    remedy: 'Name another folder, or overwrite it with --force.',
    retryable: false,
  },
  'output-in-file': {
    exit: 'unavailable',
    what: '{path} cannot be written: a part of its path is a file, not a folder.',
    remedy: 'Correct the path.',
    retryable: false,
  },
  'server-away': {
    exit: 'unavailable',
    what: 'A server that outdial needs is not available: {why} ({code}).',
    remedy: "Check the addresses in the campaign file and run 'outdial doctor'.",
    retryable: true,
  },
  'kill-switch-on': {
    exit: 'refused',
    what: 'Nothing is dialed: the kill switch of this store has been on since {since}: {reason}',
    remedy: "Turn it off with 'outdial stop --release' when the reason no longer holds.",
    retryable: false,
  },
  'set-unusable': {
    exit: 'usage',
    what: '{path} is not a usable do-not-call set. {why}',
    remedy: "Build it with 'outdial dnc build', or fetch it again; nothing was changed.",
    retryable: false,
  },
  'changes-older-than-set': {
    exit: 'usage',
    what: 'Nothing was merged: the changes of {date} are older than the set of {setDate}.',
    remedy: 'Merge changes in the order of their dates, or build the set again.',
    retryable: false,
  },
  'no-number-in-files': {
    exit: 'findings',
    what: 'Nothing was written: there is no number in {files}.',
    remedy: 'Give files with one number a line; a set that exists stays as it is.',
    retryable: false,
  },
  'instant-to-come': {
    exit: 'usage',
    what: "'{text}' has not come yet.",
    remedy: 'Give the day or instant from which it has been true.',
    retryable: false,
  },
  'person-unknown': {
    exit: 'usage',
    what: "Nothing was done: the store knows no lead and no person by '{text}'.",
    remedy: "Name a number, a lead id as 'outdial leads list' shows it, or key:<value of the key column>.",
    retryable: false,
  },
  'person-ambiguous': {
    exit: 'usage',
    what: 'Nothing was done: {persons} persons have this number, with the leads {leads}.',
    remedy: 'Name one by a lead, or all of them with --all.',
    retryable: false,
  },
  'fact-unknown': {
    exit: 'usage',
    what: "Nothing was done: '{text}' is not a fact.",
    remedy: 'Use one of {facts}.',
    retryable: false,
  },
  'fact-needs-number': {
    exit: 'usage',
    what: "Nothing was done: '{fact}' is about one number, and the person has none or several.",
    remedy: 'Name the number.',
    retryable: false,
  },
  'fact-value-unusable': {
    exit: 'usage',
    what: "Nothing was done: '{text}' is not a value of '{fact}'.",
    remedy: 'Give {wanted}.',
    retryable: false,
  },
  'fact-without-source': {
    exit: 'usage',
    what: 'The line does not say how the fact reached you.',
    remedy: 'Fill the column source, or give --source for all lines.',
    retryable: false,
  },
  'column-missing': {
    exit: 'usage',
    what: 'Nothing was read: no column of the file is headed {columns}.',
    remedy: 'Give a CSV file whose first line has these headers.',
    retryable: false,
  },
  'column-unknown': {
    exit: 'usage',
    what: 'Nothing was read: the file has columns that would be left out: {columns}.',
    remedy: 'Give them one of these headers, or take them out: {known}.',
    retryable: false,
  },
  'lines-unusable': {
    exit: 'usage',
    what: 'Nothing was set: lines of {path} cannot be used:\n{problems}',
    remedy: 'Correct these lines and run again.',
    retryable: false,
  },
  'consent-unusable': {
    exit: 'usage',
    what: "'{text}' is not a {what}.",
    remedy: 'Use {wanted}.',
    retryable: false,
  },
  'retention-without-period': {
    exit: 'usage',
    what: 'Nothing was erased: no law that outdial knows sets a period here.',
    remedy: 'Name a period of your own with --years.',
    retryable: false,
  },
  'recordings-without-period': {
    exit: 'usage',
    what: 'No recording was removed: the campaign says nowhere how long they are kept.',
    remedy: 'Set conversations.recording.keepDays in the campaign file, or give --days.',
    retryable: false,
  },
  'recordings-without-directory': {
    exit: 'usage',
    what: 'No recording was removed: the campaign has no directory of recordings.',
    remedy: 'Set telephony.recordingsDirectory in the campaign file.',
    retryable: false,
  },
  'page-needs-number': {
    exit: 'usage',
    what: 'Nothing was exported: a page is about one number.',
    remedy: 'Name it with --number, or use --format csv for all.',
    retryable: false,
  },
  'heads-unreadable': {
    exit: 'usage',
    what: "Nothing was checked: line {line} of {path} holds no heads: '{text}'.",
    remedy: "Give lines as 'outdial audit heads' and anchors write them.",
    retryable: false,
  },
  'heads-empty': {
    exit: 'usage',
    what: 'Nothing was checked: {path} holds no heads.',
    remedy: "Give lines as 'outdial audit heads' and anchors write them.",
    retryable: false,
  },
  'record-unreadable': {
    exit: 'findings',
    what: 'Nothing was exported: record {writer} {sequence} cannot be read any more.',
    remedy: "Run 'outdial audit verify', and restore the database from a backup.",
    retryable: false,
  },
  'decision-unknown': {
    exit: 'usage',
    what: "Nothing was replayed: the campaign has no decision '{id}'.",
    remedy: "Name a record or an attempt as 'outdial audit export' lists them, or 'all'.",
    retryable: false,
  },
} as const;

/** A code of {@link COMMAND_ERRORS}. */
export type CommandErrorCode = keyof typeof COMMAND_ERRORS;

/** A command ends with this error: its sentence and its remedy; its exit code stands in the table. */
export class CommandError<Code extends CommandErrorCode = CommandErrorCode> extends OutdialError<Code> {
  override readonly name = 'CommandError';

  constructor(code: Code, values: ErrorValues<(typeof COMMAND_ERRORS)[Code]>, cause?: unknown) {
    super(errorFacts(COMMAND_ERRORS, code, values, { cause }));
  }
}
