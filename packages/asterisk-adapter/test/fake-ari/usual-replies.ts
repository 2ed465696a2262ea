/** What Asterisk answers to each operation, and what the operation does there. */
import type { FakeAsterisk } from './fake-asterisk.js';
import type { FakeRequest, Reply } from './fake-request.js';

/** Carries a request out and answers it. */
export function usualReply(server: FakeAsterisk, { operation, parameters: p }: FakeRequest): Reply {
  const channelId = String(p['channelId'] ?? '');
  const missing = { status: 404, body: { message: 'Channel not found' } };
  switch (operation) {
    case 'events.userEvent': {
      if (server.connected === 0) return { status: 404, body: { message: 'Application not found' } };
      const eventname = String(p['eventName']);
      server.send({
        type: 'ChannelUserevent',
        eventname,
        userevent: { eventname, ...Object(p['variables']) },
      });
      return { status: 204 };
    }
    case 'asterisk.getGlobalVar':
      return { status: 200, body: { value: server.globals.get(String(p['variable'])) ?? '' } };
    case 'asterisk.setGlobalVar':
      server.globals.set(String(p['variable']), String(p['value'] ?? ''));
      return { status: 204 };
    case 'channels.originate':
      return originate(server, p);
    case 'channels.list':
      return { status: 200, body: [...server.channels.keys()].map((id) => server.describe(id)) };
    case 'channels.get':
      return server.channels.has(channelId) ? { status: 200, body: server.describe(channelId) } : missing;
    case 'channels.hangup':
      if (!server.channels.has(channelId)) return missing;
      server.end(channelId, 16);
      return { status: 204 };
    case 'channels.getChannelVar':
      return {
        status: 200,
        body: { value: server.channels.get(channelId)?.variables[String(p['variable'])] ?? '' },
      };
    case 'channels.answer':
      if (!server.channels.has(channelId)) return missing;
      server.channel(channelId).state = 'Up';
      return { status: 204 };
    case 'channels.setChannelVar':
      if (!server.channels.has(channelId)) return missing;
      server.channel(channelId).variables[String(p['variable'])] = String(p['value']);
      return { status: 204 };
    case 'channels.continueInDialplan':
      Object.assign(server.channel(channelId), { context: String(p['context']), app: 'Playback' });
      return { status: 204 };
    case 'channels.rtpstatistics':
      return { status: 200, body: { rxcount: server.packets } };
    case 'channels.play':
      if (!server.channels.has(channelId)) return missing;
      server.playbacks.add(String(p['playbackId']));
      setTimeout(() => {
        server.playbacks.delete(String(p['playbackId']));
        server.send({
          type: 'PlaybackFinished',
          playback: { id: p['playbackId'], state: 'done', media_uri: '', target_uri: '' },
        });
      }, 5);
      return { status: 201, body: {} };
    case 'playbacks.get':
      return server.playbacks.has(String(p['playbackId']))
        ? { status: 200, body: { state: 'playing' } }
        : { status: 404 };
    case 'bridges.create':
      if (server.bridges.has(String(p['bridgeId'])))
        return { status: 409, body: { message: 'the bridge exists already' } };
      server.bridges.set(String(p['bridgeId']), []);
      return { status: 200, body: { id: p['bridgeId'] } };
    case 'bridges.addChannel':
      server.enterBridge(String(p['bridgeId']), [p['channel']].flat().join(',').split(','));
      return { status: 204 };
    case 'channels.record':
      return record(server, channelId, String(p['name']));
    case 'recordings.getLive':
      return { status: server.live.has(String(p['recordingName'])) ? 200 : 404, body: {} };
    case 'recordings.getStored':
      return { status: server.stored.has(String(p['recordingName'])) ? 200 : 404, body: {} };
    case 'recordings.getStoredFile':
      return { status: 200, body: server.stored.get(String(p['recordingName'])) };
    case 'recordings.deleteStored':
      return { status: server.stored.delete(String(p['recordingName'])) ? 204 : 404 };
    case 'recordings.mute':
    case 'recordings.unmute':
      server.silenced[operation === 'recordings.mute' ? 'add' : 'delete'](String(p['recordingName']));
      return { status: 204 };
    case 'recordings.stop':
      return { status: server.endRecording(String(p['recordingName'])) ? 204 : 404 };
    case 'bridges.removeChannel':
      return server.leaveBridge(String(p['bridgeId']), String(p['channel']))
        ? { status: 204 }
        : { status: 422, body: { message: 'Channel not in this bridge' } };
    case 'channels.startMoh':
    case 'channels.startSilence':
      server.sounds.set(channelId, operation === 'channels.startMoh' ? 'music' : 'silence');
      return { status: 204 };
    case 'channels.stopMoh':
    case 'channels.stopSilence':
      server.sounds.delete(channelId);
      return { status: 204 };
    case 'channels.ring':
    case 'channels.ringStop':
      server.rings[operation === 'channels.ring' ? 'add' : 'delete'](channelId);
      return { status: 204 };
    case 'channels.mute':
    case 'channels.unmute':
      server.muted[operation === 'channels.mute' ? 'add' : 'delete'](channelId);
      return { status: 204 };
    case 'channels.snoopChannelWithId':
      return snoop(server, channelId, String(p['snoopId']), p);
    case 'bridges.destroy':
      return { status: server.bridges.delete(String(p['bridgeId'])) ? 204 : 404 };
    case 'bridges.list':
      return { status: 200, body: [...server.bridges].map(([id, channels]) => ({ id, channels })) };
    default:
      return { status: 200, body: {} };
  }
}

function record(server: FakeAsterisk, channelId: string, name: string): Reply {
  if (server.live.has(name) || server.stored.has(name)) return { status: 409, body: { message: 'exists' } };
  server.live.set(name, { channelId, since: Date.now() });
  return { status: 201, body: { name } };
}

/** A snoop ends with the channel that it hears. */
function snoop(
  server: FakeAsterisk,
  channelId: string,
  snoopId: string,
  p: Readonly<Record<string, unknown>>,
): Reply {
  if (!server.channels.has(channelId)) return { status: 404, body: { message: 'Channel not found' } };
  if (server.channels.has(snoopId)) return { status: 500, body: { message: 'Snoop channel not created' } };
  server.addChannel(snoopId, { app: 'Stasis', state: 'Up', context: '', endpoint: `Snoop/${channelId}` });
  server.snoops.set(snoopId, { of: channelId, spy: String(p['spy']), whisper: String(p['whisper']) });
  return { status: 200, body: server.describe(snoopId) };
}

function originate(server: FakeAsterisk, p: Readonly<Record<string, unknown>>): Reply {
  const id = String(p['channelId']);
  if (server.channels.has(id))
    return { status: 409, body: { message: 'Channel with given unique ID already exists' } };
  const variables = (p['variables'] ?? {}) as Record<string, string>;
  server.addChannel(id, {
    endpoint: String(p['endpoint']),
    callerId: String(p['callerId'] ?? ''),
    variables,
  });
  if (id.startsWith('om-')) setTimeout(() => server.tellMarks(id, variables['OUTDIAL_ASK']), 1);
  return { status: 200, body: server.describe(id) };
}
