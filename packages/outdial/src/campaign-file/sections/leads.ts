/** The `leads` section: which leads are dialed, in which order, and which closed ones come back. */
import { LEAD_ORDERS } from '@outdial/store';
import { z } from 'zod';
import { identifier } from '../basic-values.js';
import { limitedText } from '../limited-values.js';
import { recycleSchema } from './recycle.js';

export const leadsSchema = z
  .strictObject({
    filter: limitedText('leadExpression')
      .exactOptional()
      .describe(
        'Only leads for which it is true are dialed, e.g. state in ["CA", "NV"] and balance > 500; ' +
          'the others stay as they are (docs/guides/filters-and-order.md).',
      ),
    order: z
      .enum(LEAD_ORDERS)
      .default('oldest-first')
      .describe(
        'Order of leads of one priority. oldest-first: as they came, those first whose calling hours end ' +
          'soonest; newest-first; longest-uncalled: never called first; score: the largest first; random.',
      ),
    score: limitedText('leadExpression')
      .exactOptional()
      .describe('Number of a lead for order: score, e.g. rating * 100 - attempts; filter may name it.'),
    seed: identifier('Of order: random. The same seed gives the same order.').exactOptional(),
    recycle: recycleSchema.exactOptional(),
  })
  .prefault({})
  .describe('Which leads are dialed, in which order, and which closed ones come back.');
