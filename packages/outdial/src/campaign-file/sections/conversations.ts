/** The `conversations` section: transfers, parking and recording of calls that agents hold. */
import { LIMITS, RECORDING_DUTIES, RECORDING_RULES } from '@outdial/core';
import { z } from 'zod';
import { phone } from '../basic-values.js';
import { amount, plainText, whole } from '../limited-values.js';

const recordingSchema = z
  .strictObject({
    rule: z
      .enum(RECORDING_RULES)
      .default('never')
      .describe("Whether conversations are recorded: 'always' where the duty allows it, or by order."),
    duty: z
      .enum(RECORDING_DUTIES)
      .default('consent')
      .describe(
        "What must come before: the stricter of this and what the rules of the campaign's countries ask for.",
      ),
    announced: z
      .boolean()
      .default(false)
      .describe('Every conversation begins with the announcement that it is recorded.'),
    file: z
      .string()
      .max(200)
      .regex(/^(?!\/)(?!.*\.\.)[\w\-./{}]+$/)
      .refine(
        (name) => name.includes('{attempt}') && name.includes('{n}'),
        'must hold {attempt} and {n}: a recording of the same name would replace another',
      )
      .default('{campaign}/{attempt}-{n}')
      .describe('Name of the file. It holds {attempt} and {n}, and may hold {campaign} and {agent}.'),
    keepDays: whole('recordingDays')
      .exactOptional()
      .describe(
        "Days that the files are kept: 'outdial retention recordings' removes older ones, never before the " +
          'period of the law ends; absent: it removes none.',
      ),
  })
  .prefault({})
  .describe('Recording of conversations.');

const outsideSchema = z
  .strictObject({
    directory: z
      .array(
        z.strictObject({
          name: plainText('flowName').describe('What agents choose, such as Notary office.'),
          number: phone('Whom it reaches.'),
        }),
      )
      .max(LIMITS.directoryEntries.max)
      .default([])
      .describe(
        'Telephone numbers of contacts of the business that agents may consult or hand customers to.',
      ),
    typed: z
      .boolean()
      .default(false)
      .describe(
        'Agents may type other numbers: each is judged by the law as a call that an agent makes to an ' +
          'unknown person.',
      ),
    graceSeconds: amount('conversationSeconds')
      .default(45)
      .describe('A number has answered by then, or the customer goes back to the agent.'),
    talkMostMinutes: amount('talkMinutes')
      .default(60)
      .describe('A customer talks with a third party, without an agent, for no longer than this.'),
  })
  .prefault({})
  .describe('Third parties at telephone numbers: consultations and transfers.');

export const conversationsSchema = z
  .strictObject({
    transferGraceSeconds: amount('conversationSeconds')
      .default(20)
      .describe('A transferred customer is with somebody by then, or goes back to the agent.'),
    ownerFirstSeconds: amount('conversationSeconds')
      .default(5)
      .describe("A customer whose agent's telephone was lost waits for that agent alone for this long."),
    consultGraceSeconds: amount('conversationSeconds')
      .default(30)
      .describe('The agent who is consulted is there by then, or the customer is found on hold.'),
    parkMostSeconds: amount('conversationSeconds')
      .default(120)
      .describe('A parked customer goes back to who parked them after this long.'),
    flows: z
      .array(
        z.strictObject({
          name: plainText('flowName').describe('Which of flows.named; agents choose it by this name.'),
          recorded: z
            .boolean()
            .default(false)
            .describe(
              'The recording goes on while the flow speaks; otherwise it pauses, so that nothing that is ' +
                'keyed in is on it.',
            ),
        }),
      )
      .max(LIMITS.namedFlows.max)
      .default([])
      .describe('Call flows that agents may give customers to.'),
    outside: outsideSchema,
    recording: recordingSchema,
  })
  .prefault({})
  .describe('Conversations of agents: transfers, parking, recording.');
