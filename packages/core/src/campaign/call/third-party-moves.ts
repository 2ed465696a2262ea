/** The moves of a call to the third party of a conversation that no other call makes. */
import { THIRD_DROPPED, type AllowedMove } from './move-causes.js';

/** A third party takes part until they hang up, or are wanted no more. */
export const THIRD_PARTY_MOVES: readonly AllowedMove[] = [
  ...(['dialing', 'ringing'] as const).map((from): AllowedMove => ({
    from,
    to: 'joined',
    when: 'a third party answers',
    by: ['call.answered'],
  })),
  {
    from: 'adopting',
    to: 'joined',
    when: 'after a restart, a third party is found alone with the customer',
    by: ['call.reconciled'],
  },
  {
    from: 'joined',
    to: 'ending',
    when: 'the conversation does without the third party, or is over',
    by: THIRD_DROPPED,
  },
  { from: 'joined', to: 'closing', when: 'the third party hangs up', by: ['call.ended'] },
];
