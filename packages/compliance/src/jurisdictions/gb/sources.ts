/** The texts that the rules of the United Kingdom cite. */
import type { Purpose } from '../../contract.js';
import type { Source } from '../../engine/parameter.js';

/** The policy of Ofcom on persistent misuse. */
export const ofcom = (pinpoint: string): Source => ({
  title: 'Ofcom, persistent misuse: statement of general policy',
  href: 'https://www.ofcom.org.uk/phones-and-broadband/unwanted-calls-and-messages/',
  pinpoint,
});

/** A regulation of PECR; each has an address of its own. */
export const pecr = (regulation: number | string, pinpoint: string): Source => ({
  title: 'Privacy and Electronic Communications Regulations 2003',
  href: `https://www.legislation.gov.uk/uksi/2003/2426/regulation/${regulation}`,
  pinpoint,
});

/** Citation of the policy and of its statute. */
export const MISUSE = 'Communications Act 2003 ss. 128-131; Ofcom persistent misuse statement';

/** Purposes of direct marketing. */
export const MARKETING: readonly Purpose[] = ['telemarketing', 'charity', 'political'];
