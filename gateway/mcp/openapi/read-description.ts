import { parseDocument } from 'yaml';
import type { ApiDescription } from './api-tool.ts';
import { fieldOf, isRecord, textAt } from './json.ts';
import { surveyDocument } from './survey-document.ts';

export type ReadDescription =
  | { readonly ok: true; readonly description: ApiDescription }
  | { readonly ok: false; readonly why: string };

const MOST_JSON = 32 * 1024 * 1024;
/** YAML is read more slowly, in one piece: larger files must come as JSON. */
const MOST_YAML = 4 * 1024 * 1024;
/** How often what an alias names may be repeated: a file of nine lines can otherwise stand for billions. */
const MOST_ALIASES = 100;
const TOO_DEEP = 'The description is nested too deep to be read.';

/** Reads an OpenAPI description, 3.0 or 3.1, from JSON or YAML. Fetches nothing. */
export async function readDescription(text: string): Promise<ReadDescription> {
  const parsed = parse(text.replace(/^\uFEFF/, ''));
  if ('why' in parsed) return { ok: false, why: parsed.why };
  const document = parsed.value;
  if (!isRecord(document)) return refuse('This is no OpenAPI description: it is not an object.');
  const version = versionOf(document);
  if ('why' in version) return refuse(version.why);
  const problem = surveyDocument(document);
  if (problem !== undefined) return refuse(problem);
  if (!isRecord(fieldOf(document, 'paths'))) return refuse('The description has no "paths": there is nothing to call.');
  const title = textAt(fieldOf(document, 'info'), 'title') ?? 'Untitled API';
  return { ok: true, description: { version: version.version, title: title.slice(0, 200), document } };
}

function refuse(why: string): ReadDescription {
  return { ok: false, why };
}

function parse(text: string): { readonly value: unknown } | { readonly why: string } {
  if (text.trim() === '') return { why: 'The description is empty.' };
  return /^\s*[{[]/.test(text) ? parseJson(text) : parseYaml(text);
}

function parseJson(text: string): { readonly value: unknown } | { readonly why: string } {
  if (text.length > MOST_JSON) return { why: `The description is longer than ${MOST_JSON / 1024 / 1024} MB.` };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    // A flow mapping of YAML begins like JSON.
    const yaml = text.length <= 64 * 1024 ? parseYaml(text) : undefined;
    return yaml !== undefined && 'value' in yaml
      ? yaml
      : { why: `The description is not legal JSON: ${wordsOf(error)}` };
  }
}

function parseYaml(text: string): { readonly value: unknown } | { readonly why: string } {
  if (text.length > MOST_YAML) {
    return { why: `A description in YAML may have ${MOST_YAML / 1024 / 1024} MB. Give Purser this one as JSON.` };
  }
  try {
    const document = parseDocument(text, { prettyErrors: true, logLevel: 'error', merge: false });
    const [first] = document.errors;
    if (first?.message.includes('call stack') === true) return { why: TOO_DEEP };
    if (first !== undefined) return { why: `The description is not legal YAML: ${wordsOf(first)}` };
    return { value: document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown };
  } catch (error) {
    if (error instanceof RangeError) return { why: TOO_DEEP };
    return { why: `The description cannot be read: ${wordsOf(error)}` };
  }
}

function versionOf(document: unknown): { readonly version: '3.0' | '3.1' } | { readonly why: string } {
  const swagger = fieldOf(document, 'swagger');
  if (swagger !== undefined) {
    return {
      why:
        'This is a Swagger 2.0 description. Convert it to OpenAPI 3 first, for example with "npx swagger2openapi ' +
        'FILE" or at https://converter.swagger.io.',
    };
  }
  const given = fieldOf(document, 'openapi');
  if (given === undefined) return { why: 'This is no OpenAPI description: it has no field "openapi".' };
  // `openapi: 3.1` without quotes is a number in YAML.
  const text = typeof given === 'number' ? String(given) : typeof given === 'string' ? given : '';
  const version = /^3\.([01])(\.|$)/.exec(text)?.[1];
  if (version === undefined) {
    return { why: `OpenAPI ${JSON.stringify(given)?.slice(0, 40)} is not one that Purser reads: 3.0 and 3.1 are.` };
  }
  return { version: version === '0' ? '3.0' : '3.1' };
}

function wordsOf(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line.slice(0, 200);
}
