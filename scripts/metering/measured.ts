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
| streams left at a random moment, ledger / bill: total, median, rows below the bill | 667, 35.5, 0 | 13.9, 1.0, 0 |
| left 300 ms before the first byte: gpt-5.5, gpt-6-astra, claude-opus-5-5 | $31.50, $105, $2.56 | $0.02, $0.07, $0.01 |
| requests changed silently | 148 | 0 |
| model calls refused | 105 | 13 |

- Google goes on when its stream is left, so Purser holds the whole answer there: $0.79 is the price of the longest
  one. Plain requests are held whole everywhere; the dearest is gpt-5.5-pro.
- Eight agents with 50,000 tokens each can never fit under $5 with gpt-6-astra: writing that much to its cache costs
  $0.625 each, $5.00 together, before the first word of an answer. Under $1 there is room for one.
- The hold of a cached conversation is ten times its final cost, because only the provider can tell that it was read
  from the cache at a tenth of the price. Anthropic tells that at the start of a stream, and the rest is given back
  at once; OpenAI tells it at the end.
- Nine tenths of the excess cost of abandoned streams come from tools that run at the provider: nothing shows how much
  a search, code or an MCP server has brought by then. Without them it is 4.2 times the bill in total. Most of the rest
  is one provider for which nobody knows whether it stops.
- Refused calls: names of models that do not exist (9), models of Cerebras without a published price (3), a preset of
  OpenRouter (1). Of all recorded model calls, 0.4 percent are refused without need, and none is changed silently.
- Of the text models that are named by the price library and by models.dev, and that are not retired, these can be used
  under a cap of $5 a day on a fresh install (\`npm run models\`): all 178 of OpenAI, 32 of Anthropic, 40 of Google, 104
  of Azure, 59 of Mistral, 109 of Together, 21 of Z.ai and 48 of Qwen, and 859 of 861 of OpenRouter.
- The independent bill has older prices for DeepSeek, knows neither advisers nor a model of OpenRouter that stood in for
  another one, and reads no container in a stream: rows of these differ, and no others.
`;
