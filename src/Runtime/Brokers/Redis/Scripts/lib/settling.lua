-- Settles a leased task. The task either ends or is returned to the queue with a new fencing number (fence).
-- USES: envelope waiting records letters
local HANDBACK, RETRY, SNOOZE, DEFER = 7, 4, 5, 6

-- Ends a task. A failed task becomes a dead letter. details.reason is '' if there is no reason; otherwise, '=' and the reason.
local function finish_task(field, rest, state, details)
  if state == FAILED then
    bury(field .. rest, details.reason == '' and 'retries-exhausted' or string.sub(details.reason, 2), details.failure)
  end
  local record = may_have_record(rest) and live_record(id_of(field))
  if record then
    finish(record, state, details)
  end
end

-- Returns a task to the pending or delayed tasks. cancel: the stored reason of a cancellation request, or nil. If there is a request, the
-- task ends as canceled instead.
local function put_back(field, rest, kind, details, cancel)
  if cancel then
    finish_task(field, rest, CANCELED, details_with(details, {reason = cancel}))
    return
  end
  -- A fence for which a tombstone exists is skipped. The tombstone belongs to an earlier task with the same id that has ended and whose
  -- envelope is still in the queue. With the same fence, this task would be discarded instead of that envelope.
  repeat
    field = next_fence(field)
  until redis.pcall('HEXISTS', tombstones, field) ~= 1
  if kind == RETRY then
    rest = with_attempt(rest)
  elseif kind == DEFER then
    rest = with_deferral(rest)
  end
  local due = nil
  if kind ~= HANDBACK and details.delay > 0 then
    due = after(details.delay)
  end
  local record = may_have_record(rest) and live_record(id_of(field))
  if record then
    local fields = {'s', PENDING, 'c', string.sub(field, 1, 4)}
    local was_back = has(record, 'b')
    note(record, fields, 'b')
    add_details(record, fields, details)
    if due then
      fields[2] = kind == RETRY and RETRYING or SCHEDULED
      add(fields, 'd', due)
    elseif was_back then
      clear(record, 'd')
    end
    if kind == RETRY then
      add(fields, 'x', details.failure)
    end
    if kind ~= HANDBACK then
      if details.reason ~= '' then
        add(fields, 'y', details.reason)
      elseif was_back then
        clear(record, 'y')
      end
    end
    write(record, fields)
    if details.progress ~= '' then
      tell(record)
    end
  end
  wait(field, rest, due, kind == HANDBACK, record)
end
