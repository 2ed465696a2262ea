/** The `log` section: what a running dialer writes to its log. */
import { z } from 'zod';

export const logSchema = z
  .strictObject({
    level: z
      .enum(['silent', 'error', 'warn', 'info', 'debug'])
      .default('warn')
      .describe('Least severe lines that are written.'),
    file: z
      .string()
      .min(1)
      .default('outdial.log')
      .describe("Relative to this file; '-' writes to standard error."),
  })
  .prefault({})
  .describe('Log of the running dialer. It never holds numbers or names.');
