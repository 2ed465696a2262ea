/** The port's media names as steps that Asterisk can play. */
/** One step of playing: media that Asterisk plays in one go, or silence that passes. */
export type PlayStep =
  | { readonly kind: 'media'; readonly media: readonly string[] }
  | { readonly kind: 'silence'; readonly ms: number };

const MEDIA = /^(sound|recording|tone|digits|number|characters):\S.*$/;

/**
 * Turns the port's media names into steps. 'silence:<ms>' is our own: Asterisk has no media of that kind.
 * Returns null when a name is not a media name, e.g. because it is empty.
 */
export function playSteps(media: readonly string[]): readonly PlayStep[] | null {
  const steps: PlayStep[] = [];
  for (const name of media) {
    const silence = /^silence:(\d+)$/.exec(name);
    const last = steps.at(-1);
    if (silence) steps.push({ kind: 'silence', ms: Number(silence[1]) });
    else if (!MEDIA.test(name)) return null;
    else if (last?.kind === 'media')
      steps[steps.length - 1] = { kind: 'media', media: [...last.media, name] };
    else steps.push({ kind: 'media', media: [name] });
  }
  return steps;
}
