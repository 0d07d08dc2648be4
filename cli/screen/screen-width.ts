/** The width that nobody is surprised by: where the output is no terminal, and nobody said another. */
const USUAL = 80;
/** Narrower than this no table can be read. */
const LEAST = 40;

let columnsOfTerminal = (): number | undefined => undefined;

/** Says how wide the terminal is. Only what writes to it may look at it. */
export function lookAtTerminal(columns: () => number | undefined): void {
  columnsOfTerminal = columns;
}

/** How many columns the screen has: as `COLUMNS` says, as the terminal says, else 80. */
export function screenWidth(): number {
  const said = Number(process.env['COLUMNS']);
  return Math.max(LEAST, Number.isInteger(said) && said > 0 ? said : (columnsOfTerminal() ?? USUAL));
}
