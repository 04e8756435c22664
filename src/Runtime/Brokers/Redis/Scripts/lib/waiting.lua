-- Stores waiting tasks. Pending tasks are in one list per priority. Delayed tasks are in a set that is sorted by time.
-- USES: envelope bell
local due_before, due_added = false, nil

local function list_of(rest)
  local priority = string.byte(rest, 2)
  if priority == 2 then
    return pending2
  elseif priority == 0 then
    return pending0
  end
  return pending1
end

local function note_due(time)
  if due_before == false then
    due_before = next_due() or math.huge
  end
  due_added = math.min(due_added or math.huge, time)
end

-- Adds a task to the delayed tasks if it has a due time; otherwise, adds it to the pending tasks. has_record: true if the task expires at
-- its deadline while it waits.
local function wait(field, rest, due, at_front, has_record)
  local id = id_of(field)
  if due then
    note_due(due)
    redis.call('ZADD', delayed, due, id)
    redis.call('HSET', envelopes, id, field .. rest)
  else
    redis.call(at_front and 'RPUSH' or 'LPUSH', list_of(rest), field .. rest)
  end
  local deadline = has_record and deadline_of(rest)
  if deadline then
    note_due(deadline)
    redis.call('ZADD', deadlines, deadline, id)
  end
end

-- Sends a wake-up notification (bell) if tasks were added to an empty queue, or if a task is due or expires earlier than the workers
-- expect.
local function ring_for(was_idle)
  if was_idle and not is_idle() then
    ring('w')
  end
  if due_added and due_added < due_before then
    ring('d')
  end
end
