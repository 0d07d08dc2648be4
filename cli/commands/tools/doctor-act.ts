import type { DoctorAct } from '../../../shared/contract/connection-views.ts';

/** The command to type for it, with the reason in front. A path is quoted: it is copied into a shell. */
export function commandFor(act: DoctorAct): string {
  switch (act.kind) {
    case 'put-right':
      return act.what === 'repair'
        ? `Repair it: purser connections repair ${quoted(act.connection)}   (or: purser doctor --fix)`
        : 'Connect it again: purser doctor --fix';
    case 'keep-proxies-off':
      return `Add lines that keep proxies off this machine to ${act.file}: purser doctor --fix`;
    case 'move-key':
      return act.asks
        ? `If this key is your own, let Purser store it and put a capped sub-key in its place: purser doctor ` +
            `--import ${quoted(act.file)}`
        : 'Let Purser move it into the secret store and put a capped sub-key in its place: purser doctor --fix';
    case 'connect':
      return (
        `Connect ${act.title}: purser ` +
        `connect ${act.tool}${act.project === null ? '' : ` --project ${quoted(act.project)}`}`
      );
    case 'disconnect':
      return `Or put its files back: purser disconnect ${quoted(act.connection)}`;
    case 'add-provider':
      return `Add a provider key: purser provider add ${act.provider}`;
  }
}

/** As POSIX shells read it, where it is not plain. */
function quoted(text: string): string {
  return /^[\w./:@+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
