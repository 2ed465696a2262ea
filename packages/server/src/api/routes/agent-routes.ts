/** Agents as a supervisor steers them: pause, log out, move. */
import { AGENT_ORDERS } from 'outdial';
import { z } from 'zod';
import { STEERERS } from '../../accounts/roles.js';
import { refused } from '../outcome.js';
import { route, type Route } from '../route.js';
import * as schemas from '../schemas.js';
import { order, outcomeOf } from './campaign-routes.js';

const agentParams = z.object({ agentId: z.string().min(1).max(96) });

const NOT_HERE = refused(409, 'agent-not-logged-in', 'This agent is not logged in.');

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
    return dialer ? order(dialer, AGENT_ORDERS.pause, { ...body, agentId }, person) : NOT_HERE;
  },
});

const logOut = route({
  name: 'agents.log-out',
  method: 'POST',
  path: '/agents/{agentId}/log-out',
  summary: 'Logs an agent out after their present call.',
  roles: STEERERS,
  schemas: { params: agentParams, answer: schemas.followed },
  work: async ({ parts, params: { agentId }, person }) => {
    const dialer = parts.floor.campaignOf(agentId);
    return dialer ? order(dialer, AGENT_ORDERS['log-out'], { agentId }, person) : NOT_HERE;
  },
});

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
export const AGENT_ROUTES: readonly Route[] = [pause, logOut, move];
