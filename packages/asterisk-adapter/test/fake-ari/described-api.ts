/** The descriptions of its interface that an Asterisk serves below /ari/api-docs, which ari-client reads. */
import { operations } from '../../src/generated/operations.js';

/** Events whose types the fake server describes. ari-client throws at those of another type. */
const EVENTS = ['StasisStart', 'StasisEnd', 'ChannelDestroyed', 'Dial'];

const named = Object.entries(operations).map(([name, operation]) => {
  const [resource = '', nickname = ''] = name.split('.');
  return { resource, nickname, ...operation };
});

/** What stands at an address below api-docs; null for every other address. */
export function describedApi(path: string, host: string): unknown {
  const file = /^\/ari\/api-docs\/(\w+)\.json$/.exec(path)?.[1];
  if (file === undefined) return null;
  const shared = { swaggerVersion: '1.1', basePath: `http://${host}/ari` };
  if (file === 'resources') {
    const names = new Set([...named.map(({ resource }) => resource), 'events']);
    return { ...shared, apis: [...names].map((name) => ({ path: `/api-docs/${name}.{format}` })) };
  }
  const apis = named.filter(({ resource }) => resource === file).map(describedOperation);
  const models = Object.fromEntries(EVENTS.map((id) => [id, { id, properties: {} }]));
  return { ...shared, resourcePath: path, apis, ...(file === 'events' ? { models } : {}) };
}

function describedOperation({ body, method, nickname, path, query }: (typeof named)[number]): unknown {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const parameters = (paramType: string, names: readonly string[]): unknown[] =>
    names.map((name) => ({ name, paramType, dataType: 'string' }));
  return {
    path,
    operations: [
      {
        httpMethod: method,
        nickname,
        responseClass: 'void',
        parameters: [
          ...parameters('path', inPath),
          ...parameters('query', query),
          ...parameters('body', body),
        ],
      },
    ],
  };
}
