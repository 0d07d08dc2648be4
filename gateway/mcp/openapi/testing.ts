import { readFileSync } from 'node:fs';
import type { ApiDescription, ApiTool } from './api-tool.ts';
import { buildCall } from './build-call.ts';
import type { ApiCall } from './build-call.ts';
import { readDescription } from './read-description.ts';
import { toolsOf } from './tools-of.ts';

export async function read(text: string): Promise<ApiDescription> {
  const found = await readDescription(text);
  if (!found.ok) throw new Error(found.why);
  return found.description;
}

export async function readFixture(name: string): Promise<ApiDescription> {
  return read(readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8'));
}

/** A description with these paths. */
export async function describe30(paths: unknown, more: object = {}): Promise<ApiDescription> {
  return read(JSON.stringify({ openapi: '3.0.3', info: { title: 'T', version: '1' }, paths, ...more }));
}

export function toolNamed(description: ApiDescription, name: string): ApiTool {
  const found = toolsOf(description).find((tool) => tool.name === name);
  if (found === undefined)
    throw new Error(
      `No tool ${name}: ${toolsOf(description)
        .map((tool) => tool.name)
        .join(', ')}`,
    );
  return found;
}

export function called(tool: ApiTool, args: unknown): ApiCall {
  const call = buildCall(tool, args);
  if (!call.ok) throw new Error(call.why);
  return call;
}
