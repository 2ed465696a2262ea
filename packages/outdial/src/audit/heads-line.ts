/** Heads of the audit trail as a line of JSON: `audit heads` prints it, anchors keep it, a check reads it. */
import { isoInstant } from '@outdial/core';
import type { ChainHead } from '@outdial/store';
import { z } from 'zod';

/** Heads as they stood at one instant. */
export interface KeptLine {
  /** Names the database. */
  readonly store: string | null;
  /** ISO 8601. */
  readonly at: string;
  readonly heads: readonly ChainHead[];
}

const lineSchema: z.ZodType<KeptLine> = z.object({
  store: z.string().nullable(),
  at: z.string(),
  heads: z.array(
    z.object({
      chain: z.enum(['events', 'decisions']),
      writer: z.string(),
      n: z.int().min(1),
      hash: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

/** Writes heads as one line, without its end. */
export function headsLine(heads: readonly ChainHead[], about: { store: string | null; at: number }): string {
  const line: KeptLine = { store: about.store, at: isoInstant(about.at), heads };
  return JSON.stringify(line);
}

/** Lines of heads that were read, or the first line that holds no heads. */
export type ReadHeads =
  | { readonly ok: true; readonly lines: readonly KeptLine[] }
  | { readonly ok: false; readonly line: number; readonly text: string };

/** Reads lines of heads; empty lines are left out. */
export function parseHeads(text: string): ReadHeads {
  const lines: KeptLine[] = [];
  for (const [index, one] of text.split('\n').entries()) {
    if (one.trim() === '') continue;
    const read = lineSchema.safeParse(parsed(one));
    if (!read.success) return { ok: false, line: index + 1, text: one.slice(0, 60) };
    lines.push(read.data);
  }
  return { ok: true, lines };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
