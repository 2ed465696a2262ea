/**
 * Snapshots of version 1, of the code before the stage `adopting`: their memory in the shape of version 2. A
 * campaign restored from one continues as if this code had taken it.
 */
import { CALL_STAGES } from './call/stages.js';
import { isPlain, renamed, withCurrentNames, type PlainObject, type Renames } from './former-names.js';

const STATE_NAMES: Renames = {
  held: 'leadBuffer',
  promised: 'reservedAgentBuffer',
  openingPaced: 'openingForPacer',
  heldUntil: 'dialNotBefore',
  lastDryAt: 'noLeadsReportedAt',
  sampleDebt: 'sampleAccrued',
  steeredAt: 'targetCorrectedAt',
};
const CALL_NAMES: Renames = { paced: 'countsForPacer' };
const AGENT_NAMES: Renames = { then: 'next' };

/** The state of a campaign from a snapshot of version 1, after Maps and Sets were restored. */
export function stateOfVersion1(state: PlainObject): PlainObject {
  const { settings, calls, unreconciled, agents, tally, claim } = state;
  return {
    ...renamed(state, STATE_NAMES),
    settings: isPlain(settings) ? withCurrentNames(settings) : settings,
    calls: eachValue(calls, (call) => renamed(call, CALL_NAMES)),
    // Version 1 gave the calls of an earlier process the stage 'ending' until telephony had reported on them.
    unreconciled: eachValue(unreconciled, (call) => ({ ...renamed(call, CALL_NAMES), stage: 'adopting' })),
    agents: eachValue(agents, (agent) => renamed(agent, AGENT_NAMES)),
    tally: {
      ...Object.fromEntries(CALL_STAGES.map((stage) => [stage, 0])),
      ...(isPlain(tally) ? tally : {}),
    },
    claim: isPlain(claim) ? { pushed: [], ...claim } : claim,
  };
}

function eachValue(map: unknown, change: (value: PlainObject) => PlainObject): unknown {
  if (!(map instanceof Map)) return map;
  return new Map(
    [...(map as Map<unknown, unknown>)].map(([key, value]) => [key, isPlain(value) ? change(value) : value]),
  );
}
