import type { ApiBody, ApiDescription, FieldStyle } from './api-tool.ts';
import { entriesOf, fieldOf, recordAt, textAt } from './json.ts';
import type { Operation } from './read-operations.ts';
import { resolve } from './resolve-reference.ts';

export interface ReadBody extends ApiBody {
  readonly schema: unknown;
  readonly required: boolean;
}

/** The body of an operation in the first form that Purser writes, or why there is none. */
export function readBody(api: ApiDescription, operation: Operation): ReadBody | { readonly why: string } | undefined {
  // A body of GET means nothing, RFC 9110 9.3.1; Stripe's file describes an empty one for each.
  if (operation.method === 'GET' || operation.method === 'HEAD') return undefined;
  const body = resolve(api.document, fieldOf(operation.operation, 'requestBody'));
  const media = entriesOf(fieldOf(body, 'content'));
  if (media.length === 0) return undefined;
  const required = fieldOf(body, 'required') === true;
  for (const kind of ['json', 'form', 'text'] as const) {
    const found = media.find(([type]) => kindOf(type) === kind);
    if (found === undefined) continue;
    const [type, described] = found;
    return {
      kind,
      contentType: contentTypeOf(type, kind),
      styles: stylesOf(described),
      schema: fieldOf(described, 'schema'),
      required,
    };
  }
  const types = media.map(([type]) => type.slice(0, 60)).slice(0, 3);
  return { why: `Its body is ${types.join(' or ')}: Purser writes JSON, forms and plain text.` };
}

function kindOf(type: string): ApiBody['kind'] | undefined {
  const plain = (type.split(';')[0] ?? '').trim().toLowerCase();
  if (plain === '*/*' || plain === 'application/*' || /^application\/([a-z0-9.-]+\+)?json$/.test(plain)) return 'json';
  if (plain === 'application/x-www-form-urlencoded') return 'form';
  return plain === 'text/plain' || plain === 'text/*' ? 'text' : undefined;
}

function contentTypeOf(type: string, kind: ApiBody['kind']): string {
  if (kind === 'form') return 'application/x-www-form-urlencoded';
  if (kind === 'text') return 'text/plain; charset=utf-8';
  const plain = (type.split(';')[0] ?? '').trim().toLowerCase();
  return plain.includes('*') ? 'application/json' : plain;
}

function stylesOf(described: unknown): Readonly<Record<string, FieldStyle>> {
  return Object.fromEntries(
    entriesOf(recordAt(described, 'encoding')).flatMap(([name, given]) => {
      const style = textAt(given, 'style');
      const explode = fieldOf(given, 'explode');
      if (style === undefined && typeof explode !== 'boolean') return [];
      const plain = style ?? 'form';
      return [[name, { style: plain, explode: typeof explode === 'boolean' ? explode : plain === 'form' }]];
    }),
  );
}
