/** The `dialing` section: speed and time-outs. */
import { z } from 'zod';

/** Longest a phone may be left ringing; beyond it networks hang up by themselves. */
const LONGEST_RING_SECONDS = 180;
/** The legal minimum wherever there is one (47 CFR 64.1200(a)(6): 15 seconds or four rings). */
const SHORTEST_RING_SECONDS = 15;

export const dialingSchema = z
  .strictObject({
    lines: z
      .int()
      .min(1)
      .max(20_000)
      .default(100)
      .describe('Most calls at once, reserved and live ones included.'),
    callsPerSecond: z.number().positive().max(1000).default(5).describe('Most new calls a second.'),
    callsPerAgent: z
      .number()
      .min(1)
      .max(20)
      .default(2)
      .describe('Power mode: calls in flight per free agent.'),
    speed: z
      .number()
      .min(1)
      .max(20)
      .nullable()
      .default(null)
      .describe(
        'Calls per free agent, set by a supervisor; null: the pacer decides. The legal limits hold either way.',
      ),
    ringTimeoutSeconds: z
      .number()
      .min(SHORTEST_RING_SECONDS, 'a phone must ring at least 15 s before we hang up')
      .max(LONGEST_RING_SECONDS)
      .default(25)
      .describe('Counted from the first ringing, 15 to 180.'),
    setupTimeoutSeconds: z
      .number()
      .min(2)
      .max(60)
      .default(8)
      .describe(
        'From the request until something rings; then it is a trunk fault and no attempt on the lead.',
      ),
    dialCommandLifeMs: z
      .int()
      .min(200)
      .max(10_000)
      .default(2000)
      .describe('A dial command older than this is not carried out.'),
    bufferSeconds: z
      .number()
      .min(1)
      .max(120)
      .default(10)
      .describe('Leads claimed ahead of need, in seconds of dialing.'),
  })
  .prefault({})
  .describe('Speed and time-outs of dialing.');
