/** What `outdial serve` writes into an empty folder: a demonstration that dials nobody. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorFrom } from '@outdial/core';
import { SERVER_ERRORS } from '../server-errors.js';
import { demonstrationLeads } from './demonstration-leads.js';
import { SERVER_FILE } from './server-file.js';

const SERVER_TEXT = `# The settings of this server: docs/guides/server.md.
http:
  host: 127.0.0.1 # this machine only; put a proxy with TLS before it to let others in
  port: 7788

store:
  url: sqlite:./outdial.db

telephony:
  kind: simulated # no telephone rings; 'asterisk' with a server and trunks dials
simulation:
  # The demonstration has a clock of its own: each start begins at this hour of the next working day.
  startsAt: '2026-06-10T13:00:00-04:00'
  seed: 20260610
  answerShare: 0.38
  machineShare: 0.12
  ringMeanSeconds: 8
  talkMeanSeconds: 55

campaigns:
  - campaigns/demonstration.yaml
`;

const CAMPAIGN_TEXT = `# The demonstration of 'outdial serve'. Everybody in the list is invented;
# every number is reserved for fiction.
id: demonstration
name: Spring renewal (demonstration)
mode: predictive
callerNumber: '+12025550100'
countries: [US]
timeZone: America/New_York
live: true # the carrier is simulated

lists:
  - id: renewals
    file: renewals.csv
    defaultCountry: US

compliance:
  purpose: telemarketing
  seller: Example Renewals
  doNotCallVersion: '2026-06-01'
  callerNumberTakesRequests: true
  scriptIdentifies: true

abandonment:
  identification: ['sound:demo/identification']
  optOutNumber: '+12025550199'
  optOutOffer: ['sound:demo/opt-out-offer']
  transcript: >-
    This was a telemarketing call of Example Renewals. To stop our calls press 9 now, or call 202 555 0199.

dialing:
  lines: 40
  callsPerSecond: 4
  ringTimeoutSeconds: 25

inbound: # who missed a call may call back: they come before every new call
  overflow: ['sound:demo/please-call-again']

conversations:
  recording: { rule: on-demand } # by an agent's order, on the ground that the law asks for

wrapUp:
  timeoutSeconds: 120
  disposition: no-disposition

script: # what the agent says; {first name} is a column of the list
  pages:
    - id: greeting
      title: Greeting
      text: |
        Good day, this is {agent}, calling on behalf of {seller}. Am I speaking with {first name} {last name}?
      choices:
        - { label: Speaking, page: offer }
        - { label: Not at home, page: later }
    - id: offer
      title: The renewal
      text: |
        Your plan {plan} renews on {renews on}, for {balance} dollars. May I renew it for you today?
      choices:
        - { label: 'Yes', page: 'yes' }
        - { label: Too expensive, page: price }
        - { label: Asks not to be called, page: stop }
    - id: 'yes'
      title: Renewed
      text: |
        Thank you, {first name|and goodbye}. You get a letter with the terms within a week.

        Disposition: Renewed.
    - id: price
      title: Too expensive
      text: |
        I understand. The smaller plan costs half of it. Shall I have the terms sent to you?

        Disposition: Undecided, with a note.
      choices:
        - { label: 'Yes', page: 'yes' }
    - id: later
      title: Not at home
      text: |
        When is a good time to reach {first name|them}? Please tell nobody else what the call is about.

        Disposition: Call back, or Somebody else.
    - id: stop
      title: No more calls
      text: |
        You will get no more calls from us. I am sorry to have disturbed you.

        Disposition: Asked not to be called.

dispositions:
  - code: sale
    label: Renewed
    outcome: conversation
    contact: true
    rightParty: true
    conversion: true
    then: close
  - code: callback
    label: Call back
    outcome: conversation
    contact: true
    rightParty: true
    then: callback
  - code: undecided
    label: Undecided
    outcome: conversation
    contact: true
    rightParty: true
    then: retry
  - code: not-interested
    label: Not interested
    outcome: conversation
    contact: true
    rightParty: true
    then: close
  - { code: third-party, label: Somebody else, outcome: conversation, contact: true, then: retry }
  - { code: machine, label: Answering machine, outcome: machine, then: retry }
  - { code: call-dropped, label: Call dropped, outcome: no-answer, then: retry }
  - code: wrong-number
    label: Wrong number
    outcome: conversation
    contact: true
    then: retry
    closes: number
    sets: wrong-number
  - code: do-not-call
    label: Asked not to be called
    outcome: conversation
    contact: true
    rightParty: true
    then: close
    closes: person
    sets: do-not-call-person
  - { code: no-disposition, label: Nothing said, outcome: conversation, then: retry }

agents:
  people: [{ id: ana }, { id: ben }, { id: chen }, { id: dora }, { id: emil }]
  automatic: # the five above act by themselves; people who join are real
    wrapUpMeanSeconds: 12
    dispositions:
      { sale: 14, undecided: 34, not-interested: 34, third-party: 9, wrong-number: 4, machine: 5 }
    seed: 7
`;

/** Makes the folder a demonstration where it is empty or missing. True: it was made now. */
export async function prepareFolder(folder: string): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const present = (await readdir(folder)).filter((name) => !name.startsWith('.'));
  if (present.includes(SERVER_FILE)) return false;
  if (present.length > 0) throw errorFrom(SERVER_ERRORS, 'server-folder-foreign', { folder });
  await mkdir(join(folder, 'campaigns'));
  await writeFile(join(folder, 'campaigns', 'renewals.csv'), demonstrationLeads());
  await writeFile(join(folder, 'campaigns', 'demonstration.yaml'), CAMPAIGN_TEXT);
  // Last: a folder with this file is complete.
  await writeFile(join(folder, SERVER_FILE), SERVER_TEXT);
  return true;
}
