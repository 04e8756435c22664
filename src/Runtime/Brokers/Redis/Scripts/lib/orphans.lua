-- Stores the worker incarnations that were declared dead or have left and still hold tasks (orphans). The list orphans contains an entry
-- for each: 'D' (dead) or 'L' (left), followed by the id of the incarnation.
local SORTED = 256
local GONE_MEMORY = 86400000

-- Returns a limited number of the lease keys that an incarnation holds, last dispatched first. The caller puts each task at the front of
-- the queue, which restores the order of dispatch. If more than SORTED tasks are held, the lease keys are selected at random.
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

-- Ends an incarnation. From now on, its requests are refused, and its tasks wait for recovery. Returns whether it holds tasks.
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
