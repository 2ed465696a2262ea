/** Pieces of SIPp scenarios shared by the carrier's and the agents' generators. */

const sdp = (port) => `v=0
      o=lab 1 1 IN IP[local_ip_type] [local_ip]
      s=-
      c=IN IP[media_ip_type] [media_ip]
      t=0 0
      m=audio [${port}] RTP/AVP 0 101
      a=rtpmap:0 PCMU/8000
      a=rtpmap:101 telephone-event/8000
      a=fmtp:101 0-16
      a=sendrecv
`;

export const TAG = ';tag=[pid]s[call_number]';

/**
 * A response. `media`: `stream` (audio by rtp_stream), `none` (session description without audio sent) or
 * undefined.
 */
export function response(status, { media, cseq = '[last_CSeq:]', tag = true } = {}) {
  const port = media === 'stream' ? 'rtpstream_audio_port' : 'media_port';
  const body =
    media === undefined
      ? '      Content-Length: 0\n\n'
      : '      Content-Type: application/sdp\n' + `      Content-Length: [len]\n\n      ${sdp(port)}`;
  return `  <send><![CDATA[
      SIP/2.0 ${status}
      [last_Via:]
      [last_Record-Route:]
      [last_From:]
      [last_To:]${tag ? TAG : ''}
      [last_Call-ID:]
      ${cseq}
      Contact: <sip:[local_ip]:[local_port];transport=[transport]>
${body}]]></send>`;
}

/** The CSeq of the INVITE, for final responses sent after another request. */
export const INVITE_CSEQ = 'CSeq: [$icseq] INVITE';

/** Waits for a CANCEL for `ms`; without one goes on at `label`. */
export const ringing = (
  ms,
  label,
) => `  <recv request="CANCEL" timeout="${ms}" ontimeout="${label}" next="cancelled"/>
  <label id="${label}"/>`;

/** Jumps to `label` when variable `variable` equals `value`. */
export const jumpIf = (variable, value, label) =>
  `${compared(variable, value, 'equal')}\n  <nop hide="true" next="${label}" test="t"/>`;

/** Sets `t` where a variable is `compare` (equal, not_equal) to a value. */
export const compared = (variable, value, compare) =>
  `  <nop hide="true"><action><strcmp assign_to="c" variable="${variable}" value="${value}"/>` +
  `<test assign_to="t" variable="c" compare="${compare}" value="0"/></action></nop>`;

/**
 * A line in the calls log: event, date, time, epoch seconds, call id, then `text`, separated by tabs. Place
 * it before a message is sent: the reply may arrive before the next step runs, and SIPp gives up a call whose
 * step does not expect it.
 */
export const logged = (event, text = '') => {
  const message = [event, '[timestamp]', '[call_id]', ...(text === '' ? [] : [text])].join('\t');
  return `  <nop hide="true"><action><log message="${message}"/></action></nop>`;
};

/** The INVITE and what is remembered of it; `suffix` is a regular expression whose group is kept as `sfx`. */
export const receiveInvite = (suffix) => `  <recv request="OPTIONS" optional="true" next="options"/>
  <recv request="INVITE" crlf="true" rrs="true">
    <action>
      <ereg regexp="${suffix}" search_in="hdr" header="To:" assign_to="j1,sfx"/>
      <ereg regexp="[0-9]+" search_in="hdr" header="CSeq:" assign_to="icseq"/>
      <ereg regexp=".*" search_in="hdr" header="From:" assign_to="ifrom"/>
      <ereg regexp=".*" search_in="hdr" header="To:" assign_to="ito"/>
      <sample assign_to="rnd" distribution="uniform" min="0" max="100"/>
      <log message="invite\t[timestamp]\t[call_id]\t[$ito]\t[$ifrom]"/>
    </action>
  </recv>
  <Reference variables="j1,sfx,icseq,ifrom,ito,rnd"/>`;

/** The ends every scenario shares: cancelled, OPTIONS, the far end's BYE, our own BYE. */
export const endings = () =>
  [
    '  <label id="cancelled"/>',
    logged('cancelled'),
    response('200 OK'),
    response('487 Request Terminated', { cseq: INVITE_CSEQ }),
    '  <recv request="ACK" next="end"/>',
    '  <label id="options"/>',
    response('200 OK'),
    '  <nop hide="true" next="end"/>',
    '  <label id="byed"/>',
    logged('ended', 'caller'),
    response('200 OK', { tag: false }),
    '  <nop hide="true" next="end"/>',
    '  <label id="hang"/>',
    logged('ended', 'called'),
    `  <send retrans="500"><![CDATA[
      BYE [next_url] SIP/2.0
      Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
      Max-Forwards: 70
      From:[$ito]${TAG}
      To:[$ifrom]
      Call-ID: [call_id]
      CSeq: 1 BYE
      Content-Length: 0

]]></send>`,
    '  <recv request="BYE" optional="true" next="byed"/>',
    '  <recv response="200" optional="true" next="end"/>',
    '  <recv response="481"/>',
    '  <label id="end"/>',
    '</scenario>',
  ].join('\n');
