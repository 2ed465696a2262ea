/** Paths in a campaign that a person writes at the console: they stay inside the folder of the server. */
import { isAbsolute, normalize } from 'node:path';
import type { CampaignFileProblem } from 'outdial';

/** Settings that name files; a flow may be a path, too. */
const NAMES_FILE = /(^file|File)$/;
const FLOWS: ReadonlySet<string> = new Set(['flows.agentless', 'flows.voicemail']);
/** Standard error, as a setting of the log names it. */
const NO_FILE = '-';

/**
 * What is wrong with the paths in a campaign. A person at a browser must not make the server read or write
 * files elsewhere on its machine.
 */
export function pathProblems(input: unknown, at = ''): readonly CampaignFileProblem[] {
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([name, value]) => {
    const path = Array.isArray(input) ? `${at}[${name}]` : at === '' ? name : `${at}.${name}`;
    if (typeof value !== 'string') return pathProblems(value, path);
    if (!(NAMES_FILE.test(name) || FLOWS.has(path)) || value === NO_FILE || isInside(value)) return [];
    return [
      {
        path,
        value: JSON.stringify(value.slice(0, 80)),
        message: "must be a path inside the campaign's folder, without '..'",
      },
    ];
  });
}

function isInside(path: string): boolean {
  return (
    !isAbsolute(path) && !path.includes('\\') && !path.includes('\0') && !/^\.\.(\/|$)/.test(normalize(path))
  );
}
