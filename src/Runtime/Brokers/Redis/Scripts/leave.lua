-- Ends a worker incarnation that leaves the queue, and returns a limited number of its tasks to the front of the queue. The worker
-- repeats the call until no task is left. If the worker stops before that, recovery returns the remaining tasks.
-- KEYS: lease notices workers leasetimes gone orphans pending0 pending1 pending2 delayed envelopes deadlines tombstones tombtimes letters
--   dropped bell records* keys* watching* leases* starts* requests* deliveries entries follows*
-- ARGV: worker page_size max_letters
-- Returns: 1 if the incarnation holds more tasks, otherwise 0
-- USES: clock times envelope bell waiting records letters settling cancels orphans
max_letters = tonumber(max_letters)
if redis.call('HEXISTS', lease, '#') == 1 then
  if not end_incarnation(worker, 'L') then
    return 0
  end
elseif not redis.call('LPOS', orphans, 'L' .. worker) then
  return 0
end

local was_idle = is_idle()
for _, field in ipairs(page_of(lease, tonumber(page_size))) do
  local rest = redis.call('HGET', lease, field)
  redis.call('HDEL', lease, field)
  put_back(field, rest, HANDBACK, NO_DETAILS, take_request(notices, field, rest))
end
local more = redis.call('EXISTS', lease)
if more == 0 then
  redis.call('LREM', orphans, 0, 'L' .. worker)
  forget(worker)
end
ring_for(was_idle)
tell_all()
return more
