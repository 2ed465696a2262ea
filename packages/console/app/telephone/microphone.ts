/** The microphone of the headset: asked for once, and again when it was unplugged. */

/** Why there is no microphone. */
export type MicrophoneFault = 'denied' | 'missing' | 'insecure';

/** What of the sound the browser cleans, as for every call. */
const AUDIO = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** The microphone, or why there is none. The browser asks the person the first time. */
export async function openMicrophone(): Promise<MediaStream | MicrophoneFault> {
  // Browsers have no devices on pages that are not from https: or this machine.
  if (!window.isSecureContext) return 'insecure';
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: AUDIO });
  } catch (error) {
    const isDenied = error instanceof DOMException && error.name === 'NotAllowedError';
    return isDenied ? 'denied' : 'missing';
  }
}

/** Tells once when the microphone is gone: unplugged, or its permission withdrawn. */
export function onMicrophoneGone(microphone: MediaStream, gone: () => void): void {
  for (const track of microphone.getAudioTracks()) track.addEventListener('ended', gone, { once: true });
}

/** Gives the microphone back: the browser shows that it is no longer used. */
export function closeMicrophone(microphone: MediaStream): void {
  for (const track of microphone.getTracks()) track.stop();
}
