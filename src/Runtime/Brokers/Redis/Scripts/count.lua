-- Counts the tasks and the dead letters of a queue. Tasks that ended while they were pending are not counted, although their envelopes are
-- still in the queue.
-- KEYS: pending0 pending1 pending2 children0 children1 children2 delayed tombstones tombtimes workers orphans letters leases*
-- Returns: the numbers of pending tasks, delayed tasks, leased tasks, and dead letters
local waiting = 0
for _, list in ipairs({pending0, pending1, pending2, children0, children1, children2}) do
  waiting = waiting + redis.call('LLEN', list)
end
local ended = redis.call('HLEN', tombstones) - redis.call('ZCARD', tombtimes)
local leased = 0
for _, incarnation in ipairs(redis.call('ZRANGE', workers, 0, -1)) do
  leased = leased + math.max(0, redis.call('HLEN', leases .. incarnation) - 1)
end
for _, entry in ipairs(redis.call('LRANGE', orphans, 0, -1)) do
  leased = leased + redis.call('HLEN', leases .. string.sub(entry, 2))
end
return {waiting - ended, redis.call('ZCARD', delayed), leased, redis.call('LLEN', letters)}
