-- Stores waiting tasks. Pending tasks are in two lists per priority, one of which is for child tasks. Delayed tasks are in a set that is
-- sorted by time.
-- USES: envelope children bell
local MERGED_BYTES = 1048576
local due_before, due_added = false, nil

local function list_of(rest)
  local priority = string.byte(rest, 2)
  local child = #rest >= 4 and is_child(rest) and children_wait_apart()
  if priority == 2 then
    return child and children2 or pending2
  elseif priority == 0 then
    return child and children0 or pending0
  end
  return child and children1 or pending1
end

-- Moves a limited number of child tasks to the front of the ordinary tasks, in order, because no registered worker knows their lists, or
-- not all of them do. The last task of a list is moved first. Returns whether child tasks remain.
local function merge_children(most)
  local left, bytes = most, 0
  for _, lists in ipairs({{children2, pending2}, {children1, pending1}, {children0, pending0}}) do
    while left > 0 and bytes < MERGED_BYTES do
      local envelope = redis.pcall('LPOP', lists[1])
      if type(envelope) ~= 'string' then
        break
      end
      redis.call('RPUSH', lists[2], envelope)
      left = left - 1
      bytes = bytes + #envelope
    end
  end
  return redis.call('EXISTS', children0, children1, children2) > 0
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
