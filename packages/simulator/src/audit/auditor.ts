/** The auditor: every invariant, checked from the carrier's log and the store's rows. */
import { auditBudget } from './abandonment-budget.js';
import type { AuditInput, AuditReport } from './audit-input.js';
import { auditBounds } from './bounds.js';
import { auditCallers } from './callers.js';
import { auditConversations } from './conversations.js';
import { auditDecisions } from './decisions.js';
import { auditDoubledCalls } from './doubled-calls.js';
import { Evidence } from './evidence.js';
import { auditJournalFirst } from './journal-first.js';
import { auditLiveAnswers } from './live-answers.js';
import { auditLostLeads } from './lost-leads.js';
import { auditResumption } from './resumption.js';

/**
 * Checks the invariants of the architecture, an eighth of conversations, a ninth of callers and a tenth of
 * the time after the faults, from the
 * carrier's log and the store's rows alone. Written apart from the engine: it shares with it only the words
 * (outcomes, settings, flows). What the engine could not know (lost facts, outages) is not a breach.
 */
export function audit(input: AuditInput): AuditReport {
  const evidence = new Evidence(input);
  auditLostLeads(evidence);
  auditDoubledCalls(evidence);
  auditDecisions(evidence);
  auditLiveAnswers(evidence);
  auditBudget(evidence);
  auditJournalFirst(evidence);
  auditBounds(evidence);
  auditConversations(evidence);
  auditCallers(evidence);
  auditResumption(evidence);
  return { violations: evidence.violations, checks: evidence.checks };
}
