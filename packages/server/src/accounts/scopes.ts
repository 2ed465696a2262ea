/** What a program with a token may do. A scope is an area of the API, to read or to change. */
import type { RouteFacts } from '../api/route.js';

/** Every area with what its scopes let a program do; `write` null: the area is only read. */
export const AREA_TABLE = {
  campaigns: {
    read: 'campaigns, their documents, and why they dial or do not',
    write:
      'start, pause and stop campaigns, change their documents, pause and move agents, kill switch, ' +
      'drain a server',
  },
  leads: {
    read: 'lists and their leads, with personal data',
    write: 'bring leads and lists, change, close and undo them',
  },
  callbacks: { read: 'callbacks', write: 'move and cancel callbacks' },
  reports: { read: 'reports', write: null },
  events: { read: 'what happened, event by event', write: null },
  compliance: {
    read: 'what the law says and decided about calls, and whether the audit trail is whole',
    write: 'add do-not-call entries; only people take them off',
  },
} as const satisfies Readonly<Record<string, { readonly read: string; readonly write: string | null }>>;

/** An area of the API. */
type Area = keyof typeof AREA_TABLE;

/** A scope, e.g. 'leads:write'. */
export type Scope = `${Area}:${'read' | 'write'}`;

/** First words of the names of routes, by area; what stands in none is for people only. */
const AREAS: Readonly<Record<string, Area>> = {
  agents: 'campaigns',
  campaigns: 'campaigns',
  'campaign-documents': 'campaigns',
  'kill-switch': 'campaigns',
  nodes: 'campaigns',
  imports: 'leads',
  leads: 'leads',
  lists: 'leads',
  uploads: 'leads',
  callbacks: 'callbacks',
  reports: 'reports',
  events: 'events',
  audit: 'compliance',
  compliance: 'compliance',
  'do-not-call': 'compliance',
};

/** Orders that change nothing: they ask in a body, since addresses are written to the logs of proxies. */
const READING: ReadonlySet<string> = new Set([
  'leads.search',
  'leads.check-expression',
  'callbacks.foresee',
  'compliance.check',
  'compliance.decisions',
  'audit.verify',
]);

/**
 * Routes of these areas that need a person: an ear, a desk, or somebody who answers for it. A program does
 * not open a number again whose owner asked not to be called.
 */
const PEOPLE_ONLY: ReadonlySet<string> = new Set([
  'agents.monitor',
  'agents.take-over',
  'do-not-call.take-off',
]);

/** Every scope, with what it lets a program do. */
export const SCOPES: readonly { readonly scope: Scope; readonly allows: string }[] = Object.entries(
  AREA_TABLE,
).flatMap(([area, { read, write }]) => [
  { scope: `${area as Area}:read`, allows: read },
  ...(write === null ? [] : [{ scope: `${area as Area}:write` as Scope, allows: write }]),
]);

/** The scope that a route asks of a program; null: it is for people only. */
export function scopeOf({ name, method }: Pick<RouteFacts, 'name' | 'method'>): Scope | null {
  const area = AREAS[name.split('.')[0] ?? ''];
  if (area === undefined || PEOPLE_ONLY.has(name)) return null;
  return `${area}:${method === 'GET' || READING.has(name) ? 'read' : 'write'}`;
}
