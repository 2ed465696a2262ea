/** An agent gives the customer to a call flow. */
import { describe, expect, it } from '@jest/globals';
import {
  DEFAULT_CONVERSATIONS,
  defined,
  messageFlow,
  type CallVoice,
  type CampaignSettings,
  type Flow,
  type GivenFlow,
} from '../../../src/index.js';
import { lead, Stage } from '../stage.js';
import { Talk } from './talk.js';

const SURVEY: Flow = {
  id: 'survey',
  start: 'question',
  variables: { stars: '' },
  optOutKey: { digit: '9', to: 'opt-out' },
  nodes: {
    question: {
      kind: 'gather',
      prompt: { media: ['sound:survey/stars'], voice: 'prerecorded' },
      timeoutMs: 5_000,
      attempts: 1,
      store: 'stars',
      branches: { '0': 'agent' },
      otherwise: 'rated',
      onNoInput: 'end',
      onNoMatch: 'end',
    },
    rated: { kind: 'disposition', code: 'sale', next: 'end' },
    agent: { kind: 'transfer', skills: ['senior'], onFailed: 'rated' },
    'opt-out': { kind: 'opt-out', scope: 'person', next: 'end' },
    end: { kind: 'hang-up' },
  },
};

const withFlows = (...given: readonly Partial<GivenFlow>[]): Partial<CampaignSettings> => ({
  conversations: {
    ...DEFAULT_CONVERSATIONS,
    recording: { ...DEFAULT_CONVERSATIONS.recording, rule: 'always', duty: 'none' },
    flows: given.map((one) => ({ name: 'survey', flow: SURVEY, recorded: false, ...one })),
  },
});

const asked = { kind: 'flow', name: 'survey', asked: true } as const;
const unasked = { kind: 'flow', name: 'survey' } as const;

/** An agent whose customer is in the survey. */
function surveyed(agents: readonly string[] = ['a'], given: Partial<GivenFlow> = {}): Talk {
  const talk = new Talk(agents, withFlows(given));
  talk.order('a', 'agent.transfer', { target: asked });
  return talk;
}

function play(talk: Talk): { readonly attemptId: string; readonly playId: string } {
  return talk.stage.last('telephony.play');
}

const heard = (talk: Talk, completed = true): void => {
  const { attemptId, playId } = play(talk);
  talk.stage.tell({ type: 'call.played', attemptId, playId, completed });
};

const press = (talk: Talk, digit: string): void =>
  talk.stage.tell({ type: 'call.digit', attemptId: talk.customer, digit });

describe('a flow that has the customer', () => {
  it('begins out of the music, and the agent is free for wrap-up at once', () => {
    const talk = surveyed();
    expect(talk.places()).toEqual({ customer: 'music' });
    expect(talk.view()).toEqual({ stage: 'in-flow', owner: null, agents: { a: 'wrap-up' } });
    expect(play(talk)).toMatchObject({ attemptId: talk.customer, media: ['sound:survey/stars'] });
    expect(talk.events('conversation.given-flow')).toMatchObject([
      { fromAgentId: 'a', flow: 'survey', asked: true },
    ]);
    expect(talk.entries('conversation.flow')).toMatchObject([
      { flow: 'survey', what: 'given', agentId: 'a', asked: true },
    ]);
    expect(talk.stage.engine.statistics('c').transfers).toMatchObject({ flow: 1, asked: 0 });
  });

  it('ends the call, with its answers, its disposition and its length on record', () => {
    const talk = surveyed();
    heard(talk);
    talk.stage.pass(3_000);
    press(talk, '4');
    expect(talk.stage.last('telephony.hangUp').attemptId).toBe(talk.customer);
    talk.ends(talk.customer);
    expect(talk.stage.last('journal.close').result).toMatchObject({
      outcome: 'conversation',
      disposition: 'sale',
      agentId: 'a',
      liveAnswer: true,
      abandoned: false,
      variables: { stars: '4' },
    });
    expect(talk.entries('conversation.flow')).toMatchObject([
      { what: 'given' },
      { what: 'ended', ending: 'hung-up', forMs: 3_000 },
    ]);
    expect(talk.entries('conversation.moved')).toMatchObject([
      { from: 'talking', to: 'in-flow', ownerId: 'a' },
      { from: 'in-flow', to: 'end', spentMs: 3_000, ownerId: null },
    ]);
    expect(talk.stage.faults).toEqual([]);
  });

  it('opts a person out by the key, in force before anything else', () => {
    const talk = surveyed();
    press(talk, '9');
    expect(talk.stage.last('journal.learn').fact).toMatchObject({
      kind: 'do-not-call-person',
      source: 'key-press',
    });
    talk.ends(talk.customer);
    talk.order('a', 'agent.dispose', { code: 'sale' });
    expect(talk.stage.last('journal.close').result).toMatchObject({
      closes: 'entry',
      lead: { status: 'closed', why: 'opted-out' },
    });
  });

  it('waits for what the agent says of the talk, where the call ends before', () => {
    const talk = surveyed();
    talk.ends(talk.customer);
    expect(talk.stage.sent('journal.close')).toEqual([]);
    talk.order('a', 'agent.dispose', { code: 'sale', answers: { wish: 'blue' } });
    expect(talk.stage.last('journal.close').result).toMatchObject({
      disposition: 'sale',
      variables: { wish: 'blue', stars: '' },
    });
    expect(talk.stage.faults).toEqual([]);
  });

  it('is as the timer says where the agent says nothing', () => {
    const talk = surveyed();
    talk.ends(talk.customer);
    talk.stage.pass(120_000);
    expect(talk.stage.last('journal.close').result).toMatchObject({ unsaid: true });
    expect(talk.stage.faults).toEqual([]);
  });

  it('keeps what the agent has said before it ends', () => {
    const talk = surveyed();
    talk.order('a', 'agent.dispose', { code: 'sale' });
    expect(talk.view().agents).toEqual({ a: 'ready' });
    talk.ends(talk.customer);
    expect(talk.stage.last('journal.close').result).toMatchObject({ disposition: 'sale' });
  });

  it('asks for an agent with skills, to music, and goes on where nobody comes', () => {
    const talk = surveyed();
    press(talk, '0');
    expect(talk.view().stage).toBe('seeking');
    expect(talk.places()).toEqual({ customer: 'music' });
    talk.stage.pass(21_000);
    expect(talk.events('conversation.nobody-came')).toMatchObject([{ why: 'flow', ending: 'flow' }]);
    expect(talk.stage.last('telephony.hangUp').attemptId).toBe(talk.customer);
    talk.ends(talk.customer);
    expect(talk.stage.last('journal.close').result).toMatchObject({ disposition: 'sale' });
    expect(talk.stage.faults).toEqual([]);
  });

  it('gives the customer to the agent whom it asked for, and the recording goes on', () => {
    const talk = new Talk(['a'], withFlows({}));
    const { recordingId } = talk.stage.last('telephony.setRecording');
    const attemptId = talk.customer;
    talk.stage.tell({ type: 'recording.changed', attemptId, recordingId, state: 'on' });
    talk.order('a', 'agent.transfer', { target: asked });
    expect(talk.stage.last('telephony.setRecording')).toMatchObject({ recordingId, state: 'paused' });
    talk.stage.seat('b', ['senior']);
    press(talk, '0');
    talk.arranged();
    expect(talk.view()).toMatchObject({ stage: 'talking', owner: 'b' });
    expect(talk.places()).toEqual({ customer: 'main', b: 'main' });
    expect(talk.stage.last('telephony.setRecording')).toMatchObject({ recordingId, state: 'on' });
    expect(talk.events('conversation.flow-ended')).toMatchObject([{ flow: 'survey', ending: 'agent' }]);
    // What comes late of the flow changes nothing.
    press(talk, '9');
    expect(talk.stage.sent('journal.learn')).toEqual([]);
    expect(talk.stage.faults).toEqual([]);
  });

  it('is recorded on where the campaign says so', () => {
    const talk = surveyed(['a'], { recorded: true });
    expect(talk.stage.sent('telephony.setRecording')).toHaveLength(1);
  });

  it('plays a second flow under names of its own', () => {
    const talk = surveyed();
    const first = play(talk).playId;
    talk.stage.seat('b', ['senior']);
    press(talk, '0');
    talk.arranged();
    talk.order('b', 'agent.transfer', { target: asked });
    expect(play(talk).playId).not.toBe(first);
    expect(talk.view().stage).toBe('in-flow');
  });
});

describe('a flow that cannot begin', () => {
  it('goes back to the agent, with the reason', () => {
    const talk = surveyed();
    heard(talk, false);
    talk.arranged();
    expect(talk.view()).toEqual({ stage: 'talking', owner: 'a', agents: { a: 'talking' } });
    const reason = 'the audio of the flow could not be played';
    expect(talk.events('conversation.nobody-came')).toMatchObject([{ ending: 'returned', reason }]);
    expect(talk.events('conversation.order-failed')).toMatchObject([{ agentId: 'a', reason }]);
    expect(talk.stage.engine.statistics('c').transfers).toMatchObject({ flow: 1, returned: 1 });
    expect(talk.stage.faults).toEqual([]);
  });

  it('goes to the abandonment flow where that agent has gone, and is not abandoned by law', () => {
    const talk = surveyed();
    talk.order('a', 'agent.logout');
    heard(talk, false);
    talk.stage.pass(100);
    expect(talk.view().stage).toBe('in-flow');
    expect(talk.events('conversation.nobody-came')).toMatchObject([{ ending: 'abandonment-flow' }]);
    expect(talk.stage.engine.statistics('c')).toMatchObject({ abandoned: 0, transfers: { unserved: 1 } });
    expect(talk.stage.faults).toEqual([]);
  });

  it('leaves the agent with the customer where telephony refuses to part them', () => {
    const talk = new Talk(['a'], withFlows({}));
    talk.stage.tell({
      type: 'agent.transfer',
      agentId: 'a',
      target: { kind: 'flow', name: 'survey', asked: true },
    });
    talk.refused();
    expect(talk.view()).toMatchObject({ stage: 'talking', owner: 'a' });
    expect(talk.stage.sent('telephony.play')).toEqual([]);
  });
});

describe('the law of a flow', () => {
  const cleared = (given: readonly CallVoice[] | undefined, flow: Flow = SURVEY): Talk => {
    const talk = new Talk(['a'], withFlows({ flow }), given);
    return talk;
  };

  it('is asked of each voice apart, before the call', () => {
    const talk = cleared(['prerecorded']);
    expect(talk.stage.last('journal.open')).toMatchObject({ voices: ['live'], givenVoices: ['prerecorded'] });
    talk.order('a', 'agent.transfer', { target: unasked });
    expect(talk.view().stage).toBe('in-flow');
  });

  it('keeps an unasked voice from a person for whom it is not allowed', () => {
    for (const given of [[], undefined]) {
      const talk = cleared(given);
      talk.order('a', 'agent.transfer', { target: unasked });
      expect(talk.events('order.rejected')).toMatchObject([{ code: 'flow-not-permitted' }]);
      expect(talk.view().stage).toBe('talking');
      talk.order('a', 'agent.transfer', { target: asked });
      expect(talk.view().stage).toBe('in-flow');
    }
  });

  it('is not satisfied by a word in the call where the flow sells', () => {
    const talk = cleared([], { ...SURVEY, telemarketing: true });
    talk.order('a', 'agent.transfer', { target: asked });
    expect(talk.view().stage).toBe('talking');
  });
});

it('names the flows that there are where another is asked for, and is no third party', () => {
  const talk = new Talk(
    ['a'],
    withFlows({}, { name: 'payment', flow: messageFlow({ id: 'p', media: ['sound:p'] }) }),
  );
  talk.order('a', 'agent.transfer', { target: { kind: 'flow', name: 'voicemail' } });
  talk.order('a', 'agent.consult', { target: asked });
  expect(talk.events('order.rejected')).toMatchObject([
    { code: 'flow-not-permitted', reason: expect.stringContaining('there are survey, payment') },
    { code: 'flow-not-permitted' },
  ]);
});

describe('a dialer that died while an agent had the customer', () => {
  it.each([
    { givenVoices: ['prerecorded'], stage: 'in-flow' },
    { givenVoices: [], stage: 'talking' },
    { givenVoices: undefined, stage: 'talking' },
  ] as const)('knows what the law said of the voices: $givenVoices', ({ givenVoices, stage }) => {
    const adopted = new Stage(withFlows({}));
    const openedAt = adopted.now - 60_000;
    const marks = { liveAnswerAt: openedAt, connectedAt: openedAt };
    const known = { attemptId: 'c-1-6', lead: lead(1), phone: '+12125550001', agentId: 'a', marks, openedAt };
    adopted.tell({ type: 'telephony.up' }, { type: 'campaign.start' });
    const open = [{ ...known, mode: 'power' as const, ...defined({ givenVoices }) }];
    adopted.tell({ type: 'campaign.recovered', epoch: 2, open, counters: [] });
    adopted.tell({ type: 'call.reconciled', attemptId: 'c-1-6', fate: 'connected', agentIds: ['a'] });
    adopted.tell({ type: 'agent.login', agentId: 'a', skills: [] });
    adopted.tell({ type: 'agent.transfer', agentId: 'a', target: unasked });
    const { attemptId, revision } = adopted.last('telephony.arrange');
    adopted.tell({ type: 'conversation.arranged', attemptId, revision });
    expect(adopted.engine.calls('c')[0]?.conversation?.stage).toBe(stage);
    expect(adopted.faults).toEqual([]);
  });
});

describe('a dialer that died while a flow had the customer', () => {
  const CUSTOMER = 'c-1-6';

  function restarted(flow: string | undefined, mode: 'power' | 'inbound' = 'power'): Stage {
    const stage = new Stage(withFlows({}));
    stage.tell({ type: 'telephony.up' }, { type: 'campaign.start' });
    const openedAt = stage.now - 60_000;
    const marks = { liveAnswerAt: openedAt, connectedAt: openedAt };
    const known = {
      attemptId: CUSTOMER,
      lead: lead(1),
      phone: '+12125550001',
      agentId: 'a',
      marks,
      openedAt,
    };
    const open = [{ ...known, mode, ...defined({ flow }) }];
    stage.tell({ type: 'campaign.recovered', epoch: 2, open, counters: [] });
    stage.tell({ type: 'call.reconciled', attemptId: CUSTOMER, fate: 'answered' });
    return stage;
  }

  it.each(['power', 'inbound'] as const)('lets it begin anew, out of music: %s', (mode) => {
    const stage = restarted('survey', mode);
    expect(stage.last('telephony.arrange').parties).toMatchObject([{ place: 'music' }]);
    expect(stage.last('telephony.play')).toMatchObject({
      attemptId: CUSTOMER,
      media: ['sound:survey/stars'],
    });
    stage.tell({ type: 'call.digit', attemptId: CUSTOMER, digit: '4' });
    stage.tell({ type: 'call.ended', attemptId: CUSTOMER, cause: { q850: 16, by: 'us' } });
    expect(stage.last('journal.close').result).toMatchObject({
      outcome: 'conversation',
      disposition: 'sale',
      agentId: 'a',
      abandoned: false,
      variables: { stars: '4' },
    });
    expect(stage.faults).toEqual([]);
  });

  it.each([undefined, 'gone'])('seeks an agent where the flow is not known: %s', (flow) => {
    const stage = restarted(flow);
    expect(stage.sent('telephony.play')).toEqual([]);
    expect(stage.engine.calls('c')[0]?.conversation?.stage).toBe('seeking');
  });
});
