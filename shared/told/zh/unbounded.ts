import type { ToldEntries } from '../told.ts';

/** Why something in a request has no bound, and so no cap could hold it. */
export const TOLD_UNBOUNDED: ToldEntries = [
  ['Purser does not know what the tool "{0}" costs.', 'Purser 不知道工具“{0}”的费用。'],
  [
    'Purser does not know what the tool "{0}" costs: it runs at the provider.',
    'Purser 不知道工具“{0}”的费用：它在提供商处运行。',
  ],
  ['Purser does not know what "{0}" in "{1}" costs.', 'Purser 不知道“{1}”中的“{0}”的费用。'],
  ['Purser does not know what a film costs here.', 'Purser 不知道视频在这里的费用。'],
  ['Purser does not know what an avatar costs.', 'Purser 不知道虚拟形象的费用。'],
  [
    'Purser does not know what a search with "retrieval" costs. Use "google_search" or "file_search".',
    'Purser 不知道用“retrieval”搜索的费用。请使用“google_search”或“file_search”。',
  ],
  [
    'Purser does not know what a prediction of "{0}" costs. It meters embeddings of text.',
    'Purser 不知道“{0}”预测的费用。它只计量文本嵌入。',
  ],
  [
    'Purser does not know what embedding this kind of file costs: film has a price of its own. Send text, ' +
      'pictures, sound or PDF inline.',
    'Purser 不知道嵌入这类文件的费用：视频有单独的价格。请在请求中直接发送文本、图片、音频或 PDF。',
  ],
  ['Purser does not know how much {0} reads.', 'Purser 不知道 {0} 会读取多少内容。'],
  ['Purser does not know the event "{0}", and what it costs.', 'Purser 不认识事件“{0}”，也不知道它的费用。'],
  [
    'Purser does not know {0} in "context_management", so it has no bound.',
    'Purser 不认识“context_management”中的 {0}，因此无法确定上限。',
  ],
  [
    'Purser cannot read this body of "{0}": with InvokeModel every vendor has a form of its own. Send it with ' +
      'Converse, which has one form for all models.',
    'Purser 无法读取“{0}”的请求体：InvokeModel 中每家厂商的格式都不同。请使用 Converse，它对所有模型采用同一格式。',
  ],
  [
    'A tool that Amazon runs itself (a search, code) is billed by the call, at a price that Purser does not ' +
      'know. Leave it out of "toolConfig", or give the model a tool of your own.',
    '由 Amazon 自己运行的工具（搜索、代码）按次计费，而 Purser 不知道其价格。请从“toolConfig”中去掉它，或给模型提供你自己的工具。',
  ],
  [
    'A guardrail is billed by units of text, for each of its policies, and the request does not say which ones ' +
      'it has. Leave it out, or enforce it for the whole AWS account.',
    '护栏按文本单位计费，且其中每条策略分别计费，而请求没有说明包含哪些策略。请去掉它，或在整个 AWS 账户中强制启用。',
  ],
  [
    '"additionalModelRequestFields.{0}" is a second limit on the output. Set "inferenceConfig.maxTokens".',
    '“additionalModelRequestFields.{0}”是第二个输出上限。请设置“inferenceConfig.maxTokens”。',
  ],
  [
    '"billing_policy" bills somebody else, whom no cap here holds.',
    '“billing_policy”会向其他人计费，而这里的限额管不到对方。',
  ],
  [
    '"billing_policy" changes what is billed, and Purser does not know how.',
    '“billing_policy”会改变计费方式，而 Purser 不知道如何改变。',
  ],
  ['"{0}" lets the provider choose another model, at another price.', '“{0}”允许提供商改用其他价格的其他模型。'],
  [
    '"{0}" lets the provider search, which is billed per call and has no bound.',
    '“{0}”允许提供商搜索，按次计费且没有上限。',
  ],
  [
    '"data_sources" lets the provider read what it finds there, at any length.',
    '“data_sources”允许提供商读取找到的任意长度的内容。',
  ],
  [
    '"web_search_options" searches here without telling how often. Leave it out, or use generateContent with the ' +
      'tool "googleSearch".',
    '“web_search_options”在这里搜索时不会报告次数。请去掉它，或使用带“googleSearch”工具的 generateContent。',
  ],
  [
    'The model "{0}" searches the web as often as it likes, which is billed per call and has no bound.',
    '模型“{0}”会不限次数地搜索网页，按次计费且没有上限。',
  ],
  [
    'The model "{0}" searches by itself and belongs to chat completions. Send it there, or use "web_search" with ' +
      'another model.',
    '模型“{0}”会自行搜索，属于 Chat Completions。请发送到那里，或在其他模型上使用“web_search”。',
  ],
  [
    'A tool that runs at the provider is added in the middle of the conversation. Name it in "tools" instead.',
    '会话中途加入了在提供商处运行的工具。请改为在“tools”中指定。',
  ],
  [
    'A "thread" keeps tools that run at the provider for requests that do not name them.',
    '“thread”会为未指定工具的请求保留在提供商处运行的工具。',
  ],
  [
    'What code or an MCP server brings to read has no limit in this request. With "stream": true Purser sees it ' +
      'come, and holds far less.',
    '代码或 MCP 服务器带来的读取内容在这个请求中没有上限。设置“stream”: true 后 Purser 能看到它逐步到来，预留的金额会少得多。',
  ],
  [
    'Nobody documents what a search in this protocol costs at this provider.',
    '没有文档说明这个提供商在这个协议中的搜索费用。',
  ],
  [
    'A preset may bring tools and advisers that nobody sees here. Write what it holds into the request.',
    '预设可能带有这里看不到的工具和顾问。请把其内容直接写进请求。',
  ],
  ['Pictures of "{0}" have no price.', '“{0}”的图片没有价格。'],
  ['"{0}" searches and "{1}" does not. Ask for the two apart.', '“{0}”会搜索，而“{1}”不会。请分开请求。'],
  ['The plugin {0} {1}, so it cannot be bounded under a cap.', '插件 {0} {1}，因此无法用限额约束。'],
  ['The tool "{0}" {1}, so it cannot be bounded under a cap.', '工具“{0}”{1}，因此无法用限额约束。'],
  [
    'The tool "{0}" runs at the provider and has no bound in chat completions.',
    '工具“{0}”在提供商处运行，在 Chat Completions 中没有上限。',
  ],
  [
    'The tool {0} runs at the provider as often as the model likes, and nothing limits it there.',
    '工具 {0} 在提供商处按模型意愿不限次数地运行，没有任何限制。',
  ],
  [
    'runs at the provider as often as the model likes, and nothing limits it there. Leave it out.',
    '在提供商处按模型意愿不限次数地运行，没有任何限制。请去掉它。',
  ],
  ['The tool {0} {1}', '工具 {0} {1}'],
  ['runs at the provider in a way that Purser does not know', '以 Purser 不了解的方式在提供商处运行'],
  ['runs a panel of models', '会运行一组模型'],
  ['runs a panel of models, each with searches of its own', '会运行一组模型，每个都有自己的搜索'],
  ['does something that Purser does not know', '会做 Purser 不了解的事'],
  ['lets another model work with tools of its own', '会让另一个模型使用它自己的工具'],
  ['makes pictures with another model at prices of its own', '会用另一个价格不同的模型生成图片'],
  ['runs in a container for as long as the model likes', '会在容器中按模型意愿持续运行'],
  ['runs at OpenRouter in a way that Purser does not know', '以 Purser 不了解的方式在 OpenRouter 运行'],
  [
    'The adviser may be any model. Name one in the "model" of its "parameters".',
    '顾问可能是任何模型。请在其“parameters”的“model”中指定一个。',
  ],
  ['An adviser with tools of its own cannot be bounded under a cap.', '自带工具的顾问无法用限额约束。'],
  [
    'xAI has retired "search_parameters". Leave it out, and use the tools "web_search" or "x_search" of the ' +
      'Responses API.',
    'xAI 已停用“search_parameters”。请去掉它，改用 Responses API 的“web_search”或“x_search”工具。',
  ],
  [
    'Set "ttl" instead of "expireTime": the storage of a cache is billed by its lifetime.',
    '请用“ttl”代替“expireTime”：缓存的存储按其存续时间计费。',
  ],
  [
    'The agent "{0}" works as long as it likes: nothing limits what one task may cost. Name a model in "model" ' +
      'instead, with the tools that it may use.',
    '智能体“{0}”会一直工作下去：单个任务的费用没有任何限制。请改为在“model”中指定模型，并列出它可以使用的工具。',
  ],
  [
    'An "environment" runs at the provider, and Purser does not know what that costs.',
    '“environment”在提供商处运行，而 Purser 不知道其费用。',
  ],
  [
    'With "mcp_server", the provider calls a server as often as the model likes and reads whatever it answers. ' +
      'Call the server yourself, and hand its tools over as functions.',
    '使用“mcp_server”时，提供商会按模型意愿不限次数地调用服务器，并读取它返回的任何内容。请自行调用服务器，并把它的工具作为函数提供。',
  ],
  [
    'A picture in the format "svg" is written by another model as text, at a length that nothing limits. Ask for ' +
      '"png".',
    '“svg”格式的图片由另一个模型以文本形式生成，长度没有限制。请改用“png”。',
  ],
  [
    'A chat reply with pictures has no bound. Leave "image" out of "modalities", or use images/generations.',
    '带图片的聊天回复没有上限。请从“modalities”中去掉“image”，或使用 images/generations。',
  ],
  [
    'This request has several tools that draw, at several prices. Keep one of them.',
    '这个请求有多个价格不同的绘图工具。请只保留一个。',
  ],
  [
    'The tool "{0}" runs at the provider in a way that Purser does not know, so it cannot be bounded under a cap.',
    '工具“{0}”以 Purser 不了解的方式在提供商处运行，因此无法用限额约束。',
  ],
  [
    'Only OpenAI knows the model and the tools of a prompt template, so Purser cannot tell what it costs. Name ' +
      'the "model" and the "tools" (an empty list will do) in the request, or write the text of the template into ' +
      'it: OpenAI shuts templates down on 2026-11-30.',
    '只有 OpenAI 知道提示模板的模型和工具，因此 Purser 无法得知费用。请在请求中指定“model”和“tools”（空列表即可），或把模板文本写进请求：OpenAI 将于 2026-11-30 停用模板。',
  ],
  [
    'A prompt template may bring tools that cost money. Name the tools in the request (an empty list will do), ' +
      'and they take their place.',
    '提示模板可能带有收费的工具。请在请求中指定工具（空列表即可），它们会取而代之。',
  ],
  [
    'Agents that the provider starts by itself cannot be bounded under a cap. Leave out "multi_agent".',
    '提供商自行启动的智能体无法用限额约束。请去掉“multi_agent”。',
  ],
  [
    'Purser knows no price of sound for "{0}", so it cannot keep a cap on a session with it. Use a model that ' +
      'hears and speaks, such as gpt-realtime-2 or gemini-3.8-live.',
    'Purser 不知道“{0}”的音频价格，因此无法为它的会话执行限额。请使用能听会说的模型，例如 gpt-realtime-2 或 gemini-3.8-live。',
  ],
  [
    'This session speaks. Purser cannot meter transcription or translation sessions yet.',
    '这是语音对话会话。Purser 还无法计量转写或翻译会话。',
  ],
];
