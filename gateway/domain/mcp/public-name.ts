/** What clients accept as the name of a tool, with room for the prefixes that they put in front. */
const MOST_LETTERS = 48;

/** Between the name of a server and that of its tool, where the tools of all servers stand in one list. */
const BETWEEN = '__';

/**
 * The names of tools where those of all servers stand in one list: `github__create_issue`. They are unique, and the
 * same whatever else there is: a name that is too long or has other letters ends with a number of its own.
 * @param numberOf a short text that tells one name from every other
 */
export function publicName(server: string, tool: string, numberOf: (text: string) => string): string {
  const plain = `${server}${BETWEEN}${tool}`;
  const clean = plain.replaceAll(/[^A-Za-z0-9_-]/g, '_');
  // A tool whose own name begins with another server's would be taken for one of that server.
  if (clean === plain && clean.length <= MOST_LETTERS && !tool.includes(BETWEEN)) return clean;
  const number = numberOf(plain);
  return `${clean.slice(0, MOST_LETTERS - number.length - 1)}_${number}`;
}
