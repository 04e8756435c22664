-- Tells whoever sleeps. A hint: nothing depends on its arrival. PUBLISH is set by the client: SPUBLISH on a Cluster.
-- USES: scores
local function ring(reason)
  redis.call(PUBLISH, bell, reason)
end

local function is_idle()
  return redis.call('EXISTS', pending0, pending1, pending2) == 0
end

-- The earliest time at which something must happen to a waiting task; nil: none.
local function next_due()
  local due, deadline = first_score(delayed), first_score(deadlines)
  if due and deadline then
    return math.min(due, deadline)
  end
  return due or deadline
end
