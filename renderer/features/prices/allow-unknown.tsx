import { useState } from 'react';
import type { ReactNode } from 'react';
import type { SubKeyView } from '../../../shared/contract/views.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import { moneyText } from '../../state/time-and-money/money-text.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { say } from '../../strings/say.ts';
import { Problem } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toasts.ts';

type Refusal = NonNullable<SubKeyView['lastRefusal']>;

/**
 * The way out of a refusal because nobody knows a model's price: its provider's dearest one, in one click. Nothing for
 * any other refusal.
 */
export function AllowUnknown({ refusal }: { readonly refusal: Refusal }): ReactNode {
  const { call } = useSession();
  const toast = useToast();
  const { busy, problem, run } = useAction();
  const [allowed, setAllowed] = useState<number>();
  const { model, at } = refusal;
  const provider = providerNameSchema.safeParse(refusal.provider).data;
  // The same rule refuses audio or a tier without a price, where another price of text would not help: the sentence
  // tells which it is.
  if (
    refusal.rule !== 'price' ||
    !refusal.message.includes('purser price allow ') ||
    model === null ||
    provider === undefined ||
    allowed === at
  )
    return null;

  const allow = (): Promise<void> =>
    run(async () => {
      const price = await call(({ prices }) => prices.allowUnknown({ provider, model }));
      setAllowed(at);
      toast({ text: say.prices.allowed(model, moneyText(price.input), moneyText(price.output)) });
    });
  return (
    <>
      <p className="sub-key-note">
        <button type="button" className="text-button" disabled={busy} onClick={() => void allow()}>
          {say.prices.allow(model)}
        </button>
      </p>
      <Problem sentence={problem} />
    </>
  );
}
