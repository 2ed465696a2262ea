/** Syntax of the commands that show what a campaign has done, what the law says, and what is wrong. */
import { CALL_VOICES, DIAL_MODES, PHONE_LINE_TYPES } from '@outdial/core';
import { STARTING_PURPOSES } from '../starting-files/by-purpose.js';
import type { Given } from './command-syntax.js';

/** `outdial report`. */
export const REPORT = {
  name: 'report',
  summary: 'what the campaign has done: table, JSON, CSV or a page with plots',
  arguments: {},
  shares: ['campaign', 'out'],
  options: {
    format: {
      kind: 'choice',
      value: 'format',
      words: ['table', 'json', 'csv', 'html'],
      about: '{words}',
      fallback: 'table',
    },
    from: {
      kind: 'text',
      value: 'day',
      about: "attempts from this day on, in the agency's time zone, or from an instant with offset",
    },
    to: { kind: 'text', value: 'day', about: 'attempts up to the end of this day, or before an instant' },
    list: { kind: 'text', value: 'id', about: 'only attempts on leads of this list' },
    agent: { kind: 'text', value: 'id', about: 'only attempts that this agent took' },
    detectionErrors: {
      kind: 'text',
      value: 'share',
      about: 'your estimate (0..1) of machine verdicts that were persons, which Ofcom counts as abandoned',
    },
  },
} as const;

/** What `outdial report` is given. */
export type ReportGiven = Given<typeof REPORT>;

/** How a report is written. */
export type ReportFormat = ReportGiven['format'];

/** `outdial status`. */
export const STATUS = {
  name: 'status',
  summary: 'the state of the campaign: leads dialable now, calls open, kill switch',
  arguments: {},
  shares: ['campaign', 'json'],
  options: {},
} as const;

/** What `outdial status` is given. */
export type StatusGiven = Given<typeof STATUS>;

/** `outdial doctor`. */
export const DOCTOR = {
  name: 'doctor',
  summary: [
    'check campaign file, law, database, Asterisk, trunk and time-zone data, and say what to do;',
    'with a folder: a server and each of its campaigns',
  ],
  arguments: {
    folder: { count: 'maybe', about: 'folder of a server, with its outdial.yaml' },
  },
  shares: ['campaign', 'json'],
  options: {},
} as const;

/** What `outdial doctor` is given. */
export type DoctorGiven = Given<typeof DOCTOR>;

/** `outdial check`. */
export const CHECK = {
  name: 'check',
  summary: [
    'explain one number: zones, rules, verdicts, next legal time; shows the number;',
    'with --purpose no campaign file is read: the options say what is asked',
  ],
  arguments: { number: { count: 'one', about: 'telephone number' } },
  shares: ['campaign', 'json'],
  options: {
    at: {
      kind: 'text',
      value: 'instant',
      about: 'ask for this instant (ISO 8601 with offset; default: now)',
    },
    region: {
      kind: 'text',
      value: 'code',
      about: 'state, province or country part of the called party, e.g. FL',
    },
    purpose: {
      kind: 'choice',
      value: 'purpose',
      words: STARTING_PURPOSES,
      about: 'without a campaign file: {words}',
    },
    voice: {
      kind: 'choice',
      value: 'voice',
      words: CALL_VOICES,
      about: 'with --purpose: {words} (default: live)',
    },
    mode: {
      kind: 'choice',
      value: 'mode',
      words: DIAL_MODES,
      about: 'with --purpose: {words} (default: predictive)',
    },
    line: { kind: 'choice', value: 'line', words: PHONE_LINE_TYPES, about: 'with --purpose: {words}' },
    zip: { kind: 'text', value: 'code', about: 'with --purpose: postal code of the called party' },
    country: {
      kind: 'country',
      value: 'code',
      about: 'with --purpose: country of the address, and of a number without a country code (default: US)',
    },
    all: { kind: 'switch', about: 'also the rules that bind the campaign, not this call' },
  },
} as const;

/** What `outdial check` is given. */
export type CheckGiven = Given<typeof CHECK>;

/** `outdial schema`. */
export const SCHEMA = {
  name: 'schema',
  summary: 'print the JSON schema of the campaign file',
  arguments: {},
  shares: [],
  options: {},
} as const;
