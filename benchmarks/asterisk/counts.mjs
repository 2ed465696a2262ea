/**
 * What a program asks of its database and of Asterisk: counts, which a busy machine does not change as it
 * does times.
 */
import { subscribe } from 'node:diagnostics_channel';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The store's own drivers and the adapter's own socket. */
function driversOf(checkout) {
  const of = (name) => createRequire(join(checkout, 'packages', name, 'package.json'));
  return { ofStore: of('store'), ofAdapter: of('asterisk-adapter') };
}

/** Counts from now on. Call it before the database is opened. Of MariaDB it counts nothing. */
export function countWork(checkout) {
  const { ofStore, ofAdapter } = driversOf(checkout);
  const counts = { statements: 0, commits: 0, requests: 0 };
  // A query is both `all` and the `iterate` that it calls: the outer one counts.
  let inside = false;
  const Libsql = ofStore('libsql');
  const prepare = Libsql.prototype.prepare;
  Libsql.prototype.prepare = function (sql) {
    const statement = prepare.call(this, sql);
    for (const method of ['run', 'all', 'iterate']) {
      const original = statement[method];
      statement[method] = function (...given) {
        if (inside) return original.apply(this, given);
        inside = true;
        counts.statements += 1;
        try {
          return original.apply(this, given);
        } finally {
          inside = false;
        }
      };
    }
    return statement;
  };
  // The store begins and ends its transactions so, those of a single statement, too.
  const { exec } = Libsql.prototype;
  Libsql.prototype.exec = function (sql) {
    if (/^commit/i.test(sql)) counts.commits += 1;
    return exec.call(this, sql);
  };
  subscribe('undici:request:create', () => {
    counts.requests += 1;
  });
  const { WebSocket } = ofAdapter('ws');
  const { send } = WebSocket.prototype;
  WebSocket.prototype.send = function (...given) {
    counts.requests += 1;
    return send.apply(this, given);
  };
  return () => ({ ...counts });
}
