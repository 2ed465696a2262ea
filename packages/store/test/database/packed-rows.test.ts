/** Many rows go to SQLite packed in one parameter: they are stored as rows that are bound one by one. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asJson } from '../../src/database/json-text.js';
import { insertRows } from '../../src/database/insert-many.js';
import { packedInsertOf, packedInsertText, packedRows } from '../../src/database/packed-rows.js';
import { transact } from '../../src/database/transact.js';
import { openStore } from '../../src/index.js';
import type { Store } from '../../src/index.js';

/** More than are bound one by one. */
const MANY = 70;

describe('packed rows', () => {
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

  test('half a pair of surrogates and NUL are bound, since the bytes do not hold them', () => {
    expect(packedRows([['x\ud83d']], [0])).toBeNull();
    expect(packedRows([['x\0']], [0])).toBeNull();
    expect(packedRows([['x'.repeat(1_000_000)]], [0])).toBeNull();
  });

  test('places and lengths are of bytes; null is NUL', () => {
    const rows = [
      ['😀', null],
      ['a', 12],
    ];
    const table =
      '00000057' + '000004' + '00000061' + '000001' + '00000062' + '000001' + '00000063' + '000002';
    const pack = packedRows(rows, [0, 1]);
    expect(new TextDecoder().decode(pack?.bytes)).toBe(`${table}😀\0a12`);
    expect(pack).toMatchObject({ numbers: '[0,1]', withNull: [1] });
  });

  test('null is null, beside texts, and an empty text is one', async () => {
    const rows = Array.from({ length: MANY }, (_, index) => ({
      lead_id: `l${index}`,
      position: index,
      phone: '+13035550100',
      person_id: `p${index}`,
      line_type: index % 2 === 0 ? null : ('wireless' as const),
      open: 1 as const,
      closed_why: [null, '', 'do-not-call'][index % 3] ?? null,
    }));
    await transact(store.engine, (tx) => insertRows(tx, 'phones', rows));
    expect(await store.engine.db.selectFrom('phones').selectAll().orderBy('position').execute()).toEqual(
      rows,
    );
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
    expect(packedInsertOf(text, { own: [0], shared: [] })).toBeNull();
    const some = {
      head: 'insert or ignore into "t" ("a", "b", "c") values ',
      row: "('x', ?, ?)",
      bound: [1, 2],
    };
    const packed = packedInsertOf(some, { own: [2], shared: [1] });
    expect(packed).toEqual({
      into: 'insert or ignore into "t" ("a", "b", "c")',
      literals: ["'x'", '?', null],
    });
    expect(packed && packedInsertText(packed, [0])).toBe(
      `insert or ignore into "t" ("a", "b", "c") select 'x', ?, nullif(cast(substr(bytes, ` +
        'cast(substr(bytes, number.value * 14 + 1, 8) as integer), ' +
        'cast(substr(bytes, number.value * 14 + 9, 6) as integer)) as text), char(0)) ' +
        'from (select ? as bytes) pack, json_each(?) number',
    );
    expect(packedInsertOf(some, { own: [], shared: [1, 2] })).toBeNull();
  });
});
