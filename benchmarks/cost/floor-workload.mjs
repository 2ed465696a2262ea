/**
 * What a decision for five campaigns that share 1,000 agents costs, beside one for a single campaign on as
 * many: prints JSON; no figures for a checkout from before campaigns shared agents. Its argument is the
 * checkout to measure.
 */
import { packageOf } from '../by-turns.mjs';

const [, , checkout] = process.argv;
const { createFloorPacer, createPacer } = await packageOf(checkout, 'core');
const { samplers, simulateFloor } = await packageOf(checkout, 'simulator');

const AGENTS = 1_000;
const DURATION_MS = 300_000;
const TURNS = 3;
const options = { mode: 'predictive', abandonment: { target: 0.03 }, connectGrace: 2_000 };
const ids = ['a', 'b', 'c', 'd', 'e'];

/** Alike but for their talk, so that the floor pacer looks at all of them. */
const campaignOf = (campaignId, i) => ({
  campaignId,
  answerRate: 0.1,
  ring: samplers.uniform(4_000, 28_000),
  failure: samplers.uniform(15_000, 35_000),
  talk: samplers.lognormal(60_000 + 100 * i, 1),
  wrapUp: samplers.exponential(15_000),
});

/** The floors: all agents take every call, or a tenth of them takes those of one campaign only, for each. */
const floors = {
  'one campaign': { campaigns: ids.slice(0, 1), agents: [{ count: AGENTS }] },
  'five campaigns, all agents shared': { campaigns: ids, agents: [{ count: AGENTS }] },
  'five campaigns, half of the agents specialists': {
    campaigns: ids,
    agents: [{ count: AGENTS / 2 }, ...ids.map((id) => ({ count: AGENTS / 10, campaigns: [id] }))],
  },
};

/** Of this process since `started`: a busy machine distorts it less than time does. */
function processorNanoseconds(started) {
  const { user, system } = process.cpuUsage(started);
  return (user + system) * 1_000;
}

/** Plays entries to a pacer: facts are observed, numbers are instants at which it decides. */
function play(pacer, entries) {
  let [decisions, calls] = [0, 0];
  for (const entry of entries) {
    if (typeof entry !== 'number') pacer.observe(entry);
    else {
      for (const { why } of pacer.decide(entry).values()) calls += why.callsInFlight;
      decisions += 1;
    }
  }
  return { decisions, calls };
}

function floorOf(campaigns) {
  return createFloorPacer({ campaigns: campaigns.map((campaignId) => ({ campaignId, ...options })) });
}

/** What a floor tells its pacer and asks of it. */
function logOf({ campaigns, agents }) {
  const log = [];
  const pacer = floorOf(campaigns);
  const scenario = { connectGrace: 2_000, duration: DURATION_MS, warmUp: 0, seed: 1, agents };
  simulateFloor(
    { ...scenario, campaigns: campaigns.map(campaignOf) },
    {
      observe: (fact) => {
        log.push(fact);
        pacer.observe(fact);
      },
      decide: (now) => {
        log.push(now);
        return pacer.decide(now);
      },
      chooseAgent: (campaignId, among) => pacer.chooseAgent(campaignId, among),
    },
  );
  return log;
}

/** `createPacer` in the shape of a floor of one campaign. */
function onePacer() {
  const pacer = createPacer(options);
  return {
    observe: (fact) => pacer.observe(fact),
    decide: (now) => new Map([['a', pacer.decide(now)]]),
  };
}

function costOf(log, make) {
  const [first, second] = [log.slice(0, log.length >> 1), log.slice(log.length >> 1)];
  const pacer = make();
  play(pacer, first);
  const started = process.cpuUsage();
  const { decisions, calls } = play(pacer, second);
  return {
    decisions,
    callsInFlight: Math.round(calls / decisions),
    nanoseconds: processorNanoseconds(started) / decisions,
  };
}

/**
 * Each pacer with its log. All are played by turns, and the least of a pacer's turns counts, so that none pays
 * for the compiler's warming up.
 */
const played = Object.entries(createFloorPacer ? floors : {}).flatMap(([name, floor]) => {
  const log = logOf(floor);
  const shared = { name, log, make: () => floorOf(floor.campaigns) };
  return floor.campaigns.length === 1 ? [{ name: 'createPacer', log, make: onePacer }, shared] : [shared];
});
const results = played.map(({ name }) => ({ name, nanoseconds: Infinity }));
for (let turn = 0; turn < TURNS; turn += 1)
  for (const [i, { log, make }] of played.entries()) {
    const cost = costOf(log, make);
    if (cost.nanoseconds < results[i].nanoseconds) Object.assign(results[i], cost);
  }
process.stdout.write(JSON.stringify(results));
