-- Enqueues batches of tasks from one producer (a process that dispatches tasks). Each batch is applied only once. If a batch number is
-- repeated, the first reply is returned again.
-- KEYS: window pending0 pending1 pending2 delayed envelopes deadlines tombstones bell records* keys* watching* deliveries entries
--   follows* dispatches* workers leasetimes children0 children1 children2
-- ARGV: batches ...
-- ...: for each batch: the batch number, the number of tasks, and the tasks. A plain task is 'p' envelope; any other task is 'x' envelope
--   at_front has_record name max_attempts record_ttl key_ttl delay not_before expires_after expires_at key follow
-- Returns: for each batch: -1 if its number is so old that its reply is no longer stored; '' if no task joined another one; otherwise 17
--   bytes per task: '0' or '1' (joined), and the id of the task
-- USES: clock times envelope bell waiting fields follows records deadlines
local WINDOW = 1024
local MEMORY = 600000

local stamp = struct.pack('<i8', now)
local was_idle = is_idle()
local has_tombstones = redis.call('EXISTS', tombstones) == 1
local at = first

local function next_argument()
  at = at + 1
  return ARGV[at - 1]
end

local buffers = {}

local function push(list, envelope)
  local buffer = buffers[list] or {}
  buffers[list] = buffer
  buffer[#buffer + 1] = envelope
end

local function stamped(envelope, expires_at)
  return string.sub(envelope, 21, 28) .. stamp .. (expires_at and struct.pack('<i8', expires_at) or string.sub(envelope, 37, 44))
    .. string.sub(envelope, 45)
end

-- Returns the first lease key, starting with the specified one, that has no tombstone. A tombstone exists for an earlier task with the
-- same id that has ended and whose envelope is still in the queue. A new task with the same lease key would be discarded instead of that
-- envelope.
local function fresh(field)
  while has_tombstones and redis.call('HEXISTS', tombstones, field) == 1 do
    field = next_fence(field)
  end
  return field
end

-- Stores which task a dispatch from a canvas has joined, so that a repeat of the dispatch joins the same task, even if the idempotency
-- key or the record has expired in the meantime.
local function stands_for(owner, id, pointer)
  if pointer ~= '' then
    redis.call('SET', dispatches .. id, owner)
    expire(dispatches .. id, MEMORY)
    follow(owner, pointer)
  end
end

-- Returns true if a task waits and its deadline has passed. Such a task ends here, because it would never start.
local function has_expired(owner)
  if not is_due(tonumber(redis.call('ZSCORE', deadlines, owner) or '')) then
    return false
  end
  has_tombstones = end_expired(owner) or has_tombstones
  return true
end

local function joined(id, key, pointer)
  if redis.call('EXISTS', records .. id) == 1 then
    if pointer ~= '' then
      follow(id, pointer)
    end
    return '0' .. id
  end
  local before = pointer ~= '' and redis.pcall('GET', dispatches .. id)
  if type(before) == 'string' and #before == 16 then
    follow(before, pointer)
    return (before == id and '0' or '1') .. before
  end
  local owner = key ~= '' and redis.call('GET', keys .. key)
  if owner and redis.call('EXISTS', records .. owner) == 1 and not has_expired(owner) then
    stands_for(owner, id, pointer)
    return '1' .. owner
  end
  return nil
end

local function enter(fronts)
  local envelope, at_front, has_record, name, max_attempts = ARGV[at], ARGV[at + 1] == '1', ARGV[at + 2] == '1', ARGV[at + 3], ARGV[at + 4]
  local record_ttl, key_ttl, delay, not_before = ARGV[at + 5], ARGV[at + 6], ARGV[at + 7], ARGV[at + 8]
  local expires_after, expires_at, key, pointer = ARGV[at + 9], ARGV[at + 10], ARGV[at + 11], ARGV[at + 12]
  at = at + 13
  local field = string.sub(envelope, 1, 20)
  local id = id_of(field)
  local outcome = has_record and joined(id, key, pointer)
  if outcome then
    return outcome
  end
  local due = nil
  if not_before ~= '' then
    due = tonumber(not_before)
  elseif delay ~= '' then
    due = after(tonumber(delay))
  end
  if due and due <= now then
    due = nil
  end
  local deadline = nil
  if expires_at ~= '' then
    deadline = tonumber(expires_at)
  elseif expires_after ~= '' then
    deadline = after(tonumber(expires_after))
  end
  local rest = stamped(envelope, deadline and math.max(1, deadline))
  if at_front then
    rest = as_child(rest)
  end
  if has_record then
    field = fresh(field)
    local parts = ''
    local fields = {'s', due and '0' or '1', 't', record_ttl, 'h', '', 'n', name, 'm', max_attempts, 'e', now_text}
    if string.sub(field, 1, 4) ~= '\0\0\0\0' then
      parts = 'b'
      add(fields, 'c', string.sub(field, 1, 4))
    end
    if due then
      parts = 'b'
      add(fields, 'd', due)
    end
    if key ~= '' then
      parts = parts .. 'k'
      add(fields, 'k', key)
      add(fields, 'kt', key_ttl)
      redis.call('SET', keys .. key, id)
    end
    if pointer ~= '' then
      parts = parts .. 'u'
      add(fields, 'u', pointer)
    end
    fields[6] = parts
    redis.call('HSET', records .. id, unpack(fields))
    -- A repeat of a dispatch from a canvas must be detected for MEMORY milliseconds. If the record has a longer TTL, the record is
    -- sufficient.
    if pointer ~= '' and tonumber(record_ttl) < MEMORY then
      redis.call('SET', dispatches .. id, id)
      expire(dispatches .. id, MEMORY)
    end
  end
  if due then
    wait(field, rest, due, false, has_record)
  elseif at_front and has_earlier_worker() then
    -- The task is placed where workers of earlier versions expect it.
    fronts[#fronts + 1] = {field, rest, has_record}
  else
    -- The task is pushed together with the other tasks of the batch, so that it keeps its position among them.
    push(list_of(rest), field .. rest)
    if deadline and has_record then
      note_due(deadline)
      redis.call('ZADD', deadlines, deadline, id)
    end
  end
  return '0' .. id
end

local function run_batch(count)
  local outcomes, fronts, differs = {}, {}, false
  for index = 1, count do
    if next_argument() == 'p' then
      local envelope = next_argument()
      local rest = stamped(envelope)
      push(list_of(rest), string.sub(envelope, 1, 20) .. rest)
      outcomes[index] = envelope
    else
      local outcome = enter(fronts)
      differs = differs or string.byte(outcome) == 49
      outcomes[index] = outcome
    end
  end
  for list, buffer in pairs(buffers) do
    redis.call('LPUSH', list, unpack(buffer))
  end
  buffers = {}
  for index = #fronts, 1, -1 do
    wait(fronts[index][1], fronts[index][2], nil, true, fronts[index][3])
  end
  if not differs then
    return ''
  end
  for index = 1, count do
    -- A longer entry is the envelope of a task without a record, which never joins another task.
    if #outcomes[index] > 17 then
      outcomes[index] = '0' .. string.sub(outcomes[index], 5, 20)
    end
  end
  return table.concat(outcomes)
end

local function skip(count)
  for _ = 1, count do
    at = at + (ARGV[at] == 'p' and 2 or 14)
  end
end

local replies = {}
for index = 1, tonumber(batches) do
  local number, count = next_argument(), tonumber(next_argument())
  local slot = tonumber(number) % WINDOW
  local seen = redis.call('HGET', window, slot)
  local colon = seen and string.find(seen, ':', 1, true)
  local last = colon and tonumber(string.sub(seen, 1, colon - 1))
  if last and last >= tonumber(number) then
    skip(count)
    replies[index] = last == tonumber(number) and string.sub(seen, colon + 1) or -1
  else
    replies[index] = run_batch(count)
    redis.call('HSET', window, slot, number .. ':' .. replies[index])
  end
end
expire(window, MEMORY)
ring_for(was_idle)
if recorded then
  ring('o')
end
tell_all()
return replies
