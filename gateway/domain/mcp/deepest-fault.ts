import type { OutputUnit } from '@cfworker/json-schema';

/** Where a value does not fit its schema, from the outside in, and how. */
export interface SchemaFault {
  readonly place: readonly string[];
  readonly words: string;
}

/** The error that lies deepest says it most exactly; those above only say that something below is wrong. */
export function deepestFault(errors: readonly OutputUnit[]): SchemaFault {
  const depth = ({ instanceLocation }: OutputUnit): number => instanceLocation.split('/').length;
  // That a schema which takes nothing took nothing is said better above it.
  const telling = errors.filter(({ keyword }) => keyword !== 'false');
  const deepest = telling.reduce<OutputUnit | undefined>(
    (best, one) => (best === undefined || depth(one) >= depth(best) ? one : best),
    undefined,
  );
  return {
    place: (deepest?.instanceLocation ?? '#')
      .slice(2)
      .split('/')
      .filter((piece) => piece !== '')
      .map((piece) => piece.replaceAll('~1', '/').replaceAll('~0', '~')),
    words: (deepest?.error ?? 'It does not fit its schema.').slice(0, 300),
  };
}
