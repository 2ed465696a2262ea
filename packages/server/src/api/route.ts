/** A route as data: its path, who may use it, the schemas that check it, and what it does. */
import { storeBy, type Account, type EntryKind, type Store } from '@outdial/store';
import { readFields, shownValue, type UnreadFields } from 'outdial';
import type { z } from 'zod';
import type { Role } from '../accounts/roles.js';
import type { Outcome, Problem } from './outcome.js';
import type { ServerParts } from './server-parts.js';

/** A person who is logged in. */
export interface Person extends Account {
  readonly role: Role;
}

/** A program with a token. No route is for programs by a role: their scopes decide. */
export interface Program {
  /** Author of what it does: 'program:crm'. */
  readonly accountId: string;
  readonly name: string;
  readonly scopes: readonly string[];
}

/** Who gives orders: the record names them. */
export type Author = Person | Program;

/** A request as a route gets it, before anything is read. */
export interface RawRequest {
  readonly parts: ServerParts;
  /** Who asks; null: a stranger. */
  readonly person: Author | null;
  /** Hash of the session's secret; null without a session. */
  readonly sessionHash: string | null;
  /** Address of the client, for the limit on failed log-ins. */
  readonly address: string;
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** What the server must know of a route to serve and describe it. */
export interface RouteFacts {
  /** Name for programs: 'campaigns.pause'. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, with parameters in braces: '/campaigns/{campaignId}/pause'. */
  readonly path: string;
  /** What it does, as one sentence. */
  readonly summary: string;
  /** Who may use it: roles, or everybody, logged in or not. */
  readonly roles: readonly Role[] | 'everybody';
  /** What its body is. @default JSON */
  readonly takes?: 'application/octet-stream';
  /** What its answer is. @default JSON */
  readonly gives?: 'text/csv' | 'application/yaml';
}

/** The schemas of a route. Absent: it takes none. */
export interface RouteSchemas {
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
}

/** A route of the API. */
export interface Route extends RouteFacts {
  readonly schemas: RouteSchemas;
  run(request: RawRequest): Promise<Outcome<unknown>>;
}

type Read<Schema> = Schema extends z.ZodType<infer Value> ? Value : undefined;

/** A request whose fields were read. */
export interface ReadRequest<Schemas extends RouteSchemas> extends Omit<
  RawRequest,
  'params' | 'query' | 'body'
> {
  readonly params: Read<Schemas['params']>;
  readonly query: Read<Schemas['query']>;
  readonly body: Read<Schemas['body']>;
}

/** What a route is made from: its facts, its schemas, and what it does with a request that was read. */
export interface RouteMaking<Schemas extends RouteSchemas> extends RouteFacts {
  readonly schemas: Schemas;
  readonly work: (request: ReadRequest<Schemas>) => Promise<Outcome<z.input<Schemas['answer']>>>;
}

/** Makes a route: fields are read by its schemas before it works. */
export function route<const Schemas extends RouteSchemas>(making: RouteMaking<Schemas>): Route {
  const { work, ...facts } = making;
  return {
    ...facts,
    run: async (request) => {
      const { params, query, body } = making.schemas;
      const read = [
        readPart(params, request.params),
        readPart(query, request.query),
        readPart(body, request.body ?? {}),
      ] as const;
      const problems = read.flatMap((part) => (part.ok ? [] : part.problems.map(problemOf)));
      if (problems.length > 0) return named({ kind: 'unreadable', problems }, facts.name, request);
      const [readParams, readQuery, readBody] = read.map((part) => (part.ok ? part.fields : undefined));
      // The schemas have just read these values: that is what makes the cast true.
      const outcome = await work({
        ...request,
        params: readParams,
        query: readQuery,
        body: readBody,
      } as ReadRequest<Schemas>);
      return named(outcome, facts.name, request);
    },
  };
}

/** Routes whose fields are secrets: an answer does not repeat them. */
const SECRET_ROUTES = /^(session|links)\./;

/** Each problem with the value that the request has there. */
function named(
  outcome: Outcome<unknown>,
  name: string,
  { body, query, params }: RawRequest,
): Outcome<unknown> {
  if (outcome.kind !== 'unreadable') return outcome;
  const isSecret = SECRET_ROUTES.test(name);
  const problems = outcome.problems.map(({ value, ...problem }) => {
    const given = value ?? valueIn([body, query, params], problem.field);
    return isSecret || given === undefined ? problem : { ...problem, value: given };
  });
  return { ...outcome, problems };
}

/** The value of a field, 'callback.at', where it is a single one. */
function valueIn(parts: readonly unknown[], field: string): string | undefined {
  for (const part of parts) {
    const value = field
      .split('.')
      .reduce<unknown>(
        (of, key) =>
          typeof of === 'object' && of !== null && Object.hasOwn(of, key) ? Reflect.get(of, key) : undefined,
        part,
      );
    if (value !== undefined && value !== null && typeof value !== 'object') return shownValue(value);
  }
  return undefined;
}

function readPart(
  schema: z.ZodType | undefined,
  given: unknown,
): { readonly ok: true; readonly fields: unknown } | UnreadFields {
  return schema === undefined ? { ok: true, fields: undefined } : readFields(schema, given);
}

function problemOf({ path, value, message }: UnreadFields['problems'][number]): Problem {
  const field = path === '(file)' ? 'body' : path;
  return value === undefined ? { field, remedy: message } : { field, value, remedy: message };
}

/** Whether it is a person, and no program, who asks. */
export function isPerson(asking: Author | null): asking is Person {
  return asking !== null && 'role' in asking;
}

/** The store in the name of the person who asks: the audit trail says who did what is done through it. */
export function storeOf({ parts, person }: Pick<RawRequest, 'parts' | 'person'>): Store {
  return storeBy(parts.floor.store, person?.accountId ?? 'nobody');
}

/** Notes in the audit trail what somebody did or looked at. What was asked for is personal data: not kept. */
export async function noteInTrail(
  request: Pick<RawRequest, 'parts' | 'person'>,
  kind: EntryKind,
  detail: Readonly<Record<string, unknown>>,
  campaignId = '',
): Promise<void> {
  const store = storeOf(request);
  await store.audit.record({ at: store.clock(), campaignId, kind, detail });
}
