/** The adapter, as the engine uses it: commands in, facts out. */
import { createAsteriskTelephony } from '@outdial/asterisk-adapter';

const now = () => Math.floor(performance.timeOrigin + performance.now());

/** A driver of the workload on the adapter over one of its transports. */
export async function createAdapter({ ari, trunk }, handlers, transport) {
  const faults = [];
  let isUp = () => undefined;
  const connected = new Promise((resolve) => {
    isUp = resolve;
  });
  const take = {
    'telephony.up': () => isUp(),
    'call.answered': ({ attemptId }) => handlers.answered(attemptId),
    'call.connected': ({ attemptId }) => handlers.connected(attemptId),
    'call.ended': ({ attemptId }) => handlers.ended(attemptId),
    'agent.leg-up': ({ agentId }) => handlers.answered(agentId),
    'call.connect-failed': (fact) => faults.push(fact),
  };
  const telephony = createAsteriskTelephony(
    {
      node: 'bench',
      server: { url: ari.url, username: ari.user, password: ari.password },
      trunks: [
        { name: 'carrier', endpoint: `PJSIP/{number}@${trunk}`, channels: 1_000, callsPerSecond: 1_000 },
      ],
      agents: { hold: 'nothing', connectBeep: null, audioWithinMs: null },
      transport,
    },
    (fact) => take[fact.type]?.(fact),
  );
  telephony.start();
  await connected;
  return {
    ring: async (agentId, station) => telephony.ringAgent({ agentId, station, at: now() }),
    call: async (attemptId, phone) =>
      telephony.dial({
        campaignId: 'bench',
        attemptId,
        phone,
        callerNumber: '+12025550100',
        ringTimeoutMs: 20_000,
        setupTimeoutMs: 20_000,
        detectMachine: false,
        at: now(),
        expiresAt: now() + 10_000,
      }),
    connect: async (attemptId, agentId) => telephony.connect({ attemptId, agentId, at: now() }),
    // The adapter takes its own bridge down.
    free: async () => undefined,
    hangUp: async (agentId) => telephony.hangUpAgent({ agentId, at: now() }),
    close: async () => {
      await telephony.stop();
      if (faults.length > 0) console.error(`${faults.length} connects failed: ${faults[0].reason}`);
    },
  };
}
