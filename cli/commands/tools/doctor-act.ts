import { shellWord } from '../../screen/shell-word.ts';
import { importCommand } from '../../../shared/mcp/import-command.ts';
import type { DoctorAct } from '../../../shared/contract/connection-views.ts';

/** The command to type for it, with the reason in front. A path is quoted: it is copied into a shell. */
export function commandFor(act: DoctorAct): string {
  switch (act.kind) {
    case 'put-right':
      return act.what === 'repair'
        ? `Repair it: purser connections repair ${shellWord(act.connection)}   (or: purser doctor --fix)`
        : 'Connect it again: purser doctor --fix';
    case 'keep-proxies-off':
      return `Add lines that keep proxies off this machine to ${act.file}: purser doctor --fix`;
    case 'move-key':
      return act.asks
        ? `If this key is your own, let Purser store it and put a capped sub-key in its place: purser doctor ` +
            `--import ${shellWord(act.file)}`
        : 'Let Purser move it into the secret store and put a capped sub-key in its place: purser doctor --fix';
    case 'connect':
      return (
        `Connect ${act.title}: purser ` +
        `connect ${act.tool}${act.project === null ? '' : ` --project ${shellWord(act.project)}`}`
      );
    case 'disconnect':
      return `Or put its files back: purser disconnect ${shellWord(act.connection)}`;
    case 'move-servers':
      return `Move them: ${importCommand(act.tool, act.project)}`;
    case 'add-provider':
      return `Add a provider key: purser provider add ${act.provider}`;
  }
}
