/**
 * One table of the lengths and ranges that outdial accepts. The campaign file's schema, the import, the
 * control interface and the call flows take their limits from here; a test holds the database's columns
 * against it.
 */
import { WORK_LIMITS } from './limits/agent-work.js';
import { FLOW_LIMITS } from './limits/call-flows.js';
import { CONNECTION_LIMITS } from './limits/connections.js';
import { DIALING_LIMITS } from './limits/dialing.js';
import { ID_LIMITS } from './limits/identifiers.js';
import { RECORD_LIMITS } from './limits/list-records.js';
import { VALUE_LIMITS } from './limits/values.js';
import type { Limit } from './limits/limit.js';

export type { Limit, LimitUnit } from './limits/limit.js';

/** Name of a limit. */
export type LimitName =
  | keyof typeof ID_LIMITS
  | keyof typeof VALUE_LIMITS
  | keyof typeof RECORD_LIMITS
  | keyof typeof FLOW_LIMITS
  | keyof typeof DIALING_LIMITS
  | keyof typeof WORK_LIMITS
  | keyof typeof CONNECTION_LIMITS;

/** Every limit by its name. */
export const LIMITS: Readonly<Record<LimitName, Limit>> = {
  ...ID_LIMITS,
  ...VALUE_LIMITS,
  ...RECORD_LIMITS,
  ...FLOW_LIMITS,
  ...DIALING_LIMITS,
  ...WORK_LIMITS,
  ...CONNECTION_LIMITS,
};
