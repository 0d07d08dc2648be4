import { BASE64URL } from './provider-record.ts';
import { PROVIDER_KINDS, PROVIDER_RECORDS } from './provider-records.ts';
import type { ProviderKind } from './provider-records.ts';

/** The look of keys or logins of one issuer. */
export interface KeyShape {
  readonly begins: string;
  /** Letters behind it, as in a regular expression's class. */
  readonly letters: string;
  /** Providers whose keys begin so; several share `sk-`. */
  readonly kinds: readonly ProviderKind[];
  /** It pays for models, and for nothing else. */
  readonly paysForModels: boolean;
}

const ALPHANUMERIC = 'A-Za-z0-9';

const model = (begins: string, letters = ALPHANUMERIC): KeyShape => ({
  begins,
  letters,
  kinds: [],
  paysForModels: true,
});
const other = (begins: string, letters = ALPHANUMERIC): KeyShape => ({
  begins,
  letters,
  kinds: [],
  paysForModels: false,
});

/** Keys of nobody that Purser has a kind of provider for. Source: what each vendor's console hands out; 2026-11. */
const OTHER_SHAPES: readonly KeyShape[] = [
  // A sub-key of Purser's own, and a login of Claude Code.
  model('sk-purser-', BASE64URL),
  model('sk-ant-oat', BASE64URL),
  // Replicate.
  model('r8_'),
  // Langfuse, which pays for nothing; Stripe and its like.
  other('sk-lf-', BASE64URL),
  other('sk_live_'),
  other('sk_test_'),
  // GitHub, AWS, a JSON Web Token.
  other('ghp_'),
  other('gho_'),
  other('ghs_'),
  other('ghu_'),
  other('github_pat_', 'A-Za-z0-9_'),
  other('AKIA', 'A-Z0-9'),
  other('eyJ', 'A-Za-z0-9_.-'),
];

/** Every shape, those with the longest beginning first: the first that fits is the right one. */
export const KEY_SHAPES: readonly KeyShape[] = [...providerShapes(), ...OTHER_SHAPES].toSorted(
  (left, right) => right.begins.length - left.begins.length,
);

/** The shape of what begins like a key or a login. @returns undefined for any other text */
export function keyShapeOf(text: string): KeyShape | undefined {
  return KEY_SHAPES.find(({ begins }) => text.startsWith(begins));
}

/** The one kind of provider whose keys begin so. @returns undefined where several providers' do, as with `sk-` alone */
export function kindOfKey(key: string): ProviderKind | undefined {
  const kinds = keyShapeOf(key.trim())?.kinds ?? [];
  return kinds.length === 1 ? kinds[0] : undefined;
}

/**
 * Finds keys within a text, by how they begin. @param least letters behind the beginning: few hide too much, many miss
 * short keys
 */
export function keyPattern(least: number): RegExp {
  const forms = KEY_SHAPES.map(
    ({ begins, letters }) => `${begins.replaceAll('.', String.raw`\.`)}[${letters}]{${least},}`,
  );
  return new RegExp(String.raw`\b(?:${forms.join('|')})`, 'g');
}

function providerShapes(): readonly KeyShape[] {
  const prefixes = new Set(PROVIDER_KINDS.flatMap((kind) => PROVIDER_RECORDS[kind].keyPrefixes ?? []));
  return [...prefixes].map((begins) => {
    const kinds = PROVIDER_KINDS.filter((kind) => PROVIDER_RECORDS[kind].keyPrefixes?.includes(begins));
    const records = kinds.map((kind) => PROVIDER_RECORDS[kind]);
    return {
      begins,
      letters: records.find(({ keyLetters }) => keyLetters !== undefined)?.keyLetters ?? ALPHANUMERIC,
      kinds,
      paysForModels: records.every(({ keysAlsoElsewhere }) => keysAlsoElsewhere !== true),
    };
  });
}
