import { PROVIDER_KINDS, PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import type { ProviderKind } from '../../../shared/providers/provider-records.ts';
import { say } from '../../strings/say.ts';

/** What a kind of provider is called. A name is the same in every language; kinds without one have words instead. */
export function providerName(kind: ProviderKind): string {
  const words: Readonly<Partial<Record<ProviderKind, string>>> = say.providers.kinds;
  return words[kind] ?? PROVIDER_RECORDS[kind].title;
}

/** The kinds whose name holds what was typed, those that begin with it first. */
export function matchingKinds(typed: string): readonly ProviderKind[] {
  const wanted = typed.trim().toLowerCase();
  const places = PROVIDER_KINDS.map((kind) => {
    const [inName, inTitle] = [kind.indexOf(wanted), providerName(kind).toLowerCase().indexOf(wanted)];
    return { kind, place: Math.min(...[inName, inTitle].map((place) => (place < 0 ? Infinity : place))) };
  });
  return places
    .filter(({ place }) => place < Infinity)
    .toSorted((one, other) => Number(one.place > 0) - Number(other.place > 0))
    .map(({ kind }) => kind);
}
