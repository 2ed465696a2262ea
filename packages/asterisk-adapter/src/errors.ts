/** Errors of the adapter: one table of codes, from which the reference page of errors is generated. */

/** Every error that the adapter throws, with its texts. */
export const ASTERISK_ERRORS = {
  'ari-no-answer': {
    what: '{operation}: no answer from Asterisk{detail}.',
    remedy: 'Check that Asterisk is running and that the dialer reaches its HTTP port; then try again.',
    retryable: true,
  },
  'ari-server-failed': {
    what: '{operation}: status {status}{detail}.',
    remedy: "Read Asterisk's own log for the cause; then try again.",
    retryable: true,
  },
  'ari-answer-unreadable': {
    what: '{operation}: status {status}{detail}.',
    remedy: 'Check that url leads to Asterisk itself and not to another server between; then try again.',
    retryable: true,
  },
  'ari-request-refused': {
    what: '{operation}: status {status}{detail}.',
    remedy: 'Compare the endpoint names and the ARI user in the settings with those of Asterisk.',
    retryable: false,
  },
  'ari-client-missing': {
    what: "The transport is 'ari-client', and the package ari-client is not installed.",
    remedy:
      "Install it beside outdial (npm install ari-client@2), or leave the transport out for outdial's own.",
    retryable: false,
  },
  'marks-unread': {
    what: 'Asterisk did not read the marks of abandoned calls.',
    remedy: 'Include dialplan/outdial.conf of this version in extensions.conf, and reload the dialplan.',
    retryable: true,
  },
  'node-invalid': {
    what: "node is '{node}', which cannot name an ARI application.",
    remedy: "Use letters, digits, '.', '_' and '-' only.",
    retryable: false,
  },
  'servers-empty': {
    what: 'servers is empty.',
    remedy: 'Name at least one server.',
    retryable: false,
  },
  'server-named-twice': {
    what: "servers: the name '{server}' stands twice.",
    remedy: 'Give every server a name of its own.',
    retryable: false,
  },
  'server-name-invalid': {
    what: "servers: the name '{server}' cannot be used.",
    remedy: "Use letters, digits, '.', '_' and '-' only.",
    retryable: false,
  },
  'server-reach-invalid': {
    what: "server '{server}': reach is '{reach}', which has no place for the number.",
    remedy: "Write '{placeholder}' where the number belongs, e.g. PJSIP/{placeholder}@asterisk-a.",
    retryable: false,
  },
  'trunks-empty': {
    what: 'trunks is empty.',
    remedy: 'Name at least one trunk.',
    retryable: false,
  },
  'trunk-named-twice': {
    what: "trunks: the name '{trunk}' stands twice.",
    remedy: 'Give every trunk a name of its own.',
    retryable: false,
  },
  'trunk-endpoint-invalid': {
    what: "trunk '{trunk}': endpoint is '{endpoint}', which has no place for the number.",
    remedy: "Write '{placeholder}' where the number belongs, e.g. PJSIP/{placeholder}@carrier.",
    retryable: false,
  },
  'trunk-channels-invalid': {
    what: "trunk '{trunk}': channels is {channels}.",
    remedy: 'Give a whole number of at least 1.',
    retryable: false,
  },
  'trunk-rate-invalid': {
    what: "trunk '{trunk}': callsPerSecond is {rate}.",
    remedy: 'Give a number above 0.',
    retryable: false,
  },
  'trunk-destinations-missing': {
    what: [
      "trunk '{trunk}': numberFormat 'national' needs destinations,",
      'to know the country calling code to leave out.',
    ],
    remedy: "Add destinations, e.g. ['1'].",
    retryable: false,
  },
} as const;
