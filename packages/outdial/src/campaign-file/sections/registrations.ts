/** Registrations, permits and subscriptions of the caller, in the campaign file. */
import { REGISTRATION_KINDS } from '@outdial/compliance';
import { z } from 'zod';
import { countryOrState } from '../basic-values.js';

/** A list of them. */
export const registrationsSchema = z.array(
  z.strictObject({
    kind: z.enum(REGISTRATION_KINDS).describe('What it is.'),
    place: countryOrState("Where it holds: a country, or a state or province, e.g. 'US-TX'."),
    number: z.string().min(1).describe('Its number.'),
    expires: z.iso
      .date()
      .exactOptional()
      .describe(
        'Its last day, YYYY-MM-DD, by UTC; `outdial doctor` warns 60 days before, ' +
          'a campaign that runs within the day before. After it no call to the place is placed, and the ' +
          'campaign does not start with it. ' +
          'Absent: it does not expire.',
      ),
  }),
);
