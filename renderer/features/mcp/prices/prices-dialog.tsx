import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { McpServerView } from '../../../../shared/mcp/mcp-views.ts';
import { useSession } from '../../../state/live/session-context.ts';
import { useAction } from '../../../state/live/use-action.ts';
import { say } from '../../../strings/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Problem } from '../../../ui/notice.tsx';
import { useToast } from '../../../ui/toasts.ts';
import { PriceLines } from './price-lines.tsx';
import { linesOf, readPrices } from './read-prices.ts';

interface PricesDialogProps {
  readonly server: Pick<McpServerView, 'name' | 'prices'>;
  onSaved(): void;
  onClose(): void;
}

/** Asks what the calls of a server cost. */
export function PricesDialog({ server: { name, prices }, onSaved, onClose }: PricesDialogProps): ReactNode {
  const { call } = useSession();
  const toast = useToast();
  const { busy, problem, run, setProblem } = useAction();
  const [lines, setLines] = useState(() => linesOf(prices));

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const read = readPrices(lines);
    if ('problem' in read) return setProblem(read.problem);
    void run(async () => {
      await call(({ mcp }) => mcp.setPrices({ name, prices: read.prices }));
      toast({
        text: say.mcp.pricesSaved(name),
        undo: async () => {
          await call(({ mcp }) => mcp.setPrices({ name, prices }));
          onSaved();
        },
      });
      onSaved();
      onClose();
    });
  }

  return (
    <Dialog wide title={say.mcp.pricesOf(name)} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p className="soft">{say.mcp.pricesHint}</p>
        <PriceLines lines={lines} onLines={setLines} />
        <Problem sentence={problem} />
        <div className="form-end">
          <Button onClick={onClose}>{say.common.cancel}</Button>
          <Button kind="primary" type="submit" busy={busy}>
            {say.mcp.savePrices}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
