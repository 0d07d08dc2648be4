import { numberText } from '../../state/number-text.ts';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useSession } from '../../state/session-context.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, Problem } from '../../ui/notice.tsx';
import { CopyLine } from '../../ui/copy-line.tsx';

interface Verdict {
  readonly entries: number;
  readonly head: string;
  readonly brokenAt: number | null;
}

/** Recomputes every hash of the record, and says whether it holds. */
export function VerifyRecord(): ReactNode {
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const [verdict, setVerdict] = useState<Verdict>();
  return (
    <section className="section" aria-labelledby="verify-title">
      <div className="section-head">
        <h2 id="verify-title">Is it as it was written?</h2>
        <Button busy={busy} onClick={() => void run(async () => setVerdict(await call(({ audit }) => audit.verify())))}>
          {busy ? 'Verifying…' : 'Verify the record'}
        </Button>
      </div>
      <p className="soft">Every entry carries a hash of the one before it. An entry that was changed, taken out or put in breaks all that follow.</p>
      <Problem sentence={problem} />
      {verdict !== undefined && (
        <div className="verdict" data-testid="verdict">
          <Notice tone={verdict.brokenAt === null ? 'good' : 'danger'}>
            {verdict.brokenAt === null
              ? `All ${numberText(verdict.entries)} entries hold.`
              : `Entry ${numberText(verdict.brokenAt)} does not follow from the ones before: the record was changed there or later. The first ${numberText(verdict.entries)} hold.`}
          </Notice>
          <CopyLine name="Last hash" text={verdict.head} label="Copy the last hash" />
          <p className="faint">Keep the last hash somewhere else: with it, a record that was cut off at the end is noticed too.</p>
        </div>
      )}
    </section>
  );
}
