/** `outdial.yaml`: the settings of a server. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, errorFrom } from '@outdial/core';
import { CampaignFileError, readFields, timeZoneField } from 'outdial';
import { parse } from 'yaml';
import { z } from 'zod';
import { exportsSchema } from '../exports/exports-section.js';
import { SERVER_ERRORS } from '../server-errors.js';

/** Name of the file in the folder of a server. */
export const SERVER_FILE = 'outdial.yaml';

const schema = z.strictObject({
  http: z
    .strictObject({
      host: z.string().min(1).max(255).default('127.0.0.1'),
      port: z.int().min(0).max(65_535).default(7788),
      behindProxy: z.boolean().default(false),
      address: z
        .url({ protocol: /^https?$/, error: 'must be an address, e.g. https://dial-a.example' })
        .optional(),
      cookieDomain: z
        .string()
        .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a domain, e.g. dial.example')
        .optional(),
    })
    .prefault({}),
  store: z.record(z.string(), z.unknown()).default({ url: 'sqlite:./outdial.db' }),
  telephony: z.record(z.string(), z.unknown()).default({ kind: 'simulated' }),
  simulation: z.record(z.string(), z.unknown()).default({}),
  timeZone: timeZoneField('Zone of the agency: the console tells times in it.').optional(),
  campaigns: z.array(z.string().min(1)).default([]),
  exports: exportsSchema,
  log: z
    .strictObject({
      level: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
      file: z.string().min(1).default('outdial.log'),
    })
    .prefault({}),
});

/** The settings of a server, checked. Store, telephony and simulation are checked where they are used. */
export type ServerFile = z.output<typeof schema>;

/** Reads the settings of a server. Throws `CampaignFileError`, which lists every problem. */
export async function readServerFile(folder: string): Promise<ServerFile> {
  const path = join(folder, SERVER_FILE);
  const given = parsed(path, await textOf(path));
  const read = readFields(schema, given ?? {}, 'file');
  if (read.ok) return read.fields;
  throw new CampaignFileError(path, read.problems);
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (errorCode(cause) !== 'ENOENT') throw cause;
    throw errorFrom(SERVER_ERRORS, 'server-file-missing', { path }, { cause });
  }
}

function parsed(path: string, text: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    const message = `is not YAML: ${cause instanceof Error ? cause.message : 'it cannot be read'}`;
    throw new CampaignFileError(path, [{ path: '(file)', message }], cause);
  }
}
