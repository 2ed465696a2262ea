/** Places due calls after every fact, by mode, pacer, governor and limits. */
import type { Agent } from '../agents/agent.js';
import { setAgentState } from '../agents/agents.js';
import type { AgentPool } from '../agents/agent-pool.js';
import { canJoin, freeAgents, isConnectable, suits } from '../agents/choose-agent.js';
import type { PacerDecision } from '../../pacing/index.js';
import { linesInUse, linesReserved } from '../call/calls.js';
import { isUnresolved } from '../call/stages.js';
import { send, type Context } from '../context.js';
import { orderHangUp } from '../ending/hang-up.js';
import { mayOverdial } from '../modes.js';
import { callersAreAhead } from '../inbound/queue.js';
import { refill, reportNoLeads, takeLead, takeReservedLead } from '../supply/lead-buffer.js';
import type { Lead } from '../supply/lead.js';
import { anAgentHas, skillsAtHand, skillSet } from '../supply/skills.js';
import { followSchedule } from './follow-schedule.js';
import { UNWRITTEN_MOST } from './obstacles.js';
import { place, placeForAgent } from './open-attempt.js';
import { offer } from './preview.js';
import { ownHoursNow } from './own-hours.js';

const BURST_SECONDS = 1;
const NO_SKILLS = skillSet([]);

/** Places all calls that are due. */
export function placeDueCalls(context: Context): void {
  const { state } = context;
  reportChangedLimits(context);
  followSchedule(context);
  delete state.heldByRate;
  if (!mayDial(context)) return;
  const free = freeAgents(context);
  dialReservedLeads(context, free);
  const mode = state.settings.mode;
  if (mode === 'manual') return;
  const missing = dialByMode(context, free);
  // Calls without leads leave the rate unused: it holds none of them.
  if (state.dialTokens >= 1) delete state.heldByRate;
  refill(context, missing, free.length);
  if (missing > 0 && state.leadBuffer.length === 0 && context.now < state.claimNotBefore)
    reportNoLeads(context);
}

/** Places calls by the campaign's mode. Returns how many due calls have no lead. */
function dialByMode(context: Context, free: readonly Agent[]): number {
  const { mode } = context.state.settings;
  if (mode === 'preview') return forEachFree(context, free, (agent) => previewNext(context, agent));
  // Callers who wait get the agents who become free: nobody is dialed for these agents meanwhile.
  const isHeld = context.governor.spent(context.now) || callersAreAhead(context);
  const oneEach = mode === 'progressive' || (mayOverdial(mode) && isHeld);
  if (oneEach && context.pool && mode !== 'progressive') return dialFromPool(context, context.pool);
  return oneEach
    ? forEachFree(context, free, (agent) => progressiveNext(context, agent))
    : placeForPacer(context);
}

function mayDial(context: Context): boolean {
  const { state } = context;
  if (state.run !== 'running' || !state.telephonyUp || context.now < state.dialNotBefore) return false;
  if (!ownHoursNow(context).open) return false;
  return state.tally.closing < UNWRITTEN_MOST;
}

/** How many calls lines and the dial rate allow at this instant. */
function allowance(context: Context): number {
  const { state } = context;
  const { callsPerSecond, lines } = state.settings;
  const burst = Math.max(1, callsPerSecond * BURST_SECONDS);
  state.dialTokens = Math.min(
    burst,
    state.dialTokens + (Math.max(0, context.now - state.dialTokensAt) * callsPerSecond) / 1_000,
  );
  state.dialTokensAt = context.now;
  return Math.max(
    0,
    Math.min(Math.floor(state.dialTokens), lines - linesInUse(state) - linesReserved(context)),
  );
}

/** As many of the calls that are wanted as lines and dial rate allow; notes where the rate holds some. */
function allowed(context: Context, wanted: number): number {
  const most = allowance(context);
  if (most < wanted && most === Math.floor(context.state.dialTokens)) context.state.heldByRate = true;
  return Math.min(wanted, most);
}

function spendToken(context: Context): void {
  context.state.dialTokens -= 1;
}

/** Places callbacks and abandoned leads, each with a reserved agent, in every mode that has agents. */
function dialReservedLeads(context: Context, free: Agent[]): void {
  const { state } = context;
  if (state.settings.mode === 'preview' || state.reservedAgentBuffer.length === 0) return;
  for (const { lead } of [...state.reservedAgentBuffer]) {
    const index = free.findIndex((agent) => suits(agent, lead));
    const agent = free[index];
    if (!agent) continue;
    if (allowance(context) < 1) return;
    if (dialReserved(context, agent, lead)) free.splice(index, 1);
  }
}

/** Dials a buffered lead for an agent who is free. Returns false when that is not possible now. */
export function dialReserved(context: Context, agent: Agent, lead: Lead): boolean {
  const { state } = context;
  if (!mayDial(context) || allowance(context) < 1) return false;
  state.reservedAgentBuffer = state.reservedAgentBuffer.filter((buffered) => buffered.lead !== lead);
  state.places = state.places.filter(({ leadId }) => leadId !== lead.leadId);
  if (!placeForAgent(context, agent, lead, 'progressive', false)) return false;
  spendToken(context);
  return true;
}

/** Gives each free agent a lead. Returns how many agents are left without one. */
function forEachFree(context: Context, free: readonly Agent[], next: (agent: Agent) => boolean): number {
  let without = 0;
  let left = allowed(context, free.length);
  for (const agent of free) {
    if (left < 1) break;
    if (next(agent)) left -= 1;
    else without += 1;
  }
  return without;
}

/**
 * While a limit is spent, where campaigns share agents: as many calls as the pacer asks for, each with an
 * agent of the floor reserved. Returns how many of them have no lead: none that an agent who is ready suits.
 */
function dialFromPool(context: Context, pool: AgentPool): number {
  const { state } = context;
  let due = allowed(context, decisionOf(context).calls);
  while (due > 0 && state.leadBuffer.length > 0) {
    let [isReady, isSuited] = [false, false];
    const can = (one: Agent): boolean => {
      if (!canJoin(context, one)) return false;
      isReady = true;
      const suitsOne = state.leadBuffer.some(({ lead }) => suits(one, lead));
      isSuited ||= suitsOne;
      return suitsOne;
    };
    const agent = pool.choose({ at: context.now, can });
    if (!agent) return isReady && !isSuited ? due : 0;
    if (!progressiveNext(context, agent)) break;
    due -= 1;
  }
  return due;
}

function previewNext(context: Context, agent: Agent): boolean {
  const fits = (lead: Lead): boolean => suits(agent, lead);
  const lead = takeReservedLead(context, fits) ?? takeLead(context, fits);
  if (lead) offer(context, agent, lead);
  return lead !== null;
}

function progressiveNext(context: Context, agent: Agent): boolean {
  for (;;) {
    // The agent's own leads come first, then any lead that the agent suits.
    const lead =
      takeLead(context, (own) => own.ownerAgentId === agent.agentId && suits(agent, own)) ??
      takeLead(context, (any) => suits(agent, any));
    if (!lead) return false;
    if (!placeForAgent(context, agent, lead, 'progressive', false)) continue;
    spendToken(context);
    return true;
  }
}

/**
 * Power, predictive and agentless mode: places the calls that the pacer asks for, less those already being
 * opened.
 */
function placeForPacer(context: Context): number {
  const { state } = context;
  const decision = decisionOf(context);
  for (const callId of decision.hangUp ?? []) {
    const call = state.calls.get(callId);
    if (call?.stage === 'ringing') orderHangUp(context, call);
  }
  const { bySkills } = decision;
  if (bySkills === undefined) {
    const due = allowed(context, Math.max(0, decision.calls - state.openingForPacer));
    return due - placeUpTo(context, due, ({ skills }) => anAgentHas(context, skills));
  }
  const known = new Set(bySkills.map(({ skills }) => skillSet(skills)));
  // Of more kinds of leads than the pacer tells apart, the rest count as leads that ask for none.
  const kindOf = ({ skills }: Lead): string => (known.has(skillSet(skills)) ? skillSet(skills) : NO_SKILLS);
  const opening = openingByKind(context, kindOf);
  const due = new Map(
    bySkills.map(({ skills, calls }) => {
      const kind = skillSet(skills);
      return [kind, Math.max(0, calls - (opening.get(kind) ?? 0))];
    }),
  );
  const all = [...due.values()].reduce((sum, calls) => sum + calls, 0);
  const most = allowed(context, all);
  // Some are for leads that are not at hand, and a pacer of the embedder's may have lowered `calls`.
  const total = Math.max(0, decision.calls - state.openingForPacer);
  const placed = placeUpTo(context, Math.min(most, total), (lead) => {
    const left = due.get(kindOf(lead)) ?? 0;
    if (left === 0 || !anAgentHas(context, lead.skills)) return false;
    due.set(kindOf(lead), left - 1);
    return true;
  });
  const isAtHand = (kind: string): boolean => state.leadBuffer.some(({ lead }) => kindOf(lead) === kind);
  const missing = [...due].reduce((sum, [kind, left]) => sum + (isAtHand(kind) ? 0 : left), 0);
  return Math.min(missing, most - placed);
}

/** Places this many calls, with leads that fit. Returns how many it were. */
function placeUpTo(context: Context, most: number, fits: (lead: Lead) => boolean): number {
  const { mode } = context.state.settings;
  let placed = 0;
  while (placed < most) {
    const lead = takeLead(context, fits);
    if (!lead) break;
    if (!place(context, { lead, mode, humanInitiated: false, agent: null })) continue;
    spendToken(context);
    placed += 1;
  }
  return placed;
}

/** What the pacer says, for the leads at hand: each kind of them needs agents of its own. */
function decisionOf(context: Context): PacerDecision {
  const atHand = skillsAtHand(context);
  const decision = context.pacer.decide(context.now, atHand);
  if (decision.why.limit === 'calls-per-second') context.state.heldByRate = true;
  return decision;
}

/** Calls being opened for the pacer, by the skills that their leads ask for. */
function openingByKind({ state }: Context, kindOf: (lead: Lead) => string): ReadonlyMap<string, number> {
  const opening = new Map<string, number>();
  if (state.openingForPacer === 0) return opening;
  for (const { stage, countsForPacer, lead } of state.calls.values()) {
    if (stage !== 'opening' || !countsForPacer) continue;
    const kind = kindOf(lead);
    opening.set(kind, (opening.get(kind) ?? 0) + 1);
  }
  return opening;
}

/** Pauses pausing agents once the calls dialed for them are resolved. Until then they stay connectable. */
export function resolvePausing(context: Context): void {
  for (const agentId of [...context.state.pausing]) {
    const agent = context.state.agents.get(agentId);
    if (!agent || agent.attemptId !== null) continue;
    const open = [...context.state.calls.values()].some(
      (call) => call.countsForPacer && call.openedAt <= agent.since && isUnresolved(call.stage),
    );
    if (open && isConnectable(context, agent)) continue;
    agent.next = 'ready';
    setAgentState(context, agent, 'paused');
  }
}

/** Reports each limit whose state changed, to embedders and to the audit trail. */
function reportChangedLimits(context: Context): void {
  for (const reading of context.governor.takeChanges(context.now)) {
    const { campaignId } = context.state.settings;
    const { limitId, spent, liveAnswers, abandoned } = reading;
    context.events.push({
      type: 'governor.turned',
      at: context.now,
      campaignId,
      limitId,
      spent,
      liveAnswers,
      abandoned,
    });
    send(context, {
      port: 'journal',
      method: 'audit',
      command: {
        campaignId,
        kind: 'governor.turned',
        detail: { limitId, spent, liveAnswers, abandoned },
        at: context.now,
      },
    });
  }
}
