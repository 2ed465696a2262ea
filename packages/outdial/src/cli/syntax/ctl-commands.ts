/** Syntax of the commands that steer a running campaign through its control interface. */
import { DIAL_MODES, MONITOR_WAYS, RECORDING_GROUNDS, RECORDING_STATES } from '@outdial/core';
import { CONVERSATION_ORDER_ENTRIES } from '../../dialer/conversation-orders.js';
import type { Given } from './command-syntax.js';

/** `outdial ctl mode`. */
export const CTL_MODE = {
  name: 'ctl mode',
  summary: 'change the mode while calls are in flight',
  arguments: { mode: { count: 'one', about: DIAL_MODES.join(', ') } },
  shares: ['campaign'],
  options: {},
} as const;

/** What `outdial ctl mode` is given. */
export type CtlModeGiven = Given<typeof CTL_MODE>;

/** `outdial ctl speed`. */
export const CTL_SPEED = {
  name: 'ctl speed',
  summary: 'set calls per free agent, or leave it to the pacer; the legal limits hold either way',
  arguments: { speed: { count: 'one', about: "calls per free agent, or 'auto': the pacer decides" } },
  shares: ['campaign'],
  options: {},
} as const;

/** What `outdial ctl speed` is given. */
export type CtlSpeedGiven = Given<typeof CTL_SPEED>;

/** `outdial ctl pause`. */
export const CTL_PAUSE = {
  name: 'ctl pause',
  summary: 'place no new calls until ctl resume; live ones go on',
  arguments: {},
  shares: ['campaign'],
  options: {
    why: {
      kind: 'text',
      earlier: 'reason',
      value: 'words',
      about: 'why, for the audit trail',
      fallback: 'ordered on the command line',
    },
  },
} as const;

/** What `outdial ctl pause` is given. */
export type CtlPauseGiven = Given<typeof CTL_PAUSE>;

/** `outdial ctl resume`. */
export const CTL_RESUME = {
  name: 'ctl resume',
  summary: 'dial again after ctl pause',
  arguments: {},
  shares: ['campaign'],
  options: {},
} as const;

/** What `outdial ctl resume` is given. */
export type CtlResumeGiven = Given<typeof CTL_RESUME>;

/** `outdial ctl agents`. */
export const CTL_AGENTS = {
  name: 'ctl agents',
  summary: 'the agents of the running campaign: state, since when, why paused',
  arguments: {},
  shares: ['campaign', 'json'],
  options: {},
} as const;

/** What `outdial ctl agents` is given. */
export type CtlAgentsGiven = Given<typeof CTL_AGENTS>;

/** `outdial ctl calls`. */
export const CTL_CALLS = {
  name: 'ctl calls',
  summary: 'the calls of the running campaign: attempt, stage, since when, agent',
  arguments: {},
  shares: ['campaign', 'json'],
  options: {},
} as const;

/** What `outdial ctl calls` is given. */
export type CtlCallsGiven = Given<typeof CTL_CALLS>;

/** `outdial ctl hang-up`. */
export const CTL_HANG_UP = {
  name: 'ctl hang-up',
  summary: 'hang up one call, also of a customer and a telephone number without an agent',
  arguments: { attempt: { count: 'one', about: "attempt of the call, as 'ctl calls' names it" } },
  shares: ['campaign'],
  options: {
    why: {
      kind: 'text',
      earlier: 'reason',
      value: 'words',
      about: 'why, for the audit trail',
      fallback: 'ordered on the command line',
    },
  },
} as const;

/** What `outdial ctl hang-up` is given. */
export type CtlHangUpGiven = Given<typeof CTL_HANG_UP>;

/** `outdial ctl conversation`. */
export const CTL_CONVERSATION = {
  name: 'ctl conversation',
  summary: "give an order about an agent's conversation, or listen to one as a supervisor who is logged in",
  arguments: {
    agent: { count: 'one', about: 'who gives the order: the agent, or the supervisor' },
    order: { count: 'one', about: Object.keys(CONVERSATION_ORDER_ENTRIES).join(', ') },
  },
  shares: ['campaign'],
  options: {
    to: { kind: 'text', value: 'agent', about: 'consult, transfer: this agent (default: any who is free)' },
    name: { kind: 'text', value: 'name', about: 'consult, transfer: this number of the directory' },
    number: { kind: 'text', value: 'number', about: 'consult, transfer: this number, E.164' },
    flow: { kind: 'text', value: 'name', about: 'transfer: this call flow of the campaign' },
    asked: { kind: 'switch', about: 'transfer to a flow: the customer asked for it, or agreed to it' },
    skills: { kind: 'texts', value: 'skill', about: 'consult, transfer: a free agent who has these skills' },
    watched: { kind: 'text', value: 'agent', about: 'monitor, take-over: whose conversation' },
    how: { kind: 'choice', value: 'way', words: MONITOR_WAYS, about: 'monitor: {words}' },
    digits: { kind: 'text', value: 'keys', about: 'digits: the keys to send' },
    parked: { kind: 'text', value: 'attempt', about: 'unpark: the attempt of the parked customer' },
    state: { kind: 'choice', value: 'state', words: RECORDING_STATES, about: 'record: {words}' },
    ground: {
      kind: 'choice',
      value: 'ground',
      words: RECORDING_GROUNDS,
      about: 'record: what was done before, where the law asks for it: {words}',
    },
  },
} as const;

/** What `outdial ctl conversation` is given. */
export type CtlConversationGiven = Given<typeof CTL_CONVERSATION>;
