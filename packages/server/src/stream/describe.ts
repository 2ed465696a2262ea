/** The floor's views as documents of the API: instants as text, personal data only where it is needed. */
import { defined, isoInstant, type AgentView, type CallView, type CampaignStatistics } from '@outdial/core';
import type { AttemptRecord } from '@outdial/store';
import { NOTES_ANSWER, titleOfRule, type Dialer, type Explanation } from 'outdial';
import type { z } from 'zod';
import type * as schemas from '../api/schemas.js';
import { describeConversation } from './describe-conversation.js';
import type { ConversationNotes } from './conversation-notes.js';
import { instantOrNull } from './instants.js';

/** What an agent's desk shows. */
export type DeskDocument = z.input<typeof schemas.desk>;

/** What became of the last callback that an agent asked for. */
export type RefusedCallback = NonNullable<DeskDocument['callbackRefused']>;

/** An agent as the board shows them. */
export function describeAgent(view: AgentView): z.input<typeof schemas.agent> {
  const { agentId, campaignId, state, code, next, legUp, attemptId, watching } = view;
  return {
    agentId,
    campaignId,
    state,
    since: isoInstant(view.since),
    code,
    next,
    legUp,
    attemptId,
    watching: watching && { agentId: watching.watchedId, how: watching.how },
  };
}

const SHOWN_DIGITS = 2;

/** A call as the board shows it. */
export function describeCall(view: CallView): z.input<typeof schemas.call> {
  const { attemptId, campaignId, stage, agentId, conversation } = view;
  return {
    attemptId,
    campaignId,
    stage,
    conversation: conversation?.stage ?? null,
    phoneEnd: view.phone.slice(-SHOWN_DIGITS),
    agentId,
    openedAt: isoInstant(view.openedAt),
    answeredAt: instantOrNull(view.answeredAt),
    connectedAt: instantOrNull(view.connectedAt),
  };
}

/** What is known of an agent's desk beside the engine's views. */
export interface DeskFacts {
  readonly call: CallView | undefined;
  readonly history: readonly AttemptRecord[] | undefined;
  readonly callbackRefused: RefusedCallback | null;
  /** The customers of the campaign who wait parked. */
  readonly parked: DeskDocument['parked'];
  readonly notes: ConversationNotes;
  readonly noCalls: DeskDocument['noCalls'];
}

/** What an agent's desk shows. */
export function describeDesk(dialer: Dialer, view: AgentView, facts: DeskFacts): DeskDocument {
  const { call, history, callbackRefused, parked, notes, noCalls } = facts;
  const { agentId, campaignId, state, code, next, legUp, lead, preview } = view;
  return {
    agentId,
    campaignId,
    campaign: dialer.name,
    mode: dialer.mode,
    state,
    since: isoInstant(view.since),
    code,
    next,
    legUp,
    dispositions: dialer.dispositions.map(({ code: name, label, then }) => ({
      code: name,
      label,
      callsBack: then === 'callback',
    })),
    call: call
      ? {
          attemptId: call.attemptId,
          stage: call.stage,
          connectedAt: instantOrNull(call.connectedAt),
          endedAt: instantOrNull(call.endedAt),
        }
      : null,
    lead: lead && {
      leadId: lead.leadId,
      listId: lead.listId,
      phone: call?.phone ?? preview?.phone ?? '',
      fields: lead.fields,
      attempts: lead.attempts,
      reason: lead.reason,
      callbackNote: lead.callback?.note ?? null,
    },
    history: history?.map(describeEarlierCall) ?? null,
    preview: preview && { expiresAt: instantOrNull(preview.expiresAt) },
    callbackRefused,
    conversation: call ? describeConversation(call, agentId, { notes, settings: dialer.settings }) : null,
    parked,
    noCalls,
  };
}

/** What comes and goes with every call, or does not concern somebody who has joined. */
const NOT_FOR_DESKS: ReadonlySet<string> = new Set(['no-agents', 'no-free-agents', 'lines', 'manual-mode']);

/** Why no call comes to those who have joined the campaign; null: one may come at any moment. */
export function describeNoCalls({ reasons }: Explanation): DeskDocument['noCalls'] {
  const lasting = reasons.filter(({ kind, blocksAll }) => blocksAll && !NOT_FOR_DESKS.has(kind));
  if (lasting.length === 0) return null;
  const sinces = lasting.flatMap(({ since }) => (since === null ? [] : [since]));
  return {
    text: lasting.map(({ text }) => text).join(' '),
    since: sinces.length === 0 ? null : isoInstant(Math.min(...sinces)),
  };
}

function describeEarlierCall(record: AttemptRecord): NonNullable<DeskDocument['history']>[number] {
  const { openedAt, dialedAt, outcome, disposition, agentId, talkMs, answers } = record;
  const note = answers[NOTES_ANSWER] ?? null;
  return { at: isoInstant(dialedAt ?? openedAt), outcome, disposition, agentId, talkMs, note };
}

/** Why no call can be placed. */
export function describeExplanation({
  at,
  sentence,
  since,
  reasons,
  dialable,
}: Explanation): z.input<typeof schemas.explanation> {
  return {
    at: isoInstant(at),
    sentence,
    since: instantOrNull(since),
    reasons: reasons.map((reason) => ({
      kind: reason.kind,
      text: reason.text,
      since: instantOrNull(reason.since),
      until: instantOrNull(reason.until),
      blocksAll: reason.blocksAll,
    })),
    dialable,
  };
}

/** A campaign with its live figures. */
export function describeCampaign(dialer: Dialer): z.input<typeof schemas.campaign> {
  const { settings } = dialer;
  const figures = dialer.statistics();
  const { connectTime, supply } = figures;
  return {
    campaignId: dialer.campaignId,
    name: dialer.name,
    timeZone: dialer.timeZone,
    state: dialer.state,
    mode: dialer.mode,
    lines: settings.lines,
    speed: settings.speed,
    share: dialer.share,
    explanation: describeExplanation(dialer.explain()),
    figures: {
      dials: figures.dials,
      liveAnswers: figures.liveAnswers,
      answerRate: figures.answerRate,
      connected: figures.connected,
      abandoned: figures.abandoned,
      machines: figures.machines,
      occupancy: figures.occupancy,
      meanWaitMs: figures.meanWait,
      connectP95Ms: connectTime.p95,
      callsInFlight: figures.callsInFlight,
      callsWithAgents: figures.callsWithAgents,
      penetration: figures.penetration,
      leads: supply?.total ?? null,
      dialable: supply?.dialableNow ?? null,
    },
    agents: figures.agents,
    outcomes: defined(figures.outcomes),
    dispositions: figures.dispositions,
    abandonment: figures.abandonment.map(({ limitId, limit, rate, abandoned, liveAnswers, spent }) => ({
      limitId,
      title: titleOfRule(limitId) ?? limitId,
      limit,
      rate,
      abandoned,
      liveAnswers,
      spent,
    })),
    callers: describeCallers(dialer, figures),
  };
}

function describeCallers(
  { settings: { inbound } }: Dialer,
  { inbound: figures }: CampaignStatistics,
): z.input<typeof schemas.campaign>['callers'] {
  if (!inbound) return null;
  const { waiting, longestWaitMs, arrived, served, serviceLevel, lostInQueue } = figures;
  const { serviceLevelMs } = inbound;
  return { waiting, longestWaitMs, arrived, served, serviceLevel, serviceLevelMs, lostInQueue };
}
