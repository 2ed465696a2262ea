/** Every random draw about one call, made before it is placed. */
import type { MachineVerdict } from '@outdial/core';
import { sample } from '../random/distribution.js';
import type { RandomSource, RandomStream } from '../random/random-source.js';
import { localHour, type CallFate, type CarrierModel, type UnansweredFate } from './carrier-model.js';

/** Every random draw about one call, made when it is placed. Durations ms. */
export interface CallPlan {
  readonly fate: CallFate;
  readonly setup: number;
  /** From the first ringing to the answer, for 'human' and 'machine'. */
  readonly ring: number;
  readonly giveUp: number;
  readonly verdict: MachineVerdict;
  readonly detectionDelay: number;
  readonly conversationPatience: number;
  readonly silencePatience: number;
  readonly musicPatience: number;
  readonly recordingPatience: number;
  readonly key: string | null;
  readonly keyDelay: number;
  readonly greeting: number;
  readonly machineRecords: number;
  readonly utterance: number;
  readonly bridgeDelay: number;
  readonly bridgeFails: boolean;
}

/**
 * Draws the fate of the `nth` call (from 0) to a number. The draw depends on the seed, the number and `nth`
 * alone, never on the order in which calls are placed; only the hour of the day comes from outside.
 */
export function drawCallPlan(
  model: CarrierModel,
  random: RandomSource,
  phone: string,
  nth: number,
  at: number,
): CallPlan {
  const latent = latentTruth(model, random, phone);
  const stream = random.stream('call', phone, nth);
  const fateDraw = stream.uniform();
  const otherwise = pickFate(model.otherwise, stream);
  const answerRate = Math.min(1, (model.answerRateByHour[localHour(model, at)] ?? 0) * latent.reachability);
  const fate: CallFate = latent.invalid ? 'invalid' : fateDraw < answerRate ? 'human' : otherwise;
  return {
    fate,
    setup: sample(model.setupDelay, stream),
    ring: sample(fate === 'machine' ? model.machineRingTime : model.ringTime, stream),
    giveUp: sample(model.giveUpTime, stream),
    verdict: drawVerdict(model, fate, stream),
    detectionDelay: sample(model.detection.delay, stream),
    conversationPatience: sample(model.conversationPatience, stream),
    silencePatience: sample(model.silencePatience, stream),
    recordingPatience: sample(model.recordingPatience, stream),
    key:
      stream.chance(model.keyPress.share) && model.keyPress.keys.length > 0
        ? stream.pick(model.keyPress.keys)
        : null,
    keyDelay: sample(model.keyPress.delay, stream),
    greeting: sample(model.greeting, stream),
    machineRecords: sample(model.machineRecords, stream),
    utterance: sample(model.utterance, stream),
    bridgeDelay: sample(model.bridgeDelay, stream),
    bridgeFails: stream.chance(model.bridgeFailShare),
    musicPatience: sample(model.musicPatience, stream),
  };
}

/** What holds for a number at every call. */
function latentTruth(
  model: CarrierModel,
  random: RandomSource,
  phone: string,
): { readonly invalid: boolean; readonly reachability: number } {
  const stream = random.stream('number', phone);
  const invalid = stream.chance(model.invalidShare);
  return {
    invalid,
    reachability: sample({ kind: 'gamma', mean: 1, shape: model.reachabilityShape }, stream),
  };
}

function pickFate(weights: Readonly<Record<UnansweredFate, number>>, stream: RandomStream): UnansweredFate {
  const entries = Object.entries(weights) as [UnansweredFate, number][];
  let left = stream.uniform() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [fate, weight] of entries) {
    left -= weight;
    if (left < 0) return fate;
  }
  return 'no-answer';
}

function drawVerdict(model: CarrierModel, fate: CallFate, stream: RandomStream): CallPlan['verdict'] {
  const { missShare, falseShare, unsureShare } = model.detection;
  const unsure = stream.chance(unsureShare);
  const wrong = stream.chance(fate === 'machine' ? missShare : falseShare);
  if (unsure) return 'unsure';
  return (fate === 'machine') === wrong ? 'human' : 'machine';
}
