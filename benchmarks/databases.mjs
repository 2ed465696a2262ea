/** Fresh databases for benchmarks: a file, and where there is a server a schema of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { labFacts } from '../lab/index.mjs';

/** Of the store's own: the benchmarks need no database client otherwise. */
const ofStore = createRequire(new URL('../packages/store/package.json', import.meta.url));
export const mysql = ofStore('mysql2/promise');
export const Libsql = ofStore('libsql');

/** Address of the lab's MariaDB; null where it is down. */
export async function labAddress() {
  try {
    const { mariadb: lab } = await labFacts();
    const address = `mysql://${lab.user}:${encodeURIComponent(lab.password)}@${lab.host}:${lab.port}`;
    await (await mysql.createConnection(address)).end();
    return address;
  } catch {
    return null;
  }
}

/** A file of its own in a folder of its own. */
export async function freshSqlite() {
  const folder = mkdtempSync(join(tmpdir(), 'outdial-bench-'));
  return {
    url: `sqlite:${join(folder, 'store.db')}`,
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

let serial = 0;

/** A schema of its own on the server. */
export async function freshMariadb(address) {
  const admin = await mysql.createConnection(address);
  const name = `bench_${process.pid}_${(serial += 1)}`;
  await admin.query(`create database ${name}`);
  const url = new URL(address);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      await admin.query(`drop database ${name}`);
      await admin.end();
    },
  };
}
