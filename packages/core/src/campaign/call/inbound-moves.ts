/** The moves of calls that came in, until an agent has them. */
import { type AllowedMove, FLOW_STEP, NO_AGENT } from './move-causes.js';

/** The moves of callers: calls that came in, until they have an agent. */
export const INBOUND_MOVES: readonly AllowedMove[] = [
  { from: 'arriving', to: 'queued', when: 'telephony has answered the call', by: ['call.answered'] },
  { from: 'arriving', to: 'in-flow', when: 'it came outside the hours', by: ['call.answered'] },
  { from: 'arriving', to: 'ending', when: 'there is no news of it', by: ['timer expiry', 'call.reconciled'] },
  { from: 'arriving', to: 'closing', when: 'the caller hangs up', by: ['call.ended'] },
  {
    from: 'queued',
    to: 'connecting',
    when: 'an agent is free, and their leg is up',
    by: ['settling', 'agent.leg-up'],
  },
  {
    from: 'queued',
    to: 'in-flow',
    when: 'the caller has waited for too long, or asks to be called back',
    by: ['timer queue', 'call.digit'],
  },
  {
    from: 'queued',
    to: 'ending',
    when: 'it is hung up by order',
    by: ['agent.hang-up', 'campaign.hang-up', 'call.reconciled'],
  },
  { from: 'queued', to: 'closing', when: 'the caller hangs up', by: ['call.ended'] },
  { from: 'connecting', to: 'queued', when: 'the agent’s leg does not take the caller', by: NO_AGENT },
  { from: 'in-flow', to: 'queued', when: 'the flow transfers a caller to an agent', by: FLOW_STEP },
  {
    from: 'adopting',
    to: 'queued',
    when: 'after a restart, a caller still waits',
    by: ['call.reconciled', 'call.answered'],
  },
];
