-- Counts the worker incarnations of a queue whose heartbeat is not overdue.
-- KEYS: workers
-- Returns: the number of incarnations
-- USES: clock
return #redis.call('ZRANGEBYSCORE', workers, '(' .. now_text, '+inf')
