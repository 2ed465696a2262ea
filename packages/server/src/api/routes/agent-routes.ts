/** Agents as a supervisor steers them: pause, ready, hang up, log out, move. */
import { AGENT_ORDERS, type OrderEntry } from 'outdial';
import { z } from 'zod';
import { STEERERS } from '../../accounts/roles.js';
import { refused } from '../outcome.js';
import { route, type Route } from '../route.js';
import * as schemas from '../schemas.js';
import { order, outcomeOf } from './campaign-routes.js';

/** The agent in the path. */
export const agentParams = z.object({ agentId: z.string().min(1).max(96) });

/** The refusal for an agent who has joined no campaign. */
export const AGENT_NOT_HERE = refused(409, 'agent-not-logged-in', 'This agent is not logged in.');

const pause = route({
  name: 'agents.pause',
  method: 'POST',
  path: '/agents/{agentId}/pause',
  summary: 'Pauses an agent after their present call.',
  roles: STEERERS,
  schemas: {
    params: agentParams,
    body: z.strictObject({ code: z.string().trim().min(1).max(64) }),
    answer: schemas.followed,
  },
  work: async ({ parts, params: { agentId }, body, person }) => {
    const dialer = parts.floor.campaignOf(agentId);
    return dialer ? order(dialer, AGENT_ORDERS.pause, { ...body, agentId }, person) : AGENT_NOT_HERE;
  },
});

/** Orders that need no more than the agent. */
const PLAIN = {
  ready: "Ends an agent's pause, or their wrap-up: calls reach them again.",
  'hang-up': "Ends an agent's call; they say what it was.",
  'log-out': 'Logs an agent out after their present call.',
} as const;

function plainRoute(name: keyof typeof PLAIN): Route {
  const entry: OrderEntry<{ readonly agentId: string }> = AGENT_ORDERS[name];
  return route({
    name: `agents.${name}`,
    method: 'POST',
    path: `/agents/{agentId}/${name}`,
    summary: PLAIN[name],
    roles: STEERERS,
    schemas: { params: agentParams, answer: schemas.followed },
    work: async ({ parts, params: { agentId }, person }) => {
      const dialer = parts.floor.campaignOf(agentId);
      return dialer ? order(dialer, entry, { agentId }, person) : AGENT_NOT_HERE;
    },
  });
}

const move = route({
  name: 'agents.move',
  method: 'POST',
  path: '/agents/{agentId}/move',
  summary: 'Moves an agent to another campaign after their present call; there they are paused.',
  roles: STEERERS,
  schemas: {
    params: agentParams,
    body: z.strictObject({ campaignId: z.string().min(1).max(96) }),
    answer: schemas.followed,
  },
  work: async ({ parts, params, body, person }) =>
    outcomeOf(await parts.floor.moveAgent(params.agentId, body.campaignId, person?.accountId)),
});

/** The routes of agents. */
export const AGENT_ROUTES: readonly Route[] = [
  pause,
  plainRoute('ready'),
  plainRoute('hang-up'),
  plainRoute('log-out'),
  move,
];
