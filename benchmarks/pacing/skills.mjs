/**
 * Agents with skills, and leads that ask for them, in one predictive campaign: each half of the agents has
 * one of two skills, and some have both. First in the small simulation beside the exact optimum, told of
 * skills and not; then through the engine and the simulated carrier: `node benchmarks/pacing/skills.mjs
 * [--answers N] [--seeds N] [--hours N] [--only PATTERN]` (built).
 */
import { parseArgs } from 'node:util';
import { createPacer } from '@outdial/core';
import {
  createSimulatedList,
  DEFAULT_AGENTS,
  DEFAULT_CARRIER,
  floorOptimum,
  samplers,
  simulateCampaign,
  simulateFloor,
  simulatedSettings,
} from '@outdial/simulator';
import Table from 'cli-table3';
import { halfWidth, mean } from './measure.mjs';

const { values } = parseArgs({
  options: {
    answers: { type: 'string', default: '4000' },
    seeds: { type: 'string', default: '4' },
    hours: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
  },
});
const HOUR = 3_600_000;
const START = Date.UTC(2026, 5, 2, 9);
const SKILLS = ['es', 'fr'];
const RING = 15;
const HANDLE = 150;
const RATE = 0.3;
const TARGET = 0.03;
const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => i + 1);
const isAsked = (name) => new RegExp(values.only).test(name);
const percent = (value, digits = 1) => (100 * value).toFixed(digits);

/** One pacer of the campaign, as the small simulation of floors sees it: each skill looks like a campaign. */
class OneCampaign {
  #pacer = createPacer({ mode: 'predictive', abandonment: { target: TARGET }, connectGrace: 0 });
  #isTold;
  #next = 0;

  constructor(isTold) {
    this.#isTold = isTold;
  }

  observe({ campaignId: skill, reach, ...fact }) {
    const skills = fact.type === 'agent' ? reach?.campaigns : [skill];
    const isStated = this.#isTold && skills && (fact.type === 'agent' || fact.type === 'dialed');
    this.#pacer.observe(isStated ? { ...fact, skills } : fact);
  }

  decide(now) {
    if (this.#isTold) {
      const { bySkills } = this.#pacer.decide(
        now,
        SKILLS.map((skill) => [skill]),
      );
      return new Map(
        bySkills.filter(({ skills: [skill] }) => skill).map(({ skills, calls }) => [skills[0], { calls }]),
      );
    }
    // Leads of both skills, by turns.
    const { calls } = this.#pacer.decide(now);
    const shares = [0, 0];
    for (let i = 0; i < calls; i += 1) shares[(this.#next += 1) % 2] += 1;
    return new Map(SKILLS.map((skill, i) => [skill, { calls: shares[i] }]));
  }

  chooseAgent(skill, among) {
    const chosen = this.#isTold ? this.#pacer.chooseAgent?.({ among, skills: [skill] }) : undefined;
    if (chosen !== undefined) return chosen;
    return among.toSorted((a, b) => a.readySince - b.readySince)[0]?.agentId;
  }
}

function floorOf([es, fr, both], seed) {
  const agents = es + fr + both;
  const counted = (Number(values.answers) * HANDLE * 1_000) / (0.85 * agents);
  const campaign = (campaignId) => ({
    campaignId,
    answerRate: RATE,
    ring: samplers.exponential(RING * 1_000),
    failure: samplers.exponential(RING * 1_000),
    talk: samplers.exponential(HANDLE * 1_000),
    wrapUp: samplers.constant(0),
  });
  return {
    campaigns: SKILLS.map(campaign),
    agents: [
      { count: es, campaigns: ['es'] },
      { count: fr, campaigns: ['fr'] },
      { count: both, campaigns: SKILLS },
    ].filter(({ count }) => count > 0),
    connectGrace: 0,
    duration: 1.2 * counted,
    warmUp: 0.2 * counted,
    tick: 5_000,
    seed,
  };
}

function optimumOf([es, fr, both]) {
  if (es + fr + both > 8) return undefined;
  const one = { answerRate: RATE, ringTime: RING, handleTime: HANDLE, target: TARGET };
  return floorOptimum({ campaigns: [one, one], agents: { first: es, second: fr, both } }).weightedOccupancy;
}

const small = new Table({
  head: [
    'agents: es, fr, both',
    'optimum %',
    'pacer',
    'occupancy %',
    '% of it',
    'abandoned %: es, fr',
    'answers',
  ],
  style: { head: [], border: [], compact: true },
});
for (const agents of [
  [3, 3, 0],
  [2, 2, 2],
  [3, 1, 2],
  [10, 10, 0],
  [6, 6, 8],
]) {
  if (!isAsked(`floor ${agents.join(', ')}`)) continue;
  const optimum = optimumOf(agents);
  for (const isTold of [false, true]) {
    const runs = seeds.map((seed) => simulateFloor(floorOf(agents, seed), new OneCampaign(isTold)));
    const occupancies = runs.map(({ occupancy }) => occupancy);
    const sum = (skill, of) => runs.reduce((total, { campaigns }) => total + campaigns.get(skill)[of], 0);
    small.push([
      agents.join(', '),
      optimum === undefined ? '' : percent(optimum),
      isTold ? 'told of skills' : 'not told',
      `${percent(mean(occupancies))} ± ${percent(halfWidth(occupancies))}`,
      optimum === undefined ? '' : percent(mean(occupancies) / optimum),
      SKILLS.map((skill) => percent(sum(skill, 'abandoned') / sum(skill, 'answers'), 2)).join(', '),
      SKILLS.map((skill) => sum(skill, 'answers')).join(', '),
    ]);
  }
}
if (small.length > 0) console.log(small.toString());

function run(seed, [es, fr, both]) {
  const groups = [...Array(es).fill(['es']), ...Array(fr).fill(['fr']), ...Array(both).fill(SKILLS)];
  return simulateCampaign({
    seed,
    settings: simulatedSettings(
      { campaignId: 'spring', mode: 'predictive', startsAt: START - 24 * HOUR },
      { lines: 200, callsPerSecond: 20 },
    ),
    agents: groups.map((skills, i) => ({ agentId: `agent-${i}`, campaignId: 'spring', skills })),
    list: createSimulatedList({ seed, leads: 20_000, skills: SKILLS, skillShare: 1 }),
    startAt: START,
    duration: Number(values.hours) * HOUR,
    carrier: { ...DEFAULT_CARRIER, answerRateByHour: Array(24).fill(RATE) },
    behaviour: { ...DEFAULT_AGENTS, breakEvery: null },
    trunk: { lines: 500, callsPerSecond: 50 },
  });
}

const whole = new Table({
  head: [
    'through the engine: es, fr, both',
    'seed',
    'occupancy %',
    'heard an agent',
    'abandoned %',
    'broken invariants',
  ],
  style: { head: [], border: [], compact: true },
});
for (const agents of [
  [10, 10, 0],
  [6, 6, 8],
  [0, 0, 20],
]) {
  if (!isAsked(`engine ${agents.join(', ')}`)) continue;
  for (const seed of seeds) {
    const { statistics, audit, engineFaults } = run(seed, agents);
    whole.push([
      agents.join(', '),
      seed,
      percent(statistics.occupancy),
      statistics.heardAnAgent,
      percent(statistics.abandonmentRate, 2),
      audit.violations.length + engineFaults.length,
    ]);
  }
}
if (whole.length > 0) console.log(whole.toString());
