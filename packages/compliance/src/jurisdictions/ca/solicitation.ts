/** Which calls solicit: the rules on telemarketing reach no others. */
import type { Context } from '../../engine/context.js';
import { about } from '../about.js';

const FUND_RAISING = /fund|donat|contribut/i;

/** A political call solicits only where it raises funds. */
export const isNoSolicitation = (context: Context): boolean =>
  context.campaign.purpose === 'political' && !FUND_RAISING.test(about(context));
