-- Maintains the queue: declares worker incarnations dead whose heartbeat is overdue, makes delayed tasks pending that are due, and
-- removes dead letters and other entries whose retention time has passed.
-- KEYS: workers leasetimes gone orphans pending0 pending1 pending2 delayed envelopes deadlines tombstones tombtimes letters dropped bell
--   records* leases* starts* requests* deliveries children0 children1 children2
-- ARGV: page_size retention
-- Returns: the current time; the next time at which a waiting task is due or expires, or ''; the number of promoted tasks; the number of
--   removed dead letters; then 1 or 0 for each of: tasks of ended incarnations exist, tasks have expired, more maintenance is due, tasks
--   are pending, deliveries are due
-- USES: clock scores envelope bell waiting orphans
local DAY = 86400000
local MAX_GONE = 10000
local MAX_DEATHS = 100
page_size = tonumber(page_size)

local was_idle = is_idle()
for _, worker in ipairs(due_members(workers, MAX_DEATHS)) do
  end_incarnation(worker, 'D')
end

local merging = not children_wait_apart() and merge_children(page_size)

local ids = due_members(delayed, page_size)
if #ids > 0 then
  local found = redis.call('HMGET', envelopes, unpack(ids))
  redis.call('ZREM', delayed, unpack(ids))
  redis.call('HDEL', envelopes, unpack(ids))
  for index = 1, #ids do
    local envelope = found[index]
    if envelope then
      local rest = string.sub(envelope, 21)
      redis.call('LPUSH', list_of(rest), envelope)
      local record = records .. ids[index]
      -- A malformed envelope or record must not stop the loop, because all tasks of this call have already been removed from the delayed
      -- tasks.
      local state = #rest >= 4 and may_have_record(rest) and redis.pcall('HGET', record, 's')
      if type(state) == 'string' and (tonumber(state) or 9) < 4 then
        redis.call('HSET', record, 's', 1)
        redis.call('HDEL', record, 'd')
      end
    end
  end
end

local letters_due = false
for count = 0, page_size do
  local oldest = redis.call('LINDEX', letters, -1)
  -- An entry without a time was not written by a TaskGen script. It is treated as the oldest possible entry, so it is removed.
  letters_due = oldest and tonumber(string.match(oldest, '^%d+') or '0') + retention <= now
  if not letters_due or count == page_size then
    break
  end
  redis.call('RPOP', letters)
  redis.call('INCR', dropped)
end
local gone_letters = redis.call('GETDEL', dropped) or 0

redis.call('ZREMRANGEBYSCORE', gone, '-inf', now - GONE_MEMORY)
redis.call('ZREMRANGEBYRANK', gone, 0, -MAX_GONE - 1)
local old = redis.call('ZRANGEBYSCORE', tombtimes, '-inf', now - DAY, 'LIMIT', 0, page_size)
if #old > 0 then
  redis.call('ZREM', tombtimes, unpack(old))
  redis.call('HDEL', tombstones, unpack(old))
end

ring_for(was_idle)
local more = merging or letters_due or is_due(first_score(delayed)) or is_due(first_score(workers))
-- pcall is used because a key of the wrong type must not stop maintenance.
local delivery = tonumber(redis.pcall('ZRANGE', deliveries, 0, 0, 'WITHSCORES')[2])
return {
  now, next_due() or '', #ids, tonumber(gone_letters), redis.call('EXISTS', orphans),
  is_due(first_score(deadlines)) and 1 or 0, more and 1 or 0, is_idle() and 0 or 1,
  is_due(delivery) and 1 or 0,
}
