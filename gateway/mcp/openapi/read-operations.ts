import type { ApiDescription, JsonRecord, LeftOut } from './api-tool.ts';
import { entriesOf, hasControl, isRecord, listAt, textAt } from './json.ts';
import { resolve } from './resolve-reference.ts';
import { serversOf } from './servers-of.ts';

export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly operationId?: string;
  readonly operation: JsonRecord;
  /** Those of the path too, overridden by those of the operation. */
  readonly parameters: readonly JsonRecord[];
  /** Why it can be no tool. */
  readonly why?: string;
}

const METHODS = new Set(['get', 'head', 'post', 'put', 'patch', 'delete']);
const MOST_OPERATIONS = 20_000;

/** Every operation of the description. */
export function readOperations(api: ApiDescription): readonly Operation[] {
  const found: Operation[] = [];
  for (const [path, given] of entriesOf(api.document['paths'])) {
    const item = resolve(api.document, given);
    for (const [name, operation] of entriesOf(item)) {
      if (!METHODS.has(name) || !isRecord(operation) || found.length >= MOST_OPERATIONS) continue;
      found.push(readOperation(api, path, { name, item, operation }));
    }
  }
  return found;
}

interface Found {
  readonly name: string;
  readonly item: unknown;
  readonly operation: JsonRecord;
}

function readOperation(api: ApiDescription, path: string, { name, item, operation }: Found): Operation {
  const byPlace = new Map<string, JsonRecord>();
  for (const given of [...listAt(item, 'parameters'), ...listAt(operation, 'parameters')]) {
    const parameter = resolve(api.document, given);
    const called = textAt(parameter, 'name');
    if (!isRecord(parameter) || called === undefined) continue;
    byPlace.set(`${textAt(parameter, 'in')} ${called}`, parameter);
  }
  const why = problemOf(path) ?? serverElsewhere(api, item, operation);
  const operationId = textAt(operation, 'operationId');
  return {
    method: name.toUpperCase(),
    path,
    operation,
    parameters: [...byPlace.values()],
    ...(operationId === undefined ? {} : { operationId }),
    ...(why === undefined ? {} : { why }),
  };
}

function problemOf(path: string): string | undefined {
  if (!path.startsWith('/')) return 'Its path does not begin with "/".';
  if (/[?#\\]/.test(path) || hasControl(path)) return 'Its path has a letter that does not belong into one.';
  if (path.split('/').some((segment) => /^(\.|%2e){1,2}$/i.test(segment))) return 'Its path climbs.';
  return path.length > 2_000 ? 'Its path is too long.' : undefined;
}

/** The provider's key goes to the provider's address only. */
function serverElsewhere(api: ApiDescription, item: unknown, operation: JsonRecord): string | undefined {
  const own = listAt(operation, 'servers').length > 0 ? operation : item;
  if (listAt(own, 'servers').length === 0) return undefined;
  const main = new Set(serversOf(api));
  const servers = serversOf({ ...api, document: { servers: listAt(own, 'servers') } });
  if (servers.some((server) => main.has(server))) return undefined;
  return `It has a server of its own, ${servers[0]?.slice(0, 200) ?? 'without an address'}.`;
}

export function leftOut({ method, path }: Operation, why: string): LeftOut {
  return { method, path, why };
}
