/** One move of a call from stage to stage, as the campaign reports it. */
import type { AttemptId } from './attempt.js';
import type { CallStage } from './stages.js';
import type { MoveCause } from './move-causes.js';

/** One move of one call from stage to stage, as {@link Campaign.handle} returns it. */
export interface CallMove {
  readonly attemptId: AttemptId;
  /** 'start' for a new call. */
  readonly from: CallStage | 'start';
  /** 'end' when the call is done. */
  readonly to: CallStage | 'end';
  readonly by: MoveCause;
}
