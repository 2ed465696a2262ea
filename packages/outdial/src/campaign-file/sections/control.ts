/** The `control` section: the control interface over HTTP. */
import { z } from 'zod';
import { environmentName } from '../basic-values.js';
import { whole } from '../limited-values.js';

export const controlSchema = z
  .strictObject({
    host: z
      .string()
      .min(1)
      .default('127.0.0.1')
      .describe('Address to listen on; loopback unless you say otherwise.'),
    port: whole('port').default(7780).describe('0: any free one.'),
    tokenEnvironment: environmentName(
      'Environment variable with the token every request must carry.',
    ).default('OUTDIAL_TOKEN'),
  })
  .nullable()
  .default(null)
  .describe('Control interface over HTTP; null: off.');
