/** Many rows go to SQLite as one text of JSON: they are stored as rows that are bound one by one. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asJson } from '../../src/database/json-text.js';
import { insertRows } from '../../src/database/insert-many.js';
import { jsonInsertOf, jsonOf } from '../../src/database/rows-json.js';
import { transact } from '../../src/database/transact.js';
import { openStore } from '../../src/index.js';
import type { Store } from '../../src/index.js';

/** More than are bound one by one. */
const MANY = 70;

describe('rows as JSON', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore({ url: 'sqlite::memory:' });
  });
  afterAll(() => store.close());

  const kept = async (texts: readonly string[], times: number): Promise<unknown[]> => {
    const rows = texts.flatMap((text, index) =>
      Array.from({ length: times }, (_, time) => ({
        person_id: `p${index}`,
        phone: text.slice(0, 9),
        at: index * 2 ** 40 + time,
        entry: asJson<Readonly<Record<string, unknown>>>(text),
      })),
    );
    await transact(store.engine, async (tx) => {
      await tx.deleteFrom('contacts').execute();
      expect(await insertRows(tx, 'contacts', rows)).toBe(rows.length);
    });
    return store.engine.db
      .selectFrom('contacts')
      .select(({ fn }) => ['person_id', 'phone', fn.min('at').as('at'), 'entry'])
      .groupBy(['person_id', 'phone', 'entry'])
      .orderBy('at')
      .execute();
  };

  test('law: any text is kept as it is where it is bound', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 1, maxLength: 4 }),
        async (texts) => {
          expect(await kept(texts, MANY)).toEqual(await kept(texts, 1));
        },
      ),
      { numRuns: 15 },
    );
  });

  test.each(['it\'s "so"', 'a\\b\n\t', '{"a":[1,null]}', '', 'ünï😀', 'null', '12'])(
    'a text stays a text: %j',
    async (text) => {
      expect(await kept([text], MANY)).toEqual([
        { person_id: 'p0', phone: text.slice(0, 9), at: 0, entry: text },
      ]);
    },
  );

  test('half a pair of surrogates and NUL are bound, since JSON holds them in another way', () => {
    expect(jsonOf([['x\ud83d']], [0])).toBeNull();
    expect(jsonOf([['x\0']], [0])).toBeNull();
    expect(new TextDecoder().decode(jsonOf([['😀']], [0]) ?? undefined)).toBe('[["😀"]]');
  });

  test('a value that all rows share is sent once, beside texts of other rows', async () => {
    const shared = 'it\'s "so"';
    const rows = Array.from({ length: MANY }, (_, index) => ({
      person_id: `p${index}`,
      phone: '+13035550100',
      at: 1_795_696_052_242,
      entry: asJson<Readonly<Record<string, unknown>>>(shared),
      source: index % 2 === 0 ? 'import' : 'program',
    }));
    await transact(store.engine, async (tx) => {
      await tx.deleteFrom('contacts').execute();
      expect(await insertRows(tx, 'contacts', rows)).toBe(MANY);
    });
    const columns = ['person_id', 'phone', 'at', 'entry', 'source'] as const;
    const kept = await store.engine.db.selectFrom('contacts').select(columns).execute();
    expect(new Set(kept.map((row) => JSON.stringify(row)))).toEqual(
      new Set(rows.map((row) => JSON.stringify(row))),
    );
  });

  test('an insert of another form stays as it is', () => {
    const text = { head: 'replace into "t" ("a") values ', row: '(?)', bound: [0] };
    expect(jsonInsertOf(text, { own: [0], shared: [] })).toBeNull();
    const some = {
      head: 'insert or ignore into "t" ("a", "b", "c") values ',
      row: "('x', ?, ?)",
      bound: [1, 2],
    };
    expect(jsonInsertOf(some, { own: [2], shared: [1] })).toBe(
      `insert or ignore into "t" ("a", "b", "c") select 'x', ?, value ->> 0 from json_each(cast(? as text))`,
    );
    expect(jsonInsertOf(some, { own: [], shared: [1, 2] })).toBeNull();
  });
});
