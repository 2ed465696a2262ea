/** What a supervisor does with an agent's conversation: listen, whisper, join, take it over. */
import { MONITOR_WAYS, defined } from '@outdial/core';
import { AGENT_ORDERS, type Dialer } from 'outdial';
import { z } from 'zod';
import { MONITORS } from '../../accounts/roles.js';
import { refused, type Refusal } from '../outcome.js';
import { route, type Author, type Route } from '../route.js';
import * as schemas from '../schemas.js';
import type { ServerParts } from '../server-parts.js';
import { AGENT_NOT_HERE, agentParams } from './agent-routes.js';
import { order, outcomeOf } from './campaign-routes.js';

const NOT_LISTENING = refused(409, 'agent-state', 'You listen to nobody.');

/**
 * Brings the supervisor to the campaign of an agent: the engine joins only people of one campaign. A
 * supervisor who has joined none is logged in, paused, and their telephone is called.
 */
async function comeTo(
  dialer: Dialer,
  supervisorId: string,
  parts: ServerParts,
  person: Author | null,
): Promise<Refusal | null> {
  const own = parts.floor.campaignOf(supervisorId);
  const login = {
    agentId: supervisorId,
    ...defined({ station: parts.telephones.stationOf(supervisorId) ?? undefined }),
  };
  if (own === dialer) return null;
  const outcome = own
    ? outcomeOf(await parts.floor.moveAgent(supervisorId, dialer.campaignId, person?.accountId))
    : await order(dialer, AGENT_ORDERS['log-in'], login, person);
  if (outcome.kind === 'refused') return outcome;
  if (parts.floor.campaignOf(supervisorId) === dialer) return null;
  const text = 'You have a call in another campaign: end it and its wrap-up first.';
  return refused(409, 'agent-state', text);
}

const monitor = route({
  name: 'agents.monitor',
  method: 'POST',
  path: '/agents/{agentId}/monitor',
  summary:
    "Calls the supervisor's telephone: they listen to an agent, whisper, or join (`barge`), in this " +
    'conversation and those that follow.',
  roles: MONITORS,
  schemas: {
    params: agentParams,
    body: z.strictObject({ how: z.enum(MONITOR_WAYS) }),
    answer: schemas.followed,
  },
  work: async ({ parts, params, body, person }) => {
    const dialer = parts.floor.campaignOf(params.agentId);
    if (!dialer) return AGENT_NOT_HERE;
    const agentId = person?.accountId ?? '';
    const refusal = await comeTo(dialer, agentId, parts, person);
    if (refusal) return refusal;
    return order(dialer, AGENT_ORDERS.monitor, { ...body, agentId, watchedId: params.agentId }, person);
  },
});

const takeOver = route({
  name: 'agents.take-over',
  method: 'POST',
  path: '/agents/{agentId}/take-over',
  summary: "The supervisor, whose telephone is up, has the agent's customer from now on.",
  roles: MONITORS,
  schemas: { params: agentParams, answer: schemas.followed },
  work: async ({ parts, params, person }) => {
    const dialer = parts.floor.campaignOf(params.agentId);
    if (!dialer) return AGENT_NOT_HERE;
    const agentId = person?.accountId ?? '';
    const refusal = await comeTo(dialer, agentId, parts, person);
    if (refusal) return refusal;
    return order(dialer, AGENT_ORDERS['take-over'], { agentId, watchedId: params.agentId }, person);
  },
});

const stop = route({
  name: 'monitoring.stop',
  method: 'DELETE',
  path: '/monitoring',
  summary: 'The supervisor stops listening.',
  roles: MONITORS,
  schemas: { answer: schemas.followed },
  work: async ({ parts, person }) => {
    const agentId = person?.accountId ?? '';
    const dialer = parts.floor.campaignOf(agentId);
    return dialer ? order(dialer, AGENT_ORDERS['stop-monitoring'], { agentId }, person) : NOT_LISTENING;
  },
});

/** The routes of listening, whispering and joining. */
export const MONITOR_ROUTES: readonly Route[] = [monitor, takeOver, stop];
