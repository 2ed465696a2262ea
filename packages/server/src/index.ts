/** @outdial/server: the server of outdial: accounts, API, event stream and console on one address. */
export { serve, type RunningServer, type ServeOptions } from './serve.js';
export { examineServer } from './doctor/examine-server.js';
export { campaignsOfServer } from './campaigns/campaigns-of-server.js';
export { describeApi } from './http/open-api.js';
export { SERVER_ERRORS } from './server-errors.js';
