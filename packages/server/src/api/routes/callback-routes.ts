/** Callbacks that were promised: seen, moved, given to another agent, cancelled. Agents see their own. */
import { defined, isoInstant } from '@outdial/core';
import {
  cancelCallback,
  getLead,
  listAccounts,
  listCallbacks,
  moveCallback,
  readAccount,
  type CallbackChange,
  type ScheduledCallback,
} from '@outdial/store';
import { z } from 'zod';
import { CALLERS, ROLES, STEERERS, roleOf, type Role } from '../../accounts/roles.js';
import { callback, describeForeseen, foreseenCallback } from '../callback-schemas.js';
import { FOLLOWED, done, refused, unusable, type Outcome } from '../outcome.js';
import { after, more, placeIn, placeText } from '../place-in-list.js';
import { isPerson, route, storeOf, type Route } from '../route.js';
import * as schemas from '../schemas.js';
import type { ServerParts } from '../server-parts.js';

/** Callbacks of one answer. */
const PAGE = 500;
/** A person promises to call back within a year. */
const LATEST_MS = 366 * 24 * 3_600_000;

/** Everybody who works with people of lists. */
const READERS: readonly Role[] = ROLES.filter((role) => role !== 'compliance');
const leadParams = z.object({ leadId: z.string().min(1).max(96) });

const NO_CALLBACK = refused(404, 'callback-unknown', 'There is no callback for this lead any more.');

type Followed = z.input<typeof schemas.followed>;

const list = route({
  name: 'callbacks.list',
  method: 'GET',
  path: '/callbacks',
  summary: 'Callbacks in the order in which they are due, 500 at once; an agent sees their own.',
  roles: READERS,
  schemas: {
    query: z.strictObject({
      agentId: z.string().min(1).max(96).exactOptional(),
      from: schemas.instant.exactOptional(),
      to: schemas.instant.exactOptional(),
      after,
    }),
    answer: z.strictObject({ callbacks: z.array(callback), more }),
  },
  work: async (request) => {
    const { parts, person, query } = request;
    const { agentId, from, to } = query;
    const place = query.after === undefined ? undefined : placeIn(query.after);
    const own = isPerson(person) && person.role === 'agent' ? person.accountId : agentId;
    const found = await listCallbacks(parts.floor.store, {
      limit: PAGE + 1,
      ...defined({
        agentId: own,
        from: from === undefined ? undefined : Date.parse(from),
        to: to === undefined ? undefined : Date.parse(to),
        after: place && { at: place.at, leadId: place.id },
      }),
    });
    const shown = found.slice(0, PAGE);
    const last = found.length > PAGE ? shown.at(-1) : undefined;
    const store = storeOf(request);
    const detail = { callbacks: shown.length };
    await store.audit.record({ at: store.clock(), campaignId: '', kind: 'callbacks.looked-at', detail });
    return done({
      callbacks: shown.map((each) => describe(each, parts)),
      more: placeText(last ? { at: last.at, id: last.leadId } : null),
    });
  },
});

function describe(
  { leadId, listId, account, phone, fields, at, agentId, note, claimed }: ScheduledCallback,
  { floor }: ServerParts,
): z.input<typeof callback> {
  return {
    ...{ leadId, listId, account, phone, fields, agentId, note },
    at: isoInstant(at),
    isOverdue: at < floor.now(),
    isAgentHere: agentId === null ? null : floor.campaignOf(agentId) !== undefined,
    isBeingCalled: claimed,
  };
}

const move = route({
  name: 'callbacks.move',
  method: 'POST',
  path: '/callbacks/{leadId}/move',
  summary:
    'Moves a callback, or gives it to another agent or to anybody. The law is asked when it is dialed.',
  roles: STEERERS,
  schemas: {
    params: leadParams,
    body: z.strictObject({
      at: schemas.instant,
      agentId: z
        .string()
        .min(1)
        .max(96)
        .nullable()
        .exactOptional()
        .meta({ description: 'Absent: it stays; null: anybody.' }),
      note: z.string().trim().max(500).exactOptional(),
    }),
    answer: schemas.followed,
  },
  work: async (request): Promise<Outcome<Followed>> => {
    const { parts, params, body } = request;
    const at = Date.parse(body.at);
    const now = parts.floor.now();
    if (at < now || at > now + LATEST_MS) return unusable('at', 'must lie ahead, within a year');
    const { agentId } = body;
    if (agentId != null && !(await takesCalls(parts, agentId)))
      return unusable('agentId', 'must be an account that takes calls');
    const given = { at, ...defined({ agentId, note: body.note }) };
    return changed(await moveCallback(storeOf(request), params.leadId, given));
  },
});

const foresee = route({
  name: 'callbacks.foresee',
  method: 'POST',
  path: '/callbacks/{leadId}/foresee',
  summary: 'Whether the law allows to call the person back at another time, before the callback is moved.',
  roles: STEERERS,
  schemas: {
    params: leadParams,
    body: z.strictObject({ at: schemas.instant }),
    answer: foreseenCallback,
  },
  work: async ({ parts: { floor }, params, body }) => {
    const lead = await getLead(floor.store, params.leadId);
    const phone = lead?.phones.find(({ open }) => open)?.phone;
    if (!lead || lead.callbackAt === null || phone === undefined) return NO_CALLBACK;
    const dialers = floor.campaigns().filter(({ lists }) => lists.includes(lead.listId));
    if (dialers.length === 0)
      return refused(409, 'list-undialed', `No campaign on the floor dials the list ${lead.listId}.`);
    const at = Date.parse(body.at);
    const found = await Promise.all(dialers.map((dialer) => dialer.foreseeMovedCallback(phone, at)));
    const [first] = [...found.filter(({ allowed }) => allowed), ...found];
    return first ? done(describeForeseen(first)) : NO_CALLBACK;
  },
});

async function takesCalls({ store }: ServerParts, accountId: string): Promise<boolean> {
  const account = await readAccount(store, accountId);
  const role = account && roleOf(account.role);
  return role !== undefined && account?.disabledAt === null && CALLERS.includes(role);
}

const cancel = route({
  name: 'callbacks.cancel',
  method: 'POST',
  path: '/callbacks/{leadId}/cancel',
  summary: 'Cancels a callback: the person is called as everybody else of the list.',
  roles: STEERERS,
  schemas: {
    params: leadParams,
    body: z.strictObject({ why: z.string().trim().min(1).max(100) }),
    answer: schemas.followed,
  },
  work: async (request) =>
    changed(await cancelCallback(storeOf(request), request.params.leadId, request.body.why)),
});

function changed(change: CallbackChange): Outcome<Followed> {
  if (change.done) return done(FOLLOWED);
  return change.reason === 'claimed'
    ? refused(409, 'callback-claimed', 'They are being called right now: try again after the call.')
    : NO_CALLBACK;
}

const agents = route({
  name: 'callbacks.agents',
  method: 'GET',
  path: '/callbacks/agents',
  summary: 'To whom a callback can be given.',
  roles: STEERERS,
  schemas: { answer: z.array(z.strictObject({ agentId: z.string(), name: z.string() })) },
  work: async ({ parts }) => done(await listAgents(parts)),
});

async function listAgents({ store }: ServerParts): Promise<{ agentId: string; name: string }[]> {
  const accounts = await listAccounts(store);
  return accounts
    .filter(({ role, disabledAt }) => disabledAt === null && CALLERS.some((each) => each === role))
    .map(({ accountId, name }) => ({ agentId: accountId, name }));
}

/** The routes of callbacks. */
export const CALLBACK_ROUTES: readonly Route[] = [list, agents, foresee, move, cancel];
