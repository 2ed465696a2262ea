/** A server in a folder of its own, and people who are logged in at it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccount, openSession, type Store } from '@outdial/store';
import type { PasswordCost } from '../src/accounts/passwords.js';
import { hashOfToken, newToken } from '../src/accounts/tokens.js';
import type { Role } from '../src/accounts/roles.js';
import { serve, type RunningServer, type ServeOptions } from '../src/index.js';

/** A running server with what a test needs to clean up. */
export interface ServerUnderTest {
  readonly server: RunningServer;
  readonly folder: string;
  readonly said: readonly string[];
  /** Makes an account and opens a session for it, without a password. */
  person(accountId: string, role: Role): Promise<Caller>;
  /** Requests without a session. */
  readonly stranger: Caller;
  close(): Promise<void>;
}

/** Makes requests in the name of one person. */
export interface Caller {
  readonly cookie: string;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
}

/** An answer of the server. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests read JSON as they find it
  readonly body: any;
}

const SERVER_FILE = `http: { port: 0 }
simulation: { seed: 3, startsAt: '2026-06-10T13:00:00-04:00', answerShare: 1, machineShare: 0, busyShare: 0, invalidShare: 0,
  ringMeanSeconds: 1, talkMeanSeconds: 600 }
campaigns: [campaign.yaml]
`;
const CAMPAIGN = `id: sales
name: Sales
mode: progressive
callerNumber: '+12025550100'
countries: [US]
live: true
lists: [{ id: people, file: people.csv, defaultCountry: US }]
compliance: { purpose: informational }
conversations:
  recording: { rule: on-demand }
  outside: { directory: [{ name: Notary, number: '+12125550190' }] }
  flows: [{ name: survey }]
flows:
  named:
    survey:
      id: survey
      start: thanks
      nodes:
        thanks: { kind: play, prompt: { media: ['sound:thanks'], voice: prerecorded }, next: end }
        end: { kind: hang-up }
inbound: { overflow: ['sound:c'], serviceLevelSeconds: 15 }
script:
  pages:
    - { id: hello, text: 'Good day, {name}.', choices: [{ label: Busy, page: bye }] }
    - { id: bye, text: Bye }
abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] }
`;

/** Starts a server with one campaign in which everybody answers within seconds and talks for long. */
export function startServer(): Promise<ServerUnderTest> {
  return serveIn(serverFolder());
}

/** The folder of such a server. */
export function serverFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'outdial-server-'));
  writeFileSync(join(folder, 'outdial.yaml'), SERVER_FILE);
  writeFileSync(join(folder, 'campaign.yaml'), CAMPAIGN);
  const people = Array.from({ length: 50 }, (_, n) => `+1212555${String(1000 + n)},Person ${n},Plan ${n}`);
  writeFileSync(join(folder, 'people.csv'), ['phone,name,plan', ...people, ''].join('\n'));
  return folder;
}

/** Passwords that are checked in no time. What a user's server takes is in passwords.test.ts. */
export const CHEAP_PASSWORDS: PasswordCost = { N: 16, r: 8, p: 1 };

/** Starts a server in a folder. */
export async function serveIn(
  folder: string,
  { env = {}, ...more }: Partial<Pick<ServeOptions, 'env' | 'clockOffset' | 'passwordCost'>> = {},
): Promise<ServerUnderTest> {
  const said: string[] = [];
  const server = await serve({
    passwordCost: CHEAP_PASSWORDS,
    ...more,
    folder,
    port: 0,
    env,
    say: (line) => void said.push(line),
  });
  const store: Store = { ...server.floor.store, clock: Date.now };
  return {
    server,
    folder,
    said,
    stranger: callerAt(server.url, ''),
    person: async (accountId, role) => {
      await createAccount(store, { accountId, name: accountId, role }, 'test');
      const secret = newToken();
      await openSession(store, {
        accountId,
        tokenHash: hashOfToken(secret),
        expiresAt: Date.now() + 3_600_000,
      });
      return callerAt(server.url, `outdial_session=${secret}`);
    },
    close: async () => {
      server.halt();
      await until(async () => {
        for (const dialer of server.floor.campaigns())
          for (const { agentId } of dialer.agents()) {
            await dialer.hangUp(agentId);
            await dialer.logOut(agentId);
            await dialer.ready(agentId);
            await dialer.logOut(agentId);
          }
        return server.floor.campaigns().every((dialer) => dialer.calls().length === 0);
      });
      await server.drain();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A caller with a cookie. */
export function callerAt(url: string, cookie: string): Caller {
  return {
    cookie,
    call: async (method, path, body, headers = {}) => {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: {
          origin: url,
          ...(cookie === '' ? {} : { cookie }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') === true;
      return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
    },
  };
}

/** Waits for something to hold. */
export async function until(holds: () => boolean | Promise<boolean>, withinMs = 15_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('it did not come to hold in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
