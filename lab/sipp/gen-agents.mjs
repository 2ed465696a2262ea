/**
 * Writes the agents' SIPp scenario to standard output. 101 to 150 answer after 200 ms and send a tone until
 * the other side hangs up; 151 is busy, 152 rings until cancelled, 153 hangs up 2 s after answering, 154
 * answers and sends no audio.
 */
import { endings, INVITE_CSEQ, jumpIf, logged, receiveInvite, response, ringing } from './scenario.mjs';

const tone = '  <nop><action><exec rtp_stream="parties/tone.ul,-1,0"/></action></nop>';
const answer = (label, { ringMs, audio, talkMs }) => [
  `  <label id="${label}"/>`,
  logged('ringing'),
  response('180 Ringing'),
  ringing(ringMs, `${label}_f`),
  response('200 OK', { media: audio ? 'stream' : 'none', cseq: INVITE_CSEQ }),
  '  <recv request="ACK"/>',
  logged('answered'),
  ...(audio ? [tone] : []),
  `  <recv request="BYE" timeout="${talkMs}" ontimeout="hang" next="byed"/>`,
];
const DAY = 86_400_000;
const out = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<scenario name="agents">',
  receiveInvite('sip:([0-9]+)@'),
  jumpIf('sfx', '151', 'busy'),
  jumpIf('sfx', '152', 'rings'),
  jumpIf('sfx', '153', 'leaves'),
  jumpIf('sfx', '154', 'mute'),
  ...answer('answers', { ringMs: 200, audio: true, talkMs: DAY }),
  ...answer('rings', { ringMs: DAY, audio: true, talkMs: 1000 }),
  ...answer('leaves', { ringMs: 200, audio: true, talkMs: 2000 }),
  ...answer('mute', { ringMs: 200, audio: false, talkMs: DAY }),
  '  <label id="busy"/>',
  logged('refused', '486 Busy Here'),
  response('486 Busy Here'),
  '  <recv request="ACK" next="end"/>',
  endings(),
];
process.stdout.write(`${out.join('\n')}\n`);
