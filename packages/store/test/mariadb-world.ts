import { createPool } from 'mysql2/promise';
import { ensureLab } from '../../../lab/index.mjs';
import { createStoreWorld } from './contract/store-world.js';
import type { StoreWorld } from './contract/store-world.js';

let serial = 0;

/** The address of a fresh database in the lab's MariaDB, and how to drop it. */
export async function freshDatabase(): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const { mariadb } = await ensureLab({ mariadb: true });
  const admin = createPool({ host: mariadb.host, port: mariadb.port, user: mariadb.user, password: mariadb.password, connectionLimit: 1 });
  const name = `store_test_${process.pid}_${(serial += 1)}`;
  await admin.query(`create database ${name}`);
  const drop = async (): Promise<void> => {
    await admin.query(`drop database if exists ${name}`);
    await admin.end();
  };
  return { url: `mysql://${mariadb.user}:${encodeURIComponent(mariadb.password)}@${mariadb.host}:${mariadb.port}/${name}`, drop };
}

/** A world on a fresh MariaDB database; gone when closed. */
export async function mariadbWorld(): Promise<StoreWorld> {
  const { url, drop } = await freshDatabase();
  return createStoreWorld(url, drop);
}
