/** `outdial init`: writes a campaign file and a list that run as they are. */
import { writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { errorCode } from '@outdial/core';
import { writingError } from '@outdial/lists';
import { CommandError } from '../command-errors.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { CommandIo } from '../io.js';
import { makeOutputFolder } from '../outside-faults.js';
import type { InitGiven } from '../syntax/list-commands.js';

/** `outdial init`: a campaign file and a list that run as they are, on the simulated carrier. */
export async function init(io: CommandIo, options: InitGiven): Promise<ExitCode> {
  const where = resolve(io.cwd, options.where);
  const [folder, name] = /\.ya?ml$/i.test(where)
    ? [dirname(where), basename(where)]
    : [where, 'campaign.yaml'];
  makeOutputFolder(folder);
  await writeNew(join(folder, name), CAMPAIGN, options.force);
  await writeNew(join(folder, 'leads.csv'), LEADS, options.force);
  io.out.write(
    `Wrote ${name} and leads.csv to ${folder}.\nNext: outdial import, outdial simulate, ` +
      `outdial doctor; then set telephony to your Asterisk, and live to true.\n`,
  );
  return EXIT.done;
}

async function writeNew(path: string, text: string, force: boolean): Promise<void> {
  await writeFile(path, text, { flag: force ? 'w' : 'wx' }).catch((cause: unknown) => {
    if (errorCode(cause) === 'EEXIST') throw new CommandError('output-exists', { path }, cause);
    throw writingError(cause, path);
  });
}

const CAMPAIGN = `# A campaign of outdial. Every setting: docs/reference/campaign-file.md.
# 'outdial doctor' checks this file and all it names.
id: first-campaign
name: First campaign
mode: predictive          # manual, preview, progressive, power, predictive, agentless
callerNumber: "+12025550100"
countries: [US]
live: false               # false: only the numbers of allowList are dialed
allowList: ["+12025550143", "+13125550121", "+14155550178"]

lists:
  - id: first-list
    file: leads.csv
    defaultCountry: US

store:
  url: sqlite:./outdial.db

compliance:
  purpose: telemarketing           # debt-collection, survey ...: then write the texts below anew
  seller: Example Company
  doNotCallVersion: "2026-06-01"   # date of your copy of the do-not-call registry
  callerNumberTakesRequests: true  # the caller number reaches staff or an automated opt-out in business hours
  scriptIdentifies: true           # the script names caller, principal and a number or address

abandonment:
  identification: ["sound:outdial/identification"]
  optOutNumber: "+12025550199"
  optOutOffer: ["sound:outdial/opt-out-offer"]
  transcript: >-
    This is Example Company with a telemarketing call.
    To stop calls from us, press 9 now or call 202 555 0199.

agents:
  people: [{ id: ana }, { id: ben }]
  automatic: {}           # agents that act by themselves; remove it when people answer

telephony:
  kind: simulated
# telephony:
#   kind: asterisk
#   # user and password: environment variables OUTDIAL_ARI_USERNAME and OUTDIAL_ARI_PASSWORD
#   server: { url: "http://127.0.0.1:8088/ari" }
#   trunks:
#     - { name: carrier, endpoint: "PJSIP/{number}@carrier", channels: 30, callsPerSecond: 5 }

simulation:
  startsAt: "2026-06-10T13:00:00-04:00"
`;

const LEADS = `account,first name,last name,phone,state
1001,Ana,Example,(202) 555-0143,DC
1002,Ben,Example,312-555-0121,IL
1003,Cleo,Example,415.555.0178,CA
`;
