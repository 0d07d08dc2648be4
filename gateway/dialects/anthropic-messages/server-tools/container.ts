import { CONTAINER_SECONDS } from '../../../domain/stream/container-time.ts';
import type { Ask, JsonObject } from '../../dialect.ts';
import { eachObject, isObject } from '../../json/read-json.ts';
import { isUsed } from '../../usage/unbounded-feature.ts';

/** When the time of a container that runs code is billed: never, once code has run, or in any case. */
export type ContainerUse = 'none' | 'when-used' | 'always';

const RUNS_CODE = /^code_execution_/;
/** With a search or a page from this version on, code runs for free. */
const FREE_BESIDE = /^web_(?:search|fetch)_(\d{8})$/;
const FREE_FROM = 20_260_209;

/**
 * Reads whether a request may be billed for a container. One with files or skills is billed although no code runs: they
 * are loaded into it. Source: platform.claude.com (2026-11), "Pricing: code execution tool".
 */
export function readContainer(body: JsonObject): ContainerUse {
  const types = (Array.isArray(body['tools']) ? body['tools'] : [])
    .filter(isObject)
    .map(({ type }) => type)
    .filter((type) => typeof type === 'string');
  if (types.some((type) => Number(FREE_BESIDE.exec(type)?.[1] ?? 0) >= FREE_FROM)) return 'none';
  if (isUsed(body['container']) || loadsFile(body['messages'])) return 'always';
  return types.some((type) => RUNS_CODE.test(type)) ? 'when-used' : 'none';
}

/** The skills that a request loads, and that Claude reads about. */
export function countSkills({ container }: JsonObject): number {
  return isObject(container) && Array.isArray(container['skills']) ? container['skills'].length : 0;
}

/** The container time that a reply is billed for at least, in seconds. @param ran code has run, or could have */
export function containerTimeOf({ extras, usedBy }: Partial<Ask>, ran: boolean): number {
  if ((extras?.containerSeconds ?? 0) === 0) return 0;
  const always = (usedBy?.(0, 0).extras?.containerSeconds ?? 0) > 0;
  return ran || always ? CONTAINER_SECONDS.least : 0;
}

/** Code has run in this block, or its container has. */
export function ranCode({ type, name }: JsonObject): boolean {
  if (typeof type === 'string' && type.endsWith('code_execution_tool_result')) return true;
  return type === 'server_tool_use' && typeof name === 'string' && name.endsWith('code_execution');
}

function loadsFile(messages: unknown): boolean {
  for (const { type } of eachObject(messages)) if (type === 'container_upload') return true;
  return false;
}
