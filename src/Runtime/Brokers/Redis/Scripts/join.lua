-- Announces a worker incarnation. One that is dead or has left stays out; one that is there stays as it is.
-- KEYS: lease workers leasetimes gone
-- ARGV: worker duration
-- Returns: 1 where it is in, 0 where it stays out
-- USES: clock
if redis.call('ZSCORE', gone, worker) then
  return 0
end
if redis.call('HSETNX', lease, '#', '-9223372036854775808') == 1 then
  redis.call('ZADD', workers, now + duration, worker)
  redis.call('HSET', leasetimes, worker, duration)
end
return 1
