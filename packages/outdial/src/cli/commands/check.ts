/** `outdial check`: explains whether and when one number may be called. */
import { defined } from '@outdial/core';
import { loadFlows } from '../../campaign-file/load-flows.js';
import { createCampaignCompliance } from '../../gate/campaign-compliance.js';
import { checkNumber, readKnownOfNumber, type NumberCheck } from '../../gate/check-number.js';
import { openEmergencies } from '../../gate/declared-emergencies.js';
import { openDoNotCallLists } from '../../gate/do-not-call-lists.js';
import { campaignClock, instantOf } from '../clock.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { answerWithoutCampaign } from '../check-without-campaign.js';
import { checkText } from '../check-answer.js';
import { CommandError } from '../command-errors.js';
import { findCampaign } from '../find-campaign.js';
import type { CommandIo } from '../io.js';
import type { CheckGiven } from '../syntax/reading-commands.js';
import { readStoredPhone } from '../read-phone.js';
import { UTC } from '../../local-time/instant-in-zone.js';
import { withStore } from '../with-store.js';

/**
 * `outdial check <number>`: why this number may or may not be called, and when. What is known of it comes
 * from the store, as for an attempt. With --purpose no campaign is read: the options say what is asked.
 */
export async function check(io: CommandIo, options: CheckGiven): Promise<ExitCode> {
  const { answer, timeZone } =
    options.purpose === undefined
      ? await ofCampaign(io, options)
      : { answer: answerWithoutCampaign(options), timeZone: UTC };
  io.out.write(
    options.json
      ? `${JSON.stringify(answer, null, 2)}\n`
      : checkText(answer, { width: io.out.columns, all: options.all, timeZone }),
  );
  return answer.allowed ? EXIT.done : EXIT.findings;
}

/** The answer, and the zone of who reads it. */
interface Asked {
  readonly answer: NumberCheck;
  readonly timeZone: string;
}

async function ofCampaign(io: CommandIo, options: CheckGiven): Promise<Asked> {
  const apart = (['voice', 'mode', 'line', 'zip', 'country'] as const).find(
    (name) => options[name] !== undefined,
  );
  if (apart !== undefined) throw new CommandError('check-needs-purpose', { option: apart });
  const campaign = await findCampaign(io, options.campaign);
  const { file } = campaign;
  const phone = readStoredPhone(options.number, file.countries[0]);
  const at = instantOf(options.at, campaignClock(io, file)());
  const flows = await loadFlows(campaign);
  const law = createCampaignCompliance(file, flows, {
    doNotCall: await openDoNotCallLists(campaign),
    emergencies: await openEmergencies(campaign),
  });
  const known = await withStore(io, options.campaign, (store) =>
    readKnownOfNumber(store, { phone, campaignId: file.id, at }),
  );
  const facts = {
    ...known.facts,
    phone,
    ...defined({ region: options.region?.toUpperCase() }),
  };
  return { answer: checkNumber({ file, flows, law }, known, facts, at), timeZone: file.timeZone };
}
