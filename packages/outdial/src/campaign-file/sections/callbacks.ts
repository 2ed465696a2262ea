/** The `callbacks` section: calls that were promised. */
import { z } from 'zod';
import { amount } from '../limited-values.js';

export const callbacksSchema = z
  .strictObject({
    anybodyAfterMinutes: amount('retryDelayMinutes')
      .nullable()
      .default(60)
      .describe(
        'A callback that one agent promised and did not make for so long after it was due ' +
          'goes to any agent; null: it waits for that agent, however late.',
      ),
  })
  .prefault({})
  .describe('Calls that were promised.');
