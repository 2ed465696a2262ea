/** Asks the control interface of a running campaign, found by its campaign file and the environment. */
import { errorCode } from '@outdial/core';
import { z } from 'zod';
import type { LoadedCampaign } from '../campaign-file/read-campaign-file.js';
import { CommandError } from './command-errors.js';
import type { CommandIo } from './io.js';

/** A control interface that answers. */
export interface ControlClient {
  get(path: string): Promise<unknown>;
  /** Gives an order; throws `order-unreadable`, or `order-refused` with the reason why it is not followed. */
  post(path: string, fields: Readonly<Record<string, unknown>>): Promise<void>;
}

/** An answer is late after this long. */
const ANSWER_MOST_MS = 10_000;

/** Status of an order that is understood and cannot be followed as things stand. */
const CONFLICT = 409;

/** Every address of the machine: a client asks loopback. */
const EVERYWHERE: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

const refusal = z.object({ error: z.string() });

/** The client of a campaign. Throws `control-off`, or `control-token-absent`. */
export function controlClient(io: CommandIo, { file, path: where }: LoadedCampaign): ControlClient {
  const { control } = file;
  if (control === null || control.port === 0) throw new CommandError('control-off', { where });
  const variable = control.tokenEnvironment;
  const token = io.env[variable] ?? '';
  if (token === '') throw new CommandError('control-token-absent', { variable });
  const host = EVERYWHERE.has(control.host) ? '127.0.0.1' : control.host;
  const address = `${host.includes(':') ? `[${host}]` : host}:${control.port}`;
  const ask = async (path: string, init: RequestInit): Promise<unknown> => {
    const response = await fetch(`http://${address}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(ANSWER_MOST_MS),
    }).catch((cause: unknown) => {
      throw new CommandError('control-away', { address, why: whyAway(cause) }, cause);
    });
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) return body;
    if (response.status === 401) throw new CommandError('control-token-wrong', { variable });
    const read = refusal.safeParse(body);
    const why = read.success ? read.data.error : `the answer is ${response.status}`;
    if (response.status >= 500) throw new CommandError('control-away', { address, why });
    throw new CommandError(response.status === CONFLICT ? 'order-refused' : 'order-unreadable', { why });
  };
  return {
    get: (path) => ask(path, {}),
    post: async (path, fields) => void (await ask(path, { method: 'POST', body: JSON.stringify(fields) })),
  };
}

function whyAway(error: unknown): string {
  const fault = failed.safeParse(error).data;
  if (fault?.name === 'TimeoutError') return 'no answer in time';
  const code = errorCode(fault?.cause);
  return code === 'ECONNREFUSED' ? 'nothing listens there' : code || 'no answer';
}

/** What fetch throws. */
const failed = z.object({ name: z.string(), cause: z.unknown() });
