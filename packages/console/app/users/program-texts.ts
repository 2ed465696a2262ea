/** The texts about programs that use the API, and their tokens. */

export const PROGRAM_TEXTS = {
  title: 'Programs',
  none: 'No program has a token. A CRM that brings leads or reads results needs one.',
  add: 'Make a token',
  name: 'Name of the program',
  nameHint: 'What it does stands in the record under this name, which cannot be used again.',
  scopes: 'What it may do',
  days: 'Runs out',
  periods: [
    ['30', 'after 30 days'],
    ['90', 'after 90 days'],
    ['365', 'after a year'],
    ['', 'never'],
  ],
  columns: { name: 'Program', scopes: 'May', used: 'Last used', state: 'State' },
  never: 'never',
  forever: 'Does not run out',
  until: 'Until {time}',
  ranOut: 'Ran out {time}',
  ended: 'Ended',
  end: 'End',
  endOf: 'End the token of {name}',
  endQuestion: 'End the token of {name}? The program is refused from its next request on.',
  secretTitle: 'Token of {name}',
  secretAbout:
    'It is shown this once. The program sends it with each request, as the guide for programs says.',
} as const;
