/** The `preview` and `wrapUp` sections: what agents do before and after a call. */
import { PREVIEW_TIMEOUTS } from '@outdial/core';
import { z } from 'zod';
import { identifier } from '../basic-values.js';
import { amount } from '../limited-values.js';

export const previewSchema = z
  .strictObject({
    timeoutSeconds: amount('previewTimeoutSeconds')
      .nullable()
      .default(null)
      .describe('The lead waits this long for the agent; null: without limit.'),
    onTimeout: z
      .enum(PREVIEW_TIMEOUTS)
      .default('skip')
      .describe("What the timer does. With 'dial' the law treats the call as automated."),
    skipDelayMinutes: amount('skipDelayMinutes')
      .default(60)
      .describe('A skipped lead is not offered again for this long.'),
  })
  .prefault({})
  .describe('Preview mode.');

export const wrapUpSchema = z
  .strictObject({
    timeoutSeconds: amount('wrapUpTimeoutSeconds')
      .default(60)
      .describe('When it has passed, the engine sets `disposition`.'),
    disposition: identifier(
      'Code set when the agent gives none in time; it must read as a conversation.',
    ).default('unspecified'),
  })
  .prefault({})
  .describe('Wrap-up: the time after the conversation.');
