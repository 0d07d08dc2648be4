import type { ApiDescription, JsonRecord } from './api-tool.ts';
import { SchemaConverter, shortened } from './convert-schema.ts';
import type { SchemaBounds } from './convert-schema.ts';
import type { ReadBody } from './read-body.ts';
import type { ReadParameter } from './read-parameters.ts';

/** Half of what Purser takes of any server for a whole tool: the list of them stands in the context of an agent. */
export const MOST_SCHEMA_LETTERS = 32_000;

/** From what is best for an agent to what is left of a giant: the first that fits is taken. */
const BOUNDS: readonly SchemaBounds[] = [
  { depth: 10, nodes: 400, enumValues: 200, descriptionLetters: 500 },
  { depth: 6, nodes: 400, enumValues: 100, descriptionLetters: 200 },
  { depth: 4, nodes: 400, enumValues: 60, descriptionLetters: 100 },
  { depth: 3, nodes: 300, enumValues: 30, descriptionLetters: 60 },
  { depth: 2, nodes: 300, enumValues: 20, descriptionLetters: 0 },
  { depth: 1, nodes: 200, enumValues: 10, descriptionLetters: 0 },
];

/** @returns undefined where even the coarsest form is too long */
export function buildSchema(
  api: ApiDescription,
  parameters: readonly ReadParameter[],
  body: ReadBody | undefined,
): JsonRecord | undefined {
  for (const bounds of BOUNDS) {
    const schema = schemaWithin(new SchemaConverter(api, bounds), bounds, parameters, body);
    if (JSON.stringify(schema).length <= MOST_SCHEMA_LETTERS) return schema;
  }
  return undefined;
}

function schemaWithin(
  converter: SchemaConverter,
  bounds: SchemaBounds,
  parameters: readonly ReadParameter[],
  body: ReadBody | undefined,
): JsonRecord {
  const properties: (readonly [string, JsonRecord])[] = parameters.map((parameter) => {
    const schema = converter.convert(parameter.schema, 1) ?? {};
    const { description } = parameter;
    const words = description === undefined ? '' : shortened(description, bounds.descriptionLetters);
    return [parameter.argument, words !== '' ? { ...schema, description: words } : schema];
  });
  const required = parameters.filter((parameter) => parameter.required).map(({ argument }) => argument);
  if (body !== undefined) {
    properties.push(['body', converter.convert(body.schema, 0) ?? {}]);
    if (body.required) required.push('body');
  }
  return {
    type: 'object',
    ...(properties.length > 0 ? { properties: Object.fromEntries(properties) } : {}),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}
