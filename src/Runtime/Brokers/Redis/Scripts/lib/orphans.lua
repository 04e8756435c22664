-- What incarnations hold that are dead or have left. The list orphans has an entry for each: 'D' or 'L', then the incarnation.
local SORTED = 256
local GONE_MEMORY = 86400000

-- A page of what is held, last dispatched first, so that putting one after the other to the front leaves them in order. Where very much is
-- held, any page.
local function page_of(lease_key, size)
  if redis.call('HLEN', lease_key) > SORTED then
    return redis.call('HRANDFIELD', lease_key, size)
  end
  local fields = redis.call('HKEYS', lease_key)
  table.sort(fields, function(a, b) return string.sub(a, 5) > string.sub(b, 5) end)
  for index = #fields, size + 1, -1 do
    fields[index] = nil
  end
  return fields
end

local function forget(incarnation)
  redis.call('DEL', leases .. incarnation, starts .. incarnation, requests .. incarnation)
  redis.call('HDEL', leasetimes, incarnation)
end

-- From here on the incarnation is refused; what it holds waits among the orphans.
local function end_incarnation(incarnation, kind)
  local lease_key = leases .. incarnation
  redis.call('HDEL', lease_key, '#')
  redis.call('ZREM', workers, incarnation)
  redis.call('ZADD', gone, now, incarnation)
  expire(gone, GONE_MEMORY)
  if redis.call('EXISTS', lease_key) == 1 then
    redis.call('RPUSH', orphans, kind .. incarnation)
    return true
  end
  forget(incarnation)
  return false
end
