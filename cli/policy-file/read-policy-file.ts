import { agentNameSchema, providerNameSchema, subKeyIdSchema } from '../../shared/ids.ts';
import type { Policy } from '../../shared/policy.ts';
import { FIELDS } from './fields.ts';
import { spotOf } from './spot.ts';
import type { Problem, Spot } from './spot.ts';
import { didYouMean } from './suggest.ts';
import { readTree } from './tree.ts';
import type { MapEntry, MapTree, SourcePosition } from './tree.ts';

/** What an entry is about, by the names that a file uses. */
export type Target =
  | { readonly kind: 'everything' }
  | { readonly kind: 'provider' | 'agent'; readonly name: string }
  | { readonly kind: 'key'; readonly id: string; readonly agent: string };

/** What a file says about one thing that a policy can be on. */
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

export interface PolicyFile {
  readonly entries: readonly Entry[];
  /** In the order of the file; with any of them the entries are not to be used. */
  readonly problems: readonly Problem[];
}

const TOP = ['version', 'everything', 'providers', 'agents'];
const FIELD_NAMES = FIELDS.map(({ name }) => name);
const EMPTY: Policy = {};

/** Lifts a limit; no value of any field reads like it. */
export const UNSET = 'unset';

/** Reads a policy file. @param timeZone in which `expires: 2026-12-31` begins */
export function readPolicyFile(text: string, timeZone: string): PolicyFile {
  const { tree, problems: faults } = readTree(text);
  if (!tree) return { entries: [], problems: faults };
  const problems: Problem[] = [];
  const root = spotOf(tree, '', problems);
  if (!isMap(root)) {
    root.fail('A policy file begins with `version: 1`. `purser policy export` prints one to start from.');
    return { entries: [], problems };
  }
  const entries: Entry[] = [];
  const keysSeen = new Map<string, string>();

  const readLimits = (
    spot: Spot<MapTree>,
    target: Target,
    at: SourcePosition,
    skipped: readonly string[] = [],
  ): void => {
    const set: Policy[] = [];
    const unset: string[] = [];
    const named: string[] = [];
    for (const entry of spot.tree.entries) {
      if (skipped.includes(entry.name)) continue;
      const field = FIELDS.find(({ name }) => name === entry.name);
      const value = spot.entry(entry.value, entry.name);
      if (!field) {
        value.fail(
          `There is no field "${entry.name}".${didYouMean(entry.name, [...FIELD_NAMES, ...skipped])} The fields ` +
            `are ${[...FIELD_NAMES, ...skipped].join(', ')}.`,
          entry.at,
        );
        continue;
      }
      named.push(field.name);
      const isUnset = entry.value.kind === 'text' && entry.value.text === UNSET;
      const isNoCap =
        field.name === 'caps' && (isUnset || (entry.value.kind === 'list' && entry.value.items.length === 0));
      if (isNoCap && target.kind === 'key') value.fail('A sub-key needs at least one cap, such as 5/day.');
      else if (entry.value.kind === 'nothing')
        value.fail(
          `There is no value. Give one, write "${UNSET}" to lift this limit, or leave the line out to keep it as ` +
            `it is.`,
          entry.at,
        );
      else if (isUnset || isNoCap) unset.push(field.name);
      else set.push(field.read(value, timeZone));
    }
    entries.push({
      target,
      path: spot.path,
      at,
      set: set.reduce((all, one) => ({ ...all, ...one }), EMPTY),
      named,
      unset,
    });
  };

  const readKeys = (keys: Spot, agent: string): void =>
    eachEntry(keys, 'a mapping from sub-key ids to their limits', (spot, { name, at }) => {
      const before = keysSeen.get(name);
      keysSeen.set(name, spot.path);
      if (!subKeyIdSchema.safeParse(name).success)
        return spot.fail(`"${name}" is no sub-key id. One looks like key_ab12cd34ef56; see \`purser key list\`.`, at);
      if (before !== undefined)
        return spot.fail(`This sub-key is in the file twice, before this at ${before}. Keep one.`, at);
      return readLimits(spot, { kind: 'key', id: name, agent }, at);
    });

  const sections: Readonly<Record<string, (spot: Spot, entry: MapEntry) => void>> = {
    version(spot) {
      if (spot.tree.kind !== 'text' || spot.tree.text !== '1') spot.fail('This Purser reads files of `version: 1`.');
    },
    everything(spot, { at }) {
      const limits = mapOf(spot, 'a mapping of limits, such as caps: [50/month]');
      if (limits) readLimits(limits, { kind: 'everything' }, at);
    },
    providers: (providers) =>
      eachEntry(providers, 'a mapping from provider names to their limits', (spot, { name, at }) => {
        if (!providerNameSchema.safeParse(name).success)
          return spot.fail('A provider name is 1 to 32 small letters, digits or dashes and begins with a letter.', at);
        return readLimits(spot, { kind: 'provider', name }, at);
      }),
    agents: (agents) =>
      eachEntry(agents, 'a mapping from agent names to their limits', (spot, { name, at }) => {
        if (agentNameSchema.safeParse(name).data !== name)
          return spot.fail(
            'An agent name is 1 to 60 characters, without spaces around it and without control characters.',
            at,
          );
        readLimits(spot, { kind: 'agent', name }, at, ['keys']);
        for (const entry of spot.tree.entries)
          if (entry.name === 'keys') readKeys(spot.entry(entry.value, 'keys'), name);
        return undefined;
      }),
  };

  for (const entry of root.tree.entries) {
    const spot = root.entry(entry.value, entry.name);
    const read = TOP.includes(entry.name) ? sections[entry.name] : undefined;
    if (read) read(spot, entry);
    else
      spot.fail(
        `There is no section "${entry.name}".${didYouMean(entry.name, TOP)} A policy file has ${TOP.join(', ')}.`,
        entry.at,
      );
  }
  if (!root.tree.entries.some(({ name }) => name === 'version'))
    root.fail('A policy file says which form it has: add the line `version: 1` at the top.', { line: 1, column: 1 });
  return { entries, problems: problems.toSorted((one, other) => one.line - other.line || one.column - other.column) };
}

/** A mapping; a name with nothing behind it is an empty one. */
function mapOf(spot: Spot, what: string): Spot<MapTree> | undefined {
  if (isMap(spot)) return spot;
  if (spot.tree.kind !== 'nothing')
    return spot.fail(`${what.charAt(0).toUpperCase()}${what.slice(1)} is expected here.`);
  return { ...spot, tree: { kind: 'map', entries: [], at: spot.tree.at } };
}

function eachEntry(spot: Spot, what: string, read: (spot: Spot<MapTree>, entry: MapEntry) => void): void {
  for (const entry of mapOf(spot, what)?.tree.entries ?? []) {
    const limits = mapOf(spot.entry(entry.value, entry.name), 'a mapping of limits, such as caps: [5/day]');
    if (limits) read(limits, entry);
  }
}

function isMap(spot: Spot): spot is Spot<MapTree> {
  return spot.tree.kind === 'map';
}
