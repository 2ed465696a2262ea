/**
 * The matrix: floors from 1 to 1,000 agents, memoryless and realistic, steady and disturbed. Durations in
 * ms.
 */
import { samplers as s } from '@outdial/simulator';

const hour = 3_600_000;
const realistic = {
  answerRate: 0.25,
  ring: s.uniform(4_000, 20_000),
  failure: s.uniform(5_000, 26_000),
  talk: s.lognormal(120_000, 1),
  wrapUp: s.exponential(20_000),
  connectGrace: 2_000,
};
const memoryless = (agents, answerRate, handleTime) => ({
  agents,
  answerRate,
  ring: s.exponential(15_000),
  failure: s.exponential(15_000),
  talk: s.exponential(handleTime * 1_000),
  wrapUp: s.constant(0),
  connectGrace: 0,
  optimum: { agents, answerRate, ringTime: 15, handleTime },
});
/** Hours that bring about so many answers at four fifths of occupancy, warm-up of a sixth on top. */
const lastingAtLeast = (least) => (scenario, answers, handle) => {
  const counted = Math.max(least, (answers * handle) / (0.8 * scenario.agents));
  return { ...scenario, duration: counted * 1.2, warmUp: counted * 0.2, period: counted / 4 };
};

/** Rows of the table; `answers` a replication. */
export function scenarios({ full, answers }) {
  const lasting = lastingAtLeast(full ? 2 * hour : hour);
  const rows = {};
  const memorylessRows = full
    ? [1, 2, 5, 10, 20]
        .flatMap((agents) => [
          [agents, 0.3, 150],
          [agents, 0.1, 150],
          [agents, 0.3, 400],
          [agents, 0.5, 60],
          [agents, 0.2, 30],
        ])
        // With more calls in flight the exact optimum takes hours to work out.
        .concat([
          [50, 0.3, 150],
          [50, 0.3, 400],
          [50, 0.5, 60],
        ])
    : [
        [1, 0.3, 150],
        [5, 0.3, 150],
        [20, 0.3, 150],
      ];
  for (const [agents, rate, handle] of memorylessRows) {
    rows[`memoryless, ${agents} agents, p ${rate}, ${handle} s`] = lasting(
      memoryless(agents, rate, handle),
      answers,
      handle * 1_000,
    );
  }
  /** Large floors come to thousands of answers in minutes. */
  const brief = (scenario) => ({ ...scenario, duration: hour, warmUp: 0.4 * hour, period: 0.15 * hour });
  const sizes = full ? [1, 2, 5, 10, 20, 50, 200, 1_000] : [1, 5, 20, 200];
  for (const agents of sizes) {
    const floor = { ...realistic, agents };
    rows[`realistic, ${agents} agents, p 0.25`] =
      agents >= 200 ? brief(floor) : lasting(floor, answers, 140_000);
  }
  const base = { ...realistic, agents: 20 };
  for (const rate of full ? [0.05, 0.1, 0.4, 0.5] : [0.1])
    rows[`realistic, 20 agents, p ${rate}`] = lasting({ ...base, answerRate: rate }, answers, 140_000);
  for (const talk of full ? [30, 60, 400] : [30]) {
    rows[`realistic, 20 agents, talk ${talk} s`] = lasting(
      { ...base, talk: s.lognormal(talk * 1_000, 1) },
      answers,
      talk * 1_000 + 20_000,
    );
  }
  rows['answer rate doubles and halves each hour'] = lasting(
    { ...base, answerRate: (t) => (Math.floor(t / hour) % 2 === 1 ? 0.4 : 0.2) },
    answers,
    140_000,
  );
  rows['roster 20 to 5 and back each hour'] = lasting(
    {
      ...base,
      roster: Array.from({ length: 400 }, (_, i) => ({ at: i * hour, agents: i % 2 === 1 ? 5 : 20 })),
    },
    answers,
    180_000,
  );
  rows['machine detection, 5 % of persons taken for machines'] = lasting(
    { ...base, machineShare: 0.4, detection: s.uniform(1_500, 4_500), falseMachine: 0.05 },
    answers,
    140_000,
  );
  if (!full) return rows;
  rows['answer rate drifts over the day'] = lasting(
    { ...base, answerRate: (t) => 0.25 + 0.15 * Math.sin((2 * Math.PI * t) / (8 * hour)) },
    answers,
    140_000,
  );
  rows['heavy-tailed talk'] = lasting({ ...base, talk: s.pareto(120_000, 1.8) }, answers, 140_000);
  rows['short and long talks mixed'] = lasting(
    { ...base, talk: s.mixture(0.6, s.exponential(15_000), s.lognormal(280_000, 0.8)) },
    answers,
    140_000,
  );
  rows['calls placed 300 ms late'] = lasting({ ...base, dialDelay: 300 }, answers, 140_000);
  rows['wrap-up as long as talk'] = lasting(
    { ...base, talk: s.erlang(3, 70_000), wrapUp: s.erlang(3, 70_000) },
    answers,
    140_000,
  );
  return rows;
}

/** The floor of the frontier picture. */
export const frontierScenario = (answers) =>
  lastingAtLeast(hour)({ ...realistic, agents: 20 }, answers, 140_000);
/** A floor that starts cold, in periods of ten minutes. */
export const coldStartScenario = () => ({
  ...realistic,
  agents: 20,
  duration: 3 * hour,
  warmUp: 0,
  period: hour / 6,
});
/** Settled for an hour; then, an hour apart, the answer rate doubles and halves. */
export const stepScenario = () => ({
  ...realistic,
  agents: 50,
  answerRate: (t) => (t > 2 * hour && t <= 3 * hour ? 0.4 : 0.2),
  duration: 4 * hour,
  warmUp: hour,
  period: hour / 12,
});
/**
 * Half the agents leave at 120 min, each at the end of their conversation; in periods of two minutes.
 */
export const vanishScenario = () => ({
  ...realistic,
  agents: 50,
  roster: [{ at: 2 * hour, agents: 25 }],
  duration: 2.5 * hour,
  warmUp: hour,
  period: hour / 30,
});
