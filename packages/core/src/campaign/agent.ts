/** Life of an agent as the pacer knows it. */
export type AgentState = 'offline' | 'ready' | 'reserved' | 'talking' | 'wrap-up' | 'pausing' | 'paused';
