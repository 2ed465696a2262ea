/** Delivers notices to the operator's log. An error of the log never reaches the handling of a call. */
import { defined } from '@outdial/core';
import { failureReason } from './failure-reason.js';
import { NOTICE_LEVELS, type Notice } from './notices.js';
import type { NoticeOutlet } from './roles.js';

/** An outlet of notices to `log`. A log that throws must not end a call, so its errors are dropped. */
export function createNoticeOutlet(log: ((notice: Notice) => void) | undefined): NoticeOutlet {
  const report: NoticeOutlet['report'] = (code, message, context) => {
    try {
      log?.({ level: NOTICE_LEVELS[code], code, message, ...defined({ context }) });
    } catch {
      // There is nowhere left to report it.
    }
  };

  return {
    report,
    run: (what, work) => {
      work().catch((error: unknown) => report('work-failed', `could not ${what}: ${failureReason(error)}`));
    },
  };
}
