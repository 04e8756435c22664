-- Releases a lease on a resource, or a place in its waiting line.
-- KEYS: holders line places limits called
-- ARGV: holder
-- Returns: 1 if the holder had a lease or a place, otherwise 0
-- USES: clock resource
local swept = sweep()
local held = redis.call('ZREM', holders, holder) + redis.call('ZREM', line, holder)
redis.call('ZREM', places, holder)
redis.call('ZREM', limits, holder)
limit_lifetime()
if swept or held > 0 then
  call_next()
end
return held
