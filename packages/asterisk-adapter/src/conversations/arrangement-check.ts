/** Whether an arrangement can be carried out, before anything is moved. */
import type { ArrangeCommand, PartyRef, PlacedParty, TelephonyRefusal } from '@outdial/core';
import type { AgentLegs } from '../agents/agent-legs.js';
import { isUsable, type Call } from '../calls/call.js';
import type { CallTable } from '../calls/call-table.js';
import { isInRoom, type Member, type Party } from './party.js';

/** What the check looks parties up in. */
export interface PartyTables {
  readonly calls: Pick<CallTable, 'get'>;
  readonly legs: Pick<AgentLegs, 'get'>;
}

/** An arrangement that cannot be carried out, with the party at fault where there is one. */
export interface ArrangementFault {
  readonly refusal: TelephonyRefusal;
  readonly party: PartyRef | null;
}

/** The members that the command asks for, or why it cannot be carried out. */
export type CheckedArrangement =
  | { readonly members: readonly Member[]; readonly fault: null }
  | { readonly members: null; readonly fault: ArrangementFault };

/** Looks every party of an arrangement of this customer up. */
export function checkArrangement(
  tables: PartyTables,
  customer: Call,
  command: ArrangeCommand,
): CheckedArrangement {
  const contradiction = contradictionIn(command);
  if (contradiction) return { members: null, fault: contradiction };
  const members: Member[] = [];
  for (const placed of command.parties) {
    const party = partyOf(tables, customer, placed.party);
    if ('refusal' in party) return { members: null, fault: party };
    const watched = watchedBy(tables, placed);
    if (watched !== null && 'refusal' in watched) return { members: null, fault: watched };
    const { place, muted = false, aloneHears } = placed;
    members.push({ party, place, muted, rings: aloneHears === 'ringing', watched });
  }
  return { members, fault: null };
}

function contradictionIn({ attemptId, parties }: ArrangeCommand): ArrangementFault | null {
  const isCustomer = ({ party }: PlacedParty): boolean =>
    party.kind === 'call' && party.attemptId === attemptId;
  const names = parties.map(({ party }) => nameOf(party));
  const twice = parties.find(({ party }, index) => names.indexOf(nameOf(party)) !== index);
  if (!parties.some(isCustomer)) return fault(null, 'bad-command', 'the customer is not one of the parties');
  if (twice) return fault(twice.party, 'bad-command', 'a party has two places');
  for (const placed of parties) {
    const { party, place, watchedAgentId } = placed;
    if (placed.aloneHears !== undefined && (party.kind === 'call' || !isInRoom(placed)))
      return fault(party, 'bad-command', 'only a leg in a room hears something when it is alone');
    const watches = place === 'listening' || place === 'whispering';
    if (watches && party.kind === 'call') return fault(party, 'bad-command', 'only a leg can listen');
    if (watches !== (watchedAgentId !== undefined))
      return fault(
        party,
        'bad-command',
        'an agent is watched by a listening or whispering leg, and by no other',
      );
    if (party.kind === 'agent' && watchedAgentId === party.agentId)
      return fault(party, 'bad-command', 'nobody listens to themselves');
  }
  return null;
}

function partyOf({ calls, legs }: PartyTables, customer: Call, ref: PartyRef): Party | ArrangementFault {
  if (ref.kind === 'agent') {
    const leg = legs.get(ref.agentId);
    if (leg?.stage !== 'up' || leg.ending) return fault(ref, 'no-leg', 'the agent has no leg that is up');
    if (leg.conversation !== null && leg.conversation !== customer.own)
      return fault(ref, 'leg-busy', "the agent's leg is in another conversation");
    return leg;
  }
  const call = calls.get(ref.attemptId);
  if (!call) return fault(ref, 'unknown-call', 'there is no such call');
  if (!isUsable(call)) return fault(ref, 'not-answered', 'the call is not up');
  const isFree = call.conversation === call.own && (call.own?.members.length ?? 0) <= 1;
  if (call !== customer && call.conversation !== customer.own && !isFree)
    return fault(ref, 'leg-busy', 'the call is in another conversation');
  if (call === customer && call.conversation !== customer.own)
    return fault(ref, 'leg-busy', "the customer's call is in another conversation");
  return call;
}

function watchedBy({ legs }: PartyTables, { watchedAgentId }: PlacedParty): Party | ArrangementFault | null {
  if (watchedAgentId === undefined) return null;
  const leg = legs.get(watchedAgentId);
  if (leg?.stage !== 'up' || leg.ending)
    return fault(
      { kind: 'agent', agentId: watchedAgentId },
      'no-leg',
      'the agent to be watched has no leg that is up',
    );
  return leg;
}

const nameOf = (party: PartyRef): string =>
  party.kind === 'call' ? `call ${party.attemptId}` : `agent ${party.agentId}`;

const fault = (party: PartyRef | null, code: TelephonyRefusal['code'], reason: string): ArrangementFault => ({
  refusal: { code, reason },
  party,
});
