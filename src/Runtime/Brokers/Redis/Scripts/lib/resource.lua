-- The slots of a resource. slots: holder -> until when it holds one. line: waiter -> its number. places: waiter -> until when its place is kept. limits: either -> the limit it knows.
-- USES: clock
local PAGE = 200

-- Whose time is over neither holds nor waits, and is never renewed. What is left for the next step only makes this one more careful.
local function sweep()
  local ended = redis.call('ZRANGEBYSCORE', slots, '-inf', now, 'LIMIT', 0, PAGE)
  if #ended > 0 then
    redis.call('ZREM', slots, unpack(ended))
    redis.call('ZREM', limits, unpack(ended))
  end
  local left = redis.call('ZRANGEBYSCORE', places, '-inf', now, 'LIMIT', 0, PAGE)
  if #left > 0 then
    redis.call('ZREM', places, unpack(left))
    redis.call('ZREM', line, unpack(left))
    redis.call('ZREM', limits, unpack(left))
  end
  return #ended + #left > 0
end

-- How many slots can be given: by the lowest limit among those that hold and wait.
local function count_free()
  local lowest = redis.call('ZRANGE', limits, 0, 0, 'WITHSCORES')[2]
  return (tonumber(lowest) or 0) - redis.call('ZCARD', slots)
end

-- Calls those to whom a slot would be given now.
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
local function keep()
  local last = 0
  for _, key in ipairs({slots, places}) do
    last = math.max(last, tonumber(redis.call('ZRANGE', key, 0, 0, 'REV', 'WITHSCORES')[2]) or 0)
  end
  if last > now then
    for _, key in ipairs({slots, line, places, limits}) do
      expire(key, last - now + 1)
    end
  end
end
