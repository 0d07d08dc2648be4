/**
 * How fast one stream can be at most, in tokens a second, reasoning included. Published speeds are middles of what was
 * measured, so there is room above each.
 */
export const ORDINARY_PACE = (): number => 400;
/** Of servers that nobody has measured, or that may route to anyone. */
export const UNKNOWN_PACE = (): number => Infinity;
