import { matchesGlob } from '../../domain/policy/glob.ts';
import type { ApiDescription, ApiTool, LeftOut, ToolAnnotations } from './api-tool.ts';
import { buildSchema, MOST_SCHEMA_LETTERS } from './build-schema.ts';
import { shortened } from './convert-schema.ts';
import { fieldOf, textAt } from './json.ts';
import { keyOf, nameOperations } from './name-operations.ts';
import { readBody } from './read-body.ts';
import { leftOut, readOperations } from './read-operations.ts';
import type { Operation } from './read-operations.ts';
import { readParameters } from './read-parameters.ts';
import type { ReadParameter } from './read-parameters.ts';

export interface ToolChoice {
  /** Globs over method and path, such as `GET /repos/*`; left out: all. */
  readonly allow?: readonly string[];
}

const MOST_DESCRIPTION_LETTERS = 1_000;

/** The operations of an API as tools. */
export function toolsOf(description: ApiDescription, choice: ToolChoice = {}): readonly ApiTool[] {
  return surveyTools(description, choice).tools;
}

/** The same, with those that cannot be tools and why. */
export function surveyTools(
  description: ApiDescription,
  { allow }: ToolChoice = {},
): { readonly tools: readonly ApiTool[]; readonly leftOut: readonly LeftOut[] } {
  const operations = readOperations(description);
  // Names are given before any is left out: a choice changes no name.
  const names = nameOperations(operations);
  const tools: ApiTool[] = [];
  const without: LeftOut[] = [];
  for (const operation of operations) {
    const key = keyOf(operation);
    if (allow !== undefined && !allow.some((glob) => matchesGlob(glob, key))) continue;
    const tool = toolOf(description, operation, names.get(key) ?? key);
    if ('why' in tool) without.push(leftOut(operation, tool.why));
    else tools.push(tool);
  }
  return { tools, leftOut: without };
}

function toolOf(api: ApiDescription, operation: Operation, name: string): ApiTool | { readonly why: string } {
  if (operation.why !== undefined) return { why: operation.why };
  const parameters = readParameters(api, operation);
  const missing = missingParameter(operation.path, parameters);
  if (missing !== undefined) return { why: `Its path names "${missing}", which no parameter describes.` };
  const body = readBody(api, operation);
  if (body !== undefined && 'why' in body) return body;
  const inputSchema = buildSchema(api, parameters, body);
  if (inputSchema === undefined)
    return { why: `Its arguments take more than ${MOST_SCHEMA_LETTERS} letters to describe.` };
  const title = textAt(operation.operation, 'summary')?.trim();
  return {
    name,
    ...(title === undefined || title === '' ? {} : { title: shortened(title, 200) }),
    description: describe(operation),
    inputSchema,
    annotations: annotationsOf(operation.method),
    method: operation.method,
    path: operation.path,
    parameters: parameters.map(
      ({ schema: _schema, required: _required, description: _words, ...parameter }) => parameter,
    ),
    ...(body === undefined ? {} : { body: { kind: body.kind, contentType: body.contentType, styles: body.styles } }),
  };
}

function missingParameter(path: string, parameters: readonly ReadParameter[]): string | undefined {
  const known = new Set(parameters.filter(({ place }) => place === 'path').map(({ name }) => name));
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name).find((name) => !known.has(name));
}

function describe({ method, path, operation }: Operation): string {
  const title = textAt(operation, 'summary')?.trim() ?? '';
  const text = textAt(operation, 'description')?.trim() ?? '';
  const words = [
    ...(fieldOf(operation, 'deprecated') === true ? ['Deprecated.'] : []),
    ...(title === '' || text.startsWith(title) ? [] : [/[.!?]$/.test(title) ? title : `${title}.`]),
    ...(text === '' ? [] : [shortened(text, MOST_DESCRIPTION_LETTERS)]),
  ];
  return [...words, `(${method} ${shortened(path, 200)})`].join(' ').trim();
}

/**
 * What HTTP promises of a method, RFC 9110 9.2. For the protocol `destructiveHint: false` promises that a tool only
 * adds; no method that writes promises that: POST cancels and refunds, PUT and PATCH write over what stood there.
 * Source: https://modelcontextprotocol.io/specification/2025-11-25/schema#toolannotations (2026-12-01)
 */
function annotationsOf(method: string): ToolAnnotations {
  const reads = method === 'GET' || method === 'HEAD';
  return {
    readOnlyHint: reads,
    destructiveHint: !reads,
    idempotentHint: reads || method === 'PUT' || method === 'DELETE',
  };
}
