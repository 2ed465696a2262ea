/** The `telephony` section: what carries the calls. */
import { z } from 'zod';
import { ARI_TRANSPORTS } from '@outdial/asterisk-adapter';
import { LIMITS } from '@outdial/core';
import { environmentName, identifier } from '../basic-values.js';
import { amount, whole } from '../limited-values.js';

function isPattern(text: string): boolean {
  try {
    return new RegExp(text).source !== '';
  } catch {
    return false;
  }
}

const serverFields = {
  url: z
    .url({ protocol: /^https?$/, error: 'must be the base address of ARI, e.g. http://127.0.0.1:8088/ari' })
    .refine(
      (url) => !/^https?:\/\/[^/]*@/.test(url),
      'must not hold credentials: name environment variables ' +
        'in usernameEnvironment and passwordEnvironment',
    )
    .describe('Base address of ARI, e.g. http://127.0.0.1:8088/ari.'),
  usernameEnvironment: environmentName('Environment variable with the ARI user.').default(
    'OUTDIAL_ARI_USERNAME',
  ),
  passwordEnvironment: environmentName('Environment variable with the ARI password.').default(
    'OUTDIAL_ARI_PASSWORD',
  ),
  stations: z
    .string()
    .min(1)
    .refine(isPattern, "must be a regular expression, e.g. 'PJSIP/1\\d\\d'")
    .exactOptional()
    .describe(
      'With moreServers: regular expression for the stations that are registered here; ' +
        'absent: every station can be called from here.',
    ),
  browserUrl: z
    .url({ protocol: /^wss?$/, error: 'must be a WebSocket address, e.g. wss://pbx.example:8089/ws' })
    .exactOptional()
    .describe(
      'Address at which browsers reach the SIP WebSocket of this server, e.g. wss://pbx.example:8089/ws: ' +
        'agents at the console of `outdial serve` have their telephone in the browser; absent: they have ' +
        'telephones of their own.',
    ),
  reach: z
    .string()
    .includes('{number}', 'must contain {number}, e.g. PJSIP/{number}@asterisk-a')
    .exactOptional()
    .describe(
      'With moreServers: dial string by which the other servers call this one, ' +
        'e.g. PJSIP/{number}@asterisk-a; absent: agents of this server take its own calls only.',
    ),
};

const serverName = z.string().regex(/^[\w.-]{1,32}$/, "must be 1 to 32 letters, digits, '.', '_' and '-'");

const server = z
  .strictObject({
    name: serverName.default('main').describe('Name of the server in log and errors.'),
    ...serverFields,
  })
  .describe('The Asterisk server.');

const agentLegs = z
  .strictObject({
    hold: z
      .enum(['music', 'silence', 'nothing'])
      .default('silence')
      .describe('What an agent hears between calls.'),
    connectBeep: z
      .string()
      .min(1)
      .nullable()
      .default('sound:outdial/beep')
      .describe('Played to the agent right before the bridge; null: none.'),
    audioWithinMs: whole('audioWithinMs')
      .nullable()
      .default(5000)
      .describe(
        'The station must send audio within this time of answering, or the leg is given up; ' +
          'null: not checked.',
      ),
  })
  .prefault({})
  .describe("How agents' legs are kept.");

const trunks = z
  .array(
    z.strictObject({
      name: identifier('Trunk name.'),
      endpoint: z
        .string()
        .includes('{number}', 'must contain {number}, e.g. PJSIP/{number}@carrier')
        .describe('Dial string of the trunk; {number} stands for the number.'),
      channels: whole('lines').default(30).describe('Most calls at once on this trunk.'),
      callsPerSecond: amount('callsPerSecond')
        .default(5)
        .describe('Most new calls a second on this trunk, evenly spaced.'),
      prefix: z
        .string()
        .regex(/^[0-9*#+]*$/, 'must hold digits, *, # and + only')
        .default('')
        .describe('Digits put before the number.'),
      numberFormat: z
        .enum(['e164', 'digits', 'national'])
        .default('e164')
        .describe("'+12025550100', '12025550100' or '2025550100'."),
      destinations: z
        .array(z.string().regex(/^[1-9]\d{0,2}$/, "must be a country calling code, e.g. '44'"))
        .min(1)
        .exactOptional()
        .describe('Country calling codes it carries.'),
    }),
  )
  .min(1);

const asterisk = z.strictObject({
  kind: z.literal('asterisk').describe('Calls through Asterisk.'),
  node: z
    .string()
    .regex(
      new RegExp(`^[\\w.-]{1,${LIMITS.node.max}}$`),
      `must be 1 to ${LIMITS.node.max} letters, digits, '.', '_' and '-'`,
    )
    .default('main')
    .describe(
      'Name of this dialer: the ARI application is outdial-<node>. ' +
        'Two dialers on one Asterisk have different names.',
    ),
  server,
  trunks: trunks.describe('Trunks, tried in this order.'),
  moreServers: z
    .array(
      z.strictObject({
        name: serverName.describe('Name of the server in log and errors.'),
        ...serverFields,
        trunks: trunks.exactOptional().describe('Trunks of this server; absent: those under trunks.'),
      }),
    )
    .default([])
    .describe(
      'Further Asterisk servers: calls go where most lines are free, ' +
        'and a server that is lost does not stop the others.',
    ),
  transport: z
    .enum(ARI_TRANSPORTS)
    .default('native')
    .describe(
      "What carries requests and events: outdial's own client over HTTP and WebSocket (native); " +
        'the same with orders over the WebSocket where the server takes them there (socket); ' +
        'or ari-client, which is installed beside outdial.',
    ),
  safeHarbour: z
    .string()
    .min(1)
    .exactOptional()
    .describe(
      'Sound of the message that the dialplan plays when no dialer takes the call; ' +
        'absent: outdial/safe-harbour.',
    ),
  machineDetection: z
    .string()
    .min(1)
    .exactOptional()
    .describe('Arguments of AMD(), e.g. 2500,1500,800,5000; absent: amd.conf of the server.'),
  musicClass: z
    .string()
    .min(1)
    .default('default')
    .describe('Music class on Asterisk for calls on hold and for those that lost their agent.'),
  recordingsDirectory: z
    .string()
    .min(1)
    .exactOptional()
    .describe(
      'Directory on this machine below which recordings of conversations are written; ' +
        'absent: none is recorded.',
    ),
  agentLegs,
});

export const telephonySchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('simulated').describe('The carrier of the section simulation.') }),
    asterisk,
  ])
  .default({ kind: 'simulated' })
  .describe('What carries the calls.');
