-- Asks for random addresses of a list, and tells as one line of JSON what came.
-- A line of the list is an address, or an address and the entity tag that the browser has.

local requests = {}

local function with_tag(tag)
  local headers = {}
  for name, value in pairs(wrk.headers) do
    headers[name] = value
  end
  headers["If-None-Match"] = tag
  return headers
end

function init(arguments)
  for line in io.lines(arguments[1]) do
    local address, tag = line:match("^(%S+)%s*(.*)$")
    local headers = wrk.headers
    if tag ~= "" then
      headers = with_tag(tag)
    end
    requests[#requests + 1] = wrk.format("GET", address, headers)
  end
  math.randomseed(tonumber(arguments[2]))
end

function request()
  return requests[math.random(#requests)]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests": %d, "seconds": %.6f, "bytes": %d, "bad": %d, "broken": %d, ' ..
    '"p50": %.3f, "p99": %.3f}\n',
    summary.requests, summary.duration / 1e6, summary.bytes, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
