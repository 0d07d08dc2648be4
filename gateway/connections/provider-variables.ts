import type { ProviderKind } from '../../shared/contract/views.ts';

/** Names of variables that pay for models, and who says so. A `*` stands for any letters. */
interface PayingVariables {
  readonly names: readonly string[];
  /** Where the names stand, and when somebody looked. */
  readonly source: string;
}

/** Names with blanks between them. */
function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

/** `env` of each provider in models.dev's list, which OpenCode, Kilo, Cline and Kimi Code carry and read. */
const MODELS_DEV = 'models.dev, as compiled into opencode 1.18.33; 2026-11';

/**
 * Every variable that carries a key of a provider, its address, or the choice of it, by the kind of provider. A new
 * kind has to say which are its own.
 */
export const PROVIDER_VARIABLES: Readonly<Record<ProviderKind, PayingVariables>> = {
  openai: {
    names: words(`
      OPENAI_API_KEY OPENAI_ADMIN_KEY OPENAI_BASE_URL OPENAI_API_BASE OPENAI_API_HOST OPENAI_HOST OPENAI_BASE_PATH
      OPENAI_ORGANIZATION OPENAI_ORG_ID OPENAI_PROJECT OPENAI_PROJECT_ID
    `),
    source: 'openai-node README; goose docs, providers.md; 2026-11',
  },
  anthropic: {
    names: words(`
      ANTHROPIC_API_KEY ANTHROPIC_AUTH_TOKEN ANTHROPIC_BASE_URL ANTHROPIC_API_BASE ANTHROPIC_API_URL ANTHROPIC_HOST
      ANTHROPIC_CUSTOM_HEADERS ANTHROPIC_ADMIN_KEY ANTHROPIC_ADMIN_API_KEY ANTHROPIC_AWS_* ANTHROPIC_BEDROCK_*
      ANTHROPIC_VERTEX_* ANTHROPIC_FOUNDRY_* CLAUDE_API_KEY
    `),
    source: 'code.claude.com/docs/en/env-vars; litellm docs, config_settings.md; 2026-11',
  },
  gemini: {
    names: words(`
      GEMINI_API_KEY GOOGLE_API_KEY GOOGLE_GENERATIVE_AI_API_KEY GOOGLE_GENAI_API_KEY GOOGLE_AI_API_KEY
      GOOGLE_CLOUD_API_KEY GOOGLE_GEMINI_BASE_URL GEMINI_API_BASE GEMINI_CLI_CUSTOM_HEADERS
      GOOGLE_GENAI_USE_VERTEXAI GOOGLE_GENAI_USE_GCA GOOGLE_VERTEX_* VERTEX_PROJECT VERTEX_LOCATION VERTEXAI_*
    `),
    source: `gemini-cli docs, configuration.md; litellm docs, vertex; ${MODELS_DEV}`,
  },
  openrouter: {
    names: words(`OPENROUTER_API_KEY OPENROUTER_BASE_URL OPENROUTER_API_BASE OPENROUTER_KEY OR_API_KEY`),
    source: `${MODELS_DEV}; litellm docs, openrouter`,
  },
  azure: {
    names: words(`
      AZURE_API_KEY AZURE_API_BASE AZURE_API_VERSION AZURE_AD_TOKEN AZURE_AI_* AZURE_OPENAI_* AZURE_RESOURCE_NAME
      AZURE_COGNITIVE_SERVICES_* AZURE_INFERENCE_* AZUREAI_*
    `),
    source: `${MODELS_DEV}; litellm docs, azure; 2026-11`,
  },
  mistral: {
    names: words(`MISTRAL_API_KEY MISTRAL_AI_API_KEY MISTRAL_BASE_URL MISTRAL_API_BASE CODESTRAL_API_KEY`),
    source: `${MODELS_DEV}; litellm docs, mistral and codestral`,
  },
  groq: {
    names: words(`GROQ_API_KEY GROQ_BASE_URL GROQ_API_BASE`),
    source: `${MODELS_DEV}; groq-typescript README`,
  },
  xai: {
    names: words(`XAI_API_KEY XAI_BASE_URL XAI_API_BASE GROK_API_KEY GROK_BASE_URL`),
    source: `${MODELS_DEV}; @vibe-kit/grok-cli 0.0.34 README`,
  },
  deepseek: {
    names: words(`DEEPSEEK_API_KEY DEEPSEEK_BASE_URL DEEPSEEK_API_BASE`),
    source: MODELS_DEV,
  },
  together: {
    names: words(`TOGETHER_API_KEY TOGETHERAI_API_KEY TOGETHER_AI_API_KEY TOGETHER_AI_TOKEN TOGETHER_BASE_URL`),
    source: `${MODELS_DEV}; litellm docs, togetherai`,
  },
  fireworks: {
    names: words(`FIREWORKS_API_KEY FIREWORKS_AI_API_KEY FIREWORKSAI_API_KEY FIREWORKS_AI_TOKEN FIREWORKS_BASE_URL`),
    source: `${MODELS_DEV}; litellm docs, fireworks_ai`,
  },
  cerebras: {
    names: words(`CEREBRAS_API_KEY CEREBRAS_BASE_URL CEREBRAS_API_BASE`),
    source: MODELS_DEV,
  },
  moonshot: {
    names: words(`
      MOONSHOT_API_KEY MOONSHOT_BASE_URL MOONSHOT_API_BASE KIMI_API_KEY KIMI_BASE_URL KIMI_MODEL_API_KEY
      KIMI_MODEL_BASE_URL
    `),
    source: `${MODELS_DEV}; @moonshot-ai/kimi-code 2.1.0, its bundle`,
  },
  zai: {
    names: words(`
      ZAI_API_KEY Z_AI_API_KEY ZAI_BASE_URL ZAI_CODING_* ZHIPU_API_KEY ZHIPUAI_API_KEY BIGMODEL_API_KEY GLM_API_KEY
    `),
    source: `${MODELS_DEV}; @earendil-works/pi-ai 1.6.0, its bundle`,
  },
  qwen: {
    names: words(`
      DASHSCOPE_API_KEY DASHSCOPE_BASE_URL DASHSCOPE_HTTP_BASE_URL QWEN_API_KEY QWEN_BASE_URL QWEN_TOKEN_PLAN_*
      BAILIAN_* ALIBABA_*_API_KEY ALIBABA_API_KEY
    `),
    source: `${MODELS_DEV}; @earendil-works/pi-ai 1.6.0, its bundle; qwenlm.github.io`,
  },
  // Its server on this machine costs nothing, so its address stays; its cloud is paid.
  ollama: {
    names: words(`OLLAMA_API_KEY OLLAMA_CLOUD_API_KEY`),
    source: MODELS_DEV,
  },
  lmstudio: {
    names: words(`LMSTUDIO_API_KEY`),
    source: MODELS_DEV,
  },
  // Servers of the person's own: nobody knows what they call their keys. What such a key looks like may tell.
  'custom-openai': {
    names: words(`LITELLM_*_KEY LITELLM_API_BASE LITELLM_PROXY_*`),
    source: 'docs.litellm.ai; 2026-11',
  },
  'custom-anthropic': {
    names: [],
    source: 'none is usual',
  },
  http: {
    names: [],
    source: 'an API of any kind; not models',
  },
};

/** Vendors of models that Purser has no kind of provider for. */
export const OTHER_VENDORS: PayingVariables = {
  names: words(`
    AWS_BEARER_TOKEN_BEDROCK AI_GATEWAY_API_KEY VERCEL_AI_GATEWAY_API_KEY COHERE_API_KEY CO_API_KEY
    PERPLEXITY_API_KEY PERPLEXITYAI_API_KEY PPLX_API_KEY HF_TOKEN HF_API_KEY HF_API_TOKEN HUGGINGFACE_API_KEY
    HUGGINGFACE_TOKEN HUGGINGFACEHUB_API_TOKEN HUGGING_FACE_HUB_TOKEN REPLICATE_API_KEY REPLICATE_API_TOKEN
    NVIDIA_API_KEY NVIDIA_NIM_API_KEY NGC_API_KEY SAMBANOVA_API_KEY AI21_API_KEY DEEPINFRA_API_KEY DEEPINFRA_TOKEN
    NOVITA_API_KEY NEBIUS_API_KEY HYPERBOLIC_API_KEY VOYAGE_API_KEY JINA_API_KEY WATSONX_* LLAMA_API_KEY
    META_API_KEY META_MODEL_API_KEY MINIMAX_*API_KEY XIAOMI_*API_KEY TENCENT_*_API_KEY HUNYUAN_API_KEY
    VOLCENGINE_API_KEY ARK_API_KEY ARK_CODING_PLAN_API_KEY DOUBAO_API_KEY BAICHUAN_API_KEY STEPFUN_API_KEY
    SILICONFLOW_*API_KEY MODELSCOPE_API_KEY SENSENOVA_API_KEY LONGCAT_API_KEY IFLOW_API_KEY QINIU_API_KEY
    REQUESTY_API_KEY HELICONE_API_KEY PORTKEY_API_KEY AIHUBMIX_API_KEY AIMLAPI_API_KEY GLAMA_API_KEY UNBOUND_API_KEY
    EDENAI_API_KEY OPPER_API_KEY POE_API_KEY NANO_GPT_API_KEY NANOGPT_API_KEY CHUTES_API_KEY FEATHERLESS_*API_KEY
    FRIENDLI_TOKEN BASETEN_API_KEY INCEPTION_API_KEY MORPH_API_KEY RELACE_API_KEY VENICE_API_KEY UPSTAGE_API_KEY
    SARVAM_API_KEY ZENMUX_API_KEY FASTROUTER_API_KEY LLMGATEWAY_API_KEY SYNTHETIC_API_KEY WAFER_API_KEY V0_API_KEY
    ABACUS_API_KEY AICORE_SERVICE_KEY OCI_GENAI_API_KEY NEON_AI_GATEWAY_* CLARIFAI_PAT SNOWFLAKE_CORTEX_PAT
    INFERENCE_API_KEY POOLSIDE_API_KEY ARCEE_API_KEY CORTECS_API_KEY CRUSOE_API_KEY GMICLOUD_API_KEY HPC_AI_API_KEY
    IOINTELLIGENCE_API_KEY KILO_API_KEY MERGE_GATEWAY_API_KEY NEARAI_API_KEY OFOX_API_KEY ORCAROUTER_API_KEY
    PRIVATEMODE_API_KEY REGOLO_API_KEY SAKANA_API_KEY SUBMODEL_INSTAGEN_ACCESS_KEY THEGRID_API_KEY TINFOIL_API_KEY
    TINKER_API_KEY ELEVENLABS_API_KEY ASSEMBLYAI_API_KEY DEEPGRAM_API_KEY STABILITY_API_KEY FAL_KEY
    RUNWAYML_API_SECRET ALEPH_ALPHA_API_KEY NLP_CLOUD_API_KEY PREDIBASE_API_KEY ANYSCALE_API_KEY LEPTON_API_KEY
    LAMBDA_API_KEY CODEIUM_API_KEY
  `),
  source: `${MODELS_DEV}; docs.litellm.ai/docs/providers`,
};

/** Tools' own: a key or a login that they use instead of any provider's, and the switches that send them elsewhere. */
export const TOOL_VARIABLES: PayingVariables = {
  names: words(`
    COPILOT_PROVIDER_* COPILOT_GITHUB_TOKEN CODEX_API_KEY CODEX_ACCESS_TOKEN CLAUDE_CODE_OAUTH_TOKEN
    CLAUDE_CODE_USE_* CLAUDE_CODE_API_KEY_* CURSOR_API_KEY AMP_API_KEY FACTORY_API_KEY AUGMENT_* CONTINUE_API_KEY
    CLINE_API_KEY KILO_GATEWAY_API_KEY KILO_API_URL OPENCODE_API_KEY OPENCODE_AUTH_CONTENT WARP_API_KEY
    JUNIE_API_KEY KIRO_API_KEY DEVIN_API_KEY WINDSURF_API_KEY GOOSE_PROVIDER GOOSE_PROVIDER_* GOOSE_LEAD_*
    AIDER_*_API_KEY AIDER_*_API_BASE AIDER_API_KEY AIDER_SET_ENV AVANTE_*_API_KEY PURSER_*_API_KEY
  `),
  source: "the tools' documentation, and `copilot help providers` 1.0.102, codex 0.169.0, claude 2.1.329; 2026-11",
};

/**
 * Credentials of clouds that sell models beside much else. They stay in a child's environment: without them a program
 * could not deploy, push or read a bucket, and those that stand in a file in the home folder would be left anyway.
 */
export const CLOUD_CREDENTIALS: readonly string[] = words(`
  AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_PROFILE AWS_WEB_IDENTITY_TOKEN_FILE
  AWS_CONTAINER_CREDENTIALS_RELATIVE_URI GOOGLE_APPLICATION_CREDENTIALS AZURE_CLIENT_SECRET GITHUB_TOKEN GH_TOKEN
  GITLAB_TOKEN CLOUDFLARE_API_TOKEN CLOUDFLARE_API_KEY DIGITALOCEAN_ACCESS_TOKEN DATABRICKS_TOKEN HETZNER_API_KEY
  VULTR_API_KEY SCALEWAY_API_KEY OVHCLOUD_API_KEY WANDB_API_KEY
`);

/**
 * What keys of model vendors look like, whatever the variable is called. Google's `AIza` is missing on purpose: keys of
 * Maps and Firebase look the same, and those belong into programs. Source: what each vendor's console hands out;
 * 2026-11.
 */
const KEY_FORMS: readonly RegExp[] = [
  // OpenAI, Anthropic, OpenRouter, DeepSeek, Moonshot, Qwen, most servers that speak OpenAI's protocol, and sub-keys of
  // ours. Not Langfuse, whose keys pay for nothing.
  /^sk-(?!lf-)[A-Za-z0-9_-]{16,}$/,
  // Groq, xAI, Cerebras, Fireworks, Perplexity, Hugging Face, Replicate, NVIDIA, Together.
  /^(?:gsk_|xai-|csk-|fw_|pplx-|hf_|r8_|nvapi-|tgp_v1_)[A-Za-z0-9_-]{16,}$/,
  // A key of Bedrock.
  /^(?:bedrock-api-key-|ABSK)[A-Za-z0-9+/=_-]{16,}$/,
];

const PAYING = [...Object.values(PROVIDER_VARIABLES), OTHER_VENDORS, TOOL_VARIABLES].flatMap(({ names }) => names);
const patterns = PAYING.map((name) => new RegExp(`^${name.replaceAll('*', '[A-Z0-9_]*')}$`, 'i'));

/** True for a variable that pays for models, or chooses who is paid, by its name. On Windows names have no case. */
export function paysByName(name: string): boolean {
  return patterns.some((pattern) => pattern.test(name));
}

/** True for a value that looks like a key of a vendor of models. */
export function looksLikeProviderKey(value: string): boolean {
  return KEY_FORMS.some((form) => form.test(value.trim()));
}
