/** The `compliance` section: what the law must know of the campaign. */
import { PURPOSES } from '@outdial/compliance';
import { CALL_VOICES } from '@outdial/core';
import { z } from 'zod';
import { emergenciesSchema } from './emergencies.js';
import { registrationsSchema } from './registrations.js';
import { policySchema, spans } from './policies.js';
import { amount } from '../limited-values.js';

export const complianceSchema = z
  .strictObject({
    purpose: z.enum(PURPOSES).describe('What the calls are for; the law differs by it.'),
    voice: z
      .enum(CALL_VOICES)
      .default('live')
      .describe("What the called person hears from the agents' side."),
    seller: z
      .string()
      .min(1)
      .exactOptional()
      .describe('On whose behalf; consent that names sellers must name it.'),
    subject: z
      .string()
      .min(1)
      .exactOptional()
      .describe('What the calls are about; frequency caps count by it.'),
    content: z
      .string()
      .min(1)
      .exactOptional()
      .describe("Kind of healthcare or financial message, e.g. 'appointment-reminder'."),
    firstParty: z.boolean().exactOptional().describe('The creditor itself calls, not a collector.'),
    taxExempt: z.boolean().exactOptional().describe('By or for a tax-exempt nonprofit.'),
    freeToEndUser: z.boolean().exactOptional().describe('The called person is not charged for the call.'),
    autodialer: z.boolean().exactOptional().describe('True where numbers are generated.'),
    doNotCallVersion: z.iso
      .date()
      .exactOptional()
      .describe(
        'Date of the do-not-call registry copy the lists were scrubbed with, YYYY-MM-DD. ' +
          'A national list under doNotCall tells its own.',
      ),
    callerNumberTakesRequests: z
      .boolean()
      .default(false)
      .describe(
        'The caller number reaches staff or an automated opt-out in business hours. ' +
          'Sales calls into the US are refused without it.',
      ),
    scriptIdentifies: z
      .boolean()
      .default(false)
      .describe("The agents' script names caller, principal and a number or address."),
    authorisedFirm: z
      .boolean()
      .default(false)
      .describe(
        'The caller is a firm authorised by the Financial Conduct Authority, or the trustee or manager ' +
          'of a ' +
          'pension scheme. Sales of pensions into the United Kingdom are refused without it.',
      ),
    voicemailTollFree: z
      .boolean()
      .default(false)
      .describe('The message left on machines gives a toll-free number that reaches the same opt-out.'),
    strict: z
      .boolean()
      .default(false)
      .describe('A call is refused when any fact that an applicable rule needs is absent.'),
    acceptUnmodelled: z
      .array(z.string())
      .default([])
      .describe('Jurisdictions without rules that you accept by name, on your own legal advice.'),
    rules: z
      .record(z.string(), z.enum(['off', 'strict']))
      .default({})
      .describe(
        "By rule id. 'off' lifts a rule that was not read in the primary text, on your own legal advice; " +
          "'strict' makes its absent facts refuse.",
      ),
    emergencies: emergenciesSchema
      .default([])
      .describe('Declared emergencies, during which some states forbid telephone solicitation.'),
    registrations: registrationsSchema
      .default([])
      .describe(
        'Registrations, licences, permits, bonds and subscriptions of the caller. The review asks for ' +
          'those of the places called; one that has expired keeps the campaign from starting.',
      ),
    policies: z
      .array(policySchema)
      .default([])
      .describe('Rules of your own, stricter than the law: a policy can only refuse.'),
    courtesyHours: z
      .strictObject({
        weekdays: spans.describe("Monday to Friday, like '08:00-21:00'."),
        saturday: spans.describe("'' is closed."),
        sunday: spans.describe("'' is closed."),
      })
      .exactOptional()
      .describe(
        'Own hours in place of policy.courtesy_hours, which hold where no law sets hours: ' +
          '08:00-21:00, and 09:00-20:00 at weekends outside the United States.',
      ),
    closingMarginSeconds: amount('closingMarginSeconds')
      .default(30)
      .describe('Stop dialing this long before a calling window closes.'),
  })
  .describe('What the law must know of the campaign.');
