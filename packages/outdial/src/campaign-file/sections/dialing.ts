/** The `dialing` section: speed and time-outs. */
import { z } from 'zod';
import { LIMITS } from '@outdial/core';
import { amount, whole } from '../limited-values.js';

const RING = LIMITS.ringTimeoutSeconds;

export const dialingSchema = z
  .strictObject({
    lines: whole('lines').default(100).describe('Most calls at once, reserved and live ones included.'),
    callsPerSecond: amount('callsPerSecond').default(5).describe('Most new calls a second.'),
    nodes: whole('campaignNodes')
      .default(1)
      .describe(
        'Nodes that work the campaign at once, at most. Above 1 it is spread: lines and callsPerSecond are ' +
          'divided among the nodes at work. For agentless campaigns without agents.',
      ),
    callsPerAgent: amount('callsPerAgent').default(2).describe('Power mode: calls in flight per free agent.'),
    speed: amount('callsPerAgent')
      .nullable()
      .default(null)
      .describe(
        'Calls per free agent, set by a supervisor; null: the pacer decides. ' +
          'The legal limits hold either way.',
      ),
    ringTimeoutSeconds: z
      .number()
      .min(RING.min, `a phone must ring at least ${RING.min} s before we hang up`)
      .max(RING.max)
      .default(25)
      .describe(`Counted from the first ringing, ${RING.min} to ${RING.max}.`),
    setupTimeoutSeconds: amount('setupTimeoutSeconds')
      .default(8)
      .describe(
        'From the request until something rings; then it is a trunk fault and no attempt on the lead.',
      ),
    dialCommandLifeMs: whole('dialCommandLifeMs')
      .default(2000)
      .describe('A dial command older than this is not carried out.'),
    bufferSeconds: amount('bufferSeconds')
      .default(10)
      .describe('Leads claimed ahead of need, in seconds of dialing.'),
  })
  .prefault({})
  .describe('Speed and time-outs of dialing.');
