/** Lines that robocalls reach only with consent: emergency lines, patient and guest rooms. */
import { ALL_PURPOSES, type Rule } from '../../../../engine/rule.js';
import { consentNeeded } from '../../../../rules/consent-needed.js';
import { tcpa } from '../../sources.js';
import { isEmergencyLine, isPatientRoom } from '../../terms.js';

/** No robocalls to emergency lines. */
export const emergencyLines: Rule = consentNeeded({
  id: 'us.tcpa.emergency_line',
  jurisdiction: 'US',
  title: 'No robocalls to emergency lines',
  citation: '47 CFR 64.1200(a)(1)(i)',
  purposes: ALL_PURPOSES,
  scope: 'call',
  parameter: {
    unit: 'consent',
    values: [
      {
        from: '1992-12-20',
        value: 'express',
        source: tcpa('(a)(1)(i); rules of 1992, 57 FR 48335'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  what: 'A robocall to an emergency line',
  exempt: (context) => !context.robocall || !isEmergencyLine(context),
});

/** No robocalls to patient and guest rooms. */
export const patientRooms: Rule = consentNeeded({
  id: 'us.tcpa.patient_room',
  jurisdiction: 'US',
  title: 'No robocalls to patient and guest rooms',
  citation: '47 CFR 64.1200(a)(1)(ii)',
  purposes: ALL_PURPOSES,
  scope: 'call',
  parameter: {
    unit: 'consent',
    values: [
      {
        from: '1992-12-20',
        value: 'express',
        source: tcpa('(a)(1)(ii); rules of 1992, 57 FR 48335'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  what: 'A robocall to a patient or guest room',
  exempt: (context) => !context.robocall || !isPatientRoom(context),
});
