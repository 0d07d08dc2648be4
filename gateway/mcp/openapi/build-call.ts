import type { ApiParameter, ApiTool, JsonRecord } from './api-tool.ts';
import { checkArguments } from './check-arguments.ts';
import { encode, encodeForm, encodePathValue, encodeQueryValue, headerValue } from './encode-values.ts';
import { fieldOf, hasControl, isList, isRecord } from './json.ts';

export interface ApiCall {
  readonly ok: true;
  readonly method: string;
  /** Below the base URL, encoded. */
  readonly path: string;
  /** Encoded, without `?`; empty where there is none. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly contentType?: string;
}

export type BuiltCall = ApiCall | { readonly ok: false; readonly why: string };

/** The request of a call. No argument can lead it to another path than that of its tool. */
export function buildCall(tool: ApiTool, args: unknown): BuiltCall {
  const given = args ?? {};
  if (!isRecord(given)) return refuse('The arguments must be an object.');
  const wrong = checkArguments(tool, given);
  if (wrong !== undefined) return refuse(wrong);
  const path = fillPath(tool, given);
  if ('why' in path) return refuse(path.why);
  const headers = fillHeaders(tool, given);
  if ('why' in headers) return refuse(headers.why);
  const body = writeBody(tool, fieldOf(given, 'body'));
  if ('why' in body) return refuse(body.why);
  return {
    ok: true,
    method: tool.method,
    path: path.path,
    query: fillQuery(tool, given),
    headers: headers.headers,
    ...body,
  };
}

function refuse(why: string): BuiltCall {
  return { ok: false, why };
}

function fillPath(tool: ApiTool, args: JsonRecord): { readonly path: string } | { readonly why: string } {
  const byName = new Map(placed(tool, 'path').map((one) => [one.name, one]));
  const segments: string[] = [];
  for (const template of tool.path.split('/')) {
    let segment = '';
    for (const piece of template.split(/(\{[^{}]*\})/)) {
      const parameter = piece.startsWith('{') ? byName.get(piece.slice(1, -1)) : undefined;
      if (parameter === undefined) {
        segment += encodeTemplate(piece);
        continue;
      }
      const value = fieldOf(args, parameter.argument);
      const problem = problemOfPathValue(value);
      if (problem !== undefined) return { why: `The argument "${parameter.argument}" ${problem}` };
      segment += encodePathValue(parameter, value);
    }
    if (climbs(segment)) return { why: `The arguments would lead "${template}" out of its path.` };
    segments.push(segment);
  }
  return { path: segments.join('/') };
}

/** What the author wrote stays, as far as it is legal in a path. */
function encodeTemplate(piece: string): string {
  return piece
    .split(/(%[0-9A-Fa-f]{2}|[!$&'()*+,;=:@]+)/)
    .map((part, index) => (index % 2 === 1 ? part : encode(part)))
    .join('');
}

function problemOfPathValue(value: unknown): string | undefined {
  const pieces = isList(value) ? value : isRecord(value) ? Object.entries(value).flat() : [value];
  if (pieces.length === 0) return 'may not be empty: it stands in the path.';
  for (const piece of pieces) {
    if (piece === null || piece === undefined || piece === '') return 'may not be empty: it stands in the path.';
    if (typeof piece === 'string' && climbs(piece)) return 'may not lead out of its place in the path.';
    if (typeof piece === 'string' && hasControl(piece)) return 'has control characters, which no path may have.';
  }
  return undefined;
}

/** True where a text has a piece `.` or `..`, also for a server that decodes again and again, or takes `\` for `/`. */
function climbs(text: string): boolean {
  let plain = text;
  for (let round = 0; round < 5; round += 1) {
    // `;` too: some servers cut off what follows it before they look for dots.
    if (plain.split(/[/\\]/).some((piece) => /^\.{1,2}$/.test((piece.split(';')[0] ?? '').trim()))) return true;
    const decoded = plain.replaceAll(/%(2e|2f|5c|25|3b|20|09|0a|0d|00)/gi, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    if (decoded === plain) return false;
    plain = decoded;
  }
  return true;
}

function fillQuery(tool: ApiTool, args: JsonRecord): string {
  return placed(tool, 'query')
    .filter(({ argument }) => fieldOf(args, argument) !== undefined)
    .flatMap((parameter) => encodeQueryValue(parameter, fieldOf(args, parameter.argument)))
    .join('&');
}

function fillHeaders(
  tool: ApiTool,
  args: JsonRecord,
): { readonly headers: Readonly<Record<string, string>> } | { readonly why: string } {
  const headers: [string, string][] = [];
  for (const parameter of placed(tool, 'header')) {
    const given = fieldOf(args, parameter.argument);
    if (given === undefined) continue;
    const value = headerValue(parameter, given);
    if (!/^[\t\u0020-\u007E\u0080-\u00FF]*$/.test(value)) {
      return { why: `The argument "${parameter.argument}" has characters that no header may have.` };
    }
    headers.push([parameter.name.toLowerCase(), value]);
  }
  return { headers: Object.fromEntries(headers) };
}

type Written = { readonly body?: string; readonly contentType?: string } | { readonly why: string };

function writeBody({ body }: ApiTool, value: unknown): Written {
  if (body === undefined || value === undefined) return {};
  const { contentType } = body;
  if (body.kind === 'json') return { body: JSON.stringify(value), contentType };
  if (body.kind === 'text') {
    return typeof value === 'string' ? { body: value, contentType } : { why: 'The argument "body" must be a text.' };
  }
  if (!isRecord(value)) return { why: 'The argument "body" must be an object: it is sent as a form.' };
  return { body: encodeForm(value, body.styles), contentType };
}

function placed(tool: ApiTool, place: ApiParameter['place']): readonly ApiParameter[] {
  return tool.parameters.filter((parameter) => parameter.place === place);
}
