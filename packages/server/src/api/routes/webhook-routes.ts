/** Webhooks: addresses of other systems that are told what happened. Administrators make and end them. */
import { isoInstant } from '@outdial/core';
import {
  createWebhook,
  endWebhook,
  listDeadLetters,
  listWebhooks,
  readDeadLetter,
  takeDeadLetter,
  webhooksToSend,
  type DeadLetter,
  type Store,
  type Webhook,
  type WebhookToSend,
} from '@outdial/store';
import { z } from 'zod';
import { instantOrNull } from '../../stream/instants.js';
import { isChoice, TELLABLE_KINDS } from '../../webhooks/event-kinds.js';
import { messageOf, testMessage, type Message } from '../../webhooks/message.js';
import { postMessage, type PostResult } from '../../webhooks/post-message.js';
import { newWebhookSecret } from '../../webhooks/signature.js';
import { addressProblem } from '../../webhooks/webhook-address.js';
import { done, FOLLOWED, refused, unusable, type Outcome } from '../outcome.js';
import { after, more, placeIn, placeText } from '../place-in-list.js';
import { route, type Route } from '../route.js';
import * as schemas from '../schemas.js';

const UNKNOWN = refused(404, 'webhook-unknown', 'There is no webhook in use with this name.');
const LETTER_UNKNOWN = refused(404, 'dead-letter-unknown', 'This event was sent again or dismissed already.');
const MOST_KINDS = 100;

const webhook = z
  .strictObject({
    webhookId: z.string(),
    url: z.string(),
    kinds: z.array(z.string()).meta({ description: 'Kinds of events, or families of them; none: all.' }),
    createdAt: schemas.instant,
    createdBy: z.string(),
    endedAt: schemas.instant.nullable(),
    acceptedAt: schemas.instant.nullable().meta({ description: 'When it last accepted a message.' }),
    eventsBehind: z.number().meta({ description: 'Events, of whatever kind, that it was not told of yet.' }),
    deadLetters: z.number().meta({ description: 'Events that it refused for good.' }),
    failing: z
      .strictObject({
        since: schemas.instant,
        tries: z.number(),
        nextTryAt: schemas.instant,
        problem: z.string().meta({ description: "What the receiver did, e.g. 'answered 500'." }),
      })
      .nullable(),
  })
  .meta({ id: 'Webhook' });

const deadLetter = z
  .strictObject({
    deadLetterId: z.string(),
    at: schemas.instant,
    kind: z.string(),
    eventId: z.string(),
    problem: z.string(),
  })
  .meta({ id: 'DeadLetter' });

/** What the receiver did with a message that a person sent. */
const told = z
  .strictObject({ accepted: z.boolean(), text: z.string().meta({ description: 'What the receiver did.' }) })
  .meta({ id: 'WebhookTried' });

const params = z.strictObject({ webhookId: schemas.id });
const letterParams = z.strictObject({ webhookId: schemas.id, deadLetterId: z.uuid() });

const list = route({
  name: 'webhooks.list',
  method: 'GET',
  path: '/webhooks',
  summary: 'Every webhook and how it stands, with those that have ended.',
  roles: ['admin'],
  schemas: { answer: z.array(webhook) },
  work: async ({ parts }) => done((await listWebhooks(parts.store)).map(describeWebhook)),
});

const listKinds = route({
  name: 'webhooks.kinds',
  method: 'GET',
  path: '/webhooks/kinds',
  summary: 'The kinds of events that a webhook can be told of.',
  roles: ['admin'],
  schemas: { answer: z.array(z.strictObject({ kind: z.string(), meaning: z.string() })) },
  work: async () => done([...TELLABLE_KINDS]),
});

const create = route({
  name: 'webhooks.create',
  method: 'POST',
  path: '/webhooks',
  summary: 'Makes a webhook. The secret that signs its messages is shown in this answer and never again.',
  roles: ['admin'],
  schemas: {
    body: z.strictObject({
      webhookId: schemas.id,
      url: z.string(),
      kinds: z
        .array(z.string())
        .max(MOST_KINDS)
        .meta({ description: "E.g. 'attempt.closed', or 'attempt.*' for a family; none: all." }),
      from: z.enum(['now', 'beginning']).default('now').meta({
        description: 'What happens from now on, or everything that the store holds.',
      }),
    }),
    answer: z.strictObject({ webhookId: z.string(), secret: z.string() }).meta({ id: 'NewWebhook' }),
  },
  work: async ({ parts, person, body }) => {
    const { webhookId, url, kinds } = body;
    const problem = addressProblem(url);
    if (problem !== null) return unusable('url', problem);
    const unknown = kinds.find((kind) => !isChoice(kind));
    if (unknown !== undefined)
      return unusable('kinds', `has no kind ${JSON.stringify(unknown)}: GET /webhooks/kinds lists them`);
    const secret = newWebhookSecret();
    const made = { ...body, kinds: [...new Set(kinds)], secret };
    const isNew = await createWebhook(parts.store, made, person?.accountId ?? '');
    if (!isNew) return unusable('webhookId', 'is taken: the record names webhooks by it, choose another');
    return done({ webhookId, secret });
  },
});

const end = route({
  name: 'webhooks.end',
  method: 'DELETE',
  path: '/webhooks/{webhookId}',
  summary: 'Ends a webhook at once: its address is told nothing more.',
  roles: ['admin'],
  schemas: { params, answer: schemas.followed },
  work: async ({ parts, person, params: { webhookId } }) =>
    (await endWebhook(parts.store, webhookId, person?.accountId ?? '')) ? done(FOLLOWED) : UNKNOWN,
});

const tryOut = route({
  name: 'webhooks.test',
  method: 'POST',
  path: '/webhooks/{webhookId}/test',
  summary: 'Sends a message without events to the address, and says what it did.',
  roles: ['admin'],
  schemas: { params, answer: told },
  work: async ({ parts, params: { webhookId } }) => {
    const known = await inUse(parts.store, webhookId);
    if (known === undefined) return UNKNOWN;
    return done(describeResult(await post(parts.store, known, testMessage(webhookId, parts.store.clock()))));
  },
});

const listLetters = route({
  name: 'webhooks.dead-letters',
  method: 'GET',
  path: '/webhooks/{webhookId}/dead-letters',
  summary: 'The events that the address refused for good, the oldest first, 200 at once.',
  roles: ['admin'],
  schemas: {
    params,
    query: z.strictObject({ after }),
    answer: z.strictObject({ letters: z.array(deadLetter), more }),
  },
  work: async ({ parts, params: { webhookId }, query }) => {
    const place = query.after === undefined ? undefined : placeIn(query.after);
    const from = place && { at: place.at, deadLetterId: place.id };
    const page = await listDeadLetters(parts.store, webhookId, from);
    return done({
      letters: page.letters.map(describeLetter),
      more: placeText(page.more && { at: page.more.at, id: page.more.deadLetterId }),
    });
  },
});

const sendLetter = route({
  name: 'webhooks.send-dead-letter',
  method: 'POST',
  path: '/webhooks/{webhookId}/dead-letters/{deadLetterId}/send',
  summary: 'Sends a refused event again; accepted, it is off the list.',
  roles: ['admin'],
  schemas: { params: letterParams, answer: told },
  work: async ({ parts, person, params: { webhookId, deadLetterId } }): Promise<Outcome<Told>> => {
    const { store } = parts;
    const known = await inUse(store, webhookId);
    if (known === undefined) return UNKNOWN;
    const letter = await readDeadLetter(store, { webhookId, deadLetterId });
    if (letter === undefined) return LETTER_UNKNOWN;
    const result = await post(store, known, messageOf(webhookId, [letter.event], store.clock()));
    const by = person?.accountId ?? '';
    if (result.kind === 'accepted') await takeDeadLetter(store, letter, { by, why: 'accepted' });
    return done(describeResult(result));
  },
});

const dismissLetter = route({
  name: 'webhooks.dismiss-dead-letter',
  method: 'DELETE',
  path: '/webhooks/{webhookId}/dead-letters/{deadLetterId}',
  summary: 'Takes a refused event off the list unsent.',
  roles: ['admin'],
  schemas: { params: letterParams, answer: schemas.followed },
  work: async ({ parts, person, params: letter }) =>
    (await takeDeadLetter(parts.store, letter, { by: person?.accountId ?? '', why: 'dismissed' }))
      ? done(FOLLOWED)
      : LETTER_UNKNOWN,
});

type Told = z.input<typeof told>;

async function inUse(store: Store, webhookId: string): Promise<WebhookToSend | undefined> {
  return (await webhooksToSend(store)).find((each) => each.webhookId === webhookId);
}

async function post(store: Store, to: WebhookToSend, message: Message): Promise<PostResult> {
  return postMessage(message, to, { now: store.clock() });
}

function describeResult(result: PostResult): Told {
  return result.kind === 'accepted'
    ? { accepted: true, text: `accepted the message (${result.status})` }
    : { accepted: false, text: result.problem };
}

function describeWebhook(known: Webhook): z.input<typeof webhook> {
  const { createdAt, endedAt, acceptedAt, failing, kinds, ...rest } = known;
  return {
    ...rest,
    kinds: [...kinds],
    createdAt: isoInstant(createdAt),
    endedAt: instantOrNull(endedAt),
    acceptedAt: instantOrNull(acceptedAt),
    failing: failing && {
      ...failing,
      since: isoInstant(failing.since),
      nextTryAt: isoInstant(failing.nextTryAt),
    },
  };
}

function describeLetter({ deadLetterId, at, event, problem }: DeadLetter): z.input<typeof deadLetter> {
  return { deadLetterId, at: isoInstant(at), kind: event.kind, eventId: event.eventId, problem };
}

/** The routes of webhooks. */
export const WEBHOOK_ROUTES: readonly Route[] = [
  list,
  listKinds,
  create,
  end,
  tryOut,
  listLetters,
  sendLetter,
  dismissLetter,
];
