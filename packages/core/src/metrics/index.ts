/** The counts and metrics of a campaign. */
export {
  COUNTS,
  METRICS,
  metricValue,
  type Count,
  type CountName,
  type CountValues,
  type Metric,
  type MetricName,
  type MetricUnit,
} from './metrics.js';
