/**
 * What a program asks of its database and of Asterisk: counts, which a busy machine does not change as it
 * does times.
 */
import { subscribe } from 'node:diagnostics_channel';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** The store's own drivers and the adapter's own socket. */
const ofStore = createRequire(fileURLToPath(new URL('../../packages/store/package.json', import.meta.url)));
const ofAdapter = createRequire(
  fileURLToPath(new URL('../../packages/asterisk-adapter/package.json', import.meta.url)),
);

/** Counts from now on. Call it before the database is opened. */
export function countWork() {
  const counts = { statements: 0, commits: 0, requests: 0 };
  // A query is both `all` and the `iterate` that it calls: the outer one counts.
  let inside = false;
  const count = (sql) => {
    counts.statements += 1;
    // A statement that writes and is in no transaction is one of its own.
    if (/^commit/i.test(sql)) counts.commits += 1;
    else if (/^(insert|update|delete)/i.test(sql) && !isOpen) counts.commits += 1;
    if (/^(begin|start transaction)/i.test(sql)) isOpen = true;
    if (/^(commit|rollback)/i.test(sql)) isOpen = false;
  };
  let isOpen = false;
  const Libsql = ofStore('libsql');
  const prepare = Libsql.prototype.prepare;
  Libsql.prototype.prepare = function (sql) {
    const statement = prepare.call(this, sql);
    for (const method of ['run', 'all', 'iterate']) {
      const original = statement[method];
      statement[method] = function (...given) {
        if (inside) return original.apply(this, given);
        inside = true;
        count(sql);
        try {
          return original.apply(this, given);
        } finally {
          inside = false;
        }
      };
    }
    return statement;
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
