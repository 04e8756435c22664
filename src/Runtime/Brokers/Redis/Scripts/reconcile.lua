-- Makes every lease request up to a number invalid. A worker calls it after it has lost the reply to a request.
-- KEYS: lease
-- ARGV: number
-- Returns: status (0 done, 1 dead incarnation); now
-- USES: clock
local last = redis.call('HGET', lease, '#')
if not last then
  return {1, now}
end
if tonumber(number) > tonumber(last) then
  redis.call('HSET', lease, '#', number)
end
return {0, now}
