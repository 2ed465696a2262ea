/** Secrets that stand in cookies and links. The store keeps only their hashes. */
import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** A new secret: 256 bits, safe in an address. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What the store keeps of a secret. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
