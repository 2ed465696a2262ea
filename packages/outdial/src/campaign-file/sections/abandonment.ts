/** The `abandonment` section: what an abandoned call hears, and how often that may happen. */
import { PROMPT_VOICES } from '@outdial/core';
import { z } from 'zod';
import { media, phone, share } from '../basic-values.js';
import { amount, whole } from '../limited-values.js';

export const abandonmentSchema = z
  .strictObject({
    identification: media(
      'Audio for a called person when no agent is free in time: who called and, when selling, ' +
        'that the call was for telemarketing purposes.',
    ),
    optOutNumber: phone('Number good for opt-outs in business hours, as long as the campaign runs.'),
    optOutNumberMedia: media('Audio that says this number; absent: spoken digit by digit.').exactOptional(),
    optOutOffer: media('Audio that tells which key opts out.'),
    optOutKey: z
      .string()
      .regex(/^[0-9*#]$/, 'must be one key: 0-9, * or #')
      .default('9')
      .describe('Key that records the opt-out.'),
    optOutCovers: z.enum(['number', 'person']).default('person').describe('Whom an opt-out by key covers.'),
    voice: z.enum(PROMPT_VOICES).default('prerecorded').describe('Voice of the message.'),
    transcript: z.string().min(1).exactOptional().describe('The words of the message, for reviewers.'),
    targetShare: share(
      'Abandonment rate that the pacer aims at; absent: a tenth below the smallest limit.',
    ).exactOptional(),
    limitShare: share(
      'A limit of the client in addition to the legal limits, ' +
        'per 30 days from the first call of the campaign.',
    ).exactOptional(),
    connectGraceMs: whole('connectGraceMs')
      .exactOptional()
      .describe('From the live answer until an agent must have the call; a shorter legal limit applies.'),
    banHours: amount('banHours')
      .exactOptional()
      .describe('The lead is not called for this long after abandonment; a longer legal minimum applies.'),
  })
  .describe('What an abandoned call hears, and how often that may happen.');
