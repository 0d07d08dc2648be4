/**
 * The figures of `npm run replay`, with their date. They are written by hand after a run, because no two runs agree to
 * the cent. The recordings are not part of the project.
 */
export const MEASURED =
  `## How tight the bounds are

Measured on 2026-11-30 with \`npm run replay -- recordings.jsonl.zst\` (1,171 recorded exchanges of real providers,
1,078 of them model calls) and \`npm run replay -- --agents\` (twelve agents at once, 50,000 tokens of input and 18
tools each, nine tenths of it cached). "Whole" is the same measurement with the previous version, which held the most
that a request may cost.

| | whole | now |
|---|---|---|
| held for "Hi" without a limit, in a stream: dearest model of OpenAI, Anthropic, Google | $378, $6.40, $0.79 | ` +
  `$0.26, $0.05, $0.79 |
| of those, gpt-6-astra | $105 | $0.17 |
| the same, plain | $378, $6.40, $0.79 | $23.10, $6.40, $0.79 |
| of those, gpt-6-astra | $105 | $6.41 |
| streams at once under $5 a day: claude-opus-5, gpt-5.5, claude-sonnet-5, gpt-6-astra | 2, 3, 6, 2 | 12, 12, 12, 6 |
| under $1 a day | 1, 1, 1, 1 | 3, 2, 12, 1 |
| of those streams, begun and then cut short | 1 | 0 |
| held at most / cost, turns of those agents: median | 22.8 | 10.5 |
| held at first / cost, streams with tools in the recordings: median | 1,011 | 28.9 |
| streams left at a random moment, ledger / bill: total, median, rows below the bill | 667, 35.5, 0 | 5.0, 1.0, 0 |
| left 300 ms before the first byte: gpt-5.5, gpt-6-astra, claude-opus-5-5 | $31.50, $105, $2.56 | $0.02, $0.07, $0.01 |
| requests changed silently | 148 | 0 |
| model calls refused | 105 | 87 |

- Google goes on when its stream is left, so Purser holds the whole answer there: $0.79 is the price of the longest
  one. Plain requests are held whole everywhere; the dearest is gpt-5.5-pro.
- Eight agents with 50,000 tokens each can never fit under $5 with gpt-6-astra: writing that much to its cache costs
  $0.625 each, $5.00 together, before the first word of an answer. Under $1 there is room for one.
- The hold of a cached conversation is ten times its final cost, because only the provider can tell that it was read
  from the cache at a tenth of the price. Anthropic tells that at the start of a stream, and the rest is given back
  at once; OpenAI tells it at the end.
- Three quarters of the excess cost of abandoned streams come from tools that run at the provider: nothing shows how
  much a search or a page has brought by then. Most of the rest is one provider for which nobody knows whether it
  stops.
- Refused calls: code execution at Anthropic (20), searches billed by the query (17), MCP servers called by a
  provider (8), compaction within a response (5), other models of OpenRouter (5), models that do not exist (12),
  files and realtime calls (17), pictures made by a tool (3).
- The independent bill has older prices for DeepSeek and does not know advisers: nine rows differ for that reason,
  and were checked by hand.
`;
