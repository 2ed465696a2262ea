/**
 * What a decision costs by size of the floor, beside a JSON round trip timed in the same process: prints JSON.
 * Its arguments are the checkout to measure and, if not all, the sizes.
 */
import { packageOf } from '../by-turns.mjs';

const [, , checkout, sizes = '10,20,30,100,1000,10000'] = process.argv;
const { createPacer } = await packageOf(checkout, 'core');
const { samplers, ...others } = await packageOf(checkout, 'simulator');
/** Checkouts from before November 2026 have the older name. */
const simulatePacing = others.simulatePacing ?? others.simulateFloor;

const sample = Array.from({ length: 40 }, (_, i) => ({ id: i, name: `entry ${i}`, at: i * 1_000.5 }));

/** Of this process since `started`: a busy machine distorts it less than time does. */
function processorNanoseconds(started) {
  const { user, system } = process.cpuUsage(started);
  return (user + system) * 1_000;
}

/** Nanoseconds of JSON.parse(JSON.stringify(40 entries of three fields)). */
function jsonRoundTrip() {
  const rounds = 20_000;
  let length = 0;
  const started = process.cpuUsage();
  for (let i = 0; i < rounds; i += 1) length += JSON.parse(JSON.stringify(sample)).length;
  const nanoseconds = processorNanoseconds(started) / rounds;
  if (length !== rounds * sample.length) throw new Error('round trip lost entries');
  return nanoseconds;
}

/** Log entries between two readings of the heap. */
const READ_EVERY = 200;

/** Plays entries to a pacer: facts are observed, numbers are instants at which it decides. */
function play(pacer, entries) {
  let [decisions, inFlight] = [0, 0];
  for (const entry of entries) {
    if (typeof entry !== 'number') pacer.observe(entry);
    else {
      inFlight += pacer.decide(entry).why.callsInFlight;
      decisions += 1;
    }
  }
  return { decisions, inFlight };
}

/** Bytes allocated per decision; stretches in which the collector ran (the heap shrank) are left out. */
function bytesPerDecision(pacer, log) {
  let [bytes, decisions] = [0, 0];
  for (let from = 0; from < log.length; from += READ_EVERY) {
    const stretch = log.slice(from, from + READ_EVERY);
    const before = process.memoryUsage().heapUsed;
    const played = play(pacer, stretch);
    const grown = process.memoryUsage().heapUsed - before;
    if (grown < 0) continue;
    bytes += grown;
    decisions += played.decisions;
  }
  return bytes / Math.max(1, decisions);
}

/**
 * Records what a floor tells its pacer and asks of it, then plays the second half of it to pacers that have
 * heard the first.
 */
function costOf(agents) {
  const target =
    agents >= 10_000 ? 60_000 : agents >= 1_000 ? 400_000 : Math.min(10, 100 / agents) * 3_600_000;
  const options = { mode: 'predictive', abandonment: { target: 0.03 }, connectGrace: 2_000 };
  const log = [];
  const pacer = createPacer(options);
  simulatePacing(
    {
      // A tenth answered, ringing long: about three calls in flight for each agent on a large floor.
      agents,
      answerRate: 0.1,
      ring: samplers.uniform(4_000, 28_000),
      failure: samplers.uniform(15_000, 35_000),
      talk: samplers.lognormal(60_000, 1),
      wrapUp: samplers.exponential(15_000),
      connectGrace: 2_000,
      duration: target,
      warmUp: 0,
      seed: 1,
    },
    {
      observe: (fact) => {
        log.push(fact);
        pacer.observe(fact);
      },
      decide: (now) => {
        log.push(now);
        return pacer.decide(now);
      },
      configure: () => {},
      snapshot: () => pacer.snapshot(),
    },
  );
  const [first, second] = [log.slice(0, log.length >> 1), log.slice(log.length >> 1)];
  const replayed = createPacer(options);
  play(replayed, first);
  const started = process.cpuUsage();
  const { decisions, inFlight } = play(replayed, second);
  const nanoseconds = processorNanoseconds(started) / decisions;
  const weighed = createPacer(options);
  play(weighed, first);
  return {
    agents,
    callsInFlight: Math.round(inFlight / decisions),
    decisions,
    nanoseconds,
    bytes: bytesPerDecision(weighed, second),
    snapshotBytes: JSON.stringify(replayed.snapshot()).length,
  };
}

jsonRoundTrip();
const results = sizes
  .split(',')
  .map(Number)
  .map((agents) => {
    const cost = costOf(agents);
    const jsonNanoseconds = jsonRoundTrip();
    return { ...cost, jsonNanoseconds, ratio: cost.nanoseconds / jsonNanoseconds };
  });
process.stdout.write(JSON.stringify(results));
