/**
 * The packages that no bundle can hold, because they load a binary of their own. They alone are `dependencies` in
 * package.json: everything else is inside `out/` once it is built.
 */
export const NATIVES = ['@napi-rs/keyring', 'sqlite3'] as const;

/** Matches each of them and its subpaths, for the bundlers' `external`. */
export const externalNatives: readonly RegExp[] = NATIVES.map((name) => new RegExp(`^${name}(/|$)`));
