/**
 * Writes the carrier's SIPp scenario to standard output: one scenario, the last two digits of the called
 * number pick the behaviour.
 */
import { behaviours, mix } from './behaviours.mjs';
import {
  compared,
  endings,
  INVITE_CSEQ,
  jumpIf,
  logged,
  receiveInvite,
  response,
  ringing,
} from './scenario.mjs';

const play = (file, loops = 1) => `  <nop><action><exec rtp_stream="${file},${loops},0"/></action></nop>`;
const press = (
  digit,
) => `  <nop><action><exec play_pcap_audio="parties/dtmf_2833_${digit === '#' ? 'pound' : digit}.pcap"/></action></nop>
  <pause milliseconds="500"/>`;
const hold = (talkMs) => `  <recv request="BYE" timeout="${talkMs}" ontimeout="hang" next="byed"/>`;

function refusal(status) {
  return [
    logged('refused', status),
    response(status, { cseq: INVITE_CSEQ }),
    '  <recv request="ACK" next="end"/>',
  ];
}

function answer({ audio, loops, digits, waitMs, talkMs }) {
  const lines = [
    response('200 OK', { media: audio ? 'stream' : 'none', cseq: INVITE_CSEQ }),
    '  <recv request="ACK" rtd="true" crlf="true"/>',
    logged('answered'),
  ];
  if (audio) lines.push(play(audio, loops));
  if (digits) lines.push(`  <pause milliseconds="${waitMs}"/>`, ...[...digits].map(press));
  return [...lines, hold(talkMs)];
}

function steps(label, b) {
  if (b.kind === 'dead')
    return ['  <recv request="CANCEL" timeout="40000" ontimeout="end" next="cancelled"/>'];
  const lines = b.ringMs > 0 ? [] : [response('100 Trying', { tag: false })];
  if (b.kind === 'early' || b.kind === 'earlyAnswer') {
    lines.push(logged('progress'), response('183 Session Progress', { media: 'stream' }));
    if (b.kind === 'early') lines.push(play(b.audio));
    lines.push(ringing(b.waitMs, `${label}_f`));
    return [
      ...lines,
      ...(b.kind === 'early' ? refusal(b.status) : answer({ audio: b.audio, talkMs: b.talkMs })),
    ];
  }
  if (b.ringMs > 0) lines.push(logged('ringing'), response('180 Ringing'), ringing(b.ringMs, `${label}_f`));
  return [...lines, ...(b.kind === 'final' ? refusal(b.status) : answer(b))];
}

const label = (digits) => `b${digits}`;
const byDigits = Object.entries(behaviours).sort(([a], [b]) => a.localeCompare(b));
const out = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<scenario name="carrier">',
  receiveInvite('sip:[+]?[0-9]*([0-9][0-9])@'),
  // digits 99: a draw
  compared('sfx', '99', 'not_equal'),
  '  <nop hide="true" next="pick" test="t"/>',
  ...mix
    .slice(0, -1)
    .flatMap(([percent, digits]) => [
      '  <nop hide="true"><action>' +
        `<test assign_to="t" variable="rnd" compare="less_than" value="${percent}"/></action></nop>`,
      `  <nop hide="true" next="${label(digits)}" test="t"/>`,
    ]),
  `  <nop hide="true" next="${label(mix.at(-1)[1])}"/>`,
  '  <label id="pick"/>',
  ...byDigits.map(([digits]) => jumpIf('sfx', digits, label(digits))),
  `  <nop hide="true" next="${label('00')}"/>`, // any other number: a human
  ...byDigits.flatMap(([digits, b]) => [
    `  <!-- ${digits} ${b.name} -->\n  <label id="${label(digits)}"/>`,
    ...steps(label(digits), b),
  ]),
  endings(),
];
const text = `${out.join('\n')}\n`.replace(/^ +/gm, '').replaceAll(' hide="true"', '');
if (text.length >= 65_536)
  throw new Error(
    `the scenario has ${text.length} characters, but SIPp reads 65,535 at most: drop a behaviour`,
  );
process.stdout.write(text);
