import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpRequests } from '../src/transport/http-requests.js';
import { closeRigs, createUpRig, eventually } from './fake-ari/rig.js';

const servers: Server[] = [];

afterEach(async () => {
  await closeRigs();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** Requests to a server that answers as `answer` does. */
async function requestsTo(answer: (response: ServerResponse) => void): Promise<HttpRequests> {
  const server = createServer((_request, response) => answer(response));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return new HttpRequests({ url: `http://127.0.0.1:${port}`, username: 'u', password: 'p' }, 1);
}

describe('a server that answers too much', () => {
  test('is read to the limit and no further', async () => {
    let sent = 0;
    const chunk = Buffer.alloc(65_536, ' ');
    const requests = await requestsTo((response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length;
        response.once('drain', more);
      };
      more();
    });
    await expect(requests.call('channels.list', {}, 20_000)).rejects.toMatchObject({
      code: 'ari-no-answer',
      what: expect.stringContaining('the answer is longer than 67,108,864 bytes'),
    });
    expect(sent).toBeLessThan(100_000_000);
    await requests.close();
  });

  test('or too slowly is given up in time', async () => {
    let timer: NodeJS.Timeout | undefined;
    const requests = await requestsTo((response) => {
      response.writeHead(200);
      timer = setInterval(() => response.write(' '), 10);
    });
    const startedAt = performance.now();
    await expect(requests.call('channels.list', {}, 200)).rejects.toMatchObject({ code: 'ari-no-answer' });
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    clearInterval(timer);
    await requests.close();
  });

  test('with nonsense instead of JSON is an error, not a result', async () => {
    const requests = await requestsTo((response) => response.end('<html>'));
    await expect(requests.call('channels.list', {}, 2_000)).rejects.toThrow('the answer is not JSON');
    await requests.close();
  });
});

describe('a server with strange events', () => {
  test('an event of 2 MB ends the socket; it is opened again', async () => {
    const rig = await createUpRig();
    rig.ari.send({ type: 'StasisStart', args: ['x'.repeat(2_000_000)] });
    await rig.until('telephony.down');
    await rig.until('telephony.up');
  });

  test.each<[string, unknown, unknown]>([
    ['a reason of 500 kB', 17, `SIP 486 ${'x'.repeat(500_000)}`],
    ['a cause that is text', '17', 'SIP 486 Busy\u001b[2J\r\nHere'],
    ['a cause that is a list', [17], { value: 'SIP 486' }],
    ['a cause beyond Q.850', 4e9, null],
  ])('%s is cut and typed', async (_what, cause, text) => {
    const rig = await createUpRig();
    const { channelId } = await rig.dial();
    const channel = rig.ari.describe(channelId);
    rig.ari.send({ type: 'ChannelVarset', variable: 'OUTDIAL_HANGUP', value: text, channel });
    rig.ari.channels.delete(channelId);
    rig.ari.send({ type: 'ChannelDestroyed', cause, tech_cause: cause, channel });
    const ended = await rig.until('call.ended');
    expect(ended.cause.q850).toBe(cause === 17 ? 17 : 0);
    expect(ended.cause.text ?? '').toHaveLength(Math.min(200, (ended.cause.text ?? '').length));
    // oxlint-disable-next-line no-control-regex -- none of these may be left
    expect(JSON.stringify(ended)).not.toMatch(/[^\\]\\u001b|[\u0000-\u001f]/);
  });

  test('an answer without arguments, and a key that is none, change nothing else', async () => {
    const rig = await createUpRig();
    const { attemptId, channelId } = await rig.dial();
    rig.ari.channels.get(channelId)!.state = 'Up';
    const channel = rig.ari.describe(channelId);
    rig.ari.send({ type: 'StasisStart', args: 7, channel });
    rig.ari.send({ type: 'ChannelDtmfReceived', digit: { key: 1 }, channel });
    rig.ari.send({ type: 'ChannelDtmfReceived', digit: '1'.repeat(100_000), channel });
    rig.ari.send({ type: 'ChannelDtmfReceived', digit: '5', channel });
    await rig.until('call.digit');
    expect(rig.story(attemptId)).toEqual(['call.dialing', 'call.answered', 'call.digit']);
  });

  test.each([['null'], ['7'], ['"text"'], ['[]'], ['{"type":7}'], ['{'], ['{"type":"StasisStart"}']])(
    'the message %s is survived',
    async (text) => {
      const rig = await createUpRig();
      rig.ari.send(text);
      const { channelId } = await rig.dial();
      rig.ari.ring(channelId);
      await rig.until('call.ringing');
      await eventually(() => rig.telephony.status().up, 'the connection is up');
    },
  );
});
