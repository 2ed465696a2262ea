/** `outdial status`: the present state of a campaign, from its store. */
import { readKillSwitch, reportCampaign } from '@outdial/store';
import { utcText } from '@outdial/core';
import { cellText } from '../../report/document.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { CommandIo } from '../io.js';
import type { StatusGiven } from '../syntax/reading-commands.js';
import { withStore } from '../with-store.js';

/** `outdial status`: what the store knows of the campaign right now. */
export async function status(io: CommandIo, options: StatusGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store, { file }) => {
    const killSwitch = await readKillSwitch(store);
    const report = await reportCampaign(store, file.id);
    const { supply } = report;
    if (options.json) {
      const status = {
        campaignId: file.id,
        mode: file.mode,
        live: file.live,
        killSwitch,
        attemptsOpen: report.open,
        attempts: report.attempts,
        liveAnswers: report.liveAnswers,
        connected: report.connected,
        abandoned: report.abandoned,
        abandonmentRate: report.abandonmentRate,
        penetration: report.penetration,
        supply,
      };
      io.out.write(`${JSON.stringify(status, null, 2)}\n`);
      return EXIT.done;
    }
    const instant = (at: number): string => `${utcText(at, 'minute')} UTC`;
    const lines = [
      `${file.name} (${file.id}): ` +
        `${file.mode}${file.live ? '' : ', not live: only the allow-list is dialed'}`,
      killSwitch.on
        ? `kill switch   ON since ${instant(killSwitch.at)}: ${killSwitch.reason}`
        : 'kill switch   off',
      `calls         ${report.open} open, ${report.attempts} attempts so far, ${report.connected} connected`,
      `abandonment   ${cellText(report.abandonmentRate, 'share')} ` +
        `(${report.abandoned} of ${report.liveAnswers} live answers)`,
      `leads         ${supply.total} in all, ${supply.attempted} attempted ` +
        `(${cellText(report.penetration, 'share')}), ${supply.dialableNow} dialable now`,
      ...supply.waiting.map(
        (wait) =>
          `  ${String(wait.count).padStart(9)}   ` +
          `${wait.reason}${wait.nextAt === null ? '' : `, from ${instant(wait.nextAt)}`}`,
      ),
    ];
    io.out.write(`${lines.join('\n')}\n`);
    return EXIT.done;
  });
}
