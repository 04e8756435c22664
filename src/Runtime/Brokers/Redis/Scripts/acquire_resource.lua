-- Requests a lease on a resource. A holder that is not granted a lease is added to the resource's waiting line. A repeated request renews
-- the existing lease or place in the line.
-- KEYS: holders line places limits called
-- ARGV: holder limit duration
-- Returns: 1 if the holder has a lease, otherwise 0; the number of holders before it in the waiting line; the current time; the earliest
--   time at which a lease or place ends
-- USES: clock scores times resource
limit, duration = tonumber(limit), tonumber(duration)
local swept = sweep()
redis.call('ZADD', limits, limit, holder)
local before = 0
local holds = redis.call('ZSCORE', holders, holder)
if not holds then
  if not redis.call('ZSCORE', line, holder) then
    local last = redis.call('ZRANGE', line, 0, 0, 'REV', 'WITHSCORES')[2]
    redis.call('ZADD', line, (tonumber(last) or 0) + 1, holder)
  end
  before = redis.call('ZRANK', line, holder)
  holds = before < count_free()
end
if holds then
  before = 0
  redis.call('ZREM', line, holder)
  redis.call('ZREM', places, holder)
  redis.call('ZADD', holders, after(duration), holder)
else
  redis.call('ZADD', places, after(duration), holder)
end
limit_lifetime()
if swept then
  call_next()
end

local first = after(duration)
for _, key in ipairs({holders, places}) do
  first = math.min(first, first_score(key) or first)
end
return {holds and 1 or 0, before, now, first}
