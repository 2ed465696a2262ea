/** Documents about calls for people outside: every instant as ISO 8601 in UTC instead of epoch ms. */
import { isoInstant } from '@outdial/core';

/** Members that hold instants beside those whose name ends in 'At'. */
const INSTANTS: ReadonlySet<string> = new Set(['at', 'from', 'until']);

/** The same document with its instants as text: '2026-06-10T15:00:00.000Z'. */
export function withIsoInstants(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withIsoInstants);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      isInstant(name, member) ? isoInstant(member) : withIsoInstants(member),
    ]),
  );
}

function isInstant(name: string, member: unknown): member is number {
  return typeof member === 'number' && (INSTANTS.has(name) || name.endsWith('At'));
}
