-- Every body is different: a counter and the round stand in front of the text.
local size = tonumber(os.getenv("BODY_BYTES"))
local round = os.getenv("ROUND")
local path = os.getenv("REQUEST_PATH")
local headers = { ["Content-Type"] = "application/json" }
for line in string.gmatch(os.getenv("HEADERS"), "[^\n]+") do
  local name, value = string.match(line, "^([^:]+): (.*)$")
  headers[name] = value
end
local sentence = "The gateway carries this text and counts what it costs. "
local text = string.rep(sentence, math.max(1, math.floor((size - 120) / #sentence)))
local counter = 0

request = function()
  counter = counter + 1
  local body = '{"model":"gpt-4o-mini","max_tokens":64,"messages":[{"role":"user","content":"' ..
    round .. '-' .. counter .. ' ' .. text .. '"}]}'
  return wrk.format("POST", path, headers, body)
end

done = function(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    '\nRESULT {"requests":%d,"seconds":%.6f,"p50":%.3f,"p99":%.3f,"failed":%d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
