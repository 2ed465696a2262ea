/** Every text of the console, for translation: what screens share, and the texts of each from its room. */
import { BOARD_TEXTS } from './board/board-texts.js';
import { CALLBACK_TEXTS } from './callbacks/callback-texts.js';
import { CAMPAIGN_TEXTS } from './campaigns/campaign-texts.js';
import { COMPLIANCE_TEXTS } from './compliance/compliance-texts.js';
import { DESK_TEXTS } from './desk/desk-texts.js';
import { LIST_TEXTS } from './lists/list-texts.js';
import { FIRST_PASSWORD_TEXTS } from './log-in/first-password-texts.js';
import { LOG_IN_TEXTS } from './log-in/log-in-texts.js';
import { REPORT_TEXTS } from './reports/report-texts.js';
import { PROGRAM_TEXTS } from './users/program-texts.js';
import { USER_TEXTS } from './users/user-texts.js';
import { WEBHOOK_TEXTS } from './users/webhook-texts.js';

export const TEXTS = {
  product: 'outdial',
  loading: 'Loading …',
  fault: 'Something went wrong: {text}',
  crashed: {
    title: 'This screen cannot be shown',
    about:
      'Calls and the other screens go on. Try again; if it fails again, tell your administrator ' +
      'what stands here.',
  },
  away: 'The server does not answer. Trying again …',
  lost: 'Connection lost. What you see is {age} old. Trying again …',
  slow:
    'The server is there and has not answered yet: its database may be away. ' +
    'This page goes on by itself once it answers.',
  storeSilent:
    'The database has not answered for {age}. Conversations go on. No new call is placed, and orders ' +
    'may be refused, until it does. If it lasts, tell your administrator.',
  telephonyDown:
    'Telephony has not been connected for {age}: no call can be placed or taken, and those that you ' +
    'see may have ended. The server connects again by itself. If it lasts, tell your administrator.',
  telephonyTrouble: '{text} That has been so for {age}: tell your administrator.',
  simulated: 'Demonstration: no telephone rings',
  simulatedShort: 'Demo',
  simulatedAbout:
    'Calls and people are simulated, and the clock is the demonstration’s own. ' +
    'There is no audio: the screen is what a call would show.',
  atDesk: {
    about: {
      talking: 'You have a person on the line for',
      'wrap-up': 'Say what your call was: wrap-up for',
      preview: 'A person is on offer to you for',
    },
    go: 'To the desk',
  },
  draining: 'The server is being stopped: no new calls; conversations end in their own time.',
  killed: 'All dialing is stopped: {reason}',
  foreseen: {
    there: 'For the customer it is {time} in {zone} then.',
    allowed: 'The law allows that time.',
    refused: 'The law does not allow that time.',
    next: 'First allowed: {time}',
    take: 'Take it',
    unknown: 'What the law says of that time is not known: {text}',
  },
  age: { read: 'Read {age} ago', again: 'Read again' },
  retry: 'Try again',
  showMore: 'Show more',
  showMoreOf: 'Show more, {count} {count|is|are} left',
  nothingNamed: 'None has “{query}” in its name.',
  sortBy: 'Sort by {column}',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  unsaved: {
    ask: 'Your changes on this screen are not saved.',
    leave: 'Leave without saving',
    stay: 'Stay here',
    replace: 'Take version {version} into the editor? Your changes that are not saved go.',
    replaceYes: 'Take it',
  },
  menu: 'Menu',
  clock: '{time} {zone}',
  zone: 'Times are those of {zone}.',
  colors: { label: 'Colours', light: 'Light', dark: 'Dark', auto: 'As the system' },
  logOut: 'Log out',
  ownPassword: {
    title: 'Change password',
    present: 'Present password',
    submit: 'Change it',
    done: 'Your password is changed. Every other browser in which you were logged in is logged out.',
  },
  screensLabel: 'Screens',
  screens: {
    desk: 'Desk',
    board: 'Board',
    campaigns: 'Campaigns',
    lists: 'Lists',
    callbacks: 'Callbacks',
    reports: 'Reports',
    compliance: 'Compliance',
    users: 'Users',
  },
  roles: {
    agent: 'Agent',
    supervisor: 'Supervisor',
    manager: 'Manager',
    compliance: 'Compliance officer',
    admin: 'Administrator',
  },

  logIn: LOG_IN_TEXTS,
  link: FIRST_PASSWORD_TEXTS,
  desk: DESK_TEXTS,
  board: BOARD_TEXTS,
  campaigns: CAMPAIGN_TEXTS,
  lists: LIST_TEXTS,
  callbacks: CALLBACK_TEXTS,
  reports: REPORT_TEXTS,
  compliance: COMPLIANCE_TEXTS,
  users: USER_TEXTS,
  programs: PROGRAM_TEXTS,
  webhooks: WEBHOOK_TEXTS,
} as const;

/** Letters of scripts that run from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A value that runs from right to left stands by itself: it does not turn the words around it. */
function isolated(value: string): string {
  return RIGHT_TO_LEFT.test(value) ? `\u2068${value}\u2069` : value;
}

/** A place in a text: {count}, or words that go by a count: {count|lead|leads}. */
const PLACE = /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g;

/**
 * A text with its places filled: fill('{rate} of {limit}', { rate: '1 %', limit: '3 %' }).
 * '{count} {count|lead|leads}' is '1 lead' and '2 leads'.
 */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(PLACE, (place, name: string, one?: string, other?: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return one === undefined ? isolated(String(value)) : String(String(value) === '1' ? one : other);
  });
}
