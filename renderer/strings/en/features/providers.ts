import { PROVIDER_KINDS, PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import type { ProviderKind } from '../../../../shared/providers/provider-records.ts';

type ByKind = Readonly<Partial<Record<ProviderKind, string>>>;

/** The English words of the records, by kind. */
function recorded(field: 'keyForm' | 'hint'): ByKind {
  return Object.fromEntries(
    PROVIDER_KINDS.flatMap((kind) => {
      const text = PROVIDER_RECORDS[kind][field];
      return text === undefined ? [] : [[kind, text]];
    }),
  );
}

/** Provider keys: which there are, how one is added and checked. */
export const providers = {
  /** Kinds that have no name of their own. */
  kinds: {
    http: 'Any HTTP API',
    'custom-openai': 'Custom (OpenAI-compatible)',
    'custom-anthropic': 'Custom (Anthropic-compatible)',
  },
  /** What to look for, where keys do not begin all alike. */
  keyForms: recorded('keyForm'),
  /** What to know before one is added. */
  hints: recorded('hint'),

  add: 'Add provider key',
  kind: 'Provider',
  search: 'Search',
  searchAmong: (count: number) => `Search ${count} kinds`,
  groups: { more: 'More hosts and vendors', own: 'Your own servers, and other APIs' },
  key: (provider: string) => `${provider} key`,
  keyIfAny: (provider: string) => `${provider} key, if it needs one`,
  keyHint: 'Kept in this computer’s secret store. Tools get sub-keys instead.',
  more: 'Other name or address',
  name: 'Name',
  nameHint: 'The first part of its path on the gateway.',
  region: 'Region',
  regionExample: 'us-east-1',
  regionHint: (provider: string) => `Where ${provider} serves its models. Leave it empty for the usual place.`,
  noRegion: (region: string) => `“${region}” is no region here. Enter one such as eu-west-1, or leave it empty.`,
  baseUrl: 'Base URL',
  baseUrlHint: (provider: string) => `The same one that you give the ${provider} SDK.`,
  submit: 'Add key',
  asking: (provider: string) => `Checking the key with ${provider}…`,
  keepAnyway: 'Keep it anyway',
  kept: (name: string) => `${name} is added`,
  done: 'Done',
  noKey: 'Paste the provider key first.',
  noAddress: (provider: string) => `${provider} has a different address for everyone. Enter yours.`,
  noUrl: 'Enter a base URL that begins with https:// or http://.',

  fromManager: 'Key in a secret manager',
  reference: 'Where the key is',
  referenceExample: 'vault:secret/data/ai#openai',
  referenceHint: 'Purser reads it there and keeps it in memory only. Leave the key above empty.',
  keyAndReference: 'Enter the key, or where it is, but not both.',
  /** A key that a secret manager keeps. */
  origin: {
    unread: (reference: string) => `The key comes from ${reference}. It is read when it is first needed.`,
    read: (reference: string, ago: string) => `The key comes from ${reference}, read ${ago}.`,
    /** @param next a moment */
    readAgain: (reference: string, ago: string, next: string) =>
      `The key comes from ${reference}, read ${ago}, next at ${next}.`,
    refresh: 'Read again',
    refreshOf: (name: string) => `Read the key of ${name} again`,
    stillUsed: (why: string) => `${why} The key that was read before is still used.`,
    failed: (why: string) => `${why} Requests are refused until it can be read.`,
  },

  title: 'Providers',
  none: 'No provider key yet, so requests are refused.',
  stores: {
    keychain: 'Provider keys are in the keychain of this computer. No tool ever sees them.',
    vault: 'Provider keys are in an encrypted vault file. No tool ever sees them.',
    memory: 'Provider keys are kept in memory and forgotten when Purser quits. No tool ever sees them.',
  },
  /** What it does when a tool leaves its stream, as its kind is known. */
  whenLeft: {
    yes: 'When a tool leaves a stream early, the provider stops and bills only what it made until then.',
    no: 'When a tool leaves a stream early, the provider goes on and bills all of it, so Purser reads it to the end.',
    unknown:
      'Nobody knows if the provider stops when a tool leaves a stream early, so it counts at the most it can cost.',
    free: 'A stream that a tool leaves early costs nothing here.',
  },
  saidWhenLeft: {
    yes: 'You said that it stops when a tool leaves a stream early: only what it made until then counts.',
    no: 'You said that it goes on when a tool leaves a stream early, so Purser reads it to the end.',
  },
  whenLeftChoices: { known: 'Default', yes: 'Stops', no: 'Goes on' },
  whenLeftOf: (name: string) => `Whether ${name} stops when a tool leaves a stream early`,
  changeWhenLeft: 'Change',
  changeWhenLeftOf: (name: string) => `Change whether ${name} stops when a tool leaves a stream early`,
  /** Azure's deployments, which people call as they like. */
  deployments: {
    title: 'Deployments',
    none: 'A deployment with a name of its own counts as the dearest model until its first reply tells its model.',
    learned: 'told by a reply',
    said: 'told by you',
    has: (deployment: string, model: string) => `${deployment}: ${model}`,
    name: 'Deployment',
    model: 'Model',
    set: 'Set',
    forget: (deployment: string) => `Forget the model of ${deployment}`,
    forgetShort: 'Forget',
    typeOf: (name: string) => `Where the deployments of ${name} run`,
    types: { unknown: 'Not known', global: 'Global', 'data-zone': 'Data zone', regional: 'Region' },
    surcharge: 'Only global deployments have the ordinary price; others count up to a fifth more.',
  },
  copyBaseUrl: (name: string) => `Copy the base URL of ${name}`,
  rules: 'Caps and rules',
  rulesOf: (name: string) => `Caps and rules of the provider ${name}`,
  check: 'Check',
  checkKeyOf: (name: string) => `Check the key of ${name}`,
  checkHint: 'Asks the provider whether it still accepts the key. Costs nothing.',
  remove: 'Remove',
  removeKeyOf: (name: string) => `Remove the key of ${name}`,
  removeQuestion: (name: string) => `Remove ${name}?`,
  removeMeans: (name: string) => `Its key is deleted, and requests to ${name} are refused.`,
  keep: 'Keep',
};
