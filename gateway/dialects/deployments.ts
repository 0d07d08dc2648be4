import { mayRoute } from '../domain/model/learn-deployment.ts';
import type { Ask, AskFault, Call, Endpoint, JsonObject, Operation } from './dialect.ts';

/**
 * The first day whose API version knows `stream_options` and `max_completion_tokens`; a request to an earlier one that
 * has them is refused. Source: github.com/Azure/azure-rest-api-specs, issues 29157 and 30810; 2026-11.
 */
const FIRST_NEW_VERSION = '2024-09-01';

/**
 * The same endpoints where a request names a deployment: in its path, or where others name a model. A deployment counts
 * as the model that it is known to serve, and by its own name where nobody knows that.
 * @param at where each of them is, below the root of the provider; left out: at its own path
 */
export function deployedEndpoints(endpoints: readonly Endpoint[], at?: (path: string) => string): readonly Endpoint[] {
  return endpoints.map((endpoint) => {
    const { operation } = endpoint;
    const way = at?.(endpoint.path);
    return {
      ...endpoint,
      ...(way !== undefined && { at: way }),
      ...(operation && { operation: deployed(operation, way === undefined ? '' : folderOf(way, endpoint.path)) }),
    };
  });
}

/** The part of a way that stands before the path that all providers have: `anthropic/v1/`. */
function folderOf(way: string, path: string): string {
  return way.includes('{') ? '' : way.slice(0, way.length - path.length);
}

function deployed(operation: Operation, folder: string): Operation {
  const { countInput } = operation;
  return {
    ...operation,
    readAsk: (call) => named(asVersioned(operation.readAsk(withModel(call)), call.query), call),
    rewrite: (body, ask, limit) => {
      const fields = operation.rewrite(body, ask, limit);
      return ask.olderApi ? withOlderLimit(fields) : fields;
    },
    ...(countInput && {
      countInput: (call, askProvider, countTokens) =>
        countInput(
          withModel(call),
          // The provider knows only its own name for it.
          (path, body) => askProvider(`${folder}${path}`, { ...body, model: nameIn(call) }),
          countTokens,
        ),
    }),
  };
}

/** The name by which the provider knows it. The path decides, whatever the body says. */
function nameIn({ params, body }: Call): unknown {
  return params['deployment'] ?? body['model'];
}

function withModel(call: Call): Call {
  const name = nameIn(call);
  const model = typeof name === 'string' ? (call.deployed?.(name)?.model ?? name) : name;
  return model === call.body['model'] ? call : { ...call, body: { ...call.body, model } };
}

function named(ask: Ask | AskFault, call: Call): Ask | AskFault {
  const name = nameIn(call);
  if ('fault' in ask || typeof name !== 'string' || mayRoute(name)) return ask;
  if (call.deployed?.(name)?.learned === false) return ask;
  return { ...ask, deployment: name };
}

function asVersioned(ask: Ask | AskFault, query: URLSearchParams): Ask | AskFault {
  if ('fault' in ask) return ask;
  const version = query.get('api-version');
  const isOld = version !== null && /^\d{4}-/.test(version) && version < FIRST_NEW_VERSION;
  // It cannot be asked for the usage of a stream: what shows of the answer is counted.
  return isOld ? { ...ask, hideUsage: false, olderApi: true } : ask;
}

function withOlderLimit({ max_completion_tokens: limit, ...fields }: JsonObject): JsonObject {
  return limit === undefined ? fields : { ...fields, max_tokens: limit };
}
