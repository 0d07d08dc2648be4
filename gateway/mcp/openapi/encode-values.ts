import type { ApiParameter, FieldStyle } from './api-tool.ts';
import { isList, isRecord } from './json.ts';

type Pair = readonly [name: string, value: string];

/** For a URL and a form; what RFC 3986 reserves is always written with percents. Half a letter becomes U+FFFD. */
export function encode(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD')).replaceAll(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** One parameter of the path, by its style (RFC 6570). */
export function encodePathValue({ style, explode, name, asJson }: ApiParameter, value: unknown): string {
  if (asJson) return encode(JSON.stringify(value));
  const between = style === 'simple' ? ',' : style === 'label' ? (explode ? '.' : ',') : explode ? ';' : ',';
  const begin = style === 'label' ? '.' : style === 'matrix' ? ';' : '';
  const called = style === 'matrix' ? `${encode(name)}=` : '';
  if (isList(value)) {
    const pieces = value.map((one) => encode(textOf(one)));
    const named = style === 'matrix' && explode;
    const all = named ? pieces.map((one) => called + one).join(';') : called + pieces.join(between);
    return `${begin}${all}`;
  }
  if (!isRecord(value)) return begin + called + encode(textOf(value));
  const pairs = Object.entries(value).map(([key, one]) => `${encode(key)}${explode ? '=' : ','}${encode(textOf(one))}`);
  return `${begin}${explode ? '' : called}${pairs.join(between)}`;
}

/** One parameter of the query. */
export function encodeQueryValue({ name, style, explode, asJson }: ApiParameter, value: unknown): readonly string[] {
  return encodeField(name, asJson ? JSON.stringify(value) : value, { style, explode });
}

/** The header of one parameter: `simple`, without percents. */
export function headerValue({ explode, asJson }: ApiParameter, value: unknown): string {
  if (asJson) return JSON.stringify(value);
  if (isList(value)) return value.map(textOf).join(',');
  if (!isRecord(value)) return textOf(value);
  return Object.entries(value)
    .map(([key, one]) => `${key}${explode ? '=' : ','}${textOf(one)}`)
    .join(',');
}

/**
 * A form. Fields without a style of their own follow OpenAPI: a list as repeated fields, an object as JSON text.
 * Source: https://spec.openapis.org/oas/v3.1.1#encoding-object (2026-12-01)
 */
export function encodeForm(
  value: Readonly<Record<string, unknown>>,
  styles: Readonly<Record<string, FieldStyle>>,
): string {
  return Object.entries(value)
    .flatMap(([name, one]) => {
      const style = Object.hasOwn(styles, name) ? styles[name] : undefined;
      if (style === undefined && isRecord(one)) return [pair([name, JSON.stringify(one)])];
      return encodeField(name, one, style ?? { style: 'form', explode: true });
    })
    .join('&');
}

function encodeField(name: string, value: unknown, { style, explode }: FieldStyle): readonly string[] {
  if (style === 'deepObject' && (isRecord(value) || isList(value))) return deepPairs(name, value).map(pair);
  if (isList(value)) {
    const pieces = value.map(textOf);
    if (explode) return pieces.map((one) => pair([name, one]));
    const between = style === 'spaceDelimited' ? '%20' : style === 'pipeDelimited' ? '%7C' : ',';
    return [`${encode(name)}=${pieces.map(encode).join(between)}`];
  }
  if (!isRecord(value)) return [pair([name, textOf(value)])];
  const entries = Object.entries(value).map(([key, one]) => [key, textOf(one)] as const);
  if (explode) return entries.map(pair);
  return [`${encode(name)}=${entries.map(([key, one]) => `${encode(key)},${encode(one)}`).join(',')}`];
}

/** `a[b][0][c]=d`, as Stripe and Rails read it. Lists have their numbers: without them objects in a list run together. */
function deepPairs(name: string, value: unknown): readonly Pair[] {
  if (isList(value)) {
    // An empty list empties the field; no pair at all would leave it as it is.
    return value.length === 0 ? [[name, '']] : value.flatMap((one, index) => deepPairs(`${name}[${index}]`, one));
  }
  if (!isRecord(value)) return [[name, textOf(value)]];
  return Object.entries(value).flatMap(([key, one]) => deepPairs(`${name}[${key}]`, one));
}

function pair([name, value]: Pair): string {
  return `${encode(name)}=${encode(value)}`;
}

/** Nothing is an empty text; what is nested where the style has no place for it is JSON. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '' : JSON.stringify(value);
}
