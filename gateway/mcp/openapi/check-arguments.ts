import { Validator } from '@cfworker/json-schema';
import type { OutputUnit } from '@cfworker/json-schema';
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
  return sentence(deepest(errors));
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

/** The error that lies deepest says it most exactly; those above only say that something below is wrong. */
function deepest(errors: readonly OutputUnit[]): OutputUnit | undefined {
  const depth = ({ instanceLocation }: OutputUnit): number => instanceLocation.split('/').length;
  // That a schema which takes nothing took nothing is said better above it.
  const telling = errors.filter(({ keyword }) => keyword !== 'false');
  return telling.reduce<OutputUnit | undefined>(
    (best, one) => (best === undefined || depth(one) >= depth(best) ? one : best),
    undefined,
  );
}

function sentence(error: OutputUnit | undefined): string {
  const place = (error?.instanceLocation ?? '#')
    .slice(2)
    .split('/')
    .filter((piece) => piece !== '')
    .map(unescaped);
  const [argument, ...inside] = place;
  const words = (error?.error ?? 'It does not fit its schema.').slice(0, 300);
  if (argument === undefined) return `The arguments do not fit: ${words}`;
  const at = inside.length > 0 ? ` at ${quoted(inside.join('.'))}` : '';
  return `The argument ${quoted(argument)} is wrong${at}: ${words}`;
}

function unescaped(piece: string): string {
  return piece.replaceAll('~1', '/').replaceAll('~0', '~');
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
