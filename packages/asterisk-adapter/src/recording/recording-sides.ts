/**
 * The two sides of one recording on Asterisk. Each is a snoop channel on the customer's channel that Asterisk
 * records: its clock runs on when no packets come, so both sides stay in step. They end with the customer's
 * channel, and outlive this process.
 */
import type { Call } from '../calls/call.js';
import { callChannelId } from '../channel-ids.js';
import type { Settings } from '../options.js';
import type { AriRequests } from '../roles.js';
import { isAnsweredInDoubt, isConflict, isMissing } from '../transport/ari-request-error.js';
import { onceReady, openSnoop } from '../snoops.js';
import type { SideNames } from './recorded-files.js';

/** What the sides need. */
export interface RecordingSidesParts {
  readonly settings: Pick<Settings, 'application'>;
  readonly ari: AriRequests;
}

/** The recording of one conversation. */
export interface RecordingKey {
  readonly attemptId: string;
  readonly recordingId: string;
}

const SIDES = ['customer', 'others'] as const;
type Side = (typeof SIDES)[number];

/** Names of the sides on Asterisk, which a later process finds again. */
export function sideNames({ attemptId, recordingId }: RecordingKey): SideNames {
  const base = `outdial/${callChannelId(attemptId)}/${encodeURIComponent(recordingId)}`;
  return { customer: `${base}.customer`, others: `${base}.others` };
}

/** Requests about the sides of recordings. */
export class RecordingSides {
  readonly #parts: RecordingSidesParts;

  constructor(parts: RecordingSidesParts) {
    this.#parts = parts;
  }

  /** Begins to record both sides at once, or finds that they are recorded already. */
  async begin(call: Call, key: RecordingKey): Promise<void> {
    const names = sideNames(key);
    await each((side) => this.#snoop(call, key, side));
    await each((side) => this.#record(snoopIdOf(key, side), names[side]));
  }

  /**
   * Silences a side in its file, or lets it be heard again. Asterisk answers for a recording before its
   * channel has begun it, and refuses until then.
   */
  async mute(key: RecordingKey, side: Side, muted: boolean): Promise<void> {
    const recordingName = sideNames(key)[side];
    await onceReady(async () => {
      await this.#parts.ari.call(muted ? 'recordings.mute' : 'recordings.unmute', { recordingName });
    });
  }

  /** True as soon as neither side is being recorded any more. */
  async areOver(key: RecordingKey): Promise<boolean> {
    const live = await Promise.all(SIDES.map((side) => this.#isLive(sideNames(key)[side])));
    return !live.some(Boolean);
  }

  /** True when Asterisk holds both files. */
  async areStored(key: RecordingKey): Promise<boolean> {
    const stored = await Promise.all(
      SIDES.map((side) =>
        found(this.#parts.ari.call('recordings.getStored', { recordingName: sideNames(key)[side] })),
      ),
    );
    return stored.every(Boolean);
  }

  /** Ends both sides. The end of its snoop ends a side, too, whatever Asterisk says of the recording. */
  async stop(key: RecordingKey): Promise<void> {
    const { ari } = this.#parts;
    await each(async (side) => {
      try {
        await found(ari.call('recordings.stop', { recordingName: sideNames(key)[side] }));
      } finally {
        await ari.call('channels.hangup', { channelId: snoopIdOf(key, side) }).catch(() => {
          /* it ended with the call */
        });
      }
    });
  }

  async #snoop(call: Call, key: RecordingKey, side: Side): Promise<void> {
    await openSnoop(this.#parts, {
      snoopId: snoopIdOf(key, side),
      channelId: call.channelId,
      spy: side === 'customer' ? 'in' : 'out',
      whisper: 'none',
    });
  }

  async #record(channelId: string, name: string): Promise<void> {
    const { ari } = this.#parts;
    const record = { channelId, name, format: 'wav', ifExists: 'fail', beep: false } as const;
    await onceReady(async () => {
      try {
        await ari.call('channels.record', record);
      } catch (error) {
        const mayRun = isConflict(error) || isAnsweredInDoubt(error);
        if (!mayRun || !(await this.#isLive(name))) throw error;
      }
    });
  }

  #isLive(recordingName: string): Promise<boolean> {
    return found(this.#parts.ari.call('recordings.getLive', { recordingName }));
  }
}

const snoopIdOf = ({ attemptId, recordingId }: RecordingKey, side: Side): string =>
  `or-${side}-${callChannelId(attemptId)}.${encodeURIComponent(recordingId)}`;

const each = async (work: (side: Side) => Promise<void>): Promise<void> => {
  await Promise.all(SIDES.map(work));
};

/** Whether Asterisk knows the thing asked about. Other errors are thrown. */
async function found(request: Promise<unknown>): Promise<boolean> {
  try {
    await request;
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
