-- Stores the leases on a resource. holders: holder -> time at which its lease ends. line: waiting holder -> its number in the waiting
-- line. places: waiting holder -> time at which its place ends. limits: holder with a lease or a place -> its limit.
-- USES: clock scores
local PAGE = 200

-- Removes a limited number of the leases and places that have expired. Returns whether any was removed. Expired entries that remain for a
-- later step are still counted, so too few leases might be granted, but never too many.
local function sweep()
  local ended = due_members(holders, PAGE)
  if #ended > 0 then
    redis.call('ZREM', holders, unpack(ended))
    redis.call('ZREM', limits, unpack(ended))
  end
  local left = due_members(places, PAGE)
  if #left > 0 then
    redis.call('ZREM', places, unpack(left))
    redis.call('ZREM', line, unpack(left))
    redis.call('ZREM', limits, unpack(left))
  end
  return #ended + #left > 0
end

-- Returns the number of leases that can be granted now. The lowest limit of all holders and waiting holders applies.
local function count_free()
  return (first_score(limits) or 0) - redis.call('ZCARD', holders)
end

-- Notifies the holders in the waiting line that can be granted a lease now.
local function call_next()
  local free = math.min(count_free(), PAGE)
  if free > 0 then
    local next_ones = redis.call('ZRANGE', line, 0, free - 1)
    if #next_ones > 0 then
      redis.call(PUBLISH, called, table.concat(next_ones))
    end
  end
end

-- Sets the expiration time of all keys of the resource to the time at which its last lease or place ends.
local function limit_lifetime()
  local last = 0
  for _, key in ipairs({holders, places}) do
    last = math.max(last, tonumber(redis.call('ZRANGE', key, 0, 0, 'REV', 'WITHSCORES')[2]) or 0)
  end
  if last > now then
    for _, key in ipairs({holders, line, places, limits}) do
      expire(key, last - now + 1)
    end
  end
end
