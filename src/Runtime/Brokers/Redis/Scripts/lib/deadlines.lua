-- Ends waiting tasks whose deadline has passed. deadlines: id -> time at which the task expires, for waiting tasks with a record.
-- USES: records
local function end_expired(id)
  redis.call('ZREM', deadlines, id)
  local record = live_record(id)
  if not record then
    return false
  end
  if redis.call('ZREM', delayed, id) == 1 then
    redis.call('HDEL', envelopes, id)
  else
    -- The envelope of the task stays in the pending list until a lease step finds it and discards it.
    redis.call('HSET', tombstones, record.fence .. id, '')
  end
  finish(record, EXPIRED, NO_DETAILS)
  return true
end
