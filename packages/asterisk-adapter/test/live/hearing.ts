/** What is in audio: 16-bit samples, 8,000 a second. The lab's agents and called parties send 440 Hz. */

/** What somebody hears. */
export type Heard = 'silence' | 'tone' | 'ringing' | 'music';

const SAMPLES_PER_SECOND = 8_000;
const TONE_HZ = 440;
/** The lab's ringing tone is the tone and this one, equally loud. */
const RINGING_HZ = 480;
/** Root mean square below which nothing is heard: Asterisk's silence is 0, its music may begin softly. */
const SILENCE = 5;
/** Samples of one block: 50 ms. */
const BLOCK = 400;
/** Share of the energy that is the tone's, where nothing else sounds. */
const TONE_SHARE = 0.8;

/** Root mean square of each 100 ms, for each channel. */
export function levelsOf(audio: Buffer, channels: 2): readonly [readonly number[], readonly number[]] {
  const sides: [number[], number[]] = [[], []];
  const frame = channels * 2;
  const block = (SAMPLES_PER_SECOND / 10) * frame;
  for (let from = 0; from + block <= audio.length; from += block) {
    for (const side of [0, 1] as const) {
      let energy = 0;
      for (let at = from + side * 2; at < from + block; at += frame) energy += audio.readInt16LE(at) ** 2;
      sides[side].push(Math.round(Math.sqrt(energy / (block / frame))));
    }
  }
  return sides;
}

/**
 * Tells tone and ringing from music by the share of energy at their frequencies, block by block: a block that
 * a late packet has torn is no music.
 */
export function soundOf(audio: Buffer): Heard {
  // The first moments may still be what was heard before.
  const samples = samplesOf(audio.subarray(Math.min(audio.length >> 2, 1_600) & ~1));
  const sounds: Heard[] = [];
  for (let from = 0; from + BLOCK <= samples.length; from += BLOCK)
    sounds.push(soundOfBlock(samples.slice(from, from + BLOCK)));
  const heard = sounds.filter((sound) => sound !== 'silence');
  if (heard.length === 0) return 'silence';
  const most = (['tone', 'ringing'] as const).find(
    (sound) => heard.filter((each) => each === sound).length * 2 > heard.length,
  );
  return most ?? 'music';
}

function soundOfBlock(samples: readonly number[]): Heard {
  const energy = samples.reduce((sum, sample) => sum + sample ** 2, 0);
  if (Math.sqrt(energy / samples.length) < SILENCE) return 'silence';
  const tone = shareOf(samples, energy, TONE_HZ);
  if (tone > TONE_SHARE) return 'tone';
  const other = shareOf(samples, energy, RINGING_HZ);
  return tone + other > TONE_SHARE && Math.min(tone, other) > 0.2 ? 'ringing' : 'music';
}

/** Share of the energy that is at a frequency (Goertzel). */
function shareOf(samples: readonly number[], energy: number, hz: number): number {
  const turn = (2 * Math.PI * hz) / SAMPLES_PER_SECOND;
  let [real, imaginary] = [0, 0];
  for (const [index, sample] of samples.entries()) {
    real += sample * Math.cos(turn * index);
    imaginary += sample * Math.sin(turn * index);
  }
  return (2 * (real ** 2 + imaginary ** 2)) / (samples.length * energy);
}

function samplesOf(audio: Buffer): readonly number[] {
  return Array.from({ length: audio.length >> 1 }, (_, index) => audio.readInt16LE(index * 2));
}
