/**
 * True where a glob with `*` (any text) and `?` (any one character) matches a whole name, in any case. Linear in both:
 * the name may come from a client, and a regex of several `.*` tries every way to share a name among them.
 */
export function matchesGlob(glob: string, name: string): boolean {
  return matchesExactly(glob.toLowerCase(), name.toLowerCase());
}

/** The same with the case as it is: `/Home` and `/home` are two folders. */
export function matchesExactly(glob: string, text: string): boolean {
  const [first = '', ...rest] = glob.split(/\*+/);
  const last = rest.pop();
  if (!standsAt(text, first, 0)) return false;
  if (last === undefined) return text.length === first.length;
  let from = first.length;
  // Each piece is matched where it first fits: that leaves most room for later ones.
  for (const piece of rest) {
    const at = find(text, piece, from);
    if (at === -1) return false;
    from = at + piece.length;
  }
  return text.length - last.length >= from && standsAt(text, last, text.length - last.length);
}

function standsAt(text: string, piece: string, at: number): boolean {
  if (!piece.includes('?')) return text.startsWith(piece, at);
  if (text.length - at < piece.length) return false;
  for (let index = 0; index < piece.length; index += 1) {
    if (piece[index] !== '?' && piece[index] !== text[at + index]) return false;
  }
  return true;
}

function find(text: string, piece: string, from: number): number {
  if (!piece.includes('?')) return text.indexOf(piece, from);
  for (let at = from; at + piece.length <= text.length; at += 1) if (standsAt(text, piece, at)) return at;
  return -1;
}
