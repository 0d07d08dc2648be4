import type { PutBack } from '../../../shared/mcp/mcp-moves.ts';
import type { CommandContext } from '../../context.ts';
import { print } from '../../screen/output.ts';
import { block, lines, paragraphs } from '../../screen/screen-text.ts';
import type { ScreenText } from '../../screen/screen-text.ts';

/** `purser mcp import TOOL --undo`: shows the change, then makes it, unless it was only to be shown. */
export async function undoImport(
  context: CommandContext,
  place: { readonly tool: string; readonly project?: string },
  dryRun: boolean,
  confirmed: (question: string) => Promise<void>,
): Promise<void> {
  const plan = await context.ask((gateway) => gateway.mcp.putBack({ ...place, dryRun: true }));
  if (dryRun) return print(context, plan, paragraphs(shownText(plan), 'Nothing was changed.'));
  if (!context.json) print(context, undefined, shownText(plan));
  await confirmed('Put them back?');
  const done = await context.ask((gateway) => gateway.mcp.putBack(place));
  print(context, done, doneText(done));
}

function shownText({ files }: PutBack): ScreenText {
  return paragraphs(
    ...files.map(({ file, how, diff }) =>
      lines(how === 'restored' ? `${file} will be restored, byte for byte.` : file, block(diff)),
    ),
  );
}

function doneText({ files, back, taken, kept }: PutBack): ScreenText {
  return lines(
    ...files.map(({ file, how }) =>
      how === 'restored' ? `${file} was restored, byte for byte.` : `${file} has its servers again.`,
    ),
    ...(back.length > 0 ? [`Put back: ${back.join(', ')}.`] : []),
    ...taken.map((name) => `${name} stands for another server there by now, so that one was left.`),
    ...kept.map((name) => `${name} stays in Purser, because it is used there. Remove it: purser mcp remove ${name}`),
  );
}
