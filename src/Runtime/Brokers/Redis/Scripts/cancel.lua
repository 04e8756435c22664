-- Cancels a waiting task or a canvas. If a worker holds the task, or the task has no record and is not delayed, a cancellation request is
-- stored instead.
-- KEYS: delayed envelopes deadlines tombstones tombtimes workers orphans bell pending0 pending1 pending2 records* keys* watching* leases*
--   requests* canvases* members* deliveries entries follows* children0 children1 children2
-- ARGV: id reason has_record
-- Returns: 0 if the task or canvas was canceled, 1 if the cancellation was requested, 2 if it had already ended, 3 if it was not found
-- USES: clock bell records envelope deliveries canvas
local CANCELED_NOW, REQUESTED, ENDED, NOT_FOUND = 0, 1, 2, 3

-- Sends a wake-up notification (bell) if this step has recorded deliveries, so that a process carries them out without delay.
local function ring_for_deliveries()
  if recorded then
    ring('o')
  end
end

local record = live_record(id)
if record and has(record, 'g') then
  -- The id is that of a canvas. No further node of the canvas starts, and later steps cancel its tasks that are in progress, a limited
  -- number at a time.
  check_deliveries()
  finish(record, CANCELED, details_with(NO_DETAILS, {reason = reason}))
  local canvas = open_canvas(id)
  if canvas then
    canvas.canceled = reason
    redis.call('HSET', canvas.key, 'x', reason)
    count_live(canvas, 1)
    put('W' .. id, 0)
  end
  close_canvases()
  ring_for_deliveries()
  tell_all()
  return CANCELED_NOW
end
if redis.call('ZREM', delayed, id) == 1 then
  redis.call('HDEL', envelopes, id)
  redis.call('ZREM', deadlines, id)
  if record then
    finish(record, CANCELED, details_with(NO_DETAILS, {reason = reason}))
    ring_for_deliveries()
    tell_all()
  end
  return CANCELED_NOW
end

if not record then
  if redis.call('EXISTS', records .. id) == 1 then
    return ENDED
  end
  if has_record == '1' then
    return NOT_FOUND
  end
  -- A task without a record cannot be located. If it is waiting, a later lease step finds its envelope and discards it. If a worker
  -- already holds the task, the worker receives the request with its next heartbeat.
  if redis.call('HSETNX', tombstones, id, reason) == 1 then
    redis.call('ZADD', tombtimes, now, id)
  end
  ring('c')
  return REQUESTED
end

local field = record.fence .. id
local function holds(incarnation)
  return redis.call('HEXISTS', leases .. incarnation, field) == 1
end

local holder = nil
for _, incarnation in ipairs(redis.call('ZRANGE', workers, 0, -1)) do
  if holds(incarnation) then
    holder = incarnation
    break
  end
end
if not holder then
  for _, entry in ipairs(redis.call('LRANGE', orphans, 0, -1)) do
    if holds(string.sub(entry, 2)) then
      holder = string.sub(entry, 2)
      break
    end
  end
end
if holder then
  -- Only the reason of the first cancellation request is kept.
  redis.call('HSETNX', requests .. holder, field, reason)
  ring('c')
  return REQUESTED
end

redis.call('HSET', tombstones, field, reason)
redis.call('ZREM', deadlines, id)
finish(record, CANCELED, details_with(NO_DETAILS, {reason = reason}))
ring_for_deliveries()
tell_all()
return CANCELED_NOW
