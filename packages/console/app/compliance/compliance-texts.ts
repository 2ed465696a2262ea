/** The texts of the screen for compliance officers. */
import { DECISION_TEXTS } from './decision-texts.js';

export const COMPLIANCE_TEXTS = {
  title: 'Compliance',
  campaign: 'Campaign',
  check: {
    title: 'Why may a number be called, or not?',
    about:
      'Every rule is asked, with what the store knows of the number. No call is placed. ' +
      'The look stands in the audit trail.',
    number: 'Number',
    at: 'When, by the clock in {zone} (empty: now)',
    folded: {
      allows: '{count} {count|rule that allows|rules that allow} it',
      notes: '{count} {count|duty|duties} to know',
    },
    submit: 'Ask',
    allowed: '{phone} may be called',
    refused: '{phone} must not be called',
    next: 'First allowed: {time}',
    never: 'Waiting does not change it.',
    lead: 'Lead {lead} in list {list}, {state}',
    noLead: 'Not in a list of this store: judged by the number and what is known of it.',
    place: 'Places: {places}. Zones: {zones}.',
    holding: 'On a do-not-call list: {lists}',
    asked: 'Asked not to be called on {time} ({source})',
    verdicts: { refuses: 'Refuses', allows: 'Allows', notes: 'Duty', off: 'Switched off' },
    own: 'Rule of this store',
    told: 'It was told: {told}.',
  },
  tabs: { ask: 'Numbers and law', decisions: 'Decisions on record' },
  decisions: DECISION_TEXTS,
  doNotCall: {
    title: 'Do-not-call list of the company',
    about: 'In force at once, in every campaign of the store, also in running ones.',
    number: 'Number',
    source: 'Where the wish came from',
    sourceHint: 'E.g. letter, web form. No name.',
    add: 'Put on the list',
    added: '{phone} is on the list.',
    there: '{phone} was on the list already.',
    why: 'Why it is taken off, for the record',
    takeOff: 'Take off …',
    takeOffAsk:
      'Take {number} off the list? The leads that it closed are opened again; ' +
      'entry and removal stay on record.',
    takeOffYes: 'Take it off',
    takenOff: '{phone} is off the list; leads opened again: {count}.',
    notThere: '{phone} is not on the list.',
  },
  law: {
    title: 'Law in force on {day}',
    columns: { rule: 'Rule', where: 'Where', value: 'What holds', source: 'Source' },
    show: 'Show {count} {count|rule|rules}',
    read: 'To be read again ({count})',
    verified: 'compared {day}',
    memory: 'from memory',
    watch: 'Watch {day}: {what}',
    registrations: 'Registrations',
    noRegistrations: 'This campaign names none.',
    expires: 'until {day}',
    open: 'does not expire',
  },
  trail: {
    title: 'Audit trail',
    verify: 'Verify now',
    holds:
      'The trail holds: {entries} {entries|entry|entries}, {decisions} {decisions|decision|decisions}, ' +
      '{records} {records|record|records}.',
    broken: 'THE TRAIL DOES NOT HOLD.',
  },
} as const;
