import { leastBytesPerSecond, SNIFFED_BYTES } from '../../dialects/tokens/audio-rate.ts';
import type { Call, JsonObject, Operation } from '../../dialects/dialect.ts';
import type { FormFile } from '../../dialects/openai-chat/media/form-fields.ts';
import { isPlainForm } from '../../dialects/openai-chat/media/plain-form.ts';
import { readAsk } from '../admit/read-request.ts';
import type { ReadResult } from '../admit/read-request.ts';

/** A field that may occur several times is a list, written as the SDKs do: `image[]`. */
const LIST = /\[\]$/;

/**
 * Reads what a multipart body asks for. The operation sees its text fields, and the size and type of each file; the
 * bytes themselves go on unchanged. Whatever two servers could read differently is refused.
 */
export async function readForm(
  operation: Operation,
  bytes: Buffer,
  contentType: string | undefined,
  destination: Omit<Call, 'body' | 'byteLength'>,
): Promise<ReadResult> {
  const body = await parseForm(bytes, contentType ?? '');
  if (typeof body === 'string') return malformed(body);
  const call = { ...destination, body, byteLength: bytes.length };
  return readAsk(operation, call, undefined);
}

/** @returns a sentence for the person when the body is no form with a single meaning */
async function parseForm(bytes: Buffer, contentType: string): Promise<JsonObject | string> {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) return 'This request must be a form: multipart/form-data.';
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  } catch {
    return 'The request body is not a form that can be read (multipart/form-data).';
  }
  if (!isPlainForm(bytes, contentType))
    return 'Servers may read this form differently. Write it as clients usually do.';
  const fields = new Map<string, unknown>();
  for (const name of new Set(form.keys())) {
    const values = await Promise.all(
      form.getAll(name).map(async (value) => (typeof value === 'string' ? value : describeFile(value))),
    );
    const [only] = values;
    if (values.length > 1 && values.some((value) => typeof value === 'string') && !LIST.test(name))
      return `The field "${name}" is in the form twice.`;
    fields.set(name, typeof only === 'string' && !LIST.test(name) ? only : values);
  }
  return Object.fromEntries(fields);
}

/** The facts about a file that an operation may know: not its name, which anybody can choose. */
async function describeFile(file: File): Promise<FormFile> {
  const at = async (offset: number): Promise<Uint8Array> =>
    new Uint8Array(await file.slice(offset, offset + SNIFFED_BYTES).arrayBuffer());
  return { size: file.size, type: file.type, leastBytesPerSecond: await leastBytesPerSecond(at) };
}

function malformed(message: string): ReadResult {
  return { ok: false, refusal: { kind: 'invalid-request', code: 'malformed', message } };
}
