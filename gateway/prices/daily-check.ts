import type { PriceCheckView } from '../../shared/contract/price-views.ts';
import { formatUsd, nanodollarsOf } from '../../shared/money.ts';
import type { Clock, Logger } from '../platform/ports.ts';
import { comparePrices } from './compare-prices.ts';
import type { PriceNews, UsedModel } from './compare-prices.ts';
import type { PriceBook } from './price-book.ts';

/** Looks at both publications once a day and reports news about the models in use. It changes no price. */
export interface DailyCheck {
  view(): PriceCheckView;
  /** Looks now. */
  look(): Promise<void>;
  /** A person's switch. */
  turn(on: boolean): void;
  stop(): void;
}

/** The same as a gateway has it: the switch is kept. */
export interface PriceCheck extends Pick<DailyCheck, 'view' | 'stop'> {
  turn(on: boolean): Promise<void>;
}

interface DailyCheckDeps {
  readonly book: Pick<PriceBook, 'library' | 'look'>;
  readonly used: () => Promise<readonly UsedModel[]>;
  readonly tell: (text: string) => void;
  /** Keeps when it last looked, over a restart. */
  readonly remember: (at: number) => Promise<void>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly on: boolean;
  /** When it last looked, in epoch milliseconds; null: never. */
  readonly lastAt: number | null;
  /** The least time from the start to the first check. */
  readonly afterMs: number;
}

const DAY_MS = 86_400_000;
/** Most news that are shown one by one; of more only the number, because nobody reads twenty notices. */
const MOST_TOLD = 5;
/** Older news than so many is no news. */
const MOST_KEPT = 200;

/** Begins to look, unless it is off. @see DailyCheck */
export function createDailyCheck({
  book,
  used,
  tell,
  remember,
  clock,
  log,
  on,
  lastAt,
  afterMs,
}: DailyCheckDeps): DailyCheck {
  let view: PriceCheckView = { on, at: lastAt, unreachable: [], news: [] };
  let timer: NodeJS.Timeout | undefined;

  const look = async (): Promise<void> => {
    const published = await book.look();
    const at = clock.now();
    const unreachable = [
      ...(published.first ? [] : (['genai-prices'] as const)),
      ...(published.second ? [] : (['models.dev'] as const)),
    ];
    view = { ...view, at, unreachable };
    log.log('info', 'prices-looked-at', { unreachable: unreachable.length });
    await remember(at);
    // The same news every day would be none.
    const texts = comparePrices(await used(), book.library(), published, at)
      .map(describe)
      .filter((text) => !view.news.includes(text));
    view = { ...view, news: [...texts, ...view.news].slice(0, MOST_KEPT) };
    for (const text of texts.slice(0, MOST_TOLD)) tell(text);
    if (texts.length > MOST_TOLD)
      tell(
        `Prices of ${texts.length - MOST_TOLD} more models that you use have changed or are not certain. See all: ` +
          '`purser price auto`',
      );
  };
  const schedule = (): void => {
    clearTimeout(timer);
    if (!view.on) return;
    // A clock that was set back must not put it off for good.
    const due = view.at === null ? 0 : Math.min(DAY_MS, view.at + DAY_MS - clock.now());
    timer = setTimeout(
      () =>
        void look()
          .catch(() => log.log('warn', 'price-look-failed'))
          .finally(schedule),
      Math.max(afterMs, due),
    );
    timer.unref();
  };
  schedule();
  return {
    view: () => view,
    look,
    turn(wanted) {
      view = { ...view, on: wanted };
      schedule();
    },
    stop() {
      view = { ...view, on: false };
      clearTimeout(timer);
    },
  };
}

function describe({ provider, model, kind, one, other }: PriceNews): string {
  const text = ({ input, output }: PriceNews['one']): string => `${usd(input)} in and ${usd(output)} out`;
  if (kind === 'changed')
    return (
      `The price of ${model} at ${provider} changed: ${text(one)} per million tokens before, ${text(other)} ` +
      `now. Use the new one: \`purser price update\``
    );
  return (
    `The price of ${model} at ${provider} is not certain: Purser counts ${text(one)} per million tokens, ` +
    `models.dev says ${text(other)}. If you know it: \`purser price set\``
  );
}

function usd(amount: number): string {
  return formatUsd(nanodollarsOf(Math.round(amount * 1e9)));
}
