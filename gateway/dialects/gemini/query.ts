/**
 * Parameters that do not change a reply. Those with a key in them are not forwarded. Source: cloud.google.com, "System
 * parameters".
 */
const HARMLESS: readonly string[] = [
  'key',
  'access_token',
  'oauth_token',
  'prettyPrint',
  'quotaUser',
  'pageSize',
  'pageToken',
];
/**
 * Forms of a reply. Google's older SDKs ask for numbers in place of names, which leaves all counts as they are:
 * `modality`, `finishReason` and the tier are read in both forms. Source: google-api-core, REST transport.
 */
const FORMS: readonly string[] = ['json', 'sse', 'json;enum-encoding=int', 'sse;enum-encoding=int'];

/**
 * Names a query parameter with which a request could have its reply leave out or disguise its usage: Google's servers
 * take `fields`, other encodings (`alt=proto`), and headers (`$httpHeaders`).
 */
export function findDisguise(query: URLSearchParams): string | undefined {
  for (const [name, value] of query) {
    const plain = name.replace(/^\$/, '');
    if (plain === 'alt' ? !FORMS.includes(value) : !HARMLESS.includes(plain)) return name;
  }
  // If two forms are named, nobody here knows which one counts.
  const forms = new Set([...query.getAll('alt'), ...query.getAll('$alt')]);
  return forms.size > 1 ? 'alt' : undefined;
}

/** True for a stream of events; every other one is one array. */
export function asksForEvents(query: URLSearchParams): boolean {
  return (query.get('alt') ?? query.get('$alt') ?? '').startsWith('sse');
}
