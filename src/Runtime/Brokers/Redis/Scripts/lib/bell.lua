-- Publishes wake-up notifications (the bell) to the workers of the queue. Notifications are hints that can be lost, so no step depends on
-- them. The client sets the variable PUBLISH to 'PUBLISH', or to 'SPUBLISH' for Redis Cluster.
-- USES: scores
local function ring(reason)
  redis.call(PUBLISH, bell, reason)
end

local function is_idle()
  return redis.call('EXISTS', pending0, pending1, pending2, children0, children1, children2) == 0
end

-- Returns the earliest time at which a waiting task is due or expires, or nil if there is none.
local function next_due()
  local due, deadline = first_score(delayed), first_score(deadlines)
  if due and deadline then
    return math.min(due, deadline)
  end
  return due or deadline
end
