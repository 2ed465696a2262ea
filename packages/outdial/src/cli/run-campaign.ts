/** Runs a dialer to its end with a live view, for every command that dials. */
import type { CampaignStatistics, Supply } from '@outdial/core';
import type { Logger } from 'pino';
import type { AgentEntry, AutomaticAgents, CampaignFile } from '../campaign-file/types.js';
import { createAutomaticTeam, type AutomaticTeam } from '../dialer/automatic-team.js';
import type { Dialer } from '../dialer/dialer.js';
import type { RunEnd } from '../dialer/run-state.js';
import { unwrittenText, type DialerEnd } from '../dialer/unwritten.js';
import { drainOnInterrupt } from './interrupts.js';
import { createLiveView, type LiveView } from '../live-view/live-view.js';
import { instantText } from '../local-time/instant-in-zone.js';
import { titledRule } from '../report/titled-rule.js';
import { logEvent, logUnwritten } from '../runtime/event-log.js';
import { foldedText, LineFold } from '../runtime/line-fold.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import type { CommandIo } from './io.js';
import { WhyNothing } from './why-nothing.js';

/** How a run is shown and ended. */
export interface RunSettings {
  readonly file: CampaignFile;
  readonly log: Logger;
  /** Drain when no lead is dialable any more. */
  readonly untilDry: boolean;
  /** Drain after this many ms of the dialer's time; null: never. */
  readonly stopAfter: number | null;
  /** True: agents act by themselves also where the file has no `agents.automatic`: nobody else is there. */
  readonly isRehearsal: boolean;
}

/** How a run ended, and the exit code it gives. */
export interface FinishedRun {
  readonly end: RunEnd;
  readonly exitCode: ExitCode;
  /** False where the store did not answer at the end: work that waits for it may keep the process alive. */
  readonly isWritten: boolean;
}

const LOOK_EVERY_MS = 1000;
/**
 * With nothing dialable for this long, the list is dry: claimed leads and calls in flight have had
 * their time.
 */
const DRY_AFTER_MS = 5000;

/**
 * Runs a dialer to its end with a live view. The first interrupt drains it, the second halts it, the third
 * leaves its conversations. The dialer is closed afterwards, unless it was left.
 */
export async function runCampaign(
  io: CommandIo,
  dialer: Dialer,
  settings: RunSettings,
): Promise<FinishedRun> {
  const { name, timeZone } = settings.file;
  const view = createLiveView({ name, timeZone, screen: io.out, now: () => performance.now() });
  dialer.onAny((event) => logEvent(settings.log, event));
  tellTheView(dialer, view);
  const team = teamOf(dialer, settings);
  const interrupts = drainOnInterrupt(io, dialer, (line) => view.say(line));
  const isLeft = (): boolean => interrupts.count() > 2;
  let closed: DialerEnd = { isWritten: true, unwritten: [] };
  let run: RunEnd;
  try {
    await dialer.start();
    team?.logIn();
    if (settings.stopAfter !== null) dialer.after(settings.stopAfter, () => stopIfRunning(dialer));
    watch(dialer, view, settings.untilDry);
    run = await Promise.race([dialer.run(), interrupts.left.then(() => endAsItIs(dialer))]);
    view.update(run.statistics);
    view.end();
  } finally {
    interrupts.forget();
    if (isLeft()) {
      settings.log.flush();
      io.leave?.(EXIT.interrupted);
    } else {
      team?.logOut();
      closed = await dialer.close();
    }
  }
  if (!closed.isWritten) tellUnwritten(io, settings.log, closed);
  return { end: run, exitCode: exitOf(run, interrupts.count(), closed), isWritten: closed.isWritten };
}

function exitOf({ state }: RunEnd, interrupts: number, { isWritten }: DialerEnd): ExitCode {
  if (interrupts > 1) return EXIT.interrupted;
  if (state === 'halted') return EXIT.halted;
  return isWritten ? EXIT.done : EXIT.unavailable;
}

function tellUnwritten(io: CommandIo, log: Logger, end: DialerEnd): void {
  const { unwritten } = end;
  logUnwritten(log, end);
  const counts = unwritten.length === 0 ? '' : ` Not written: ${unwrittenText(unwritten)}, each in the log.`;
  io.err.write(`The store does not answer.${counts} The next start settles the calls.\n`);
}

/** How a run stands that is left before its calls have ended. */
function endAsItIs(dialer: Dialer): RunEnd {
  return { state: 'halted', statistics: dialer.statistics() };
}

function tellTheView(dialer: Dialer, view: LiveView): void {
  dialer.on('campaign.state', ({ state, reason }) =>
    view.say(`campaign ${state}${reason === undefined ? '' : `: ${reason}`}`),
  );
  dialer.on('schedule.turned', ({ open, until }) => {
    const next = until === null ? '' : ` until ${instantText(until, dialer.timeZone)}`;
    view.say(open ? `the campaign's own hours begin${next}` : `the campaign's own hours are over${next}`);
  });
  const spentLimits = new Set<string>();
  dialer.on('governor.turned', ({ limitId, spent, abandoned, liveAnswers }) => {
    // Before the first answers every budget is spent: not worth a line.
    if (spent && abandoned > 0)
      view.say(
        `abandonment budget of ${titledRule(limitId)} is spent (${abandoned} of ${liveAnswers}): ` +
          'one call per reserved agent until it recovers',
      );
    if (!spent && spentLimits.has(limitId))
      view.say(`abandonment budget of ${titledRule(limitId)} has recovered`);
    if (spent && abandoned > 0) spentLimits.add(limitId);
    else spentLimits.delete(limitId);
  });
  const fold = new LineFold();
  dialer.onClose(() => fold.flush());
  dialer.on('fault', ({ what, detail }) => {
    const text = `${what}: ${detail}`;
    fold.take(text, (more) => view.say(foldedText(text, more)));
  });
}

/** Figures for the view, why nothing is dialed, and the end of a list. */
function watch(dialer: Dialer, view: LiveView, untilDry: boolean): void {
  let drySince: number | null = null;
  const whyNothing = new WhyNothing((line) => view.say(line));
  const look = (): void => {
    const statistics = dialer.statistics();
    view.update(
      statistics,
      whyNothing.look(() => dialer.explain(), statistics),
    );
    const dry =
      statistics.state === 'running' &&
      statistics.supply?.dialableNow === 0 &&
      statistics.callsInFlight === 0 &&
      statistics.callsWithAgents === 0;
    drySince = dry ? (drySince ?? statistics.at) : null;
    if (
      drySince !== null &&
      statistics.at - drySince >= DRY_AFTER_MS &&
      (untilDry || isExhausted(statistics))
    )
      stopIfRunning(dialer);
    if (statistics.state !== 'stopped' && statistics.state !== 'halted') dialer.after(LOOK_EVERY_MS, look);
  };
  dialer.after(LOOK_EVERY_MS, look);
}

/** Nothing will ever become dialable by waiting, not even for an agent: the campaign is over. */
function isExhausted({ supply }: CampaignStatistics): boolean {
  return supply !== null && supply.total > 0 && supply.waiting.every(isOver);
}

function isOver({ nextAt, reason }: Supply['waiting'][number]): boolean {
  return nextAt === null && !reason.startsWith('callback for ');
}

function stopIfRunning(dialer: Dialer): void {
  if (dialer.state === 'running' || dialer.state === 'paused') void dialer.letGo();
}

/** The automatic agents of the campaign, if it has some. */
function teamOf(dialer: Dialer, { file, isRehearsal }: RunSettings): AutomaticTeam | null {
  const { automatic, people } = file.agents;
  const simulated = file.telephony.kind === 'simulated';
  if (automatic === null && !isRehearsal) return null;
  const behaviour: AutomaticAgents = automatic ?? {
    talkMeanSeconds: null,
    wrapUpMeanSeconds: file.simulation.wrapUpMeanSeconds,
    decideMeanSeconds: 3,
    dispositions: { sale: 1, 'right-party': 6, 'not-interested': 3 },
    seed: file.simulation.seed,
  };
  const agents: readonly AgentEntry[] =
    people.length > 0 || !simulated
      ? people
      : Array.from({ length: file.simulation.agents }, (_, index) => ({
          id: `agent-${index + 1}`,
          skills: [],
        }));
  return createAutomaticTeam({
    dialer,
    agents,
    behaviour,
    after: (delay, action) => dialer.after(delay, action),
  });
}
