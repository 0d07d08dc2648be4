import type { ReactNode } from 'react';
import type { StateView } from '../../../../shared/contract/views.ts';
import { tokenText } from '../../../state/time-and-money/format.ts';
import { moneyText } from '../../../state/time-and-money/money-text.ts';
import { localText } from '../../../state/time-and-money/zoned.ts';
import { useSession } from '../../../state/live/session-context.ts';
import { useAction } from '../../../state/live/use-action.ts';
import { say } from '../../../strings/say.ts';
import { Button } from '../../../ui/button.tsx';
import { saveFile } from '../../../ui/file/save-file.ts';
import { Problem } from '../../../ui/notice.tsx';
import type { Search } from '../pager.ts';
import { readAll, requestsCsv } from './requests-csv.ts';
import { useSum } from './use-sum.ts';

interface SumLineProps {
  readonly state: StateView;
  readonly search: Search;
  /** Another value whenever a request that matches has ended. */
  readonly turn: string;
  readonly isEmpty: boolean;
}

/** What the filters let through, added up, and all of it as a file. */
export function SumLine({ state, search, turn, isEmpty }: SumLineProps): ReactNode {
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const sum = useSum(search, turn);
  const words = say.requests;

  const save = (): Promise<void> =>
    run(async () => {
      const rows = await readAll(call, search);
      const day = localText(Date.now(), state.gateway.timeZone).slice(0, 10);
      saveFile(`purser-requests-${day}.csv`, new Blob([requestsCsv(rows, state)], { type: 'text/csv' }));
    });

  return (
    <div className="sum-line" data-testid="sum">
      <dl className="sum-figures" aria-label={words.sum} aria-busy={sum?.isWhole !== true}>
        {sum !== undefined && (
          <>
            <Figure value={moneyText(sum.cost)} name={sum.isWhole ? words.spent : words.spentSoFar} />
            <Figure value={words.number(sum.requests)} name={words.settled(sum.requests)} />
            {sum.refused > 0 && <Figure value={words.number(sum.refused)} name={words.refused} />}
            {/* Calls of tools alone have none. */}
            {(sum.requests === 0 || sum.inputTokens + sum.outputTokens > 0) && (
              <>
                <Figure value={tokenText(sum.inputTokens)} name={words.tokensIn} />
                <Figure value={tokenText(sum.outputTokens)} name={words.tokensOut} />
              </>
            )}
          </>
        )}
      </dl>
      {!isEmpty && (
        <Button icon="download" kind="quiet" shrinks busy={busy} onClick={() => void save()}>
          {words.exportCsv}
        </Button>
      )}
      <Problem sentence={problem} />
    </div>
  );
}

function Figure({ value, name }: { readonly value: string; readonly name: string }): ReactNode {
  return (
    <div>
      <dd className="number">{value}</dd>
      <dt>{name}</dt>
    </div>
  );
}
