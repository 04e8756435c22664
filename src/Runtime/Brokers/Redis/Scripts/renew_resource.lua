-- Renews leases on a resource and places in its waiting line.
-- KEYS: holders line places limits called
-- ARGV: duration ...
-- ...: the holders
-- Returns: a byte for each holder: '0' it has neither a lease nor a place, '1' it waits, '2' it waits and can acquire a lease now, '3' it
--   holds a lease
-- USES: clock times resource
local ends = after(tonumber(duration))
local swept = sweep()
local free = count_free()
local statuses = {}
for at = first, #ARGV do
  local holder = ARGV[at]
  local before = redis.call('ZRANK', line, holder)
  if redis.call('ZSCORE', holders, holder) then
    redis.call('ZADD', holders, ends, holder)
    statuses[#statuses + 1] = '3'
  elseif before then
    redis.call('ZADD', places, ends, holder)
    statuses[#statuses + 1] = before < free and '2' or '1'
  else
    statuses[#statuses + 1] = '0'
  end
end
limit_lifetime()
if swept then
  call_next()
end
return table.concat(statuses)
