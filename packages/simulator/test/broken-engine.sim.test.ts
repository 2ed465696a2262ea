import { describe, expect, jest, test } from '@jest/globals';
import { WEEK_DAYS, type DialCommand, type Fact, type OpenRequest, type Ports } from '@outdial/core';
import {
  createPlainGate,
  createSimulatedList,
  DEFAULT_AGENTS,
  DEFAULT_CARRIER,
  NO_FAULTS,
  simulateCampaign,
  simulatedSettings,
  type AgentProfile,
  type InvariantNumber,
  type SimulationOptions,
  type SimulationResult,
  type Tampering,
} from '../src/index.js';
import { expectSound } from './check-seed.js';

/**
 * Each invariant broken at least once, by a wrapper between the engine and its ports or its settings: the
 * auditor must notice, and name the right one.
 */

const MINUTE = 60_000;

jest.setTimeout(MINUTE);
const START = Date.UTC(2026, 5, 2, 10);

/** A crowded power campaign without any fault: calls abandoned now and then, well within a generous limit. */
function scenario(
  changes: Partial<SimulationOptions> = {},
  mode: 'power' | 'progressive' = 'power',
): SimulationOptions {
  const limits = [
    { id: 'test.abandonment', limit: 0.5, period: { startsAt: START, lengthMs: 30 * 24 * 60 * MINUTE } },
  ];
  const agents: AgentProfile[] = Array.from({ length: 5 }, (_, index) => ({
    agentId: `agent-${String(index)}`,
    campaignId: 'spring',
  }));
  return {
    seed: 5,
    startAt: START,
    duration: 10 * MINUTE,
    agents,
    list: createSimulatedList({ seed: 5, leads: 200, alternateShare: 0.3 }),
    settings: simulatedSettings(
      { campaignId: 'spring', mode, startsAt: START },
      { callsPerAgent: 3, limits, lines: 12 },
    ),
    carrier: {
      ...DEFAULT_CARRIER,
      answerRateByHour: Array.from({ length: 24 }, () => 0.5),
      bridgeFailShare: 0,
      silencePatience: { kind: 'constant', value: 20_000 },
    },
    behaviour: { ...DEFAULT_AGENTS, talkTime: { kind: 'exponential', mean: 30_000 } },
    ...changes,
  };
}

function broken(
  tampering: Tampering,
  changes: Partial<SimulationOptions> = {},
  mode: 'power' | 'progressive' = 'power',
): SimulationResult {
  return simulateCampaign(scenario({ ...changes, drainLimit: 30 * MINUTE, tampering }, mode));
}

function found(result: SimulationResult, invariant: InvariantNumber): readonly string[] {
  return result.audit.violations
    .filter((violation) => violation.invariant === invariant)
    .map(({ what }) => what);
}

const journal = (change: (journal: Ports['journal']) => Partial<Ports['journal']>): Tampering => ({
  ports: (ports) => ({ ...ports, journal: { ...ports.journal, ...change(ports.journal) } }),
});
const telephony = (change: (telephony: Ports['telephony']) => Partial<Ports['telephony']>): Tampering => ({
  ports: (ports) => ({ ...ports, telephony: { ...ports.telephony, ...change(ports.telephony) } }),
});
/** Every fifth attempt, by its number. */
const chosen = (attemptId: string): boolean => attemptId.endsWith('3') || attemptId.endsWith('8');

describe('the auditor', () => {
  test.each(['power', 'progressive'] as const)(
    'finds nothing wrong with the engine as it is (%s)',
    (mode) => {
      const result = simulateCampaign(scenario({}, mode));
      expectSound(result);
      expect(result.statistics.heardAnAgent).toBeGreaterThan(20);
      if (mode === 'power') expect(result.statistics.abandoned).toBeGreaterThan(3);
    },
  );

  test('1: notices attempts whose end is never written', () => {
    const result = broken(
      journal((real) => ({
        close: (command) => (chosen(command.attemptId) ? undefined : real.close(command)),
      })),
    );
    expect(found(result, 1)).toContain('the attempt has no outcome');
    expect(result.drained).toBe(false);
  });

  test('1: notices leads that are not given back', () => {
    const result = broken({
      ports: (ports) => ({ ...ports, leads: { ...ports.leads, release: () => undefined } }),
    });
    expect(found(result, 1)).toContain('the lead is still claimed after the drain');
  });

  test('1: notices outcomes that are not what happened', () => {
    const result = broken(
      journal((real) => ({
        close: (command) =>
          real.close({ ...command, result: { ...command.result, outcome: 'conversation' } }),
      })),
    );
    expect(found(result, 1)).toContain("nobody answered, yet the outcome is 'conversation'");
    expect(found(result, 1)).toContain('a conversation that nobody had');
  });

  test('2: notices a second call to a number that is being called', () => {
    const result = broken(
      telephony((real) => ({
        dial: (command) => {
          real.dial(command);
          if (chosen(command.attemptId)) real.dial({ ...command, attemptId: `${command.attemptId}0000` });
        },
      })),
    );
    expect(found(result, 2)).toContain('two calls to one number at once');
  });

  test('3: notices calls that no law allowed', () => {
    const allowing: Tampering = {
      gate: () => ({
        decide: (request) => ({
          allowed: true,
          refusals: [],
          nextAllowedAt: request.at,
          record: { at: request.at, mode: request.mode },
        }),
      }),
    };
    const result = broken(allowing, { startAt: Date.UTC(2026, 5, 2, 20, 50) });
    expect(found(result, 3)).toContain('the law was asked outside calling hours, and allowed');
  });

  test('3: notices calls cleared in another mode than they are placed in', () => {
    const milder = (command: OpenRequest): OpenRequest => ({
      ...command,
      mode: 'manual',
      humanInitiated: true,
    });
    const result = broken(journal((real) => ({ open: (command) => real.open(milder(command)) })));
    expect(found(result, 3)).toContain('a manual call without an agent');
    expect(found(result, 3)).toContain('the campaign never was in manual mode');
  });

  test('3: notices calls placed long after they were allowed', () => {
    const late = (command: DialCommand): DialCommand => ({
      ...command,
      expiresAt: command.expiresAt + 30 * MINUTE,
    });
    const result = broken(
      telephony((real) => ({ dial: (command) => real.dial(late(command)) })),
      { trunk: { lines: 2, callsPerSecond: 1 } },
    );
    expect(found(result, 3)).toContain('the decision was stale when the call was placed');
  });

  test('3: notices audio that was not cleared', () => {
    const result = broken({
      settings: (settings) => ({ ...settings, machineDetection: { onMachine: 'voicemail', sampleShare: 0 } }),
      ports: (ports) => ({
        ...ports,
        journal: {
          ...ports.journal,
          open: (command) => ports.journal.open({ ...command, voices: ['live'] }),
        },
      }),
    });
    expect(found(result, 3)).toContain('prerecorded audio was played that had not been cleared');
  });

  test('3: notices calls to people who asked not to be called', () => {
    const deaf: Tampering = {
      gate: (gate) => ({
        decide: (request) => gate.decide({ ...request, lead: { ...request.lead, learned: [] } }),
      }),
      ports: (ports) => ({
        ...ports,
        journal: {
          ...ports.journal,
          close: (command) =>
            ports.journal.close({
              ...command,
              result: {
                ...command.result,
                closes: 'none',
                lead: { ...command.result.lead, status: 'open', nextDialableAt: command.at },
              },
            }),
        },
      }),
    };
    const result = broken(deaf, {
      list: createSimulatedList({ seed: 5, leads: 30 }),
      behaviour: {
        ...DEFAULT_AGENTS,
        talkTime: { kind: 'exponential', mean: 5_000 },
        dispositions: [{ code: 'do-not-call', weight: 1 }],
      },
    });
    expect(found(result, 3)).toContain("called after having said 'do-not-call-person'");
  });

  test('4: notices live answers that are left in silence', () => {
    const result = broken(telephony(() => ({ play: () => undefined })));
    expect(found(result, 4)).toContain('a live answer was left in silence past its deadline');
  });

  test('4: notices abandoned calls that are not counted', () => {
    const result = broken(
      journal((real) => ({
        close: (command) => real.close({ ...command, result: { ...command.result, abandoned: false } }),
      })),
    );
    expect(found(result, 4)).toContain('a live answer without an agent in time is not counted as abandoned');
  });

  test('5: notices calls placed without an agent while the budget is spent', () => {
    const result = broken(
      { settings: (settings) => ({ ...settings, limits: [] }) },
      {
        settings: simulatedSettings(
          { campaignId: 'spring', mode: 'power', startsAt: START },
          { callsPerAgent: 3, lines: 12 },
        ),
      },
    );
    expect(found(result, 5).length).toBeGreaterThan(0);
  });

  test('6: notices calls that precede their journal', () => {
    let ports: Ports | undefined;
    const early = (command: OpenRequest): DialCommand => ({
      campaignId: command.campaignId,
      attemptId: command.attemptId,
      phone: command.phone,
      callerNumber: command.callerNumber,
      ringTimeoutMs: 25_000,
      setupTimeoutMs: 10_000,
      detectMachine: false,
      at: command.at,
      expiresAt: command.at + 2_000,
    });
    const result = broken({
      ports: (real) => {
        ports = real;
        return {
          ...real,
          journal: {
            ...real.journal,
            open: (command) => {
              ports?.telephony.dial(early(command));
              real.journal.open(command);
            },
          },
        };
      },
    });
    expect(found(result, 6)).toContain('the call was placed before its attempt was in the journal');
  });

  test('6: notices calls that have no attempt at all', () => {
    const result = broken(
      telephony((real) => ({
        dial: (command) =>
          real.dial(
            chosen(command.attemptId) ? { ...command, attemptId: `${command.attemptId}0000` } : command,
          ),
      })),
    );
    expect(found(result, 6)).toContain('a call without an attempt in the journal');
  });

  test('6: notices more calls a day than the cap allows', () => {
    const hasty: Tampering = {
      ports: (ports) => ({
        ...ports,
        journal: {
          ...ports.journal,
          close: (command) =>
            ports.journal.close({
              ...command,
              result: {
                ...command.result,
                lead: { ...command.result.lead, status: 'open', nextDialableAt: command.at },
              },
            }),
        },
      }),
    };
    const result = broken(hasty, { list: createSimulatedList({ seed: 5, leads: 10 }) });
    expect(found(result, 6)).toContain('more than 3 calls to one lead in 24 hours');
  });

  test('3: notices calls outside the own hours of the campaign; a sound engine places none', () => {
    const minuteOfDay = 10 * 60;
    const open = [{ days: WEEK_DAYS, fromMinute: minuteOfDay + 3, toMinute: minuteOfDay + 6 }];
    const schedule = { timeZone: 'UTC', open, firstDay: null, lastDay: null, closedDays: [] };
    const settings = simulatedSettings(
      { campaignId: 'spring', mode: 'progressive', startsAt: START },
      { schedule },
    );
    const sound = simulateCampaign(scenario({ settings, drainLimit: 30 * MINUTE }));
    expect(sound.audit.violations).toEqual([]);
    const placedAt = sound.log.calls.map(({ invitedAt }) => Math.floor((invitedAt - START) / MINUTE));
    expect([...new Set(placedAt)].sort()).toEqual([3, 4, 5]);
    const deaf = broken({ settings: (given) => ({ ...given, schedule: null }) }, { settings });
    expect(found(deaf, 3)).toContain("a call outside the campaign's own hours");
  });

  test('7: notices more calls at once than there are lines', () => {
    const result = broken({
      settings: (settings) => ({ ...settings, lines: 1_000, callsPerSecond: 100, callsPerAgent: 8 }),
    });
    expect(found(result, 7)).toContain('more than 12 calls at once');
  });

  test('7: notices legs and timers that nobody took down', () => {
    const result = broken({
      ports: (ports) => ({
        ...ports,
        telephony: { ...ports.telephony, hangUpAgent: () => undefined },
        scheduler: {
          ...ports.scheduler,
          set: (command) =>
            ports.scheduler.set(
              command.timerId === 'tick' ? command : { ...command, at: command.at + 1_000 * MINUTE },
            ),
          cancel: () => undefined,
        },
      }),
    });
    expect(found(result, 7)).toContain("5 agents' legs were left after the drain");
    expect(found(result, 7).some((what) => what.endsWith('timers were left after the drain'))).toBe(true);
  });

  test('7: notices calls placed under the kill switch', () => {
    const unheard = (fact: Fact): Fact | null => (fact.type === 'kill-switch' ? null : fact);
    const orders = [
      { after: 5 * MINUTE, order: { type: 'kill-switch', on: true, reason: 'drill' } as const },
    ];
    const result = broken({ fact: unheard }, { orders });
    expect(found(result, 7)).toContain('a call was placed under the kill switch');
  });

  test('3: notices calls under a law that is in force no more', () => {
    const laws = [
      { from: -Infinity, law: { fromHour: 8, toHour: 21, utcOffsetHours: 0 } },
      { from: START + 5 * MINUTE, law: { fromHour: 8, toHour: 10, utcOffsetHours: 0 } },
    ];
    const sound = simulateCampaign(scenario({ law: laws, drainLimit: 30 * MINUTE }));
    expect(sound.audit.violations).toEqual([]);
    expect(Math.max(...sound.log.calls.map(({ invitedAt }) => invitedAt))).toBeLessThan(START + 6 * MINUTE);
    const old = createPlainGate(laws.slice(0, 1));
    const result = broken({ gate: () => old }, { law: laws });
    expect(found(result, 3)).toContain('the law was asked outside calling hours, and allowed');
  });

  test('3: notices more calls to a person than the law allows', () => {
    const law = { fromHour: 8, toHour: 21, utcOffsetHours: 0, mostPerDay: 1 };
    const forgetful: Tampering = {
      gate: (gate) => ({ decide: (request) => gate.decide({ ...request, history: [] }) }),
    };
    const list = createSimulatedList({ seed: 5, leads: 60, doubledShare: 0.5 });
    const result = broken(forgetful, { law, list, duration: 20 * MINUTE });
    expect(found(result, 3)).toContain('more than the 1 calls a day that the law allows');
  });

  test('4: notices calls that our dialplan answered in an outage, and nobody counted', () => {
    const deaf = (fact: Fact): Fact | null => (fact.type === 'call.reconciled' ? null : fact);
    const outages = {
      every: { kind: 'constant', value: 60_000 },
      length: { kind: 'constant', value: 8_000 },
    } as const;
    const result = broken({ fact: deaf }, { faults: { ...NO_FAULTS, telephonyDown: outages } });
    expect(found(result, 4)).toContain(
      'heard our message for want of a dialer, and is not counted as abandoned',
    );
  });

  test('10: notices a campaign that does not come back from its faults', () => {
    const stuck = (fact: Fact): Fact | null =>
      fact.type === 'telephony.up' && fact.at > START + MINUTE ? null : fact;
    const outages = {
      every: { kind: 'constant', value: 120_000 },
      length: { kind: 'constant', value: 5_000 },
    } as const;
    const faults = { ...NO_FAULTS, telephonyDown: outages };
    const result = broken({ fact: stuck }, { faults }, 'progressive');
    expect(found(result, 10)).toContain('dialing did not resume after the faults');
  });
});
