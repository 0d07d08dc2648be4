/** A stretch of what a model said: text, a thought, or a call of a tool. */
export interface StreamPart {
  readonly of: 'text' | 'thought' | 'call';
  /** Of a call: the tool's name. */
  readonly name?: string;
  readonly text: string;
}

type Piece = StreamPart & {
  /** A call that begins: what follows is its own, though it comes right behind another. */
  readonly begins?: boolean;
};

/**
 * Puts the pieces of a stream together, whichever protocol it is in: events, or a frame of a WebSocket a line.
 * @returns empty where nothing can be made out
 */
export function readStream(text: string): readonly StreamPart[] {
  const parts: StreamPart[] = [];
  for (const line of text.split('\n')) {
    const event = parse(line.startsWith('data:') ? line.slice('data:'.length) : line);
    for (const { begins, ...piece } of event === undefined ? [] : piecesOf(event)) {
      const last = parts.at(-1);
      if (last?.of === piece.of && begins !== true) parts[parts.length - 1] = { ...last, text: last.text + piece.text };
      else if (piece.text !== '' || begins === true) parts.push(piece);
    }
  }
  return parts;
}

function parse(text: string): unknown {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // The last line of what was cut.
    return undefined;
  }
}

function piecesOf(event: unknown): readonly Piece[] {
  return [...chatPieces(event), ...typedPieces(event), ...geminiPieces(event)];
}

/** OpenAI's chat completions, and whoever speaks them. Several choices are told apart by nobody who reads. */
function chatPieces(event: unknown): readonly Piece[] {
  return listAt(event, 'choices').flatMap((choice) => {
    const delta = at(choice, 'delta');
    const calls = listAt(delta, 'tool_calls').map((call) =>
      callPiece(at(call, 'function', 'name'), at(call, 'function', 'arguments')),
    );
    return [
      ...piece('thought', at(delta, 'reasoning_content') ?? at(delta, 'reasoning')),
      ...piece('text', at(delta, 'content')),
      ...calls,
    ];
  });
}

/** Anthropic's messages and OpenAI's responses say in each event what it is. */
function typedPieces(event: unknown): readonly Piece[] {
  switch (at(event, 'type')) {
    case 'content_block_start':
      return at(event, 'content_block', 'type') === 'tool_use'
        ? [callPiece(at(event, 'content_block', 'name'), '')]
        : [];
    case 'content_block_delta':
      return [
        ...piece('text', at(event, 'delta', 'text')),
        ...piece('thought', at(event, 'delta', 'thinking')),
        ...piece('call', at(event, 'delta', 'partial_json')),
      ];
    case 'response.output_text.delta':
    case 'response.refusal.delta':
      return piece('text', at(event, 'delta'));
    case 'response.reasoning_text.delta':
    case 'response.reasoning_summary_text.delta':
      return piece('thought', at(event, 'delta'));
    case 'response.output_item.added':
      return at(event, 'item', 'type') === 'function_call' || at(event, 'item', 'type') === 'custom_tool_call'
        ? [callPiece(at(event, 'item', 'name'), '')]
        : [];
    case 'response.function_call_arguments.delta':
    case 'response.custom_tool_call_input.delta':
      return piece('call', at(event, 'delta'));
    default:
      return [];
  }
}

function geminiPieces(event: unknown): readonly Piece[] {
  return listAt(event, 'candidates').flatMap((candidate) =>
    listAt(at(candidate, 'content'), 'parts').flatMap((part) => {
      const call = at(part, 'functionCall');
      if (call !== undefined) return [callPiece(at(call, 'name'), JSON.stringify(at(call, 'args') ?? {}))];
      return piece(at(part, 'thought') === true ? 'thought' : 'text', at(part, 'text'));
    }),
  );
}

function piece(of: StreamPart['of'], text: unknown): readonly Piece[] {
  return typeof text === 'string' ? [{ of, text }] : [];
}

/** With a name it begins; without one it goes on. */
function callPiece(name: unknown, text: unknown): Piece {
  const said = typeof text === 'string' ? text : '';
  return typeof name === 'string' ? { of: 'call', name, text: said, begins: true } : { of: 'call', text: said };
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const list = at(value, key);
  return Array.isArray(list) ? list : [];
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}
