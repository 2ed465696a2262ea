/** The settings that a floor of several campaigns shares, checked as those of a campaign file are. */
import { z } from 'zod';
import { CampaignFileError } from './campaign-file-error.js';
import { explainIssues } from './explain-issues.js';
import { knownKeys, type SchemaNode } from './known-keys.js';
import { controlSchema } from './sections/control.js';
import { simulationSchema } from './sections/simulation.js';
import { storeSchema } from './sections/store.js';
import { telephonySchema } from './sections/telephony.js';
import type { CampaignFile } from './types.js';

const floorSchema = z.strictObject({
  store: storeSchema,
  telephony: telephonySchema,
  simulation: simulationSchema,
  control: controlSchema,
});

/** Lines of a floor's simulated carrier. Each campaign has its own limit below it. */
const DIALING = { lines: 20_000, callsPerSecond: 1000 };

/** What a floor needs of a campaign file. */
export interface FloorSection extends Pick<CampaignFile, 'store' | 'telephony' | 'simulation' | 'control'> {
  readonly dialing: { readonly lines: number; readonly callsPerSecond: number };
}

/** The settings of a floor as they are given. */
export interface GivenFloorSection {
  readonly store?: unknown;
  readonly telephony?: unknown;
  readonly simulation?: unknown;
  readonly control?: unknown;
}

/**
 * Checks the settings of a floor and fills in its defaults. `place`: what an error names. Throws
 * {@link CampaignFileError}.
 */
export function floorSection(options: GivenFloorSection, place = 'createFloor'): FloorSection {
  const { store, telephony, simulation, control } = options;
  const isOpen = typeof store === 'object' && store !== null && 'engine' in store;
  const given = { ...(isOpen ? {} : { store }), telephony, simulation, control: withoutToken(control) };
  const result = floorSchema.safeParse(given);
  if (result.success) return { ...result.data, dialing: DIALING };
  const keys = (path: readonly PropertyKey[]): readonly string[] =>
    knownKeys(z.toJSONSchema(floorSchema, { io: 'input' }) as SchemaNode, path);
  throw new CampaignFileError(place, explainIssues(result.error.issues, { input: given, knownKeys: keys }));
}

/** The token is a secret: it is checked where it is used, and no error shows it. */
function withoutToken(control: unknown): unknown {
  if (typeof control !== 'object' || control === null || !('token' in control)) return control;
  const { token: _secret, ...rest } = control;
  return rest;
}
