// oxlint-disable-next-line import/no-unassigned-import -- what it does must be done before the other imports are
import './host/no-inspector.ts';
import { printLine, readLineArguments } from './line/print-line.ts';

const args = process.argv.slice(2);
const line = readLineArguments(args);
// A status line is asked every few seconds, and all commands together take a fifth of a second to load. What it refuses
// is told by the ordinary way.
const isPrinted =
  line !== undefined &&
  (await printLine(line).then(
    () => true,
    () => false,
  ));
if (!isPrinted) await (await import('./start.ts')).start(args);
