/** Every text column of the database is wide enough for what the table of limits lets into it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { LIMITS, type LimitName } from '@outdial/core';
import { openStore, type Store } from '@outdial/store';

/** What each bounded column holds. */
const HOLDS: Readonly<Record<string, LimitName>> = {
  account_id: 'storedId',
  account: 'code',
  agent_id: 'storedId',
  attempt_id: 'storedId',
  author: 'storedId',
  callback_agent_id: 'storedId',
  campaign_id: 'storedId',
  claim_campaign: 'storedId',
  closed_by: 'code',
  closed_why: 'code',
  consent_id: 'leadId',
  created_by: 'storedId',
  dead_letter_id: 'storedId',
  disposition: 'identifier',
  entry: 'leadId',
  given_flow: 'flowName',
  hash: 'code',
  host: 'code',
  import_id: 'storedId',
  instance: 'storedId',
  kind: 'code',
  last_disposition: 'identifier',
  last_outcome: 'identifier',
  lead_id: 'leadId',
  line_type: 'code',
  list_id: 'storedId',
  mac: 'code',
  machine: 'code',
  machine_verdict: 'code',
  mode: 'identifier',
  name: 'storedId',
  node_id: 'storedId',
  node: 'node',
  order_id: 'storedId',
  outcome: 'identifier',
  owner_agent_id: 'storedId',
  person_id: 'leadId',
  pid_started: 'code',
  place: 'storedId',
  prev_hash: 'code',
  purpose: 'code',
  reason: 'code',
  recording_id: 'storedId',
  role: 'code',
  rule: 'code',
  scope: 'storedId',
  seller: 'code',
  sender: 'storedId',
  source: 'code',
  subject: 'storedId',
  token_hash: 'storedId',
  token_id: 'storedId',
  trunk: 'identifier',
  type: 'code',
  voices: 'code',
  webhook_id: 'storedId',
  why: 'code',
  writer: 'storedId',
};

/** Columns of the engine's own words, which no input reaches, by table. */
const OWN_WORDS: ReadonlySet<string> = new Set([
  'lead_counts.state',
  'leads.state',
  'leads.reason',
  'secrets.value',
  'spreads.state',
  'webhooks.secret',
]);

/** A plus sign before the digits. */
const PHONE_WIDTH = LIMITS.phoneDigits.max + 1;
const PHONES: ReadonlySet<string> = new Set(['phone', 'caller_number']);

interface ColumnWidth {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

let store: Store;

beforeAll(async () => {
  store = await openStore({ url: 'sqlite::memory:' });
});

afterAll(() => store.close());

async function columnWidths(): Promise<readonly ColumnWidth[]> {
  const { rows } = await sql<ColumnWidth>`
    select t.name as "table", c.name as "column", c.type as "type"
    from sqlite_master t join pragma_table_info(t.name) c
    where t.type = 'table' and t.name not like 'kysely_%' and lower(c.type) like 'varchar(%'
  `.execute(store.engine.db);
  return rows;
}

const needed = (column: string): number | undefined => {
  if (PHONES.has(column)) return PHONE_WIDTH;
  const limit = HOLDS[column];
  return limit === undefined ? undefined : LIMITS[limit].max;
};

describe('columns of the database', () => {
  test('each bounded text column is wide enough for its limit', async () => {
    const columns = (await columnWidths()).filter(
      ({ table, column }) => !OWN_WORDS.has(`${table}.${column}`),
    );
    const tooNarrow = columns.filter(({ column, type }) => {
      const width = Number(/\d+/.exec(type)?.[0]);
      return !(width >= (needed(column) ?? Infinity));
    });

    expect(columns.length).toBeGreaterThan(50);
    expect(tooNarrow).toEqual([]);
  });
});
