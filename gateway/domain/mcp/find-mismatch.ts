import { Validator } from '@cfworker/json-schema';
import type { ArgumentSchema } from '../../../shared/mcp/argument-schema.ts';
import type { WrongArgument } from '../../../shared/refusals/refusal-facts.ts';
import { deepestFault } from './deepest-fault.ts';

/** One is made for each schema, once. */
const validators = new WeakMap<ArgumentSchema, Validator>();

/**
 * Checks a value against the schema of a policy.
 * @param argument the name of the value; empty: the value is all arguments
 * @returns where it does not fit, and how
 */
export function findMismatch(schema: ArgumentSchema, value: unknown, argument: string): WrongArgument | undefined {
  const validator = validators.get(schema) ?? new Validator({ ...schema }, '2020-12', true);
  validators.set(schema, validator);
  const { valid, errors } = validator.validate(value);
  if (valid) return undefined;
  const { place, words } = deepestFault(errors);
  const at = [...(argument === '' ? [] : [argument]), ...place].join('.');
  return { is: 'unfitting', at, words };
}
