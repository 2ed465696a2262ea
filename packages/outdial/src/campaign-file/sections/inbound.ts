/** The `inbound` section: calls that come in. */
import { AGENT_WORK } from '@outdial/core';
import { z } from 'zod';
import { media, phone, timeZone } from '../basic-values.js';
import { amount } from '../limited-values.js';
import { spans } from './policies.js';

const hoursSchema = z
  .strictObject({
    timeZone: timeZone('Zone of the hours; absent: that of the campaign.').exactOptional(),
    weekdays: spans.default('*').describe("Monday to Friday, like '09:00-18:00'."),
    saturday: spans.default('').describe("'' is closed."),
    sunday: spans.default('').describe("'' is closed."),
  })
  .nullable()
  .default(null)
  .describe('When callers get an agent; null: whenever the campaign runs.');

const announcementsSchema = z
  .strictObject({
    everySeconds: amount('announceSeconds').default(30).describe('Pause between two announcements.'),
    next: media('Audio for the caller who is next.').default(['sound:queue-youarenext']),
    before: media('Audio before the number of the place.').default(['sound:queue-thereare']),
    after: media('Audio after the number of the place.').default(['sound:queue-callswaiting']),
  })
  .nullable()
  .prefault({})
  .describe('What callers are told while they wait; null: nothing.');

const callbackSchema = z
  .strictObject({
    key: z
      .string()
      .regex(/^[0-9*#]$/, 'must be one key: 0-9, * or #')
      .default('1')
      .describe('Key by which a caller asks to be called back.'),
    offer: media('Audio that tells of the key, after the place.'),
    confirmation: media('Audio for a caller who has asked. The call ends after it.'),
  })
  .nullable()
  .default(null)
  .describe(
    'Callback in place of waiting, for callers whom a list knows: they keep their place and are dialed ' +
      'when their turn comes, where the law allows the call; null: none is offered.',
  );

export const inboundSchema = z
  .strictObject({
    numbers: z
      .array(phone('Number that people call.'))
      .min(1)
      .exactOptional()
      .describe('Numbers whose calls the campaign takes; absent: callerNumber.'),
    hours: hoursSchema,
    closed: media('Audio outside the hours. The call ends after it.').exactOptional(),
    mostWaiting: z
      .int()
      .min(0)
      .max(1_000)
      .default(20)
      .describe('Callers who wait at once; more are refused.'),
    mostWaitSeconds: amount('callerWaitSeconds').default(600).describe('Longest wait.'),
    overflow: media('Audio for a caller who has waited for that long. The call ends after it.'),
    announcements: announcementsSchema,
    callback: callbackSchema,
    skills: z.array(z.string().min(1)).default([]).describe('Skills that agents need for callers.'),
    work: z
      .enum(AGENT_WORK)
      .default('both')
      .describe('What agents take who do not have a setting of their own: callers, dialed calls, or both.'),
    serviceLevelSeconds: amount('callerWaitSeconds')
      .default(20)
      .describe('A caller whom an agent takes within this time is served in time.'),
  })
  .describe('Calls that come in; absent: none is taken.');
