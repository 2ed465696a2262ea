/** Replications of one scenario with one pacer, and their results. */
import { memorylessOptimum, simulatePacing } from '@outdial/simulator';

const T95 = [Infinity, 12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26];
export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
/** Half width of the 95 % confidence interval of the mean. */
export const halfWidth = (values) => {
  const centre = mean(values);
  const variance =
    values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / Math.max(1, values.length - 1);
  return (T95[values.length - 1] ?? 2) * Math.sqrt(variance / values.length);
};

const optima = new Map();
function optimumOf({ optimum }, abandonment) {
  if (optimum === undefined) return undefined;
  const key = JSON.stringify([optimum, abandonment]);
  if (!optima.has(key)) optima.set(key, memorylessOptimum(optimum, abandonment).occupancy);
  return optima.get(key);
}

/** @returns one row of the table: means over the seeds with confidence half widths. */
export function measure(scenario, makePacer, seeds) {
  const started = process.hrtime.bigint();
  const runs = seeds.map((seed) => simulatePacing({ ...scenario, seed }, makePacer(scenario)));
  const microseconds = Number(process.hrtime.bigint() - started) / 1_000;
  const sum = (of) => runs.reduce((total, run) => total + of(run), 0);
  const optimum = optimumOf(scenario, 0.03);
  const occupancy = mean(runs.map((run) => run.occupancy));
  return {
    occupancy,
    occupancyError: halfWidth(runs.map((run) => run.occupancy)),
    talkMinutesPerHour: mean(runs.map((run) => run.talkMinutesPerHour)),
    abandonment:
      sum((run) => run.abandoned) /
      Math.max(
        1,
        sum((run) => run.answers),
      ),
    abandonmentError: halfWidth(runs.map((run) => run.abandonment)),
    worstPeriod: Math.max(
      ...runs.flatMap((run) =>
        run.periods.filter((p) => p.answers >= 50).map((p) => p.abandoned / p.answers),
      ),
      0,
    ),
    answers: sum((run) => run.answers),
    waitBetweenCalls: mean(runs.map((run) => run.waitBetweenCalls)),
    dialsPerAnswer:
      sum((run) => run.dials) /
      Math.max(
        1,
        sum((run) => run.answers),
      ),
    microsecondsPerDecision: microseconds / sum((run) => run.decisions),
    ...(optimum === undefined ? {} : { optimum, ofOptimum: occupancy / optimum }),
  };
}

/** Occupancy and abandonment by period, over all seeds. */
export function measurePeriods(scenario, makePacer, seeds) {
  const runs = seeds.map((seed) => simulatePacing({ ...scenario, seed }, makePacer(scenario)));
  const length = Math.min(...runs.map((run) => run.periods.length));
  return Array.from({ length: length - 1 }, (_, i) => {
    const sum = (of) => runs.reduce((total, run) => total + of(run.periods[i]), 0);
    return {
      minute: (scenario.warmUp + (i + 1) * scenario.period) / 60_000,
      occupancy: sum((p) => p.busy) / sum((p) => p.staffed),
      abandonment:
        sum((p) => p.abandoned) /
        Math.max(
          1,
          sum((p) => p.answers),
        ),
    };
  });
}
