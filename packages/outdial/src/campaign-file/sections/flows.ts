/** The `flows` section: call flows, inline or in files. */
import { LIMITS } from '@outdial/core';
import { z } from 'zod';
import { plainText } from '../limited-values.js';

const flowSource = z.union(
  [z.string().min(1), z.record(z.string(), z.unknown())],
  'must be a flow (an object) or the path of a JSON or YAML file with one',
);

export const flowsSchema = z
  .strictObject({
    agentless: flowSource.exactOptional().describe('What the called person hears in an agentless call.'),
    voicemail: flowSource.exactOptional().describe('What a machine hears after the beep.'),
    named: z
      .record(plainText('flowName'), flowSource)
      .refine(
        (flows) => Object.keys(flows).length <= LIMITS.namedFlows.max,
        `must hold ${LIMITS.namedFlows.max} flows at most`,
      )
      .default({})
      .describe('Further flows by name, such as a payment line or a survey: agents give customers to them.'),
  })
  .prefault({})
  .describe('Call flows: inline, or the path of a file.');
