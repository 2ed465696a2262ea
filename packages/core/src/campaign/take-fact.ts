/** What each type of fact does: one handler for every type of {@link Fact}. */
import { legDown, legUp } from './agents/legs.js';
import { answered, detected } from './answering/answering.js';
import { connected, connectFailed, flowFact } from './answering/connecting.js';
import type { Call } from './call/call.js';
import { moveTo } from './call/calls.js';
import { emit, type Context } from './context.js';
import type {
  ConversationArrangedFact,
  ConversationFact,
  ConversationRefusedFact,
} from './conversation-facts.js';
import type { ConversationOrderFact } from './conversation/order-facts.js';
import { givenFlowFact } from './conversation/giving-flow.js';
import { conversationOrder, digitsSent } from './conversation/orders.js';
import {
  arranged,
  connectedInstead,
  connectInsteadFailed,
  refusedArrangement,
} from './conversation/plans.js';
import { outsideAnswered, outsideOpened } from './conversation/outside-facts.js';
import { recordingChanged, recordingCompleted, recordingFailed } from './conversation/recording.js';
import { networkFact } from './network-values.js';
import { attemptClosed } from './ending/closing.js';
import { callEnded } from './ending/ending.js';
import type { AgentActionFact, CallFact, Fact, FactOf, JournalFact } from './facts.js';
import { callArrived, inboundAnswered, inboundGone, inboundOpened } from './inbound/arriving.js';
import { placeLeads } from './inbound/places.js';
import { backAtMusic } from './inbound/queue.js';
import { queueFact } from './inbound/waiting.js';
import { agentOrder } from './orders/agent-orders.js';
import { order } from './orders/campaign-orders.js';
import { callbackChecked } from './orders/disposing.js';
import { turnKillSwitch } from './orders/halting.js';
import { hangUpCall } from './orders/hang-up-call.js';
import { leaveTelephony } from './orders/leave-telephony.js';
import { manualLeads } from './orders/manual-calls.js';
import { refusedOrder } from './orders/reject.js';
import { opened } from './placing/dial-command.js';
import { inProgress, openFailed, refused } from './placing/not-opened.js';
import {
  askReconciliation,
  factBeforeReconciliation,
  left,
  reconciled,
  recovered,
} from './recovery/recovery.js';
import { claimed, claimFailed, pushed } from './supply/lead-buffer.js';
import { withdrawn } from './supply/withdrawn.js';
import { takeTimer } from './take-timer.js';

type Handler<One extends Fact> = (context: Context, fact: One) => void;
type FactHandlers = { readonly [Type in Fact['type']]: Handler<Extract<Fact, { readonly type: Type }>> };

const CALL_HANDLERS: Pick<FactHandlers, CallFact['type']> = {
  'call.dialing': ofCall((_, call, { trunk }) => {
    if (trunk !== undefined) call.trunk = trunk;
  }),
  'call.ringing': ofCall(ringing),
  'call.answered': ofCall((context, call, fact) =>
    call.inbound
      ? inboundAnswered(context, call)
      : call.outside
        ? outsideAnswered(context, call, call.outside)
        : answered(context, call, fact.answeredAt),
  ),
  'call.detected': ofCall((context, call, fact) => detected(context, call, fact.verdict)),
  'call.connected': ofCall((context, call, { agentId }) =>
    call.conversation ? connectedInstead(context, call, agentId) : connected(context, call, agentId),
  ),
  'call.connect-failed': ofCall((context, call, { agentId, reason }) =>
    call.conversation
      ? connectInsteadFailed(context, call, agentId, reason)
      : connectFailed(context, call, agentId, reason),
  ),
  'call.ended': ofCall((context, call, fact) => callEnded(context, call, fact.cause)),
  'call.played': ofCall(heardFact),
  'call.digit': ofCall(heardFact),
  'call.beep': ofCall(heardFact),
  'call.recorded': ofCall(heardFact),
  'call.digits-sent': ofCall(digitsSent),
  'call.reconciled': reconciled,
};

const CONVERSATION_HANDLERS: Pick<FactHandlers, ConversationFact['type']> = {
  'conversation.arranged': ofConversation<ConversationArrangedFact>((context, call, fact) =>
    call.conversation ? arranged(context, call, fact.revision) : backAtMusic(call, fact.revision),
  ),
  'conversation.refused': ofConversation<ConversationRefusedFact>(refusedArrangement),
  'recording.changed': recordingChanged,
  'recording.completed': recordingCompleted,
  'recording.failed': recordingFailed,
};

const CONVERSATION_ORDER_HANDLERS: Pick<FactHandlers, ConversationOrderFact['type']> = {
  'agent.hold': conversationOrder,
  'agent.resume': conversationOrder,
  'agent.mute': conversationOrder,
  'agent.unmute': conversationOrder,
  'agent.digits': conversationOrder,
  'agent.consult': conversationOrder,
  'agent.complete': conversationOrder,
  'agent.cancel': conversationOrder,
  'agent.conference': conversationOrder,
  'agent.leave': conversationOrder,
  'agent.transfer': conversationOrder,
  'agent.park': conversationOrder,
  'agent.unpark': conversationOrder,
  'agent.record': conversationOrder,
  'supervisor.monitor': conversationOrder,
  'supervisor.stop-monitoring': conversationOrder,
  'supervisor.take-over': conversationOrder,
};

const AGENT_HANDLERS: Pick<FactHandlers, AgentActionFact['type'] | 'agent.leg-up' | 'agent.leg-down'> = {
  'agent.login': agentOrder,
  'agent.logout': agentOrder,
  'agent.ready': agentOrder,
  'agent.call-station': agentOrder,
  'agent.pause': agentOrder,
  'agent.accept': agentOrder,
  'agent.skip': agentOrder,
  'agent.manual-dial': agentOrder,
  'agent.hang-up': agentOrder,
  'agent.dispose': agentOrder,
  'agent.leg-up': legUp,
  'agent.leg-down': legDown,
};

const LEAD_HANDLERS: Pick<FactHandlers, FactOf<'leads'>['type']> = {
  'leads.claimed': (context, fact) => {
    if (!manualLeads(context, fact) && !placeLeads(context, fact)) claimed(context, fact);
  },
  'leads.claim-failed': (context, { requestId, error }) => {
    if (!manualLeads(context, { requestId, leads: [] })) claimFailed(context, requestId, error);
  },
  'leads.surveyed': ({ state }, fact) => {
    state.supply = fact.supply;
  },
  'leads.withdrawn': withdrawn,
  'leads.pushed': (context, { leadIds }) => pushed(context, leadIds),
};

const JOURNAL_HANDLERS: Pick<FactHandlers, JournalFact['type']> = {
  'attempt.opened': ofAttempt<Extract<JournalFact, { type: 'attempt.opened' }>>((context, call, fact) => {
    if (call.outside) return outsideOpened(context, call, call.outside);
    if (fact.givenVoices) call.clearedVoices = fact.givenVoices;
    opened(context, call);
  }),
  'attempt.refused': ofAttempt((context, call, fact) =>
    refused(context, call, fact.refusals, fact.nextAllowedAt),
  ),
  'inbound.opened': ofAttempt<Extract<JournalFact, { type: 'inbound.opened' }>>(inboundOpened),
  'attempt.in-progress': ofAttempt(inProgress),
  'attempt.open-failed': ofAttempt((context, call, fact) => openFailed(context, call, fact.error)),
  'attempt.closed': ofAttempt<Extract<JournalFact, { type: 'attempt.closed' }>>(attemptClosed),
  'attempt.close-failed': ofAttempt((context, _call, fact) =>
    emit(context, { type: 'fault', what: 'closing an attempt', detail: fact.error }),
  ),
  'campaign.recovered': recovered,
  'attempts.left': left,
  'callback.checked': callbackChecked,
};

const HANDLERS: FactHandlers = {
  ...CALL_HANDLERS,
  ...CONVERSATION_HANDLERS,
  'inbound.arrived': callArrived,
  'inbound.ended': (context, { inboundId }) => inboundGone(context, inboundId),
  ...AGENT_HANDLERS,
  ...CONVERSATION_ORDER_HANDLERS,
  ...LEAD_HANDLERS,
  ...JOURNAL_HANDLERS,
  'campaign.start': order,
  'campaign.pause': order,
  'campaign.resume': order,
  'campaign.stop': order,
  'campaign.halt': order,
  'campaign.hang-up': hangUpCall,
  'campaign.configure': order,
  'order.refused': refusedOrder,
  'kill-switch': turnKillSwitch,
  'telephony.up': (context, fact) => {
    if (isOldWord(context, fact.at)) return;
    context.state.telephonyUp = true;
    delete context.state.telephonyGone;
    askReconciliation(context);
  },
  'telephony.down': (context, fact) => {
    if (isOldWord(context, fact.at) && fact.forGood !== true) return;
    context.state.telephonyUp = false;
    if (fact.forGood === true) leaveTelephony(context, fact.reason);
    else emit(context, { type: 'fault', what: 'telephony is down', detail: fact.reason });
  },
  'clock.stepped': (context, fact) => {
    context.state.wallSteppedMs = (context.state.wallSteppedMs ?? 0) + fact.byMs;
    emit(context, { type: 'fault', what: 'the wall clock stepped', detail: `by ${fact.byMs} ms` });
  },
  timer: (context, fact) => takeTimer(context, fact.timerId),
};

/** Whether something newer is known of telephony: an outage told of again is not another one, and is over. */
function isOldWord({ state }: Context, at: number): boolean {
  if (at < (state.telephonyAsOf ?? -Infinity)) return true;
  state.telephonyAsOf = at;
  return false;
}

/** Handles one fact. A fact of an unknown type is reported and changes nothing. */
export function takeFact(context: Context, fact: Fact): void {
  if (!Object.hasOwn(HANDLERS, fact.type)) {
    emit(context, { type: 'fault', what: 'a fact of unknown type', detail: String(fact.type) });
    return;
  }
  if (fact.type !== 'timer') context.cause = fact.type;
  // The table gives each type the handler of its own fact. TypeScript cannot derive this from an index.
  (HANDLERS[fact.type] as Handler<Fact>)(context, networkFact(fact));
}

/** Wraps a handler of facts about calls. The call is known, or waits for its fate after a restart. */
function ofCall<One extends CallFact>(
  handle: (context: Context, call: Call, fact: One) => void,
): Handler<One> {
  return (context, fact) => {
    const call = context.state.calls.get(fact.attemptId);
    if (call) handle(context, call, fact);
    else factBeforeReconciliation(context, fact);
  };
}

/** Wraps a handler of facts about a known call's conversation. */
function ofConversation<One extends ConversationFact>(
  handle: (context: Context, call: Call, fact: One) => void,
): Handler<One> {
  return (context, fact) => {
    const call = context.state.calls.get(fact.attemptId);
    if (call) handle(context, call, fact);
  };
}

/** Wraps a handler of the journal's answers about a known call. */
function ofAttempt<One extends JournalFact & { readonly attemptId: string }>(
  handle: (context: Context, call: Call, fact: One) => void,
): Handler<One> {
  return (context, fact) => {
    const call = context.state.calls.get(fact.attemptId);
    if (call) handle(context, call, fact);
  };
}

/** What a call has heard or pressed: in its flow, or while the caller waits. */
function heardFact(context: Context, call: Call, fact: CallFact): void {
  if (call.stage === 'queued') queueFact(context, call, fact);
  else if (call.conversation) givenFlowFact(context, call, fact);
  else flowFact(context, call, fact);
}

function ringing(context: Context, call: Call): void {
  // It rang before our hang-up arrived, so it counts as a call for every cap.
  if (call.stage === 'ending') call.ringingAt ??= context.now;
  if (call.stage !== 'dialing') return;
  moveTo(context, call, 'ringing');
  call.ringingAt = context.now;
  emit(context, { type: 'call.ringing', attemptId: call.attemptId, leadId: call.lead.leadId });
}
