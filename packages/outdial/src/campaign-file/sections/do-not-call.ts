/** The `doNotCall` section: lists in which every number is looked up before each call. */
import { DO_NOT_CALL_LIST_KINDS, PURPOSES } from '@outdial/compliance';
import { z } from 'zod';
import { SUBDIVISION_CODE, country, countryOrState, identifier } from '../basic-values.js';
import { amount } from '../limited-values.js';

export const doNotCallSchema = z
  .strictObject({
    lists: z
      .array(
        z.strictObject({
          name: identifier(
            "Name in refusals; absent: the scope, with the region of a state's list.",
          ).exactOptional(),
          scope: z
            .enum(DO_NOT_CALL_LIST_KINDS)
            .describe(
              'national: the public registry of a country, ' +
                'which consent or a relationship may lift as its law says. ' +
                'Numbers of the others are not called, for the purposes and voices that the list bars.',
            ),
          file: z
            .string()
            .min(1)
            .describe(
              'Set file made by `outdial dnc build`, relative to this file; ' +
                'a name that ends in .gz is compressed. ' +
                'Its date counts for the rules on the age of a registry copy.',
            ),
          country: country(
            'National lists: country of the registry; absent: the only country of the campaign.',
          ).exactOptional(),
          region: z
            .string()
            .regex(SUBDIVISION_CODE, 'must be a subdivision without its country, e.g. FL')
            .exactOptional()
            .describe("State lists: the state, e.g. 'FL'."),
          purposes: z
            .array(z.enum(PURPOSES))
            .min(1)
            .exactOptional()
            .describe(
              'Purposes that the list bars; absent: all. ' +
                'Not for national lists: the law of their country says what a registry bars.',
            ),
          voices: z
            .enum(['any', 'live', 'recorded'])
            .exactOptional()
            .describe(
              'Voices that the list bars; recorded covers prerecorded and artificial ones; absent: any. ' +
                'Not for national lists.',
            ),
          source: z
            .string()
            .min(1)
            .exactOptional()
            .describe('Where it comes from, named in refusals; absent: what the file says.'),
        }),
      )
      .default([])
      .describe('Lists in which every number is looked up before each call.'),
    scrubbedElsewhere: z
      .array(
        z.strictObject({
          registry: countryOrState(
            "Whose registry: a country, or a state with one of its own, e.g. 'US-TX'.",
          ),
          by: z.string().min(1).describe('Who compared the numbers.'),
          subscription: z.string().min(1).describe('The subscription under which the registry was read.'),
          date: z.iso.date().describe('Date of the registry copy, YYYY-MM-DD.'),
        }),
      )
      .default([])
      .describe(
        'Registries with which someone else compared the numbers. A sales campaign does not start ' +
          'without a list or such a statement for the registry of each country it calls.',
      ),
    reloadSeconds: amount('reloadSeconds')
      .default(60)
      .describe(
        'How often the files are checked for a new version; ' +
          'a damaged one is refused and the old one stays in use.',
      ),
  })
  .prefault({})
  .describe(
    'Do-not-call lists, in addition to the opt-outs that the store keeps. See docs/guides/do-not-call.md.',
  );
