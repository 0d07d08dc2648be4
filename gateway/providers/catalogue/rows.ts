// Long because it is data, one model a row.
/**
 * Made by `npm run catalogue`; its form is in read-rows.ts. Source: models.dev of 2026-09-28, as in opencode 1.18.33,
 * and of 2026-11-20, as in @earendil-works/pi-ai 1.6.0.
 * models.dev is MIT, github.com/anomalyco/models.dev.
 */
export const ROWS = `
# alibaba
deepseek-v4-flash-0731 1000000/384000 in=0.2 out=0.4 read=0.04
glm-5.2 1000000/131072 in=1.4 out=4.4 read=0.28
kimi-k3 1048576/1048576 in=3 out=15 read=0.3
qvq-max 131072/8192 in=1.2 out=4.8
qwen-flash 1000000/32768 in=0.05 out=0.4
qwen-max 32768/8192 in=1.6 out=6.4
qwen-mt-plus 16384/8192 in=2.46 out=7.37
qwen-mt-turbo 16384/8192 in=0.16 out=0.49
qwen-omni-turbo 32768/2048 in=0.07 out=0.27 in-audio=4.44 out-audio=8.89
qwen-omni-turbo-realtime 32768/2048 in=0.27 out=1.07 in-audio=4.44 out-audio=8.89
qwen-plus 1000000/32768 in=0.4 out=1.2 think=4
qwen-plus-character-ja 8192/512 in=0.5 out=1.4
qwen-turbo 1000000/16384 in=0.05 out=0.2 think=0.5
qwen-vl-max 131072/8192 in=0.8 out=3.2
qwen-vl-ocr 34096/4096 in=0.72 out=0.72
qwen-vl-plus 131072/8192 in=0.21 out=0.63
qwen2-5-14b-instruct 131072/8192 in=0.35 out=1.4
qwen2-5-32b-instruct 131072/8192 in=0.7 out=2.8
qwen2-5-72b-instruct 131072/8192 in=1.4 out=5.6
qwen2-5-7b-instruct 131072/8192 in=0.175 out=0.7
qwen2-5-omni-7b 32768/2048 in=0.1 out=0.4 in-audio=6.76
qwen2-5-vl-72b-instruct 131072/8192 in=2.8 out=8.4
qwen2-5-vl-7b-instruct 131072/8192 in=0.35 out=1.05
qwen3-14b 131072/8192 in=0.35 out=1.4 think=4.2
qwen3-235b-a22b 131072/16384 in=0.7 out=2.8 think=8.4
qwen3-32b 131072/16384 in=0.7 out=2.8 think=8.4
qwen3-8b 131072/8192 in=0.18 out=0.7 think=2.1
qwen3-asr-flash 53248/4096 in=0.035 out=0.035
qwen3-coder-30b-a3b-instruct 262144/65536 in=0.45 out=2.25 >32000 in=0.75 out=3.75 >128000 in=1.2 out=6
qwen3-coder-480b-a35b-instruct 262144/65536 in=1.5 out=7.5 >32000 in=2.7 out=13.5 >128000 in=4.5 out=22.5
qwen3-coder-flash 1000000/65536 in=0.3 out=1.5
qwen3-coder-plus 1048576/65536 in=1 out=5
qwen3-livetranslate-flash-realtime 53248/4096 in=10 out=10 in-audio=10 out-audio=38
qwen3-max 262144/65536 in=1.2 out=6
qwen3-next-80b-a3b-instruct 131072/32768 in=0.5 out=2
qwen3-next-80b-a3b-thinking 131072/32768 in=0.5 out=6
qwen3-omni-flash 65536/16384 in=0.43 out=1.66 in-audio=3.81 out-audio=15.11
qwen3-omni-flash-realtime 65536/16384 in=0.52 out=1.99 in-audio=4.57 out-audio=18.13
qwen3-vl-235b-a22b 131072/32768 in=0.7 out=2.8 think=8.4
qwen3-vl-30b-a3b 131072/32768 in=0.2 out=0.8 think=2.4
qwen3-vl-plus 262144/32768 in=0.2 out=1.6 think=4.8
qwen3.5-122b-a10b 262144/65536 in=0.4 out=3.2
qwen3.5-27b 262144/65536 in=0.3 out=2.4
qwen3.5-35b-a3b 262144/65536 in=0.25 out=2
qwen3.5-397b-a17b 262144/65536 in=0.6 out=3.6
qwen3.5-plus 1000000/65536 in=0.4 out=2.4 think=2.4
qwen3.6-27b 262144/65536 in=0.6 out=3.6
qwen3.6-35b-a3b 262144/65536 in=0.248 out=1.485
qwen3.6-flash 1000000/65536 in=0.1875 out=1.125 write=0.234375
qwen3.6-max-preview 262144/65536 in=1.3 out=7.8 read=0.13 write=1.625
qwen3.6-plus 1000000/65536 in=0.5 out=3 read=0.05 write=0.625 >256000 in=2 out=6 read=0.2 write=2.5
qwen3.7-max 1000000/131072 in=2.5 out=7.5 read=0.5 write=3.125
qwen3.7-plus 1000000/131072 in=0.5 out=3 read=0.05 write=0.625 >256000 in=2 out=6 read=0.2 write=2.5
qwen3.8-flash 1000000/131072 in=0.15 out=0.47 read=0.016 write=0.2
qwen3.8-max 1000000/131072 in=2 out=6 read=0.25 write=2.5
qwq-plus 131072/8192 in=0.8 out=2.4
# anthropic
claude-fable-5 1000000/128000 in=10 out=50 read=1 write=12.5
claude-fable-5-1 1000000/128000 in=10 out=50 read=0.25 write=12.5
claude-fable-5-2 0/0 in=8 out=40 read=0.2 write=10
claude-haiku-4-5 200000/64000 in=1 out=5 read=0.1 write=1.25
claude-haiku-4-5-20251001 200000/64000 in=1 out=5 read=0.1 write=1.25
claude-haiku-5-5 0/0 in=0.1 out=0.5 read=0.01 write=0.125 >100000 in=0.5 out=2.5 read=0.05 write=0.625
claude-opus-4-5 200000/64000 in=5 out=25 read=0.5 write=6.25
claude-opus-4-5-20251101 200000/64000 in=5 out=25 read=0.5 write=6.25
claude-opus-4-6 1000000/128000 in=5 out=25 read=0.5 write=6.25
claude-opus-4-7 1000000/128000 in=5 out=25 read=0.5 write=6.25
claude-opus-4-8 1000000/128000 in=5 out=25 read=0.5 write=6.25
claude-opus-5 1000000/128000 in=5 out=25 read=0.5 write=6.25
claude-opus-5-5 1000000/128000 in=4 out=20 read=0.2 write=5
claude-sonnet-4-5 1000000/64000 in=3 out=15 read=0.3 write=3.75
claude-sonnet-4-5-20250929 1000000/64000 in=3 out=15 read=0.3 write=3.75
claude-sonnet-4-6 1000000/128000 in=3 out=15 read=0.3 write=3.75
claude-sonnet-5 1000000/128000 in=2 out=10 read=0.2 write=2.5
claude-sonnet-5-5 0/0 in=2 out=10 read=0.1 write=2.5
# azure
chat-latest 0/0 in=5 out=30 read=0.5
claude-fable-5 1000000/128000 in=10 out=50 read=1 write=12.5
claude-fable-5-1 1000000/128000 in=10 out=50 read=0.25 write=12.5
claude-haiku-4-5 200000/64000 in=1 out=5 read=0.1 write=1.25
claude-mythos-5 1000000/128000 in=10 out=50 read=1 write=12.5
claude-opus-4-1 200000/32000 in=15 out=75 read=1.5 write=18.75
claude-opus-4-5 200000/64000 in=5 out=25 read=0.5 write=6.25
claude-opus-4-6 1000000/128000 in=5 out=25 read=0.5 write=6.25 >200000 in=10 out=37.5 read=1 write=12.5
claude-opus-4-7 1000000/128000 in=5 out=25 read=0.5 write=6.25
claude-opus-4-8 1000000/128000 in=5 out=25 read=0.5 write=6.25 >200000 in=10 out=37.5 read=1 write=12.5
claude-opus-5 1000000/128000 in=5 out=25 read=0.5 write=6.25
claude-opus-5-5 1000000/128000 in=4 out=20 read=0.2 write=5
claude-sonnet-4-5 200000/64000 in=3 out=15 read=0.3 write=3.75
claude-sonnet-4-6 1000000/64000 in=3 out=15 read=0.3 write=3.75
claude-sonnet-5 1000000/128000 in=2 out=10 read=0.2 write=2.5
codestral-2501 256000/256000 in=0.3 out=0.9
codex-mini 200000/100000 in=1.5 out=6 read=0.375
cohere-command-a 131072/8192 in=2.5 out=10
cohere-embed-v-4-0 128000/1536 in=0.12
cohere-embed-v3-english 512/1024 in=0.1
cohere-embed-v3-multilingual 512/1024 in=0.1
deepseek-r1 163840/163840 in=1.35 out=5.4
deepseek-v3.2 128000/128000 in=0.58 out=1.68
deepseek-v3.2-speciale 128000/128000 in=0.58 out=1.68
deepseek-v4-flash 1000000/384000 in=0.19 out=0.51
deepseek-v4-pro 1000000/384000 in=1.925 out=3.828 read=0.165
gpt-3.5-turbo-0125 16384/4096 in=0.5 out=1.5
gpt-3.5-turbo-1106 16384/4096 in=1 out=2
gpt-3.5-turbo-instruct 4096/4096 in=1.5 out=2
gpt-4 0/0 in=30 out=60
gpt-4-turbo 128000/4096 in=10 out=30
gpt-4-turbo-vision 128000/4096 in=10 out=30
gpt-4.1 1047576/32768 in=2 out=8 read=0.5
gpt-4.1-mini 1047576/32768 in=0.4 out=1.6 read=0.1
gpt-4.1-nano 1047576/32768 in=0.1 out=0.4 read=0.025
gpt-4o 128000/16384 in=2.5 out=10 read=1.25
gpt-4o-2024-05-13 0/0 in=5 out=15
gpt-4o-2024-08-06 0/0 in=2.5 out=10 read=1.25
gpt-4o-2024-11-20 0/0 in=2.5 out=10 read=1.25
gpt-4o-mini 128000/16384 in=0.15 out=0.6 read=0.075
gpt-5 400000/128000 in=1.25 out=10 read=0.13
gpt-5-chat-latest 0/0 in=1.25 out=10 read=0.125
gpt-5-codex 400000/128000 in=1.25 out=10 read=0.13
gpt-5-mini 400000/128000 in=0.25 out=2 read=0.03
gpt-5-nano 400000/128000 in=0.05 out=0.4 read=0.01
gpt-5-pro 400000/128000 in=15 out=120
gpt-5.1 400000/128000 in=1.25 out=10 read=0.125
gpt-5.1-codex 400000/128000 in=1.25 out=10 read=0.125
gpt-5.1-codex-max 400000/128000 in=1.25 out=10 read=0.125
gpt-5.1-codex-mini 400000/128000 in=0.25 out=2 read=0.025
gpt-5.2 400000/128000 in=1.75 out=14 read=0.125
gpt-5.2-codex 400000/128000 in=1.75 out=14 read=0.175
gpt-5.2-pro 0/0 in=21 out=168
gpt-5.3-codex 400000/128000 in=1.75 out=14 read=0.175
gpt-5.3-codex-spark 0/0 in=1.75 out=14 read=0.175
gpt-5.4 1050000/128000 in=2.5 out=15 read=0.25 >272000 in=5 out=22.5 read=0.5
gpt-5.4-mini 400000/128000 in=0.75 out=4.5 read=0.075
gpt-5.4-nano 400000/128000 in=0.2 out=1.25 read=0.02
gpt-5.4-pro 1050000/128000 in=30 out=180 >272000 in=60 out=270
gpt-5.5 1050000/128000 in=5 out=30 read=0.5 >272000 in=10 out=45 read=1
gpt-5.5-pro 0/0 in=30 out=180 >272000 in=60 out=270
gpt-5.6-cyber 0/0 in=12.5 out=75 read=1.25 write=15.625
gpt-5.6-luna 1050000/128000 in=0.2 out=1.2 read=0.02 write=0.25 >272000 in=0.4 out=1.8 read=0.04 write=0.5
gpt-5.6-sol 1050000/128000 in=4 out=20 read=0.5 write=6.25 >272000 in=10 out=45 read=1 write=12.5
gpt-5.6-terra 1050000/128000 in=2 out=12 read=0.2 write=2.5 >272000 in=4 out=18 read=0.4 write=5
gpt-6-astra 1050000/128000 in=10 out=50 read=1 write=12.5 >272000 in=20 out=75 read=2 write=25
gpt-6-cyber 0/0 in=20 out=100 read=2 write=25
gpt-6-luna 1050000/128000 in=0.1 out=0.5 read=0.01 write=0.125 >272000 in=0.2 out=0.75 read=0.02 write=0.25
gpt-6-sol 1050000/128000 in=2 out=10 read=0.2 write=2.5 >272000 in=4 out=15 read=0.4 write=5
gpt-6.1-sol 0/0 in=2 out=10 read=0.1 write=2.5 >272000 in=4 out=15 read=0.2 write=5
gpt-6.1-terra 0/0 in=1 out=5 read=0.05 write=1.25 >272000 in=2 out=7.5 read=0.1 write=2.5
gpt-6.2-astra 0/0 in=8 out=40 read=0.4 write=10 >272000 in=16 out=60 read=0.8 write=20
gpt-6.2-sol 0/0 in=2 out=10 read=0.1 write=2.5 >272000 in=4 out=15 read=0.2 write=5
gpt-chat-latest 400000/128000 in=5 out=30 read=0.5
gpt-daybreak-blue-latest 0/0 in=4 out=20 read=0.4 write=5 >272000 in=8 out=30 read=0.8 write=10
gpt-daybreak-red-latest 0/0 in=12.5 out=75 read=1.25 write=15.625
grok-4-1-fast-non-reasoning 128000/8192 in=0.2 out=0.5 read=0.05
grok-4-1-fast-reasoning 128000/8192 in=0.2 out=0.5 read=0.05
grok-4-20-non-reasoning 262000/8192 in=2 out=6
grok-4-20-reasoning 262000/8192 in=2 out=6
kimi-k2.5 262144/262144 in=0.6 out=3
kimi-k2.6 262144/262144 in=0.95 out=4
kimi-k2.7-code 262144/262144 in=0.95 out=4 read=0.19
llama-3.3-70b-instruct 128000/32768 in=0.71 out=0.71
llama-4-maverick-17b-128e-instruct-fp8 1000000/16384 in=0.25 out=1
llama-4-scout-17b-16e-instruct 128000/8192 in=0.2 out=0.78
ministral-3b 128000/8192 in=0.04 out=0.04
mistral-medium-2505 128000/128000 in=0.4 out=2
mistral-small-2503 128000/32768 in=0.1 out=0.3
model-router 200000/16384 in=0.14
o1 200000/100000 in=15 out=60 read=7.5
o1-pro 0/0 in=150 out=600
o3 200000/100000 in=2 out=8 read=0.5
o3-mini 200000/100000 in=1.1 out=4.4 read=0.55
o3-pro 0/0 in=20 out=80
o4-mini 200000/100000 in=1.1 out=4.4 read=0.275
phi-4 128000/4096 in=0.125 out=0.5
phi-4-mini 128000/4096 in=0.075 out=0.3
phi-4-mini-reasoning 128000/4096 in=0.075 out=0.3
phi-4-multimodal 128000/4096 in=0.08 out=0.32 in-audio=4
phi-4-reasoning 32000/4096 in=0.125 out=0.5
phi-4-reasoning-plus 32000/4096 in=0.125 out=0.5
text-embedding-3-large 8192/3072 in=0.13
text-embedding-3-small 8192/1536 in=0.02
text-embedding-ada-002 8192/1536 in=0.1
# baseten
MiniMaxAI/MiniMax-M2.5 204000/204000 in=0.3 out=1.2
deepseek-ai/DeepSeek-V3.1 164000/131000 in=0.5 out=1.5
deepseek-ai/DeepSeek-V4-Flash-0731 1048576/384000 in=0.13 out=0.26 read=0.028
deepseek-ai/DeepSeek-V4-Pro 1048576/262144 in=1.74 out=3.48 read=0.145
deepseek-ai/DeepSeek-V4-Pro-0813 1048576/262144 in=1.32 out=3.96
deepseek-ai/DeepSeek-V4.1-Flash 1048576/32768 in=0.3 out=1.2 read=0.03
deepseek-ai/DeepSeek-V4.1-Flash-1017 1048576/262144 in=0.3 out=1.2 read=0.007
deepseek-ai/DeepSeek-V4.1-Flash-1017-Fast 1048576/262144 in=0.6 out=2.4 read=0.014
deepseek-ai/DeepSeek-V4.1-Flash-Fast 1048576/32768 in=0.6 out=2.4 read=0.014
moonshotai/Kimi-K2.5 262000/262000 in=0.6 out=3 read=0.12
moonshotai/Kimi-K2.6 262000/262000 in=0.95 out=4 read=0.16
moonshotai/Kimi-K2.7-Code 262000/262000 in=0.95 out=4 read=0.16
moonshotai/Kimi-K3 1048576/262144 in=3 out=15
moonshotai/Kimi-K3.1-Pro 1048576/262144 in=2 out=10 read=0.2
nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B 202800/202800 in=0.6 out=2.4 read=0.12
nvidia/Nemotron-120B-A12B 202800/202800 in=0.3 out=0.75 read=0.06
openai/gpt-oss-120b 128072/128072 in=0.1 out=0.5
thinkingmachines/inkling 1048576/32768 in=1 out=4.05
thinkingmachines/inkling-small 1048576/32768 in=0.5 out=1.2 read=0.1
zai-org/GLM-4.7 200000/200000 in=0.6 out=2.2 read=0.12
zai-org/GLM-5 202800/202800 in=0.95 out=3.15 read=0.2
zai-org/GLM-5.1 202800/202800 in=1.3 out=4.3 read=0.26
zai-org/GLM-5.2 1048576/262144 in=1.4 out=4.4 read=0.3
zai-org/GLM-5.2-Fast 1048576/262144 in=2.1 out=6.6 read=0.21
zai-org/GLM-5.3 1048576/262144 in=1.4 out=4.4 read=0.14
zai-org/GLM-5.3-Fast 1048576/262144 in=2.1 out=6.6
zai-org/GLM-5.3-Flash 1048576/131072 in=0.15 out=0.5
# cerebras
gpt-oss-120b 131072/40960 in=0.35 out=0.75
qwen-3.8-27b 131072/40960 in=0.99 out=1.49
# chutes
Nemotron-3-Nano-Omni-30B-TEE 131072/0 in=0.0245 out=0.0978 read=0.00245
Qwen/Qwen3-235B-A22B-Thinking-2507-TEE 262144/262144 in=0.2989 out=1.1957 read=0.02989
Qwen/Qwen3-32B-TEE 40960/40960 in=0.104 out=0.416 read=0.0104
Qwen/Qwen3.5-397B-A17B-TEE 262144/65536 in=0.45 out=3 read=0.045
Qwen/Qwen3.6-27B-TEE 262144/65536 in=0.3 out=2 read=0.03
Qwen/Qwen3.8-27B-TEE 262144/65536 in=0.24 out=2.2 read=0.024
deepseek-ai/DeepSeek-V3.2-TEE 131072/65536 in=1 out=1 read=0.1
deepseek-ai/DeepSeek-V4-Flash-0731-TEE 1048576/131072 in=0.44 out=1.32 read=0.044
google/gemma-4-31B-turbo-TEE 131072/65536 in=0.12 out=0.37 read=0.012
moonshotai/Kimi-K2.6-TEE 262144/65535 in=0.5 out=2.85 read=0.05
moonshotai/Kimi-K3-TEE 1048576/65535 in=3 out=15 read=0.3
unsloth/Mistral-Nemo-Instruct-2407-TEE 131072/131072 in=0.0245 out=0.0978 read=0.00245
zai-org/GLM-5.1-TEE 202752/65535 in=0.98 out=3.08 read=0.098
zai-org/GLM-5.2-TEE 1048576/65535 in=1.25 out=3.95 read=0.125
# cloudflare-ai-gateway
alibaba/qwen3-max 262144/65536 in=1.2 out=6
alibaba/qwen3.5-397b-a17b 262144/65536 in=0.6 out=3.6
alibaba/qwen3.7-max 1000000/65536 in=1.25 out=3.75 read=0.25
alibaba/qwen3.7-plus 1000000/64000 in=0.32 out=1.28 read=0.064
alibaba/qwen3.8-max 1000000/131072 in=2 out=6 read=0.25
anthropic/claude-fable-5 1000000/128000 in=10 out=50 read=1 write=12.5
anthropic/claude-fable-5.1 1000000/128000 in=10 out=50 read=0.25 write=12.5
anthropic/claude-haiku-4.5 200000/64000 in=1 out=5 read=0.1 write=1.25
anthropic/claude-opus-4.5 200000/64000 in=5 out=25 read=0.5 write=6.25
anthropic/claude-opus-4.6 1000000/128000 in=5 out=25 read=0.5 write=6.25
anthropic/claude-opus-4.7 1000000/128000 in=5 out=25 read=0.5 write=6.25
anthropic/claude-opus-4.8 1000000/128000 in=5 out=25 read=0.5 write=6.25
anthropic/claude-opus-5 1000000/128000 in=5 out=25 read=0.5 write=6.25
anthropic/claude-opus-5.5 1000000/128000 in=4 out=20 read=0.2 write=5
anthropic/claude-sonnet-4.5 1000000/64000 in=3 out=15 read=0.3 write=3.75
anthropic/claude-sonnet-4.6 1000000/128000 in=3 out=15 read=0.3 write=3.75
anthropic/claude-sonnet-5 1000000/128000 in=2 out=10 read=0.2 write=2.5
deepseek/deepseek-v4-pro 131072/384000 in=1.74 out=3.48 read=0.145
moonshotai/kimi-k3 1048576/131072 in=3 out=15 read=0.3
openai/gpt-4.1 1047576/32768 in=2 out=8 read=0.5
openai/gpt-4.1-mini 1047576/32768 in=0.4 out=1.6 read=0.1
openai/gpt-4.1-nano 1000000/32768 in=0.1 out=0.4 read=0.025
openai/gpt-4o 128000/16384 in=1.25 out=5 read=0.625
openai/gpt-4o-mini 128000/16384 in=0.075 out=0.3 read=0.0375
openai/gpt-5 128000/128000 in=1.25 out=10 read=0.125
openai/gpt-5-mini 128000/128000 in=0.25 out=2 read=0.025
openai/gpt-5-nano 128000/128000 in=0.05 out=0.4 read=0.005
openai/gpt-5.1 128000/128000 in=1.25 out=10 read=0.125
openai/gpt-5.4 1000000/128000 in=2.5 out=15 read=0.25
openai/gpt-5.4-mini 128000/128000 in=0.75 out=4.5 read=0.075
openai/gpt-5.4-nano 128000/128000 in=0.2 out=1.25 read=0.02
openai/gpt-5.4-pro 1000000/128000 in=30 out=180
openai/gpt-5.5 1000000/128000 in=5 out=30
openai/gpt-5.5-pro 1000000/128000 in=30 out=180
openai/gpt-5.6-luna 1050000/128000 in=0.2 out=1.2 read=0.02 write=0.25
openai/gpt-5.6-sol 1050000/128000 in=2 out=10 read=0.25 write=3.125
openai/gpt-5.6-terra 1050000/128000 in=2 out=12 read=0.2 write=2.5
openai/gpt-6-astra 1050000/128000 in=10 out=50 read=1 write=12 >272000 in=20 out=75 read=2 write=25
openai/gpt-6-luna 1050000/128000 in=0.1 out=0.5 read=0.01 write=0.125 >272000 in=0.2 out=0.75 read=0.02 write=0.25
openai/gpt-6-sol 1050000/128000 in=2 out=10 read=0.2 write=2.5 >272000 in=4 out=15 read=0.4 write=5
openai/o3 200000/100000 in=2 out=8 read=0.5
openai/o3-mini 200000/100000 in=1.1 out=4.4 read=0.55
openai/o4-mini 200000/100000 in=1.1 out=4.4 read=0.275
unbiased/pareto 262144/131072 in=2.5 out=7.5 read=0.25
xai/grok-4.20-0309-non-reasoning 2000000/30000 in=2 out=6 read=0.2
xai/grok-4.20-0309-reasoning 2000000/30000 in=2 out=6 read=0.2
xai/grok-4.3 1000000/30000 in=1.25 out=2.5 read=0.2
xai/grok-4.5 500000/500000 in=2 out=6 read=0.3 >200000 in=4 out=12 read=0.6
xai/grok-4.6 500000/500000 in=2 out=6 read=0.5 >200000 in=4 out=12 read=1
xai/grok-4.7 500000/500000 in=2 out=6 read=0.5 >200000 in=4 out=12 read=1
# cloudflare-workers-ai
@cf/aisingapore/gemma-sea-lion-v4-27b-it 128000/128000 in=0.351 out=0.555
@cf/deepseek-ai/deepseek-r1-distill-qwen-32b 80000/80000 in=0.497 out=4.881
@cf/deepseek-ai/deepseek-v4-flash-0731 1310720/1048576 in=0.44 out=1.32 read=0.014
@cf/deepseek-ai/deepseek-v4-pro-0813 1048576/1048576 in=1.32 out=3.96 read=0.044
@cf/deepseek-ai/deepseek-v4.1-flash-1017 1048576/1048576 in=0.3 out=1.2 read=0.006
@cf/google/gemma-4-26b-a4b-it 256000/16384 in=0.1 out=0.3
@cf/ibm-granite/granite-4.0-h-micro 131000/131000 in=0.017 out=0.112
@cf/meta/llama-3.1-8b-instruct-fp8 32000/32000 in=0.152 out=0.287
@cf/meta/llama-3.2-11b-vision-instruct 128000/128000 in=0.0485 out=0.676
@cf/meta/llama-3.2-1b-instruct 60000/60000 in=0.027 out=0.201
@cf/meta/llama-3.2-3b-instruct 80000/80000 in=0.0509 out=0.335
@cf/meta/llama-3.3-70b-instruct-fp8-fast 24000/24000 in=0.293 out=2.253
@cf/meta/llama-4-scout-17b-16e-instruct 131000/16384 in=0.27 out=0.85
@cf/meta/llama-guard-3-8b 131072/131072 in=0.484 out=0.03
@cf/mistralai/mistral-small-3.1-24b-instruct 128000/128000 in=0.351 out=0.555
@cf/moonshotai/kimi-k2.6 262144/256000 in=0.95 out=4 read=0.16
@cf/moonshotai/kimi-k2.7-code 262144/262144 in=0.95 out=4 read=0.19
@cf/nvidia/nemotron-3-120b-a12b 256000/256000 in=0.5 out=1.5
@cf/openai/gpt-oss-120b 128000/16384 in=0.35 out=0.75
@cf/openai/gpt-oss-20b 128000/16384 in=0.2 out=0.3
@cf/qwen/qwen2.5-coder-32b-instruct 32768/32768 in=0.66 out=1
@cf/qwen/qwen3-30b-a3b-fp8 32768/32768 in=0.0509 out=0.335
@cf/qwen/qwen3.8-27b 262144/262144 in=0.45 out=3.2 read=0.05
@cf/qwen/qwq-32b 24000/24000 in=0.66 out=1
@cf/thinkingmachines/inkling-2-small 1048576/1048576 in=0.3 out=1 read=0.1
@cf/zai-org/glm-4.7-flash 131072/131072 in=0.0605 out=0.4
@cf/zai-org/glm-5.2 262144/256000 in=1.4 out=4.4 read=0.26
@cf/zai-org/glm-5.3 1310720/1048576 in=1.4 out=4.4 read=0.26
@cf/zai-org/glm-5.3-flash 1310720/1048576 in=0.15 out=0.5 read=0.03
# cohere
command-a-03-2025 256000/8000 in=2.5 out=10
command-a-plus-05-2026 128000/64000 in=2.5 out=10
command-a-reasoning-08-2025 256000/32000 in=2.5 out=10
command-a-translate-08-2025 8000/8000 in=2.5 out=10
command-a-vision-07-2025 128000/8000 in=2.5 out=10
command-r-08-2024 128000/4000 in=0.15 out=0.6
command-r-plus-08-2024 128000/4000 in=2.5 out=10
command-r7b-12-2024 128000/4000 in=0.0375 out=0.15
command-r7b-arabic-02-2025 128000/4000 in=0.0375 out=0.15
north-mini-code-1-0 256000/64000 in=0 out=0
# deepinfra
ByteDance/Seed-2.0-code 256000/131072 in=0.5 out=3 read=0.1 >128000 in=1 out=6 read=0.2
ByteDance/Seed-2.0-mini 256000/32000 in=0.1 out=0.4 read=0.02 >128000 in=0.2 out=0.8 read=0.2
ByteDance/Seed-2.0-pro 256000/128000 in=0.5 out=3 read=0.1 >128000 in=1 out=6 read=0.2
MiniMaxAI/MiniMax-M2.5 196608/131072 in=0.15 out=1.15 read=0.03
MiniMaxAI/MiniMax-M2.7 196608/131072 in=0.25 out=1 read=0.05
MiniMaxAI/MiniMax-M3 524288/512000 in=0.28 out=1.1 read=0.056
Qwen/Qwen3-235B-A22B-Instruct-2507 262144/16384 in=0.09 out=0.55
Qwen/Qwen3-30B-A3B 40960/16384 in=0.12 out=0.5
Qwen/Qwen3-32B 40960/16384 in=0.08 out=0.28
Qwen/Qwen3-Coder-480B-A35B-Instruct-Turbo 262144/66536 in=0.3 out=1 read=0.1
Qwen/Qwen3-Max 256000/65536 in=1.2 out=6 read=0.24 >32000 in=2.4 out=12 read=0.48 >128000 in=3 out=15 read=0.6
Qwen/Qwen3-Next-80B-A3B-Instruct 262144/32768 in=0.09 out=1.1
Qwen/Qwen3-VL-235B-A22B-Instruct 262144/32768 in=0.2 out=0.88 read=0.11
Qwen/Qwen3.5-122B-A10B 262144/65536 in=0.29 out=2.4
Qwen/Qwen3.5-27B 262144/65536 in=0.26 out=2.6
Qwen/Qwen3.5-35B-A3B 262144/81920 in=0.14 out=1 read=0.05
Qwen/Qwen3.5-397B-A17B 262144/81920 in=0.45 out=3 read=0.22
Qwen/Qwen3.5-9B 262144/65536 in=0.1 out=0.15
Qwen/Qwen3.6-27B 262144/65536 in=0.32 out=3.2
Qwen/Qwen3.6-35B-A3B 262144/81920 in=0.1 out=0.95
Qwen/Qwen3.7-Max 256000/65536 in=2.5 out=7.5 read=0.5 >32000 in=5 out=15 read=1 >128000 in=6.25 out=18.5 read=1.25
Qwen/Qwen3.8-2.4T-A95B 262144/131072 in=2 out=6 read=0.2
Qwen/Qwen3.8-27B 262144/32768 in=0.2 out=2.5 read=0.05
Qwen/Qwen3.8-Flash 1000000/131072 in=0.113 out=0.382 read=0.0141
Qwen/Qwen3.8-Max 256000/131072 in=1.65 out=4.951 read=0.206
XiaomiMiMo/MiMo-V2.5 262144/16384 in=0.14 out=0.28 read=0.0028
XiaomiMiMo/MiMo-V2.5-Pro 1048576/16384 in=1 out=3 read=0.2
XiaomiMiMo/MiMo-V2.6-Flash 1048576/131072 in=0.14 out=0.28 read=0.0027
XiaomiMiMo/MiMo-V2.6-Pro 1048576/131072 in=0.43 out=0.87 read=0.0036
deepseek-ai/DeepSeek-R1-0528 163840/64000 in=0.5 out=2.15 read=0.35
deepseek-ai/DeepSeek-V3 163840/8192 in=0.32 out=0.89
deepseek-ai/DeepSeek-V3-0324 163840/163840 in=0.24 out=0.9 read=0.135
deepseek-ai/DeepSeek-V3.1 163840/8192 in=0.25 out=0.95 read=0.13
deepseek-ai/DeepSeek-V3.2 163840/64000 in=0.26 out=0.38 read=0.13
deepseek-ai/DeepSeek-V4-Flash 1048576/16384 in=0.09 out=0.18 read=0.018
deepseek-ai/DeepSeek-V4-Flash-0731 1048576/384000 in=0.06 out=0.18 read=0.015
deepseek-ai/DeepSeek-V4-Flash-Vision-Exp 1048576/384000 in=0.44 out=1.32 read=0.014
deepseek-ai/DeepSeek-V4-Pro 1048576/16384 in=1.3 out=2.6 read=0.1
deepseek-ai/DeepSeek-V4-Pro-0813 1048576/384000 in=1.3 out=2.6 read=0.1
deepseek-ai/DeepSeek-V4.1-Flash 1048576/384000 in=0.2 out=0.6 read=0.006
google/gemma-3-12b-it 131072/131072 in=0.05 out=0.15
google/gemma-3-27b-it 131072/131072 in=0.08 out=0.16
google/gemma-3-4b-it 131072/131072 in=0.05 out=0.1
google/gemma-4-26B-A4B-it 262144/32768 in=0.07 out=0.34
google/gemma-4-31B-it 262144/32768 in=0.13 out=0.38
google/gemma-4-E4B-it 131072/8192 in=0.02 out=0.1
meta-llama/Llama-3.3-70B-Instruct-Turbo 131072/16384 in=0.1 out=0.32
meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8 1048576/16384 in=0.2 out=0.8
meta-llama/Llama-4-Scout-17B-16E-Instruct 327680/16384 in=0.1 out=0.3
moonshotai/Kimi-K2.5 262144/32768 in=0.45 out=2.25 read=0.07
moonshotai/Kimi-K2.6 262144/16384 in=0.75 out=3.5 read=0.15
moonshotai/Kimi-K2.7-Code 262144/262144 in=0.68 out=3.4 read=0.136
moonshotai/Kimi-K3 1048576/131072 in=2.85 out=14.25 read=0.285
nvidia/Llama-3.3-Nemotron-Super-49B-v1.5 131072/131072 in=0.4 out=0.4
nvidia/Nemotron-3-Nano-30B-A3B 262144/262144 in=0.05 out=0.2 read=0.025
nvidia/Nemotron-3-Nano-Omni-30B-A3B-Reasoning 262144/65536 in=0.2 out=0.8
openai/gpt-oss-120b 131072/16384 in=0.037 out=0.17
openai/gpt-oss-20b 131072/16384 in=0.03 out=0.14
stepfun-ai/Step-3.7-Flash 262144/256000 in=0.2 out=1.15 read=0.04
tencent/Hy3 262144/128000 in=0.13 out=0.53 read=0.033
tencent/Hy4-preview 1048576/64000 in=0.834 out=2.501 read=0.042
thinkingmachines/Inkling 524288/1048576 in=0.95 out=4.05 read=0.16
thinkingmachines/Inkling-Small 524288/1048576 in=0.45 out=1.2 read=0.1
zai-org/GLM-4.6 202752/131072 in=0.5 out=2 read=0.1
zai-org/GLM-4.7 202752/16384 in=0.4 out=1.75 read=0.08
zai-org/GLM-4.7-Flash 202752/16384 in=0.06 out=0.4 read=0.01
zai-org/GLM-5 202752/16384 in=0.6 out=2.08 read=0.12
zai-org/GLM-5.1 202752/16384 in=1.05 out=3.5 read=0.205
zai-org/GLM-5.2 1048576/32768 in=0.75 out=2.4 read=0.14
zai-org/GLM-5.3 1048576/131072 in=0.9 out=4 read=0.2
zai-org/GLM-5.3-Flash 1048576/131072 in=0.15 out=0.5 read=0.03
# deepseek
deepseek-flash 1000000/393216 in=0.3 out=1.2 read=0.006
deepseek-v4-flash 1000000/393216 in=0.15 out=0.6 read=0.003 think=0.6
deepseek-v4-flash-vision-exp 1000000/393216 in=0.15 out=0.6 read=0.003 think=0.6
deepseek-v4-pro 1000000/393216 in=1.32 out=3.96 read=0.044
# fireworks-ai
accounts/fireworks/models/deepseek-v4p1-flash 1000000/384000 in=0.3 out=1.2 read=0.006
accounts/fireworks/models/deepseek-v4p1-flash-1017 1000000/384000 in=0.3 out=1.2 read=0.006
accounts/fireworks/models/ember-1 1048576/131072 in=3 out=15 read=0.3
accounts/fireworks/models/glm-5p3 1048573/262144 in=1.4 out=4.4 read=0.26
accounts/fireworks/models/glm-5p3-flash 1048573/131072 in=0.15 out=0.5 read=0.03
accounts/fireworks/models/gpt-oss-120b 131072/32768 in=0.15 out=0.6 read=0.015
accounts/fireworks/models/inkling 1048576/1048576 in=1 out=4.05 read=0.17
accounts/fireworks/models/kimi-k3 1048576/1048576 in=3 out=15 read=0.3
accounts/fireworks/models/kimi-k3p1-pro 1048576/1048576 in=2 out=10 read=0.2
accounts/fireworks/models/minimax-m3 512000/512000 in=0.3 out=1.2 read=0.06
accounts/fireworks/models/minimax-m3p1-flash 1000000/512000 in=0.15 out=0.6 read=0.015
accounts/fireworks/models/muse-spark-open 1048576/131072 in=1.25 out=4.25 read=0.15
accounts/fireworks/models/nemotron-3-ultra-nvfp4 262144/128000 in=0.6 out=2.4 read=0.12
accounts/fireworks/models/nemotron-lightning-3p5-30b-a3b 262144/262144 in=0.05 out=0.2 read=0.01
accounts/fireworks/models/qwen3p8-2p4t-a95b 262144/131072 in=2 out=6 read=0.25
accounts/fireworks/models/qwen3p8-max 262144/131072 in=2 out=6 read=0.25
accounts/fireworks/routers/deepseek-flash-latest 1000000/384000 in=0.3 out=1.2 read=0.006
accounts/fireworks/routers/deepseek-v4p1-flash-1017-spot 1000000/384000 in=0.15 out=0.6 read=0.003
accounts/fireworks/routers/deepseek-v4p1-flash-1017-ultrafast 1000000/384000 in=1.2 out=4.8 read=0.024
accounts/fireworks/routers/deepseek-v4p1-flash-spot 1000000/384000 in=0.15 out=0.6 read=0.003
accounts/fireworks/routers/glm-5p3-fast 1048572/262144 in=2.1 out=6.6 read=0.39
accounts/fireworks/routers/glm-5p3-spot 1048573/262144 in=0.7 out=2.2 read=0.13
accounts/fireworks/routers/glm-fast-latest 1048572/262144 in=2.1 out=6.6 read=0.39
accounts/fireworks/routers/glm-flash-latest 1048573/131072 in=0.15 out=0.5 read=0.03
accounts/fireworks/routers/glm-latest 1048573/262144 in=1.4 out=4.4 read=0.26
accounts/fireworks/routers/kimi-fast-latest 1048576/1048576 in=4.5 out=22.5 read=0.45
accounts/fireworks/routers/kimi-k3-fast 1048576/1048576 in=4.5 out=22.5 read=0.45
accounts/fireworks/routers/kimi-k3-spot 1048576/1048576 in=2.1 out=10.5 read=0.21
accounts/fireworks/routers/kimi-latest 1048576/1048576 in=3 out=15 read=0.3
accounts/fireworks/routers/minimax-latest 512000/512000 in=0.3 out=1.2 read=0.06
accounts/fireworks/routers/qwen-max-latest 262144/131072 in=2 out=6 read=0.25
# friendli
MiniMaxAI/MiniMax-M2.5 196608/131072 in=0.3 out=1.2 read=0.06
deepseek-ai/DeepSeek-V3.2 163840/64000 in=0.5 out=1.5 read=0.25
google/gemma-4-31B-it 262144/32768 in=0.14 out=0.4
zai-org/GLM-5.1 202752/131072 in=1.4 out=4.4 read=0.26
zai-org/GLM-5.2 1048576/131072 in=1.4 out=4.4 read=0.26
zai-org/GLM-5.3 1048576/131072 in=1.26 out=3.96 read=0.234
zai-org/GLM-5.3-Flash 1048576/131072 in=0.15 out=0.5 read=0.03
# google
deep-research-max-preview-04-2026 131072/65536 in=2 out=12 read=0.2 >200000 in=4 out=18 read=0.4
deep-research-preview-04-2026 131072/65536 in=2 out=12 read=0.2 >200000 in=4 out=18 read=0.4
gemini-2.5-computer-use-preview-10-2025 128000/64000 in=1.25 out=10 >200000 in=2.5 out=15
gemini-2.5-flash 1048576/65536 in=0.3 out=2.5 read=0.03 in-audio=1
gemini-2.5-flash-image 32768/32768 in=0.3 out=30 read=0.075
gemini-2.5-flash-lite 1048576/65536 in=0.1 out=0.4 read=0.01 in-audio=0.3
gemini-2.5-flash-preview-tts 8192/16384 in=0.5 out=10
gemini-2.5-pro 1048576/65536 in=1.25 out=10 read=0.125 >200000 in=2.5 out=15 read=0.25
gemini-2.5-pro-preview-tts 8192/16384 in=1 out=20
gemini-3-flash-preview 1048576/65536 in=0.5 out=3 read=0.05 in-audio=1
gemini-3-pro-image 65536/32768 in=2 out=120
gemini-3-pro-image-preview 131072/32768 in=2 out=120
gemini-3.1-flash-image 131072/32768 in=0.5 out=60
gemini-3.1-flash-image-preview 65536/65536 in=0.5 out=60
gemini-3.1-flash-lite 1048576/65536 in=0.25 out=1.5 read=0.025 in-audio=0.5
gemini-3.1-flash-lite-image 65536/4096 in=0.25 out=30
gemini-3.1-flash-lite-preview 1048576/65536 in=0.25 out=1.5 read=0.025 in-audio=0.5
gemini-3.1-flash-live-preview 131072/65536 in=0.75 out=4.5 in-audio=3 out-audio=12
gemini-3.1-flash-tts-preview 8192/16384 in=1 out=20
gemini-3.1-pro-preview 1048576/65536 in=2 out=12 read=0.2 >200000 in=4 out=18 read=0.4
gemini-3.1-pro-preview-customtools 1048576/65536 in=2 out=12 read=0.2 >200000 in=4 out=18 read=0.4
gemini-3.5-flash 1048576/65536 in=1.5 out=9 read=0.15 in-audio=1.5
gemini-3.5-flash-lite 1048576/65536 in=0.3 out=2.5 read=0.03
gemini-3.5-live-translate-preview 16384/32768 in=3.5 out=21 in-audio=3.5 out-audio=21
gemini-3.6-flash 1048576/65536 in=0.75 out=3.75 read=0.075 in-audio=0.75
gemini-3.7-flash 1048576/65536 in=0.75 out=3.75 read=0.075 in-audio=0.75
gemini-3.8-flash 1048576/65536 in=0.75 out=3.75 read=0.075 in-audio=0.75
gemini-4-argon 0/0 in=2 out=10 read=0.1
gemini-4-carbon 0/0 in=2 out=10 read=0.1
gemini-4-hydrogen 0/0 in=1.5 out=7.5 read=0.075
gemini-4-neon 0/0 in=3 out=15 read=0.15
gemini-embedding-001 2048/1 in=0.15
gemini-embedding-2 8192/1 in=0.2 in-audio=6.5
gemini-flash-latest 1048576/65536 in=1.5 out=9 read=0.15
gemini-flash-lite-latest 1048576/65536 in=0.3 out=2.5 read=0.03
gemini-omni-flash-preview 131072/65536 in=1.5 out=17.5
gemini-pro-latest 0/0 in=2 out=12 read=0.2 >200000 in=4 out=18 read=0.4
gemini-robotics-er-2-preview 0/0 in=1 out=5 read=0.1
gemma-4-26b-a4b-it 262144/32768 in=0 out=0
gemma-4-31b-it 262144/32768 in=0 out=0
lyria-3-clip-preview 1048576/65536 in=0 out=0
lyria-3-pro-preview 1048576/65536 in=0 out=0
# groq
allam-2-7b 4096/4096 in=0 out=0
llama-3.1-8b-instant 131072/131072 in=0.05 out=0.08
llama-3.3-70b-versatile 131072/32768 in=0.59 out=0.79
meta-llama/llama-prompt-guard-2-22m 512/512 in=0.03 out=0.03
meta-llama/llama-prompt-guard-2-86m 512/512 in=0.04 out=0.04
openai/gpt-oss-120b 131072/65536 in=0.15 out=0.6 read=0.075
openai/gpt-oss-20b 131072/65536 in=0.075 out=0.3 read=0.0375
openai/gpt-oss-safeguard-20b 131072/65536 in=0.075 out=0.3
qwen/qwen3.6-27b 131072/16384 in=0.6 out=3 read=0.3
qwen/qwen3.8-27b 131072/16384 in=0.8 out=4
# huggingface
MiniMaxAI/MiniMax-M1-80k 1000000/80000 in=0.55 out=2.2
MiniMaxAI/MiniMax-M2 204800/131072 in=0.3 out=1.2
MiniMaxAI/MiniMax-M2.1 204800/131072 in=0.3 out=1.2
MiniMaxAI/MiniMax-M2.5 204800/131072 in=0.3 out=1.2 read=0.03
MiniMaxAI/MiniMax-M2.7 204800/131072 in=0.3 out=1.2 read=0.06
MiniMaxAI/MiniMax-M3 524288/512000 in=0.3 out=1.2
MiniMaxAI/MiniMax-M3.1-Flash 1000000/512000 in=0.15 out=0.6
Qwen/Qwen2.5-Coder-32B-Instruct 131072/8192 in=0.06 out=0.2
Qwen/Qwen3-235B-A22B 40960/16384 in=0.2 out=0.8
Qwen/Qwen3-235B-A22B-Instruct-2507 262144/16384 in=0.855 out=2.565
Qwen/Qwen3-235B-A22B-Thinking-2507 262144/131072 in=0.3 out=3
Qwen/Qwen3-30B-A3B 40960/16384 in=0.12 out=0.5
Qwen/Qwen3-30B-A3B-Instruct-2507 262144/16384 in=0.09 out=0.3
Qwen/Qwen3-32B 131072/16384 in=0.29 out=0.59
Qwen/Qwen3-8B 40960/32768 in=0.07 out=0.18
Qwen/Qwen3-Coder-30B-A3B-Instruct 262144/65536 in=0.07 out=0.26
Qwen/Qwen3-Coder-480B-A35B-Instruct 262144/66536 in=2 out=2
Qwen/Qwen3-Coder-Next 262144/65536 in=0.2 out=1.5
Qwen/Qwen3-Embedding-4B 32000/2048 in=0.01
Qwen/Qwen3-Embedding-8B 32000/4096 in=0.01
Qwen/Qwen3-Next-80B-A3B-Instruct 262144/66536 in=0.25 out=1
Qwen/Qwen3-Next-80B-A3B-Thinking 262144/131072 in=0.3 out=2
Qwen/Qwen3-VL-235B-A22B-Instruct 131072/32768 in=0.3 out=1.5
Qwen/Qwen3-VL-235B-A22B-Thinking 131072/32768 in=0.98 out=3.95
Qwen/Qwen3-VL-30B-A3B-Instruct 131072/32768 in=0.2 out=0.7
Qwen/Qwen3.5-122B-A10B 262144/65536 in=0.4 out=3.2
Qwen/Qwen3.5-27B 262144/65536 in=0.3 out=2.4
Qwen/Qwen3.5-35B-A3B 262144/65536 in=0.25 out=2
Qwen/Qwen3.5-397B-A17B 262144/32768 in=0.6 out=3.6
Qwen/Qwen3.5-9B 262144/65536 in=0.17 out=0.25
Qwen/Qwen3.6-27B 262144/65536 in=0.47 out=3.19
Qwen/Qwen3.6-35B-A3B 262144/65536 in=0.15 out=0.95
Qwen/Qwen3.8-2.4T-A95B 262144/131072 in=2.5 out=6.25
Qwen/Qwen3.8-27B 262144/32768 in=0.4 out=3
XiaomiMiMo/MiMo-V2-Flash 262144/4096 in=0.1 out=0.3
XiaomiMiMo/MiMo-V2.5 262144/131072 in=0.4 out=2
XiaomiMiMo/MiMo-V2.5-Pro 1048576/131072 in=1 out=3
deepseek-ai/DeepSeek-R1 64000/32768 in=0.7 out=2.5
deepseek-ai/DeepSeek-R1-0528 163840/163840 in=3 out=5
deepseek-ai/DeepSeek-V3 64000/8192 in=0.4 out=1.3
deepseek-ai/DeepSeek-V3-0324 163840/163840 in=0.27 out=1.12
deepseek-ai/DeepSeek-V3.1 131072/8192 in=0.27 out=1
deepseek-ai/DeepSeek-V3.2 163840/65536 in=0.28 out=0.4
deepseek-ai/DeepSeek-V4-Flash 1048576/384000 in=0.14 out=0.28
deepseek-ai/DeepSeek-V4-Flash-0731 1048576/384000 in=0.14 out=0.28
deepseek-ai/DeepSeek-V4-Flash-Vision-Exp 1048576/384000 in=0.44 out=1.32
deepseek-ai/DeepSeek-V4-Pro 1048576/393216 in=0.435 out=0.87 read=0.003625
deepseek-ai/DeepSeek-V4-Pro-0813 1000000/384000 in=1.32 out=3.96
deepseek-ai/DeepSeek-V4.1-Flash 1048576/384000 in=0.3 out=1.2
deepseek-ai/DeepSeek-V4.1-Flash-1017 1048576/384000 in=0.3 out=1.2
google/gemma-3-12b-it 131072/131072 in=0.05 out=0.15
google/gemma-3-27b-it 131072/131072 in=0.08 out=0.16
google/gemma-3-4b-it 131072/131072 in=0.05 out=0.1
google/gemma-4-26B-A4B-it 262144/32768 in=0.13 out=0.4
google/gemma-4-31B-it 262144/32768 in=0.14 out=0.4
meta-llama/Llama-3.1-70B-Instruct 131072/4096 in=0.72 out=0.72
meta-llama/Llama-3.1-8B-Instruct 131072/4096 in=0.06 out=0.06
meta-llama/Llama-3.2-1B-Instruct 60000/32000 in=0.027 out=0.201
meta-llama/Llama-3.2-3B-Instruct 80000/80000 in=0.0509 out=0.335
meta-llama/Llama-3.3-70B-Instruct 131072/4096 in=0.59 out=0.79
moonshotai/Kimi-K2-Instruct 131072/16384 in=1 out=3
moonshotai/Kimi-K2-Instruct-0905 262144/16384 in=1 out=3
moonshotai/Kimi-K2-Thinking 262144/262144 in=0.6 out=2.5 read=0.15
moonshotai/Kimi-K2.5 262144/262144 in=0.6 out=3 read=0.1
moonshotai/Kimi-K2.6 262144/262144 in=0.95 out=4 read=0.16
moonshotai/Kimi-K2.7-Code 262144/262144 in=0.95 out=4
moonshotai/Kimi-K3 1000000/1000000 in=3 out=15
moonshotai/Kimi-K3.1-Pro 1048576/1048576 in=2 out=10
openai/gpt-oss-120b 131072/131072 in=0.25 out=0.69
openai/gpt-oss-20b 131072/131072 in=0.1 out=0.5
stepfun-ai/Step-3.5-Flash 262144/256000 in=0.1 out=0.3
stepfun-ai/Step-3.7-Flash 262144/256000 in=0.2 out=1.15
tencent/Hy3 262144/128000 in=0.14 out=0.58
tencent/Hy4-flash 1048576/65536 in=0.035 out=0.1405
tencent/Hy4-preview 1000000/64000 in=0.834 out=2.501
thinkingmachines/Inkling 1048576/1048576 in=1 out=4.05
thinkingmachines/Inkling-2-Small 1048576/131072 in=0.3 out=1
thinkingmachines/Inkling-Small 524288/1048576 in=0.5 out=1.2
zai-org/GLM-4.5 131072/98304 in=0.6 out=2.2
zai-org/GLM-4.5-Air 131072/98304 in=0.13 out=0.85
zai-org/GLM-4.5V 65536/16384 in=0.6 out=1.8
zai-org/GLM-4.6 204800/131072 in=0.55 out=2.2
zai-org/GLM-4.6V 131072/32768 in=0.3 out=0.9
zai-org/GLM-4.6V-Flash 131072/32768 in=0.3 out=0.9
zai-org/GLM-4.7 204800/131072 in=0.6 out=2.2 read=0.11
zai-org/GLM-4.7-Flash 200000/128000 in=0 out=0
zai-org/GLM-5 202752/131072 in=1 out=3.2 read=0.2
zai-org/GLM-5.1 202752/131072 in=1 out=3.2 read=0.2
zai-org/GLM-5.2 262144/131072 in=1.4 out=4.4
zai-org/GLM-5.3 1048576/131072 in=1.4 out=4.4
zai-org/GLM-5.3-Flash 1048576/131072 in=0.15 out=0.5
# inception
mercury-2 128000/50000 in=0.25 out=0.75 read=0.025
mercury-2.5 260000/65536 in=0.04 out=0.15 read=0.004
mercury-edit-2 32000/8192 in=0.25 out=0.75 read=0.025
# meta
muse-ember-1.0 1048576/524288 in=0.1 out=0.5 read=0.004 >200000 in=0.3 out=1.5 read=0.012
muse-spark-1.1 1048576/131072 in=1.25 out=4.25 read=0.15
muse-spark-1.2 1048576/131072 in=1.25 out=4.25 read=0.15
muse-spark-1.2-contributor 1048576/131072 in=0.1 out=0.2 read=0.002
muse-spark-1.3 1048576/131072 in=1.25 out=4.25 read=0.15
muse-spark-1.3-contributor 1048576/131072 in=0.1 out=0.2 read=0.002
muse-wonder-1.0 1048576/131072 in=4 out=20 read=0.2
# minimax
MiniMax-M2 204800/131072 in=0.3 out=1.2
MiniMax-M2.1 204800/131072 in=0.3 out=1.2 read=0.03 write=0.375
MiniMax-M2.5 204800/131072 in=0.3 out=1.2 read=0.03 write=0.375
MiniMax-M2.5-highspeed 204800/131072 in=0.6 out=2.4 read=0.06 write=0.375
MiniMax-M2.7 204800/131072 in=0.3 out=1.2 read=0.06 write=0.375
MiniMax-M2.7-highspeed 204800/131072 in=0.6 out=2.4 read=0.06 write=0.375
MiniMax-M3 1000000/524288 in=0.3 out=1.2 read=0.06 >512000 in=0.6 out=2.4 read=0.12
MiniMax-M3.1-Flash 1000000/524288 in=0.15 out=0.6 read=0.015
# mistral
codestral-2508 256000/8192 in=0.3 out=0.9 read=0.03
codestral-latest 256000/4096 in=0.3 out=0.9
deepseek-v4-1-flash-1017 1048576/128000 in=0.3 out=1.2 read=0.007
devstral-2512 262144/262144 in=0.4 out=2
devstral-latest 262144/262144 in=0.4 out=2
devstral-medium-2507 128000/128000 in=0.4 out=2
devstral-medium-latest 262144/262144 in=0.4 out=2
devstral-small-2505 128000/128000 in=0.1 out=0.3
devstral-small-2507 128000/128000 in=0.1 out=0.3
glm-5-2 1048576/131072 in=1.4 out=4.4 read=0.14
labs-devstral-small-2512 256000/256000 in=0 out=0
labs-leanstral-1-5-1 262144/128000 in=0 out=0
magistral-medium-latest 262144/16384 in=2 out=5
magistral-small 128000/128000 in=0.5 out=1.5
ministral-14b-2512 262144/262144 in=0.2 out=0.2 read=0.02
ministral-3b-2512 131072/131072 in=0.1 out=0.1 read=0.01
ministral-3b-latest 131072/128000 in=0.1 out=0.1 read=0.01
ministral-8b-2512 262144/262144 in=0.15 out=0.15 read=0.015
ministral-8b-latest 262144/128000 in=0.15 out=0.15 read=0.015
mistral-embed 8000/3072 in=0.1
mistral-large-2411 131072/16384 in=2 out=6
mistral-large-2512 262144/262144 in=0.5 out=1.5
mistral-large-4 1048576/262144 in=0.7 out=2.1 read=0.07
mistral-large-4-0-8 1048576/262144 in=0.7 out=2.1 read=0.07
mistral-large-latest 1048576/262144 in=0.7 out=2.1 read=0.07
mistral-medium-2505 131072/131072 in=0.4 out=2
mistral-medium-2508 262144/262144 in=0.4 out=2
mistral-medium-2604 262144/262144 in=1.5 out=7.5
mistral-medium-3.5 262144/262144 in=1.5 out=7.5
mistral-medium-latest 262144/262144 in=1.5 out=7.5
mistral-nemo 128000/128000 in=0.15 out=0.15
mistral-small-2506 128000/16384 in=0.1 out=0.3
mistral-small-2603 262144/256000 in=0.15 out=0.6
mistral-small-latest 262144/256000 in=0.15 out=0.6
open-mistral-7b 8000/8000 in=0.25 out=0.25
open-mistral-nemo 128000/128000 in=0.15 out=0.15
open-mixtral-8x22b 64000/64000 in=2 out=6
open-mixtral-8x7b 32000/32000 in=0.7 out=0.7
pixtral-12b 128000/128000 in=0.15 out=0.15
pixtral-large-latest 128000/128000 in=2 out=6
voxtral-small-2507 32768/32000 in=0.1 out=0.4 read=0.01
voxtral-small-latest 32768/32000 in=0.1 out=0.4 read=0.01
zai-glm-5-2 1048576/131072 in=1.4 out=4.4 read=0.14
zai-glm-5-3 1048576/131072 in=1.4 out=4.4 read=0.14
zai-glm-5-3-flash 1048576/131072 in=0.15 out=0.5 read=0.03
# moonshotai
kimi-k2.6 262144/262144 in=0.95 out=4 read=0.16
kimi-k2.7-code 262144/262144 in=0.95 out=4 read=0.19
kimi-k2.7-code-highspeed 262144/262144 in=1.9 out=8 read=0.38
kimi-k3 1048576/1048576 in=3 out=15 read=0.3
kimi-k3.1-pro 1048576/1048576 in=2 out=10 read=0.2
kimi-k3.1-pro-highspeed 1048576/1048576 in=4 out=20 read=0.2
# nebius
MiniMaxAI/MiniMax-M3 1048576/1048576 in=0.3 out=1.2
NousResearch/Hermes-4-405B 131072/8192 in=1 out=3 read=0.1 write=1.25 think=3
Qwen/Qwen3-235B-A22B-Instruct-2507 262144/8192 in=0.2 out=0.6
Qwen/Qwen3-30B-A3B-Instruct-2507 262144/8192 in=0.1 out=0.3 read=0.01 write=0.125
Qwen/Qwen3-Embedding-8B 40960/0 in=0.01
Qwen/Qwen3.5-397B-A17B 262144/8192 in=0.6 out=3.6 read=0.06 write=0.75
deepseek-ai/DeepSeek-V4-Flash-0731 1024000/1024000 in=0.14 out=0.28 read=0.14
deepseek-ai/DeepSeek-V4-Pro 1048576/1048576 in=1.75 out=3.5 read=0.15
deepseek-ai/DeepSeek-V4-Pro-0813 979000/979000 in=1.32 out=3.96 read=1.32
deepseek-ai/DeepSeek-V4.1-Flash 1048000/1048000 in=0.3 out=1.2 read=0.3
google/gemma-3-27b-it 110000/8192 in=0.1 out=0.3 read=0.01 write=0.125
moonshotai/Kimi-K2.7-Code 262144/8000 in=0.95 out=4
moonshotai/Kimi-K3 1048576/8000 in=3 out=15 read=3
nvidia/Nemotron-3-Ultra-550b-a55b 1048576/1048576 in=1 out=3 read=1
nvidia/Nemotron-3_5-Lightning 1048576/1048576 in=0.06 out=0.24 read=0.06
nvidia/nemotron-3-super-120b-a12b 262144/32768 in=0.3 out=0.9
openai/gpt-oss-120b 131072/8192 in=0.15 out=0.6 read=0.015 write=0.18 think=0.6
zai-org/GLM-5.2 1048576/1048576 in=1.4 out=4.4
zai-org/GLM-5.3 1024000/1024000 in=1.4 out=4.4 read=1.4
zai-org/GLM-5.3-Flash 1024000/1024000 in=0.15 out=0.5 read=0.15
# novita-ai
baichuan/baichuan-m2-32b 131072/131072 in=0.07 out=0.07
baidu/ernie-4.5-21B-a3b 120000/8000 in=0.07 out=0.28
baidu/ernie-4.5-21B-a3b-thinking 131072/65536 in=0.07 out=0.28
baidu/ernie-4.5-300b-a47b-paddle 123000/12000 in=0.28 out=1.1
baidu/ernie-4.5-vl-28b-a3b 30000/8000 in=0.14 out=0.56
baidu/ernie-4.5-vl-28b-a3b-thinking 131072/65536 in=0.39 out=0.39
baidu/ernie-4.5-vl-424b-a47b 123000/16000 in=0.42 out=1.25
deepseek/deepseek-ocr 8192/8192 in=0.03 out=0.03
deepseek/deepseek-ocr-2 8192/8192 in=0.03 out=0.03
deepseek/deepseek-prover-v2-671b 160000/160000 in=0.7 out=2.5
deepseek/deepseek-r1-0528 163840/32768 in=0.7 out=2.5 read=0.35
deepseek/deepseek-r1-0528-qwen3-8b 128000/32000 in=0.06 out=0.09
deepseek/deepseek-r1-distill-llama-70b 8192/8192 in=0.8 out=0.8
deepseek/deepseek-r1-distill-qwen-14b 32768/16384 in=0.15 out=0.15
deepseek/deepseek-r1-distill-qwen-32b 64000/32000 in=0.3 out=0.3
deepseek/deepseek-r1-turbo 64000/16000 in=0.7 out=2.5
deepseek/deepseek-v3-0324 163840/163840 in=0.27 out=1.12 read=0.135
deepseek/deepseek-v3-turbo 64000/16000 in=0.4 out=1.3
deepseek/deepseek-v3.1 131072/32768 in=0.27 out=1 read=0.135
deepseek/deepseek-v3.1-terminus 131072/32768 in=0.27 out=1 read=0.135
deepseek/deepseek-v3.2 163840/65536 in=0.269 out=0.4 read=0.1345
deepseek/deepseek-v3.2-exp 163840/65536 in=0.27 out=0.41
deepseek/deepseek-v4-flash 1048576/393216 in=0.14 out=0.28 read=0.028
deepseek/deepseek-v4-pro 1048576/393216 in=1.6 out=3.2 read=0.135
google/gemma-3-12b-it 131072/8192 in=0.05 out=0.1
google/gemma-3-27b-it 98304/16384 in=0.119 out=0.2
google/gemma-4-26b-a4b-it 262144/131072 in=0.13 out=0.4
google/gemma-4-31b-it 262144/131072 in=0.14 out=0.4
gryphe/mythomax-l2-13b 4096/3200 in=0.09 out=0.09
inclusionai/ling-2.6-1t 262144/32768 in=0.3 out=2.5 read=0.06
inclusionai/ling-2.6-flash 262144/32768 in=0.1 out=0.3 read=0.02
inclusionai/ring-2.6-1t 262144/65536 in=0.3 out=2.5 read=0.06
kwaipilot/kat-coder-pro 256000/128000 in=0.3 out=1.2 read=0.06
meta-llama/llama-3-70b-instruct 8192/8000 in=0.51 out=0.74
meta-llama/llama-3-8b-instruct 8192/8192 in=0.04 out=0.04
meta-llama/llama-3.1-8b-instruct 16384/16384 in=0.02 out=0.05
meta-llama/llama-3.2-3b-instruct 32768/32000 in=0.03 out=0.05
meta-llama/llama-3.3-70b-instruct 131072/120000 in=0.135 out=0.4
meta-llama/llama-4-maverick-17b-128e-instruct-fp8 1048576/8192 in=0.27 out=0.85
meta-llama/llama-4-scout-17b-16e-instruct 131072/131072 in=0.18 out=0.59
microsoft/wizardlm-2-8x22b 65535/8000 in=0.62 out=0.62
minimax/minimax-m2 204800/131072 in=0.3 out=1.2 read=0.03
minimax/minimax-m2.1 204800/131072 in=0.3 out=1.2 read=0.03
minimax/minimax-m2.5 204800/131072 in=0.3 out=1.2 read=0.03
minimax/minimax-m2.5-highspeed 204800/131072 in=0.6 out=2.4 read=0.03
minimax/minimax-m2.7 204800/131072 in=0.3 out=1.2 read=0.06
minimax/minimax-m2.7-highspeed 204800/131072 in=0.6 out=2.4 read=0.06 write=0.375
minimaxai/minimax-m1-80k 1000000/40000 in=0.55 out=2.2
mistralai/mistral-nemo 60288/16000 in=0.04 out=0.17
moonshotai/kimi-k2-0905 262144/98304 in=0.6 out=2.5
moonshotai/kimi-k2-instruct 131072/32768 in=0.57 out=2.3
moonshotai/kimi-k2-thinking 262144/98304 in=0.6 out=2.5 read=0.15
moonshotai/kimi-k2.5 262144/262144 in=0.6 out=3 read=0.1
moonshotai/kimi-k2.6 262144/262144 in=0.8 out=3.4 read=0.16
moonshotai/kimi-k2.7-code 262144/262144 in=0.95 out=4 read=0.19
moonshotai/kimi-k3 1048576/1048576 in=3 out=15 read=0.3
nousresearch/hermes-2-pro-llama-3-8b 8192/8192 in=0.14 out=0.14
openai/gpt-oss-120b 131072/32768 in=0.05 out=0.25
openai/gpt-oss-20b 131072/32768 in=0.04 out=0.15
paddlepaddle/paddleocr-vl 16384/16384 in=0.02 out=0.02
qwen/qwen-2.5-72b-instruct 32000/8192 in=0.38 out=0.4
qwen/qwen-mt-plus 16384/8192 in=0.25 out=0.75
qwen/qwen2.5-7b-instruct 32000/32000 in=0.07 out=0.07
qwen/qwen2.5-vl-72b-instruct 32768/32768 in=0.8 out=0.8
qwen/qwen3-235b-a22b-fp8 40960/20000 in=0.2 out=0.8
qwen/qwen3-235b-a22b-instruct-2507 131072/16384 in=0.09 out=0.58
qwen/qwen3-235b-a22b-thinking-2507 131072/32768 in=0.3 out=3
qwen/qwen3-30b-a3b-fp8 40960/20000 in=0.09 out=0.45
qwen/qwen3-32b-fp8 40960/20000 in=0.1 out=0.45
qwen/qwen3-4b-fp8 128000/20000 in=0.03 out=0.03
qwen/qwen3-8b-fp8 128000/20000 in=0.035 out=0.138
qwen/qwen3-coder-30b-a3b-instruct 160000/32768 in=0.07 out=0.27
qwen/qwen3-coder-480b-a35b-instruct 262144/65536 in=0.38 out=1.55
qwen/qwen3-coder-next 262144/65536 in=0.2 out=1.5
qwen/qwen3-max 262144/65536 in=2.11 out=8.45
qwen/qwen3-next-80b-a3b-instruct 131072/32768 in=0.15 out=1.5
qwen/qwen3-next-80b-a3b-thinking 131072/32768 in=0.15 out=1.5
qwen/qwen3-omni-30b-a3b-instruct 65536/16384 in=0.25 out=0.97 in-audio=2.2 out-audio=1.788
qwen/qwen3-omni-30b-a3b-thinking 65536/16384 in=0.25 out=0.97 in-audio=2.2 out-audio=1.788
qwen/qwen3-vl-235b-a22b-instruct 131072/32768 in=0.3 out=1.5
qwen/qwen3-vl-235b-a22b-thinking 131072/32768 in=0.98 out=3.95
qwen/qwen3-vl-30b-a3b-instruct 131072/32768 in=0.2 out=0.7
qwen/qwen3-vl-30b-a3b-thinking 131072/32768 in=0.2 out=1
qwen/qwen3-vl-8b-instruct 131072/32768 in=0.08 out=0.5
qwen/qwen3.5-122b-a10b 262144/65536 in=0.4 out=3.2
qwen/qwen3.5-27b 262144/65536 in=0.3 out=2.4
qwen/qwen3.5-35b-a3b 262144/65536 in=0.25 out=2
qwen/qwen3.5-397b-a17b 262144/64000 in=0.6 out=3.6
qwen/qwen3.7-max 1000000/65536 in=1.25 out=3.75 read=0.25 write=1.5625
sao10K/L3-8B-stheno-v3.2 8192/32000 in=0.05 out=0.05
sao10K/l3-70b-euryale-v2.1 8192/8192 in=1.48 out=1.48
sao10K/l3-8b-lunaris 8192/8192 in=0.05 out=0.05
sao10K/l31-70b-euryale-v2.2 8192/8192 in=1.48 out=1.48
xiaomimimo/mimo-v2-flash 262144/32000 in=0.1 out=0.3 read=0.3
xiaomimimo/mimo-v2-pro 1048576/131072 in=2 out=6 read=0.4 >256000 in=2 out=6 read=0.4
xiaomimimo/mimo-v2.5-pro 1048576/131072 in=0.522 out=1.044 read=0.0043 >256000 in=0.522 out=1.044 read=0.0043
zai-org/autoglm-phone-9b-multilingual 65536/65536 in=0.035 out=0.138
zai-org/glm-4.5 131072/98304 in=0.6 out=2.2 read=0.11
zai-org/glm-4.5-air 131072/98304 in=0.13 out=0.85 read=0.025
zai-org/glm-4.5v 65536/16384 in=0.6 out=1.8 read=0.11
zai-org/glm-4.6 204800/131072 in=0.55 out=2.2 read=0.11
zai-org/glm-4.6v 131072/32768 in=0.3 out=0.9 read=0.055
zai-org/glm-4.7 204800/131072 in=0.6 out=2.2 read=0.11
zai-org/glm-4.7-flash 200000/128000 in=0.07 out=0.4 read=0.01
zai-org/glm-5 202800/131072 in=1 out=3.2 read=0.2
zai-org/glm-5.1 204800/131072 in=1.38 out=4.4 read=0.26
zai-org/glm-5.2 1048576/131072 in=1.4 out=4.4 read=0.26
# nvidia
abacusai/dracarys-llama-3.1-70b-instruct 128000/8192 in=0 out=0
baai/bge-m3 8192/1024 in=0 out=0
black-forest-labs/flux.1-dev 4096/0 in=0 out=0
black-forest-labs/flux_1-kontext-dev 40960/40960 in=0 out=0
black-forest-labs/flux_1-schnell 77/0 in=0 out=0
black-forest-labs/flux_2-klein-4b 40960/40960 in=0 out=0
bytedance/seed-oss-36b-instruct 262000/262000 in=0 out=0
deepseek-ai/deepseek-v4-flash 1048576/393216 in=0.14 out=0.28 read=0.0028
deepseek-ai/deepseek-v4-flash-0731 1000000/384000 in=0 out=0
deepseek-ai/deepseek-v4-pro 1048576/393216 in=0.435 out=0.87 read=0.003625
deepseek-ai/deepseek-v4-pro-0813 1000000/384000 in=0 out=0
google/gemma-2-2b-it 128000/4096 in=0 out=0
google/gemma-3-12b-it 131072/16384 in=0 out=0
google/gemma-3-4b-it 131072/16384 in=0 out=0
google/gemma-3n-e2b-it 128000/4096 in=0 out=0
google/gemma-3n-e4b-it 128000/4096 in=0 out=0
google/gemma-4-31b-it 256000/16384 in=0 out=0
google/google-paligemma 128000/8192 in=0 out=0
meta/esm2-650m 128000/8192 in=0 out=0
meta/esmfold 128000/8192 in=0 out=0
meta/llama-3.1-70b-instruct 128000/4096 in=0 out=0
meta/llama-3.1-8b-instruct 16000/4096 in=0 out=0
meta/llama-3.2-11b-vision-instruct 128000/4096 in=0 out=0
meta/llama-3.2-1b-instruct 128000/4096 in=0 out=0
meta/llama-3.2-3b-instruct 32768/32000 in=0 out=0
meta/llama-3.2-90b-vision-instruct 128000/8192 in=0 out=0
meta/llama-3.3-70b-instruct 128000/4096 in=0 out=0
meta/llama-4-maverick-17b-128e-instruct 128000/4096 in=0 out=0
meta/llama-guard-4-12b 128000/16384 in=0 out=0
meta/muse-glimmer-30b 131072/131072 in=0 out=0
microsoft/phi-4-mini-instruct 131072/8192 in=0 out=0
microsoft/phi-4-multimodal-instruct 128000/16384 in=0 out=0
minimaxai/minimax-m2.7 204800/131072 in=0 out=0
minimaxai/minimax-m3 1000000/16384 in=0 out=0
minimaxai/minimax-m3.1-flash 262144/262144 in=0 out=0
mistralai/magistral-small-2506 32768/32768 in=0 out=0
mistralai/ministral-14b-instruct-2512 262144/16384 in=0 out=0
mistralai/mistral-7b-instruct-v0.3 65536/65536 in=0 out=0
mistralai/mistral-large-3-675b-instruct-2512 262144/262144 in=0 out=0
mistralai/mistral-medium-3-instruct 131072/32768 in=0 out=0
mistralai/mistral-medium-3.5-128b 262144/32768 in=0 out=0
mistralai/mistral-nemotron 128000/8192 in=0 out=0
mistralai/mistral-small-4-119b-2603 128000/8192 in=0 out=0
mistralai/mixtral-8x22b-instruct 65536/13108 in=0 out=0
mistralai/mixtral-8x7b-instruct 32768/16384 in=0 out=0
moonshotai/kimi-k2-instruct-0905 262144/262144 in=0 out=0
moonshotai/kimi-k2.6 262144/262144 in=0 out=0
moonshotai/kimi-k3 1048576/131072 in=0 out=0
nvidia/bevformer 128000/8192 in=0 out=0
nvidia/cosmos-reason2-8b 131072/16384 in=0 out=0
nvidia/gliner-pii 128000/4096 in=0 out=0
nvidia/llama-3.1-nemotron-70b-instruct 128000/8192 in=0 out=0
nvidia/llama-3.1-nemotron-nano-8b-v1 131072/16384 in=0 out=0
nvidia/llama-3.1-nemotron-nano-vl-8b-v1 32768/16384 in=0 out=0
nvidia/llama-3.1-nemotron-safety-guard-8b-v3 128000/4096 in=0 out=0
nvidia/llama-3.1-nemotron-ultra-253b-v1 128000/16384 in=0 out=0
nvidia/llama-3.3-nemotron-super-49b-v1 131072/65536 in=0 out=0
nvidia/llama-3.3-nemotron-super-49b-v1.5 131072/65536 in=0 out=0
nvidia/llama-3_2-nemoretriever-300m-embed-v1 32768/2048 in=0 out=0
nvidia/llama-nemotron-embed-vl-1b-v2 32768/2048 in=0 out=0
nvidia/llama-nemotron-rerank-vl-1b-v2 128000/4096 in=0 out=0
nvidia/nemotron-3-content-safety 128000/4096 in=0 out=0
nvidia/nemotron-3-nano-30b-a3b 131072/131072 in=0 out=0
nvidia/nemotron-3-nano-omni-30b-a3b-reasoning 256000/65536 in=0 out=0
nvidia/nemotron-3-super-120b-a12b 262144/262144 in=0.2 out=0.8
nvidia/nemotron-3-ultra-550b-a55b 1000000/65536 in=0.5 out=2.5 read=0.15
nvidia/nemotron-3.5-lightning-30b-a3b 262144/262144 in=0 out=0
nvidia/nemotron-3.5-super-vl-120b-a12b 1048576/8192 in=0 out=0
nvidia/nemotron-content-safety-reasoning-4b 128000/4096 in=0 out=0
nvidia/nemotron-mini-4b-instruct 128000/8192 in=0 out=0
nvidia/nemotron-nano-12b-v2-vl 128000/128000 in=0 out=0
nvidia/nemotron-voicechat 128000/8192 in=0 out=0
nvidia/nv-embed-v1 32768/2048 in=0 out=0
nvidia/nv-embedcode-7b-v1 32768/2048 in=0 out=0
nvidia/nvidia-nemotron-nano-9b-v2 131072/131072 in=0 out=0
nvidia/rerank-qa-mistral-4b 128000/4096 in=0 out=0
nvidia/riva-translate-4b-instruct-v1.1 128000/4096 in=0 out=0
nvidia/sparsedrive 128000/8192 in=0 out=0
nvidia/streampetr 128000/8192 in=0 out=0
nvidia/studiovoice 128000/8192 in=0 out=0
nvidia/usdcode 128000/4096 in=0 out=0
openai/gpt-oss-120b 128000/8192 in=0 out=0
openai/gpt-oss-20b 131072/32768 in=0 out=0
poolside/laguna-xs-2.1 262144/16384 in=0 out=0
qwen/qwen2.5-coder-32b-instruct 128000/4096 in=0 out=0
qwen/qwen3-coder-480b-a35b-instruct 262144/66536 in=0 out=0
qwen/qwen3-next-80b-a3b-instruct 262144/16384 in=0 out=0
qwen/qwen3.5-122b-a10b 262144/65536 in=0 out=0
qwen/qwen3.5-397b-a17b 262144/8192 in=0 out=0
sarvamai/sarvam-m 128000/8192 in=0 out=0
stepfun-ai/step-3.5-flash 256000/16384 in=0 out=0
stepfun-ai/step-3.7-flash 256000/16384 in=0 out=0
stepfun-ai/step-5-preview 1048576/1048576 in=0 out=0
thinkingmachines/inkling 1048576/16384 in=0 out=0
upstage/solar-10.7b-instruct 128000/8192 in=0 out=0
z-ai/glm-5.2 1000000/131072 in=0 out=0
z-ai/glm-5.3 1000000/131072 in=0 out=0
z-ai/glm-5.3-flash 1000000/131072 in=0 out=0
# openai
chat-latest 0/0 in=5 out=30 read=0.5
gpt-3.5-turbo 16385/4096 in=0.5 out=1.5
gpt-4 8192/8192 in=30 out=60
gpt-4-turbo 128000/4096 in=10 out=30
gpt-4.1 1047576/32768 in=2 out=8 read=0.5
gpt-4.1-mini 1047576/32768 in=0.4 out=1.6 read=0.1
gpt-4.1-nano 1047576/32768 in=0.1 out=0.4 read=0.025
gpt-4o 128000/16384 in=2.5 out=10 read=1.25
gpt-4o-2024-05-13 128000/4096 in=5 out=15
gpt-4o-2024-08-06 128000/16384 in=2.5 out=10 read=1.25
gpt-4o-2024-11-20 128000/16384 in=2.5 out=10 read=1.25
gpt-4o-mini 128000/16384 in=0.15 out=0.6 read=0.075
gpt-5 400000/128000 in=1.25 out=10 read=0.125
gpt-5-chat-latest 0/0 in=1.25 out=10 read=0.125
gpt-5-mini 400000/128000 in=0.25 out=2 read=0.025
gpt-5-nano 400000/128000 in=0.05 out=0.4 read=0.005
gpt-5-pro 400000/272000 in=15 out=120
gpt-5.1 400000/128000 in=1.25 out=10 read=0.125
gpt-5.2 400000/128000 in=1.75 out=14 read=0.175
gpt-5.2-chat-latest 128000/16384 in=1.75 out=14 read=0.175
gpt-5.2-pro 400000/128000 in=21 out=168
gpt-5.3-chat-latest 128000/16384 in=1.75 out=14 read=0.175
gpt-5.3-codex 400000/128000 in=1.75 out=14 read=0.175
gpt-5.3-codex-spark 128000/32000 in=1.75 out=14 read=0.175
gpt-5.4 1050000/128000 in=2.5 out=15 read=0.25 >272000 in=5 out=22.5 read=0.5
gpt-5.4-mini 400000/128000 in=0.75 out=4.5 read=0.075
gpt-5.4-nano 400000/128000 in=0.2 out=1.25 read=0.02
gpt-5.4-pro 1050000/128000 in=30 out=180 >272000 in=60 out=270
gpt-5.5 1050000/128000 in=5 out=30 read=0.5 >272000 in=10 out=45 read=1
gpt-5.5-pro 1050000/128000 in=30 out=180 >272000 in=60 out=270
gpt-5.6 1050000/128000 in=4 out=20 read=0.4 write=5 >272000 in=8 out=30 read=0.8 write=10
gpt-5.6-cyber 0/0 in=12.5 out=75 read=1.25 write=15.625
gpt-5.6-luna 1050000/128000 in=0.2 out=1.2 read=0.02 write=0.25 >272000 in=0.4 out=1.8 read=0.04 write=0.5
gpt-5.6-sol 1050000/128000 in=4 out=20 read=0.4 write=5 >272000 in=8 out=30 read=0.8 write=10
gpt-5.6-terra 1050000/128000 in=2 out=12 read=0.2 write=2.5 >272000 in=4 out=18 read=0.4 write=5
gpt-6-astra 1050000/128000 in=10 out=50 read=1 write=12.5 >272000 in=20 out=75 read=2 write=25
gpt-6-cyber 0/0 in=20 out=100 read=2 write=25
gpt-6-luna 1050000/128000 in=0.1 out=0.5 read=0.01 write=0.125 >272000 in=0.2 out=0.75 read=0.02 write=0.25
gpt-6-sol 1050000/128000 in=2 out=10 read=0.2 write=2.5 >272000 in=4 out=15 read=0.4 write=5
gpt-6.1-sol 0/0 in=2 out=10 read=0.1 write=2.5 >272000 in=4 out=15 read=0.2 write=5
gpt-6.1-terra 0/0 in=1 out=5 read=0.05 write=1.25 >272000 in=2 out=7.5 read=0.1 write=2.5
gpt-6.2-astra 0/0 in=8 out=40 read=0.4 write=10 >272000 in=16 out=60 read=0.8 write=20
gpt-6.2-sol 0/0 in=2 out=10 read=0.1 write=2.5 >272000 in=4 out=15 read=0.2 write=5
gpt-daybreak-blue-latest 1050000/128000 in=4 out=20 read=0.4 write=5 >272000 in=8 out=30 read=0.8 write=10
gpt-daybreak-red-latest 400000/128000 in=12.5 out=75 read=1.25 write=15.625
gpt-realtime-2.1 128000/32000 in=4 out=24 read=0.4 in-audio=32 out-audio=64
o1 200000/100000 in=15 out=60 read=7.5
o1-pro 200000/100000 in=150 out=600
o3 200000/100000 in=2 out=8 read=0.5
o3-mini 200000/100000 in=1.1 out=4.4 read=0.55
o3-pro 200000/100000 in=20 out=80
o4-mini 200000/100000 in=1.1 out=4.4 read=0.275
text-embedding-3-large 8191/3072 in=0.13
text-embedding-3-small 8191/1536 in=0.02
text-embedding-ada-002 8192/1536 in=0.1
# opencode
beam-free 1048576/131072 in=0 out=0
big-pickle 200000/32000 in=0 out=0
claude-3-5-haiku 200000/8192 in=0.8 out=4 read=0.08 write=1
claude-fable-5 1000000/128000 in=10 out=50 read=1 write=12.5
claude-fable-5-1 1000000/128000 in=10 out=50 read=0.25 write=12.5
claude-fable-5-2 1000000/128000 in=8 out=40 read=0.2 write=10
claude-haiku-4-5 200000/64000 in=1 out=5 read=0.1 write=1.25
claude-haiku-5-5 1000000/128000 in=0.1 out=0.5 read=0.01 write=0.125 >100000 in=0.5 out=2.5 read=0.05 write=0.625
claude-opus-4-1 200000/32000 in=15 out=75 read=1.5 write=18.75
claude-opus-4-5 200000/64000 in=5 out=25 read=0.5 write=6.25
claude-opus-4-6 1000000/128000 in=5 out=25 read=0.5 write=6.25
claude-opus-4-7 1000000/128000 in=5 out=25 read=0.5 write=6.25
claude-opus-4-8 1000000/128000 in=5 out=25 read=0.5 write=6.25
claude-opus-5 1000000/128000 in=5 out=25 read=0.5 write=6.25
claude-opus-5-5 1000000/128000 in=4 out=20 read=0.2 write=5
claude-sonnet-4 1000000/64000 in=3 out=15 read=0.3 write=3.75 >200000 in=6 out=22.5 read=0.6 write=7.5
claude-sonnet-4-5 1000000/64000 in=3 out=15 read=0.3 write=3.75 >200000 in=6 out=22.5 read=0.6 write=7.5
claude-sonnet-4-6 1000000/64000 in=3 out=15 read=0.3 write=3.75
claude-sonnet-5 1000000/128000 in=2 out=10 read=0.2 write=2.5
claude-sonnet-5-5 1000000/128000 in=2 out=10 read=0.1 write=2.5
deepseek-v4-flash 1000000/384000 in=0.14 out=0.28 read=0.028
deepseek-v4-flash-free 200000/128000 in=0 out=0
deepseek-v4-flash-vision-exp 1000000/384000 in=0.14 out=0.28 read=0.028
deepseek-v4-pro 1000000/384000 in=1.74 out=3.84 read=0.145
deepseek-v4.1-flash 1000000/384000 in=0.3 out=1.2 read=0.006
deepseek-v4.1-flash-free 200000/32000 in=0 out=0
flint-40b-free 262144/65536 in=0 out=0
gemini-3-flash 1048576/65536 in=0.5 out=3 read=0.05
gemini-3-pro 1048576/65536 in=2 out=12 read=0.2 >200000 in=4 out=18 read=0.4
gemini-3.1-pro 1048576/65536 in=2 out=12 read=0.2 >200000 in=4 out=18 read=0.4
gemini-3.5-flash 1048576/65536 in=1.5 out=9 read=0.15 in-audio=1.5
gemini-3.5-flash-lite 1048576/65536 in=0.3 out=2.5 read=0.03
gemini-3.6-flash 1048576/65536 in=1.5 out=7.5 read=0.15 in-audio=1.5
gemini-3.7-flash 1048576/65536 in=1.5 out=7.5 read=0.15 in-audio=1.5
gemini-3.8-flash 1048576/65536 in=1.5 out=7.5 read=0.15 in-audio=1.5
gemini-4-argon 1048576/65536 in=2 out=10 read=0.1
gemini-4-carbon 1048576/65536 in=2 out=10 read=0.1
gemini-4-hydrogen 1048576/65536 in=1.5 out=7.5 read=0.075
gemini-4-neon 1048576/65536 in=3 out=15 read=0.15
glm-4.6 204800/131072 in=0.6 out=2.2 read=0.1
glm-4.7 204800/131072 in=0.6 out=2.2 read=0.1
glm-4.7-free 204800/131072 in=0 out=0
glm-5 204800/131072 in=1 out=3.2 read=0.2
glm-5-free 204800/131072 in=0 out=0
glm-5.1 204800/131072 in=1.4 out=4.4 read=0.26
glm-5.2 1000000/131072 in=1.4 out=4.4 read=0.26
glm-5.3 1000000/131072 in=1.4 out=4.4 read=0.26
glm-5.3-flash 1000000/131072 in=0.15 out=0.5 read=0.03
gpt-5 400000/128000 in=1.07 out=8.5 read=0.107
gpt-5-codex 400000/128000 in=1.07 out=8.5 read=0.107
gpt-5-nano 400000/128000 in=0.05 out=0.4 read=0.005
gpt-5.1 400000/128000 in=1.07 out=8.5 read=0.107
gpt-5.1-codex 400000/128000 in=1.07 out=8.5 read=0.107
gpt-5.1-codex-max 400000/128000 in=1.25 out=10 read=0.125
gpt-5.1-codex-mini 400000/128000 in=0.25 out=2 read=0.025
gpt-5.2 400000/128000 in=1.75 out=14 read=0.175
gpt-5.2-codex 400000/128000 in=1.75 out=14 read=0.175
gpt-5.3-codex 400000/128000 in=1.75 out=14 read=0.175
gpt-5.3-codex-spark 128000/128000 in=1.75 out=14 read=0.175
gpt-5.4 1050000/128000 in=2.5 out=15 read=0.25 >272000 in=5 out=22.5 read=0.5
gpt-5.4-mini 400000/128000 in=0.75 out=4.5 read=0.075
gpt-5.4-nano 400000/128000 in=0.2 out=1.25 read=0.02
gpt-5.4-pro 1050000/128000 in=30 out=180 read=30
gpt-5.5 1050000/128000 in=5 out=30 read=0.5 >272000 in=10 out=45 read=1
gpt-5.5-pro 1050000/128000 in=30 out=180 read=30
gpt-5.6-luna 1050000/128000 in=0.2 out=1.2 read=0.02 write=0.25 >272000 in=0.4 out=1.8 read=0.04 write=0.5
gpt-5.6-sol 1050000/128000 in=4 out=20 read=0.4 write=5 >272000 in=8 out=30 read=0.8 write=10
gpt-5.6-terra 1050000/128000 in=2.5 out=15 read=0.25 write=3.125 >272000 in=5 out=22.5 read=0.5 write=6.25
gpt-6-astra 1050000/128000 in=10 out=50 read=1 write=12.5 >272000 in=20 out=75 read=2 write=25
gpt-6-luna 1050000/128000 in=0.1 out=0.5 read=0.01 write=0.125 >272000 in=0.2 out=0.75 read=0.02 write=0.25
gpt-6-sol 1050000/128000 in=2 out=10 read=0.2 write=2.5 >272000 in=4 out=15 read=0.4 write=5
gpt-6.1-sol 1050000/128000 in=2 out=10 read=0.1 write=2.5 >272000 in=4 out=15 read=0.2 write=5
gpt-6.2-astra 1050000/128000 in=8 out=40 read=0.4 write=10 >272000 in=16 out=60 read=0.8 write=20
gpt-6.2-sol 1050000/128000 in=2 out=10 read=0.1 write=2.5 >272000 in=4 out=15 read=0.2 write=5
grok-4.5 500000/500000 in=2 out=6 read=0.3 >200000 in=4 out=12 read=0.6
grok-4.6 500000/500000 in=2 out=6 read=0.5 >200000 in=4 out=12 read=1
grok-4.7 500000/500000 in=2 out=6 read=0.5 >200000 in=4 out=12 read=1
grok-build-0.1 256000/256000 in=1 out=2 read=0.2
grok-code 256000/256000 in=0 out=0
hy3-free 190000/64000 in=0 out=0
hy3-preview-free 256000/64000 in=0 out=0
hy4-flash-free 1048576/65536 in=0 out=0
iceman-free 262144/131072 in=0 out=0
kimi-k2 262144/262144 in=0.4 out=2.5 read=0.4
kimi-k2-thinking 262144/262144 in=0.4 out=2.5 read=0.4
kimi-k2.5 262144/65536 in=0.6 out=3 read=0.08
kimi-k2.5-free 262144/262144 in=0 out=0
kimi-k2.6 262144/65536 in=0.95 out=4 read=0.16
kimi-k2.7-code 262144/262144 in=0.95 out=4 read=0.19
kimi-k3 1048576/1048576 in=3 out=15 read=0.3
laguna-s-2.1-free 256000/32000 in=0 out=0
ling-2.6-flash-free 262100/32800 in=0 out=0
ling-3.0-flash-fin-free 262144/32768 in=0 out=0
ling-3.0-flash-free 262144/32768 in=0 out=0
ling-3.0-tiny-free 262144/32768 in=0 out=0
longcat-2.0-free 1000000/131072 in=0 out=0
longcat-2.5-free 1000000/262144 in=0 out=0
longcat-2.5-preview-free 1000000/131072 in=0 out=0
mimo-v2-flash-free 262144/65536 in=0 out=0
mimo-v2-omni-free 262144/64000 in=0 out=0
mimo-v2-pro-free 1048576/64000 in=0 out=0
mimo-v2.5-free 200000/32000 in=0 out=0
mimo-v2.6-flash-free 200000/32000 in=0 out=0
minimax-m2.1 204800/131072 in=0.3 out=1.2 read=0.1
minimax-m2.1-free 204800/131072 in=0 out=0
minimax-m2.5 204800/131072 in=0.3 out=1.2 read=0.06
minimax-m2.5-free 204800/131072 in=0 out=0
minimax-m2.7 204800/131072 in=0.3 out=1.2 read=0.06
minimax-m3 512000/128000 in=0.3 out=1.2 read=0.06
minimax-m3-free 200000/32000 in=0 out=0
mistral-large-4 524288/262144 in=0.68 out=2.09 read=0.07
muse-ember-1.0 1048576/270000 in=0.1 out=0.5 read=0.004 >200000 in=0.3 out=1.5 read=0.012
muse-spark-1.2 1048576/131072 in=1.25 out=4.25 read=0.15
muse-spark-1.2-contributor-free 1048576/131072 in=0 out=0
muse-spark-1.3 1048576/131072 in=1.25 out=4.25 read=0.15
muse-spark-1.3-contributor-free 1048576/131072 in=0 out=0
muse-wonder-1.0 1048576/131072 in=4 out=20 read=0.2
nemotron-3-super-free 204800/128000 in=0 out=0
nemotron-3-ultra-free 1000000/128000 in=0 out=0
nemotron-3.5-lightning-free 262144/262144 in=0 out=0
nemotron-3.5-super-vl-free 1048576/131072 in=0 out=0
north-mini-code-free 256000/64000 in=0 out=0
qwen3-coder 262144/65536 in=0.45 out=1.8
qwen3.5-plus 262144/65536 in=0.2 out=1.2 read=0.02 write=0.25
qwen3.6-plus 262144/65536 in=0.5 out=3 read=0.05 write=0.625
qwen3.6-plus-free 262144/65536 in=0 out=0
qwen3.8-flash 1000000/131072 in=0.15 out=0.47 read=0.016 write=0.2
qwen3.8-max 262144/131072 in=2 out=6 read=0.25 write=2.5
ring-2.6-1t-free 262000/66000 in=0 out=0
space-bunny-free 1048576/524288 in=0 out=0
tidepool-alpha-free 1048576/131072 in=0 out=0
trinity-large-preview-free 131072/131072 in=0 out=0
x-preview-f-free 1000000/131072 in=0 out=0
# openrouter
aion-labs/aion-2.0 131072/32768 in=0.8 out=1.6 read=0.2
aion-labs/aion-3.0 131072/32768 in=3 out=6 read=0.75
aion-labs/aion-3.0-mini 131072/32768 in=0.7 out=1.4 read=0.18
aion-labs/aion-3.5 262144/32768 in=3 out=6 read=0.75
aion-labs/aion-3.5-mini 262144/32768 in=0.7 out=1.4 read=0.18
aion-labs/aion-rp-llama-3.1-8b 32768/29491 in=0.8 out=1.6
amazon/nova-2-lite-v1 1000000/65535 in=0.3 out=2.5
amazon/nova-lite-v1 300000/5120 in=0.06 out=0.24
amazon/nova-micro-v1 128000/5120 in=0.035 out=0.14
amazon/nova-premier-v1 1000000/32000 in=2.5 out=12.5 read=0.625
amazon/nova-pro-v1 300000/5120 in=0.8 out=3.2
anthracite-org/magnum-v4-72b 32768/4096 in=2.5 out=5
anthropic/claude-fable-5 1000000/128000 in=10 out=50 read=1 write=12.5
anthropic/claude-fable-5.1 1000000/128000 in=10 out=50 read=0.25 write=12.5
anthropic/claude-fable-5.1:batch 1000000/128000 in=5 out=25 read=0.125 write=6.25
anthropic/claude-fable-5.2 1000000/128000 in=8 out=40 read=0.2 write=10
anthropic/claude-fable-5.2:batch 1000000/128000 in=4 out=20 read=0.1 write=5
anthropic/claude-fable-5:batch 1000000/128000 in=5 out=25 read=0.5 write=6.25
anthropic/claude-haiku-4.5 200000/64000 in=1 out=5 read=0.1 write=1.25
anthropic/claude-haiku-4.5:batch 200000/64000 in=0.5 out=2.5 read=0.05 write=0.625
anthropic/claude-haiku-5.5 1000000/128000 in=0.1 out=0.5 read=0.01 write=0.125 >100000 in=0.5 out=2.5 read=0.05
 write=0.625
anthropic/claude-haiku-5.5:batch 1000000/128000 in=0.05 out=0.25 read=0.005 write=0.0625 >100000 in=0.25 out=1.25
 read=0.025 write=0.3125
anthropic/claude-opus-4.1 200000/32000 in=15 out=75 read=1.5 write=18.75
anthropic/claude-opus-4.1:batch 200000/32000 in=7.5 out=37.5 read=0.75 write=9.375
anthropic/claude-opus-4.5 200000/64000 in=5 out=25 read=0.5 write=6.25
anthropic/claude-opus-4.5:batch 200000/64000 in=2.5 out=12.5 read=0.25 write=3.125
anthropic/claude-opus-4.6 1000000/128000 in=5 out=25 read=0.5 write=6.25 >200000 in=10 out=37.5 read=1 write=12.5
anthropic/claude-opus-4.6:batch 1000000/128000 in=2.5 out=12.5 read=0.25 write=3.125
anthropic/claude-opus-4.7 1000000/128000 in=5 out=25 read=0.5 write=6.25 >200000 in=10 out=37.5 read=1 write=12.5
anthropic/claude-opus-4.7:batch 1000000/128000 in=2.5 out=12.5 read=0.25 write=3.125
anthropic/claude-opus-4.8 1000000/128000 in=5 out=25 read=0.5 write=6.25
anthropic/claude-opus-4.8:batch 1000000/128000 in=2.5 out=12.5 read=0.25 write=3.125
anthropic/claude-opus-5 1000000/128000 in=5 out=25 read=0.5 write=6.25
anthropic/claude-opus-5.5 1000000/128000 in=4 out=20 read=0.2 write=5
anthropic/claude-opus-5.5:batch 1000000/128000 in=2 out=10 read=0.1 write=2.5
anthropic/claude-opus-5:batch 1000000/128000 in=2.5 out=12.5 read=0.25 write=3.125
anthropic/claude-sonnet-4 200000/64000 in=3 out=15 read=0.3 write=3.75 >200000 in=6 out=22.5 read=0.6 write=7.5
anthropic/claude-sonnet-4.5 1000000/64000 in=3 out=15 read=0.3 write=3.75 >200000 in=6 out=22.5 read=0.6 write=7.5
anthropic/claude-sonnet-4.5:batch 1000000/64000 in=1.5 out=7.5 read=0.15 write=1.875 >200000 in=3 out=11.25 read=0.3
 write=3.75
anthropic/claude-sonnet-4.6 1000000/128000 in=3 out=15 read=0.3 write=3.75 >200000 in=6 out=22.5 read=0.6 write=7.5
anthropic/claude-sonnet-4.6:batch 1000000/128000 in=1.5 out=7.5 read=0.15 write=1.875
anthropic/claude-sonnet-5 1000000/128000 in=2 out=10 read=0.2 write=2.5
anthropic/claude-sonnet-5.5 1000000/128000 in=2 out=10 read=0.1 write=2.5
anthropic/claude-sonnet-5.5:batch 1000000/128000 in=1 out=5 read=0.05 write=1.25
anthropic/claude-sonnet-5:batch 1000000/128000 in=1 out=5 read=0.1 write=1.25
arcee-ai/trinity-large-thinking 262144/80000 in=0.25 out=0.8 read=0.06
auto 2000000/30000 in=0 out=0
baidu/ernie-4.5-vl-424b-a47b 123000/16000 in=0.42 out=1.25
baidu/ernie-5.5-flash-preview:free 1024000/921600 in=0 out=0
baidu/ernie-light-dt-1.0-intl 1024000/131072 in=1.13 out=3.94 read=0.113
bytedance-seed/seed-1.6 262144/32768 in=0.25 out=2 >128000 in=0.5 out=4
bytedance-seed/seed-1.6-flash 262144/32768 in=0.075 out=0.3 >128000 in=0.1 out=0.8
bytedance-seed/seed-2-1-turbo 262144/235929 in=0.5 out=2.5
bytedance-seed/seed-2.0-code 262144/131072 in=0.5 out=3 >128000 in=1 out=6
bytedance-seed/seed-2.0-lite 262144/131072 in=0.25 out=2 >128000 in=0.5 out=4
bytedance-seed/seed-2.0-mini 262144/131072 in=0.1 out=0.4 >128000 in=0.2 out=0.8
bytedance/ui-tars-1.5-7b 128000/2048 in=0.1 out=0.2 read=0.1
cognitivecomputations/dolphin-mistral-24b-venice-edition 128000/8192 in=0.2 out=0.9
cohere/command-a 256000/8192 in=2.5 out=10
cohere/command-a-plus 192000/64000 in=0.3 out=1.5 read=0.15
cohere/command-r-08-2024 128000/4000 in=0.15 out=0.6
cohere/command-r-plus-08-2024 128000/4000 in=2.5 out=10
cohere/command-r7b-12-2024 128000/4000 in=0.0375 out=0.15
cohere/north-mini-code:free 256000/64000 in=0 out=0
deepseek/deepseek-chat 163840/16000 in=0.2574 out=1.0287
deepseek/deepseek-chat-v3-0324 163840/147456 in=0.29 out=1.14 read=0.11
deepseek/deepseek-chat-v3.1 163840/147456 in=0.25 out=0.95 read=0.13
deepseek/deepseek-r1 64000/16000 in=0.7 out=2.5
deepseek/deepseek-r1-0528 163840/32768 in=0.571 out=2.286
deepseek/deepseek-r1-distill-llama-70b 8192/7372 in=0.8 out=0.8
deepseek/deepseek-v3.1-terminus 163840/147456 in=0.27 out=1 read=0.135
deepseek/deepseek-v3.2 163840/147456 in=0.28 out=0.42 read=0.028
deepseek/deepseek-v3.2-exp 163840/147456 in=0.27 out=0.41
deepseek/deepseek-v4-flash 1048576/393216 in=0.14 out=0.28 read=0.028
deepseek/deepseek-v4-flash-0731 1310720/943718 in=0.047 out=0.3 read=0.035
deepseek/deepseek-v4-flash-0731:batch 1048576/384000 in=0.048 out=0.144 read=0.012
deepseek/deepseek-v4-flash-vision-exp 1048576/943717 in=0.44 out=1.32 read=0.014
deepseek/deepseek-v4-pro 1048576/393216 in=0.95526 out=1.91052 read=0.079605
deepseek/deepseek-v4-pro-0813 1048576/943718 in=1.32 out=3.96 read=0.044
deepseek/deepseek-v4.1-flash 1048576/943718 in=0.3 out=1.2 read=0.006
deepseek/deepseek-v4.1-flash-1017 1048576/393216 in=0.15 out=0.6 read=0.003
deepseek/deepseek-v4.1-flash-1017:batch 1048576/943718 in=0.035 out=0.149 read=0.0029
deepseek/deepseek-v4.1-flash:batch 1048576/384000 in=0.05 out=0.15 read=0.004
dots-studio/dots-3-note-preview:free 512000/460800 in=0 out=0
elorian/glimpse 262144/256000 in=0.6 out=3 read=0.06
fireworks/ember-1 1048576/943718 in=3 out=15 read=0.3
google/gemini-2.5-flash 1048576/65535 in=0.3 out=2.5 read=0.03 write=0.083333 think=2.5
google/gemini-2.5-flash-image 32768/8192 in=0.3 out=2.5 read=0.03 write=0.083333
google/gemini-2.5-flash-lite 1048576/65535 in=0.1 out=0.4 read=0.01 write=0.083333 think=0.4
google/gemini-2.5-pro 1048576/65536 in=1.25 out=10 read=0.125 write=0.375 think=10 >200000 in=2.5 out=15 read=0.25
google/gemini-2.5-pro-preview 1048576/65536 in=1.25 out=10 read=0.125 write=0.375 think=10 >200000 in=2.5 out=15
 read=0.25
google/gemini-3-flash-preview 1048576/65536 in=0.5 out=3 read=0.05 write=0.083333 think=3
google/gemini-3-flash-preview:batch 1048576/65536 in=0.25 out=1.5
google/gemini-3-pro-image 131072/32768 in=2 out=12 read=0.2 write=0.375 think=12
google/gemini-3-pro-image-preview 65536/32768 in=2 out=12 read=0.2 write=0.375 think=12
google/gemini-3.1-flash-image 131072/32768 in=0.5 out=3
google/gemini-3.1-flash-image-preview 65536/58982 in=0.5 out=3
google/gemini-3.1-flash-lite 1048576/65536 in=0.25 out=1.5 read=0.025 write=0.083333 think=1.5
google/gemini-3.1-flash-lite-image 65536/58982 in=0.25 out=1.5
google/gemini-3.1-flash-lite-preview 1048576/65536 in=0.25 out=1.5 read=0.025 write=0.083333 think=1.5
google/gemini-3.1-flash-lite:batch 1048576/65536 in=0.125 out=0.75 read=0.0125
google/gemini-3.1-pro-preview 1048576/65536 in=2 out=12 read=0.2 write=0.375 think=12 >200000 in=4 out=18 read=0.4
google/gemini-3.1-pro-preview-customtools 1048576/65536 in=2 out=12 read=0.2 write=0.375 think=12 >200000 in=4 out=18
 read=0.4
google/gemini-3.1-pro-preview:batch 1048576/65536 in=1 out=6 >200000 in=2 out=9
google/gemini-3.5-flash 1048576/65536 in=1.5 out=9 read=0.15 write=0.083333 think=9
google/gemini-3.5-flash-lite 1048576/65536 in=0.3 out=2.5 read=0.03 write=0.083333 think=2.5
google/gemini-3.5-flash-lite:batch 1048576/65536 in=0.15 out=1.25 read=0.015
google/gemini-3.5-flash:batch 1048576/65536 in=0.75 out=4.5 read=0.075
google/gemini-3.6-flash 1048576/65536 in=0.75 out=3.75 read=0.075 write=0.041667 think=3.75
google/gemini-3.6-flash:batch 1048576/65536 in=0.375 out=1.875 read=0.0375 write=0.041667
google/gemini-3.7-flash 1048576/65536 in=0.75 out=3.75 read=0.075 write=0.041667 think=3.75
google/gemini-3.7-flash:batch 1048576/65536 in=0.375 out=1.875 read=0.0375 write=0.041667
google/gemini-3.8-flash 1048576/65536 in=0.825 out=4.125 read=0.0825 write=0.041667
google/gemini-3.8-flash:batch 1048576/65536 in=0.375 out=1.875 read=0.0375 write=0.041667
google/gemini-4-argon 1048576/943718 in=2 out=10 read=0.1 write=0.1875
google/gemini-4-argon:batch 1048576/943718 in=1 out=5 read=0.05 write=0.1875
google/gemini-4-carbon 1048576/943718 in=2 out=10 read=0.1 write=0.1875
google/gemini-4-carbon:batch 1048576/943718 in=1 out=5 read=0.05 write=0.1875
google/gemini-4-hydrogen 1048576/943718 in=1.5 out=7.5 read=0.075 write=0.083333
google/gemini-4-hydrogen:batch 1048576/943718 in=0.75 out=3.75 read=0.0375 write=0.083333
google/gemini-4-neon 1048576/943718 in=3 out=15 read=0.15 write=0.083333
google/gemini-4-neon:batch 1048576/943718 in=1.5 out=7.5 read=0.075 write=0.083333
google/gemini-nano-banana-2.1 65536/58982 in=1.5 out=7.5
google/gemma-2-27b-it 8192/2048 in=0.65 out=0.65
google/gemma-3-12b-it 131072/16384 in=0.05 out=0.15
google/gemma-3-27b-it 131072/117964 in=0.08 out=0.45 read=0.04
google/gemma-3-4b-it 131072/16384 in=0.05 out=0.1
google/gemma-4-26b-a4b-it 262144/235929 in=0.09 out=0.3 read=0.05
google/gemma-4-26b-a4b-it:free 262144/32768 in=0 out=0
google/gemma-4-31b-it 262144/16384 in=0.2 out=0.4
google/gemma-4-31b-it:free 262144/32768 in=0 out=0
google/lyria-3-clip-preview 1048576/65536 in=0 out=0
google/lyria-3-pro-preview 1048576/65536 in=0 out=0
gryphe/mythomax-l2-13b 8192/3686 in=0.08 out=0.11
ibm-granite/granite-4.0-h-micro 131000/117900 in=0.017 out=0.112
ibm-granite/granite-4.2-8b 131072/117964 in=0.06 out=0.25 read=0.015
inception/mercury-2 128000/50000 in=0.25 out=0.75 read=0.025
inception/mercury-2.5 260000/65536 in=0.04 out=0.15 read=0.004
inclusionai/ling-3.0-flash 262144/32768 in=0.021 out=0.063 read=0.0042
inclusionai/ling-3.0-flash-fin 262144/235929 in=0.06 out=0.18 read=0.012
inclusionai/ling-3.0-flash-fin:free 262144/32768 in=0 out=0
inclusionai/ling-3.0-flash-sante:free 262144/32768 in=0 out=0
inclusionai/ling-3.0-flash-vl 262144/32768 in=0.06 out=0.18 read=0.012
inclusionai/ling-3.0-tiny 262144/250000 in=0.015 out=0.045 read=0.003
inclusionai/ling-3.1-flash 1000000/262144 in=0.06 out=0.18 read=0.012
inclusionai/ling-3.2-flash:free 1048576/262144 in=0 out=0
inference-net/schematron-v2-small 128000/4096 in=0.05 out=0.23 read=0.05
inference-net/schematron-v2-turbo 128000/8192 in=0.03 out=0.15 read=0.03
kt/midm-k-3.0-pro 261795/235615 in=0.2 out=0.8 read=0.04
kwaipilot/kat-coder-pro-v2.5 262144/235929 in=0.74 out=2.96 read=0.15
liquid/lfm-2.5-2.6b:free 65536/8192 in=0 out=0
liquid/lfm-2.5-24b-a2b 128000/8192 in=0.05 out=0.7 read=0.025
liquid/lfm-3-1.7b 262144/8192 in=0.08 out=0.2 read=0.02
liquid/lfm-3-1.7b:free 262144/8192 in=0 out=0
mancer/weaver 8000/6000 in=0.4 out=0.75
meituan/longcat-2.0 1048756/262144 in=0.3 out=1.2 read=0.006
meta-llama/llama-3.1-70b-instruct 131072/16384 in=0.72 out=0.72
meta-llama/llama-3.1-8b-instruct 131072/117964 in=0.05 out=0.08 read=0.025
meta-llama/llama-3.2-1b-instruct 60000/54000 in=0.027 out=0.201
meta-llama/llama-3.2-3b-instruct 131072/117964 in=0.05 out=0.33
meta-llama/llama-3.3-70b-instruct 131072/115200 in=0.71 out=0.71 read=0.71
meta-llama/llama-4-maverick 1048576/32768 in=0.35 out=1 read=0.17
meta-llama/llama-4-scout 1310720/16384 in=0.1 out=0.3
meta-llama/llama-guard-4-12b 163840/16384 in=0.18 out=0.18
meta/muse-ember 1048576/943718 in=0.1 out=0.5 read=0.004 write=0.125
meta/muse-glimmer-30b 131072/117964 in=0.35 out=1.5 read=0.04
meta/muse-glimmer-30b:batch 131072/16384 in=0.24 out=0.96 read=0.032
meta/muse-spark-1.1 1048576/943718 in=1.25 out=4.25 read=0.15
meta/muse-spark-1.2 1048576/943718 in=1.25 out=4.25 read=0.15
meta/muse-spark-1.2-contributor 1048576/943718 in=0.1 out=0.2 read=0.002
meta/muse-spark-1.3 1048576/943718 in=1.25 out=4.25 read=0.15
meta/muse-spark-1.3-contributor 1048576/943718 in=0.1 out=0.2 read=0.002
meta/muse-spark-open 1048576/943718 in=1.25 out=4.25 read=0.15
meta/muse-wonder 1048576/943718 in=4 out=20 read=0.2
microsoft/phi-4 16384/14745 in=0.07 out=0.14
microsoft/wizardlm-2-8x22b 65535/8000 in=0.62 out=0.62
minimax/minimax-01 1000192/40000 in=0.2 out=1.1
minimax/minimax-m1 1000000/40000 in=0.4 out=2.2
minimax/minimax-m2 204800/176947 in=0.3 out=1.2
minimax/minimax-m2-her 65536/2048 in=0.3 out=1.2 read=0.03
minimax/minimax-m2.1 204800/131072 in=0.3 out=1.2 read=0.03
minimax/minimax-m2.5 204800/176947 in=0.295 out=1.2 read=0.06
minimax/minimax-m2.7 204800/176947 in=0.3 out=1.2 read=0.06
minimax/minimax-m3 1048576/512000 in=0.3 out=1.2 read=0.06
minimax/minimax-m3.1-flash 1048576/524288 in=0.15 out=0.6 read=0.015
minimax/minimax-m3:batch 524288/512000 in=0.224 out=0.88 read=0.0448
mistralai/codestral-2508 256000/204800 in=0.3 out=0.9 read=0.03
mistralai/devstral-2512 262144/209715 in=0.4 out=2 read=0.04
mistralai/ministral-14b-2512 262144/209715 in=0.2 out=0.2 read=0.02
mistralai/ministral-3b-2512 131072/104857 in=0.1 out=0.1 read=0.01
mistralai/ministral-8b-2512 262144/209715 in=0.15 out=0.15 read=0.015
mistralai/mistral-large 128000/102400 in=2 out=6 read=0.2
mistralai/mistral-large-2407 131072/104857 in=2 out=6 read=0.2
mistralai/mistral-large-2512 262144/209715 in=0.5 out=1.5 read=0.05
mistralai/mistral-large-4-0 1048576/262144 in=0.7 out=2.1 read=0.07
mistralai/mistral-medium-3 131072/104857 in=0.44 out=2.2 read=0.044
mistralai/mistral-medium-3-5 262144/209715 in=1.5 out=7.5
mistralai/mistral-medium-3-5:batch 262144/209715 in=0.75 out=3.75
mistralai/mistral-medium-3.1 131072/104857 in=0.44 out=2.2 read=0.044
mistralai/mistral-nemo 131072/16384 in=0.029 out=0.03
mistralai/mistral-saba 32768/26214 in=0.2 out=0.6 read=0.02
mistralai/mistral-small-24b-instruct-2501 32768/16384 in=0.05 out=0.08
mistralai/mistral-small-2603 262144/209715 in=0.15 out=0.6 read=0.015
mistralai/mistral-small-3.1-24b-instruct 128000/102400 in=0.351 out=0.555
mistralai/mistral-small-3.2-24b-instruct 256000/16384 in=0.09375 out=0.25
mistralai/mixtral-8x22b-instruct 65536/52428 in=2 out=6 read=0.2
mistralai/voxtral-small-24b-2507 32768/26214 in=0.1 out=0.3 read=0.01
moonshotai/kimi-k2 131072/98304 in=0.57 out=2.3
moonshotai/kimi-k2-0905 262144/98304 in=0.6 out=2.5
moonshotai/kimi-k2-thinking 262144/98304 in=0.6 out=2.5 read=0.15
moonshotai/kimi-k2.5 262144/235929 in=0.45 out=2.25 read=0.07
moonshotai/kimi-k2.6 262144/235929 in=0.95 out=4 read=0.16
moonshotai/kimi-k2.7-code 262144/235929 in=0.6562 out=3.3 read=0.18
moonshotai/kimi-k3 1048576/943718 in=3 out=15 read=0.3
moonshotai/kimi-k3.1-pro 1048576/131072 in=0.253 out=8.8 read=0.18
moonshotai/kimi-k3.1-pro:batch 1048576/131072 in=0.372 out=5.583 read=0.1
moonshotai/kimi-k3:batch 1048576/16384 in=2.28 out=11.4 read=0.228
morph/morph-v3-fast 81920/38000 in=0.8 out=1.2
morph/morph-v3-large 262144/131072 in=0.9 out=1.9
motif-technologies/motif-3 262144/235929 in=0.3 out=1.2 read=0.06
nex-agi/nex-n2.5-pro 262144/235929 in=0.075 out=0.25 read=0.015
nex-agi/nex-n2.6 262144/235929 in=0.12 out=0.4 read=0.024
nousresearch/hermes-3-llama-3.1-405b 131072/16384 in=1 out=1
nousresearch/hermes-3-llama-3.1-70b 131072/16384 in=0.7 out=0.7
nousresearch/hermes-4-405b 131072/117964 in=1 out=3
nvidia/nemotron-3-nano-30b-a3b 262144/235929 in=0.06 out=0.24 read=0.012
nvidia/nemotron-3-nano-omni-30b-a3b-reasoning:free 256000/65536 in=0 out=0
nvidia/nemotron-3-super-120b-a12b 262144/235929 in=0.08 out=0.45
nvidia/nemotron-3-super-120b-a12b:free 262144/235929 in=0 out=0
nvidia/nemotron-3-ultra-550b-a55b 262144/182520 in=0.6 out=2.4 read=0.12
nvidia/nemotron-3-ultra-550b-a55b:free 1000000/65536 in=0 out=0
nvidia/nemotron-3.5-content-safety 131072/117964 in=0.2 out=0.2
nvidia/nemotron-3.5-content-safety:free 128000/8192 in=0 out=0
nvidia/nemotron-3.5-lightning 1000000/235929 in=0.08 out=0.2 read=0.04
nvidia/nemotron-3.5-lightning:free 1000000/65536 in=0 out=0
nvidia/nemotron-3.5-super-vl 262144/235929 in=0.15 out=0.5 read=0.02
nvidia/nemotron-3.5-super-vl:free 1000000/131072 in=0 out=0
openai/gpt-3.5-turbo 16385/4096 in=0.5 out=1.5
openai/gpt-3.5-turbo-0613 4095/3685 in=1 out=2
openai/gpt-3.5-turbo-16k 16385/4096 in=3 out=4
openai/gpt-3.5-turbo-instruct 4095/3685 in=1.5 out=2
openai/gpt-4 8191/4096 in=30 out=60
openai/gpt-4-turbo 128000/4096 in=10 out=30
openai/gpt-4-turbo:batch 128000/4096 in=5 out=15
openai/gpt-4.1 1047576/32768 in=2 out=8 read=0.5
openai/gpt-4.1-mini 1047576/32768 in=0.4 out=1.6 read=0.1
openai/gpt-4.1-mini:batch 1047576/32768 in=0.2 out=0.8 read=0.05
openai/gpt-4.1-nano 1047576/942818 in=0.1 out=0.4 read=0.025
openai/gpt-4.1-nano:batch 1047576/32768 in=0.05 out=0.2 read=0.0125
openai/gpt-4.1:batch 1047576/32768 in=1 out=4 read=0.25
openai/gpt-4o 128000/16384 in=2.5 out=10 read=1.25
openai/gpt-4o-2024-05-13 128000/4096 in=5 out=15
openai/gpt-4o-2024-08-06 128000/16384 in=2.5 out=10 read=1.25
openai/gpt-4o-2024-11-20 128000/16384 in=2.5 out=10 read=1.25
openai/gpt-4o-mini 128000/16384 in=0.15 out=0.6 read=0.075
openai/gpt-4o-mini-2024-07-18 128000/16384 in=0.15 out=0.6 read=0.075
openai/gpt-4o-mini:batch 128000/16384 in=0.075 out=0.3 read=0.0375
openai/gpt-4o:batch 128000/16384 in=1.25 out=5 read=0.625
openai/gpt-5 400000/128000 in=1.25 out=10 read=0.125
openai/gpt-5-image 400000/128000 in=10 out=10 read=1.25
openai/gpt-5-image-mini 400000/128000 in=2.5 out=2 read=0.25
openai/gpt-5-mini 400000/128000 in=0.25 out=2 read=0.025
openai/gpt-5-mini:batch 400000/128000 in=0.125 out=1 read=0.0125
openai/gpt-5-nano 400000/128000 in=0.05 out=0.4 read=0.005
openai/gpt-5-nano:batch 400000/128000 in=0.025 out=0.2 read=0.0025
openai/gpt-5-pro 400000/128000 in=15 out=120
openai/gpt-5-pro:batch 400000/128000 in=7.5 out=60
openai/gpt-5.1 400000/128000 in=1.25 out=10 read=0.125
openai/gpt-5.1-codex 400000/128000 in=1.25 out=10 read=0.13
openai/gpt-5.1-codex-max 400000/128000 in=1.25 out=10 read=0.125
openai/gpt-5.1-codex-mini 400000/128000 in=0.25 out=2 read=0.03
openai/gpt-5.1:batch 400000/128000 in=0.625 out=5 read=0.0625
openai/gpt-5.2 400000/128000 in=1.75 out=14 read=0.175
openai/gpt-5.2-chat 128000/32000 in=1.75 out=14 read=0.175
openai/gpt-5.2-codex 400000/128000 in=1.75 out=14 read=0.175
openai/gpt-5.2-pro 400000/128000 in=21 out=168
openai/gpt-5.2-pro:batch 400000/128000 in=10.5 out=84
openai/gpt-5.2:batch 400000/128000 in=0.875 out=7 read=0.0875
openai/gpt-5.3-codex 400000/128000 in=1.75 out=14 read=0.175
openai/gpt-5.4 1050000/128000 in=2.5 out=15 read=0.25 >272000 in=5 out=22.5 read=0.5
openai/gpt-5.4-image-2 272000/128000 in=8 out=15 read=2
openai/gpt-5.4-mini 400000/128000 in=0.75 out=4.5 read=0.075
openai/gpt-5.4-mini:batch 400000/128000 in=0.375 out=2.25 read=0.0375
openai/gpt-5.4-nano 400000/128000 in=0.2 out=1.25 read=0.02
openai/gpt-5.4-nano:batch 400000/128000 in=0.1 out=0.625 read=0.01
openai/gpt-5.4-pro 1050000/128000 in=30 out=180 >272000 in=60 out=270
openai/gpt-5.4-pro:batch 1050000/128000 in=15 out=90 >272000 in=30 out=135
openai/gpt-5.4:batch 1050000/128000 in=1.25 out=7.5 read=0.125 >272000 in=2.5 out=11.25 read=0.25
openai/gpt-5.5 1050000/128000 in=5 out=30 read=0.5 >272000 in=10 out=45 read=1
openai/gpt-5.5-pro 1050000/128000 in=30 out=180 >272000 in=60 out=270
openai/gpt-5.5-pro:batch 1050000/128000 in=15 out=90 >272000 in=30 out=135
openai/gpt-5.5:batch 1050000/128000 in=2.5 out=15 read=0.25 >272000 in=5 out=22.5 read=0.5
openai/gpt-5.6-luna 1050000/128000 in=0.2 out=1.2 read=0.02 write=0.25 >272000 in=0.4 out=1.8 read=0.04 write=0.5
openai/gpt-5.6-luna-pro 1050000/128000 in=0.2 out=1.2 read=0.02 write=0.25 >272000 in=0.4 out=1.8 read=0.04 write=0.5
openai/gpt-5.6-luna-pro:batch 1050000/128000 in=0.1 out=0.6 read=0.01 >272000 in=0.2 out=0.9 read=0.02
openai/gpt-5.6-luna:batch 1050000/128000 in=0.1 out=0.6 read=0.01 >272000 in=0.2 out=0.9 read=0.02
openai/gpt-5.6-sol 1050000/128000 in=4 out=20 read=0.4 write=5 >272000 in=8 out=30 read=0.8 write=10
openai/gpt-5.6-sol-pro 1050000/128000 in=4 out=20 read=0.4 write=5 >272000 in=8 out=30 read=0.8 write=10
openai/gpt-5.6-sol-pro:batch 1050000/128000 in=2 out=10 read=0.2 write=2.5 >272000 in=4 out=15 read=0.4 write=5
openai/gpt-5.6-sol:batch 1050000/128000 in=2 out=10 read=0.2 write=2.5 >272000 in=4 out=15 read=0.4 write=5
openai/gpt-5.6-terra 1050000/128000 in=2 out=12 read=0.2 write=2.5 >272000 in=4 out=18 read=0.4 write=5
openai/gpt-5.6-terra-pro 1050000/128000 in=2 out=12 read=0.2 write=2.5 >272000 in=4 out=18 read=0.4 write=5
openai/gpt-5.6-terra-pro:batch 1050000/128000 in=1 out=6 read=0.1 >272000 in=2 out=9 read=0.2
openai/gpt-5.6-terra:batch 1050000/128000 in=1 out=6 read=0.1 >272000 in=2 out=9 read=0.2
openai/gpt-5:batch 400000/128000 in=0.625 out=5 read=0.0625
openai/gpt-6-astra 1050000/128000 in=10 out=50 read=1 write=12.5 >272000 in=20 out=75 read=2 write=25
openai/gpt-6-astra-pro 1050000/128000 in=10 out=50 read=1 write=12.5 >272000 in=20 out=75 read=2 write=25
openai/gpt-6-astra-pro:batch 1050000/128000 in=5 out=25 read=0.5 write=6.25 >272000 in=10 out=37.5 read=1 write=12.5
openai/gpt-6-astra:batch 1050000/128000 in=5 out=25 read=0.5 write=6.25 >272000 in=10 out=37.5 read=1 write=12.5
openai/gpt-6-luna 1050000/128000 in=0.1 out=0.5 read=0.01 write=0.125 >272000 in=0.2 out=0.75 read=0.02 write=0.25
openai/gpt-6-luna-pro 1050000/128000 in=0.1 out=0.5 read=0.01 write=0.125 >272000 in=0.2 out=0.75 read=0.02 write=0.25
openai/gpt-6-luna-pro:batch 1050000/128000 in=0.05 out=0.25 read=0.005 write=0.0625 >272000 in=0.1 out=0.375 read=0.01
 write=0.125
openai/gpt-6-luna:batch 1050000/128000 in=0.05 out=0.25 read=0.005 write=0.0625 >272000 in=0.1 out=0.375 read=0.01
 write=0.125
openai/gpt-6-sol 1050000/128000 in=2 out=10 read=0.2 write=2.5 >272000 in=4 out=15 read=0.4 write=5
openai/gpt-6-sol-pro 1050000/128000 in=2 out=10 read=0.2 write=2.5 >272000 in=4 out=15 read=0.4 write=5
openai/gpt-6-sol-pro:batch 1050000/128000 in=1 out=5 read=0.1 write=1.25 >272000 in=2 out=7.5 read=0.2 write=2.5
openai/gpt-6-sol:batch 1050000/128000 in=1 out=5 read=0.1 write=1.25 >272000 in=2 out=7.5 read=0.2 write=2.5
openai/gpt-6.1-sol 1050000/128000 in=2 out=10 read=0.1 write=2.5 >272000 in=4 out=15 read=0.2 write=5
openai/gpt-6.1-sol-pro 1050000/128000 in=2 out=10 read=0.1 write=2.5 >272000 in=4 out=15 read=0.2 write=5
openai/gpt-6.1-sol-pro:batch 1050000/128000 in=1 out=5 read=0.05 write=1.25 >272000 in=2 out=7.5 read=0.1 write=2.5
openai/gpt-6.1-sol:batch 1050000/128000 in=1 out=5 read=0.05 write=1.25 >272000 in=2 out=7.5 read=0.1 write=2.5
openai/gpt-6.1-terra 1050000/128000 in=1 out=5 read=0.05 write=1.25 >272000 in=2 out=7.5 read=0.1 write=2.5
openai/gpt-6.1-terra-pro 1050000/128000 in=1 out=5 read=0.05 write=1.25 >272000 in=2 out=7.5 read=0.1 write=2.5
openai/gpt-6.1-terra-pro:batch 1050000/128000 in=0.5 out=2.5 read=0.025 write=0.625 >272000 in=1 out=3.75 read=0.05
 write=1.25
openai/gpt-6.1-terra:batch 1050000/128000 in=0.5 out=2.5 read=0.025 write=0.625 >272000 in=1 out=3.75 read=0.05
 write=1.25
openai/gpt-6.2-astra 1050000/128000 in=8 out=40 read=0.4 write=10 >272000 in=16 out=60 read=0.8 write=20
openai/gpt-6.2-astra-pro 1050000/128000 in=8 out=40 read=0.4 write=10 >272000 in=16 out=60 read=0.8 write=20
openai/gpt-6.2-astra-pro:batch 1050000/128000 in=4 out=20 read=0.2 write=5 >272000 in=8 out=30 read=0.4 write=10
openai/gpt-6.2-astra:batch 1050000/128000 in=4 out=20 read=0.2 write=5 >272000 in=8 out=30 read=0.4 write=10
openai/gpt-6.2-sol 1050000/128000 in=2 out=10 read=0.1 write=2.5 >272000 in=4 out=15 read=0.2 write=5
openai/gpt-6.2-sol-pro 1050000/128000 in=2 out=10 read=0.1 write=2.5 >272000 in=4 out=15 read=0.2 write=5
openai/gpt-6.2-sol-pro:batch 1050000/128000 in=1 out=5 read=0.05 write=1.25 >272000 in=2 out=7.5 read=0.1 write=2.5
openai/gpt-6.2-sol:batch 1050000/128000 in=1 out=5 read=0.05 write=1.25 >272000 in=2 out=7.5 read=0.1 write=2.5
openai/gpt-audio 128000/16384 in=2.5 out=10
openai/gpt-audio-mini 128000/16384 in=0.6 out=2.4
openai/gpt-chat-latest 400000/128000 in=5 out=30 read=0.5
openai/gpt-oss-120b 131072/117964 in=0.15 out=0.6 read=0.075
openai/gpt-oss-120b:batch 131072/117964 in=0.0296 out=0.136
openai/gpt-oss-20b 131072/117964 in=0.018 out=0.09
openai/gpt-oss-20b:batch 131072/117964 in=0.024 out=0.112
openai/gpt-oss-safeguard-20b 131072/65536 in=0.075 out=0.3 read=0.0375
openai/o1 200000/100000 in=15 out=60 read=7.5
openai/o1-pro 200000/100000 in=150 out=600
openai/o3 200000/100000 in=2 out=8 read=0.5
openai/o3-mini 200000/100000 in=1.1 out=4.4 read=0.55
openai/o3-mini-high 200000/100000 in=1.1 out=4.4 read=0.55
openai/o3-mini:batch 200000/100000 in=0.55 out=2.2 read=0.275
openai/o3-pro 200000/100000 in=20 out=80
openai/o3:batch 200000/100000 in=1 out=4 read=0.25
openai/o4-mini 200000/100000 in=1.1 out=4.4 read=0.275
openai/o4-mini-high 200000/100000 in=1.1 out=4.4 read=0.275
openai/o4-mini:batch 200000/100000 in=0.55 out=2.2 read=0.1375
openrouter/auto 2000000/2000000 in=0 out=0
openrouter/auto-beta 2000000/128000 in=0 out=0
openrouter/auto-code 2000000/128000 in=0 out=0
openrouter/free 200000/8000 in=0 out=0
openrouter/fusion 1000000/128000 in=0 out=0
openrouter/pareto-code 2000000/200000 in=0 out=0
particle-ai/particle-1 1048576/131072 in=0.07 out=0.5 read=0.006
particle-ai/particle-1:free 1048576/131072 in=0 out=0
perceptron/perceptron-mk1 32768/8192 in=0.15 out=1.5
perceptron/perceptron-mk1.5 36864/8192 in=0.15 out=1.5
perplexity/sonar 127072/114364 in=1 out=1
perplexity/sonar-deep-research 128000/115200 in=2 out=8 think=3
perplexity/sonar-pro 200000/8000 in=3 out=15
perplexity/sonar-pro-search 200000/8000 in=3 out=15
perplexity/sonar-reasoning-pro 128000/115200 in=2 out=8
poolside/laguna-s-2.1 1048576/131072 in=0.09 out=0.18 read=0.009
poolside/laguna-s-2.1:free 262144/32768 in=0 out=0
poolside/laguna-xs-2.1 262144/32768 in=0.06 out=0.12 read=0.03
poolside/laguna-xs-2.1:free 262144/32768 in=0 out=0
prism-ml/ternary-bonsai-2-27b 262144/32768 in=0.075 out=0.5
prism-ml/ternary-bonsai-2-9b 262144/65536 in=0.08 out=0.13 read=0.04
qwen/qwen-2.5-72b-instruct 32768/16384 in=0.36 out=0.4
qwen/qwen-2.5-7b-instruct 32768/29491 in=0.1 out=0.2
qwen/qwen-2.5-coder-32b-instruct 32768/29491 in=0.66 out=1
qwen/qwen-plus 1000000/32768 in=0.26 out=0.78 read=0.052 write=0.325 >256000 in=0.78 out=2.34 read=0.156 write=0.975
qwen/qwen-plus-2025-07-28 1000000/32768 in=0.26 out=0.78 >256000 in=0.78 out=2.34
qwen/qwen2.5-vl-72b-instruct 128000/115200 in=0.8 out=1 read=0.4
qwen/qwen3-14b 131072/16384 in=0.12 out=0.24
qwen/qwen3-235b-a22b 131072/8192 in=0.455 out=1.82
qwen/qwen3-235b-a22b-2507 262144/235929 in=0.14 out=0.8 read=0.05
qwen/qwen3-235b-a22b-thinking-2507 131072/117964 in=0.45 out=3.5
qwen/qwen3-30b-a3b 131072/16384 in=0.12 out=0.5
qwen/qwen3-30b-a3b-instruct-2507 262144/235929 in=0.1 out=0.3
qwen/qwen3-30b-a3b-thinking-2507 81920/32768 in=0.2 out=2.4
qwen/qwen3-32b 131072/16384 in=0.08 out=0.28
qwen/qwen3-8b 131072/8192 in=0.117 out=0.455
qwen/qwen3-coder 262144/65536 in=0.3 out=1 read=0.1
qwen/qwen3-coder-30b-a3b-instruct 262144/235929 in=0.15 out=0.6
qwen/qwen3-coder-flash 1000000/65536 in=0.195 out=0.975 read=0.039 write=0.24375 >32000 in=0.325 out=1.625 read=0.065
 write=0.40625 >128000 in=0.52 out=2.6 read=0.104 write=0.65
qwen/qwen3-coder-next 262144/235929 in=0.12 out=0.8 read=0.07
qwen/qwen3-coder-plus 1000000/65536 in=0.65 out=3.25 read=0.13 write=0.8125 >32000 in=1.17 out=5.85 read=0.234
 write=1.4625 >128000 in=1.95 out=9.75 read=0.39 write=2.4375
qwen/qwen3-max 262144/65536 in=0.78 out=3.9 read=0.156 write=0.975 >32000 in=1.56 out=7.8 read=0.312 write=1.95
 >128000 in=1.95 out=9.75 read=0.39 write=2.4375
qwen/qwen3-max-thinking 262144/65536 in=0.78 out=3.9 >32000 in=1.56 out=7.8 >128000 in=1.95 out=9.75
qwen/qwen3-next-80b-a3b-instruct 262144/235929 in=0.1 out=1.1 read=0.07
qwen/qwen3-next-80b-a3b-thinking 262144/235929 in=0.15 out=1.2
qwen/qwen3-vl-235b-a22b-instruct 262144/32768 in=0.21 out=1.9 read=0.1
qwen/qwen3-vl-235b-a22b-thinking 131072/32768 in=0.4 out=4
qwen/qwen3-vl-30b-a3b-instruct 262144/16384 in=0.15 out=0.6
qwen/qwen3-vl-30b-a3b-thinking 262144/32768 in=0.2 out=2.4
qwen/qwen3-vl-32b-instruct 131072/32768 in=0.104 out=0.416
qwen/qwen3-vl-8b-instruct 262144/235929 in=0.25 out=0.75 read=0.12
qwen/qwen3-vl-8b-thinking 131072/32768 in=0.18 out=2.1
qwen/qwen3.5-122b-a10b 262144/235929 in=0.26 out=2.08
qwen/qwen3.5-27b 262144/81920 in=0.26 out=2.6
qwen/qwen3.5-35b-a3b 262144/81920 in=0.1625 out=1.3
qwen/qwen3.5-397b-a17b 262144/235929 in=0.55 out=3.5 read=0.225
qwen/qwen3.5-9b 262144/235929 in=0.17 out=0.25
qwen/qwen3.5-flash-02-23 1000000/65536 in=0.065 out=0.26
qwen/qwen3.5-plus-02-15 1000000/65536 in=0.26 out=1.56 >256000 in=0.325 out=1.95
qwen/qwen3.5-plus-20260420 1000000/65536 in=0.3 out=1.8 write=0.375 >256000 in=0.375 out=2.25 write=0.46875
qwen/qwen3.6-27b 262144/81920 in=0.32 out=3.2
qwen/qwen3.6-35b-a3b 262144/235929 in=0.15 out=1 read=0.05
qwen/qwen3.6-flash 1000000/65536 in=0.1875 out=1.125 write=0.234375 >256000 in=0.75 out=3 write=0.9375
qwen/qwen3.6-max-preview 262144/65536 in=1.027 out=6.162 write=1.28375 >128000 in=1.58 out=9.48 write=1.975
qwen/qwen3.6-plus 1000000/65536 in=0.325 out=1.95 write=0.40625 >256000 in=1.3 out=3.9 write=1.625
qwen/qwen3.7-flash 1000000/65536 in=0.03 out=0.13 read=0.006 write=0.038 >32000 in=0.1 out=0.4 read=0.02 write=0.125
 >256000 in=0.2 out=0.8 read=0.04 write=0.25
qwen/qwen3.7-max 1000000/131072 in=1.475 out=4.425 read=0.295 write=1.84375
qwen/qwen3.7-plus 1000000/131072 in=0.32 out=1.28 read=0.064 write=0.4 >256000 in=0.96 out=3.84 read=0.192 write=1.2
qwen/qwen3.7-plus:batch 262144/131072 in=0.23 out=0.92
qwen/qwen3.8-2.4t-a95b 1048576/131072 in=2 out=6 read=0.25
qwen/qwen3.8-27b 1000000/235929 in=0.42 out=3 read=0.085
qwen/qwen3.8-27b:batch 262144/235929 in=0.16 out=2 read=0.04
qwen/qwen3.8-27b:free 262144/235929 in=0 out=0
qwen/qwen3.8-flash 1000000/131072 in=0.15 out=0.47 read=0.016 write=0.2
qwen/qwen3.8-max-0902 1000000/131072 in=2 out=6 read=0.25 write=2.5
qwen/qwen3.8-max-0902:batch 262144/131072 in=1.15 out=3.45
qwen/qwen3.8-max-prime 1000000/131072 in=4 out=12 read=0.5
qwen/qwen3.8-omni-flash 1000000/131072 in=0.15 out=0.47 read=0.016
qwen/qwen4-max 1000000/131072 in=1.425 out=4.275 read=0.07125 write=1.78125
recursive/flint-v1.0:free 262144/235929 in=0 out=0
reflection/beam-1.0-501b-a23b 1048576/131072 in=0.25 out=1 read=0.05
rekaai/reka-edge 16384/14745 in=0.1 out=0.1
rekaai/reka-flash-3 65536/58982 in=0.1 out=0.2
relace/relace-apply-3 256000/128000 in=0.85 out=1.25
relace/relace-search 256000/128000 in=1 out=3
ricursiveai/ripple-65b-preview 1048576/131072 in=0.1 out=0.3 read=0.025
sakana/fugu-max 1000000/128000 in=2 out=6 read=0.25
sakana/fugu-ultra 1000000/128000 in=5 out=30 read=0.5 >272000 in=10 out=45 read=1
sakana/fugu-ultra-v2 1000000/128000 in=5 out=30 read=0.5 >272000 in=10 out=45 read=1
sakana/sakana-namazu 262144/65536 in=0.95 out=4 read=0.15
sao10k/l3-lunaris-8b 8192/7372 in=0.04 out=0.05
sao10k/l3.1-euryale-70b 131072/16384 in=0.85 out=0.85
sao10k/l3.3-euryale-70b 131072/16384 in=0.65 out=0.75
stealth/space-bunny-alpha 1000000/524288 in=0 out=0
stepfun/step-3.5-flash 262144/65536 in=0.1 out=0.3
stepfun/step-3.7-flash 262144/230400 in=0.2 out=1.15 read=0.04
stepfun/step-5-preview 1000000/64000 in=1 out=2.7 read=0.1
tencent/hunyuan-a13b-instruct 131072/117964 in=0.14 out=0.57
tencent/hy-mt2-1.8b 8192/4096 in=0.044 out=0.177
tencent/hy-mt2-30b-a3b 8192/4096 in=0.074 out=0.295
tencent/hy-mt2-7b 8192/4096 in=0.074 out=0.295
tencent/hy3 262144/128000 in=0.132 out=0.528 read=0.033
tencent/hy3-preview 262144/235929 in=0.18 out=0.6 read=0.06
tencent/hy4 1048576/65536 in=0.417 out=1.2505 read=0.021
tencent/hy4-flash 1048576/65536 in=0.035 out=0.1405 read=0.0015
tencent/hy4-preview 1048576/64000 in=0.834 out=2.501 read=0.042
thedrummer/cydonia-24b-v4.1 131072/117964 in=0.3 out=0.5 read=0.15
thedrummer/skyfall-36b-v2 32768/29491 in=0.55 out=0.8 read=0.25
thedrummer/unslopnemo-12b 1024000/819200 in=0.4 out=0.4
thinkingmachines/inkling 524288/471859 in=1 out=4.05 read=0.17
thinkingmachines/inkling-2-small 1048576/943718 in=0.3 out=1 read=0.03
thinkingmachines/inkling-small 524288/262144 in=0.45 out=1.2 read=0.1
thinkingmachines/inkling-small:batch 524288/262144 in=0.36 out=0.96 read=0.08
thinkingmachines/inkling-small:free 1048576/262144 in=0 out=0
thinkingmachines/inkling:free 1048576/262144 in=0 out=0
typesafe/jev-router 1000000/128000 in=0 out=0
unbiased/pareto 262144/131072 in=2.5 out=7.5 read=0.25
unbiased/pareto-26.10 1048576/131072 in=0.8 out=3.2 read=0.03
unbiased/pareto-26.10-preview 1048576/131072 in=0.8 out=3.2 read=0.03
unbiased/pareto-26.9 262144/131072 in=2.5 out=7.5 read=0.25
undi95/remm-slerp-l2-13b 6144/5529 in=0.35 out=0.65
upstage/solar-mini4 524288/131072 in=0.05 out=0.2 read=0.005
upstage/solar-pro-3 131072/117964 in=0.15 out=0.6 read=0.015
upstage/solar-pro4 524288/131072 in=0.15 out=0.6 read=0.03
writer/palmyra-x5 1040000/8192 in=0.6 out=6
x-ai/grok-4.20 2000000/1800000 in=1.25 out=2.5 read=0.2 >200000 in=2.5 out=5 read=0.4
x-ai/grok-4.20-multi-agent 2000000/1800000 in=1.25 out=2.5 read=0.2 >200000 in=2.5 out=5 read=0.4
x-ai/grok-4.3 1000000/900000 in=1.25 out=2.5 read=0.2 >200000 in=2.5 out=5 read=0.4
x-ai/grok-4.3:batch 1000000/900000 in=1 out=2 read=0.16 >200000 in=2 out=4 read=0.32
x-ai/grok-4.5 500000/450000 in=2 out=6 read=0.3 >200000 in=4 out=12 read=0.6
x-ai/grok-4.6 500000/450000 in=2 out=6 read=0.5 >200000 in=4 out=12 read=1
x-ai/grok-4.6:batch 500000/450000 in=1.6 out=4.8 read=0.4 >200000 in=3.2 out=9.6 read=0.8
x-ai/grok-4.7 500000/450000 in=2 out=6 read=0.5 >200000 in=4 out=12 read=1
x-ai/grok-4.7:batch 500000/450000 in=1.6 out=4.8 read=0.4 >200000 in=3.2 out=9.6 read=0.8
x-ai/grok-build-0.1 256000/230400 in=1 out=2 read=0.2 >200000 in=2 out=4 read=0.4
xiaomi/mimo-v2.5 1050000/131072 in=0.4 out=2 read=0.08
xiaomi/mimo-v2.5-pro 1050000/235929 in=0.48 out=1.8 read=0.096
xiaomi/mimo-v2.6-flash 1048576/131072 in=0.14 out=0.28 read=0.0028
xiaomi/mimo-v2.6-pro 1050000/131072 in=0.435 out=0.87 read=0.0036
xiaomi/mimo-v2.6-pro-ultraspeed 1048576/131072 in=4.35 out=8.7 read=0.036
z-ai/glm-4.5 131072/98304 in=0.6 out=2.2 read=0.11
z-ai/glm-4.5-air 131072/98304 in=0.13 out=0.85 read=0.025
z-ai/glm-4.5v 65536/16384 in=0.6 out=1.8 read=0.11
z-ai/glm-4.6 204800/131072 in=0.5 out=2 read=0.1
z-ai/glm-4.6v 131072/32768 in=0.3 out=0.9 read=0.055
z-ai/glm-4.7 204800/131072 in=0.6 out=2.2 read=0.11
z-ai/glm-4.7-flash 200000/117964 in=0.0605 out=0.4
z-ai/glm-5 204800/131072 in=0.6 out=1.92 read=0.12
z-ai/glm-5-turbo 202752/131072 in=1.2 out=4 read=0.24
z-ai/glm-5.1 204800/131072 in=1.4 out=4.4 read=0.26
z-ai/glm-5.2 1048576/943718 in=0.62 out=2.42 read=0.14
z-ai/glm-5.2:batch 1048576/943718 in=0.322 out=0.989 read=0.109
z-ai/glm-5.3 1310720/943718 in=1.4 out=4.4 read=0.26
z-ai/glm-5.3-flash 1310720/943717 in=0.15 out=0.5 read=0.03
z-ai/glm-5.3-flash:batch 1048575/943717 in=0.023 out=0.068 read=0.009
z-ai/glm-5.3-flashx 1048576/131072 in=0.37 out=1.25 read=0.09
z-ai/glm-5.3-flashx-legal 1048576/131072 in=0.37 out=1.25 read=0.075
z-ai/glm-5.3-prime 1000000/131072 in=2.8 out=8.8 read=0.56
z-ai/glm-5.3:batch 1048575/943717 in=0.28 out=1.249 read=0.061
z-ai/glm-5v-turbo 202752/131072 in=1.2 out=4 read=0.24
~anthropic/claude-fable-latest 1000000/128000 in=10 out=50 read=0.25 write=12.5
~anthropic/claude-haiku-latest 1000000/128000 in=1 out=5 read=0.1 write=1.25
~anthropic/claude-opus-latest 1000000/128000 in=4 out=20 read=0.2 write=5
~anthropic/claude-sonnet-latest 1000000/128000 in=2 out=10 read=0.2 write=2.5
~deepseek/deepseek-flash-latest 1048576/943718 in=0.036 out=0.5 read=0.01
~deepseek/deepseek-pro-latest 1048576/943718 in=0.2565 out=8 read=0.26
~deepseek/deepseek-v4-flash-latest 1310720/943718 in=0.047 out=0.3 read=0.035
~google/gemini-flash-latest 1048576/943718 in=1.5 out=7.5 read=0.075 write=0.083333
~google/gemini-pro-latest 1048576/943718 in=2 out=12 read=0.2 write=0.375 think=12 >200000 in=4 out=18 read=0.4
~moonshotai/kimi-latest 1048576/943718 in=0.1805 out=11.0055 read=0.18
~openai/gpt-astra-latest 1050000/128000 in=10 out=50 read=1 write=12.5 >272000 in=20 out=75 read=2 write=25
~openai/gpt-luna-latest 1050000/128000 in=0.1 out=0.5 read=0.01 write=0.125 >272000 in=0.2 out=0.75 read=0.02
 write=0.25
~openai/gpt-mini-latest 400000/128000 in=0.75 out=4.5 read=0.075
~openai/gpt-sol-latest 1050000/128000 in=2 out=10 read=0.2 write=2.5 >272000 in=4 out=15 read=0.4 write=5
~openai/gpt-terra-latest 1050000/128000 in=2 out=12 read=0.2 write=2.5 >272000 in=4 out=18 read=0.4 write=5
~unbiased/pareto-latest 1048576/131072 in=0.8 out=3.2 read=0.03
~x-ai/grok-latest 500000/450000 in=2 out=6 read=0.5 >200000 in=4 out=12 read=1
~z-ai/glm-flash-latest 1310720/131072 in=0.045 out=0.14 read=0.01
~z-ai/glm-latest 1310720/943718 in=0.4522 out=2.805 read=0.146625
# siliconflow
ByteDance-Seed/Seed-OSS-36B-Instruct 262000/262000 in=0.21 out=0.57
MiniMaxAI/MiniMax-M2.5 197000/131000 in=0.3 out=1.2 read=0.03
MiniMaxAI/MiniMax-M3 1048576/131000 in=0.3 out=1.2 read=0.06
Qwen/Qwen2.5-72B-Instruct 33000/4000 in=0.59 out=0.59
Qwen/Qwen2.5-7B-Instruct 33000/4000 in=0.05 out=0.05
Qwen/Qwen3-14B 131000/131000 in=0.07 out=0.28
Qwen/Qwen3-30B-A3B-Instruct-2507 262000/262000 in=0.09 out=0.3
Qwen/Qwen3-32B 131000/131000 in=0.14 out=0.57
Qwen/Qwen3-8B 131000/131000 in=0.06 out=0.06
Qwen/Qwen3-Coder-30B-A3B-Instruct 262000/262000 in=0.07 out=0.28
Qwen/Qwen3-Coder-480B-A35B-Instruct 262000/262000 in=0.25 out=1
Qwen/Qwen3-VL-30B-A3B-Instruct 262000/262000 in=0.29 out=1
Qwen/Qwen3-VL-30B-A3B-Thinking 262000/262000 in=0.29 out=1
Qwen/Qwen3-VL-32B-Instruct 262000/262000 in=0.2 out=0.6
Qwen/Qwen3-VL-32B-Thinking 262000/262000 in=0.2 out=1.5
Qwen/Qwen3-VL-8B-Instruct 262000/262000 in=0.18 out=0.68
Qwen/Qwen3.5-122B-A10B 262144/262144 in=0.26 out=2.08
Qwen/Qwen3.5-27B 262144/262144 in=0.25 out=2
Qwen/Qwen3.5-35B-A3B 262144/262144 in=0.24 out=1.8
Qwen/Qwen3.5-397B-A17B 262144/262144 in=0.39 out=2.34
Qwen/Qwen3.5-9B 262144/262144 in=0.1 out=0.15
Qwen/Qwen3.6-27B 262144/262144 in=0.3 out=3.2
Qwen/Qwen3.6-35B-A3B 262144/262144 in=0.2 out=1.6
Qwen/Qwen3.8-2.4T-A95B 1049000/131000 in=2 out=6 read=0.25
deepseek-ai/DeepSeek-R1 164000/164000 in=0.5 out=2.18
deepseek-ai/DeepSeek-V3 164000/164000 in=0.25 out=1
deepseek-ai/DeepSeek-V3.1 164000/164000 in=0.27 out=1
deepseek-ai/DeepSeek-V3.1-Terminus 164000/164000 in=0.27 out=1
deepseek-ai/DeepSeek-V3.2 164000/164000 in=0.27 out=0.42 read=0.135
deepseek-ai/DeepSeek-V3.2-Exp 164000/164000 in=0.27 out=0.41
deepseek-ai/DeepSeek-V4-Flash 1000000/384000 in=0.13 out=0.28 read=0.028
deepseek-ai/DeepSeek-V4-Flash-0731 1000000/384000 in=0.22 out=0.66 read=0.014
deepseek-ai/DeepSeek-V4-Flash-Vision-Exp 1000000/384000 in=0.44 out=1.32 read=0.028
deepseek-ai/DeepSeek-V4-Pro 1000000/384000 in=1.50162 out=3.135 read=0.135
deepseek-ai/DeepSeek-V4-Pro-0813 1000000/384000 in=1.32 out=3.96 read=0.044
google/gemma-4-12B-it 262144/262144 in=0.1 out=0.3
google/gemma-4-26B-A4B-it 262144/262144 in=0.12 out=0.4
google/gemma-4-31B-it 262144/262144 in=0.13 out=0.4
inclusionAI/Ling-flash-2.0 131000/131000 in=0.14 out=0.57
meituan-longcat/LongCat-2.0 1049000/131072 in=0.75 out=2.95 read=0.015
moonshotai/Kimi-K2.5 262000/262000 in=0.45 out=2.25 read=0.07
moonshotai/Kimi-K2.6 262000/262000 in=0.77 out=3.4 read=0.14
moonshotai/Kimi-K2.7-Code 262144/262144 in=0.85916 out=3.8 read=0.17993
moonshotai/Kimi-K3 1048576/262000 in=2.7 out=13.5 read=0.27
nex-agi/Nex-N2-Pro 262144/256000 in=0.5 out=2.5 read=0.25
openai/gpt-oss-120b 131000/8000 in=0.05 out=0.45
openai/gpt-oss-20b 131000/8000 in=0.04 out=0.18
stepfun-ai/Step-3.5-Flash 262000/262000 in=0.1 out=0.3
tencent/Hunyuan-A13B-Instruct 131000/131000 in=0.14 out=0.57
tencent/Hy3 262144/262144 in=0.132 out=0.528 read=0.033
zai-org/GLM-4.5-Air 131000/131000 in=0.14 out=0.86
zai-org/GLM-5 205000/205000 in=0.95 out=2.55 read=0.2
zai-org/GLM-5.1 205000/131000 in=1.19 out=3.74 read=0.6
zai-org/GLM-5.2 1049000/262000 in=1.302 out=4.092 read=0.26
zai-org/GLM-5.3 1049000/262000 in=1.4 out=4.4 read=0.26
zai-org/GLM-5.3-Flash 1049000/262000 in=0.15 out=0.5 read=0.03
zai-org/GLM-5V-Turbo 200000/131072 in=1.2 out=4 read=0.24
# stepfun-ai
step-1-32k 32768/32768 in=2.05 out=9.59 read=0.41
step-2-16k 16384/8192 in=5.21 out=16.44 read=1.04
step-3.5-flash 256000/256000 in=0.1 out=0.3 read=0.02
step-3.5-flash-2603 256000/256000 in=0.1 out=0.3 read=0.02
step-3.7-flash 256000/256000 in=0.185 out=1.11 read=0.037
step-5-preview 1024000/65536 in=1 out=2.7 read=0.05
# togetherai
LiquidAI/LFM2-24B-A2B 32768/32768 in=0.03 out=0.12
MiniMaxAI/MiniMax-M2.5 204800/131072 in=0.3 out=1.2 read=0.06
MiniMaxAI/MiniMax-M2.7 196608/131072 in=0.3 out=1.2 read=0.06
MiniMaxAI/MiniMax-M3 524288/524288 in=0.3 out=1.2 read=0.06
Qwen/Qwen2.5-7B-Instruct-Turbo 32768/32768 in=0.3 out=0.3
Qwen/Qwen3-235B-A22B-Instruct-2507-tput 262144/262144 in=0.2 out=0.6
Qwen/Qwen3-Coder-480B-A35B-Instruct-FP8 262144/262144 in=2 out=2
Qwen/Qwen3-Coder-Next-FP8 262144/262144 in=0.5 out=1.2
Qwen/Qwen3.5-397B-A17B 262144/130000 in=0.6 out=3.6 read=0.35
Qwen/Qwen3.5-9B 262144/65536 in=0.17 out=0.25
Qwen/Qwen3.6-Plus 1000000/500000 in=0.5 out=3
Qwen/Qwen3.7-Max 1000000/500000 in=2.5 out=7.5 read=0.5
deepcogito/cogito-v2-1-671b 163840/163840 in=1.25 out=1.25
deepseek-ai/DeepSeek-R1 163839/163839 in=3 out=7
deepseek-ai/DeepSeek-V3 131072/131072 in=1.25 out=1.25
deepseek-ai/DeepSeek-V3-1 131072/131072 in=0.6 out=1.7
deepseek-ai/DeepSeek-V4-Flash-0731 1048576/384000 in=0.14 out=0.28 read=0.03
deepseek-ai/DeepSeek-V4-Pro 512000/384000 in=1.74 out=3.48 read=0.2
deepseek-ai/DeepSeek-V4-Pro-0813 1048576/384000 in=1.32 out=3.96 read=0.13
deepseek-ai/DeepSeek-V4.1-Flash 1048576/384000 in=0.3 out=1.2 read=0.006
essentialai/Rnj-1-Instruct 32768/32768 in=0.15 out=0.15
google/gemma-3n-E4B-it 32768/32768 in=0.06 out=0.12
google/gemma-4-31B-it 262144/131072 in=0.39 out=0.97
meta-llama/Llama-3.3-70B-Instruct-Turbo 131072/131072 in=1.04 out=1.04
meta-llama/Meta-Llama-3-8B-Instruct-Lite 8192/8192 in=0.14 out=0.14
meta-models/Muse-Spark-Open-816B-A42B 1048576/131072 in=1.25 out=4.25 read=0.15
moonshotai/Kimi-K2.5 262144/262144 in=0.5 out=2.8
moonshotai/Kimi-K2.6 262144/131000 in=1.2 out=4.5 read=0.2
moonshotai/Kimi-K2.7-Code 262144/131072 in=0.95 out=4 read=0.19
moonshotai/Kimi-K3 1048576/1048576 in=3 out=15 read=0.3
moonshotai/Kimi-K3.1-Pro 1048576/1048576 in=2 out=10 read=0.2
nvidia/NVIDIA-Nemotron-3.5-Super-VL 262144/262144 in=0.15 out=0.5 read=0.02
nvidia/nemotron-3-ultra-550b-a55b 512300/512300 in=0.6 out=3.6 read=0.2
openai/gpt-oss-120b 131072/131072 in=0.15 out=0.6
openai/gpt-oss-20b 131072/131072 in=0.05 out=0.2
pearl-ai/gemma-4-31b-it 32000/32000 in=0.28 out=0.86
reflection/Beam-1.0-501B-A23B 1048576/131072 in=0.4 out=1.2 read=0.04
thinkingmachines/Inkling 524288/131072 in=1 out=4.05 read=0.17
zai-org/GLM-5 202752/131072 in=1 out=3.2
zai-org/GLM-5.1 202752/131072 in=1.4 out=4.4 read=0.26
zai-org/GLM-5.2 1048575/164000 in=1.4 out=4.4 read=0.26
zai-org/GLM-5.3 1048576/262144 in=1.4 out=4.4 read=0.26
zai-org/GLM-5.3-Flash 1048575/400000 in=0.15 out=0.5 read=0.03
# venice
aion-labs-aion-3-0 128000/32768 in=3.75 out=7.5 read=0.9375
aion-labs-aion-3-0-mini 128000/32768 in=0.875 out=1.75 read=0.225
aion-labs-aion-3-5 262144/32768 in=3.75 out=7.5 read=0.9375
aion-labs-aion-3-5-mini 262144/32768 in=0.875 out=1.75 read=0.225
claude-fable-5 1000000/128000 in=12 out=60 read=1.2 write=15
claude-fable-5-1 1000000/128000 in=12 out=60 read=0.3 write=15
claude-opus-4-5 198000/32768 in=6 out=30 read=0.6 write=7.5
claude-opus-4-6 1000000/128000 in=6 out=30 read=0.6 write=7.5
claude-opus-4-7 1000000/128000 in=6 out=30 read=0.6 write=7.5
claude-opus-4-8 1000000/128000 in=6 out=30 read=0.6 write=7.5
claude-opus-4-8-fast 1000000/128000 in=12 out=60 read=1.2 write=15
claude-opus-5 1000000/128000 in=6 out=30 read=0.6 write=7.5
claude-opus-5-5 1000000/128000 in=4.8 out=24 read=0.24 write=6
claude-opus-5-fast 1000000/128000 in=12 out=60 read=1.2 write=15
claude-sonnet-4-5 198000/64000 in=3.75 out=18.75 read=0.375 write=4.69
claude-sonnet-4-6 1000000/64000 in=3.6 out=18 read=0.36 write=4.5
claude-sonnet-5 1000000/64000 in=3 out=15 read=0.3 write=3.75
deepseek-v3.2 160000/32768 in=0.33 out=0.48 read=0.16
deepseek-v4-1-flash 1000000/131072 in=0.375 out=1.5 read=0.0075
deepseek-v4-flash 1000000/32768 in=0.138 out=0.275 read=0.028
deepseek-v4-flash-0731 1000000/32768 in=0.175 out=0.35 read=0.035
deepseek-v4-flash-0731-fast 1000000/32768 in=0.35 out=0.7 read=0.0875
deepseek-v4-pro 1000000/32768 in=1.65 out=3.301 read=0.33
deepseek-v4-pro-0813 1000000/32768 in=1.65 out=4.95 read=0.165
gemini-3-1-pro-preview 1000000/32768 in=2.5 out=15 read=0.5 write=0.5 >200000 in=5 out=22.5 read=0.5 write=0.5
gemini-3-5-flash 1000000/65536 in=1.55 out=9.45 read=0.155 write=0.086
gemini-3-5-flash-lite 1000000/65536 in=0.375 out=3.125 read=0.0375
gemini-3-6-flash 1000000/65536 in=0.9375 out=4.6875 read=0.09375
gemini-3-7-flash 1000000/65536 in=0.9375 out=4.6875 read=0.09375
gemini-3-8-flash 1000000/65536 in=0.9375 out=4.6875 read=0.09375
gemini-3-flash-preview 256000/65536 in=0.7 out=3.75 read=0.07
gemma-4-uncensored 256000/8192 in=0.1625 out=0.5
google-gemma-3-27b-it 198000/16384 in=0.12 out=0.2
google-gemma-4-26b-a4b-it 256000/8192 in=0.13 out=0.4 read=0.05
google-gemma-4-31b-it 256000/8192 in=0.12 out=0.36 read=0.09
grok-4-20 2000000/128000 in=1.42 out=2.83 read=0.23 >200000 in=2.83 out=5.67 read=0.45
grok-4-20-multi-agent 2000000/128000 in=1.42 out=2.83 read=0.23 >200000 in=2.83 out=5.67 read=0.45
grok-4-3 1000000/32000 in=1.42 out=2.83 read=0.23 >200000 in=2.83 out=5.67 read=0.45
grok-4-5 500000/32000 in=2.27 out=6.8 read=0.34 >200000 in=4.53 out=13.6 read=0.68
grok-4-6 500000/200000 in=2.27 out=6.8 read=0.57 >200000 in=4.53 out=13.6 read=1.13
grok-4-7 500000/200000 in=2.27 out=6.8 read=0.57 >200000 in=4.53 out=13.6 read=1.13
grok-build-0-1 256000/65536 in=1 out=2 read=0.2 >200000 in=2 out=4 read=0.4
hermes-3-llama-3.1-405b 128000/16384 in=1.1 out=3
inkling 524288/65536 in=1.25 out=5.0625 read=0.2125
kimi-k2-5 256000/65536 in=0.56 out=3.5 read=0.22
kimi-k2-6 256000/65536 in=0.75 out=3.5 read=0.16
kimi-k2-7-code 256000/65536 in=0.75 out=3.5 read=0.16
kimi-k3 1000000/131072 in=3.75 out=18.75 read=0.375
kimi-k3-fast-api 1000000/131072 in=4.5 out=22.5 read=0.45
llama-3.2-3b 128000/4096 in=0.15 out=0.6
llama-3.3-70b 128000/4096 in=0.7 out=2.8
mercury-2 128000/50000 in=0.3125 out=0.9375 read=0.03125
mercury-2-5 260000/65536 in=0.05 out=0.1875 read=0.005
minimax-m25 198000/32768 in=0.27 out=0.95 read=0.03
minimax-m27 198000/32768 in=0.375 out=1.5 read=0.06875
minimax-m3-preview 524288/65536 in=0.3 out=1.2 read=0.06
mistral-small-3-2-24b-instruct 256000/16384 in=0.09375 out=0.25
nvidia-nemotron-3-nano-30b-a3b 128000/16384 in=0.075 out=0.3
nvidia-nemotron-3-ultra-550b-a55b 256000/32768 in=0.625 out=3.125 read=0.1875
olafangensan-glm-4.7-flash-heretic 200000/24000 in=0.07 out=0.4 read=0.035
openai-gpt-4o-2024-11-20 128000/16384 in=3.125 out=12.5
openai-gpt-4o-mini-2024-07-18 128000/16384 in=0.1875 out=0.75 read=0.09375
openai-gpt-52 256000/65536 in=2.19 out=17.5 read=0.219
openai-gpt-53-codex 400000/128000 in=2.19 out=17.5 read=0.219
openai-gpt-54 1000000/131072 in=3.13 out=18.8 read=0.313
openai-gpt-54-mini 400000/128000 in=0.9375 out=5.625 read=0.09375
openai-gpt-54-pro 1000000/128000 in=37.5 out=225 >272000 in=75 out=337.5
openai-gpt-55 1000000/131072 in=6.25 out=37.5 read=0.625 >272000 in=12.5 out=56.25 read=1.25
openai-gpt-55-pro 1000000/128000 in=37.5 out=225
openai-gpt-56-luna 1000000/128000 in=0.25 out=1.5 read=0.025 write=0.3125 >272000 in=0.5 out=2.25 read=0.05
 write=0.625
openai-gpt-56-luna-pro 1000000/128000 in=0.25 out=1.5 read=0.025 write=0.3125 >272000 in=0.5 out=2.25 read=0.05
 write=0.625
openai-gpt-56-sol 1000000/128000 in=5 out=25 read=0.5 write=6.25 >272000 in=10 out=37.5 read=1 write=12.5
openai-gpt-56-sol-pro 1000000/128000 in=5 out=25 read=0.5 write=6.25 >272000 in=10 out=37.5 read=1 write=12.5
openai-gpt-56-terra 1000000/128000 in=2.5 out=15 read=0.25 write=3.125 >272000 in=5 out=22.5 read=0.5 write=6.25
openai-gpt-56-terra-pro 1000000/128000 in=2.5 out=15 read=0.25 write=3.125 >272000 in=5 out=22.5 read=0.5 write=6.25
openai-gpt-6-astra 1050000/128000 in=10 out=50 read=1 write=12.5 >272000 in=20 out=75 read=2 write=25
openai-gpt-6-astra-pro 1050000/128000 in=12.5 out=62.5 read=1.25 write=15.625 >272000 in=25 out=93.75 read=2.5
 write=31.25
openai-gpt-6-luna 1050000/128000 in=0.125 out=0.625 read=0.0125 write=0.15625 >272000 in=0.25 out=0.9375 read=0.025
 write=0.3125
openai-gpt-6-sol 1050000/128000 in=2.5 out=12.5 read=0.25 write=3.125 >272000 in=5 out=18.75 read=0.5 write=6.25
openai-gpt-oss-120b 128000/16384 in=0.07 out=0.3
qwen-3-6-plus 1000000/65536 in=0.625 out=3.75 read=0.0625 write=0.78 >256000 in=2.5 out=7.5 read=0.0625 write=0.78
qwen-3-7-max 1000000/65536 in=2.7 out=8.05 read=0.27 write=3.35
qwen-3-7-plus 1000000/65536 in=0.5 out=2 read=0.05 write=0.625 >256000 in=1.5 out=6 read=0.15 write=1.875
qwen-3-8-2-4t-a95b 262144/65536 in=2.5 out=7.5 read=0.3125
qwen-3-8-27b 262144/65536 in=0.45 out=3.2
qwen-3-8-flash 1000000/131072 in=0.14 out=0.49 read=0.014
qwen-3-8-max 1000000/131072 in=2.5 out=7.5 read=0.3125 write=3.125
qwen3-235b-a22b-instruct-2507 128000/16384 in=0.15 out=0.75
qwen3-235b-a22b-thinking-2507 128000/16384 in=0.45 out=3.5
qwen3-5-35b-a3b 256000/16384 in=0.3125 out=1.25 read=0.15625
qwen3-5-397b-a17b 128000/32768 in=0.75 out=4.5
qwen3-5-9b 256000/32768 in=0.1 out=0.15
qwen3-6-27b 256000/65536 in=0.325 out=3.25
qwen3-6-35b-a3b 256000/65536 in=0.1 out=1
qwen3-coder-480b-a35b-instruct-turbo 256000/65536 in=0.35 out=1.5 read=0.04
qwen3-next-80b 256000/16384 in=0.35 out=1.9
qwen3-vl-235b-a22b 128000/16384 in=0.21 out=1.9 read=0.1
seed-2-1-turbo 256000/65536 in=0.625 out=3.125 read=0.125
venice-uncensored-1-2 128000/8192 in=0.2 out=0.9
venice-uncensored-role-play 128000/4096 in=0.5 out=2
xiaomi-mimo-v2-5 1000000/65536 in=0.4 out=2 read=0.08
z-ai-glm-5-3 1000000/131072 in=1.75 out=5.5 read=0.325
z-ai-glm-5-3-flash 1048576/131072 in=0.15 out=0.5 read=0.03
z-ai-glm-5-turbo 200000/32768 in=1.2 out=4 read=0.24
z-ai-glm-5v-turbo 200000/32768 in=1.5 out=5 read=0.3
zai-org-glm-4.6 198000/16384 in=0.43 out=1.75 read=0.08
zai-org-glm-4.7 198000/16384 in=0.55 out=2.65 read=0.11
zai-org-glm-4.7-flash 128000/16384 in=0.06 out=0.4 read=0.01
zai-org-glm-5 198000/32000 in=1 out=3.2 read=0.2
zai-org-glm-5-1 200000/80000 in=1.54 out=4.84 read=0.286
zai-org-glm-5-2 1000000/131072 in=1.4 out=4.4 read=0.26
# vercel
alibaba/qwen-3-14b 40960/16384 in=0.12 out=0.24
alibaba/qwen-3-235b 262144/16384 in=0.22 out=0.88
alibaba/qwen-3-30b 40960/16384 in=0.12 out=0.5
alibaba/qwen-3-32b 128000/8192 in=0.16 out=0.64
alibaba/qwen-3.6-max-preview 240000/64000 in=1.3 out=7.8 read=0.13 write=1.625 >128000 in=2 out=12 read=0.2 write=2.5
alibaba/qwen3-235b-a22b-thinking 131072/32768 in=0.4 out=4
alibaba/qwen3-coder 262144/65536 in=1.5 out=7.5 read=0.3 >32001 in=2.7 out=13.5 read=0.54 >128001 in=4.5 out=22.5
 read=0.9
alibaba/qwen3-coder-30b-a3b 262144/8192 in=0.15 out=0.6
alibaba/qwen3-coder-next 256000/256000 in=0.5 out=1.2
alibaba/qwen3-coder-plus 1000000/65536 in=1 out=5 read=0.2 >32001 in=1.8 out=9 read=0.36 >128001 in=3 out=15 read=0.6
 >256001 in=6 out=60 read=1.2
alibaba/qwen3-max 262144/32768 in=1.2 out=6 read=0.24 >32001 in=2.4 out=12 read=0.48 >128001 in=3 out=15 read=0.6
alibaba/qwen3-max-preview 262144/32768 in=1.2 out=6 read=0.24 >32001 in=2.4 out=12 read=0.48 >128001 in=3 out=15
 read=0.6
alibaba/qwen3-max-thinking 256000/65536 in=1.2 out=6 read=0.24 >32001 in=2.4 out=12 read=0.48 >128001 in=3 out=15
 read=0.6
alibaba/qwen3-next-80b-a3b-instruct 262144/262114 in=0.15 out=1.2
alibaba/qwen3-next-80b-a3b-thinking 262144/262144 in=0.15 out=1.2
alibaba/qwen3-vl-235b-a22b-instruct 131072/129024 in=0.4 out=1.6
alibaba/qwen3-vl-instruct 262144/262144 in=0.4 out=1.6
alibaba/qwen3-vl-thinking 131072/32768 in=0.4 out=4
alibaba/qwen3.5-flash 1000000/64000 in=0.1 out=0.4 read=0.01 write=0.125
alibaba/qwen3.5-plus 1000000/64000 in=0.4 out=2.4 read=0.04 write=0.5 >256001 in=0.5 out=3 read=0.05 write=0.625
alibaba/qwen3.6-27b 256000/256000 in=0.6 out=3.6
alibaba/qwen3.6-35b-a3b 262144/65536 in=0.375 out=2.25
alibaba/qwen3.6-plus 1000000/64000 in=0.5 out=3 read=0.05 write=0.625 >256000 in=2 out=6 read=0.2 write=2.5
alibaba/qwen3.7-flash 991000/64000 in=0.03 out=0.13 read=0.006 write=0.038 >32000 in=0.1 out=0.4 read=0.02 write=0.125
 >256000 in=0.2 out=0.8 read=0.04 write=0.25
alibaba/qwen3.7-max 991000/64000 in=2.5 out=7.5 read=0.5 write=3.125
alibaba/qwen3.7-plus 1000000/64000 in=0.4 out=1.6 read=0.08 write=0.5 >256000 in=1.2 out=4.8 read=0.24 write=1.5
alibaba/qwen3.8-2.4t-a95b 262144/131072 in=2 out=6 read=0.25
alibaba/qwen3.8-27b 1000000/262144 in=0.5 out=3 read=0.1 write=0.625
alibaba/qwen3.8-flash 991000/128000 in=0.15 out=0.47 read=0.016 write=0.2
alibaba/qwen3.8-max 1000000/128000 in=2 out=6 read=0.25 write=2.5
alibaba/qwen3.8-max-0902 991000/128000 in=2 out=6 read=0.25 write=2.5
alibaba/qwen3.8-max-prime 1000000/131072 in=4 out=12 read=0.5 write=5
alibaba/qwen3.8-omni-flash 1000000/131072 in=0.15 out=0.47 read=0.016
alibaba/qwen4-max 1000000/384000 in=1.5 out=4.5 read=0.075 write=1.875
amazon/nova-2-lite 1000000/1000000 in=0.33 out=2.75 read=0.0825
amazon/nova-lite 300000/10000 in=0.06 out=0.24 read=0.015 write=0.06
amazon/nova-micro 128000/10000 in=0.035 out=0.14 read=0.00875 write=0.035
amazon/nova-pro 300000/10000 in=0.8 out=3.2 read=0.2 write=0.8
anthropic/claude-3-haiku 200000/4096 in=0.25 out=1.25 read=0.03 write=0.3
anthropic/claude-fable-5 1000000/128000 in=10 out=50 read=1 write=12.5
anthropic/claude-fable-5-batch 1000000/128000 in=5 out=25 read=0.5 write=6.25
anthropic/claude-fable-5.1 1000000/128000 in=10 out=50 read=0.25 write=12.5
anthropic/claude-fable-5.1-batch 1000000/128000 in=5 out=25 read=0.125 write=6.25
anthropic/claude-fable-5.2 1000000/128000 in=8 out=40 read=0.2 write=10
anthropic/claude-fable-5.2-batch 1000000/128000 in=4 out=20 read=0.1 write=5
anthropic/claude-fable-5.2-fast 1000000/128000 in=16 out=80 read=0.4 write=20
anthropic/claude-haiku-4.5 200000/64000 in=1 out=5 read=0.1 write=1.25
anthropic/claude-haiku-4.5-batch 200000/64000 in=0.5 out=2.5 read=0.05 write=0.625
anthropic/claude-haiku-5.5 1000000/128000 in=0.1 out=0.5 read=0.01 write=0.125 >100000 in=0.5 out=2.5 read=0.05
 write=0.625
anthropic/claude-haiku-5.5-batch 1000000/128000 in=0.05 out=0.25 read=0.005 write=0.0625 >100000 in=0.25 out=1.25
 read=0.025 write=0.3125
anthropic/claude-opus-4 200000/32000 in=15 out=75 read=1.5 write=18.75
anthropic/claude-opus-4.5 200000/64000 in=5 out=25 read=0.5 write=6.25
anthropic/claude-opus-4.5-batch 200000/64000 in=2.5 out=12.5 read=0.25 write=3.125
anthropic/claude-opus-4.6 1000000/128000 in=5 out=25 read=0.5 write=6.25
anthropic/claude-opus-4.6-batch 1000000/128000 in=2.5 out=12.5 read=0.25 write=3.125
anthropic/claude-opus-4.7 1000000/128000 in=5 out=25 read=0.5 write=6.25
anthropic/claude-opus-4.7-batch 1000000/128000 in=2.5 out=12.5 read=0.25 write=3.125
anthropic/claude-opus-4.8 1000000/128000 in=5 out=25 read=0.5 write=6.25
anthropic/claude-opus-4.8-batch 1000000/128000 in=2.5 out=12.5 read=0.25 write=3.125
anthropic/claude-opus-4.8-fast 1000000/128000 in=10 out=50 read=1 write=12.5
anthropic/claude-opus-5 1000000/128000 in=5 out=25 read=0.5 write=6.25
anthropic/claude-opus-5-batch 1000000/128000 in=2.5 out=12.5 read=0.25 write=3.125
anthropic/claude-opus-5-fast 1000000/128000 in=10 out=50 read=1 write=12.5
anthropic/claude-opus-5.5 1000000/128000 in=4 out=20 read=0.2 write=5
anthropic/claude-opus-5.5-batch 1000000/128000 in=2 out=10 read=0.1 write=2.5
anthropic/claude-opus-5.5-fast 1000000/128000 in=8 out=40 read=0.4 write=10
anthropic/claude-sonnet-4 1000000/64000 in=3 out=15 read=0.3 write=3.75 >200001 in=6 out=22.5 read=0.6 write=7.5
anthropic/claude-sonnet-4.5 1000000/64000 in=3 out=15 read=0.3 write=3.75
anthropic/claude-sonnet-4.5-batch 1000000/64000 in=1.5 out=7.5 read=0.15 write=1.875 >200000 in=3 out=11.25 read=0.3
 write=3.75
anthropic/claude-sonnet-4.6 1000000/128000 in=3 out=15 read=0.3 write=3.75 >200000 in=6 out=22.5 read=0.6 write=7.5
anthropic/claude-sonnet-4.6-batch 1000000/128000 in=1.5 out=7.5 read=0.15 write=1.875
anthropic/claude-sonnet-5 1000000/128000 in=2 out=10 read=0.2 write=2.5
anthropic/claude-sonnet-5-batch 1000000/128000 in=1 out=5 read=0.1 write=1.25
anthropic/claude-sonnet-5.5 1000000/128000 in=2 out=10 read=0.1 write=2.5
anthropic/claude-sonnet-5.5-batch 1000000/128000 in=1 out=5 read=0.05 write=1.25
arcee-ai/trinity-large-thinking 262100/80000 in=0.25 out=0.9
bytedance/seed-1.6 256000/32000 in=0.25 out=2 read=0.05 >128001 in=0.5 out=4 read=0.05
bytedance/seed-1.8 256000/32768 in=0.25 out=2 read=0.05 >128001 in=0.5 out=4 read=0.05
bytedance/seed-2.1-turbo 262144/262144 in=0.5 out=2.5 read=0.1
callstack/apex 262144/131072 in=0.5 out=3 read=0.2
cohere/command-a 256000/8000 in=2.5 out=10
deepseek/deepseek-r1 128000/32768 in=1.35 out=5.4
deepseek/deepseek-v3.1 163840/128000 in=0.25 out=0.95 read=0.13
deepseek/deepseek-v3.1-terminus 131072/32768 in=0.27 out=1 read=0.135
deepseek/deepseek-v3.2 128000/8000 in=0.62 out=1.85
deepseek/deepseek-v3.2-thinking 128000/8000 in=0.62 out=1.85
deepseek/deepseek-v4-flash 1000000/384000 in=0.13 out=0.26 read=0.028
deepseek/deepseek-v4-flash-0731 1000000/384000 in=0.13 out=0.26 read=0.028
deepseek/deepseek-v4-flash-vision-exp 1048576/1048576 in=0.2156 out=0.6468 read=0.0068
deepseek/deepseek-v4-pro 1048600/1048600 in=1.32 out=3.96 read=0.132
deepseek/deepseek-v4-pro-0813 1048600/384000 in=0.66 out=1.98 read=0.066
deepseek/deepseek-v4.1-flash 1048576/1048576 in=0.3 out=1.2 read=0.007
deepseek/deepseek-v4.1-flash-1017 1048576/262144 in=0.3 out=1.2 read=0.007
deepseek/deepseek-v4.1-flash-1017-fast 1048576/262144 in=0.6 out=2.4 read=0.014
deepseek/deepseek-v4.1-flash-1017-ultrafast 1048576/1048576 in=2.4 out=9.6 read=0.048
deepseek/deepseek-v4.1-flash-fast 1048576/32768 in=0.6 out=2.4 read=0.014
fireworks/ember-1 1048576/1048576 in=3 out=15 read=0.3
google/gemini-2.5-flash 1048576/65536 in=0.3 out=2.5 read=0.03 in-audio=1
google/gemini-2.5-flash-batch 1000000/64000 in=0.15 out=1.25 read=0.03
google/gemini-2.5-flash-image 32768/65535 in=0.3 out=2.5 read=0.03
google/gemini-2.5-flash-lite 1048576/65535 in=0.1 out=0.4 read=0.01
google/gemini-2.5-flash-lite-batch 1048576/65535 in=0.05 out=0.2 read=0.01
google/gemini-2.5-pro 1048576/65536 in=1.25 out=10 read=0.125 >200000 in=2.5 out=15 read=0.25
google/gemini-2.5-pro-batch 1048576/65535 in=0.625 out=5 read=0.125 >200000 in=1.25 out=7.5 read=0.25
google/gemini-3-flash 1000000/65000 in=0.5 out=3 read=0.05
google/gemini-3-flash-batch 1000000/64000 in=0.25 out=1.5 read=0.05 >200000 in=0.25 out=1.5 read=0.05
google/gemini-3-pro-image 65536/32768 in=2 out=12 read=0.2
google/gemini-3.1-flash-image 131072/32768 in=0.5 out=3 read=0.05
google/gemini-3.1-flash-image-preview 131072/32768 in=0.5 out=3 read=0.05
google/gemini-3.1-flash-lite 1000000/65000 in=0.25 out=1.5 read=0.03
google/gemini-3.1-flash-lite-batch 1000000/65000 in=0.125 out=0.75 read=0.015
google/gemini-3.1-flash-lite-image 65536/4096 in=0.25 out=1.5 read=0.03
google/gemini-3.1-pro-preview 1000000/64000 in=2 out=12 read=0.2 >200001 in=4 out=18 read=0.4
google/gemini-3.1-pro-preview-batch 1000000/64000 in=1 out=6 read=0.2 >200000 in=2 out=9 read=0.4
google/gemini-3.5-flash 1000000/64000 in=1.5 out=9 read=0.15
google/gemini-3.5-flash-lite 1000000/65000 in=0.3 out=2.5 read=0.03
google/gemini-3.5-flash-lite-batch 1000000/65000 in=0.15 out=1.25 read=0.015
google/gemini-3.6-flash 1000000/64000 in=0.75 out=3.75 read=0.075
google/gemini-3.6-flash-batch 1000000/64000 in=0.375 out=1.875 read=0.0375
google/gemini-3.7-flash 1000000/65535 in=0.75 out=3.75 read=0.075
google/gemini-3.8-flash 1000000/65535 in=0.75 out=3.75 read=0.075
google/gemini-4-argon 1000000/1000000 in=2 out=10 read=0.1
google/gemini-4-carbon 1000000/1000000 in=2 out=10 read=0.1
google/gemini-4-hydrogen 1000000/1000000 in=1.5 out=7.5 read=0.075
google/gemini-4-neon 1000000/1000000 in=3 out=15 read=0.15
google/gemini-omni-flash-preview 1000000/57920 in=1.5 out=9
google/gemma-4-26b-a4b-it 262144/131072 in=0.15 out=0.6 read=0.015
google/gemma-4-31b-it 262144/131072 in=0.14 out=0.4
humansand/ampersand-v0.1 1000000/32768 in=0 out=0
inception/mercury-2 128000/50000 in=0.25 out=0.75 read=0.025
inception/mercury-2.5 260000/65536 in=0.04 out=0.15 read=0.004
inception/mercury-3 1000000/131072 in=0.1 out=0.35 read=0.01
inception/mercury-coder-small 32000/16384 in=0.25 out=1
inclusionai/ling-3.0-flash 256000/32000 in=0.021 out=0.063 read=0.0042
inclusionai/ling-3.0-flash-fin 256000/32000 in=0.075 out=0.22 read=0.015
inclusionai/ling-3.0-flash-sante 256000/32000 in=0.075 out=0.22 read=0.015
inclusionai/ling-3.0-flash-sante-free 256000/32000 in=0 out=0
inclusionai/ling-3.0-flash-vl 256000/32000 in=0.075 out=0.22 read=0.015
inclusionai/ling-3.1-flash 262144/32768 in=0.3 out=0.9 read=0.06
inclusionai/ling-3.1-flash-1019 1000000/262144 in=0.3 out=0.9 read=0.06
inference-net/schematron-v2-small 128000/4096 in=0.05 out=0.23 read=0.05
inference-net/schematron-v2-turbo 128000/8192 in=0.03 out=0.15 read=0.03
interfaze/interfaze-beta 1000000/32000 in=1.5 out=3.5
liquid/lfm2.5-24b-a2b 128000/8200 in=0.05 out=0.7 read=0.025
meituan/longcat-2.5 1048576/131072 in=0.3 out=1.2 read=0.006
meituan/longcat-2.5-preview 1048576/131072 in=0.3 out=1.2 read=0.006
meta/llama-3.1-70b 128000/8192 in=0.72 out=0.72
meta/llama-3.1-8b 128000/8192 in=0.22 out=0.22
meta/llama-3.3-70b 128000/8192 in=0.72 out=0.72
meta/llama-4-maverick 128000/8192 in=0.24 out=0.97
meta/llama-4-scout 128000/8192 in=0.17 out=0.66
meta/muse-ember 1048576/1048576 in=0.1 out=0.5 read=0.004
meta/muse-glimmer-30b 131072/131072 in=0.35 out=1.5 read=0.04
meta/muse-spark-1.1 1048576/1048576 in=1.25 out=4.25 read=0.15
meta/muse-spark-1.2 1048576/1048576 in=1.25 out=4.25 read=0.15
meta/muse-spark-1.2-contributor 1048576/1048576 in=0.1 out=0.2 read=0.002
meta/muse-spark-1.3 1048576/1048576 in=1.25 out=4.25 read=0.15
meta/muse-spark-1.3-contributor 1048576/1048576 in=0.1 out=0.2 read=0.002
meta/muse-spark-open 1048576/1048576 in=1.25 out=4.25 read=0.15
meta/muse-wonder-1.0 1048576/1048576 in=4 out=20 read=0.2
minimax/minimax-m2 205000/196608 in=0.3 out=1.2 read=0.03 write=0.375
minimax/minimax-m2.1 204800/131072 in=0.3 out=1.2 read=0.03 write=0.375
minimax/minimax-m2.1-lightning 204800/131072 in=0.3 out=2.4 read=0.03 write=0.375
minimax/minimax-m2.5 1000000/131000 in=0.3 out=1.2 read=0.03 write=0.375
minimax/minimax-m2.5-highspeed 204800/131000 in=0.6 out=2.4 read=0.03 write=0.375
minimax/minimax-m2.7 204800/196608 in=0.3 out=1.2 read=0.06 write=0.375
minimax/minimax-m2.7-highspeed 204800/131100 in=0.6 out=2.4 read=0.06 write=0.375
minimax/minimax-m3 1000000/1000000 in=0.3 out=1.2 read=0.06
minimax/minimax-m3.1-flash 1000000/524288 in=0.15 out=0.6 read=0.015
mistral/codestral 256000/4096 in=0.3 out=0.9
mistral/ministral-14b 262144/256000 in=0.2 out=0.2 read=0.02
mistral/ministral-3b 131072/128000 in=0.1 out=0.1 read=0.01
mistral/ministral-8b 262144/128000 in=0.15 out=0.15 read=0.015
mistral/mistral-large-3 262144/256000 in=0.5 out=1.5 read=0.05
mistral/mistral-large-4 1048576/262144 in=0.7 out=2.1 read=0.07
mistral/mistral-medium-3.5 262144/256000 in=1.5 out=7.5 read=0.15
mistral/mistral-nemo 131072/131072 in=0.04 out=0.17
mistral/mistral-small 262144/4000 in=0.15 out=0.6 read=0.015
mixedbread/toast-1 131000/4000 in=0.3 out=0.72 read=0.036
moonshotai/kimi-k2 131072/131072 in=0.57 out=2.3
moonshotai/kimi-k2-thinking 216144/216144 in=0.47 out=2 read=0.141
moonshotai/kimi-k2.5 256000/256000 in=0.6 out=3
moonshotai/kimi-k2.6 262000/262000 in=0.95 out=4 read=0.16
moonshotai/kimi-k2.7-code 256000/32768 in=0.95 out=4 read=0.19
moonshotai/kimi-k2.7-code-highspeed 262144/32768 in=1.9 out=8 read=0.38
moonshotai/kimi-k3 1000000/131072 in=3 out=15 read=0.3
moonshotai/kimi-k3-fast 1000000/131072 in=6 out=22.5 read=0.6
moonshotai/kimi-k3.1-pro 1000000/131072 in=2 out=10 read=0.2
moonshotai/kimi-k3.1-pro-highspeed 1048576/131072 in=4 out=20 read=0.2 write=5
morph/morph-v3-fast 16000/16000 in=0.8 out=1.2
morph/morph-v3-large 32000/32000 in=0.9 out=1.9
nvidia/nemotron-3-nano-30b-a3b 262144/262144 in=0.05 out=0.2 read=0.025
nvidia/nemotron-3-super-120b-a12b 256000/32000 in=0.15 out=0.65
nvidia/nemotron-3-ultra-550b-a55b 1000000/65000 in=0.6 out=2.4 read=0.12
nvidia/nemotron-3.5-lightning 262144/131072 in=0.05 out=0.2 read=0.01
nvidia/nemotron-3.5-lightning-free 1000000/65000 in=0 out=0
nvidia/nemotron-3.5-super-vl 1048576/1048576 in=0.2 out=0.5 read=0.04
nvidia/nemotron-nano-12b-v2-vl 131072/131072 in=0.2 out=0.6
nvidia/nemotron-nano-9b-v2 131072/131072 in=0.06 out=0.23
openai/gpt-3.5-turbo 16385/4096 in=0.5 out=1.5
openai/gpt-4-turbo 128000/4096 in=10 out=30
openai/gpt-4.1 1047576/32768 in=2 out=8 read=0.5
openai/gpt-4.1-batch 1047576/32768 in=1 out=4 read=0.25
openai/gpt-4.1-fast 1047576/32768 in=3.5 out=14 read=0.875
openai/gpt-4.1-mini 1047576/32768 in=0.4 out=1.6 read=0.1
openai/gpt-4.1-mini-batch 1047576/32768 in=0.2 out=0.8 read=0.05
openai/gpt-4.1-mini-fast 1047576/32768 in=0.7 out=2.8 read=0.175
openai/gpt-4.1-nano 1047576/32768 in=0.1 out=0.4 read=0.025
openai/gpt-4.1-nano-fast 1047576/32768 in=0.2 out=0.8 read=0.05
openai/gpt-4o 128000/16384 in=2.5 out=10 read=1.25
openai/gpt-4o-batch 128000/16384 in=1.25 out=5 read=0.625
openai/gpt-4o-fast 128000/16384 in=4.25 out=17 read=2.125
openai/gpt-4o-mini 128000/16384 in=0.15 out=0.6 read=0.075
openai/gpt-4o-mini-batch 128000/16384 in=0.075 out=0.3 read=0.0375
openai/gpt-4o-mini-fast 128000/16384 in=0.25 out=1 read=0.125
openai/gpt-5 400000/128000 in=1.25 out=10 read=0.125
openai/gpt-5-batch 400000/128000 in=0.625 out=5 read=0.0625
openai/gpt-5-codex 400000/128000 in=1.25 out=10 read=0.13
openai/gpt-5-fast 400000/128000 in=2.5 out=20 read=0.25
openai/gpt-5-mini 400000/128000 in=0.25 out=2 read=0.025
openai/gpt-5-mini-batch 400000/128000 in=0.125 out=1 read=0.0125
openai/gpt-5-mini-fast 400000/128000 in=0.45 out=3.6 read=0.045
openai/gpt-5-nano 400000/128000 in=0.05 out=0.4 read=0.005
openai/gpt-5-nano-batch 400000/128000 in=0.025 out=0.2 read=0.0025
openai/gpt-5-pro 400000/272000 in=15 out=120
openai/gpt-5-pro-batch 400000/272000 in=7.5 out=60
openai/gpt-5.1-codex 400000/128000 in=1.25 out=10 read=0.13
openai/gpt-5.1-codex-max 400000/128000 in=1.25 out=10 read=0.125
openai/gpt-5.1-codex-mini 400000/128000 in=0.25 out=2 read=0.03
openai/gpt-5.1-thinking 400000/128000 in=1.25 out=10 read=0.125
openai/gpt-5.1-thinking-fast 400000/128000 in=2.5 out=20 read=0.25
openai/gpt-5.2 400000/128000 in=1.75 out=14 read=0.175
openai/gpt-5.2-batch 400000/128000 in=0.875 out=7 read=0.0875
openai/gpt-5.2-codex 400000/128000 in=1.75 out=14 read=0.175
openai/gpt-5.2-fast 400000/128000 in=3.5 out=28 read=0.35
openai/gpt-5.2-pro 400000/128000 in=21 out=168
openai/gpt-5.3-codex 400000/128000 in=1.75 out=14 read=0.175
openai/gpt-5.3-codex-fast 400000/128000 in=3.5 out=28 read=0.35
openai/gpt-5.4 1050000/128000 in=2.5 out=15 read=0.25 >272000 in=5 out=22.5 read=0.5
openai/gpt-5.4-batch 1050000/128000 in=1.25 out=7.5 read=0.125 >271999 in=2.5 out=11.25 read=0.25
openai/gpt-5.4-fast 1050000/128000 in=5 out=30 read=0.5
openai/gpt-5.4-mini 400000/128000 in=0.75 out=4.5 read=0.075
openai/gpt-5.4-mini-batch 400000/128000 in=0.375 out=2.25 read=0.0375
openai/gpt-5.4-mini-fast 400000/128000 in=1.5 out=9 read=0.15
openai/gpt-5.4-nano 400000/128000 in=0.2 out=1.25 read=0.02
openai/gpt-5.4-nano-batch 400000/128000 in=0.1 out=0.625 read=0.01
openai/gpt-5.4-pro 1050000/128000 in=30 out=180 >272000 in=60 out=270
openai/gpt-5.5 1000000/128000 in=5 out=30 read=0.5 >272000 in=10 out=45 read=1
openai/gpt-5.5-batch 1000000/128000 in=2.5 out=15 read=0.25 >271999 in=5 out=22.5 read=0.5
openai/gpt-5.5-fast 1000000/128000 in=12.5 out=75 read=1.25
openai/gpt-5.5-pro 1000000/128000 in=30 out=180 >272000 in=60 out=270
openai/gpt-5.5-pro-batch 1000000/128000 in=15 out=90 >271999 in=30 out=135
openai/gpt-5.6-luna 1050000/128000 in=0.2 out=1.2 read=0.02 write=0.25 >272000 in=0.4 out=1.8 read=0.04 write=0.5
openai/gpt-5.6-luna-batch 1050000/128000 in=0.1 out=0.6 read=0.01 write=0.125 >271999 in=0.2 out=0.9 read=0.02
 write=0.25
openai/gpt-5.6-luna-fast 1050000/128000 in=0.4 out=2.4 read=0.04 write=0.5 >272000 in=0.8 out=3.6 read=0.08 write=1
openai/gpt-5.6-sol 1050000/128000 in=4 out=20 read=0.4 write=5 >272000 in=8 out=30 read=0.8 write=10
openai/gpt-5.6-sol-batch 1050000/128000 in=2 out=10 read=0.2 write=2.5 >271999 in=4 out=15 read=0.4 write=5
openai/gpt-5.6-sol-fast 1050000/128000 in=8 out=40 read=0.8 write=10 >272000 in=16 out=60 read=1.6 write=20
openai/gpt-5.6-terra 1050000/128000 in=2 out=12 read=0.2 write=2.5 >272000 in=4 out=18 read=0.4 write=5
openai/gpt-5.6-terra-batch 1050000/128000 in=1 out=6 read=0.1 write=1.25 >271999 in=2 out=9 read=0.2 write=2.5
openai/gpt-5.6-terra-fast 1050000/128000 in=4 out=24 read=0.4 write=5 >272000 in=8 out=36 read=0.8 write=10
openai/gpt-6-astra 1050000/128000 in=10 out=50 read=1 write=12.5 >272001 in=20 out=75 read=2 write=25
openai/gpt-6-astra-batch 1050000/128000 in=5 out=25 read=0.5 write=6.25 >272000 in=10 out=37.5 read=1 write=12.5
openai/gpt-6-astra-fast 1050000/128000 in=20 out=100 read=2 write=25 >272001 in=40 out=150 read=4 write=50
openai/gpt-6-luna 1050000/128000 in=0.1 out=0.5 read=0.01 write=0.125 >272001 in=0.2 out=0.75 read=0.02 write=0.25
openai/gpt-6-luna-batch 1050000/128000 in=0.05 out=0.25 read=0.005 write=0.0625 >272000 in=0.1 out=0.375 read=0.01
 write=0.125
openai/gpt-6-luna-fast 1050000/128000 in=0.2 out=1 read=0.02 write=0.25 >272001 in=0.4 out=1.5 read=0.04 write=0.5
openai/gpt-6-sol 1050000/128000 in=2 out=10 read=0.2 write=2.5 >272001 in=4 out=15 read=0.4 write=5
openai/gpt-6-sol-batch 1050000/128000 in=1 out=5 read=0.1 write=1.25 >272000 in=2 out=7.5 read=0.2 write=2.5
openai/gpt-6-sol-fast 1050000/128000 in=4 out=20 read=0.4 write=5 >272001 in=8 out=30 read=0.8 write=10
openai/gpt-6.1-sol 1050000/128000 in=2 out=10 read=0.1 write=2.5 >272000 in=4 out=15 read=0.2 write=5
openai/gpt-6.1-sol-batch 1050000/128000 in=1 out=5 read=0.05 write=1.25 >272000 in=2 out=7.5 read=0.1 write=2.5
openai/gpt-6.1-sol-fast 1050000/128000 in=4 out=20 read=0.2 write=5 >272000 in=8 out=30 read=0.4 write=10
openai/gpt-6.1-terra 1050000/128000 in=1 out=5 read=0.05 write=1.25 >272000 in=2 out=7.5 read=0.1 write=2.5
openai/gpt-6.1-terra-fast 1050000/128000 in=2 out=10 read=0.1 write=2.5 >272000 in=4 out=15 read=0.2 write=5
openai/gpt-6.2-astra 1050000/128000 in=8 out=40 read=0.4 write=10 >272000 in=16 out=60 read=0.8 write=20
openai/gpt-6.2-astra-fast 1050000/128000 in=16 out=80 read=0.8 write=20 >272000 in=32 out=120 read=1.6 write=40
openai/gpt-6.2-sol 1050000/128000 in=2 out=10 read=0.1 write=2.5 >272000 in=4 out=15 read=0.2 write=5
openai/gpt-6.2-sol-fast 1050000/128000 in=4 out=20 read=0.2 write=5 >272000 in=8 out=30 read=0.4 write=10
openai/gpt-oss-120b 131072/131072 in=0.1 out=0.5 read=0.1
openai/gpt-oss-20b 131072/8192 in=0.03 out=0.14
openai/gpt-oss-safeguard-120b 128000/16000 in=0.15 out=0.6
openai/gpt-oss-safeguard-20b 128000/16000 in=0.07 out=0.2
openai/gpt-realtime-2.1 128000/32000 in=4 out=24 read=0.4
openai/o1 200000/100000 in=15 out=60 read=7.5
openai/o3 200000/100000 in=2 out=8 read=0.5
openai/o3-fast 200000/100000 in=3.5 out=14 read=0.875
openai/o3-mini 200000/100000 in=1.1 out=4.4 read=0.55
openai/o3-pro 200000/100000 in=20 out=80
openai/o4-mini 200000/100000 in=1.1 out=4.4 read=0.275
openai/o4-mini-fast 200000/100000 in=2 out=8 read=0.5
paperinstruments/ultramarine-1-flash 1048576/131000 in=0.15 out=0.5 read=0.03
particle/particle-1 1048576/131072 in=0.125 out=0.5 read=0.015
poolside/laguna-s-2.1 1000000/131072 in=0.1 out=0.2 read=0.01
poolside/laguna-s-2.1-free 256000/32768 in=0 out=0
quiverai/arrow-2 131072/131072 in=4 out=20 read=0.4 write=5
quiverai/arrow-2-telos 131072/131072 in=6 out=30 read=0.6 write=7.5
recursive/flint-v1.0 262144/262144 in=0 out=0
reflection/beam 1048576/131072 in=0 out=0
reflection/beam-free 1048576/131072 in=0 out=0
sakana/fugu-max 1000000/1000000 in=2 out=6 read=0.25
sakana/fugu-ultra 1000000/1000000 in=5 out=30 read=0.5 >272001 in=10 out=45 read=1
sakana/fugu-ultra-v2 1000000/1000000 in=5 out=30 read=0.5 >272001 in=10 out=45 read=1
sakana/namazu 256000/256000 in=0.95 out=4 read=0.15
spacexai/grok-4.1-fast-non-reasoning 1000000/1000000 in=0.2 out=0.5 read=0.05
spacexai/grok-4.1-fast-reasoning 1000000/1000000 in=0.2 out=0.5 read=0.05
spacexai/grok-4.20-multi-agent 2000000/2000000 in=1.25 out=2.5 read=0.2 >200001 in=2.5 out=5 read=0.4
spacexai/grok-4.20-multi-agent-batch 2000000/2000000 in=1 out=2 read=0.16 >200000 in=2 out=4 read=0.32
spacexai/grok-4.20-multi-agent-beta 2000000/2000000 in=1.25 out=2.5 read=0.2 >200001 in=2.5 out=5 read=0.4
spacexai/grok-4.20-non-reasoning 2000000/2000000 in=1.25 out=2.5 read=0.2 >200001 in=2.5 out=5 read=0.4
spacexai/grok-4.20-non-reasoning-batch 2000000/2000000 in=1 out=2 read=0.16 >200000 in=2 out=4 read=0.32
spacexai/grok-4.20-non-reasoning-beta 2000000/2000000 in=1.25 out=2.5 read=0.4 >200001 in=2.5 out=5 read=0.4
spacexai/grok-4.20-reasoning 2000000/2000000 in=1.25 out=2.5 read=0.2 >200001 in=2.5 out=5 read=0.4
spacexai/grok-4.20-reasoning-batch 2000000/2000000 in=1 out=2 read=0.16 >200000 in=2 out=4 read=0.32
spacexai/grok-4.20-reasoning-beta 2000000/2000000 in=1.25 out=2.5 read=0.2 >200001 in=2.5 out=5 read=0.4
spacexai/grok-4.3 1000000/1000000 in=1.25 out=2.5 read=0.2 >200001 in=2.5 out=5 read=0.4
spacexai/grok-4.3-batch 1000000/1000000 in=1 out=2 read=0.16 >200000 in=2 out=4 read=0.32
spacexai/grok-4.5 500000/500000 in=2 out=6 read=0.3 >200001 in=4 out=12 read=0.6
spacexai/grok-4.6 500000/500000 in=2 out=6 read=0.5 >200001 in=4 out=12 read=1
spacexai/grok-4.7 500000/500000 in=2 out=6 read=0.5 >200000 in=4 out=12 read=1
spacexai/grok-build-0.1 256000/256000 in=1 out=2 read=0.2 >200001 in=2 out=4 read=0.4
spacexai/grok-voice-3.0 4096/4096 in=0 out=0
stealth/glyph-cluster 256000/256000 in=0 out=0
stealth/pixel-canary 262144/131072 in=0 out=0
stepfun/step-3.5-flash 262114/262114 in=0.09 out=0.3 read=0.02
stepfun/step-3.7-flash 256000/256000 in=0.2 out=1.15 read=0.04
stepfun/step-5-preview 1000000/1000000 in=1 out=2.7 read=0.05
tencent/hy-mt2-lite 8000/4000 in=0.044 out=0.177
tencent/hy-mt2-plus 8000/4000 in=0.074 out=0.295
tencent/hy-mt2-pro 8000/4000 in=0.074 out=0.295
tencent/hy3 262144/262144 in=0.14 out=0.58 read=0.035
tencent/hy4 1024000/64000 in=0.417 out=1.2505 read=0.021
tencent/hy4-flash 1024000/64000 in=0.035 out=0.1405 read=0.0015
tencent/hy4-preview 1024000/64000 in=0.834 out=2.501 read=0.042
thinkingmachines/inkling 256000/256000 in=1 out=4.05 read=0.17
thinkingmachines/inkling-2-small 1048576/262144 in=0.3 out=1 read=0.03
thinkingmachines/inkling-small 1000000/1000000 in=0.45 out=1.2 read=0.1
xiaomi/mimo-v2.5 1050000/131100 in=0.14 out=0.28 read=0.0028
xiaomi/mimo-v2.5-pro 1050000/131000 in=0.435 out=0.87 read=0.0036
xiaomi/mimo-v2.6-flash 1048576/131072 in=0.14 out=0.28 read=0.0028
xiaomi/mimo-v2.6-pro 1048576/131072 in=0.435 out=0.87 read=0.0036
xiaomi/mimo-v2.6-pro-ultraspeed 1048576/131072 in=4.35 out=8.7 read=0.036
zai/glm-4.5 128000/96000 in=0.6 out=2.2 read=0.11
zai/glm-4.5-air 128000/96000 in=0.2 out=1.1 read=0.03
zai/glm-4.5v 66000/16000 in=0.6 out=1.8 read=0.11
zai/glm-4.6 200000/96000 in=0.6 out=2.2 read=0.11
zai/glm-4.7 200000/120000 in=0.6 out=2.2
zai/glm-4.7-flash 200000/131000 in=0.07 out=0.4
zai/glm-4.7-flashx 200000/128000 in=0.06 out=0.4 read=0.01
zai/glm-5 202800/131100 in=1 out=3.2
zai/glm-5-turbo 202800/131100 in=1.2 out=4 read=0.24
zai/glm-5.1 202800/64000 in=1.4 out=4.4 read=0.26
zai/glm-5.2 1000000/128000 in=1.4 out=4.4 read=0.14
zai/glm-5.2-fast 1000000/128000 in=2.8 out=8.8 read=0.56
zai/glm-5.3 1000000/1000000 in=1.4 out=4.4 read=0.14
zai/glm-5.3-fast 1048576/262144 in=2.1 out=6.6 read=0.21
zai/glm-5.3-flash 1000000/131000 in=0.15 out=0.5 read=0.03
zai/glm-5.3-flashx 1000000/131072 in=0.37 out=1.25 read=0.075
zai/glm-5.3-flashx-legal 1000000/131072 in=0.37 out=1.25 read=0.075
zai/glm-5v-turbo 200000/128000 in=1.2 out=4 read=0.24
# xai
grok-4.20-0309-non-reasoning 1000000/30000 in=1.25 out=2.5 read=0.2 >200000 in=2.5 out=5 read=0.4
grok-4.20-0309-reasoning 1000000/30000 in=1.25 out=2.5 read=0.2 >200000 in=2.5 out=5 read=0.4
grok-4.20-multi-agent-0309 1000000/30000 in=1.25 out=2.5 read=0.2 >200000 in=2.5 out=5 read=0.4
grok-4.3 1000000/30000 in=1.25 out=2.5 read=0.2 >200000 in=2.5 out=5 read=0.4
grok-4.5 500000/500000 in=2 out=6 read=0.3 >200000 in=4 out=12 read=0.6
grok-4.6 500000/500000 in=2 out=6 read=0.5 >200000 in=4 out=12 read=1
grok-4.7 500000/500000 in=2 out=6 read=0.5 >200000 in=4 out=12 read=1
grok-build-0.1 256000/256000 in=1 out=2 read=0.2 >200000 in=2 out=4 read=0.4
# xiaomi
mimo-v2-flash 262144/65536 in=0.14 out=0.28 read=0.0028
mimo-v2-omni 262144/131072 in=0.14 out=0.28 read=0.0028
mimo-v2-pro 1048576/131072 in=0.435 out=0.87 read=0.0036
mimo-v2.5 1048576/131072 in=0.14 out=0.28 read=0.0028
mimo-v2.5-pro 1048576/131072 in=0.435 out=0.87 read=0.0036
mimo-v2.5-pro-ultraspeed 1048576/131072 in=1.305 out=2.61 read=0.0108
mimo-v2.6-flash 1048576/131072 in=0.14 out=0.28 read=0.0028
mimo-v2.6-pro 1048576/131072 in=0.435 out=0.87 read=0.0036
mimo-v2.6-pro-ultraspeed 1048576/131072 in=4.35 out=8.7 read=0.036
# zai
glm-4.5 131072/98304 in=0.6 out=2.2 read=0.11
glm-4.5-air 131072/98304 in=0.2 out=1.1 read=0.03
glm-4.5-flash 131072/98304 in=0 out=0
glm-4.5v 64000/16384 in=0.6 out=1.8
glm-4.6 204800/131072 in=0.6 out=2.2 read=0.11
glm-4.6v 128000/32768 in=0.3 out=0.9
glm-4.6v-flash 128000/32768 in=0 out=0
glm-4.7 204800/131072 in=0.6 out=2.2 read=0.11
glm-4.7-flash 200000/131072 in=0 out=0
glm-4.7-flashx 200000/131072 in=0.07 out=0.4 read=0.01
glm-5 204800/131072 in=1 out=3.2 read=0.2
glm-5-turbo 200000/131072 in=1.2 out=4 read=0.24
glm-5.1 200000/131072 in=1.4 out=4.4 read=0.26
glm-5.2 1000000/131072 in=1.4 out=4.4 read=0.26
glm-5.3 1000000/131072 in=1.4 out=4.4 read=0.26
glm-5.3-flash 1000000/131072 in=0.15 out=0.5 read=0.03
glm-5.3-flashx 1000000/131072 in=0.37 out=1.25 read=0.075
glm-5v-turbo 200000/131072 in=1.2 out=4 read=0.24
`;
