/** Late ends of databases of before schema change 12 are counted as those of today. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { openStore, verifyAuditChain } from '../../src/index.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outdial-late-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  [{ liveAnswer: true, abandoned: true, answeredAt: 5, endedAt: 9 }, 5, 9],
  [{ liveAnswer: true, abandoned: false, endedAt: 9 }, 9, null],
  [{ liveAnswer: false, abandoned: false, answeredAt: 5, endedAt: 9 }, null, null],
])('a kept end %j', async (result, liveAnswerAt, abandonedAt) => {
  const path = join(folder, 'store.db');
  await (await openStore({ url: `sqlite:${path}` })).close();
  const before = new Libsql(path);
  before.exec(`alter table late_ends drop column live_answer_at;
    alter table late_ends drop column abandoned_at;
    create table persons (person_id text primary key);
    delete from kysely_migration where name >= '0012';`);
  before
    .prepare(
      `insert into late_ends (attempt_id, hash, at, node, outcome, ended_at, refused, result)
       values ('a', 'h', 1, 'n', 'abandoned', 9, 0, ?)`,
    )
    .run(JSON.stringify(result));
  before.close();

  const store = await openStore({ url: `sqlite:${path}` });
  expect(await store.engine.db.selectFrom('late_ends').selectAll().execute()).toMatchObject([
    { attempt_id: 'a', live_answer_at: liveAnswerAt, abandoned_at: abandonedAt },
  ]);
  expect(await verifyAuditChain(store)).toMatchObject({ ok: true });
  await store.close();
  const after = new Libsql(path);
  expect(after.prepare("select name from sqlite_master where name = 'persons'").all()).toEqual([]);
  after.close();
});
