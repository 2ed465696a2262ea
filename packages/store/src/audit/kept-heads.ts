/** Compares the chains with heads that were noted before, elsewhere or in a baseline. */
import type { Findings } from './findings.js';
import type { ChainHead, ChainName } from './heads.js';

interface Kept {
  readonly hash: string;
  readonly from: string;
}

/**
 * Heads by chain, writer and place. Each must be found while the chain is read; those left over are breaks.
 */
export class KeptHeads {
  readonly #chains = new Map<string, Map<number, Kept[]>>();
  readonly #findings: Findings;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** Takes heads to look for; `from` says where they were noted. */
  expect(heads: readonly ChainHead[], from: string): void {
    for (const { chain, writer, n, hash } of heads) {
      const key = keyOf(chain, writer);
      const places = this.#chains.get(key) ?? new Map<number, Kept[]>();
      this.#chains.set(key, places);
      const kept = places.get(n) ?? [];
      places.set(n, kept);
      if (!kept.some((one) => one.hash === hash)) kept.push({ hash, from });
    }
  }

  /** An entry of a chain was read. */
  meet(chain: ChainName, { writer, n, hash }: Omit<ChainHead, 'chain'>): void {
    const places = this.#chains.get(keyOf(chain, writer));
    const kept = places?.get(n);
    if (!places || !kept) return;
    places.delete(n);
    for (const { from } of kept.filter((one) => one.hash !== hash))
      this.#findings.add(
        `head ${chain} ${writer} ${n}`,
        `its hash is another than ${from} says: the chain was made anew, or the heads are another's`,
      );
  }

  /** All chains were read: what was not met was cut off, or its chain was removed. */
  end(): void {
    for (const [key, places] of this.#chains)
      for (const [n, kept] of places)
        for (const { from } of kept)
          this.#findings.add(
            `head ${key} ${n}`,
            `it is not there any more, though ${from} names it: the chain was cut or removed`,
          );
  }
}

function keyOf(chain: ChainName, writer: string): string {
  return `${chain} ${writer}`;
}
