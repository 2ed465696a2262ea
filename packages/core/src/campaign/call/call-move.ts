/** One move of a call from stage to stage, as the campaign reports it. */
import type { AttemptId } from './attempt.js';
import type { CallStage, MoveCause } from './stages.js';

/** One move of one call: what {@link Campaign.handle} says happened to it. */
export interface CallMove {
  readonly attemptId: AttemptId;
  /** 'start': the call is new. */
  readonly from: CallStage | 'start';
  /** 'end': the call is done. */
  readonly to: CallStage | 'end';
  readonly by: MoveCause;
}
