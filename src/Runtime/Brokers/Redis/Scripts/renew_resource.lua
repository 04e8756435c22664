-- Renews leases and places of a resource.
-- KEYS: holders line places limits called
-- ARGV: duration ...
-- ...: for each: holder
-- Returns: a byte for each: '0' it is gone, '1' it waits, '2' it waits and would be given a lease now, '3' it holds one
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
