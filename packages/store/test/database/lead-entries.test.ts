/** Ids of leads say nothing of the person, and leads of older databases keep theirs. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { addLeads, openStore } from '../../src/index.js';
import { leadIdBefore9, leadIdsOf, oldPersonIdOf } from '../../src/identity.js';

const DEBTS = ['A1', 'A2'].map((account) => ({ phones: [{ phone: '+13035550100' }], account }));
const AT = Date.UTC(2026, 10, 25);

describe('ids of leads', () => {
  test('law: ids of an upload sort as its lines, and fit their column', () => {
    const idOf = leadIdsOf(AT);
    const line = fc.integer({ min: 1, max: 2_000_000_000 });
    fc.assert(
      fc.property(line, line, (one, other) => {
        expect(idOf(one) < idOf(other)).toBe(one < other);
        expect(idOf(one).length).toBeLessThanOrEqual(32);
      }),
    );
  });

  test('a later upload has later ids; two uploads at once have different ones', () => {
    expect(leadIdsOf(AT)(9) < leadIdsOf(AT + 1)(1)).toBe(true);
    expect(leadIdsOf(AT)(1)).not.toBe(leadIdsOf(AT)(1));
  });
});

describe('a database of before schema change 9', () => {
  let folder = '';
  let path = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'outdial-entries-'));
    path = join(folder, 'store.db');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test.each(['', 'px_'])('keeps its ids, and knows its leads again (prefix %j)', async (tablePrefix) => {
    const options = { url: `sqlite:${path}`, tablePrefix };
    const store = await openStore(options);
    await addLeads(store, DEBTS, { listId: 'debts', onePer: 'account' });
    await addLeads(store, DEBTS.slice(0, 1), { listId: 'persons' });
    await store.close();
    const personId = oldPersonIdOf({ phone: '+13035550100' });
    const ids = [
      leadIdBefore9('debts', personId, 'A1'),
      leadIdBefore9('debts', personId, 'A2'),
      leadIdBefore9('persons', personId, ''),
    ];
    takeBack(path, tablePrefix, ids, personId);

    const reopened = await openStore(options);
    const debts = await addLeads(reopened, DEBTS, { listId: 'debts', onePer: 'account' });
    const persons = await addLeads(reopened, DEBTS.slice(1), { listId: 'persons' });
    await reopened.close();
    expect([...debts, ...persons].map(({ leadId }) => leadId)).toEqual(ids);
    expect(new Set([...debts, ...persons].map(({ verdict }) => verdict))).toEqual(
      new Set(['duplicate-in-list']),
    );
  });
});

/** Makes the database what it was before the change, with the ids of that time. */
function takeBack(path: string, prefix: string, ids: readonly string[], personId: string): void {
  const db = new Libsql(path);
  const leads = db.prepare(`select lead_id from ${prefix}leads order by created_at, lead_id`).all();
  for (const [index, { lead_id: was }] of (leads as { lead_id: string }[]).entries())
    for (const table of ['leads', 'phones'])
      db.prepare(`update ${prefix}${table} set lead_id = ?, person_id = ? where lead_id = ?`).run(
        ids[index],
        personId,
        was,
      );
  db.exec(
    `drop index ${prefix}leads_by_entry; alter table ${prefix}leads drop column entry;
     create index ${prefix}leads_by_person on ${prefix}leads (person_id);
     create index ${prefix}phones_by_person on ${prefix}phones (person_id);
     drop table ${prefix}secrets;
     delete from ${prefix}kysely_migration where name >= '0009';`,
  );
  db.close();
}
