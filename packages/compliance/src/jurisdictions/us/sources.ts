/** The federal texts that US rules cite; each source links to the cited section or paragraph. */
import type { Source } from '../../engine/parameter.js';

/** TCPA rules of the FCC, 47 CFR 64.1200. `pinpoint` names paragraphs of that section: '(c)(1), (e)'. */
export const tcpa = (pinpoint: string): Source => ({
  title: 'TCPA rules, 47 CFR 64.1200',
  href: paragraphOf(47, '64.1200', pinpoint),
  pinpoint,
});

/** Caller identification rules of the FCC. `pinpoint` begins with the section: '64.1601(e)'. */
export const callerId = (pinpoint: string): Source => ({
  title: 'Caller identification rules, 47 CFR Part 64',
  href: sectionOf(47, pinpoint) ?? 'https://www.ecfr.gov/current/title-47/part-64',
  pinpoint,
});

/** Telemarketing Sales Rule of the FTC. `pinpoint` begins with the section: '310.4(b)(1)(iv)'. */
export const tsr = (pinpoint: string): Source => ({
  title: 'Telemarketing Sales Rule, 16 CFR Part 310',
  href: sectionOf(16, pinpoint) ?? 'https://www.ecfr.gov/current/title-16/part-310',
  pinpoint,
});

/**
 * Regulation F of the CFPB. `pinpoint` begins with the section, or with 'comment' and the paragraph that the
 * official comment explains: 'comment 6(b)(1)(i)-2'.
 */
export const regulationF = (pinpoint: string): Source => ({
  title: 'Regulation F, 12 CFR Part 1006',
  href: sectionOf(12, pinpoint) ?? commentOf(pinpoint) ?? 'https://www.ecfr.gov/current/title-12/part-1006',
  pinpoint,
});

/**
 * Link to the section a pinpoint begins with, and to its first paragraph; undefined where it begins
 * otherwise.
 */
function sectionOf(title: number, pinpoint: string): string | undefined {
  const section = /^\d+\.\d+/.exec(pinpoint)?.[0];
  return section === undefined ? undefined : paragraphOf(title, section, pinpoint.slice(section.length));
}

/** Link to the official comments on a section of Regulation F; undefined: the pinpoint is not a comment. */
function commentOf(pinpoint: string): string | undefined {
  const section = /^comment (\d+)/.exec(pinpoint)?.[1];
  return section === undefined
    ? undefined
    : `https://www.consumerfinance.gov/rules-policy/regulations/1006/interp-${section}/`;
}

/** Link to a section in the eCFR, and to the first paragraph that `paragraphs` names. */
function paragraphOf(title: number, section: string, paragraphs: string): string {
  const first = /^(\([A-Za-z0-9]+\))+/.exec(paragraphs)?.[0];
  const anchor = first === undefined ? '' : `#p-${section}${first}`;
  return `https://www.ecfr.gov/current/title-${title}/section-${section}${anchor}`;
}
