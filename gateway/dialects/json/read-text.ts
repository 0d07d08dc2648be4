const BACKSLASH = 0x5c;
const UTF_8 = new TextDecoder('utf-8', { fatal: true });
/**
 * Most escapes of a body. Each is read by itself, while nothing else is heard; a text of 32 MiB with an escape in every
 * eighth letter has as many.
 */
const MOST_ESCAPES = 4_000_000;

/**
 * The text that a body is, without the mark that some editors put before it. @returns undefined where it is not valid
 * UTF-8
 */
export function readText(bytes: Buffer): string | undefined {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The bytes that are inspected before other work gets its turn. */
const STEP_BYTES = 4 * 2 ** 20;

/**
 * True for a body with so many escapes that reading it would hold everybody up.
 * @param breathe lets others in
 */
export async function hasManyEscapes(bytes: Buffer, breathe: () => Promise<void>): Promise<boolean> {
  if (bytes.length < MOST_ESCAPES) return false;
  let escapes = 0;
  for (let start = 0; start < bytes.length && escapes <= MOST_ESCAPES; start += STEP_BYTES) {
    escapes += countEscapes(bytes.subarray(start, start + STEP_BYTES));
    await breathe();
  }
  return escapes > MOST_ESCAPES;
}

function countEscapes(bytes: Buffer): number {
  let escapes = 0;
  for (let index = 0; index < bytes.length; index += 1) if (bytes[index] === BACKSLASH) escapes += 1;
  return escapes;
}
