/** The `machineDetection` section: answering machine detection. */
import { MACHINE_TREATMENTS } from '@outdial/core';
import { z } from 'zod';
import { share } from '../basic-values.js';

export const machineDetectionSchema = z
  .strictObject({
    onMachine: z.enum(MACHINE_TREATMENTS).describe('What happens to a call that a machine answers.'),
    sampleShare: share(
      'Calls with a machine verdict that go to an agent anyway, to measure false positives.',
    ).default(0.02),
  })
  .nullable()
  .default(null)
  .describe('Answering machine detection; null: off.');
