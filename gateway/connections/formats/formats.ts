import type { Format } from './format.ts';
import { json5, jsonc, strictJson } from './json.ts';
import { toml } from './toml.ts';
import { yaml } from './yaml.ts';

export const FORMAT_IDS = ['strict-json', 'jsonc', 'json5', 'toml', 'yaml'] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

export const FORMATS: Readonly<Record<FormatId, Format>> = { 'strict-json': strictJson, jsonc, json5, toml, yaml };
