import { describe, expect, it } from '@jest/globals';
import { lead, Stage } from '../stage.js';

function talking(settings = {}): { stage: Stage; attemptId: string } {
  const stage = new Stage(settings);
  stage.start(['a']);
  stage.supply(lead(1));
  const [attemptId] = stage.openAll() as [string];
  stage.tell({ type: 'call.answered', attemptId }, { type: 'call.connected', attemptId, agentId: 'a' });
  return { stage, attemptId };
}
const end = (attemptId: string) =>
  ({ type: 'call.ended', attemptId, cause: { q850: 16, by: 'far' } }) as const;
const result = (stage: Stage) => stage.last('journal.close').result;
const states = (stage: Stage) =>
  stage.events.flatMap((event) => (event.type === 'agent.state' ? [event.state] : []));

describe('wrap-up', () => {
  it('ends by its timer with a code that reads as a conversation', () => {
    const { stage, attemptId } = talking();
    stage.tell(end(attemptId));
    stage.pass(30_000);
    expect(result(stage)).toMatchObject({
      outcome: 'conversation',
      disposition: 'unspecified',
      wrapUpMs: 30_000,
    });
    expect(stage.engine.statistics('c').agents.ready).toBe(1);
  });

  it('takes a disposition given while talking, hangs up, and needs no wrap-up', () => {
    const { stage, attemptId } = talking();
    stage.tell({ type: 'agent.dispose', agentId: 'a', code: 'do-not-call' });
    expect(stage.last('telephony.hangUp').attemptId).toBe(attemptId);
    stage.tell(end(attemptId));
    expect(result(stage)).toMatchObject({
      disposition: 'do-not-call',
      closes: 'person',
      learned: [{ kind: 'do-not-call-person', source: 'agent' }],
      lead: { status: 'closed' },
    });
  });

  it('rejects an unknown code with the reason', () => {
    const { stage } = talking();
    stage.tell({ type: 'agent.dispose', agentId: 'a', code: 'nonsense' });
    expect(stage.events.at(-1)).toMatchObject({
      type: 'order.rejected',
      reason: expect.stringContaining('nonsense') as unknown,
    });
  });
});

describe('a pause asked for with the disposition', () => {
  const lunch = { type: 'agent.dispose', agentId: 'a', pause: 'lunch' } as const;
  const pauses = (stage: Stage) =>
    stage.events.flatMap((event) =>
      event.type === 'agent.state' && event.state === 'paused' ? [event.code] : [],
    );

  it('begins when the wrap-up ends, whether it was said in the wrap-up or while talking', () => {
    for (const says of ['talking', 'in wrap-up']) {
      const { stage, attemptId } = talking();
      if (says === 'in wrap-up') stage.tell(end(attemptId));
      stage.tell({ ...lunch, code: 'do-not-call' });
      if (says === 'talking') stage.tell(end(attemptId));
      expect({ says, pauses: pauses(stage) }).toEqual({ says, pauses: ['login', 'lunch'] });
      expect(states(stage)).not.toContain('pausing');
      expect(stage.engine.statistics('c').agents.ready).toBe(0);
      stage.tell({ type: 'agent.ready', agentId: 'a' });
      expect(stage.engine.statistics('c').agents.ready).toBe(1);
    }
  });

  it('begins after a callback that the law allows, and not before', () => {
    const { stage, attemptId } = talking();
    stage.tell(end(attemptId));
    stage.tell({ ...lunch, code: 'callback', callback: { at: stage.now + 3_600_000 } });
    expect(pauses(stage)).toEqual(['login']);
    const { requestId } = stage.last('journal.checkCallback');
    const allowed = { allowed: true, nextAllowedAt: stage.now + 3_600_000, refusals: [] } as const;
    stage.tell({ type: 'callback.checked', requestId, ...allowed });
    expect(pauses(stage)).toEqual(['login', 'lunch']);
  });

  it('is not taken from a disposition that is rejected', () => {
    const { stage, attemptId } = talking();
    stage.tell({ ...lunch, code: 'nonsense' }, end(attemptId));
    stage.tell({ type: 'agent.dispose', agentId: 'a', code: 'do-not-call' });
    expect(pauses(stage)).toEqual(['login']);
  });
});

describe('callbacks', () => {
  it('are promised only when the law allows the time', () => {
    const { stage, attemptId } = talking();
    stage.tell(end(attemptId));
    const callback = { at: stage.now + 3_600_000, agentId: 'a' };
    stage.tell({ type: 'agent.dispose', agentId: 'a', code: 'callback', callback });
    const { requestId } = stage.last('journal.checkCallback');
    stage.tell({
      type: 'callback.checked',
      requestId,
      allowed: false,
      nextAllowedAt: stage.now + 9_000_000,
      refusals: [],
    });
    expect(stage.events.at(-1)).toMatchObject({
      type: 'callback.refused',
      nextAllowedAt: stage.now + 9_000_000,
    });
    expect(stage.sent('journal.close')).toHaveLength(0);
    stage.tell({ type: 'agent.dispose', agentId: 'a', code: 'callback', callback });
    stage.tell({
      type: 'callback.checked',
      requestId,
      allowed: true,
      nextAllowedAt: callback.at,
      refusals: [],
    });
    expect(result(stage)).toMatchObject({
      disposition: 'callback',
      lead: { reason: 'callback', nextDialableAt: callback.at, callback },
    });
  });
});

describe('a callback agreed while talking', () => {
  const agreed = (allowed: boolean): ReturnType<typeof talking> => {
    const { stage, attemptId } = talking();
    const callback = { at: stage.now + 3_600_000 };
    stage.tell({ type: 'agent.dispose', agentId: 'a', code: 'callback', callback });
    const { requestId } = stage.last('journal.checkCallback');
    const nextAllowedAt = callback.at;
    // The answer comes before the call has ended.
    stage.tell({ type: 'callback.checked', requestId, allowed, nextAllowedAt, refusals: [] });
    stage.tell(end(attemptId));
    return { stage, attemptId };
  };

  it('needs no wrap-up once the law has allowed it', () => {
    const { stage } = agreed(true);
    expect(result(stage)).toMatchObject({ disposition: 'callback', lead: { reason: 'callback' } });
  });

  it('is not promised where the law has refused it: the agent says anew what the call was', () => {
    const { stage } = agreed(false);
    expect(stage.events).toContainEqual(expect.objectContaining({ type: 'callback.refused' }));
    expect(stage.sent('journal.close')).toHaveLength(0);
    stage.tell({ type: 'agent.dispose', agentId: 'a', code: 'sale' });
    expect(result(stage)).toMatchObject({ disposition: 'sale' });
  });
});

describe('pausing and leaving', () => {
  it('pauses after the call in hand', () => {
    const { stage, attemptId } = talking();
    stage.tell({ type: 'agent.pause', agentId: 'a', code: 'lunch' }, end(attemptId), {
      type: 'agent.dispose',
      agentId: 'a',
      code: 'sale',
    });
    expect(stage.engine.statistics('c').agents.paused).toBe(1);
    expect(stage.events.findLast((event) => event.type === 'agent.state')).toMatchObject({
      state: 'paused',
      code: 'lunch',
    });
  });

  it('keeps a pausing agent connectable until the calls dialed on his account have resolved', () => {
    const stage = new Stage({ mode: 'power', callsPerAgent: 1, limits: [] });
    stage.start(['a']);
    stage.supply(lead(1), lead(2));
    const [attemptId] = stage.openAll() as [string];
    stage.tell({ type: 'agent.pause', agentId: 'a', code: 'break' });
    expect(stage.engine.statistics('c').agents.pausing).toBe(1);
    expect(stage.sent('journal.open')).toHaveLength(1);
    stage.tell({ type: 'call.answered', attemptId });
    expect(stage.last('telephony.connect')).toMatchObject({ attemptId, agentId: 'a' });
    stage.tell({ type: 'call.connected', attemptId, agentId: 'a' }, end(attemptId), {
      type: 'agent.dispose',
      agentId: 'a',
      code: 'sale',
    });
    expect(stage.engine.statistics('c').agents.paused).toBe(1);
  });

  it('goes offline after the call when logging out while talking, and the leg is dropped', () => {
    const { stage, attemptId } = talking();
    stage.tell({ type: 'agent.logout', agentId: 'a' });
    expect(states(stage).at(-1)).toBe('talking');
    stage.tell(end(attemptId), { type: 'agent.dispose', agentId: 'a', code: 'sale' });
    expect(states(stage).at(-1)).toBe('offline');
    expect(stage.sent('telephony.hangUpAgent')).toHaveLength(1);
  });

  it('ends the call of an agent whose leg breaks, and gives him no new one', () => {
    const { stage, attemptId } = talking();
    stage.tell({ type: 'agent.leg-down', agentId: 'a', reason: 'far end hung up' });
    expect(stage.last('telephony.hangUp').attemptId).toBe(attemptId);
    stage.tell(end(attemptId), { type: 'agent.dispose', agentId: 'a', code: 'sale' });
    expect(stage.engine.statistics('c').agents.paused).toBe(1);
  });
});

describe('choosing an agent', () => {
  it('prefers the owner, then the longest idle, and asks for the lead’s skills', () => {
    const stage = new Stage({ mode: 'power', callsPerAgent: 1, limits: [] });
    stage.start();
    stage.seat('first');
    stage.pass(10);
    stage.seat('second', ['spanish']);
    stage.pass(10);
    stage.seat('third');
    stage.supply(lead(1, { ownerAgentId: 'third' }), lead(2, { skills: ['spanish'] }), lead(3));
    const ids = stage.openAll();
    for (const attemptId of ids) stage.tell({ type: 'call.answered', attemptId });
    expect(stage.sent('telephony.connect').map(({ agentId }) => agentId)).toEqual([
      'third',
      'second',
      'first',
    ]);
  });
});

describe('machine detection', () => {
  const detection = { machineDetection: { onMachine: 'hang-up', sampleShare: 0 } as const };

  it('hangs up on machines and connects doubts as people', () => {
    const stage = new Stage(detection);
    stage.start(['a', 'b']);
    stage.supply(lead(1), lead(2));
    const [first, second] = stage.openAll() as [string, string];
    for (const attemptId of [first, second]) stage.tell({ type: 'call.answered', attemptId });
    expect(stage.sent('telephony.connect')).toHaveLength(0);
    stage.tell({ type: 'call.detected', attemptId: first, verdict: 'machine' });
    expect(stage.last('telephony.hangUp').attemptId).toBe(first);
    stage.pass(6_000);
    expect(stage.last('telephony.connect').attemptId).toBe(second);
    stage.tell({ type: 'call.ended', attemptId: first, cause: { q850: 16, by: 'us' } });
    expect(result(stage)).toMatchObject({ outcome: 'machine', liveAnswer: false, machineVerdict: 'machine' });
  });

  it('counts a called party who left during detection as a live answer, abandoned after the grace', () => {
    const stage = new Stage(detection);
    stage.start(['a']);
    stage.supply(lead(1));
    const [attemptId] = stage.openAll() as [string];
    stage.tell({ type: 'call.answered', attemptId });
    stage.pass(2_500);
    stage.tell(end(attemptId));
    expect(result(stage)).toMatchObject({ outcome: 'abandoned', liveAnswer: true, abandoned: true });
  });

  it('takes an answer that the agent found to be a machine off the live answers', () => {
    const { stage, attemptId } = talking();
    stage.tell(end(attemptId), { type: 'agent.dispose', agentId: 'a', code: 'machine' });
    expect(result(stage)).toMatchObject({ outcome: 'machine', liveAnswer: false });
    expect(stage.engine.statistics('c')).toMatchObject({
      liveAnswers: 0,
      machines: 1,
      abandonment: [{ liveAnswers: 0 }],
    });
  });

  it('gives a sample of machine verdicts to agents and counts false positives in the abandonment rate', () => {
    const stage = new Stage({ machineDetection: { onMachine: 'hang-up', sampleShare: 0.5 } });
    stage.start(['a', 'b']);
    stage.supply(lead(1), lead(2));
    const [first, second] = stage.openAll() as [string, string];
    for (const attemptId of [first, second])
      stage.tell(
        { type: 'call.answered', attemptId },
        { type: 'call.detected', attemptId, verdict: 'machine' },
      );
    expect(stage.last('telephony.connect').attemptId).toBe(second);
    const agentId = stage.last('telephony.connect').agentId;
    stage.tell({ type: 'call.connected', attemptId: second, agentId }, end(second), {
      type: 'agent.dispose',
      agentId,
      code: 'sale',
    });
    const statistics = stage.engine.statistics('c');
    expect(statistics.falsePositiveRate).toBe(1);
    // One live answer, one hang-up on a machine that was a person by all measurement: half of the live
    // answers were abandoned.
    expect(statistics.abandonment[0]?.rate).toBeCloseTo(0.5);
  });
});

describe('the floor', () => {
  it('moves an agent to another campaign only when his call is done', () => {
    const { stage, attemptId } = talking();
    stage.engine.addCampaign({ ...stage.engine.floor.campaign('c')!.settings, campaignId: 'd' });
    stage.tell({ type: 'agent.login', agentId: 'a', campaignId: 'd' });
    expect(stage.engine.floor.campaignOf('a')).toBe('c');
    stage.tell(end(attemptId), { type: 'agent.dispose', agentId: 'a', code: 'sale' });
    expect(stage.engine.floor.campaignOf('a')).toBe('d');
    expect(stage.engine.statistics('c').agents.ready).toBe(0);
  });
});

describe('listeners', () => {
  it('that throw are reported and stop nothing', () => {
    const stage = new Stage();
    stage.engine.on('agent.state', () => {
      throw new Error('embedder bug');
    });
    const heard: string[] = [];
    stage.engine.on('agent.state', (event) => heard.push(event.state));
    stage.start(['a']);
    expect(stage.faults.length).toBeGreaterThan(0);
    expect(heard).toContain('ready');
  });
});
