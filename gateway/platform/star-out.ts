/** Shorter keys occur in too many innocent texts. */
const LEAST_LENGTH = 8;

/** Replaces a key in a text with stars. */
export function starOut(text: string, key: string | undefined): string {
  return starOutForms(text, formsOf(key ?? ''));
}

/** The same for the forms of a key, which are found once for many texts. */
export function starOutForms(text: string, forms: readonly string[]): string {
  return forms.reduce((rest, form) => rest.replaceAll(form, '*'.repeat(form.length)), text);
}

/** The forms a secret can take in a text: as it is, in both encodings of a query, and as JSON may write it. */
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
