import type { Change } from './changes.ts';
import { digText } from './dig.ts';
import { isStream } from './exchange.ts';
import type { Judged } from './judge.ts';
import { countBy, table, usd } from './table.ts';

const LONGEST_LIST = 60;

/** The results of the recordings, provider by provider. */
export function reportCounts(all: readonly Judged[]): string {
  const rows = (judged: readonly Judged[]): readonly number[] => {
    const calls = judged.filter(({ modelCall }) => modelCall);
    const forwarded = calls.filter(({ arrived }) => arrived);
    const ofCertainty = (name: string): number => forwarded.filter(({ row }) => row?.certainty === name).length;
    return [
      judged.length,
      calls.length,
      calls.filter(({ exchange }) => isStream(exchange)).length,
      forwarded.length,
      calls.length - forwarded.length,
      forwarded.filter(({ bytesAreSame, statusIsSame }) => bytesAreSame && statusIsSame).length,
      ofCertainty('exact'),
      ofCertainty('estimated'),
      forwarded.filter(({ row }) => !row).length,
    ];
  };
  const head = [
    'provider',
    'exchanges',
    'model calls',
    'streams',
    'forwarded',
    'refused',
    'identical',
    'exact',
    'estimated',
    'no row',
  ];
  const others = all.filter(({ modelCall, arrived }) => !modelCall && arrived);
  const misplaced = all.filter(({ arrived }) => arrived && !arrived.placeIsRight);
  return [
    table(head, [
      ...countBy(all, ({ home }) => home.name).map(([name, judged]) => [name, ...rows(judged)]),
      ['all', ...rows(all)],
    ]),
    `Other calls passed on: ${others.length}, of them identical ${others.filter((one) => one.bytesAreSame).length}.`,
    `Another path upstream: ${misplaced.length}`,
    ...list(
      'Not identical',
      all.filter(({ arrived, bytesAreSame, statusIsSame }) => arrived && !(bytesAreSame && statusIsSame)),
      ({ got, exchange }) => `${got.body.length} of ${exchange.reply.length} bytes, ${got.status ?? 'no status'}`,
    ),
  ].join('\n');
}

/** Which rule refused how many, and why. */
export function reportRefusals(all: readonly Judged[]): string {
  const refused = all.flatMap((judged) =>
    judged.arrived
      ? []
      : [
          {
            ...judged,
            rule: judged.refusal?.rule ?? `status ${judged.got.status ?? 'none'}`,
            why: shorten(judged.refusal?.message ?? ''),
          },
        ],
  );
  const calls = refused.filter(({ modelCall }) => modelCall);
  const lines = countBy(refused, ({ rule }) => rule).flatMap(([rule, ofRule]) => [
    `${rule}: ${ofRule.length}, of them model calls ${ofRule.filter(({ modelCall }) => modelCall).length}`,
    ...countBy(ofRule, ({ home, why }) => `${home.kind}: ${why}`).map(
      ([why, { length }]) => `  ${String(length).padStart(3)}  ${why}`,
    ),
  ]);
  return [
    `${calls.length} of ${all.filter(({ modelCall }) => modelCall).length} model calls were refused.`,
    ...lines,
  ].join('\n');
}

/** Ids are not what tells one reason from another. */
function shorten(message: string): string {
  const plain = message.replaceAll(/(files|vector_stores|fileSearchStores|cachedContents)\/[\w-]+/g, '$1/ID');
  return plain.length > 150 ? `${plain.slice(0, 147)}...` : plain;
}

/** Rows against a bill that was worked out from the recording alone. */
export function reportBills(all: readonly Judged[]): string {
  const checked = all.filter(({ exactIsRight }) => exactIsRight !== undefined);
  const wrong = checked.filter(({ exactIsRight }) => exactIsRight === false);
  const untold = all.filter(({ row, bill }) => row?.certainty === 'exact' && !bill);
  const below = wrong.filter(({ row, bill }) => (row?.cost ?? 0) < (bill?.nanodollars ?? 0));
  return [
    `Exact rows: ${checked.length + untold.length}. Equal to the independent bill: ${checked.length - wrong.length}.`,
    `Too high: ${wrong.length - below.length}. Too low: ${below.length}. Without such a bill: ${untold.length}.`,
    `Equal because of: ${countBy(
      checked.filter(({ exactIsRight }) => exactIsRight),
      ({ bill }) => bill?.rules.join(' + ') || 'the list price',
    )
      .map(([rule, { length }]) => `${rule} ${length}`)
      .join(', ')}`,
    ...list('Not equal', wrong, figures),
    ...list(
      'Estimated',
      all.filter(({ row }) => row !== undefined && row.certainty !== 'exact'),
      figures,
    ),
  ].join('\n');
}

function figures({ row, bill }: Judged): string {
  const served = bill && bill.model !== row?.model ? ` served as ${bill.model}` : '';
  const tokens = `${row?.inputTokens ?? 0} in, ${row?.outputTokens ?? 0} out`;
  return `${row?.model ?? ''}${served}: ledger ${row?.cost ?? 0}, bill ${bill?.nanodollars ?? 'unknown'} (${tokens})`;
}

/** Purser's changes of requests, and whether it said so. */
export function reportChanges(all: readonly Judged[]): string {
  const calls = all.filter(({ modelCall, arrived }) => modelCall && arrived);
  const changed = calls.filter(({ changes }) => changes.length > 0);
  const unsaid = changed.flatMap(({ unsaid: changes, home, exchange }) =>
    changes.map((change) => ({ what: `${describe(change)} (${home.name})`, id: exchange.id })),
  );
  const silent = changed.filter(({ unsaid: changes }) => changes.length > 0);
  return [
    `Request bytes unchanged: ${calls.length - changed.length} of ${calls.length}.`,
    ...countBy(
      changed.flatMap(({ changes, home }) => changes.map(({ path }) => `${path} (${home.name})`)),
      (name) => name,
    ).map(([name, { length }]) => `  ${String(length).padStart(4)}  ${name}`),
    `Changed without a word: ${silent.length}`,
    ...countBy(unsaid, ({ what }) => what).map(
      ([what, [first, ...more]]) => `  ${String(more.length + 1).padStart(4)}  ${what}, such as ${first?.id ?? ''}`,
    ),
  ].join('\n');
}

function describe({ path, was, is }: Change): string {
  return Array.isArray(was) ? `${path}: ${difference(was, is)}` : `${path}: ${brief(was)} -> ${brief(is)}`;
}

/** Tools in one list and not in the other. */
function difference(was: readonly unknown[], is: unknown): string {
  const after: readonly unknown[] = Array.isArray(is) ? is : [];
  const texts = new Set(after.map((tool) => JSON.stringify(tool)));
  const gone = was
    .filter((tool) => !texts.has(JSON.stringify(tool)))
    .map((tool) => digText(tool, 'type') ?? digText(tool, 'name') ?? 'tool');
  return after.length < was.length ? `without ${gone.join(', ')}` : `${gone.join(', ')} with a limit`;
}

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function list(title: string, judged: readonly Judged[], say: (judged: Judged) => string): readonly string[] {
  const shown = judged.slice(0, LONGEST_LIST).map((one) => `  ${one.exchange.id}\n      ${say(one)}`);
  return [
    `${title}: ${judged.length}`,
    ...shown,
    ...(judged.length > shown.length ? [`  and ${judged.length - shown.length} more`] : []),
  ];
}

/** Money for people who read the whole report. */
export function reportMoney(all: readonly Judged[]): string {
  const sum = (of: (judged: Judged) => number): string => usd(all.reduce((total, judged) => total + of(judged), 0));
  const [ledger, bills] = [sum(({ row }) => row?.cost ?? 0), sum(({ bill }) => bill?.nanodollars ?? 0)];
  return `Ledger ${ledger}, independent bill of the same rows ${bills}.`;
}
