import { accountsContract } from './accounts-contract.js';
import { auditContract } from './audit-contract.js';
import { countriesContract } from './countries-contract.js';
import { dialOrderContract } from './dial-order-contract.js';
import { doNotCallContract } from './do-not-call-contract.js';
import { archiveContract } from './archive-contract.js';
import { erasureContract } from './erasure-contract.js';
import { expressionsContract } from './expressions-contract.js';
import { factsContract } from './facts-contract.js';
import { gateQuestionContract } from './gate-question-contract.js';
import { inboundContract } from './inbound-contract.js';
import { thirdPartyContract } from './third-party-contract.js';
import { killSwitchContract } from './kill-switch-contract.js';
import { answerRatesContract } from './answer-rates-contract.js';
import { leadCountsContract } from './lead-counts-contract.js';
import { leadLifeContract } from './lead-life-contract.js';
import { lateEndContract } from './late-end-contract.js';
import { leaseContract } from './lease-contract.js';
import { presenceContract } from './presence-contract.js';
import { pursuitContract } from './pursuit-contract.js';
import { openingsContract } from './openings-contract.js';
import { campaignVersionsContract } from './campaign-versions-contract.js';
import { callbacksContract } from './callbacks-contract.js';
import { reportContract } from './report-contract.js';
import { selectionContract } from './selection-contract.js';
import { sharesContract } from './shares-contract.js';
import type { StoreWorld } from './store-world.js';
import { webhooksContract } from './webhooks-contract.js';

/** What the store does beyond core's ports, the same on every database. One suite a concept. */
const SUITES = [
  countriesContract,
  dialOrderContract,
  expressionsContract,
  selectionContract,
  lateEndContract,
  leaseContract,
  sharesContract,
  presenceContract,
  killSwitchContract,
  doNotCallContract,
  factsContract,
  archiveContract,
  erasureContract,
  gateQuestionContract,
  openingsContract,
  pursuitContract,
  inboundContract,
  thirdPartyContract,
  answerRatesContract,
  leadCountsContract,
  leadLifeContract,
  callbacksContract,
  reportContract,
  auditContract,
  accountsContract,
  campaignVersionsContract,
  webhooksContract,
];

/** Runs every suite against the worlds that `create` makes. */
export function storeContract(name: string, create: () => Promise<StoreWorld>): void {
  for (const suite of SUITES) suite(name, create);
}
