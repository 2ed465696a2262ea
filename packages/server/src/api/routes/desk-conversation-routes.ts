/** The agent's desk: orders about the conversation, and the colleagues to whom a customer can go. */
import { conversationSettings, invariant, outsideSettings } from '@outdial/core';
import { listAccounts } from '@outdial/store';
import { AGENT_ORDERS, type OrderEntry, type OrderTable } from 'outdial';
import { z } from 'zod';
import { CALLERS } from '../../accounts/roles.js';
import { colleague, deskDirectory } from '../conversation-schemas.js';
import { done, refused } from '../outcome.js';
import { route, type Route } from '../route.js';
import * as schemas from '../schemas.js';
import { order } from './campaign-routes.js';

/** The refusal for a person who gives an order of the desk without having joined a campaign. */
export const NOT_AT_DESK = refused(
  409,
  'agent-not-logged-in',
  'You have joined no campaign: join one first.',
);

/** Orders of the owner of a conversation, with their paths: `/desk/leave` leaves the campaign. */
const ORDERS = {
  hold: 'hold',
  resume: 'resume',
  mute: 'mute',
  unmute: 'unmute',
  digits: 'digits',
  consult: 'consult',
  complete: 'complete',
  cancel: 'cancel',
  conference: 'conference',
  leave: 'leave-conference',
  transfer: 'transfer',
  park: 'park',
  unpark: 'unpark',
  record: 'record',
} as const satisfies Partial<Record<keyof typeof AGENT_ORDERS, string>>;

/** One route an order: its fields are those of the order's table, without the agent, who is the person. */
function orderRoute([name, path]: readonly [string, string]): Route {
  const entry = (AGENT_ORDERS as OrderTable)[name];
  invariant(entry, `there is no order '${name}'`);
  return route({
    name: `desk.${path}`,
    method: 'POST',
    path: `/desk/${path}`,
    summary: entry.summary,
    roles: CALLERS,
    schemas: { ...besideAgent(entry), answer: schemas.followed },
    work: async ({ parts, person, body }) => {
      const agentId = person?.accountId ?? '';
      const dialer = parts.floor.campaignOf(agentId);
      return dialer ? order(dialer, entry, { ...body, agentId }, person) : NOT_AT_DESK;
    },
  });
}

/** The schema of the order's other fields; none where there are none. */
function besideAgent({ body, summary }: OrderEntry): { readonly body?: z.ZodObject } {
  invariant(body instanceof z.ZodObject, `the order '${summary}' has fields`);
  const fields = body.omit({ agentId: true });
  return Object.keys(fields.shape).length > 0 ? { body: fields } : {};
}

const colleagues = route({
  name: 'desk.colleagues',
  method: 'GET',
  path: '/desk/colleagues',
  summary: 'The other agents of the campaign: whom one may consult, or give a customer to.',
  roles: CALLERS,
  schemas: { answer: z.array(colleague) },
  work: async ({ parts, person }) => {
    const ownId = person?.accountId ?? '';
    const dialer = parts.floor.campaignOf(ownId);
    if (!dialer) return NOT_AT_DESK;
    const names = new Map((await listAccounts(parts.store)).map(({ accountId, name }) => [accountId, name]));
    const others = dialer.agents().filter(({ agentId }) => agentId !== ownId);
    return done(
      others.map(({ agentId, state }) => ({
        agentId,
        name: names.get(agentId) ?? agentId,
        state,
        isFree: state === 'ready',
      })),
    );
  },
});

const directory = route({
  name: 'desk.directory',
  method: 'GET',
  path: '/desk/directory',
  summary: 'The telephone numbers, by name, that one may consult, or give a customer to; and the call flows.',
  roles: CALLERS,
  schemas: { answer: deskDirectory },
  work: async ({ parts, person }) => {
    const dialer = parts.floor.campaignOf(person?.accountId ?? '');
    if (!dialer) return NOT_AT_DESK;
    const { directory: entries, typed } = outsideSettings(dialer.settings);
    const { flows = [] } = conversationSettings(dialer.settings);
    return done({
      names: entries.map(({ name }) => name),
      typed,
      flows: flows.map(({ name }) => name),
    });
  },
});

/** The routes of the desk about conversations. */
export const DESK_CONVERSATION_ROUTES: readonly Route[] = [
  colleagues,
  directory,
  ...Object.entries(ORDERS).map(orderRoute),
];
