/**
 * One subscriber, one number. Some plans changed or have a second way to write the same line; every list,
 * do-not-call list and opt-out holds the way of today.
 */

/** A calling code with the digits of an older form, and what they are today. */
interface OlderForm {
  readonly callingCode: string;
  readonly older: RegExp;
  readonly today: string;
}

/**
 * Forms that name the same line without doubt. Mexico: mobile numbers had a 1 behind the code until 2019, and
 * within the country 01, 044 and 045 were dialed. Brazil: mobile numbers of eight digits got a ninth, a
 * leading 9, from 2012 to 2016 (those that begin with 7 were of trunked radio: not sure). Colombia: landlines
 * got 60 before the area's digit in 2021. Benin: every number got 01 in November 2024.
 */
const OLDER_FORMS: readonly OlderForm[] = [
  { callingCode: '52', older: /^(?:044|045|01|1)(?=\d{10}$)/, today: '' },
  { callingCode: '55', older: /^([1-9]\d)(?=[689]\d{7}$)/, today: '$19' },
  { callingCode: '57', older: /^(?=[1-8]\d{7}$)/, today: '60' },
  { callingCode: '229', older: /^(?=[2-9]\d{7}$)/, today: '01' },
];

/** The national number in today's form. */
export function canonicalNational(callingCode: string, national: string): string {
  for (const form of OLDER_FORMS)
    if (form.callingCode === callingCode) return national.replace(form.older, form.today);
  return national;
}

/** The number in E.164 as it is written today: '+5215512345678' is '+525512345678'. */
export function canonicalNumber(phone: string): string {
  for (const { callingCode, older, today } of OLDER_FORMS) {
    if (!phone.startsWith(callingCode, 1)) continue;
    return `+${callingCode}${phone.slice(callingCode.length + 1).replace(older, today)}`;
  }
  return phone;
}

/**
 * Every number under which a do-not-call list must hold the subscriber, today's form first. Where two forms
 * may or may not be the same line (Argentina with and without the 9 of mobile numbers; Brazilian numbers that
 * begin with 7, with and without the ninth digit), both are held.
 */
export function numberKeys(phone: string): readonly string[] {
  const canonical = canonicalNumber(phone);
  if (canonical.startsWith('+54')) {
    if (/^\+549\d{10}$/.test(canonical)) return [canonical, `+54${canonical.slice(4)}`];
    if (/^\+54\d{10}$/.test(canonical)) return [canonical, `+549${canonical.slice(3)}`];
  }
  if (canonical.startsWith('+55')) {
    if (/^\+55\d{2}97\d{7}$/.test(canonical)) return [canonical, canonical.slice(0, 5) + canonical.slice(6)];
    if (/^\+55\d{2}7\d{7}$/.test(canonical))
      return [canonical, `${canonical.slice(0, 5)}9${canonical.slice(5)}`];
  }
  return [canonical];
}
