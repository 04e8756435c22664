-- Renews the leases on all tasks that a worker incarnation holds (heartbeat).
-- KEYS: lease notices workers leasetimes tombstones tombtimes
-- ARGV: worker
-- Returns: 1 if the incarnation is alive, otherwise 0; the current time; the number of cancellation requests for tasks that it holds; for
--   each of them, the lease key and the reason; then, for each cancellation request that contains only a task id: the id and the reason
-- USES: clock
local MOST = 1000

if redis.call('HEXISTS', lease, '#') == 0 then
  return {0, now, 0}
end
redis.call('ZADD', workers, now + (redis.call('HGET', leasetimes, worker) or 15000), worker)

local reply = {1, now, 0}
local requests = redis.call('HGETALL', notices)
for index = 1, #requests, 2 do
  if redis.call('HEXISTS', lease, requests[index]) == 1 then
    reply[3] = reply[3] + 1
    reply[#reply + 1] = requests[index]
    reply[#reply + 1] = requests[index + 1]
  else
    redis.call('HDEL', notices, requests[index])
  end
end

-- Only the worker can determine whether it holds one of these tasks. If it leases such a task later, the lease step checks for a request.
local strays = redis.call('ZRANGE', tombtimes, 0, MOST - 1, 'REV')
if #strays > 0 then
  local reasons = redis.call('HMGET', tombstones, unpack(strays))
  for index = 1, #strays do
    reply[#reply + 1] = strays[index]
    reply[#reply + 1] = reasons[index] or ''
  end
end
return reply
