-- Sorted sets. Most of them have times in milliseconds as scores. first_score returns the lowest score, or nil if the set is empty.
-- USES: clock
local function first_score(key)
  return tonumber(redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')[2])
end

-- Returns at most the given number of members whose time has come, earliest first.
local function due_members(key, most)
  return redis.call('ZRANGEBYSCORE', key, '-inf', now, 'LIMIT', 0, most)
end

-- Returns whether a time has come; false for nil, which means that there is none.
local function is_due(time)
  return time ~= nil and time <= now
end
