import { validateFlow, type Flow, type Prompt } from '../../src/ivr/index.js';

export const prompt = (name: string, more: Partial<Prompt> = {}): Prompt => ({
  media: [`sound:${name}`],
  voice: 'prerecorded',
  ...more,
});

/** The flow, or a failure that lists its problems. */
export function valid(input: unknown): Flow {
  const validation = validateFlow(input);
  if (!validation.ok) throw new Error(JSON.stringify(validation.problems, null, 1));
  return validation.flow;
}

/**
 * A reminder with a menu: 1 agent, 2 leave a message, account number, opt-out by 9. Every kind of node but
 * leave-message is in it.
 */
export const reminder = {
  id: 'reminder',
  start: 'greeting',
  variables: { branch: 'main', account: '', choice: '', recording: '' },
  optOutKey: { digit: '*', to: 'opt-out' },
  nodes: {
    greeting: { kind: 'play', prompt: prompt('hello-{branch}', { fallback: ['sound:hello'] }), next: 'menu' },
    menu: {
      kind: 'gather',
      prompt: prompt('menu'),
      timeoutMs: 5_000,
      attempts: 3,
      branches: { '1': 'find-agent', '2': 'say', '3': 'ask-account' },
      store: 'choice',
      noInputPrompt: prompt('are-you-there'),
      noMatchPrompt: prompt('wrong-key'),
      onNoInput: 'bye',
      onNoMatch: 'bye',
    },
    'ask-account': {
      kind: 'gather',
      prompt: prompt('account'),
      bargeIn: false,
      minDigits: 4,
      maxDigits: 6,
      finishOn: '#',
      timeoutMs: 6_000,
      interDigitMs: 2_000,
      branches: { '0000': 'find-agent' },
      otherwise: 'by-branch',
      store: 'account',
      onNoInput: 'bye',
      onNoMatch: 'bye',
    },
    'by-branch': { kind: 'branch', variable: 'branch', cases: { north: 'note' }, otherwise: 'bye' },
    note: { kind: 'variable', name: 'choice', value: 'account {account}', next: 'done' },
    done: { kind: 'disposition', code: 'right-party', next: 'bye' },
    'find-agent': { kind: 'transfer', skills: ['sales'], onFailed: 'sorry' },
    sorry: { kind: 'play', prompt: { media: ['sound:sorry'], voice: 'artificial' }, next: 'say' },
    say: { kind: 'record', maxMs: 30_000, finishOn: '#', store: 'recording', next: 'bye' },
    'opt-out': { kind: 'opt-out', scope: 'person', next: 'confirm' },
    confirm: { kind: 'play', prompt: prompt('removed'), next: 'end' },
    bye: { kind: 'play', prompt: prompt('bye'), next: 'end' },
    end: { kind: 'hang-up' },
  },
} as const;
