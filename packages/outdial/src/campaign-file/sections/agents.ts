/** The `agents` section: who takes the calls. */
import { z } from 'zod';
import { identifier } from '../basic-values.js';
import { amount } from '../limited-values.js';

export const agentsSchema = z
  .strictObject({
    persistentLegs: z
      .boolean()
      .default(true)
      .describe(
        'True: agents keep a leg up while logged in; false: the leg is rung before each call is dialed.',
      ),
    people: z
      .array(
        z.strictObject({
          id: identifier('Agent id.'),
          station: z
            .string()
            .min(1)
            .exactOptional()
            .describe("Where the agent's leg is called, e.g. PJSIP/101."),
          skills: z.array(z.string().min(1)).default([]).describe('Skills that leads may ask for.'),
        }),
      )
      .default([])
      .describe('Agents of the campaign.'),
    automatic: z
      .strictObject({
        talkMeanSeconds: amount('talkMeanSeconds')
          .nullable()
          .default(null)
          .describe('Mean talk time; null: only the called party hangs up.'),
        wrapUpMeanSeconds: amount('agentMeanSeconds').default(10).describe('Mean wrap-up time.'),
        decideMeanSeconds: amount('agentMeanSeconds')
          .default(3)
          .describe('Preview: until the lead is accepted; manual: pause before the next call.'),
        dispositions: z
          .record(z.string(), z.number().min(0))
          .default({ sale: 1, 'right-party': 6, 'not-interested': 3 })
          .describe('Weights of the codes they give.'),
        seed: z.int().min(0).default(1).describe('Same seed, same behaviour.'),
      })
      .nullable()
      .default(null)
      .describe(
        'Agents that act by themselves, for demonstrations and tests; ' +
          'null: agents act through the control interface or the API.',
      ),
  })
  .prefault({})
  .describe('Who takes the calls.');
