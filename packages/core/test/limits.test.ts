import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../src/limits.js';
import { WORK_LIMITS } from '../src/limits/agent-work.js';
import { FLOW_LIMITS } from '../src/limits/call-flows.js';
import { CONNECTION_LIMITS } from '../src/limits/connections.js';
import { DIALING_LIMITS } from '../src/limits/dialing.js';
import { ID_LIMITS } from '../src/limits/identifiers.js';
import { RECORD_LIMITS } from '../src/limits/list-records.js';
import { VALUE_LIMITS } from '../src/limits/values.js';

const GROUPS = [
  ID_LIMITS,
  VALUE_LIMITS,
  RECORD_LIMITS,
  FLOW_LIMITS,
  DIALING_LIMITS,
  WORK_LIMITS,
  CONNECTION_LIMITS,
];

describe('the table of limits', () => {
  test('has each name in one group only', () => {
    const names = GROUPS.flatMap((group) => Object.keys(group));
    expect([...names].sort()).toEqual(Object.keys(LIMITS).sort());
  });

  test.each(Object.entries(LIMITS))('%s is a range with a reason', (_name, { min, max, reason }) => {
    expect(min).toBeLessThanOrEqual(max);
    expect(reason).toMatch(/^[A-Z].*[.]$/s);
  });
});
