/** What became of a change to a campaign, as a text. */
import { TEXTS, fill } from '../texts.js';

const { campaigns: SAY } = TEXTS;

/** What the server answers where a version was saved. */
interface SavedVersion {
  readonly version: number;
  readonly inForce: boolean;
  readonly applied: readonly string[];
  readonly later: readonly string[];
}

/** Whether it is in force, and which settings wait for the next start. */
export function savedText({ version, inForce, applied, later }: SavedVersion): string {
  const values = { version, applied: named(applied), later: named(later) };
  if (applied.length === 0) return fill(inForce ? SAY.saved : SAY.savedLater, values);
  return fill(inForce ? SAY.savedNow : SAY.savedPartly, values);
}

/** Settings by name, each once: entries of a list are that list. */
function named(paths: readonly string[]): string {
  return [...new Set(paths.map((path) => path.replace(/\[.*$/, '')))].join(', ');
}
