import { describe, expect, it } from '@jest/globals';
import { DEFAULT_CONVERSATIONS } from '../../../src/index.js';
import { Talk } from './talk.js';

describe('recording', () => {
  const recording = (changes: object): Partial<ConstructorParameters<typeof Talk>[1]> => ({
    conversations: {
      ...DEFAULT_CONVERSATIONS,
      recording: { ...DEFAULT_CONVERSATIONS.recording, ...changes },
    },
  });

  it('begins only with the ground that the law asks for', () => {
    const talk = new Talk(['a'], recording({ rule: 'on-demand', duty: 'consent' }));
    talk.order('a', 'agent.record', { state: 'on' });
    talk.order('a', 'agent.record', { state: 'on', ground: 'announced' });
    expect(talk.events('order.rejected').map(({ code }) => code)).toEqual(
      Array(2).fill('recording-not-permitted'),
    );
    expect(talk.stage.sent('telephony.setRecording')).toEqual([]);
    talk.order('a', 'agent.record', { state: 'on', ground: 'consented' });
    expect(talk.stage.last('telephony.setRecording')).toMatchObject({
      state: 'on',
      file: `c/${talk.customer}-1`,
    });
    expect(talk.entries('recording.state')).toMatchObject([{ state: 'asked', ground: 'consented' }]);
  });

  it('never begins where the rule is never, and at once where it is always and the law lets it', () => {
    const never = new Talk(['a']);
    never.order('a', 'agent.record', { state: 'on', ground: 'consented' });
    expect(never.events('order.rejected')).toMatchObject([{ code: 'recording-not-permitted' }]);
    const always = new Talk(['a'], recording({ rule: 'always', duty: 'announcement', announced: true }));
    expect(always.stage.sent('telephony.setRecording')).toHaveLength(1);
    const asked = new Talk(['a'], recording({ rule: 'on-demand', duty: 'announcement', announced: true }));
    asked.order('a', 'agent.record', { state: 'on' });
    for (const talk of [always, asked])
      expect(talk.entries('recording.state')).toMatchObject([{ state: 'asked', ground: 'announced' }]);
    const without = new Talk(['a'], recording({ rule: 'always', duty: 'announcement' }));
    expect(without.stage.sent('telephony.setRecording')).toEqual([]);
  });

  it('pauses and resumes without a new ground, and reports the file after the call', () => {
    const talk = new Talk(['a'], recording({ rule: 'always', duty: 'none' }));
    const { recordingId, file } = talk.stage.last('telephony.setRecording');
    const attemptId = talk.customer;
    talk.stage.tell({ type: 'recording.changed', attemptId, recordingId, state: 'on' });
    talk.order('a', 'agent.record', { state: 'paused' });
    talk.stage.tell({ type: 'recording.changed', attemptId, recordingId, state: 'paused' });
    talk.order('a', 'agent.record', { state: 'on' });
    expect(talk.stage.sent('telephony.setRecording').map(({ state }) => state)).toEqual([
      'on',
      'paused',
      'on',
    ]);
    talk.order('a', 'agent.dispose', { code: 'sale' });
    talk.stage.tell({ type: 'call.ended', attemptId, cause: { q850: 16, by: 'us' } });
    talk.stage.tell({ type: 'attempt.closed', attemptId });
    const done = { attemptId, recordingId, file: `${file}.wav`, durationMs: 9_000 };
    talk.stage.tell({ type: 'recording.completed', ...done });
    expect(talk.events('recording.completed')).toMatchObject([done]);
    expect(talk.entries('recording.completed')).toEqual([done]);
  });

  it('that fails is said, and the conversation goes on', () => {
    const talk = new Talk(['a'], recording({ rule: 'always', duty: 'none' }));
    const { recordingId } = talk.stage.last('telephony.setRecording');
    const fact = { attemptId: talk.customer, recordingId, code: 'disk-full', reason: 'no space' } as const;
    talk.stage.tell({ type: 'recording.failed', ...fact });
    expect(talk.events('recording.failed')).toMatchObject([fact]);
    expect(talk.view().stage).toBe('talking');
  });
});
