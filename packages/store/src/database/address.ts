/** Reads the address of a MySQL or MariaDB server. No error repeats its text, which may hold a password. */
import { storeError } from '../errors.js';

/** Where a database is, and as whom it is opened. */
export interface DatabaseAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** Undefined where the address has none. */
  readonly password: string | undefined;
  readonly database: string;
}

const DEFAULT_PORT = 3306;

/**
 * Reads `mysql://user@host:port/database`. Throws `store-address-unusable`, which says what is wrong without
 * the address itself.
 */
export function readAddress(url: string): DatabaseAddress {
  const parsed = parse(url);
  if (parsed.search !== '' || parsed.hash !== '') {
    throw unusable("it holds parameters after '?' or '#'");
  }
  const database = decoded(parsed.pathname.slice(1));
  if (database === '' || database.includes('/')) throw unusable('it names no database');
  if (parsed.hostname === '') throw unusable('it names no host');
  return {
    host: parsed.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: parsed.port === '' ? DEFAULT_PORT : Number(parsed.port),
    user: decoded(parsed.username),
    password: parsed.password === '' ? undefined : decoded(parsed.password),
    database,
  };
}

/** The address without password and parameters, for a screen or a log. */
export function shownAddress(url: string): string {
  if (url.startsWith('sqlite:')) return url;
  const scheme = /^[a-z]+:/.exec(url)?.[0] ?? '';
  if (!URL.canParse(url)) return `${scheme}//...`;
  const { username, host, pathname } = new URL(url);
  return `${scheme}//${username === '' ? '' : `${username}@`}${host}${pathname}`;
}

function parse(url: string): URL {
  if (!URL.canParse(url)) throw unusable('it cannot be read');
  return new URL(url);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw unusable("a '%' in it is not followed by two hexadecimal digits");
  }
}

function unusable(why: string): Error {
  return storeError('store-address-unusable', { why });
}
