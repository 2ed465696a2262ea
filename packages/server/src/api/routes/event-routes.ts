/** What happened, for programs that must miss nothing: they keep the cursor of what they have dealt with. */
import { isOutdialError, isoInstant } from '@outdial/core';
import { readEvents } from '@outdial/store';
import { z } from 'zod';
import { done, unusable } from '../outcome.js';
import { route, type Route } from '../route.js';
import * as schemas from '../schemas.js';

/** Events in one answer. */
const AT_ONCE = 500;

const event = z
  .strictObject({
    eventId: z.string().meta({ description: 'The same whenever it is read.' }),
    at: schemas.instant,
    campaignId: z.string().nullable(),
    kind: z.string().meta({ description: "E.g. 'attempt.closed'." }),
    detail: z.record(z.string(), z.unknown()).meta({ description: 'Leads and persons by their ids.' }),
    cursor: z.string().meta({ description: 'Everything up to and with this event.' }),
  })
  .meta({ id: 'StoredEvent' });

const read = route({
  name: 'events.read',
  method: 'GET',
  path: '/events',
  summary: 'What happened after a cursor, in the order in which it did, at most 500 events at once.',
  roles: ['compliance', 'admin'],
  schemas: {
    query: z.strictObject({
      after: z.string().min(1).max(4_000).exactOptional().meta({
        description: 'The cursor of the last event that was dealt with. Absent: from the beginning.',
      }),
    }),
    answer: z.strictObject({
      events: z.array(event),
      hasMore: z.boolean().meta({ description: 'Ask again at once, from the last cursor.' }),
    }),
  },
  work: async ({ parts, query }) => {
    const events: z.input<typeof event>[] = [];
    try {
      for await (const { at, campaignId, ...rest } of readEvents(parts.store, query)) {
        if (events.length === AT_ONCE) return done({ events, hasMore: true });
        events.push({ ...rest, at: isoInstant(at), campaignId: campaignId === '' ? null : campaignId });
      }
    } catch (error) {
      if (!isOutdialError(error) || error.code !== 'cursor-unreadable') throw error;
      return unusable('after', 'must be a cursor of this server, as it came with an event');
    }
    return done({ events, hasMore: false });
  },
});

/** The routes of events. */
export const EVENT_ROUTES: readonly Route[] = [read];
