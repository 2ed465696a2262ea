/**
 * The public types of the compliance module: what a request says, what a decision answers.
 *
 * Instants are epoch milliseconds and end in `At`; durations are milliseconds; shares are 0..1. Every
 * optional fact may be absent or `undefined`: an absent fact is read conservatively (see
 * docs/compliance/facts.md).
 */
export * from './contract/terms.js';
export * from './contract/lead-facts.js';
export * from './contract/registration.js';
export * from './contract/campaign-facts.js';
export * from './contract/request.js';
export * from './contract/decision.js';
export * from './contract/rule-info.js';
