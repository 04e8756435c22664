-- Recovers tasks whose worker incarnation was declared dead or has left: returns a limited number of them to the front of the queue,
-- starting with the incarnation that ended first. A task with a cancellation request ends as canceled instead. A task that reaches the
-- maximum number of crashes becomes a dead letter (a poison task).
-- KEYS: orphans pending0 pending1 pending2 delayed envelopes deadlines tombstones tombtimes letters dropped bell records* keys* watching*
--   leases* starts* requests* leasetimes workers gone deliveries entries follows* children0 children1 children2
-- ARGV: page_size max_crashes max_letters
-- Returns: the number of recovered tasks; the number of poison tasks; 1 if more tasks of ended incarnations exist, otherwise 0; the next
--   time at which a waiting task is due or expires, or ''; the number of removed dead letters; 1 if deliveries were recorded, otherwise 0
-- USES: clock times envelope bell waiting records letters settling cancels orphans
max_crashes, max_letters = tonumber(max_crashes), tonumber(max_letters)
local left = tonumber(page_size)
local recovered, poisoned = 0, 0
local was_idle = is_idle()

-- Returns the crash count of a task, including this crash. The first crash is counted even if the task had not started. Each later crash
-- is counted only if the task was marked as started.
local function crashes_after(field, rest, starts_key)
  local crashes = crashes_of(rest)
  if crashes == 0 then
    return 1
  end
  return math.min(crashes + redis.call('SISMEMBER', starts_key, field), 255)
end

local function recover(field, rest, incarnation, died)
  local cancel = take_request(requests .. incarnation, field, rest)
  if cancel or not died then
    put_back(field, rest, HANDBACK, NO_DETAILS, cancel)
    return
  end
  local crashes = crashes_after(field, rest, starts .. incarnation)
  rest = with_crashes(rest, crashes)
  if crashes >= max_crashes then
    poisoned = poisoned + 1
    finish_task(field, rest, FAILED, details_with(NO_DETAILS, {reason = '=poison'}))
  else
    recovered = recovered + 1
    put_back(field, rest, HANDBACK, NO_DETAILS)
  end
end

while left > 0 do
  local entry = redis.call('LINDEX', orphans, 0)
  if not entry then
    break
  end
  local incarnation = string.sub(entry, 2)
  local lease_key = leases .. incarnation
  local fields = page_of(lease_key, left)
  for _, field in ipairs(fields) do
    local rest = redis.call('HGET', lease_key, field)
    redis.call('HDEL', lease_key, field)
    recover(field, rest, incarnation, string.sub(entry, 1, 1) == 'D')
  end
  left = left - #fields
  if redis.call('EXISTS', lease_key) == 0 then
    redis.call('LPOP', orphans)
    forget(incarnation)
  end
end

ring_for(was_idle)
tell_all()
return {
  recovered, poisoned, redis.call('EXISTS', orphans), next_due() or '', tonumber(redis.call('GETDEL', dropped) or 0), recorded and 1 or 0}
