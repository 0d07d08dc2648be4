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
const FORMS: readonly string[] = ['json', 'sse'];

/**
 * Names a query parameter with which a request could have its reply leave out or disguise its usage: Google's servers
 * take `fields`, numbers in place of names (`alt=json;enum-encoding=int`), and headers (`$httpHeaders`).
 */
export function findDisguise(query: URLSearchParams): string | undefined {
  for (const [name, value] of query) {
    const plain = name.replace(/^\$/, '');
    if (plain === 'alt' ? !FORMS.includes(value) : !HARMLESS.includes(plain)) return name;
  }
  return undefined;
}
