/** Agents and called parties of a rig, brought to where a test begins. */
import { eventually, type Rig } from './rig.js';

/** The agent's station answers; answers the leg's channel. */
export async function legAnswers(rig: Rig, agentId: string): Promise<string> {
  rig.telephony.ringAgent({ agentId, station: '101', at: 0 });
  const find = (): string | undefined =>
    [...rig.ari.channels.keys()].find((id) => id.startsWith(`oa-${agentId}:`));
  await eventually(() => find() !== undefined, `no leg of ${agentId}`);
  const id = find() as string;
  rig.ari.answer(id, ['agent']);
  return id;
}

/** The agent's leg is up; answers its channel. */
export async function legUp(rig: Rig, agentId = 'anna'): Promise<string> {
  const id = await legAnswers(rig, agentId);
  await rig.until('agent.leg-up', (fact) => fact.agentId === agentId);
  return id;
}

/** A call that the called party has answered. */
export async function answeredCall(
  rig: Rig,
): Promise<{ readonly attemptId: string; readonly channelId: string }> {
  const call = await rig.dial();
  rig.ari.answer(call.channelId);
  await rig.until('call.answered', (fact) => fact.attemptId === call.attemptId);
  return call;
}
