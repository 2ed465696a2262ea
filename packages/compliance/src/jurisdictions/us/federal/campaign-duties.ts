/** Federal rules that are not decided call by call: review items, duties and notes, each with its reason. */
import type { Purpose, RuleEffect } from '../../../contract.js';
import { always, since, type DatedValue, type Source } from '../../../engine/parameter.js';
import { ALL_PURPOSES, rule, type Rule } from '../../../engine/rule.js';
import { callerId, tcpa, tsr } from '../sources.js';

const item = (
  id: string,
  title: string,
  citation: string,
  effects: readonly RuleEffect[],
  purposes: readonly Purpose[],
  values: readonly DatedValue<string>[],
  remarks: string,
): Rule =>
  rule<string>({
    id,
    jurisdiction: 'US',
    title,
    citation,
    effects,
    purposes,
    parameter: { unit: 'text', values },
    remarks,
  });
const primary = (value: string, source: Source): readonly DatedValue<string>[] =>
  always(value, source, 'primary');
const SOLD: readonly Purpose[] = ['telemarketing', 'charity'];

/** Rules that shape a campaign rather than one call. */
export const federalCampaignRules: readonly Rule[] = [
  item(
    'us.tcpa.port15',
    'Fifteen days after a port from landline to wireless',
    '47 CFR 64.1200(a)(1)(iv)',
    ['definition'],
    ALL_PURPOSES,
    primary('no liability within 15 days of the port unless known', tcpa('(a)(1)(iv)')),
    'A shield from liability, not a permission: once the line is known to be wireless it is gone, so no call is allowed because of it.',
  ),
  item(
    'us.tcpa.multi_line',
    'An autodialer does not tie up two lines of a business at once',
    '47 CFR 64.1200(a)(5)',
    ['review'],
    ALL_PURPOSES,
    primary('not two or more lines at once', tcpa('(a)(5)')),
    'Which numbers are lines of one business is not among the facts of a call; the review asks campaigns that use an autodialer.',
  ),
  item(
    'us.tcpa.line_probe',
    'No dialing to find out whether a line is fax or voice',
    '47 CFR 64.1200(a)(8)',
    ['review'],
    ALL_PURPOSES,
    primary('forbidden', tcpa('(a)(8)')),
    'Concerns why calls are made; the review states it.',
  ),
  item(
    'us.tcpa.prerec_id',
    'Recorded messages say who is responsible, and a number',
    '47 CFR 64.1200(b)(1)-(2)',
    ['review', 'duty'],
    ALL_PURPOSES,
    primary('name at the start; number during or after', tcpa('(b)(1)-(2)')),
    'Concerns what is played; checked in the campaign review.',
  ),
  item(
    'us.tcpa.prerec_optout',
    'Recorded messages offer a key-press or voice opt-out within 2 s',
    '47 CFR 64.1200(b)(3)',
    ['review', 'duty'],
    ALL_PURPOSES,
    [
      since(
        '2013-01-14',
        'within 2 s after the identification; toll-free number on voicemail',
        tcpa('(b)(3)'),
        'primary',
      ),
    ],
    'Concerns what is played; checked in the campaign review.',
  ),
  item(
    'us.tcpa.caller_names',
    'Calls give the caller, the principal and a number or address',
    '47 CFR 64.1200(d)(4)',
    ['review'],
    SOLD,
    primary("caller's name, principal's name, phone or address", tcpa('(d)(4)')),
    'Concerns what is said; checked in the campaign review.',
  ),
  item(
    'us.fcc.one_to_one',
    'One seller per consent: vacated before it took effect',
    '47 CFR 64.1200(f)(9)',
    ['definition'],
    ['telemarketing'],
    primary('not enforced', tcpa('(f)(9)')),
    'Vacated by IMC v. FCC (11th Cir. 2025-01-24). A consent that names sellers is still limited to them.',
  ),
  item(
    'us.fcc.callerid',
    'Telemarketers transmit a caller number',
    '47 CFR 64.1601(e)',
    ['review', 'duty'],
    ['telemarketing'],
    [
      since(
        '2004-01-29',
        'a number that takes do-not-call requests in business hours; no blocking',
        callerId('64.1601(e)'),
        'memory',
      ),
    ],
    'Tax-exempt nonprofits are outside. Checked in the campaign review.',
  ),
  item(
    'us.fcc.spoof',
    'No misleading caller number',
    '47 USC 227(e); 47 CFR 64.1604',
    ['review'],
    ALL_PURPOSES,
    [
      since(
        '2009-01-01',
        'no intent to defraud, harm or wrongly obtain value',
        callerId('64.1604'),
        'memory',
      ),
    ],
    'A matter of intent; the review asks that the number belongs to the caller.',
  ),
  item(
    'us.fcc.stirshaken',
    'Calls are signed with the right attestation',
    '47 CFR 64.6300 ff.; 64.1200(k), (o)',
    ['review'],
    ALL_PURPOSES,
    [
      since(
        '2021-06-30',
        'use numbers assigned on the originating carrier for attestation A',
        callerId('64.6300 ff.'),
        'memory',
      ),
    ],
    "The carrier's duty; the review advises. Blocked calls return SIP 603+ or ISUP 21.",
  ),
  item(
    'us.pol.federal',
    'Political calls',
    '47 CFR 64.1200(a)(1)(iii), (a)(3)(ii)',
    ['definition'],
    ['political'],
    primary(
      'live list-dialed calls are free; recorded ones need consent (wireless) or are capped (residential)',
      tcpa('(a)(1)(iii), (a)(3)(ii)'),
    ),
    'Applied by us.tcpa.wireless_auto and us.tcpa.res_exempt_3in30. Some states restrict recorded political calls; they are not modelled and refuse.',
  ),
  item(
    'us.tsr.callerid',
    'Telemarketers transmit number and name',
    '16 CFR 310.4(a)(8)',
    ['review', 'duty'],
    SOLD,
    [since('2004-01-29', "the seller's service number may be substituted", tsr('310.4(a)(8)'), 'primary')],
    'Checked in the campaign review.',
  ),
  item(
    'us.tsr.disclosure',
    'Prompt disclosures',
    '16 CFR 310.4(d), (e)',
    ['review'],
    SOLD,
    primary('seller, purpose to sell, nature of goods, no-purchase term for prizes', tsr('310.4(d), (e)')),
    'Concerns what is said; checked in the campaign review.',
  ),
  item(
    'us.tsr.records',
    'Records kept five years',
    '16 CFR 310.5',
    ['duty'],
    SOLD,
    [
      since(
        '2024-05-16',
        'scripts, recordings, call detail, consent, relationship, do-not-call',
        tsr('310.5'),
        'secondary',
      ),
    ],
    'A duty. Call detail since 2024-10-15; single numbers dialed by hand are exempt from it.',
  ),
  item(
    'us.tsr.b2b',
    'Calls to businesses are outside, but for office and cleaning supplies',
    '16 CFR 310.6(b)(7)',
    ['definition'],
    ['telemarketing'],
    [since('2024-05-16', 'misrepresentation to businesses is covered', tsr('310.6(b)(7)'), 'secondary')],
    'Applied inside the rules of the Telemarketing Sales Rule through campaign.content or subject.',
  ),
];
