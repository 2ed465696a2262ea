/** Who listens to a conversation, from when to when: journaled and reported. */
import type { Agent } from '../agents/agent.js';
import type { Call } from '../call/call.js';
import { emit, type Context } from '../context.js';
import { thirdAgentOf, type Conversation, type ConversationShape, type Watch } from './conversation.js';
import { note } from './moving.js';

/** To whom a supervisor whose leg is up listens. Undefined: to nobody, or their telephone still rings. */
export function watchingNow(supervisor: Agent | undefined): Agent['watching'] {
  return supervisor?.legUp === true ? supervisor.watching : undefined;
}

/** Brings the watches of a conversation in line with the supervisors who listen to its agents now. */
export function syncWatches(
  context: Context,
  call: Call,
  conversation: Conversation,
  { ownerId, third }: Pick<ConversationShape, 'ownerId' | 'third'>,
): void {
  if (context.state.watchers.size === 0 && conversation.watches.length === 0) return;
  const watched = (agentId: string): boolean => agentId === ownerId || agentId === thirdAgentOf(third);
  const stays = ({ supervisorId, watchedId, how }: Watch): boolean => {
    const watching = context.state.watchers.has(supervisorId)
      ? watchingNow(context.state.agents.get(supervisorId))
      : undefined;
    return watching?.watchedId === watchedId && watching.how === how && watched(watchedId);
  };
  for (const watch of conversation.watches) if (!stays(watch)) endWatch(context, call, watch);
  conversation.watches = conversation.watches.filter(stays);

  for (const supervisorId of context.state.watchers) {
    const watching = watchingNow(context.state.agents.get(supervisorId));
    if (!watching || !watched(watching.watchedId)) continue;
    if (conversation.watches.some((watch) => watch.supervisorId === supervisorId)) continue;
    const { watchedId, how } = watching;
    conversation.watches.push({ supervisorId, watchedId, how, from: context.now });
    const { attemptId } = call;
    emit(context, { type: 'conversation.monitored', attemptId, supervisorId, watchedId, how, forMs: null });
  }
}

/** Ends every watch: the conversation is over. */
export function endWatches(context: Context, call: Call, conversation: Conversation): void {
  for (const watch of conversation.watches) endWatch(context, call, watch);
  conversation.watches = [];
}

function endWatch(context: Context, { attemptId }: Call, watch: Watch): void {
  const { supervisorId, watchedId, how, from } = watch;
  const forMs = context.now - from;
  note(context, attemptId, 'conversation.monitored', { supervisorId, watchedId, how, from, forMs });
  emit(context, { type: 'conversation.monitored', attemptId, supervisorId, watchedId, how, forMs });
}
