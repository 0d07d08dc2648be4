import { CAP_WINDOWS, parseCallLimit, parseCap } from '../../shared/cap.ts';
import type { CallLimit, Cap } from '../../shared/cap.ts';
import { parseUsd, usdText } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';
import { groupNameSchema, policySchema, sortModelCaps } from '../../shared/policy.ts';
import type { Policy } from '../../shared/policy.ts';
import type { Spot } from './spot.ts';
import { didYouMean } from './suggest.ts';

const CAP_FORM =
  'A cap is dollars and a window, such as 5/day, 20/total or 3/rolling-hour; 5/day/full holds every request in full.';
const MONEY_FORM = 'An amount is dollars with up to nine decimals, such as $0.25.';
const WINDOWS = [
  ...CAP_WINDOWS,
  ...CAP_WINDOWS.filter((window) => window !== 'total').map((window) => `rolling-${window}`),
];
const MAX_GLOB = 200;

/** One text. @param form what it should look like, for the complaint */
export function readText(spot: Spot, form: string): string | undefined {
  if (spot.tree.kind === 'text') return spot.tree.text;
  return spot.fail(spot.tree.kind === 'nothing' ? `There is no value. ${form}` : `One value is expected here. ${form}`);
}

/** A list, or one text for a list of one. */
export function readList<T>(spot: Spot, form: string, readItem: (item: Spot) => T | undefined): T[] | undefined {
  if (spot.tree.kind !== 'list' && spot.tree.kind !== 'text')
    return spot.fail(`A list is expected here, such as [one, two]. ${form}`);
  const items = spot.tree.kind === 'list' ? spot.tree.items.map((item, index) => spot.item(item, index)) : [spot];
  const values = items.map(readItem);
  const good = values.filter((value): value is T & {} => value !== undefined);
  return good.length === values.length ? good : undefined;
}

/** Caps, at most one per window. */
export function readCaps(spot: Spot): Cap[] | undefined {
  const seen = new Map<string, string>();
  return readList(spot, CAP_FORM, (item) => {
    const text = readText(item, CAP_FORM);
    if (text === undefined) return undefined;
    const cap = parseCap(text);
    if (!cap) return item.fail(`"${text}" is not a cap. ${capFault(text)}${CAP_FORM}`);
    const window = nameOfWindow(cap);
    const before = seen.get(window);
    seen.set(window, text);
    return before === undefined
      ? cap
      : item.fail(`${before} and ${text} are for the same window. Give at most one cap per window.`);
  });
}

/** Caps for some models each: `{ "claude-opus-*": [3/day] }`. */
export function readModelCaps(spot: Spot): Policy['modelCaps'] {
  const form = 'These are caps by model, such as { "claude-opus-*": [3/day] }.';
  const { tree } = spot;
  if (tree.kind !== 'map') return spot.fail(form);
  const read = tree.entries.map(({ name, value, at }) => {
    const entry = spot.entry(value, name);
    if (name.trim() === '' || name.length > MAX_GLOB) return entry.fail(`This is no name of a model. ${form}`, at);
    const caps = readCaps(entry);
    if (caps?.length === 0) return entry.fail(`Give at least one cap. ${form}`);
    return caps && { models: name, caps };
  });
  const good = read.filter((one) => one !== undefined);
  return good.length === read.length ? sortModelCaps(good) : undefined;
}

/** The name of a group. */
export function readGroup(spot: Spot): string | undefined {
  const form = 'The name of a group has small letters, digits and dashes, such as night-shift.';
  const text = readText(spot, form);
  if (text === undefined) return undefined;
  return groupNameSchema.safeParse(text).success ? text : spot.fail(form);
}

/** Limits on the number of requests, at most one per window. */
export function readCalls(spot: Spot): CallLimit[] | undefined {
  const form = 'A limit is a number of requests and a window, such as 100/day or 30/rolling-hour.';
  const limits = readList(spot, form, (item) => {
    const text = readText(item, form);
    return text === undefined
      ? undefined
      : (parseCallLimit(text) ?? item.fail(`"${text}" is not a limit on requests. ${form}`));
  });
  const windows = new Set(limits?.map(({ window, rolling }) => `${window} ${rolling}`));
  return limits && windows.size < limits.length
    ? spot.fail('Two limits are for the same window. Give at most one per window.')
    : limits;
}

/** The text that {@link readCaps} reads back: `5/day`, `0.25/rolling-hour`, `5/day/full`. */
export function capWritten(cap: Cap): string {
  const { amount, hold } = cap;
  return `${usdText(amount).replace(/\.00$/, '')}/${nameOfWindow(cap)}${hold === undefined ? '' : `/${hold}`}`;
}

export function readMoney(spot: Spot): Nanodollars | undefined {
  const text = readText(spot, MONEY_FORM);
  return text === undefined
    ? undefined
    : (parseUsd(text) ?? spot.fail(`"${text}" is not an amount of money. ${MONEY_FORM}`));
}

/** A whole number from 1 up, of `unit`; the unit may stand behind it when it is one of `suffixes`. */
export function readCount(spot: Spot, unit: string, suffix = /$/): number | undefined {
  const form = `It is a whole number of ${unit}, 1 or more.`;
  const text = readText(spot, form);
  if (text === undefined) return undefined;
  const digits = text.replace(suffix, '').trim();
  const count = Number(digits);
  return /^\d+$/.test(digits) && Number.isSafeInteger(count) && count > 0
    ? count
    : spot.fail(`"${text}" is not valid. ${form}`);
}

/** One of a few words. */
export function readChoice<T extends string>(spot: Spot, choices: readonly T[]): T | undefined {
  const form = `It is one of ${choices.join(', ')}.`;
  const text = readText(spot, form);
  if (text === undefined) return undefined;
  return (
    choices.find((choice) => choice === text) ??
    spot.fail(`"${text}" is none of the choices.${didYouMean(text, choices)} ${form}`)
  );
}

/** Names, such as those of providers. */
export function readNames(spot: Spot, form: string): string[] | undefined {
  return readList(spot, form, (item) => readText(item, form) || item.fail(`A name is missing. ${form}`));
}

/** A whole path. Whether it is there is not asked: the file may be written on another machine. */
export function readFolder(spot: Spot): string | undefined {
  const form = 'It is a full path, such as /home/me/shop; ~ and variables do not work here.';
  const text = readText(spot, form);
  if (text === undefined) return undefined;
  const folder = policySchema.safeParse({ folder: text });
  return folder.success ? text : spot.fail(`"${text}" is not a folder. ${form}`);
}

/** `allow` and `deny`, lists of globs. */
export function readModels(spot: Spot): Policy['models'] {
  const form = 'Models are allow and deny, each a list of names: * matches any characters, ? matches one.';
  return readAllowDeny(spot, { form, example: '{ allow: ["claude-*"] }', field: 'models', read: readGlob });
}

/** The same for tools that run at the provider. */
export function readTools(spot: Spot): Policy['hostedTools'] {
  const form = 'Tools are allow and deny, each a list of names: * matches any characters, ? matches one.';
  const read = (item: Spot): string | undefined => readText(item, form) || item.fail(`A tool is missing here. ${form}`);
  return readAllowDeny(spot, { form, example: '{ deny: ["web_search*"] }', field: 'hostedTools', read });
}

interface AllowDenyForm {
  readonly form: string;
  readonly example: string;
  readonly field: string;
  readonly read: (item: Spot) => string | undefined;
}

function readAllowDeny(
  spot: Spot,
  { form, example, field, read }: AllowDenyForm,
): { allow?: string[]; deny?: string[] } | undefined {
  if (spot.tree.kind !== 'map') return spot.fail(`${form} Such as ${example}.`);
  const lists: { allow?: string[]; deny?: string[] } = {};
  for (const { name, at, value } of spot.tree.entries) {
    const list = spot.entry(value, name);
    if (name !== 'allow' && name !== 'deny')
      list.fail(`"${name}" is not a part of ${field}.${didYouMean(name, ['allow', 'deny'])} ${form}`, at);
    else lists[name] = readList(list, form, read) ?? [];
  }
  return lists;
}

/** `velocity` and `loop`, and what happens then. */
export function readBrake(spot: Spot): Policy['brake'] {
  const form = 'A brake is velocity and loop, each of them off, warn or pause.';
  if (spot.tree.kind !== 'map') return spot.fail(`${form} Such as { velocity: warn, loop: pause }.`);
  const brake: NonNullable<Policy['brake']> = {};
  for (const { name, at, value } of spot.tree.entries) {
    const watch = spot.entry(value, name);
    if (name !== 'velocity' && name !== 'loop') {
      watch.fail(`"${name}" is not a part of the brake.${didYouMean(name, ['velocity', 'loop'])} ${form}`, at);
      continue;
    }
    const action = readChoice(watch, ['off', 'warn', 'pause'] as const);
    if (action !== undefined) brake[name] = action;
  }
  return brake;
}

/** A pattern that can never match a model is refused: it looks like a wall and is none. */
function readGlob(spot: Spot): string | undefined {
  const form = '* matches any characters, ? matches one, and nothing else is special.';
  const text = readText(spot, form);
  if (text === undefined) return undefined;
  if (text === '') return spot.fail('A model is missing here. Use "*" for any.');
  if (text.length > MAX_GLOB)
    return spot.fail(`A model has at most ${MAX_GLOB} characters, this one has ${text.length}.`);
  if (/[\s,]/.test(text)) return spot.fail(`"${text}" matches no model: write one model per item of the list.`);
  if (/^!|^\/.*\/$|[{}|^$\\]/.test(text)) return spot.fail(`"${text}" matches no model: ${form}`);
  return text;
}

function capFault(text: string): string {
  const [amount = '', ...rest] = text.split('/');
  const money = parseUsd(amount);
  if (money === undefined) return `"${amount}" is not an amount of dollars. `;
  if (money <= 0) return 'Its amount must be above $0. ';
  const [window = '', hold, ...more] = rest;
  if (rest.length === 0 || more.length > 0 || text.includes(',')) return 'Each cap is one item: [5/day, 20/total]. ';
  if (window === 'rolling-total') return 'A total cannot be rolling: write 20/total. ';
  if (!WINDOWS.includes(window)) return `The windows are ${WINDOWS.join(', ')}.${didYouMean(window, WINDOWS)} `;
  return `"${hold ?? ''}" is not a way to hold requests.${didYouMean(hold ?? '', ['full'])} `;
}

function nameOfWindow({ window, rolling }: Pick<Cap, 'window' | 'rolling'>): string {
  return `${rolling ? 'rolling-' : ''}${window}`;
}
