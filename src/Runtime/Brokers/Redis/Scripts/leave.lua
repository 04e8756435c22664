-- Ends a worker incarnation that leaves the queue, and returns a limited number of its tasks to the front of the queue. The worker
-- repeats the call until no task is left. If the worker stops before that, recovery returns the remaining tasks. If no worker remains, or
-- one of an earlier version, the waiting child tasks are moved to the ordinary tasks, where each version finds them.
-- KEYS: lease notices workers leasetimes gone orphans pending0 pending1 pending2 delayed envelopes deadlines tombstones tombtimes letters
--   dropped bell records* keys* watching* leases* starts* requests* deliveries entries follows* children0 children1 children2
-- ARGV: worker page_size max_letters
-- Returns: 1 if the incarnation holds more tasks, or more child tasks must be moved; otherwise, 0
-- USES: clock times envelope bell waiting records letters settling cancels orphans
max_letters = tonumber(max_letters)
local holds = true
if redis.call('HEXISTS', lease, '#') == 1 then
  holds = end_incarnation(worker, 'L')
elseif not redis.call('LPOS', orphans, 'L' .. worker) then
  holds = false
end

local was_idle = is_idle()
for _, field in ipairs(holds and page_of(lease, tonumber(page_size)) or {}) do
  local rest = redis.call('HGET', lease, field)
  redis.call('HDEL', lease, field)
  put_back(field, rest, HANDBACK, NO_DETAILS, take_request(notices, field, rest))
end
local more = holds and redis.call('EXISTS', lease) or 0
if holds and more == 0 then
  redis.call('LREM', orphans, 0, 'L' .. worker)
  forget(worker)
end
if more == 0 and not children_wait_apart() and merge_children(tonumber(page_size)) then
  more = 1
end
ring_for(was_idle)
tell_all()
return more
