/** The `simulation` section: the simulated carrier, its agents and its hour. */
import { z } from 'zod';
import { share } from '../basic-values.js';
import { amount, whole } from '../limited-values.js';

export const simulationSchema = z
  .strictObject({
    seed: z.int().min(0).default(1).describe('Same seed, same calls.'),
    startsAt: z.iso
      .datetime({ offset: true, error: 'must be an instant with offset, e.g. 2026-06-10T10:00:00-04:00' })
      .default('2026-06-10T13:00:00-04:00')
      .describe('Where virtual time starts.'),
    durationMinutes: amount('simulatedMinutes')
      .default(120)
      .describe('Virtual time after which the campaign drains.'),
    agents: whole('simulatedAgents').default(10).describe('Agents when agents.people is empty.'),
    answerShare: share('Calls that a live person answers.').default(0.25),
    machineShare: share('Calls that a machine answers.').default(0.3),
    busyShare: share('Calls that end busy.').default(0.05),
    invalidShare: share('Calls to numbers out of service.').default(0.03),
    ringMeanSeconds: amount('ringMeanSeconds').default(11).describe('Mean time until somebody answers.'),
    talkMeanSeconds: amount('talkMeanSeconds')
      .default(100)
      .describe('Mean conversation, until the called person hangs up.'),
    returnShare: share(
      'People who missed a call, or heard a message instead of an agent, and call back. Where no campaign ' +
        'takes the number, they are refused.',
    ).default(0.05),
    returnMeanSeconds: amount('returnMeanSeconds')
      .default(300)
      .describe('Mean time from the missed call until they call back.'),
    wrapUpMeanSeconds: amount('agentMeanSeconds').default(20).describe('Mean wrap-up of simulated agents.'),
  })
  .prefault({})
  .describe('The simulated carrier, its agents, and the virtual hour.');
