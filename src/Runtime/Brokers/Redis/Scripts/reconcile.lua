-- Invalidates all lease requests up to a request number. A worker calls this script after the reply to a request was lost.
-- KEYS: lease
-- ARGV: number
-- Returns: status (0 done, 1 dead incarnation); the current time
-- USES: clock
local last = redis.call('HGET', lease, '#')
if not last then
  return {1, now}
end
if tonumber(number) > tonumber(last) then
  redis.call('HSET', lease, '#', number)
end
return {0, now}
