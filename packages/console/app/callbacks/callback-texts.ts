/** The texts of the screen of callbacks. */

export const CALLBACK_TEXTS = {
  title: 'Callbacks',
  none: 'Nobody waits for a callback. Agents promise one by the disposition that calls back.',
  noneOfYours: 'No callback waits for you. Those that any agent may make come as calls, at their time.',
  columns: { when: 'When', person: 'Person', number: 'Number', agent: 'Who calls back', note: 'Note' },
  anybody: 'Anybody',
  away: 'not logged in',
  overdue: 'overdue',
  calling: 'being called',
  all: 'Everybody’s',
  filter: 'Whose',
  actions: 'Actions for {name}',
  move: 'Move or give to somebody else',
  cancel: 'Cancel the callback',
  cancelAsk: 'Cancel the callback of {name}? They are then called as everybody else of the list.',
  cancelWhy: 'cancelled at the console',
  at: 'When',
  zone: 'By the clock in {zone}. The law is asked again when the call is placed.',
  save: 'Save',
} as const;
