import { Validator } from '@cfworker/json-schema';
import { deepestFault } from '../../domain/mcp/deepest-fault.ts';
import type { SchemaFault } from '../../domain/mcp/deepest-fault.ts';
import type { ApiTool, JsonRecord } from './api-tool.ts';
import { isList, isRecord } from './json.ts';

/** Deeper arguments are no arguments. */
const MOST_DEPTH = 64;

/**
 * Patterns and formats stay with the server: a pattern of somebody's file can take hours for one text, and formats are
 * only notes in 2020-12. Comparing all items with each other is left to it too.
 */
const LEFT_TO_SERVER = new Set(['pattern', 'format', 'uniqueItems']);
/** Under it stand names that the author chose. */
const NAMED = 'properties';

const validators = new WeakMap<ApiTool, Validator>();

/** @returns what is wrong, with the name of the argument */
export function checkArguments(tool: ApiTool, args: JsonRecord): string | undefined {
  const deep = Object.keys(args).find((name) => tooDeep(args[name]));
  if (deep !== undefined) return `The argument ${quoted(deep)} is nested more than ${MOST_DEPTH} deep.`;
  const { valid, errors } = validatorOf(tool).validate(args);
  if (valid) return undefined;
  return sentence(deepestFault(errors));
}

function validatorOf(tool: ApiTool): Validator {
  const known = validators.get(tool);
  if (known !== undefined) return known;
  const made = new Validator(checked(tool.inputSchema), '2020-12', true);
  validators.set(tool, made);
  return made;
}

function checked(schema: JsonRecord, named = false): JsonRecord {
  const kept = Object.entries(schema).filter(([name]) => named || !LEFT_TO_SERVER.has(name));
  return Object.fromEntries(
    kept.map(([name, value]) => {
      if (isList(value)) return [name, value.map((one) => (isRecord(one) ? checked(one) : one))];
      return [name, isRecord(value) ? checked(value, !named && name === NAMED) : value];
    }),
  );
}

function sentence({ place, words }: SchemaFault): string {
  const [argument, ...inside] = place;
  if (argument === undefined) return `The arguments do not fit: ${words}`;
  const at = inside.length > 0 ? ` at ${quoted(inside.join('.'))}` : '';
  return `The argument ${quoted(argument)} is wrong${at}: ${words}`;
}

function quoted(name: string): string {
  return JSON.stringify(name.slice(0, 100));
}

function tooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth <= MOST_DEPTH; depth += 1) {
    level = level.flatMap((one): readonly unknown[] => (isList(one) ? one : isRecord(one) ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}
