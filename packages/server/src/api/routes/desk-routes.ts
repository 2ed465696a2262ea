/** The agent's desk: the orders that a person gives about their own work. */
import { LIMITS, defined } from '@outdial/core';
import { readAccount } from '@outdial/store';
import { AGENT_ORDERS, type Dialer, type OrderEntry } from 'outdial';
import { z } from 'zod';
import { CALLERS } from '../../accounts/roles.js';
import { NOT_AT_DESK as NOT_HERE } from './desk-conversation-routes.js';
import { describeForeseen, foreseenCallback } from '../callback-schemas.js';
import { done, refused, unusable } from '../outcome.js';
import { route, type Route } from '../route.js';
import * as schemas from '../schemas.js';
import type { ServerParts } from '../server-parts.js';
import { noCampaign, order } from './campaign-routes.js';

const campaigns = route({
  name: 'desk.campaigns',
  method: 'GET',
  path: '/desk/campaigns',
  summary: 'The campaigns that one may join.',
  roles: CALLERS,
  schemas: {
    answer: z.array(
      z.object({
        campaignId: z.string(),
        name: z.string(),
        state: z.string(),
        address: z.string().nullable().meta({
          description: 'The server that runs it, where it is another one: join there. Null: join here.',
        }),
      }),
    ),
  },
  work: async ({ parts }) =>
    done(
      parts.floor.campaigns().map(({ campaignId, name, state }) => ({
        campaignId,
        name,
        state,
        address: elsewhere(campaignId, parts),
      })),
    ),
});

/** Address of another server that runs a campaign; null: none does, or this one. */
function elsewhere(campaignId: string, { places }: ServerParts): string | null {
  const [here, ...others] = places();
  if (here?.runs.includes(campaignId) === true) return null;
  return others.find(({ runs }) => runs.includes(campaignId))?.address ?? null;
}

const NOT_YOURS = refused(409, 'station-not-permitted', "This station is another person's browser.");

const join = route({
  name: 'desk.join',
  method: 'POST',
  path: '/desk/join',
  summary: 'Joins a campaign, paused: ready follows.',
  roles: CALLERS,
  schemas: {
    body: z.strictObject({
      campaignId: z.string().min(1).max(96),
      station: z.string().min(1).max(96).exactOptional(),
    }),
    answer: schemas.followed,
  },
  work: async ({ parts, person, body: { campaignId, ...body } }) => {
    const dialer = parts.floor.campaign(campaignId);
    if (!dialer) return noCampaign(campaignId, parts);
    if (parts.isDraining())
      return refused(503, 'draining', 'The server is being stopped: join after it is back.');
    const address = elsewhere(campaignId, parts);
    if (address !== null)
      return refused(409, 'campaign-elsewhere', `Another server runs this campaign: join at ${address}.`);
    const agentId = person?.accountId ?? '';
    const station = body.station ?? parts.telephones.stationOf(agentId) ?? undefined;
    if (station !== undefined && !parts.telephones.mayUse(agentId, station)) return NOT_YOURS;
    return order(dialer, AGENT_ORDERS['log-in'], { agentId, ...defined({ station }) }, person);
  },
});

const script = route({
  name: 'desk.script',
  method: 'GET',
  path: '/desk/script',
  summary: 'What the agent says in the calls of their campaign, page by page.',
  roles: CALLERS,
  schemas: { answer: schemas.script },
  work: async ({ parts, person }) => {
    const dialer = parts.floor.campaignOf(person?.accountId ?? '');
    if (!dialer) return NOT_HERE;
    const { name, seller } = dialer;
    const pages = (dialer.script?.pages ?? []).map(({ id, title = null, text, choices }) => ({
      id,
      title,
      text,
      choices: [...choices],
    }));
    const values = { agent: person?.name ?? '', campaign: name, ...(seller !== null && { seller }) };
    return done({ pages, values });
  },
});

/** Orders that need no more than the agent. */
const PLAIN = {
  ready: 'Takes calls; in wrap-up this ends it.',
  accept: 'Preview: dials the lead on offer.',
  'hang-up': 'Ends the call.',
  'log-out': 'Leaves the campaign after the present call.',
} as const;

function plainRoute(name: keyof typeof PLAIN): Route {
  const entry: OrderEntry<{ readonly agentId: string }> = AGENT_ORDERS[name];
  return route({
    name: `desk.${name === 'log-out' ? 'leave' : name}`,
    method: 'POST',
    path: `/desk/${name === 'log-out' ? 'leave' : name}`,
    summary: PLAIN[name],
    roles: CALLERS,
    schemas: { answer: schemas.followed },
    work: async ({ parts, person }) => {
      const agentId = person?.accountId ?? '';
      const dialer = parts.floor.campaignOf(agentId);
      return dialer ? order(dialer, entry, { agentId }, person) : NOT_HERE;
    },
  });
}

const pause = route({
  name: 'desk.pause',
  method: 'POST',
  path: '/desk/pause',
  summary: 'Takes no more calls after the present one.',
  roles: CALLERS,
  schemas: { body: z.strictObject({ code: z.string().trim().min(1).max(64) }), answer: schemas.followed },
  work: async ({ parts, person, body }) => {
    const agentId = person?.accountId ?? '';
    const dialer = parts.floor.campaignOf(agentId);
    return dialer ? order(dialer, AGENT_ORDERS.pause, { ...body, agentId }, person) : NOT_HERE;
  },
});

const skip = route({
  name: 'desk.skip',
  method: 'POST',
  path: '/desk/skip',
  summary: 'Preview: gives the lead on offer back.',
  roles: CALLERS,
  schemas: {
    body: z.strictObject({ reason: z.string().trim().min(1).max(64).exactOptional() }),
    answer: schemas.followed,
  },
  work: async ({ parts, person, body }) => {
    const agentId = person?.accountId ?? '';
    const dialer = parts.floor.campaignOf(agentId);
    return dialer ? order(dialer, AGENT_ORDERS.skip, { ...body, agentId }, person) : NOT_HERE;
  },
});

const dispose = route({
  name: 'desk.dispose',
  method: 'POST',
  path: '/desk/dispose',
  summary: 'Says what the call was; a code that calls back needs the time. During a call this hangs up, too.',
  roles: CALLERS,
  schemas: {
    body: z.strictObject({
      code: z.string().min(1).max(64),
      callback: z
        .strictObject({
          at: schemas.instant,
          agentId: z
            .string()
            .min(1)
            .max(96)
            .exactOptional()
            .meta({ description: 'This agent calls back, nobody else. Absent: any agent does.' }),
          note: z.string().trim().min(1).max(LIMITS.callbackNote.max).exactOptional(),
        })
        .exactOptional(),
      notes: z
        .string()
        .trim()
        .min(1)
        .max(LIMITS.callNotes.max)
        .exactOptional()
        .meta({ description: 'What the agent notes of the call; the next agent reads it.' }),
    }),
    answer: schemas.followed,
  },
  work: async ({ parts, person, body: { callback, ...body } }) => {
    const agentId = person?.accountId ?? '';
    const dialer = parts.floor.campaignOf(agentId);
    if (!dialer) return NOT_HERE;
    if (!dialer.dispositions.some((each) => each.code === body.code))
      return unusable('code', `must be one of ${dialer.dispositions.map((each) => each.code).join(', ')}`);
    if (!callback) return order(dialer, AGENT_ORDERS.dispose, { agentId, ...body }, person);
    if (callback.agentId !== undefined && !(await takesCalls(parts, dialer, callback.agentId)))
      return unusable('callback.agentId', 'must be an agent who may log in and takes calls');
    const fields = { ...callback, at: Date.parse(callback.at) };
    return order(dialer, AGENT_ORDERS.dispose, { agentId, ...body, callback: fields }, person);
  },
});

const foresee = route({
  name: 'desk.foresee-callback',
  method: 'POST',
  path: '/desk/foresee-callback',
  summary: 'Whether the law allows to call the customer back at a time, before it is promised.',
  roles: CALLERS,
  schemas: {
    body: z.strictObject({ at: schemas.instant }),
    answer: foreseenCallback,
  },
  work: async ({ parts, person, body: { at } }) => {
    const agentId = person?.accountId ?? '';
    const dialer = parts.floor.campaignOf(agentId);
    if (!dialer) return NOT_HERE;
    const attemptId = dialer.agents().find((agent) => agent.agentId === agentId)?.attemptId;
    const found = attemptId ? await dialer.foreseeCallback(attemptId, Date.parse(at)) : undefined;
    return found ? done(describeForeseen(found)) : refused(409, 'no-call', 'You have no call.');
  },
});

/** Whether somebody may own a callback: a person with a desk, or an agent of the campaign now. */
async function takesCalls({ store }: ServerParts, dialer: Dialer, agentId: string): Promise<boolean> {
  if (dialer.agents().some((agent) => agent.agentId === agentId)) return true;
  const account = await readAccount(store, agentId);
  return account?.disabledAt === null && CALLERS.some((role) => role === account.role);
}

/** The routes of the desk. */
export const DESK_ROUTES: readonly Route[] = [
  campaigns,
  join,
  script,
  plainRoute('ready'),
  pause,
  plainRoute('accept'),
  skip,
  plainRoute('hang-up'),
  dispose,
  foresee,
  plainRoute('log-out'),
];
