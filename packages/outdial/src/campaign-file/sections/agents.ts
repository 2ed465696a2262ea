/** The `agents` section: who takes the calls. */
import { AGENT_WORK, LIMITS } from '@outdial/core';
import { z } from 'zod';
import { identifier } from '../basic-values.js';
import { amount, limitedText } from '../limited-values.js';

/** Whether a text is a regular expression. */
function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

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
          station: limitedText('station')
            .exactOptional()
            .describe("Where the agent's leg is called, e.g. PJSIP/101."),
          work: z.enum(AGENT_WORK).exactOptional().describe('What the agent takes; absent: inbound.work.'),
          skills: z.array(z.string().min(1)).default([]).describe('Skills that leads may ask for.'),
        }),
      )
      .default([])
      .describe('Agents of the campaign. An agent who logs in without a station gets the one named here.'),
    stationPattern: z
      .string()
      .max(LIMITS.station.max)
      .refine(isPattern, 'must be a regular expression, e.g. PJSIP/1\\d\\d')
      .nullable()
      .default(null)
      .describe(
        'Regular expression that a station must match as a whole when none of `people` has it; null: ' +
          'only the stations of `people` (on simulated telephony: any name). Trunks, telephone numbers and ' +
          "emergency numbers of the campaign's countries are refused whatever it says.",
      ),
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
          'null: agents act through the control interface or the API, on simulated telephony too, ' +
          'except in a simulation in virtual time.',
      ),
  })
  .prefault({})
  .describe('Who takes the calls.');
