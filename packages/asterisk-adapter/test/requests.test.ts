import { describe, expect, test } from '@jest/globals';
import { requestOf } from '../src/transport/request-of.js';
import { AriRequestError } from '../src/transport/ari-request-error.js';

describe('requests to ARI', () => {
  test('carry the parameters of POST in the body, so that no number stands in a request line', () => {
    const { method, path, body } = requestOf('channels.originate', {
      endpoint: 'PJSIP/15551230001@trunk',
      channelId: 'od-a',
      variables: { A: '1' },
      timeout: undefined,
    });
    expect({ method, path }).toEqual({ method: 'POST', path: '/channels' });
    expect(JSON.parse(body ?? '')).toEqual({
      endpoint: 'PJSIP/15551230001@trunk',
      channelId: 'od-a',
      variables: { A: '1' },
    });
  });

  test('carry the parameters of GET and DELETE in the query, and escape those of the path', () => {
    expect(requestOf('channels.hangup', { channelId: 'od-a/b', reason: 'normal' })).toEqual({
      method: 'DELETE',
      path: '/channels/od-a%2Fb?reason=normal',
    });
    expect(requestOf('channels.list', {})).toEqual({ method: 'GET', path: '/channels' });
  });

  test('send the event filter as the body itself', () => {
    expect(
      requestOf('applications.filter', { applicationName: 'outdial-n', filter: { allowed: [] } }),
    ).toEqual({ method: 'PUT', path: '/applications/outdial-n/eventFilter', body: '{"allowed":[]}' });
  });

  test('fail with a text that masks what could be a telephone number', () => {
    const error = new AriRequestError({
      operation: 'channels.originate',
      status: 400,
      detail: 'bad endpoint PJSIP/15551230001@trunk',
    });
    expect(error.what).toBe('channels.originate: status 400, bad endpoint PJSIP/#@trunk.');
    expect(error).toMatchObject({ code: 'ari-request-refused', retryable: false });
    const unanswered = new AriRequestError({ operation: 'channels.list', status: null, detail: 'timeout' });
    expect(unanswered).toMatchObject({ code: 'ari-no-answer', retryable: true });
    const failed = new AriRequestError({ operation: 'channels.list', status: 503 });
    expect(failed).toMatchObject({ code: 'ari-server-failed', retryable: true });
  });
});
