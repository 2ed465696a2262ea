/** Tables of law by name: the one of this program, the versions kept with it, and exported files. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import {
  createCompliance,
  lawOfVersion,
  readLawTable,
  type EarlierLaw,
  type LawTable,
} from '@outdial/compliance';

const KEPT = '@outdial/compliance/law/earlier.json';

/** The table of this program. */
export function lawOfNow(): LawTable {
  return createCompliance().lawTable();
}

/** Versions kept with this program, oldest first; its own is the last. */
export async function keptVersions(): Promise<readonly string[]> {
  return [...(await earlierTables()).map(({ version }) => version), lawOfNow().version];
}

/**
 * The table of a rule-set version.
 *
 * @param version as decisions on record name it, or 'now'
 * @returns null for a version that is not kept
 */
export async function lawOfName(version: string): Promise<LawTable | null> {
  if (version === 'now') return lawOfNow();
  const kept = await keptVersions();
  const isKept = kept.includes(version.split('+', 1)[0] ?? '');
  return isKept ? lawOfVersion(version, lawOfNow(), await earlierTables()) : null;
}

/** The table in a file. @throws ComplianceInputError, which names the field; SyntaxError: it is not JSON */
export async function lawOfFile(path: string): Promise<LawTable> {
  return readLawTable(JSON.parse(await readFile(path, 'utf8')) as unknown);
}

async function earlierTables(): Promise<readonly EarlierLaw[]> {
  const path = createRequire(import.meta.url).resolve(KEPT);
  return JSON.parse(await readFile(path, 'utf8')) as readonly EarlierLaw[];
}
