/** A call comes in: refused, or written to the journal, admitted, and queued once it is answered. */
import type { InboundRefusal } from '../../ports/conversation-telephony.js';
import { untouchedCall, type Call } from '../call/call.js';
import { addCall, moveTo } from '../call/calls.js';
import { emit, send, setTimer, wallNow, type Context } from '../context.js';
import type { InboundFact } from '../conversation-facts.js';
import { closeAttempt } from '../ending/closing.js';
import type { JournalFact } from '../facts.js';
import type { CampaignSettings } from '../settings.js';
import { hearFlow } from './caller-flows.js';
import { isOpen } from './hours.js';
import { newInboundCall, strangerLead } from './inbound-call.js';
import { enterQueue, waitingCallers } from './queue.js';

/** A call whose journal entry is not answered after this long is refused. Telephony waits for 20 s. */
const OPEN_MOST_MS = 15_000;
/** Telephony answers an admission by then. */
const ADMIT_MOST_MS = 30_000;

type Arrived = Extract<InboundFact, { type: 'inbound.arrived' }>;

/** Whether calls to this number belong to the campaign. */
export function takesCallsTo({ inbound }: CampaignSettings, calledNumber: string): boolean {
  return inbound?.numbers.includes(calledNumber) === true;
}

/** Whether callers are taken now, as far as the campaign's own state says. */
export function takesCallers({ state: { run, epoch } }: Context): boolean {
  return (run === 'running' || run === 'paused') && epoch > 0;
}

/** A call came in to one of the campaign's numbers. The journal says who calls. */
export function callArrived(context: Context, fact: Arrived): void {
  const { state, now } = context;
  const { inboundId, callerNumber, calledNumber } = fact;
  for (const call of state.calls.values()) if (call.inbound?.inboundId === inboundId) return;
  context.statistics.inbound.arrived += 1;
  const refused = refusalOf(context);
  if (refused !== null) return refuse(context, inboundId, refused);

  const { campaignId } = state.settings;
  const attemptId = `${campaignId}-${state.epoch}-${state.nextAttempt}`;
  state.nextAttempt += 1;
  const phone = callerNumber ?? '';
  addCall(context, {
    attemptId,
    lead: strangerLead({ phone, personId: '' }),
    phone,
    mode: 'inbound',
    inbound: newInboundCall({ inboundId, calledNumber, arrivedAt: Math.min(now, fact.at) }),
    countsForPacer: false,
    openedAt: now,
    stage: 'opening',
    agentId: null,
    abandoned: false,
    ...untouchedCall(),
  });
  setTimer(context, { kind: 'expiry', attemptId }, now + OPEN_MOST_MS);
  send(context, {
    port: 'journal',
    method: 'openInbound',
    command: { campaignId, attemptId, callerNumber, calledNumber, at: now },
  });
}

/** Why no call is taken now; null when one is. */
function refusalOf(context: Context): { readonly refusal: InboundRefusal; readonly why: string } | null {
  const { run, settings } = context.state;
  if (!takesCallers(context)) return { refusal: 'unwanted', why: `the campaign is ${run}` };
  const most = settings.inbound?.mostWaiting ?? 0;
  return waitingCallers(context) < most
    ? null
    : { refusal: 'busy', why: `${most} callers wait already, as many as may` };
}

function refuse(
  context: Context,
  inboundId: string,
  { refusal, why }: { readonly refusal: InboundRefusal; readonly why: string },
): void {
  const { campaignId } = context.state.settings;
  context.statistics.inbound.refused += 1;
  send(context, {
    port: 'telephony',
    method: 'refuseInbound',
    command: { inboundId, refusal, at: context.now },
  });
  send(context, {
    port: 'journal',
    method: 'audit',
    command: { campaignId, kind: 'inbound.refused', detail: { refusal, why }, at: context.now },
  });
  emit(context, { type: 'caller.refused', refusal, why });
}

/** The journal has the call, and says whose it is. Telephony answers it now. */
export function inboundOpened(
  context: Context,
  call: Call,
  { lead, personId }: Pick<Extract<JournalFact, { type: 'inbound.opened' }>, 'lead' | 'personId'>,
): void {
  const { inbound, attemptId, phone } = call;
  if (call.stage !== 'opening' || !inbound) return;
  call.lead = lead ?? strangerLead({ phone, personId });
  emit(context, { type: 'caller.known', attemptId, leadId: call.lead.leadId });
  if (inbound.isGone) {
    inbound.ending = 'left';
    closeAttempt(context, call, 'reneged');
    return;
  }
  moveTo(context, call, 'arriving');
  const { campaignId } = context.state.settings;
  const { inboundId } = inbound;
  send(context, {
    port: 'telephony',
    method: 'admitInbound',
    command: { inboundId, campaignId, attemptId, at: context.now },
  });
  setTimer(context, { kind: 'expiry', attemptId }, context.now + ADMIT_MOST_MS);
}

/** The journal does not have the call: it is refused, so that the caller can try again. */
export function inboundNotOpened(context: Context, call: Call, why: string): void {
  const { inbound } = call;
  if (call.stage !== 'opening' || !inbound) return;
  inbound.ending = 'lost';
  call.cause = { q850: 0, by: 'refused', text: why };
  if (!inbound.isGone) refuse(context, inbound.inboundId, { refusal: 'busy', why });
  closeAttempt(context, call, 'cancelled');
}

/** The caller hung up before their call was admitted. */
export function inboundGone(context: Context, inboundId: string): void {
  for (const call of context.state.calls.values())
    if (call.inbound?.inboundId === inboundId && call.stage === 'opening') call.inbound.isGone = true;
}

/** Telephony has answered the call. The caller waits for an agent, or hears that nobody is there. */
export function inboundAnswered(context: Context, call: Call): void {
  const { inbound } = context.state.settings;
  if (call.stage !== 'arriving' || !call.inbound) return;
  call.answeredAt = context.now;
  emit(context, { type: 'call.answered', attemptId: call.attemptId, leadId: call.lead.leadId });
  if (inbound && !isOpen(inbound.hours, wallNow(context))) {
    call.inbound.ending = 'closed';
    hearFlow(context, call, inbound.closedFlow);
  } else enterQueue(context, call);
}
