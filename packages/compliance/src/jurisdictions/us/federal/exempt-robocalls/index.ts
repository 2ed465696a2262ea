/** Robocalls that need no consent, within caps: packages, inmates, banks, healthcare, residential lines. */
import type { Rule } from '../../../../engine/rule.js';
import { financialAlerts } from './financial-alerts.js';
import { residentialHealthcare, wirelessHealthcare } from './healthcare-messages.js';
import { inmateNotices } from './inmate-notices.js';
import { packageNotices } from './package-notices.js';
import { residentialCalls } from './residential-calls.js';

/** Caps on robocalls that need no consent. */
export const exemptRobocalls: readonly Rule[] = [
  packageNotices,
  inmateNotices,
  financialAlerts,
  wirelessHealthcare,
  residentialHealthcare,
  residentialCalls,
];
