/** Orders of supervisors: accepted and audited, or rejected with the reason. */
import { assertNever } from '../../invariant.js';
import type { PacerOptions } from '../../pacing/index.js';
import { ringLeg } from '../agents/agents.js';
import { needsLegFirst } from '../agents/choose-agent.js';
import { type Context, send, setTimer } from '../context.js';
import type { OrderFact } from '../facts.js';
import { findFormerNames } from '../former-names.js';
import { recover } from '../recovery/recovery.js';
import { type CampaignChanges, type CampaignSettings, targetOf } from '../settings.js';
import { releaseAllLeads } from '../supply/lead-buffer.js';
import { halt, setRunState, telephonyRefusal, withdrawOffers } from './halting.js';
import { reject } from './reject.js';

type CampaignOrder = Exclude<OrderFact, { type: 'kill-switch' | 'campaign.hang-up' }>;

/**
 * Carries out an order, or rejects it with the reason. Every accepted order is written to the audit trail.
 */
export function order(context: Context, fact: CampaignOrder): void {
  const refusal = whyNot(context, fact);
  if (refusal !== null) {
    const code = fact.type === 'campaign.configure' ? 'settings-conflict' : 'campaign-state';
    reject(context, { order: fact.type, code, reason: refusal });
    return;
  }
  carryOut(context, fact);
  if (fact.type === 'campaign.start') return; // The recovery audits it, with its epoch.
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
      if (run !== 'created' && run !== 'stopped' && run !== 'halted') return `the campaign is ${run}`;
      return telephonyRefusal(context);
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

/** Why the settings cannot work together; null when they can. */
export function whyNotChange(settings: CampaignSettings): string | null {
  const [former] = findFormerNames(settings);
  if (former) return `the setting '${former.path}' is now called '${former.current}'; write that name`;
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

function carryOut(context: Context, fact: CampaignOrder): void {
  switch (fact.type) {
    case 'campaign.start':
      context.state.run = 'recovering';
      recover(context);
      break;
    case 'campaign.pause':
      setRunState(context, 'paused', fact.reason);
      withdrawOffers(context);
      releaseAllLeads(context);
      break;
    case 'campaign.resume':
      setRunState(context, 'running');
      break;
    case 'campaign.stop':
      setRunState(context, 'draining');
      withdrawOffers(context);
      releaseAllLeads(context);
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

function configure(context: Context, changes: CampaignChanges): void {
  const { state } = context;
  const before = state.settings;
  state.settings = { ...before, ...changes, campaignId: before.campaignId };
  context.pacer.configure(pacerOptions(state.settings), context.now);
  // Outside its own hours a campaign ticks seldom.
  if (changes.schedule !== undefined && state.run === 'running')
    setTimer(context, { kind: 'tick' }, context.now + 1);
  if (changes.limits) context.governor.configure(changes.limits, context.now);
  if (before.mode !== state.settings.mode) withdrawOffers(context);
  if (needsLegFirst(context))
    for (const agent of state.agents.values()) if (agent.state !== 'offline') ringLeg(context, agent);
}

/** The settings as the pacer gets them. */
export function pacerOptions(settings: CampaignSettings): PacerOptions {
  // A speed that a supervisor set turns predictive into power mode. Governor and compliance gate apply as
  // before.
  const isSpeedSet = settings.mode === 'predictive' && settings.speed !== null;
  return {
    mode: isSpeedSet ? 'power' : settings.mode,
    abandonment: { target: targetOf(settings) },
    connectGrace: settings.connectGraceMs,
    ringTimeout: settings.ringTimeoutMs,
    power: { callsPerAgent: isSpeedSet ? (settings.speed ?? 1) : settings.callsPerAgent },
    lines: settings.lines,
    callsPerSecond: settings.callsPerSecond,
    ...(settings.inbound && { serviceLevel: { within: settings.inbound.serviceLevelMs } }),
  };
}
