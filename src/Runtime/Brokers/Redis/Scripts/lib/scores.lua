-- Sorted sets, most of which have times in milliseconds as scores.
-- USES: clock
local function first_score(key)
  return tonumber(redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')[2])
end

-- A page of the members whose time has come, earliest first.
local function due_members(key, most)
  return redis.call('ZRANGEBYSCORE', key, '-inf', now, 'LIMIT', 0, most)
end

-- Whether a time has come; nil: there is none.
local function is_due(time)
  return time ~= nil and time <= now
end
