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
      .describe('Address to listen on. The default is loopback: this machine only.'),
    port: whole('port').default(7780).describe('Port to listen on; 0: any free port.'),
    tokenEnvironment: environmentName(
      'Environment variable with the token every request must carry.',
    ).default('OUTDIAL_TOKEN'),
  })
  .nullable()
  .default(null)
  .describe('Control interface over HTTP; null: off.');
