/** The text that the rules of Canada cite. */
import type { Source } from '../../engine/parameter.js';

export const utr = (pinpoint: string): Source => ({
  title: 'CRTC Unsolicited Telecommunications Rules',
  href: 'https://crtc.gc.ca/eng/trules-reglest.htm',
  pinpoint,
});
