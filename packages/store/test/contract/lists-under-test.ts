/** A world for tests of imports: how lists are brought, and what the store holds afterwards. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach } from '@jest/globals';
import type { RejectedRow } from '@outdial/lists';
import { importLeads, listLeads } from '../../src/index.js';
import type { ImportOptions, ImportReport, ListedLead } from '../../src/index.js';
import type { StoreWorld } from './store-world.js';

/** The first instant of a day, UTC. */
export const day = (year: number, month: number, of: number): number => Date.UTC(year, month - 1, of);

/** 22:59 in New York in winter, which is still that day in every zone of the United States. */
export const lateOn = (year: number, month: number, of: number): number =>
  day(year, month, of) + 28 * 3_600_000 - 60_000;

/** A file of the folder `lists` beside this one. */
export const fileOf = (path: string): Readable => createReadStream(join(import.meta.dirname, 'lists', path));

/** A list of these lines. */
export const text = (...lines: readonly string[]): Readable => Readable.from([lines.join('\n')]);

/** What the store holds of a request not to be called. */
interface Request {
  readonly subject: string;
  readonly at: number;
}

/** What the store holds of a consent. */
interface Consent {
  readonly type: string;
  readonly at: number;
  readonly evidence: string | null;
}

/** Lists that are imported into a world which each test has for itself. */
export interface ListsUnderTest {
  world(): StoreWorld;
  /** Rows and values that the imports reported. */
  rejects(): readonly RejectedRow[];
  /** Imports a list, by default into `list`, of the United States. */
  run(source: Readable, options?: Partial<ImportOptions>): Promise<ImportReport>;
  leads(listId?: string): Promise<ListedLead[]>;
  /** Facts of the leads of `list`, by their first number. */
  facts(): Promise<unknown[]>;
  requests(): Promise<readonly Request[]>;
  /** Numbers, not people, that asked not to be called. */
  listedNumbers(): Promise<string[]>;
  consents(): Promise<readonly Consent[]>;
  /** What was reported, as "line field status". */
  dropped(): string[];
}

/** Makes a world before each test and closes it after. */
export function listsUnderTest(create: () => Promise<StoreWorld>): ListsUnderTest {
  let world: StoreWorld;
  let rejects: RejectedRow[];
  beforeEach(async () => {
    world = await create();
    rejects = [];
  });
  afterEach(() => world.close());

  const leads = (listId = 'list'): Promise<ListedLead[]> => listLeads(world.store, { listId });
  const requests = (): Promise<readonly Request[]> =>
    world.store.engine.db.selectFrom('do_not_call').select(['subject', 'at']).orderBy('subject').execute();
  return {
    world: () => world,
    rejects: () => rejects,
    run: (source, options = {}) =>
      importLeads(world.store, source, {
        listId: 'list',
        defaultCountry: 'US',
        rejects: (row) => rejects.push(row),
        ...options,
      }),
    leads,
    facts: async () =>
      (await leads())
        .sort((a, b) => (a.phones[0]?.phone ?? '').localeCompare(b.phones[0]?.phone ?? ''))
        .map((lead) => lead.facts),
    requests,
    listedNumbers: async () =>
      (await requests()).flatMap(({ subject }) => (subject.startsWith('n:') ? [subject.slice(2)] : [])),
    consents: () =>
      world.store.engine.db
        .selectFrom('consents')
        .select(['type', 'at', 'evidence'])
        .orderBy('type')
        .execute(),
    dropped: () => rejects.map(({ line, field, status }) => `${line} ${field} ${status}`),
  };
}
