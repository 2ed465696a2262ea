/** Repeats requests whose effect an answer left unknown, where a second time does no more than the first. */
import type { OperationName, OperationParameters, OperationResults } from '../generated/operations.js';
import type { AriRequests } from '../roles.js';
import { isAnsweredInDoubt, isMissing } from './ari-request-error.js';

/** Pauses before a request is repeated, ms. Asterisk answers, so what it lacks comes back soon. */
const PAUSES_MS = [20, 100, 300];

/**
 * What a repeated request does. `same`: what the first did. `ends`: it ends something, so that "there is no
 * such thing" after an answer in doubt means that it is done. Absent: a second time would place, play or
 * record once more; who sends it asks what exists instead.
 */
const REPEATED: Partial<Record<OperationName, 'same' | 'ends'>> = {
  'applications.filter': 'same',
  'applications.subscribe': 'same',
  'bridges.addChannel': 'same',
  'bridges.create': 'same',
  'bridges.destroy': 'ends',
  'bridges.list': 'same',
  'bridges.removeChannel': 'same',
  'channels.get': 'same',
  'channels.getChannelVar': 'same',
  'channels.hangup': 'ends',
  'channels.list': 'same',
  'channels.mute': 'same',
  'channels.ring': 'same',
  'channels.ringStop': 'same',
  'channels.rtpstatistics': 'same',
  'channels.setChannelVar': 'same',
  'channels.startMoh': 'same',
  'channels.startSilence': 'same',
  'channels.stopMoh': 'same',
  'channels.stopSilence': 'same',
  'channels.unmute': 'same',
  'playbacks.get': 'same',
  'playbacks.stop': 'ends',
  'recordings.deleteStored': 'ends',
  'recordings.getLive': 'same',
  'recordings.getStored': 'same',
  'recordings.mute': 'same',
  'recordings.stop': 'ends',
  'recordings.unmute': 'same',
};

/**
 * Requests that are repeated three times while answers leave their effect unknown. A request without an
 * answer is not: the connection says when Asterisk is back.
 */
export function repeatInDoubt(requests: AriRequests): AriRequests {
  return {
    call: async <Name extends OperationName>(
      name: Name,
      parameters: OperationParameters[Name],
      options?: { readonly timeoutMs?: number },
    ): Promise<OperationResults[Name]> => {
      const repeated = REPEATED[name];
      for (let tries = 0; ; tries += 1) {
        try {
          return await requests.call(name, parameters, options);
        } catch (error) {
          // an ending order has no result, so none is missing when an earlier try carried it out
          if (tries > 0 && repeated === 'ends' && isMissing(error))
            return undefined as OperationResults[Name];
          const pauseMs = repeated === undefined ? undefined : PAUSES_MS[tries];
          if (pauseMs === undefined || !isAnsweredInDoubt(error)) throw error;
          await new Promise((resolve) => setTimeout(resolve, pauseMs));
        }
      }
    },
  };
}
