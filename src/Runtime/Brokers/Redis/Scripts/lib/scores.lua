-- Reads sorted sets, most of which have times in milliseconds as scores. first_score returns the lowest score, or nil if the set is
-- empty.
-- USES: clock
local function first_score(key)
  return tonumber(redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')[2])
end

-- Returns at most the specified number of members whose time has been reached, earliest first.
local function due_members(key, most)
  return redis.call('ZRANGEBYSCORE', key, '-inf', now, 'LIMIT', 0, most)
end

-- Returns true if a time has been reached; otherwise, false. It also returns false for nil, which represents no time.
local function is_due(time)
  return time ~= nil and time <= now
end
