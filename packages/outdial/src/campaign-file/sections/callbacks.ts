/** The `callbacks` section: what happens to scheduled callbacks. */
import { z } from 'zod';
import { amount } from '../limited-values.js';

export const callbacksSchema = z
  .strictObject({
    anybodyAfterMinutes: amount('retryDelayMinutes')
      .nullable()
      .default(60)
      .describe(
        'A callback reserved for one agent goes to any agent when it is overdue for this long; ' +
          'null: it waits for that agent without limit.',
      ),
  })
  .prefault({})
  .describe('Scheduled callbacks.');
