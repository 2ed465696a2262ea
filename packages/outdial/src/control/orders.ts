import { z } from 'zod';
import type { Dialer } from '../dialer/dialer.js';

/** One kind of order: what its body must be, and what it does. */
export interface Order {
  readonly body: z.ZodType;
  readonly follow: (body: unknown, agentId: string) => void;
}

/** Orders by name. */
export type Orders = Readonly<Record<string, Order>>;

function order<Body>(body: z.ZodType<Body>, follow: (body: Body, agentId: string) => void): Order {
  return { body, follow: (given, agentId) => follow(given as Body, agentId) };
}

const nothing = z.strictObject({});
const reason = z.strictObject({ reason: z.string().min(1).max(128) });

/** Orders of supervisors. */
export function supervisorOrders(dialer: Dialer): Orders {
  return {
    mode: order(
      z.strictObject({
        mode: z.enum(['manual', 'preview', 'progressive', 'power', 'predictive', 'agentless']),
      }),
      ({ mode }) => dialer.setMode(mode),
    ),
    speed: order(z.strictObject({ speed: z.number().min(1).max(20).nullable() }), ({ speed }) =>
      dialer.setSpeed(speed),
    ),
    pace: order(
      z.strictObject({
        lines: z.int().min(1).exactOptional(),
        callsPerSecond: z.number().positive().exactOptional(),
        callsPerAgent: z.number().min(1).max(20).exactOptional(),
      }),
      (changes) => dialer.configure(changes),
    ),
    pause: order(reason, ({ reason: why }) => dialer.pauseCampaign(why)),
    resume: order(nothing, () => dialer.resume()),
    stop: order(nothing, () => dialer.stop()),
    halt: order(reason, ({ reason: why }) => dialer.halt(why)),
  };
}

/** Orders of agents. */
export function agentOrders(dialer: Dialer): Orders {
  const callback = z.strictObject({
    at: z.number(),
    agentId: z.string().exactOptional(),
    note: z.string().max(500).exactOptional(),
  });
  return {
    'log-in': order(
      z.strictObject({
        station: z.string().min(1).exactOptional(),
        skills: z.array(z.string()).exactOptional(),
      }),
      (body, agentId) => dialer.logIn({ agentId, ...body }),
    ),
    'log-out': order(nothing, (_body, agentId) => dialer.logOut(agentId)),
    ready: order(nothing, (_body, agentId) => dialer.ready(agentId)),
    pause: order(z.strictObject({ code: z.string().min(1).max(64) }), ({ code }, agentId) =>
      dialer.pause(agentId, code),
    ),
    accept: order(nothing, (_body, agentId) => dialer.accept(agentId)),
    skip: order(z.strictObject({ reason: z.string().max(128).exactOptional() }), ({ reason: why }, agentId) =>
      dialer.skip(agentId, why),
    ),
    dial: order(z.strictObject({ leadId: z.string().exactOptional() }), ({ leadId }, agentId) =>
      dialer.manualDial(agentId, leadId),
    ),
    'hang-up': order(nothing, (_body, agentId) => dialer.hangUp(agentId)),
    dispose: order(
      z.strictObject({ code: z.string().min(1), callback: callback.exactOptional() }),
      (body, agentId) => dialer.dispose(agentId, body.code, body.callback),
    ),
  };
}
