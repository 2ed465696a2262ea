/** What a first campaign file and list say by the purpose of the calls: one entry a purpose. */
import type { Purpose } from '@outdial/compliance';

/** A setting of the section compliance: its line without indentation, and a comment. */
export type SettingLine = readonly [setting: string, comment: string];

/** What a first campaign says for one purpose. */
export interface StartingTexts {
  /** What such calls are, and what decides whether they are lawful: comment lines above the section. */
  readonly about: readonly string[];
  readonly settings: readonly SettingLine[];
  /** First sentence of what an abandoned call hears. */
  readonly identification: string;
  /** Columns of the list between the names and the number, with a value for each of the three leads. */
  readonly columns: Readonly<Record<string, readonly [string, string, string]>>;
}

const SCRIPT: SettingLine = [
  'scriptIdentifies: true',
  'the script names caller, principal and a number or address',
];
const REQUESTS: SettingLine = [
  'callerNumberTakesRequests: true',
  'the caller number reaches staff or an automated opt-out in business hours',
];

/** The texts by purpose. */
export const STARTING_TEXTS: Readonly<Record<Purpose, StartingTexts>> = {
  telemarketing: {
    about: ['Sales calls: registries, calling hours and consent of the place of each lead apply.'],
    settings: [
      ['seller: Example Company', 'on whose behalf; consent that names sellers must name it'],
      ['doNotCallVersion: "2026-06-01"', 'date of your copy of the do-not-call registry'],
      REQUESTS,
      SCRIPT,
    ],
    identification: 'This is Example Company with a telemarketing call.',
    columns: {},
  },
  'debt-collection': {
    about: [
      'Collection of debts: at most seven attempts in seven days about a debt (Regulation F), and no word of',
      'the debt to anybody but the person: not before they are identified, not on a machine, not below.',
    ],
    settings: [
      ['firstParty: false', 'true: the creditor itself calls; Regulation F then does not apply'],
      SCRIPT,
    ],
    identification: 'This is Example Company.',
    columns: { balance: ['80.00', '120.50', '310.00'] },
  },
  political: {
    about: [
      'Calls for a candidate, a party or a measure: the national registry of the United States does not list',
      'against them. A recorded or artificial voice to a mobile line needs consent.',
    ],
    settings: [SCRIPT],
    identification: 'This is Example Committee, which pays for this call.',
    columns: { 'voter id': ['V-11', 'V-12', 'V-13'] },
  },
  charity: {
    about: ['Calls that ask for donations. A hired caller has duties that the organisation itself has not.'],
    settings: [
      ['seller: Example Fund', 'the organisation that gets the donations'],
      ['taxExempt: true', 'by or for a tax-exempt nonprofit'],
      ['firstParty: false', 'true: the organisation itself calls'],
      ['doNotCallVersion: "2026-06-01"', 'date of your copy of the do-not-call registry, where one applies'],
      REQUESTS,
      SCRIPT,
    ],
    identification: 'This is a call on behalf of Example Fund that asks for a donation.',
    columns: { 'donor id': ['G-21', 'G-22', 'G-23'] },
  },
  informational: {
    about: ['News that the person expects, such as a delivery. A word of sales makes it telemarketing.'],
    settings: [
      ['content: package-delivery', 'kind of message; some kinds are exempt where the call costs nothing'],
      ['freeToEndUser: false', 'true: the called person is not charged for the call'],
      SCRIPT,
    ],
    identification: 'This is Example Company with news of your order.',
    columns: { order: ['O-31', 'O-32', 'O-33'] },
  },
  healthcare: {
    about: [
      'Messages of a health care provider to its patients, to the number that they gave. Recorded ones',
      'without consent: at most one a day and three a week.',
    ],
    settings: [
      ['content: appointment-reminder', 'kind of message; billing and advertising are not exempt'],
      ['freeToEndUser: false', 'true: the called person is not charged for the call'],
      SCRIPT,
    ],
    identification: 'This is Example Clinic.',
    columns: {
      'number provided by': ['called-party', 'called-party', 'called-party'],
      appointment: ['2026-06-12 09:00', '2026-06-12 10:00', '2026-06-12 11:00'],
    },
  },
  'financial-alert': {
    about: [
      'Alerts of a bank to its customers, to the number that they gave. Recorded ones without consent:',
      'at most three in three days about an event.',
    ],
    settings: [
      ['content: fraud-alert', 'kind of message; advertising and collection are not exempt'],
      ['freeToEndUser: false', 'true: the called person is not charged for the call'],
      SCRIPT,
    ],
    identification: 'This is Example Bank.',
    columns: { 'number provided by': ['called-party', 'called-party', 'called-party'] },
  },
  research: {
    about: ['Surveys and opinion research. A word of sales or of donations makes it telemarketing.'],
    settings: [
      ['subject: media-survey-2026', 'what the calls are about; frequency caps count by it'],
      SCRIPT,
    ],
    identification: 'This is Example Research with a survey.',
    columns: { quota: ['18-34', '35-54', '55+'] },
  },
  emergency: {
    about: ['Danger to health or safety. Most limits do not apply, so nothing else may be said.'],
    settings: [SCRIPT],
    identification: 'This is Example County with an emergency notice.',
    columns: { district: ['North', 'East', 'South'] },
  },
};

/** Every purpose, in the order of the law's own table; known without loading the law. */
export const STARTING_PURPOSES = Object.keys(STARTING_TEXTS) as readonly Purpose[];
