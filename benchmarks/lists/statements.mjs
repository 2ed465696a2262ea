/** Statements of a benchmark as text, on either database. */
import { createRequire } from 'node:module';

const ofStore = createRequire(new URL('../../packages/store/package.json', import.meta.url));
const { CompiledQuery } = ofStore('kysely');

/** Runs text on the database of a store. */
export function ofDatabase(store) {
  const { db, kind } = store.engine;
  const isMysql = kind === 'mysql';
  const all = async (text) => (await db.executeQuery(CompiledQuery.raw(text))).rows;
  return {
    isMysql,
    all,
    first: async (text) => (await all(text))[0],
    /** Two values as one text. */
    text: (one, other) => (isMysql ? `concat(${one}, ${other})` : `${one} || (${other})`),
    columns: async (table) => {
      if (isMysql) return (await all(`show columns from ${table}`)).map((row) => row.Field);
      return (await all(`select name from pragma_table_info('${table}')`)).map((row) => row.name);
    },
    analyze: () => all(isMysql ? 'analyze table leads, phones' : 'select 1'),
    /** Rows that the storage engine has read for everybody so far; null where it does not count them. */
    rowsRead: async () => {
      if (!isMysql) return null;
      const [{ sum }] = await all(
        `select sum(variable_value) as sum from information_schema.global_status ` +
          `where variable_name like 'handler_read%'`,
      );
      return Number(sum);
    },
  };
}
