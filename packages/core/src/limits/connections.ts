/** Limits of connections: Asterisk, the control interface, and files that are looked at again. */

/** The limits of connections: Asterisk, the control interface, and files that are looked at again. */
export const CONNECTION_LIMITS = {
  anchorMinutes: {
    min: 1,
    max: 1_440,
    unit: 'minutes',
    reason: 'Time between anchors of the audit trail: what is cut within it is not shown; a day at most.',
  },
  reloadSeconds: {
    min: 1,
    max: 86_400,
    unit: 'seconds',
    reason: 'How often do-not-call files are looked at: at least daily.',
  },
  ariAnswer: {
    min: 0,
    max: 67_108_864,
    unit: 'bytes',
    reason: 'Answer to one request: a list of 20,000 channels takes half of it.',
  },
  ariEvent: {
    min: 0,
    max: 1_048_576,
    unit: 'bytes',
    reason: 'One event: channel and bridge with all their variables take a few thousand bytes.',
  },
  eventStreams: {
    min: 1,
    max: 1_000,
    unit: 'entries',
    reason:
      'Clients that listen to events of one control interface: a screen for each agent of a large floor.',
  },
  eventQueue: {
    min: 1_024,
    max: 1_048_576,
    unit: 'bytes',
    reason: 'Events that wait for one client to read them: some 2,000; a client that is slower is dropped.',
  },
  requestMs: {
    min: 100,
    max: 10_000,
    unit: 'ms',
    reason: 'Until a request to the control interface has arrived: orders are a few hundred bytes.',
  },
  requestBody: {
    min: 0,
    max: 65_536,
    unit: 'bytes',
    reason: 'Body of a request to the control interface: its longest order fits many times.',
  },
  connections: {
    min: 1,
    max: 2_000,
    unit: 'entries',
    reason: 'TCP connections of the control interface: event streams and as many requests.',
  },
  port: {
    min: 0,
    max: 65_535,
    unit: 'number',
    reason: 'TCP port; 0 asks for any free one.',
  },
} as const;
