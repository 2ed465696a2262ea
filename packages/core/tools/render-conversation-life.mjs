/** The page of a conversation's life, from its table of stages and moves. Pure: tables in, text out. */

/** What the orders do, and what becomes of a conversation where they cannot be followed. */
const NOTES = [
  '- A blind transfer frees the agent at once. The customer hears music, and the agent wraps up. If nobody',
  '  takes the customer within `transferGraceMs`, they go back to that agent, also from a pause or from',
  '  wrap-up; where that is not possible, the abandonment flow plays. It does not count as abandoned by law,',
  '  because the customer had an agent; it counts in `transfers.unserved`.',
  '- An agent whose leg is lost: the customer hears music and waits `ownerFirstMs` for the same agent, whose',
  '  station is called again, then for any agent with the skills. A person who hangs up their station ends',
  '  the call.',
  '- An agent who hands a conversation over goes to wrap-up for their part. Their disposition is noted, and a',
  "  fact that it sets, such as a request not to be called, is in force at once; the last owner's",
  '  disposition ends the attempt.',
  '- An agent reserved for a consultation, a transfer or a parked customer is not free for new calls. The',
  '  pacer learns this work apart from its own calls.',
  '- A telephone number (`named` in the directory of the campaign, or typed where it may be) is called for the',
  '  conversation as any call is: interlocks, journal, law, caller number, a line. Busy, unanswered, refused: the',
  '  agent is told why and has the customer again; after a blind transfer the customer goes back to the agent,',
  '  else the abandonment flow plays. Recording pauses while a number takes part, where the law has a duty before',
  '  it. When the agent leaves, the recording ends, the conversation is `outside`, and the last',
  '  agent says what became of it. It ends when either hangs up, or after `talkMostMs`.',
  '- A call flow (`flow` of the campaign, for a payment line, a survey, a menu) gets the customer by `agent.transfer`',
  '  and no other order. The agent is free for wrap-up at once. The flow begins out of the music; the conversation is',
  '  `in-flow` until the flow hangs up, an agent whom it asks for has the customer, or the customer hangs up. Where',
  '  nobody comes whom it asks for, it goes on. If telephony cannot play its first audio, the customer goes back to the',
  '  agent, else the abandonment flow plays. What it says of the call (disposition, answers, an opt-out) counts as in',
  "  an agentless call; without a disposition of the flow the agent's stands. The recording pauses, or goes on where",
  '  the campaign says so. A recorded or artificial voice speaks to whom we called only where the law allowed it when',
  '  the call was placed, or they asked for it (`asked` in the order); a flow of telemarketing needs the former.',
  '- Where nobody owns a conversation when it ends, its attempt waits for the wrap-up of the last agent, so that their',
  '  disposition counts.',
  '- After a crash a conversation goes on as it is found: the owner has the customer back, and a third party',
  '  beside an agent is hung up. A customer alone with a telephone number stays with it, and no longer than',
  '  before. One who is found without the agent they had is `seeking`: that agent for `ownerFirstMs`, then any.',
  '  One who was in a flow hears it from its beginning.',
  '- Recording begins only with the ground that the law asks for: `duty` of the campaign, and the `ground` in',
  '  the order.',
];

/**
 * The page docs/concepts/conversation-life.md.
 *
 * @param {{ stages: readonly string[],
 *   meanings: Record<string, { means: string, owned: boolean, customerHears: string, ownerHears: string | null }>,
 *   moves: readonly { from: string, to: string, when: string, by: readonly string[] }[],
 *   orders: readonly string[], entries: readonly string[] }} table
 */
export function renderConversationPage({ stages, meanings, moves, orders, entries }) {
  const code = (text) => `\`${text}\``;
  return [
    '# The life of a conversation',
    '',
    '<!-- Generated from packages/core/src/campaign/conversation/stages.ts by ' +
      'packages/core/tools/generate-call-life.mjs. -->',
    '',
    'A conversation begins when an agent and a customer hear each other, and lasts until the call is over. It has the',
    'customer, the agent who owns it, at most one third party, and supervisors. It is in one stage at a time. A move',
    'that the table does not hold breaks an invariant. In [the life of a call](call-life.md) all of it is the stage',
    '`connected`.',
    '',
    '## Stages',
    '',
    '| stage | what it means | owner | the customer hears | the owner hears |',
    '|---|---|---|---|---|',
    ...stages.map((stage) => {
      const { means, owned, customerHears, ownerHears } = meanings[stage];
      const owner = owned ? 'one agent' : 'nobody';
      return `| ${stage} | ${means} | ${owner} | ${customerHears} | ${ownerHears ?? ''} |`;
    }),
    '',
    '## Moves',
    '',
    'An order is accepted or rejected at once. What it changes is in force when telephony has carried it out',
    '(`conversation.arranged`); until then further orders are rejected as `conversation-busy`. An order that telephony',
    'refuses, or does not answer three times in six seconds, leaves everything as it was and is reported by',
    '`conversation.order-failed`.',
    '',
    '| from | to | when | caused by |',
    '|---|---|---|---|',
    ...moves.map(({ from, to, when, by }) => `| ${from} | ${to} | ${when} | ${by.map(code).join(' ')} |`),
    '',
    '## Orders',
    '',
    orders.map(code).join(', ') + '.',
    '',
    ...NOTES,
    '',
    '## On record',
    '',
    'The audit trail has ' + entries.map(code).join(', ') + '. Keys that were sent are counted, never kept.',
    '',
  ].join('\n');
}
