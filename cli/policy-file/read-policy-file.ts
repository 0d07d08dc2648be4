import { agentNameSchema, providerNameSchema, subKeyIdSchema } from '../../shared/ids.ts';
import { groupNameSchema } from '../../shared/policy.ts';
import { readLimits } from './read-limits.ts';
import type { Entry } from './read-limits.ts';
import { spotOf } from './spot.ts';
import type { Problem } from './problem.ts';
import type { Spot } from './spot.ts';
import { didYouMean } from './suggest.ts';
import { readTree } from './tree.ts';
import type { MapEntry, MapTree } from './tree.ts';

export interface PolicyFile {
  readonly entries: readonly Entry[];
  /** In the order of the file; with any of them the entries are not to be used. */
  readonly problems: readonly Problem[];
}

/** The state of reading one file. */
interface Reading {
  readonly timeZone: string;
  readonly entries: Entry[];
  /** The path at which each sub-key was seen. */
  readonly keysSeen: Map<string, string>;
}

type ReadSection = (reading: Reading, spot: Spot, entry: MapEntry) => void;

const SECTIONS: ReadonlyMap<string, ReadSection> = new Map([
  ['version', readVersion],
  ['everything', readEverything],
  ['providers', readProviders],
  ['groups', readGroups],
  ['agents', readAgents],
]);
const SECTION_NAMES = [...SECTIONS.keys()];

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
  const reading: Reading = { timeZone, entries: [], keysSeen: new Map() };
  readSections(reading, root);
  return {
    entries: reading.entries,
    problems: problems.toSorted((one, other) => one.line - other.line || one.column - other.column),
  };
}

function readSections(reading: Reading, root: Spot<MapTree>): void {
  for (const entry of root.tree.entries) {
    const { name, at } = entry;
    const spot = root.entry(entry.value, name);
    const read = SECTIONS.get(name);
    if (read) read(reading, spot, entry);
    else {
      const known = SECTION_NAMES.join(', ');
      spot.fail(`There is no section "${name}".${didYouMean(name, SECTION_NAMES)} A policy file has ${known}.`, at);
    }
  }
  if (!root.tree.entries.some(({ name }) => name === 'version'))
    root.fail('A policy file says which form it has: add the line `version: 1` at the top.', { line: 1, column: 1 });
}

function readVersion(_reading: Reading, spot: Spot): void {
  if (spot.tree.kind !== 'text' || spot.tree.text !== '1') spot.fail('This Purser reads files of `version: 1`.');
}

function readEverything({ entries, timeZone }: Reading, spot: Spot, { at }: MapEntry): void {
  const limits = mapOf(spot, 'a mapping of limits, such as caps: [50/month]');
  if (limits) entries.push(readLimits(limits, { target: { kind: 'everything' }, at, timeZone }));
}

function readProviders({ entries, timeZone }: Reading, providers: Spot): void {
  eachEntry(providers, 'a mapping from provider names to their limits', (spot, { name, at }) => {
    if (!providerNameSchema.safeParse(name).success)
      spot.fail('A provider name is 1 to 32 small letters, digits or dashes and begins with a letter.', at);
    else entries.push(readLimits(spot, { target: { kind: 'provider', name }, at, timeZone }));
  });
}

function readGroups({ entries, timeZone }: Reading, groups: Spot): void {
  eachEntry(groups, 'a mapping from group names to their caps', (spot, { name, at }) => {
    const other = spot.tree.entries.find((entry) => entry.name !== 'caps');
    if (!groupNameSchema.safeParse(name).success)
      spot.fail('The name of a group has small letters, digits and dashes, such as night-shift.', at);
    else if (other) spot.fail('A group has caps and no other limits. Put those on its agents.', other.at);
    else entries.push(readLimits(spot, { target: { kind: 'group', name }, at, timeZone }));
  });
}

function readAgents(reading: Reading, agents: Spot): void {
  const { entries, timeZone } = reading;
  eachEntry(agents, 'a mapping from agent names to their limits', (spot, { name, at }) => {
    if (agentNameSchema.safeParse(name).data !== name)
      return spot.fail(
        'An agent name is 1 to 60 characters, without spaces around it and without control characters.',
        at,
      );
    entries.push(readLimits(spot, { target: { kind: 'agent', name }, at, timeZone, besides: ['keys'] }));
    for (const entry of spot.tree.entries)
      if (entry.name === 'keys') readKeys(reading, spot.entry(entry.value, 'keys'), name);
    return undefined;
  });
}

function readKeys({ entries, keysSeen, timeZone }: Reading, keys: Spot, agent: string): void {
  eachEntry(keys, 'a mapping from sub-key ids to their limits', (spot, { name, at }) => {
    const before = keysSeen.get(name);
    keysSeen.set(name, spot.path);
    if (!subKeyIdSchema.safeParse(name).success)
      spot.fail(`"${name}" is not a sub-key id. One looks like key_ab12cd34ef56; see \`purser key list\`.`, at);
    else if (before !== undefined)
      spot.fail(`This sub-key is in the file twice, before this at ${before}. Keep one.`, at);
    else entries.push(readLimits(spot, { target: { kind: 'key', id: name, agent }, at, timeZone }));
  });
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
