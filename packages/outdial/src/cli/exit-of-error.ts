/** The exit code of every error that is not of the command line's own table: one total table. */
import type { ASTERISK_ERRORS } from '@outdial/asterisk-adapter';
import type { COMPLIANCE_ERRORS } from '@outdial/compliance';
import type { LIST_ERRORS } from '@outdial/lists';
import type { STORE_ERRORS } from '@outdial/store';
import type { CAMPAIGN_FILE_ERRORS } from '../campaign-file/campaign-file-error.js';
import type { CONTROL_ERRORS } from '../control/control-errors.js';
import type { FLOOR_ERRORS } from '../dialer/floor-errors.js';
import type { CAMPAIGN_REFUSED_ERRORS } from '../gate/campaign-refused.js';
import type { DO_NOT_CALL_ERRORS } from '../gate/do-not-call-unavailable.js';
import type { LEAD_ERRORS } from '../leads/lead-errors.js';
import type { TELEPHONY_ERRORS } from '../platform/platform-errors.js';
import type { STORE_OPENING_ERRORS } from '../records/open-campaign-store.js';
import type { SHIFTED_CLOCK_ERRORS } from '../runtime/shifted-clock.js';
import { COMMAND_ERRORS } from './command-errors.js';
import type { ExitName } from './exit-codes.js';

/** Every code of an error that a package throws, those of commands apart. */
type ThrownCode =
  | keyof typeof ASTERISK_ERRORS
  | keyof typeof CAMPAIGN_FILE_ERRORS
  | keyof typeof CAMPAIGN_REFUSED_ERRORS
  | keyof typeof COMPLIANCE_ERRORS
  | keyof typeof CONTROL_ERRORS
  | keyof typeof DO_NOT_CALL_ERRORS
  | keyof typeof FLOOR_ERRORS
  | keyof typeof LEAD_ERRORS
  | keyof typeof LIST_ERRORS
  | keyof typeof SHIFTED_CLOCK_ERRORS
  | keyof typeof STORE_ERRORS
  | keyof typeof STORE_OPENING_ERRORS
  | keyof typeof TELEPHONY_ERRORS;

/**
 * What is given and must be corrected is usage, or the campaign file where it stands there; what somebody
 * forbids is refused; what must be made available is unavailable.
 */
const THROWN_EXITS: Readonly<Record<ThrownCode, ExitName>> = {
  'campaign-file': 'campaignFile',
  'campaign-refused': 'refused',
  'do-not-call-list-unavailable': 'unavailable',
  'store-unavailable': 'unavailable',
  'store-password-missing': 'usage',
  'telephony-unavailable': 'unavailable',
  'telephony-held': 'refused',
  'telephony-credentials-missing': 'usage',
  'clock-offset-live': 'refused',

  'leads-unusable': 'usage',
  'campaign-list-unknown': 'usage',
  'leads-not-counted': 'unavailable',
  'campaign-on-floor': 'refused',

  'control-token-missing': 'usage',
  'control-token-short': 'usage',
  'port-in-use': 'unavailable',
  'address-unavailable': 'unavailable',

  'import-unknown': 'usage',
  'ending-unknown': 'usage',
  'cursor-unreadable': 'usage',
  'import-in-use': 'findings',
  'import-undone-in-part': 'findings',
  'store-address-invalid': 'campaignFile',
  'store-address-unusable': 'campaignFile',
  'database-tls': 'unavailable',
  'table-prefix-invalid': 'campaignFile',
  'database-locked': 'unavailable',
  'database-gone': 'unavailable',
  'database-denied': 'unavailable',
  'packet-too-large': 'unavailable',
  'database-missing': 'unavailable',
  'database-unreadable': 'unavailable',
  'database-read-only': 'unavailable',
  'schema-not-updated': 'unavailable',
  'secret-missing': 'unavailable',
  'audit-key-short': 'usage',
  'campaign-held': 'refused',
  'campaign-ended': 'refused',
  'set-file-damaged': 'unavailable',
  'lead-invalid': 'usage',
  'subject-missing': 'usage',
  'person-in-call': 'refused',
  'archive-too-young': 'refused',

  'disk-full': 'unavailable',
  'file-missing': 'usage',
  'file-unreadable': 'usage',
  'file-not-writable': 'unavailable',
  'output-is-link': 'usage',
  'output-is-input': 'usage',
  'list-empty': 'usage',
  'file-not-a-list': 'usage',
  'file-unpacks-too-far': 'usage',
  'file-too-large': 'usage',
  'sheet-unknown': 'usage',
  'header-is-data': 'usage',
  'column-target-unknown': 'usage',
  'list-column-absent': 'usage',
  'list-without-numbers': 'usage',
  'sheet-without-numbers': 'usage',
  'list-encoding-doubtful': 'usage',
  'encoding-unknown': 'usage',
  'country-unknown': 'usage',
  'do-not-call-not-whole': 'findings',
  'number-file-unreadable': 'usage',

  'ari-no-answer': 'unavailable',
  'ari-server-failed': 'unavailable',
  'ari-answer-unreadable': 'unavailable',
  'ari-request-refused': 'unavailable',
  'marks-unread': 'unavailable',
  'node-invalid': 'campaignFile',
  'server-name-invalid': 'campaignFile',
  'server-named-twice': 'campaignFile',
  'server-reach-invalid': 'campaignFile',
  'servers-empty': 'campaignFile',
  'trunks-empty': 'campaignFile',
  'ari-client-missing': 'unavailable',
  'trunk-named-twice': 'campaignFile',
  'trunk-endpoint-invalid': 'campaignFile',
  'trunk-channels-invalid': 'campaignFile',
  'trunk-rate-invalid': 'campaignFile',
  'trunk-destinations-missing': 'campaignFile',

  'bad-input': 'usage',
  'not-a-set': 'unavailable',
  'unknown-version': 'unavailable',
  truncated: 'unavailable',
  corrupt: 'unavailable',
};

/** Of errors of the server, which is loaded where it is needed: what is given is at fault. */
const SERVER_EXITS: Readonly<Record<string, ExitName | undefined>> = { 'server-folder-foreign': 'usage' };

/** The name of the exit code with which a command ends for an error; null for a code of no table. */
export function exitOfError(code: string): ExitName | null {
  const commands: Readonly<Record<string, { readonly exit: ExitName } | undefined>> = COMMAND_ERRORS;
  const thrown: Readonly<Record<string, ExitName | undefined>> = THROWN_EXITS;
  return commands[code]?.exit ?? thrown[code] ?? SERVER_EXITS[code] ?? null;
}
