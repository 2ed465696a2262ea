/** `outdial doctor`: prints what the examination of a campaign, or of a server, found. */
import { resolve } from 'node:path';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { examine } from '../../doctor/examine.js';
import type { Finding } from '../../doctor/finding.js';
import { campaignClock } from '../clock.js';
import { findCampaign } from '../find-campaign.js';
import type { CommandIo } from '../io.js';
import { loadServer } from '../server-package.js';
import type { DoctorGiven } from '../syntax/reading-commands.js';

const MARKS: Readonly<Record<Finding['verdict'], string>> = {
  ok: 'ok     ',
  warning: 'warning',
  failed: 'FAILED ',
};

/** `outdial doctor`. */
export async function doctor(io: CommandIo, options: DoctorGiven): Promise<ExitCode> {
  const findings = await findingsOf(io, options);
  if (options.json) io.out.write(`${JSON.stringify(findings, null, 2)}\n`);
  else
    for (const { check, verdict, detail, remedy } of findings)
      io.out.write(
        `${MARKS[verdict]}  ${check}: ${detail}\n${remedy === undefined ? '' : `         ${remedy}\n`}`,
      );
  return findings.some((finding) => finding.verdict === 'failed') ? EXIT.findings : EXIT.done;
}

async function findingsOf(io: CommandIo, { folder, campaign }: DoctorGiven): Promise<readonly Finding[]> {
  if (folder !== undefined) {
    const { examineServer } = await loadServer();
    return examineServer({ folder: resolve(io.cwd, folder), env: io.env });
  }
  const found = await findCampaign(io, campaign);
  return examine(found, { env: io.env, clock: campaignClock(io, found.file) });
}
