/** What the adapter reports to operators: one table of codes with their levels. */

/** How serious a notice is. An error needs somebody to act. */
export type NoticeLevel = 'info' | 'warning' | 'error';

/** Every notice of the adapter, with its level. */
export const NOTICE_LEVELS = {
  /** A call that came in could not be answered. */
  'answering-failed': 'warning',
  /** The parties of a conversation could not be brought to their places. */
  'arranging-failed': 'warning',
  /** A dialer that runs has the ARI application; this one waits for its end. */
  'application-held': 'warning',
  /** Another process opened the same ARI application; this one ends its part. */
  'application-replaced': 'error',
  /** The connection was refused or lost before it was up; it is retried. */
  'connection-failed': 'warning',
  /** Connected, but the application cannot be prepared; it is retried. */
  'connection-unusable': 'error',
  /** A second dial command for one attempt was dropped. */
  'dialed-twice': 'warning',
  /** A channel could not be sent to a dialplan context; the call goes on without its verdict. */
  'dialplan-refused': 'warning',
  /** A message of Asterisk could not be read, or its handling failed. */
  'event-failed': 'error',
  /** A request to place a call failed. */
  'originate-failed': 'warning',
  /** A playback could not be started. */
  'play-failed': 'warning',
  /** A conversation is not recorded, or not as ordered. */
  'recording-failed': 'error',
  /** A recording could not be started. */
  'record-failed': 'warning',
  /** A server of a pool is out of reach; the others go on. */
  'server-down': 'warning',
  /** A server of a pool stays out of reach: its calls and legs count as lost. */
  'server-given-up': 'error',
  /** A server of a pool takes calls again. */
  'server-up': 'info',
  /** The receiver of facts threw. */
  'sink-failed': 'error',
  /** An answered call that no campaign knows was given the abandonment message. */
  'stray-answered': 'warning',
  /** The connection was lost; no call is placed until it is back. */
  'telephony-down': 'warning',
  /** A trunk from which nothing came answers again. */
  'trunk-answers': 'info',
  /** Several calls of a trunk brought no ringing, no answer and no refusal. */
  'trunk-silent': 'error',
  /** A request failed in a piece of work that has no notice of its own. */
  'work-failed': 'warning',
} as const;

/** Code of a notice. */
export type NoticeCode = keyof typeof NOTICE_LEVELS;

/** Details of a notice. Never telephone numbers or names of people. */
export type NoticeContext = Readonly<Record<string, string | number | boolean>>;

/** Something an operator may want to read. */
export interface Notice {
  readonly level: NoticeLevel;
  readonly code: NoticeCode;
  readonly message: string;
  readonly context?: NoticeContext;
}
