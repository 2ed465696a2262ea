/** Declared emergencies: in the campaign file, and in the file that `outdial emergency` keeps. */
import { z } from 'zod';
import { usState } from '../basic-values.js';

/** A list of declared emergencies. */
export const emergenciesSchema = z.array(
  z.strictObject({
    region: usState('US state in which the emergency is declared.'),
    from: z.iso.datetime({ offset: true }).describe('Its begin, with the offset from UTC.'),
    until: z.iso.datetime({ offset: true }).exactOptional().describe('Its end; absent while it lasts.'),
  }),
);

/** One declared emergency. */
export type EmergencyEntry = z.infer<typeof emergenciesSchema>[number];
