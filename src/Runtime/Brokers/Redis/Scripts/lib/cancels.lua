-- Cancel requests. notices: a hash a worker, lease key -> reason, for what it is known to hold. tombstones: lease key -> reason for what
-- waits among the pending and has ended, id -> reason where nobody knows where the task is (tombtimes says since when).
-- USES: envelope
local function take_request(notices_key, field, rest)
  local reason = redis.call('HGET', notices_key, field)
  if reason then
    redis.call('HDEL', notices_key, field)
  end
  -- A task with a record is always found by it: a request by its id alone was for an earlier life of that id.
  if may_have_record(rest) then
    return reason or nil
  end
  local id = id_of(field)
  local stray = redis.call('HGET', tombstones, id)
  if stray then
    redis.call('HDEL', tombstones, id)
    redis.call('ZREM', tombtimes, id)
  end
  return reason or stray or nil
end
