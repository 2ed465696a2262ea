/** The dial modes, and the voices that a call may play. */
/** The dial modes. 'manual': an agent asks for each call. */
export type DialMode = 'manual' | 'preview' | 'progressive' | 'power' | 'predictive' | 'agentless';

/** Modes in which a call is placed before it is known who takes it. */
export function mayOverdial(mode: DialMode): boolean {
  return mode === 'predictive' || mode === 'power';
}

/** What is heard on a call: a person, a recording, or a synthetic voice. */
export type CallVoice = 'live' | 'prerecorded' | 'artificial';
