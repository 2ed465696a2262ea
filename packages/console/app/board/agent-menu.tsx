/** The orders about one agent on the board. */
import type { Agent, CampaignDocument as Campaign } from '@outdial/client';
import { Menu } from '@mantine/core';
import { api } from '../data/api.js';
import { give } from '../data/orders.js';
import { TEXTS, fill } from '../texts.js';
import { ActionsMenu } from '../widgets/actions-menu.js';
import { useAsk, type Question } from '../widgets/ask.js';
import { monitor, takeOver } from './monitoring.js';

const { board } = TEXTS;

/** What the menu knows. */
export interface AgentMenuProps {
  readonly agent: Agent;
  readonly campaigns: readonly Campaign[];
  /** The supervisor who looks may listen: they have a desk, and this is another agent. */
  readonly mayListen: boolean;
}

/** The menu of an agent. What cannot be taken back asks once. */
export function AgentMenu({ agent, campaigns, mayListen }: AgentMenuProps) {
  const { ask, question } = useAsk();
  const { agentId, state, next } = agent;
  const name = agentId;
  const params = { path: { agentId } };
  const order = (path: 'ready' | 'hang-up' | 'log-out') => () =>
    void give(api.POST(`/api/v1/agents/{agentId}/${path}`, { params }));
  const isResting = state === 'paused' || state === 'pausing' || state === 'wrap-up' || next === 'paused';
  const hasCall = state === 'talking' || state === 'reserved';
  return (
    <>
      {question}
      <ActionsMenu label={fill(board.actions, { name })} width={260}>
        {mayListen && <ListenItems agent={agent} ask={ask} />}
        {isResting ? (
          <Menu.Item onClick={order('ready')}>
            {state === 'wrap-up' ? board.agentFinish : board.agentReady}
          </Menu.Item>
        ) : (
          <Menu.Item onClick={() => pause(agentId)}>{board.agentPause}</Menu.Item>
        )}
        <MoveItems agent={agent} campaigns={campaigns} />
        <Menu.Divider />
        {hasCall && (
          <Menu.Item
            color="red"
            onClick={() =>
              ask({
                text: fill(board.agentHangUpAsk, { name }),
                yes: board.agentHangUp,
                then: order('hang-up'),
              })
            }
          >
            {board.agentHangUp}
          </Menu.Item>
        )}
        <Menu.Item
          color="red"
          onClick={() =>
            ask({
              text: fill(board.agentLogOutAsk, { name }),
              yes: board.agentLogOut,
              then: order('log-out'),
            })
          }
        >
          {board.agentLogOut}
        </Menu.Item>
      </ActionsMenu>
    </>
  );
}

function pause(agentId: string): void {
  const params = { path: { agentId } };
  void give(api.POST('/api/v1/agents/{agentId}/pause', { params, body: { code: board.agentPauseCode } }));
}

function ListenItems({
  agent: { agentId, state },
  ask,
}: {
  readonly agent: Agent;
  readonly ask: (question: Question) => void;
}) {
  const name = agentId;
  return (
    <>
      <Menu.Item onClick={() => void monitor(agentId, 'listen')}>{board.listen}</Menu.Item>
      <Menu.Item onClick={() => void monitor(agentId, 'whisper')}>{fill(board.whisper, { name })}</Menu.Item>
      <Menu.Item onClick={() => void monitor(agentId, 'barge')}>{board.barge}</Menu.Item>
      {state === 'talking' && (
        <Menu.Item
          onClick={() =>
            ask({
              text: fill(board.takeOverAsk, { name }),
              yes: board.takeOver,
              then: () => void takeOver(agentId),
            })
          }
        >
          {board.takeOver}
        </Menu.Item>
      )}
      <Menu.Divider />
    </>
  );
}

function MoveItems({ agent, campaigns }: Pick<AgentMenuProps, 'agent' | 'campaigns'>) {
  const params = { path: { agentId: agent.agentId } };
  return campaigns
    .filter(({ campaignId }) => campaignId !== agent.campaignId)
    .map(({ campaignId, name }) => (
      <Menu.Item
        key={campaignId}
        onClick={() => void give(api.POST('/api/v1/agents/{agentId}/move', { params, body: { campaignId } }))}
      >
        {fill(board.agentMove, { name })}
      </Menu.Item>
    ));
}
