import { z } from 'zod';

const TYPES = ['string', 'number', 'integer', 'boolean', 'null', 'array', 'object'] as const;
const KEYWORDS =
  'type, enum, const, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, minLength, maxLength, items, ' +
  'contains, minItems, maxItems, properties, required, additionalProperties, minProperties, maxProperties, allOf, ' +
  'anyOf, oneOf and not';
const MOST_CHARACTERS = 10_000;

const typeSchema = z.enum(TYPES);
const countSchema = z.int().min(0);
const shallowSchema = z.lazy(() => fragmentSchema);
const listSchema = z.array(shallowSchema).min(1);

/**
 * A part of JSON Schema 2020-12. A keyword that is not here is refused, because it would look like a wall and be none.
 * `pattern` is left out on purpose: an agent could send a text that takes hours to match.
 * Source: https://json-schema.org/draft/2020-12/json-schema-validation (2026-12-01)
 */
const fragmentSchema: z.ZodType<ArgumentSchema> = z.strictObject(
  {
    type: z.union([typeSchema, z.array(typeSchema).min(1)]).exactOptional(),
    enum: z.array(z.json()).min(1).exactOptional(),
    const: z.json().exactOptional(),
    minimum: z.number().exactOptional(),
    maximum: z.number().exactOptional(),
    exclusiveMinimum: z.number().exactOptional(),
    exclusiveMaximum: z.number().exactOptional(),
    multipleOf: z.number().positive().exactOptional(),
    minLength: countSchema.exactOptional(),
    maxLength: countSchema.exactOptional(),
    items: shallowSchema.exactOptional(),
    contains: shallowSchema.exactOptional(),
    minItems: countSchema.exactOptional(),
    maxItems: countSchema.exactOptional(),
    properties: z.record(z.string(), shallowSchema).exactOptional(),
    required: z.array(z.string()).exactOptional(),
    additionalProperties: z.union([z.boolean(), shallowSchema]).exactOptional(),
    minProperties: countSchema.exactOptional(),
    maxProperties: countSchema.exactOptional(),
    allOf: listSchema.exactOptional(),
    anyOf: listSchema.exactOptional(),
    oneOf: listSchema.exactOptional(),
    not: shallowSchema.exactOptional(),
  },
  {
    error: ({ code, keys }) =>
      code === 'unrecognized_keys'
        ? `A schema of arguments cannot have ${String(keys)}. It has ${KEYWORDS}; patterns are allow and deny, with *.`
        : undefined,
  },
);

/** @see fragmentSchema */
export const argumentSchemaSchema = fragmentSchema.refine((one) => JSON.stringify(one).length <= MOST_CHARACTERS, {
  message: 'A schema of arguments has at most 10,000 characters.',
});

type Json = z.infer<ReturnType<typeof z.json>>;
type TypeName = (typeof TYPES)[number];

/** What an argument, or all of them together, must be. */
export interface ArgumentSchema {
  type?: TypeName | TypeName[];
  enum?: Json[];
  const?: Json;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
  minLength?: number;
  maxLength?: number;
  items?: ArgumentSchema;
  contains?: ArgumentSchema;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, ArgumentSchema>;
  required?: string[];
  additionalProperties?: boolean | ArgumentSchema;
  minProperties?: number;
  maxProperties?: number;
  allOf?: ArgumentSchema[];
  anyOf?: ArgumentSchema[];
  oneOf?: ArgumentSchema[];
  not?: ArgumentSchema;
}
