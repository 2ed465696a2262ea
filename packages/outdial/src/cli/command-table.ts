/**
 * Every command of the command line, in the order of help. Its code is loaded when it runs, so that
 * `outdial --help` opens no database driver. Help and docs/reference/cli.md are made from this table.
 */
import type { ExitCode } from './exit-codes.js';
import type { CommandIo } from './io.js';
import {
  AUDIT_BASELINE,
  AUDIT_EXPORT,
  AUDIT_HEADS,
  AUDIT_REPLAY,
  AUDIT_VERIFY,
  COMPLAINT,
} from './syntax/audit-commands.js';
import type { CommandSyntax, Given } from './syntax/command-syntax.js';
import {
  CTL_AGENTS,
  CTL_CALLS,
  CTL_CONVERSATION,
  CTL_HANG_UP,
  CTL_MODE,
  CTL_PAUSE,
  CTL_RESUME,
  CTL_SPEED,
} from './syntax/ctl-commands.js';
import {
  DNC_BUILD,
  DNC_CHECK,
  DNC_EXPORT,
  DNC_INFO,
  DNC_MERGE,
  DNC_OPT_IN,
  DNC_OPT_OUT,
} from './syntax/dnc-commands.js';
import { EMERGENCY_DECLARE, EMERGENCY_END, EMERGENCY_LIST } from './syntax/emergency-commands.js';
import { FACTS_EXPORT, FACTS_IMPORT, FACTS_LIST, FACTS_REMOVE, FACTS_SET } from './syntax/facts-commands.js';
import { CALLBACKS_CANCEL, CALLBACKS_LIST, CALLBACKS_MOVE } from './syntax/callback-commands.js';
import {
  IMPORT,
  INIT,
  LEADS_CLOSE,
  LEADS_COUNT,
  LEADS_EXPORT,
  LEADS_LIST,
  LEADS_RECYCLE,
  LEADS_REOPEN,
} from './syntax/list-commands.js';
import {
  CONSENTS_EXPORT,
  CONSENTS_IMPORT,
  CONSENTS_SHOW,
  REASSIGNED_IMPORT,
  REASSIGNED_QUERY,
} from './syntax/law-commands.js';
import { CHECK, DOCTOR, REPORT, SCHEMA, STATUS } from './syntax/reading-commands.js';
import {
  RETENTION_APPLY,
  RETENTION_ARCHIVE,
  RETENTION_ERASE,
  RETENTION_HOLD,
  RETENTION_HOLDS,
  RETENTION_PLAN,
  RETENTION_RECORDINGS,
  RETENTION_RELEASE,
} from './syntax/retention-commands.js';
import { RULES, RULES_DIFF, RULES_DUE, RULES_EXPORT } from './syntax/rules-commands.js';
import { DEMO, RUN, SERVE, SIMULATE, STOP } from './syntax/run-commands.js';

/** The function of a command, given what the command line holds. */
type Work<Syntax extends CommandSyntax> = (io: CommandIo, given: Given<Syntax>) => Promise<ExitCode>;

/** A command: its syntax, and how it runs. */
export interface Command extends CommandSyntax {
  /** `given`: the values of arguments and options, as the syntax reads them. */
  readonly run: (io: CommandIo, given: Readonly<Record<string, unknown>>) => Promise<ExitCode>;
}

function command<Syntax extends CommandSyntax>(syntax: Syntax, load: () => Promise<Work<Syntax>>): Command {
  return {
    ...syntax,
    // The values were read by this very syntax: that is what makes the cast true.
    run: async (io, given) => (await load())(io, given as Given<Syntax>),
  };
}

/** Groups of commands: 'leads list' belongs to 'leads'. */
export const GROUPS: Readonly<Record<string, string>> = {
  leads: 'look at leads, close, reopen, recycle and export them; shows telephone numbers',
  callbacks: 'scheduled callbacks: list, move, cancel; shows telephone numbers',
  ctl: 'steer a running campaign: mode, speed, pause, resume, agents, conversations',
  dnc: 'do-not-call lists: build, merge and look at set files; opt numbers out; export',
  facts: 'facts of the law about persons and numbers: set, list, withdraw; shows telephone numbers',
  consents: 'the consent ledger: show, export, import; shows telephone numbers',
  reassigned: 'reassigned numbers: the query file out, the answers in',
  retention: 'what is kept, erased by age or on request, or under a legal hold',
  emergency: 'declared emergencies, during which some states forbid sales calls',
  audit: 'decisions for a regulator: export, verify, replay; shows telephone numbers',
};

/** Every command. */
export const COMMANDS: readonly Command[] = [
  command(INIT, async () => (await import('./commands/init.js')).init),
  command(IMPORT, async () => (await import('./commands/import.js')).importLists),
  command(LEADS_LIST, async () => (await import('./commands/leads.js')).listLeads),
  command(LEADS_COUNT, async () => (await import('./commands/leads-count.js')).countOfLeads),
  command(LEADS_CLOSE, async () => (await import('./commands/leads.js')).closeLeadsFromFile),
  command(LEADS_EXPORT, async () => (await import('./commands/leads.js')).exportLeads),
  command(LEADS_REOPEN, async () => (await import('./commands/leads-reopen.js')).reopenLeadsFromFile),
  command(LEADS_RECYCLE, async () => (await import('./commands/leads-reopen.js')).recycle),
  command(CALLBACKS_LIST, async () => (await import('./commands/callbacks.js')).listCallbacks),
  command(CALLBACKS_MOVE, async () => (await import('./commands/callbacks.js')).moveCallback),
  command(CALLBACKS_CANCEL, async () => (await import('./commands/callbacks.js')).cancel),
  command(RUN, async () => (await import('./commands/run.js')).run),
  command(SERVE, async () => (await import('./commands/serve.js')).serve),
  command(SIMULATE, async () => (await import('./commands/simulate.js')).simulate),
  command(DEMO, async () => (await import('./commands/demo.js')).demo),
  command(STOP, async () => (await import('./commands/stop.js')).stop),
  command(CTL_MODE, async () => (await import('./commands/ctl.js')).mode),
  command(CTL_SPEED, async () => (await import('./commands/ctl.js')).speed),
  command(CTL_PAUSE, async () => (await import('./commands/ctl.js')).pause),
  command(CTL_RESUME, async () => (await import('./commands/ctl.js')).resume),
  command(CTL_AGENTS, async () => (await import('./commands/ctl.js')).agents),
  command(CTL_CALLS, async () => (await import('./commands/ctl-calls.js')).calls),
  command(CTL_HANG_UP, async () => (await import('./commands/ctl-calls.js')).hangUp),
  command(CTL_CONVERSATION, async () => (await import('./commands/ctl-conversation.js')).conversation),
  command(REPORT, async () => (await import('./commands/report.js')).report),
  command(STATUS, async () => (await import('./commands/status.js')).status),
  command(DOCTOR, async () => (await import('./commands/doctor.js')).doctor),
  command(CHECK, async () => (await import('./commands/check.js')).check),
  command(RULES, async () => (await import('./commands/rules.js')).rules),
  command(RULES_DIFF, async () => (await import('./commands/rules-diff.js')).diff),
  command(RULES_DUE, async () => (await import('./commands/rules-due.js')).due),
  command(RULES_EXPORT, async () => (await import('./commands/rules-export.js')).exportRules),
  command(SCHEMA, async () => (await import('./commands/schema.js')).schema),
  command(DNC_BUILD, async () => (await import('./commands/dnc-build.js')).build),
  command(DNC_MERGE, async () => (await import('./commands/dnc-build.js')).merge),
  command(DNC_INFO, async () => (await import('./commands/dnc-read.js')).info),
  command(DNC_CHECK, async () => (await import('./commands/dnc-read.js')).checkNumber),
  command(DNC_OPT_OUT, async () => (await import('./commands/dnc-opt-out.js')).optOut),
  command(DNC_OPT_IN, async () => (await import('./commands/dnc-opt-out.js')).optIn),
  command(DNC_EXPORT, async () => (await import('./commands/dnc-export.js')).exportDoNotCall),
  command(FACTS_SET, async () => (await import('./commands/facts.js')).setFactOf),
  command(FACTS_LIST, async () => (await import('./commands/facts.js')).listFacts),
  command(FACTS_REMOVE, async () => (await import('./commands/facts.js')).removeFact),
  command(FACTS_EXPORT, async () => (await import('./commands/facts.js')).exportFacts),
  command(FACTS_IMPORT, async () => (await import('./commands/facts-import.js')).importFacts),
  command(EMERGENCY_DECLARE, async () => (await import('./commands/emergency.js')).declare),
  command(EMERGENCY_END, async () => (await import('./commands/emergency.js')).end),
  command(EMERGENCY_LIST, async () => (await import('./commands/emergency.js')).list),
  command(CONSENTS_SHOW, async () => (await import('./commands/consents.js')).showConsents),
  command(CONSENTS_EXPORT, async () => (await import('./commands/consents.js')).exportConsents),
  command(CONSENTS_IMPORT, async () => (await import('./commands/consents.js')).importConsents),
  command(REASSIGNED_QUERY, async () => (await import('./commands/reassigned.js')).queryReassigned),
  command(REASSIGNED_IMPORT, async () => (await import('./commands/reassigned.js')).importReassigned),
  command(RETENTION_PLAN, async () => (await import('./commands/retention.js')).planRetention),
  command(RETENTION_APPLY, async () => (await import('./commands/retention.js')).applyRetention),
  command(RETENTION_ARCHIVE, async () => (await import('./commands/retention-archive.js')).archive),
  command(RETENTION_ERASE, async () => (await import('./commands/retention.js')).erasePerson),
  command(
    RETENTION_RECORDINGS,
    async () => (await import('./commands/retention-recordings.js')).removeRecordings,
  ),
  command(RETENTION_HOLD, async () => (await import('./commands/retention-holds.js')).setHold),
  command(RETENTION_HOLDS, async () => (await import('./commands/retention-holds.js')).listHolds),
  command(RETENTION_RELEASE, async () => (await import('./commands/retention-holds.js')).releaseHold),
  command(COMPLAINT, async () => (await import('./commands/complaint.js')).complaint),
  command(AUDIT_EXPORT, async () => (await import('./commands/audit.js')).exportAudit),
  command(AUDIT_VERIFY, async () => (await import('./commands/audit-trail.js')).verify),
  command(AUDIT_HEADS, async () => (await import('./commands/audit-trail.js')).heads),
  command(AUDIT_BASELINE, async () => (await import('./commands/audit-trail.js')).baseline),
  command(AUDIT_REPLAY, async () => (await import('./commands/audit.js')).replayAudit),
];
