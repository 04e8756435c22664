-- Registers a worker incarnation with the queue. An incarnation that was declared dead or has left is refused. If the incarnation is
-- already registered, nothing is changed.
-- KEYS: lease workers leasetimes gone
-- ARGV: worker duration
-- Returns: 1 if the incarnation is registered, 0 if it is refused
-- USES: clock
if redis.call('ZSCORE', gone, worker) then
  return 0
end
if redis.call('HSETNX', lease, '#', '-9223372036854775808') == 1 then
  redis.call('ZADD', workers, now + duration, worker)
  -- The plus sign indicates that the worker knows the lists of child tasks.
  redis.call('HSET', leasetimes, worker, '+' .. duration)
end
return 1
