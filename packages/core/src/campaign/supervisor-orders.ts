import { assertNever } from '../invariant.js';
import type { PacerOptions } from '../pacing/index.js';
import { isUnanswered } from './call/stages.js';
import { needsLegFirst, ringLeg } from './desk.js';
import type { LeadFact, OrderFact } from './facts.js';
import { reject } from './agent-orders.js';
import { skip } from './preview.js';
import { recover } from './recovery.js';
import { orderHangUp } from './routing.js';
import { targetOf, type CampaignChanges, type CampaignSettings } from './settings.js';
import { cancelTimer, emit, send, type Context } from './state.js';
import { giveBack, returnAll } from './supply.js';

/** What supervisors order, and what is taken from the campaign from outside. */

type CampaignOrder = Exclude<OrderFact, { type: 'kill-switch' }>;

/** Follows an order, or says why not. Every order that is followed goes to the audit trail. */
export function order(context: Context, fact: CampaignOrder): void {
  const refusal = whyNot(context, fact);
  if (refusal !== null) {
    reject(context, fact.type, undefined, refusal);
    return;
  }
  follow(context, fact);
  if (fact.type === 'campaign.start') return; // Audited by the recovery, with its epoch.
  const { campaignId } = context.state.settings;
  const detail =
    fact.type === 'campaign.configure'
      ? { changed: Object.keys(fact.changes), mode: context.state.settings.mode }
      : 'reason' in fact
        ? { reason: fact.reason }
        : {};
  send(context, {
    port: 'journal',
    method: 'audit',
    command: { campaignId, kind: fact.type, detail, at: context.now },
  });
}

function whyNot(context: Context, fact: CampaignOrder): string | null {
  const { run } = context.state;
  switch (fact.type) {
    case 'campaign.start':
      return run === 'created' || run === 'stopped' || run === 'halted' ? null : `the campaign is ${run}`;
    case 'campaign.pause':
      return run === 'running' ? null : `the campaign is ${run}`;
    case 'campaign.resume':
      return run === 'paused' ? null : `the campaign is ${run}`;
    case 'campaign.stop':
      return run === 'stopped' || run === 'created' ? `the campaign is ${run}` : null;
    case 'campaign.configure':
      return whyNotChange({ ...context.state.settings, ...fact.changes });
    case 'campaign.halt':
      return null;
    default:
      return assertNever(fact, 'order');
  }
}

/** Settings that cannot work together. */
export function whyNotChange(settings: CampaignSettings): string | null {
  if (settings.mode === 'agentless' && !settings.agentlessFlow)
    return 'agentless mode needs an agentlessFlow';
  if (settings.machineDetection?.onMachine === 'voicemail' && !settings.voicemailFlow)
    return "machineDetection.onMachine 'voicemail' needs a voicemailFlow";
  if (!settings.dispositions.some((disposition) => disposition.code === settings.wrapUp.disposition)) {
    return `wrapUp.disposition '${settings.wrapUp.disposition}' is not among the dispositions`;
  }
  if (settings.lines < 1) return `lines is ${settings.lines}; it must be at least 1`;
  if (!(settings.callsPerSecond > 0))
    return `callsPerSecond is ${settings.callsPerSecond}; it must be above 0`;
  return null;
}

function follow(context: Context, fact: CampaignOrder): void {
  switch (fact.type) {
    case 'campaign.start':
      recover(context);
      break;
    case 'campaign.pause':
      turn(context, 'paused', fact.reason);
      withdrawOffers(context);
      returnAll(context);
      break;
    case 'campaign.resume':
      turn(context, 'running');
      break;
    case 'campaign.stop':
      turn(context, 'draining');
      withdrawOffers(context);
      returnAll(context);
      break;
    case 'campaign.halt':
      halt(context, fact.reason);
      break;
    case 'campaign.configure':
      configure(context, fact.changes);
      break;
    default:
      assertNever(fact, 'order');
  }
}

function turn(context: Context, run: Context['state']['run'], reason?: string): void {
  context.state.run = run;
  emit(context, { type: 'campaign.state', state: run, ...(reason !== undefined ? { reason } : {}) });
}

/**
 * No call may be placed any more, and those not answered yet are hung up; conversations end in their own
 * time.
 */
export function halt(context: Context, reason: string): void {
  if (context.state.run === 'halted' || context.state.run === 'stopped') return;
  turn(context, 'halted', reason);
  withdrawOffers(context);
  returnAll(context);
  for (const call of context.state.calls.values()) {
    if (isUnanswered(call.stage)) orderHangUp(context, call);
  }
}

/** Leads on screens go back. */
function withdrawOffers(context: Context): void {
  for (const agent of context.state.agents.values()) if (agent.preview) skip(context, agent, 'withdrawn');
}

/** With nothing left to end, a draining campaign has stopped. */
export function settleDraining(context: Context): void {
  const { state } = context;
  if (state.run !== 'draining' || state.recovering || state.calls.size > 0 || state.unreconciled.size > 0)
    return;
  cancelTimer(context, { kind: 'tick' });
  turn(context, 'stopped');
}

function configure(context: Context, changes: CampaignChanges): void {
  const { state } = context;
  const before = state.settings;
  state.settings = { ...before, ...changes, campaignId: before.campaignId };
  context.pacer.configure(pacerOptions(state.settings), context.now);
  if (changes.limits) context.governor.configure(changes.limits, context.now);
  if (before.mode !== state.settings.mode) withdrawOffers(context);
  if (needsLegFirst(context))
    for (const agent of state.agents.values()) if (agent.state !== 'offline') ringLeg(context, agent);
}

/** What the pacer is told of the settings. */
export function pacerOptions(settings: CampaignSettings): PacerOptions {
  // A speed set by hand turns the predictive mode into a power mode: the governor and the law rule as before.
  const byHand = settings.mode === 'predictive' && settings.speed !== null;
  return {
    mode: byHand ? 'power' : settings.mode,
    abandonment: { target: targetOf(settings) },
    connectGrace: settings.connectGrace,
    ringTimeout: settings.ringTimeout,
    power: { callsPerAgent: byHand ? (settings.speed ?? 1) : settings.callsPerAgent },
    lines: settings.lines,
    callsPerSecond: settings.callsPerSecond,
  };
}

/** Leads closed from outside: whatever is not answered yet ends now. */
export function withdrawn(context: Context, fact: Extract<LeadFact, { type: 'leads.withdrawn' }>): void {
  const { state } = context;
  const gone = new Set(fact.leadIds);
  const isGone = ({ lead }: { readonly lead: { readonly leadId: string } }): boolean => gone.has(lead.leadId);
  const inHand = [...state.held, ...state.promised].filter(isGone);
  state.held = state.held.filter((held) => !isGone(held));
  state.promised = state.promised.filter((held) => !isGone(held));
  giveBack(
    context,
    inHand.map(({ lead }) => lead),
    'withdrawn',
  );
  for (const agent of state.agents.values())
    if (agent.preview && gone.has(agent.preview.lead.leadId)) skip(context, agent, 'withdrawn');
  for (const call of state.calls.values()) {
    if (gone.has(call.lead.leadId) && isUnanswered(call.stage)) orderHangUp(context, call);
  }
}
