-- Stores cancellation requests. notices: one hash per worker incarnation, lease key -> reason, for tasks that it is known to hold.
-- tombstones: lease key -> reason, for pending tasks that have ended; id -> reason, for tasks whose location is unknown. tombtimes: id ->
-- time of such a request. take_request removes the request for a task and returns its reason, or nil if there is none.
-- USES: envelope
local function take_request(notices_key, field, rest)
  local reason = redis.call('HGET', notices_key, field)
  if reason then
    redis.call('HDEL', notices_key, field)
  end
  -- A task with a record is always found through its record. A request that contains only the id was for an earlier task with the same
  -- id.
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
