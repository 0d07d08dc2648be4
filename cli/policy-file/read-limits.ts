import type { Policy } from '../../shared/policy.ts';
import { FIELDS } from './fields.ts';
import type { Field } from './fields.ts';
import type { Spot } from './spot.ts';
import { didYouMean } from './suggest.ts';
import type { SourcePosition } from './problem.ts';
import type { MapEntry, MapTree } from './tree.ts';

/** The thing that an entry is about, by the names that a file uses. */
export type Target =
  | { readonly kind: 'everything' }
  | { readonly kind: 'provider' | 'group' | 'agent'; readonly name: string }
  | { readonly kind: 'key'; readonly id: string; readonly agent: string };

/** All that a file says about one thing that a policy can be on. */
export interface Entry {
  readonly target: Target;
  readonly path: string;
  readonly at: SourcePosition;
  /** The limits it sets. */
  readonly set: Policy;
  /** Names of the fields it sets, and of those it lifts with `unset`. */
  readonly named: readonly string[];
  readonly unset: readonly string[];
}

/** The thing that a mapping of limits belongs to. */
interface Owner {
  readonly target: Target;
  readonly at: SourcePosition;
  readonly timeZone: string;
  /** Names in the mapping that are no limits and are read elsewhere. */
  readonly besides?: readonly string[];
}

const FIELD_NAMES = FIELDS.map(({ name }) => name);
const EMPTY: Policy = {};

/** Lifts a limit; no value of any field reads like it. */
const UNSET = 'unset';

/** Reads the limits of one target; a field that cannot be read is noted as a problem and left out. */
export function readLimits(spot: Spot<MapTree>, { target, at, timeZone, besides = [] }: Owner): Entry {
  const set: Policy[] = [];
  const unset: string[] = [];
  const named: string[] = [];
  for (const entry of spot.tree.entries) {
    if (besides.includes(entry.name)) continue;
    const value = spot.entry(entry.value, entry.name);
    const field = FIELDS.find(({ name }) => name === entry.name);
    if (!field) {
      failUnknown(value, entry, [...FIELD_NAMES, ...besides]);
      continue;
    }
    named.push(field.name);
    const fault = faultOf(field, entry, target);
    if (fault !== undefined) value.fail(fault.message, fault.at);
    else if (liftsLimit(field, entry)) unset.push(field.name);
    else set.push(field.read(value, timeZone));
  }
  return { target, path: spot.path, at, set: set.reduce((all, one) => ({ ...all, ...one }), EMPTY), named, unset };
}

function failUnknown(value: Spot, { name, at }: MapEntry, known: readonly string[]): void {
  value.fail(`There is no field "${name}".${didYouMean(name, known)} The fields are ${known.join(', ')}.`, at);
}

/** True for `unset`, and for a list of caps with none in it. */
function liftsLimit({ name }: Field, { value }: MapEntry): boolean {
  if (value.kind === 'text') return value.text === UNSET;
  return name === 'caps' && value.kind === 'list' && value.items.length === 0;
}

interface Fault {
  readonly message: string;
  readonly at?: SourcePosition;
}

function faultOf(field: Field, entry: MapEntry, target: Target): Fault | undefined {
  if (field.name === 'caps' && target.kind === 'key' && liftsLimit(field, entry))
    return { message: 'A sub-key needs at least one cap, such as 5/day.' };
  if (entry.value.kind !== 'nothing') return undefined;
  const ways = `Give one, write "${UNSET}" to lift this limit, or leave the line out to keep it as it is.`;
  return { message: `There is no value. ${ways}`, at: entry.at };
}
