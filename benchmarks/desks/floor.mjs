/**
 * The server of the benchmark of desks: `outdial serve` as a process of its own, on a simulated carrier in
 * real time.
 */
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { packageOf } from '../by-turns.mjs';

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;
const AREAS = [212, 312, 404, 617, 646, 718, 305, 202, 215, 713];
const LEADS_PER_AREA = 4_000;

const serverFile = (talkSeconds) => `http: { port: 0 }
simulation: { seed: 11, startsAt: '2026-06-10T13:00:00-04:00', answerShare: 0.4, machineShare: 0.1, ringMeanSeconds: 6,
  talkMeanSeconds: ${talkSeconds} }
campaigns: [campaign.yaml]
`;
const campaignFile = (lines) => `id: floor
name: Floor
mode: predictive
callerNumber: '+12025550100'
countries: [US]
timeZone: America/New_York
live: true
lists: [{ id: people, file: people.csv, defaultCountry: US }]
compliance: { purpose: informational }
dialing: { lines: ${lines}, callsPerSecond: 40 }
abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] }
script: { pages: [{ id: hello, text: 'Good day, {name}.' }] }
`;

/** Starts a server with a campaign for so many agents; `checkout`: whose build serves. */
export async function startFloor(checkout, { agents, talkSeconds }) {
  const folder = mkdtempSync(join(tmpdir(), 'outdial-desks-'));
  writeFileSync(join(folder, 'outdial.yaml'), serverFile(talkSeconds));
  writeFileSync(join(folder, 'campaign.yaml'), campaignFile(agents * 4));
  writeFileSync(join(folder, 'people.csv'), people());
  const command = resolve(checkout, 'packages/outdial/bin/outdial.mjs');
  const child = spawn(process.execPath, [command, 'serve', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise((resolved, rejected) => {
    child.stdout.on('data', (data) => {
      const found = /http:\/\/[^/\s]+/.exec(String(data))?.[0];
      if (found) resolved(found);
    });
    child.on('exit', (code) => rejected(new Error(`The server ended with ${code}.`)));
  });
  const { openStore, createAccount, openSession } = await packageOf(checkout, 'store');
  const store = await openStore({ url: `sqlite:${join(folder, 'outdial.db')}` });
  return {
    url,
    use: () => processUse(child.pid),
    metrics: () => fetch(`${url}/metrics`).then((response) => response.text()),
    /** The cookie of a new person who is logged in. */
    person: async (accountId, role) => {
      await createAccount(store, { accountId, name: accountId, role }, 'benchmark');
      const secret = randomBytes(32).toString('base64url');
      const tokenHash = createHash('sha256').update(secret).digest('hex');
      await openSession(store, { accountId, tokenHash, expiresAt: Date.now() + 24 * 3_600_000 });
      return secret;
    },
    close: async () => {
      await store.close();
      child.kill('SIGKILL');
      await new Promise((done) => child.once('exit', done));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Processor time that a process has used and memory that it holds. */
function processUse(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [, , , , , , , , , , , user, system] = stat.slice(stat.lastIndexOf(')') + 1).split(' ');
  const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return { cpuMs: (Number(user) + Number(system)) * TICK_MS, megabytes: Number(resident) / 1_024 };
}

function people() {
  const rows = AREAS.flatMap((area) =>
    Array.from(
      { length: LEADS_PER_AREA },
      (_, n) => `+1${area}${555_0000 + n},Person ${area} ${n},Plan ${n % 9}`,
    ),
  );
  return ['phone,name,plan', ...rows, ''].join('\n');
}
