/** Snapshots of version 2, from before conversations: each call with an agent gets its conversation. */
import { newConversation } from './conversation/conversation.js';
import { isPlain, type PlainObject } from './former-names.js';

/** The state of a campaign from a snapshot of version 2, after Maps and Sets were restored. */
export function stateOfVersion2(state: PlainObject): PlainObject {
  const { calls } = state;
  const withConversations =
    calls instanceof Map
      ? new Map([...(calls as Map<unknown, unknown>)].map(([id, call]) => [id, withConversation(call)]))
      : calls;
  return { seeking: new Set(), watchers: new Set(), ...state, calls: withConversations };
}

function withConversation(call: unknown): unknown {
  if (!isPlain(call) || call['stage'] !== 'connected') return call;
  const { agentId, connectedAt } = call;
  const owner = typeof agentId === 'string' ? agentId : null;
  return { ...call, conversation: newConversation(owner, Number(connectedAt ?? 0)) };
}
