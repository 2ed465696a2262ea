/** Text of a first campaign file and its list, for one purpose and mode. */
import type { Purpose } from '@outdial/compliance';
import type { DialMode } from '@outdial/core';
import { STARTING_TEXTS, type SettingLine } from './by-purpose.js';

/** What a first campaign is for, and how it dials. */
export interface StartingChoice {
  readonly purpose: Purpose;
  readonly mode: DialMode;
}

/** Columns before a comment. */
const COMMENT_AT = 34;
const OPT_OUT = 'To stop calls from us, press 9 now or call 202 555 0199.';

/** The campaign file. It runs as it is, on the simulated carrier. */
export function startingCampaign({ purpose, mode }: StartingChoice): string {
  const { about, settings, identification } = STARTING_TEXTS[purpose];
  return `# A campaign of outdial. Every setting: docs/reference/campaign-file.md.
# 'outdial doctor' checks this file and all it names.
id: first-campaign
name: First campaign
${commented([`mode: ${mode}`, 'manual, preview, progressive, power, predictive, agentless'], 26)}
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

${about.map((line) => `# ${line}`).join('\n')}
compliance:
${[[`purpose: ${purpose}`, 'another one: then write the texts below anew'] as const, ...settings]
  .map((line) => `  ${commented(line, COMMENT_AT - 2)}`)
  .join('\n')}

abandonment:
  identification: ["sound:outdial/identification"]
  optOutNumber: "+12025550199"
  optOutOffer: ["sound:outdial/opt-out-offer"]
  transcript: >-
    ${identification}
    ${OPT_OUT}

${mode === 'agentless' ? agentlessFlow(identification) : ''}agents:
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
}

/** Three leads in the columns that such calls need; a recorded voice needs consent more often. */
export function startingList({ purpose, mode }: StartingChoice): string {
  const more = { ...STARTING_TEXTS[purpose].columns, ...(mode === 'agentless' ? CONSENT : {}) };
  const header = ['account', 'first name', 'last name', 'phone', 'state', ...Object.keys(more)];
  const rows = LEADS.map((lead, index) => [
    ...lead,
    ...Object.values(more).map((values) => values[index] ?? ''),
  ]);
  return [header, ...rows].map((row) => `${row.join(',')}\n`).join('');
}

const CONSENT = {
  consent: ['written', 'written', 'written'],
  'consent date': ['2026-05-02', '2026-05-03', '2026-05-04'],
  'consent proof': ['web form 7', 'web form 7', 'web form 7'],
} as const;

const LEADS = [
  ['1001', 'Ana', 'Example', '(202) 555-0143', 'DC'],
  ['1002', 'Ben', 'Example', '312-555-0121', 'IL'],
  ['1003', 'Cleo', 'Example', '415.555.0178', 'CA'],
] as const;

/** A setting with its comment behind it. */
function commented([setting, comment]: SettingLine, at: number): string {
  return `${setting.padEnd(at - 1)} # ${comment}`;
}

/** What an agentless call hears: a message, with a key that opts out and one for an agent. */
function agentlessFlow(identification: string): string {
  return `flows:
  agentless:
    id: message
    start: message
    optOutKey: { digit: "9", to: opt-out }
    nodes:
      message:
        kind: gather
        timeoutMs: 5000
        branches: { "1": agent }
        onNoInput: end
        onNoMatch: end
        prompt:
          media: ["sound:outdial/identification", "sound:outdial/message", "sound:outdial/opt-out-offer"]
          voice: prerecorded       # a recorded voice needs more consent than a person
          says: [identification, opt-out-number, opt-out-key]
          transcript: >-
            ${identification} Press 1 to talk to us.
            ${OPT_OUT}
      agent: { kind: transfer, skills: [], onFailed: end }
      opt-out: { kind: opt-out, scope: person, next: end }
      end: { kind: hang-up }

`;
}
