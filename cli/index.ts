// oxlint-disable-next-line import/no-unassigned-import -- what it does must be done before the other imports are
import './host/no-inspector.ts';
import { createProgram } from './program.ts';
import { parseArguments, wantsJson } from './refused-arguments.ts';
import { crash, endWhenUnread } from './screen/output.ts';

const args = process.argv.slice(2);
process.on('uncaughtException', (error) => crash({ json: wantsJson(args) }, error));

endWhenUnread();
await parseArguments(createProgram(), args);
