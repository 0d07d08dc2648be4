import { createHash } from 'node:crypto';

export interface NamedOperation {
  readonly method: string;
  readonly path: string;
  readonly operationId?: string;
}

const MOST_LETTERS = 64;
const DIGEST_LETTERS = 8;

/**
 * A name for each operation, `^[a-zA-Z0-9_-]{1,64}$`. All that would share one, or are too long, end in a digest of
 * method and path: the same name tomorrow, whatever else moves in the file.
 *
 * @returns names by `METHOD path`
 */
export function nameOperations(operations: readonly NamedOperation[]): ReadonlyMap<string, string> {
  const plain = operations.map((one) => ({ key: keyOf(one), name: plainName(one) }));
  const claims = countOf(plain.map(({ name }) => name.toLowerCase()));
  const marked = plain.map(({ key, name }) => {
    const shared = (claims.get(name.toLowerCase()) ?? 0) > 1;
    return { key, name: shared || name.length > MOST_LETTERS ? withDigest(name, key) : name };
  });
  const second = countOf(marked.map(({ name }) => name.toLowerCase()));
  // Only a file that was made for it gets here: a name of its own that looks like one with a digest.
  return new Map(
    marked.map(({ key, name }) => [key, (second.get(name.toLowerCase()) ?? 0) > 1 ? `op_${digestOf(key, 32)}` : name]),
  );
}

export function keyOf({ method, path }: { readonly method: string; readonly path: string }): string {
  return `${method} ${path}`;
}

/** A name with only letters that clients take, of at most so many; one that had to be changed in length has a digest. */
export function cleanArgument(name: string): string {
  const clean = name.replaceAll(/[^a-zA-Z0-9_.-]+/g, '_').replaceAll(/^_+|_+$/g, '');
  if (clean === '') return `argument_${digestOf(name, DIGEST_LETTERS)}`;
  return clean.length <= MOST_LETTERS ? clean : withDigest(clean, name);
}

function plainName(operation: NamedOperation): string {
  const fromId = cleaned(operation.operationId ?? '');
  if (fromId !== '') return fromId;
  return cleaned(`${operation.method.toLowerCase()} ${operation.path}`);
}

function cleaned(text: string): string {
  return text.replaceAll(/[^a-zA-Z0-9_-]+/g, '_').replaceAll(/^_+|_+$/g, '');
}

export function withDigest(name: string, key: string): string {
  return `${name.slice(0, MOST_LETTERS - DIGEST_LETTERS - 1)}_${digestOf(key, DIGEST_LETTERS)}`;
}

function digestOf(key: string, letters: number): string {
  return createHash('sha256').update(key).digest('hex').slice(0, letters);
}

function countOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
