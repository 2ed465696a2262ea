/** The `flows` section: call flows, inline or in files. */
import { z } from 'zod';

const flowSource = z.union(
  [z.string().min(1), z.record(z.string(), z.unknown())],
  'must be a flow (an object) or the path of a JSON or YAML file with one',
);

export const flowsSchema = z
  .strictObject({
    agentless: flowSource.exactOptional().describe('What the called person hears in an agentless call.'),
    voicemail: flowSource.exactOptional().describe('What a machine hears after the beep.'),
  })
  .prefault({})
  .describe('Call flows: inline, or the path of a file.');
