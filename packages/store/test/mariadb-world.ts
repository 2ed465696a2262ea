import { createPool } from 'mysql2/promise';
import type { Pool } from 'mysql2/promise';
import { ensureLab } from '../../../lab/index.mjs';
import { createStoreWorld } from './contract/store-world.js';
import type { StoreWorld } from './contract/store-world.js';

let serial = 0;

/** A database in the lab's MariaDB. */
export interface LabDatabase {
  readonly url: string;
  readonly empty: () => Promise<void>;
  readonly drop: () => Promise<void>;
  /** Runs a statement as the administrator of the server. */
  readonly administer: (statement: string) => Promise<void>;
  /** The rows that a statement of the administrator gives. */
  readonly ask: (statement: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** Creates a database of its own in the lab's MariaDB. */
export async function freshDatabase(): Promise<LabDatabase> {
  const { mariadb } = await ensureLab({ mariadb: true });
  const admin = createPool({
    host: mariadb.host,
    port: mariadb.port,
    user: mariadb.user,
    password: mariadb.password,
    connectionLimit: 1,
  });
  const name = `store_test_${process.pid}_${(serial += 1)}`;
  await admin.query(`create database ${name}`);
  return {
    url: `mysql://${mariadb.user}:${encodeURIComponent(mariadb.password)}@${mariadb.host}:${mariadb.port}/${name}`,
    administer: async (statement) => void (await admin.query(statement)),
    ask: async (statement) => (await admin.query(statement))[0] as Readonly<Record<string, unknown>>[],
    empty: () => emptyTables(admin, name),
    drop: async () => {
      await admin.query(`drop database if exists ${name}`);
      await admin.end();
    },
  };
}

async function emptyTables(admin: Pool, database: string): Promise<void> {
  const [rows] = await admin.query(
    'select table_name as name from information_schema.tables where table_schema = ?',
    [database],
  );
  const connection = await admin.getConnection();
  await connection.beginTransaction();
  for (const { name } of rows as { name: string }[]) {
    // Without its secret a database is not opened.
    if (name.includes('kysely_') || name === 'secrets') continue;
    // The first entry of the audit trail says what an empty database holds: it stays true.
    const kept = name === 'audit' ? " where kind <> 'audit.baseline'" : '';
    await connection.query(`delete from ${database}.${name}${kept}`);
  }
  await connection.commit();
  connection.release();
}

/** Worlds on MariaDB, one after the other in one database: making tables takes longer than emptying them. */
export function mariadbWorlds(): {
  readonly create: () => Promise<StoreWorld>;
  readonly drop: () => Promise<void>;
} {
  let database: LabDatabase | null = null;
  return {
    create: async () => {
      database ??= await freshDatabase();
      return createStoreWorld(database.url, database.empty);
    },
    drop: async () => database?.drop(),
  };
}
