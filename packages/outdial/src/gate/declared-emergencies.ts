/**
 * Declared emergencies: those of the campaign file, and those of the file that `outdial emergency` keeps
 * beside it, which is read again while a campaign runs.
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { DeclaredEmergency } from '@outdial/compliance';
import { errorCode, errorText } from '@outdial/core';
import type { LoadedCampaign } from '../campaign-file/read-campaign-file.js';
import { emergenciesSchema, type EmergencyEntry } from '../campaign-file/sections/emergencies.js';

/** Name of the file beside the campaign file. */
export const EMERGENCY_FILE = 'emergencies.json';

/** The emergencies in force for a campaign. */
export interface DeclaredEmergencies {
  readonly current: readonly DeclaredEmergency[];
  /** Reads the file again. Never throws: what cannot be read is told, and what was read stays. */
  refresh(): Promise<void>;
  /** Calls back after each reading that found other emergencies than before. */
  onChange(changed: () => void): void;
}

/** Where the emergencies of a campaign are kept. */
export function emergencyPath({ folder }: LoadedCampaign): string {
  return resolve(folder, EMERGENCY_FILE);
}

/** The entries of the file; none where there is no file. @throws where it cannot be read as a list of them */
export async function readEmergencies(path: string): Promise<readonly EmergencyEntry[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
  return emergenciesSchema.parse(JSON.parse(text));
}

/**
 * Opens the emergencies of a campaign.
 *
 * @throws where the file is there and cannot be read: a ban would be overlooked
 */
export async function openEmergencies(
  campaign: LoadedCampaign,
  onRefused: (detail: string) => void = () => undefined,
): Promise<DeclaredEmergencies> {
  const own = campaign.file.compliance.emergencies.map(toFact);
  const path = emergencyPath(campaign);
  let current = [...own, ...(await readEmergencies(path)).map(toFact)];
  let problem = '';
  const listeners: (() => void)[] = [];
  return {
    get current() {
      return current;
    },
    refresh: async () => {
      try {
        const before = JSON.stringify(current);
        current = [...own, ...(await readEmergencies(path)).map(toFact)];
        problem = '';
        if (JSON.stringify(current) !== before) for (const changed of listeners) changed();
      } catch (error) {
        const said = `${EMERGENCY_FILE} cannot be read, what was read before stays: ${errorText(error)}`;
        if (said !== problem) onRefused(said);
        problem = said;
      }
    },
    onChange: (changed) => void listeners.push(changed),
  };
}

function toFact({ region, from, until }: EmergencyEntry): DeclaredEmergency {
  return {
    region,
    from: Date.parse(from),
    ...(until === undefined ? {} : { until: Date.parse(until) }),
  };
}
