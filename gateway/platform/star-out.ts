/** Something shorter stands in too many innocent texts. */
const LEAST_LENGTH = 8;

/** A text with stars where a key stands in it. */
export function starOut(text: string, key: string | undefined): string {
  return formsOf(key ?? '').reduce((rest, form) => rest.replaceAll(form, '*'.repeat(form.length)), text);
}

/** The forms in which a secret may stand: as it is, as a query writes it in both ways, and as JSON may write it. */
export function formsOf(key: string): readonly string[] {
  if (key.length < LEAST_LENGTH) return [];
  const encoded = encodeURIComponent(key);
  const query = new URLSearchParams({ key }).toString().slice('key='.length);
  return [
    ...new Set([
      key,
      encoded,
      encoded.toLowerCase(),
      query,
      JSON.stringify(key).slice(1, -1),
      key.replaceAll('/', String.raw`\/`),
    ]),
  ];
}
