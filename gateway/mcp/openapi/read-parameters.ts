import type { ApiDescription, ApiParameter, JsonRecord, ParameterPlace } from './api-tool.ts';
import { entriesOf, fieldOf, isRecord, recordAt, textAt } from './json.ts';
import { cleanArgument, withDigest } from './name-operations.ts';
import type { Operation } from './read-operations.ts';
import { resolve } from './resolve-reference.ts';

export interface ReadParameter extends ApiParameter {
  readonly schema: unknown;
  readonly required: boolean;
  readonly description?: string;
}

/** Headers that decide where a request goes, who asks, or how it is framed: no agent sets them. */
const NOT_FOR_AGENTS = new Set(
  (
    'authorization host cookie cookie2 set-cookie accept accept-encoding content-type content-length ' +
    'content-encoding connection keep-alive te trailer transfer-encoding upgrade expect via forwarded origin referer ' +
    'user-agent date x-real-ip x-method-override'
  ).split(' '),
);
const NOT_BEGINNING = /^(proxy-|sec-|x-forwarded-|x-http-method|x-original-|x-rewrite-)/;
const STYLES: Readonly<Record<ParameterPlace, readonly string[]>> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
};

/** The parameters that an agent may set. Cookies, and what carries the key, are not among them. */
export function readParameters(api: ApiDescription, operation: Operation): readonly ReadParameter[] {
  const keys = keyPlaces(api);
  const found = operation.parameters.flatMap((parameter) => readParameter(parameter, keys) ?? []);
  return withArguments(found.filter(({ place, name }) => place !== 'path' || operation.path.includes(`{${name}}`)));
}

function readParameter(given: JsonRecord, keys: ReadonlySet<string>): ReadParameter | undefined {
  const name = textAt(given, 'name') ?? '';
  const place = textAt(given, 'in');
  if (place !== 'path' && place !== 'query' && place !== 'header') return undefined;
  if (!isForAgents(place, name.toLowerCase(), keys)) return undefined;
  const [content] = entriesOf(fieldOf(given, 'content'));
  const style = styleOf(textAt(given, 'style'), place);
  const explode = fieldOf(given, 'explode');
  const description = textAt(given, 'description');
  return {
    argument: cleanArgument(name),
    name,
    place,
    style,
    explode: typeof explode === 'boolean' ? explode : style === 'form',
    asJson: content !== undefined && /json/i.test(content[0]),
    schema: content === undefined ? fieldOf(given, 'schema') : fieldOf(content[1], 'schema'),
    required: place === 'path' || fieldOf(given, 'required') === true,
    ...(description === undefined ? {} : { description }),
  };
}

function isForAgents(place: ParameterPlace, name: string, keys: ReadonlySet<string>): boolean {
  if (name === '' || name === '__proto__' || keys.has(`${place} ${name}`)) return false;
  return place !== 'header' || (isToken(name) && !NOT_FOR_AGENTS.has(name) && !NOT_BEGINNING.test(name));
}

function styleOf(given: string | undefined, place: ParameterPlace): string {
  const [first = 'simple', ...others] = STYLES[place];
  return given !== undefined && others.includes(given) ? given : first;
}

function isToken(name: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9a-z-]+$/.test(name);
}

/** Where the API takes its key: the gateway puts it there. */
function keyPlaces(api: ApiDescription): ReadonlySet<string> {
  const schemes = entriesOf(recordAt(recordAt(api.document, 'components'), 'securitySchemes'));
  return new Set(
    schemes.flatMap(([, given]) => {
      const scheme = resolve(api.document, given);
      if (!isRecord(scheme) || textAt(scheme, 'type') !== 'apiKey') return [];
      return [`${textAt(scheme, 'in')} ${textAt(scheme, 'name')?.toLowerCase()}`];
    }),
  );
}

/** Two parameters with one name, and one that is called as the body is, say where they stand. */
function withArguments(found: readonly ReadParameter[]): readonly ReadParameter[] {
  const counts = new Map<string, number>([['body', 1]]);
  for (const { argument } of found) counts.set(argument, (counts.get(argument) ?? 0) + 1);
  const taken = new Set(['body']);
  return found.map((one) => {
    const shared = (counts.get(one.argument) ?? 0) > 1;
    const wanted = shared ? cleanArgument(`${one.place}_${one.argument}`) : one.argument;
    const argument = taken.has(wanted) ? withDigest(wanted, `${one.place} ${one.name}`) : wanted;
    taken.add(argument);
    return { ...one, argument };
  });
}
