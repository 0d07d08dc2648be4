import type { PriceView } from '../../../shared/contract/views.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import { usdText } from '../../../shared/money.ts';
import { readMoney } from '../../state/time-and-money/money-text.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { say } from '../../strings/say.ts';

/** A price as typed: dollars per million tokens. */
export interface PriceTexts {
  readonly model: string;
  /** Empty: every provider. */
  readonly provider: string;
  readonly input: string;
  readonly output: string;
  readonly cacheRead: string;
  readonly cacheWrite: string;
}

/** The form begins with this. */
export function textsOf(price: PriceView | undefined): PriceTexts {
  const text = (amount: Nanodollars | null | undefined): string =>
    amount === null || amount === undefined ? '' : usdText(amount).replace(/\.00$/, '');
  return {
    model: price?.model ?? '',
    provider: price?.provider ?? '',
    input: text(price?.input),
    output: text(price?.output),
    cacheRead: text(price?.cacheRead),
    cacheWrite: text(price?.cacheWrite),
  };
}

type PriceRead = { readonly price: PriceView } | { readonly problem: string };

/** Reads the form. Input and output are needed; a cache without a price costs what input does. */
export function readPrice({ model, provider, input, output, cacheRead, cacheWrite }: PriceTexts): PriceRead {
  if (model.trim() === '') return { problem: say.prices.noModel };
  const amounts = {
    input: readMoney(input),
    output: readMoney(output),
    cacheRead: optional(cacheRead),
    cacheWrite: optional(cacheWrite),
  };
  const wrong = Object.entries({ input, output, cacheRead, cacheWrite }).find(
    ([name]) => Reflect.get(amounts, name) === undefined,
  );
  if (
    amounts.input === undefined ||
    amounts.output === undefined ||
    amounts.cacheRead === undefined ||
    amounts.cacheWrite === undefined
  ) {
    const typed = wrong?.[1].trim() ?? '';
    return { problem: typed === '' ? say.prices.noAmounts : say.prices.noAmount };
  }
  return {
    price: {
      model: model.trim(),
      provider: providerNameSchema.safeParse(provider).data ?? null,
      input: amounts.input,
      output: amounts.output,
      cacheRead: amounts.cacheRead,
      cacheWrite: amounts.cacheWrite,
      assumed: false,
    },
  };
}

function optional(text: string): Nanodollars | null | undefined {
  return text.trim() === '' ? null : readMoney(text);
}
