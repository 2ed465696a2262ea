/**
 * Every route of the API: the server, its description, the client and the test of permissions come from it.
 */
import type { Route } from './route.js';
import { ACCOUNT_ROUTES } from './routes/account-routes.js';
import { AGENT_ROUTES } from './routes/agent-routes.js';
import { CALLBACK_ROUTES } from './routes/callback-routes.js';
import { CAMPAIGN_DOCUMENT_ROUTES } from './routes/campaign-document-routes.js';
import { CAMPAIGN_ROUTES } from './routes/campaign-routes.js';
import { COMPLIANCE_ROUTES } from './routes/compliance-routes.js';
import { DECISION_ROUTES } from './routes/decision-routes.js';
import { DESK_CONVERSATION_ROUTES } from './routes/desk-conversation-routes.js';
import { DESK_ROUTES } from './routes/desk-routes.js';
import { EVENT_ROUTES } from './routes/event-routes.js';
import { LEAD_EXPRESSION_ROUTES } from './routes/lead-expression-routes.js';
import { LEAD_ORDER_ROUTES } from './routes/lead-order-routes.js';
import { LEAD_ROUTES } from './routes/lead-routes.js';
import { LIST_ROUTES } from './routes/list-routes.js';
import { MONITOR_ROUTES } from './routes/monitor-routes.js';
import { NODE_ROUTES } from './routes/node-routes.js';
import { REPORT_ROUTES } from './routes/report-routes.js';
import { SESSION_ROUTES } from './routes/session-routes.js';
import { TELEPHONE_ROUTES } from './routes/telephone-routes.js';
import { TOKEN_ROUTES } from './routes/token-routes.js';
import { UPLOAD_ROUTES } from './routes/upload-routes.js';
import { WEBHOOK_ROUTES } from './routes/webhook-routes.js';

/** Where the API is. */
export const API_PREFIX = '/api/v1';

/** Every route. */
export const ROUTES: readonly Route[] = [
  ...SESSION_ROUTES,
  ...DESK_ROUTES,
  ...DESK_CONVERSATION_ROUTES,
  ...TELEPHONE_ROUTES,
  ...CAMPAIGN_ROUTES,
  ...CAMPAIGN_DOCUMENT_ROUTES,
  ...AGENT_ROUTES,
  ...LIST_ROUTES,
  ...UPLOAD_ROUTES,
  ...LEAD_ROUTES,
  ...LEAD_EXPRESSION_ROUTES,
  ...LEAD_ORDER_ROUTES,
  ...MONITOR_ROUTES,
  ...CALLBACK_ROUTES,
  ...REPORT_ROUTES,
  ...EVENT_ROUTES,
  ...COMPLIANCE_ROUTES,
  ...DECISION_ROUTES,
  ...ACCOUNT_ROUTES,
  ...TOKEN_ROUTES,
  ...WEBHOOK_ROUTES,
  ...NODE_ROUTES,
];
