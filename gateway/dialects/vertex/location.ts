/** A place where Vertex AI serves models: everywhere, a jurisdiction, or one region. */
const LOCATION = /^(?:global|us|eu|[a-z]+-[a-z]+\d{1,2})$/;
const REGIONAL = 'regional';

/**
 * The tier of a request by its place: outside of `global`, tokens stay in a region, which has its own price.
 * @param other a service tier that it asks for
 */
export function tierAt(location: string | undefined, other: string | undefined): string | undefined {
  const names = [other, location === undefined || location === 'global' ? undefined : REGIONAL];
  const some = names.filter((name) => name !== undefined);
  return some.length > 0 ? some.join('+') : undefined;
}

/** True for the name of a place; a host is made of it. */
export function isLocation(text: string): boolean {
  return LOCATION.test(text);
}
