/** A hash that grows with a run: two runs of one seed must have the same. */
/** A running hash of texts: equal runs give equal hashes. Not for security. */
export interface RunningHash {
  add(text: string): void;
  /** 14 hexadecimal digits. */
  digest(): string;
}

/** Source: cyrb53 by bryc (public domain), kept running over all texts. */
export function createRunningHash(): RunningHash {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  return {
    add: (text) => {
      for (let index = 0; index < text.length; index += 1) {
        const code = text.charCodeAt(index);
        a = Math.imul(a ^ code, 2654435761);
        b = Math.imul(b ^ code, 1597334677);
      }
    },
    digest: () => {
      const high = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
      const low = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
      return (4294967296 * (2097151 & high) + (low >>> 0)).toString(16).padStart(14, '0');
    },
  };
}
