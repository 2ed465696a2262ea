/**
 * What the lab's carrier does with a call, by the last two digits of the called number.
 *
 * `kind`: `answer` (180 after nothing, 200 after `ringMs`, plays `audio`, BYE after `talkMs` unless the caller hung up first),
 * `final` (a refusing response after `ringMs`), `early` (183 with `audio`, then a refusal), `earlyAnswer` (183, then an answer),
 * `dtmf` (answers, sends `digits` by RFC 2833 after `ringMs`), `dead` (never replies). `who` is the truth a machine detection is
 * judged by: `human`, `machine` or `other`. Durations in milliseconds.
 */
const P = 'parties/';
export const behaviours = {
  '00': { name: 'human', kind: 'answer', ringMs: 200, audio: `${P}human-hello.ul`, talkMs: 60_000, who: 'human' },
  '01': { name: 'human, rings 2 s', kind: 'answer', ringMs: 2000, audio: `${P}human-who.ul`, talkMs: 60_000, who: 'human' },
  '02': { name: 'machine, standard greeting and beep', kind: 'answer', ringMs: 1000, audio: `${P}machine-standard.ul`, talkMs: 60_000, who: 'machine' },
  '03': { name: 'machine, short', kind: 'answer', ringMs: 1000, audio: `${P}machine-short.ul`, talkMs: 60_000, who: 'machine' },
  '04': { name: 'machine, business', kind: 'answer', ringMs: 1000, audio: `${P}machine-business.ul`, talkMs: 60_000, who: 'machine' },
  '05': { name: 'human, yes', kind: 'answer', ringMs: 500, audio: `${P}human-yes.ul`, talkMs: 60_000, who: 'human' },
  '06': { name: 'human, says the name', kind: 'answer', ringMs: 500, audio: `${P}human-name.ul`, talkMs: 60_000, who: 'human' },
  '07': { name: 'human, slow', kind: 'answer', ringMs: 500, audio: `${P}human-slow.ul`, talkMs: 60_000, who: 'human' },
  '08': { name: 'answers, no audio packets at all', kind: 'answer', ringMs: 300, talkMs: 60_000, who: 'other' },
  '09': { name: 'tone', kind: 'answer', ringMs: 300, audio: `${P}tone.ul`, talkMs: 60_000, who: 'other' },
  10: { name: 'busy', kind: 'final', ringMs: 300, status: '486 Busy Here' },
  11: { name: 'rings until cancelled', kind: 'answer', ringMs: 120_000, talkMs: 1000, who: 'other' },
  12: { name: 'not found', kind: 'final', ringMs: 100, status: '404 Not Found' },
  13: { name: 'congestion', kind: 'final', ringMs: 100, status: '503 Service Unavailable' },
  14: { name: 'declined', kind: 'final', ringMs: 300, status: '603 Decline' },
  15: { name: 'answers, hangs up after 500 ms', kind: 'answer', ringMs: 300, talkMs: 500, who: 'other' },
  16: { name: 'unavailable', kind: 'final', ringMs: 300, status: '480 Temporarily Unavailable' },
  17: { name: 'special information tones, then not found', kind: 'early', audio: `${P}sit.ul`, waitMs: 2500, status: '404 Not Found' },
  18: { name: 'never replies', kind: 'dead' },
  19: { name: 'forbidden', kind: 'final', ringMs: 300, status: '403 Forbidden' },
  20: { name: 'presses 1234#', kind: 'dtmf', ringMs: 300, digits: '1234#', waitMs: 1000, talkMs: 20_000, who: 'human' },
  21: { name: 'talks 5 s, hangs up', kind: 'answer', ringMs: 300, audio: `${P}tone.ul`, talkMs: 5000, who: 'other' },
  22: { name: 'silent audio packets', kind: 'answer', ringMs: 300, audio: `${P}silence.ul`, talkMs: 60_000, who: 'other' },
  23: { name: 'human, long greeting', kind: 'answer', ringMs: 300, audio: `${P}human-long.ul`, talkMs: 60_000, who: 'human' },
  24: { name: 'machine, brief', kind: 'answer', ringMs: 300, audio: `${P}machine-brief.ul`, talkMs: 60_000, who: 'machine' },
  25: { name: 'human, noisy line', kind: 'answer', ringMs: 300, audio: `${P}human-noisy.ul`, talkMs: 60_000, who: 'human' },
  26: { name: 'presses 9 after 3 s', kind: 'dtmf', ringMs: 300, digits: '9', waitMs: 3000, talkMs: 20_000, who: 'human' },
  27: { name: 'early media, then human', kind: 'earlyAnswer', waitMs: 800, audio: `${P}human-hello.ul`, talkMs: 60_000, who: 'human' },
  28: { name: 'human, hangs up after 2 s', kind: 'answer', ringMs: 300, audio: `${P}human-hello.ul`, talkMs: 2000, who: 'human' },
  29: { name: 'presses 1 after 3 s', kind: 'dtmf', ringMs: 300, digits: '1', waitMs: 3000, talkMs: 60_000, who: 'human' },
  30: { name: 'answers at once, no audio, 120 s', kind: 'answer', ringMs: 0, talkMs: 120_000, who: 'other' },
  31: { name: 'answers at once, no audio, 1 s', kind: 'answer', ringMs: 0, talkMs: 1000, who: 'other' },
  32: { name: 'answers at once, no audio, 10 s', kind: 'answer', ringMs: 0, talkMs: 10_000, who: 'other' },
  33: { name: 'unwanted', kind: 'final', ringMs: 100, status: '607 Unwanted' },
  34: { name: 'rejected by an analytics engine', kind: 'final', ringMs: 100, status: '608 Rejected' },
  35: { name: 'blocked by the network', kind: 'final', ringMs: 100, status: '603 Network Blocked' },
  36: { name: 'gone', kind: 'final', ringMs: 100, status: '410 Gone' },
  37: { name: 'server error', kind: 'final', ringMs: 100, status: '500 Server Internal Error' },
};

/** Digits 99 draw a behaviour at random: cumulative percentages, the share a list of households might show. */
export const mix = [[22, '00'], [30, '01'], [48, '02'], [55, '03'], [67, '10'], [89, '11'], [93, '12'], [95, '13'], [97, '15'], [100, '14']];
