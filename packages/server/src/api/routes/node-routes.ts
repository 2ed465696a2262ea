/** The servers of a store as a whole: which there are, and one that is to be stopped. */
import { z } from 'zod';
import { ROLES } from '../../accounts/roles.js';
import { FOLLOWED, done, refused } from '../outcome.js';
import { route, type Route } from '../route.js';
import * as schemas from '../schemas.js';

const list = route({
  name: 'nodes.list',
  method: 'GET',
  path: '/nodes',
  summary: 'The servers of the store with the campaigns that each runs, the one asked first.',
  roles: ROLES,
  schemas: { answer: z.array(schemas.node) },
  work: async ({ parts }) => done([...parts.places()]),
});

const drain = route({
  name: 'nodes.drain',
  method: 'POST',
  path: '/nodes/drain',
  summary:
    'Drains the server that is asked: no new calls; other servers run its campaigns, each after its own ' +
    'last conversation. Then its process ends, with exit code 0.',
  roles: ['admin'],
  schemas: { answer: schemas.followed },
  work: async ({ parts, person }) => {
    if (parts.isDraining()) return refused(409, 'draining', 'This server drains already.');
    parts.orderDrain(person?.accountId);
    return done(FOLLOWED);
  },
});

/** The routes of servers. */
export const NODE_ROUTES: readonly Route[] = [list, drain];
