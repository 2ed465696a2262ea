/** The agent's telephone in the browser: its account at Asterisk, and the order to call it again. */
import { AGENT_ORDERS } from 'outdial';
import { z } from 'zod';
import { CALLERS } from '../../accounts/roles.js';
import { done, refused } from '../outcome.js';
import { route, type Route } from '../route.js';
import * as schemas from '../schemas.js';
import { order } from './campaign-routes.js';
import { NOT_AT_DESK } from './desk-conversation-routes.js';

const open = route({
  name: 'desk.telephone',
  method: 'POST',
  path: '/desk/telephone',
  summary:
    "Makes the account with which the page registers at Asterisk; that of the person's former page " +
    'is refused from then on.',
  roles: CALLERS,
  schemas: {
    answer: z
      .strictObject({
        url: z.string().meta({ description: "Asterisk's WebSocket." }),
        username: z.string(),
        password: z.string().meta({ description: 'A secret of this page: keep it nowhere.' }),
      })
      .meta({ id: 'TelephoneAccount' }),
  },
  work: async ({ parts: { telephones }, person, sessionHash }) => {
    const agentId = person?.accountId ?? '';
    if (sessionHash === null || telephones.stationOf(agentId) === null)
      return refused(409, 'no-telephone', 'Your telephone is not in the browser.');
    const opened = await telephones.open(agentId, sessionHash);
    if ('refusal' in opened) return refused(503, 'telephone-unavailable', opened.refusal);
    const { url, username, password } = opened;
    return done({ url, username, password });
  },
});

const call = route({
  name: 'desk.call-telephone',
  method: 'POST',
  path: '/desk/call-telephone',
  summary: AGENT_ORDERS['call-station'].summary,
  roles: CALLERS,
  schemas: { answer: schemas.followed },
  work: async ({ parts, person }) => {
    const agentId = person?.accountId ?? '';
    const dialer = parts.floor.campaignOf(agentId);
    return dialer ? order(dialer, AGENT_ORDERS['call-station'], { agentId }, person) : NOT_AT_DESK;
  },
});

/** The routes of the telephone in the browser. */
export const TELEPHONE_ROUTES: readonly Route[] = [open, call];
