-- The leases of a resource. holders: holder -> until when it holds a lease. line: waiter -> its number. places: waiter -> until when its
-- place is kept. limits: either -> the limit it knows.
-- USES: clock scores
local PAGE = 200

-- Whose time is over neither holds nor waits, and is never renewed. What is left for the next step only makes this one more careful.
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

-- How many leases can be given: by the lowest limit among those that hold and wait.
local function count_free()
  return (first_score(limits) or 0) - redis.call('ZCARD', holders)
end

-- Calls those to whom a lease would be given now.
local function call_next()
  local free = math.min(count_free(), PAGE)
  if free > 0 then
    local next_ones = redis.call('ZRANGE', line, 0, free - 1)
    if #next_ones > 0 then
      redis.call(PUBLISH, called, table.concat(next_ones))
    end
  end
end

-- Nothing is kept longer than its last entry.
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
