/** The dial modes, and the voices that a call may play. */
/** The dial modes. 'manual': an agent asks for each call. */
export type DialMode = 'manual' | 'preview' | 'progressive' | 'power' | 'predictive' | 'agentless';

/** Whether a call in this mode is placed before its agent is chosen. */
export function mayOverdial(mode: DialMode): boolean {
  return mode === 'predictive' || mode === 'power';
}

/** What the called party hears: a person, a recording, or a synthetic voice. */
export type CallVoice = 'live' | 'prerecorded' | 'artificial';
