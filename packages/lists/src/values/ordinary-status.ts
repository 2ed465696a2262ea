/** Statuses of CRMs and dialers that say nothing of whether a person may be called. */
import { plainText } from './plain-text.js';

/** Of these words ordinary statuses are made: a status of none but these is passed over without a word. */
const ORDINARY: ReadonlySet<string> = new Set(
  (
    'a aa ab al am an and answer answered answering appointment appt as assigned at attempt ' +
    'attempted attempting attempts b back bad booked broken busy by c call callback callbk called ' +
    'calls cancelled cb cbhold client cold complete completed connect connected contact contacted ' +
    'converted customer d daily day days deal default done drop dropped duplicate e early email ' +
    'emailed established existing f fax follow following for fresh full fu g good hang has here ' +
    'hold home hot hung hup i in inactive active incall interested invalid is it j k kept l ' +
    'language barrier later lead left lm lost m machine made maybe mem message messages met missed ' +
    'n na new ni no noans none np ns nurture nurturing o of off on open opened opp opportunity ' +
    'ordered other out p paid partial pay payment pdrop pending pif plan pool progress promise ' +
    'promised prospect ptp pu q qualified qualifying queue queued r reached ready recycle ' +
    'rescheduled retry ring ringing rna rnr rtp s sale sales scheduled sent set settled sit sold ' +
    'speak spoke status still t talked tbd test the to transferred u unable unassigned unattempted ' +
    'uncalled undecided unknown unqualified untouched up v vip vm voicemail vmail w waiting warm ' +
    'was we web will with won working x xdrop xfer y z not interest qualify neu offen erledigt ' +
    'wiedervorlage nuevo abierto nouveau ouvert nuovo aperto novo aberto'
  ).split(' '),
);

/** Whether a status is made of ordinary words and numbers alone: 'Attempted to contact', 'New 2'. */
export function isOrdinaryStatus(text: string): boolean {
  return plainText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .every((word) => word === '' || ORDINARY.has(word) || /^\d{1,3}$/.test(word));
}
