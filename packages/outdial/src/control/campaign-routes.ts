/** The routes on one campaign: its figures, its events, and the orders of supervisors and agents. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CallView } from '@outdial/core';
import type { Dialer } from '../dialer/dialer.js';
import type { OrderTable } from '../dialer/order-entry.js';
import { AGENT_ORDERS, CAMPAIGN_ORDERS, type OrderAnswer } from '../dialer/orders.js';
import type { EventStreams } from './event-streams.js';

/** Where the routes of a campaign are. */
export interface CampaignPaths {
  readonly statistics: string;
  /** Why no call can be placed now. */
  readonly explanation: string;
  readonly agents: string;
  readonly calls: string;
  readonly events: string;
  /** Ends in `/:order`. */
  readonly campaignOrders: string;
  /** Holds `:agentId` and ends in `/:order`. */
  readonly agentOrders: string;
}

/** The dialer that a request is about; null when there is none: then the reply was sent. */
export type DialerOf = (request: FastifyRequest, reply: FastifyReply) => Dialer | null;

/** What the routes of a campaign work with. */
export interface CampaignRoutesParts {
  readonly dialerOf: DialerOf;
  readonly streams: EventStreams;
}

/** Adds the routes of a campaign. */
export function addCampaignRoutes(
  routes: FastifyInstance,
  paths: CampaignPaths,
  { dialerOf, streams }: CampaignRoutesParts,
): void {
  routes.get(paths.statistics, (request, reply) => dialerOf(request, reply)?.statistics() ?? reply);
  routes.get(paths.explanation, (request, reply) => dialerOf(request, reply)?.explain() ?? reply);
  routes.get(paths.agents, (request, reply) => dialerOf(request, reply)?.agents() ?? reply);
  routes.get(paths.calls, (request, reply) => dialerOf(request, reply)?.calls().map(shownCall) ?? reply);
  routes.get(paths.events, (request, reply) => {
    const dialer = dialerOf(request, reply);
    return dialer ? streams.start((listener) => dialer.onAny(listener), request, reply) : reply;
  });
  acceptOrders(routes, paths.campaignOrders, CAMPAIGN_ORDERS, dialerOf);
  acceptOrders(routes, paths.agentOrders, AGENT_ORDERS, dialerOf);
}

/** Digits of a number that are shown. */
const SHOWN_DIGITS = 4;

/** A call as programs see it, without its lead. */
function shownCall(view: CallView): Readonly<Record<string, unknown>> {
  const { attemptId, mode, stage, conversation, phone, agentId, openedAt, answeredAt, connectedAt } = view;
  const phoneEnd = phone.slice(-SHOWN_DIGITS);
  const talk = conversation?.stage ?? null;
  return { attemptId, mode, stage, conversation: talk, phoneEnd, agentId, openedAt, answeredAt, connectedAt };
}

/** Author of the orders that come over HTTP: there is one token, which names nobody. */
const BY = 'api';

/** `POST <path>`: one order by name; its fields are the body, with the agent of the path. */
function acceptOrders(routes: FastifyInstance, path: string, table: OrderTable, dialerOf: DialerOf): void {
  routes.post(path, async (request, reply) => {
    const dialer = dialerOf(request, reply);
    if (!dialer) return reply;
    const { order: name = '', campaignId: _campaign, ...named } = pathValues(request);
    const entry = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!entry) {
      const known = Object.keys(table).join(', ');
      return reply.code(404).send({ error: `'${name}' is not an order: use one of ${known}` });
    }
    return sendAnswer(reply, name, await dialer.order(entry, { ...fieldsOf(request.body), ...named }, BY));
  });
}

/** The values in the path of a request. */
export function pathValues(request: FastifyRequest): Readonly<Record<string, string>> {
  return request.params as Readonly<Record<string, string>>;
}

/** 202: accepted; 400: fields that cannot be read; 409: an order that cannot be followed. */
export function sendAnswer(reply: FastifyReply, name: string, answer: OrderAnswer): FastifyReply {
  if (answer.accepted) return reply.code(202).send({ accepted: name });
  if (answer.code === 'order-invalid') return reply.code(400).send({ error: answer.reason });
  return reply.code(409).send({ code: answer.code, error: answer.reason });
}

/** The fields of a body; a body that holds none is read as an unknown field, so that the answer names it. */
export function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  if (body === undefined || body === null) return {};
  return typeof body === 'object' && !Array.isArray(body) ? { ...body } : { body };
}
