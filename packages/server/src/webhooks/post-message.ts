/** Sends one message to one address. */
import { faultText } from '@outdial/core';
import type { Message } from './message.js';
import { signedHeaders } from './signature.js';

/** What became of a message. */
export type PostResult =
  | { readonly kind: 'accepted'; readonly status: number }
  /** The receiver does not take this message, and will not take it later. */
  | { readonly kind: 'refused'; readonly problem: string }
  /** The receiver is not there, not ready, or not set up: the same message is tried again. */
  | { readonly kind: 'unavailable'; readonly problem: string; readonly retryAfterMs: number | null };

/** Where a message goes, and what signs it. */
export interface Receiver {
  readonly url: string;
  readonly secret: string;
}

/** A receiver has so long to answer. */
export const ANSWER_WITHIN_MS = 10_000;
/** Statuses that speak of the message itself. The others speak of the receiver. */
const REFUSALS: ReadonlySet<number> = new Set([400, 413, 415, 422]);

/** Posts a message. It throws nothing. */
export async function postMessage(
  message: Message,
  { url, secret }: Receiver,
  { now, signal }: { readonly now: number; readonly signal?: AbortSignal },
): Promise<PostResult> {
  const inTime = AbortSignal.timeout(ANSWER_WITHIN_MS);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'outdial',
        ...signedHeaders({ ...message, at: now }, secret),
      },
      body: message.body,
      // Another address than the administrator's is told nothing.
      redirect: 'manual',
      signal: signal === undefined ? inTime : AbortSignal.any([signal, inTime]),
    });
    await response.body?.cancel();
    return resultOf(response, now);
  } catch (error) {
    return { kind: 'unavailable', problem: problemOf(error), retryAfterMs: null };
  }
}

function resultOf({ status, ok, headers }: Response, now: number): PostResult {
  if (ok) return { kind: 'accepted', status };
  const problem = `answered ${status}`;
  if (REFUSALS.has(status)) return { kind: 'refused', problem };
  return { kind: 'unavailable', problem, retryAfterMs: retryAfter(headers.get('retry-after'), now) };
}

/** The header as seconds or as a date, in ms; null: absent or neither. Source: RFC 9110, 10.2.3. */
function retryAfter(text: string | null, now: number): number | null {
  if (text === null) return null;
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(ms) && ms >= 0 ? ms : null;
}

function problemOf(error: unknown): string {
  const { name } = error as { readonly name?: unknown };
  if (name === 'TimeoutError') return `did not answer within ${ANSWER_WITHIN_MS / 1000} s`;
  const { cause = error } = error as { readonly cause?: unknown };
  const { code } = cause as { readonly code?: unknown };
  return REASONS[String(code)] ?? `could not be reached: ${faultText(cause)}`;
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'could not be reached: nothing listens there',
  ENOTFOUND: 'could not be reached: the name is unknown',
  ECONNRESET: 'ended the connection',
  UND_ERR_SOCKET: 'ended the connection',
  UND_ERR_CONNECT_TIMEOUT: 'could not be reached: no answer to the connection',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'has a certificate that it signed itself',
  CERT_HAS_EXPIRED: 'has a certificate that has run out',
  ERR_TLS_CERT_ALTNAME_INVALID: 'has a certificate of another name',
};
