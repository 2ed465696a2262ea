/** The lab for live test suites: brings servers up by lab.sh and says how to reach them. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const script = fileURLToPath(new URL('./lab.sh', import.meta.url));
/** A file of the state of a lab, as lab.sh lays it out. */
const stateFile = (instance, name) => fileURLToPath(new URL(`./.run/${instance}/${name}`, import.meta.url));

/** Labs that can run side by side on one machine; the number is a digit of their addresses and ports. */
const INSTANCES = 10;

/**
 * The lab of one test worker. Live suites that run side by side each have a lab of their own: worker 1 of
 * jest has the instance that the environment names (default 0), worker 2 the one after it, and so on.
 *
 * @param {number | string} [worker] from 1; default: the worker of this process
 * @returns {number} 0 to 9
 */
export function labInstance(worker = process.env.JEST_WORKER_ID ?? 1) {
  return (Number(process.env.OUTDIAL_LAB_INSTANCE ?? 0) + Number(worker) - 1) % INSTANCES;
}

/**
 * The lab beside this worker's, for tests that need two servers: OUTDIAL_LAB_SECOND, or five digits further.
 * @returns {number} 0 to 9
 */
export function secondLabInstance() {
  return Number(process.env.OUTDIAL_LAB_SECOND ?? (labInstance() + INSTANCES / 2) % INSTANCES);
}

/**
 * Runs one lab.sh command on a lab; its standard output, or an error that carries what it printed.
 * @param {readonly string[]} args
 * @param {{ timeoutMs?: number, instance?: number }} [options]
 */
export async function lab(args, { timeoutMs = 300_000, instance = labInstance() } = {}) {
  try {
    const env = { ...process.env, OUTDIAL_LAB_INSTANCE: String(instance) };
    // a server started by the script keeps no pipe of ours: launch() redirects all three
    const { stdout } = await run(script, args, { timeout: timeoutMs, maxBuffer: 1 << 24, env });
    return stdout;
  } catch (error) {
    throw new Error(
      `lab.sh ${args.join(' ')} failed: ${`${error.stderr ?? ''}${error.stdout ?? ''}`.trim() || error.message}`,
      { cause: error },
    );
  }
}

/** Process ids of servers that lab.sh said are up, by lab and name. */
const seenUp = new Map();

/** The process id of a server, or null where it does not run. */
async function livingPid(name, instance) {
  const file = stateFile(instance, `${name === 'mariadb' ? 'mariadb-single' : name}.pid`);
  const pid = Number(await readFile(file, 'utf8').catch(() => ''));
  if (!(pid > 0)) return null;
  try {
    process.kill(pid, 0);
    return pid;
  } catch {
    return null;
  }
}

/**
 * True when each server is the process that lab.sh last said is up. lab.sh costs more than a second of the
 * processor, and some suites ask before every test.
 */
async function isAsSeen(names, instance) {
  const pids = await Promise.all(names.map((name) => livingPid(name, instance)));
  return names.every(
    (name, index) => pids[index] !== null && pids[index] === seenUp.get(`${instance} ${name}`),
  );
}

/**
 * Starts the servers asked for (those that run already are left alone) and returns the connection facts.
 * Rejects with what lab.sh said when a server cannot start or when the Asterisk is not 22.x.
 * @param {{ asterisk?: boolean, carrier?: boolean, agents?: boolean, mariadb?: boolean }} [want] default: all
 *   four
 * @param {{ instance?: number }} [options] another lab than this worker's
 * @returns {Promise<import('./index.d.mts').LabFacts>}
 */
export async function ensureLab(
  want = { asterisk: true, carrier: true, agents: true, mariadb: true },
  options = {},
) {
  const names = ['asterisk', 'carrier', 'agents', 'mariadb'].filter((name) => want[name]);
  if (names.length === 0)
    throw new Error('ensureLab: name at least one of asterisk, carrier, agents, mariadb');
  const { instance = labInstance() } = options;
  if (!(await isAsSeen(names, instance))) {
    await lab(['up', ...names], options).catch((error) => {
      // `up` ends with a status line for every server and code 3 when one that was not asked for is down
      if (error.cause?.code !== 3) throw error;
    });
    for (const name of names) seenUp.set(`${instance} ${name}`, await livingPid(name, instance));
  }
  return labFacts(options);
}

/** The connection facts of the lab as `up` wrote them; rejects when nothing was ever up. */
export async function labFacts({ instance = labInstance() } = {}) {
  const text = await readFile(stateFile(instance, 'facts'), 'utf8').catch((cause) => {
    throw new Error(`lab ${instance} was never up: run 'lab.sh up'`, { cause });
  });
  const fact = Object.fromEntries(
    text
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  return {
    asteriskVersion: fact.ASTERISK_VERSION,
    ari: { url: fact.ARI_URL, user: fact.ARI_USER, password: fact.ARI_PASSWORD },
    sip: { host: fact.SIP_HOST, port: Number(fact.SIP_PORT) },
    carrier: { address: fact.CARRIER, log: fact.CARRIER_LOG, trunk: 'trunk', secondTrunk: 'trunk2' },
    reach: `PJSIP/{number}@lab${fact.SIP_HOST.split('.')[2]}`,
    agents: {
      address: fact.AGENTS,
      log: fact.AGENTS_LOG,
      endpoints: Array.from({ length: 50 }, (_, i) => `PJSIP/${101 + i}`),
      busy: 'PJSIP/151',
      neverAnswers: 'PJSIP/152',
      hangsUp: 'PJSIP/153',
      mute: 'PJSIP/154',
    },
    mariadb: {
      host: fact.MARIADB_HOST,
      port: Number(fact.MARIADB_PORT),
      user: fact.MARIADB_USER,
      password: fact.MARIADB_PASSWORD,
      database: fact.MARIADB_DATABASE,
    },
    paths: {
      script,
      asteriskPidFile: fact.ASTERISK_PID_FILE,
      asteriskLog: fact.ASTERISK_LOG,
      recordings: fact.RECORDINGS,
      sipp: fact.SIPP,
    },
  };
}

const numberOf = (header) =>
  /<?sips?:([^@>;]+)@/.exec(header)?.[1] ?? /<sips?:([^>]+)>/.exec(header)?.[1] ?? '';

/**
 * Reads a calls log (carrier or agents): one entry a call, in the order of arrival, with instants in epoch
 * ms. `caller` and `called` are the user parts of From and To as the far end received them.
 */
export async function readCalls(file) {
  const text = await readFile(file, 'utf8').catch(() => '');
  const calls = new Map();
  for (const line of text.split('\n')) {
    // event, date, time, epoch seconds, call id, further fields
    const [event, , , epoch, callId, ...rest] = line.split('\t');
    if (callId === undefined) continue;
    const at = Math.round(Number(epoch) * 1000);
    if (event === 'invite') {
      calls.set(callId, {
        callId,
        called: numberOf(rest[0]),
        caller: numberOf(rest[1]),
        from: rest[1].trim(),
        invitedAt: at,
      });
      continue;
    }
    const call = calls.get(callId);
    if (call === undefined) continue;
    if (event === 'ringing' || event === 'progress') call.ringingAt ??= at;
    if (event === 'answered') call.answeredAt = at;
    if (event === 'cancelled') {
      call.endedAt = at;
      call.end = 'cancelled';
    }
    if (event === 'refused') {
      call.endedAt = at;
      call.end = 'refused';
      call.status = rest[0];
    }
    if (event === 'ended') {
      call.endedAt = at;
      call.end = rest[0];
    }
  }
  return [...calls.values()];
}

/**
 * `describe` or `test` of a live suite: runs it where the lab must work, elsewhere skips it and says in its
 * name why.
 * @param {import('./index.d.mts').Block & { skip: import('./index.d.mts').Block }} run
 */
export async function whereTheLabRuns(run) {
  if (await labRequired()) return run;
  return (name, body, timeout) =>
    run.skip(`${name} (left out: the lab needs Debian on amd64, or CI=true)`, body, timeout);
}

/**
 * Whether a live suite that cannot start must fail: on Debian amd64 and under CI=true; elsewhere it is a
 * counted skip.
 */
export async function labRequired() {
  if (process.env.CI === 'true') return true;
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return process.platform === 'linux' && process.arch === 'x64' && /^ID=debian$/m.test(release);
}
