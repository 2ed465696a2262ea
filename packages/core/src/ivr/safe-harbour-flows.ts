/**
 * The flows that ship with outdial: the message for calls no agent took in time, and the message left on a
 * machine.
 */
import { defined } from '../defined.js';
import { invariant } from '../invariant.js';
import type { Flow, FlowNode, PromptVoice } from './flow.js';
import { validateFlow } from './validate-flow.js';

const DEFAULT_OPT_OUT_DIGIT = '9';
/** How long the line stays open for the opt-out key after the message, ms. */
const DEFAULT_KEY_WAIT_MS = 5_000;
/** The message is repeated at most five times for someone who keeps pressing other keys. */
const MESSAGE_STEP_BUDGET = 12;
const DEFAULT_BEEP_TIMEOUT_MS = 15_000;

/** What the abandonment message needs. */
export interface AbandonmentFlowSettings {
  /**
   * Audio that says who called, and that the call was for telemarketing purposes; nothing else may be sold in
   * it.
   */
  readonly identification: readonly string[];
  /**
   * E.164. A number good for opt-outs during business hours for the whole campaign, at neither a premium nor
   * a toll rate.
   */
  readonly optOutNumber: string;
  /**
   * Audio that says this number. Default: the digit sounds that ship with Asterisk, `sound:digits/1` and so
   * on.
   */
  readonly optOutNumberMedia?: readonly string[];
  /** Audio that tells which key opts out, for instance "press 9 not to be called again". */
  readonly optOutOffer: readonly string[];
  /** Default '9'. */
  readonly optOutDigit?: string;
  /** Whom an opt-out covers. Default 'number'. */
  readonly scope?: 'number' | 'person';
  /** Default 'prerecorded'. */
  readonly voice?: PromptVoice;
  /** The words of all of it, for people who review the campaign. */
  readonly transcript?: string;
}

/**
 * The safe-harbour flow for a live answer that no agent can take: it identifies the caller, gives a number
 * for opt-outs, offers an opt-out by key press from the first word to five seconds after the last, records
 * the opt-out, and ends the call.
 *
 * Source: 47 CFR 64.1200(a)(7)(i)(A)-(B); 16 CFR 310.4(b)(4)(iii). No other key interrupts the message, so
 * that it is always heard whole.
 *
 * @throws InvariantError when the settings make no valid flow (for instance an empty list of audio).
 */
export function abandonmentFlow(settings: AbandonmentFlowSettings): Flow {
  const digit = settings.optOutDigit ?? DEFAULT_OPT_OUT_DIGIT;
  const number = settings.optOutNumberMedia ?? spokenDigits(settings.optOutNumber);
  return shipped({
    id: 'abandonment',
    telemarketing: true,
    start: 'message',
    optOutKey: { digit, to: 'opt-out' },
    stepBudget: MESSAGE_STEP_BUDGET,
    nodes: {
      message: {
        kind: 'play',
        prompt: {
          media: [...settings.identification, ...number, ...settings.optOutOffer],
          voice: settings.voice ?? 'prerecorded',
          says: ['identification', 'opt-out-number', 'opt-out-key'],
          ...defined({ transcript: settings.transcript }),
        },
        next: 'wait-for-key',
      },
      'wait-for-key': keyWait(),
      'opt-out': { kind: 'opt-out', scope: settings.scope ?? 'number', next: 'end' },
      end: { kind: 'hang-up' },
    },
  });
}

/**
 * Listens for the opt-out key. A person who presses another key by mistake hears the message again instead of
 * silence.
 */
function keyWait(): FlowNode {
  return {
    kind: 'gather',
    timeoutMs: DEFAULT_KEY_WAIT_MS,
    branches: {},
    otherwise: 'message',
    onNoInput: 'end',
    onNoMatch: 'end',
  };
}

/** What a message on an answering machine needs. */
export interface VoicemailFlowSettings {
  /**
   * The audio to leave. It must name the caller at its head; a selling message must also give a toll-free
   * number for opt-outs.
   */
  readonly message: readonly string[];
  /** Whether the message sells. */
  readonly telemarketing: boolean;
  /** Default 'prerecorded'. */
  readonly voice?: PromptVoice;
  /** Longest wait for the beep, ms. Without a beep the message is played then. Default 15,000. */
  readonly beepTimeoutMs?: number;
  /** The key by which a person who answers after all opts out. Default '9'. */
  readonly optOutDigit?: string;
  /** Whom an opt-out covers. Default 'number'. */
  readonly scope?: 'number' | 'person';
  /**
   * The disposition to note once the message was played to its end; absent: the campaign's own for machines.
   */
  readonly disposition?: string;
  readonly transcript?: string;
}

/**
 * Waits for the beep, leaves the message, and hangs up.
 *
 * @throws InvariantError when the settings make no valid flow (for instance an empty list of audio).
 */
export function voicemailFlow(settings: VoicemailFlowSettings): Flow {
  const { disposition } = settings;
  return shipped({
    id: 'voicemail',
    telemarketing: settings.telemarketing,
    start: 'message',
    optOutKey: { digit: settings.optOutDigit ?? DEFAULT_OPT_OUT_DIGIT, to: 'opt-out' },
    nodes: {
      message: {
        kind: 'leave-message',
        timeoutMs: settings.beepTimeoutMs ?? DEFAULT_BEEP_TIMEOUT_MS,
        prompt: {
          media: settings.message,
          voice: settings.voice ?? 'prerecorded',
          says: settings.telemarketing ? ['identification', 'opt-out-number'] : ['identification'],
          ...defined({ transcript: settings.transcript }),
        },
        next: disposition === undefined ? 'end' : 'note',
      },
      ...(disposition === undefined ? {} : { note: { kind: 'disposition', code: disposition, next: 'end' } }),
      'opt-out': { kind: 'opt-out', scope: settings.scope ?? 'number', next: 'end' },
      end: { kind: 'hang-up' },
    },
  });
}

/** What a plain message needs. */
export interface MessageFlowSettings {
  /** Name of the flow. */
  readonly id: string;
  readonly media: readonly string[];
  readonly transcript?: string;
}

/**
 * Says one thing and hangs up: for callers who come outside the hours or wait for too long.
 *
 * @throws InvariantError when the settings make no valid flow (for instance an empty list of audio).
 */
export function messageFlow({ id, media, transcript }: MessageFlowSettings): Flow {
  return shipped({
    id,
    telemarketing: false,
    start: 'message',
    nodes: {
      message: {
        kind: 'play',
        prompt: { media, voice: 'prerecorded', ...defined({ transcript }) },
        next: 'end',
      },
      end: { kind: 'hang-up' },
    },
  });
}

function spokenDigits(phone: string): readonly string[] {
  return [...phone].filter((sign) => sign >= '0' && sign <= '9').map((sign) => `sound:digits/${sign}`);
}

function shipped(flow: Flow): Flow {
  const validation = validateFlow(flow);
  const problems = validation.ok ? [] : validation.problems;
  const texts = problems.map(({ path, message, remedy }) => `${path} ${message}. ${remedy}`);
  invariant(validation.ok, `the settings make no valid ${flow.id} flow: ${texts.join(' ')}`);
  return validation.flow;
}
