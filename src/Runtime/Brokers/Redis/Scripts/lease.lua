-- The most frequent step of a worker: settles finished tasks, marks tasks as started, and then leases waiting tasks up to the specified
-- number and size.
-- KEYS: lease started notices pending0 pending1 pending2 delayed envelopes deadlines tombstones tombtimes letters dropped bell records*
--   keys* watching* deliveries entries follows* workers leasetimes children0 children1 children2
-- ARGV: label number max_tasks max_bytes max_letters child_run max_child_run plain settled marks ...
-- ...: the lease keys of plain settlements (successes of tasks without a record); then for each other settlement: lease key, kind, attempt,
--   begun at, delay, result, failure, progress, reason; then for each start mark: lease key, attempt
-- Returns: status (0 done, 1 dead incarnation, 2 old request number); the current time; a byte for each settlement, plain ones first: '1'
--   if it was applied, otherwise '0'; the same for each start mark; 1 if deliveries were recorded, otherwise 0; then the leased envelopes
-- USES: clock times envelope bell waiting records letters settling cancels
local ENDS = {[0] = SUCCEEDED, [1] = FAILED, [2] = CANCELED, [3] = EXPIRED}
local MAX_PASSED = 500
local CHUNK = 100
local WITH_RECORD = '\0\0\0\1'

local last = redis.call('HGET', lease, '#')
if not last then
  return {1, now}
end
if tonumber(number) <= tonumber(last) then
  return {2, now}
end
max_tasks, max_bytes, max_letters = tonumber(max_tasks), tonumber(max_bytes), tonumber(max_letters)
child_run, max_child_run = tonumber(child_run), tonumber(max_child_run)
plain, settled, marks = tonumber(plain), tonumber(settled), tonumber(marks)

-- The request number is stored first, so that the request is not applied twice, even if the script fails below.
redis.call('HSET', lease, '#', number)
local has_notices = redis.call('EXISTS', notices) == 1
local has_tombstones = redis.call('EXISTS', tombstones) == 1
local has_strays = redis.call('EXISTS', tombtimes) == 1
local has_starts = redis.call('EXISTS', started) == 1

local function release(field, rest)
  if has_starts then
    redis.call('SREM', started, field)
  end
  if has_notices or has_strays then
    return take_request(notices, field, rest)
  end
  return nil
end

-- Reads the tombstones of lease keys or ids with one command. The values are in the order of the names; false if there is no tombstone.
local function tombstones_of(names)
  local found = #names > 0 and redis.pcall('HMGET', tombstones, unpack(names)) or {}
  return found.err and {} or found
end

local at = first
local oks = {}
local ended = {}
for index = 1, plain do
  local field = ARGV[at]
  at = at + 1
  if redis.call('HDEL', lease, field) == 1 then
    oks[index] = '1'
    ended[#ended + 1] = has_strays and id_of(field) or field
    if has_starts then
      redis.call('SREM', started, field)
    end
    if has_notices then
      redis.call('HDEL', notices, field)
    end
  else
    oks[index] = '0'
  end
end
if has_strays then
  for index, stray in ipairs(tombstones_of(ended)) do
    if stray then
      redis.call('HDEL', tombstones, ended[index])
      redis.call('ZREM', tombtimes, ended[index])
    end
  end
end

local handed_back = {}
local function settle(field, rest, kind, cancel)
  local details = {
    attempt = ARGV[at + 2], started = ARGV[at + 3], delay = tonumber(ARGV[at + 4]), result = ARGV[at + 5],
    failure = ARGV[at + 6], progress = ARGV[at + 7], reason = ARGV[at + 8],
  }
  if ENDS[kind] then
    if kind == 2 and details.reason == '' and cancel then
      details.reason = cancel
    end
    finish_task(field, rest, ENDS[kind], details)
  elseif kind == HANDBACK then
    handed_back[#handed_back + 1] = {field, rest, details, cancel}
  else
    put_back(field, rest, kind, details, cancel)
  end
end

local was_idle = settled > 0 and is_idle()
for index = 1, settled do
  local field, kind = ARGV[at], tonumber(ARGV[at + 1])
  -- A success does not need the envelope, so a constant with the record flag replaces it. Other settlements might need the envelope.
  local rest = kind == 0 and WITH_RECORD or redis.call('HGET', lease, field)
  if rest and redis.call('HDEL', lease, field) == 1 then
    oks[plain + index] = '1'
    local cancel = release(field, rest)
    local plainly = kind == 0 and ARGV[at + 2] ~= '0' and ARGV[at + 3] ~= '' and ARGV[at + 7] == '' and ARGV[at + 8] == ''
    if not (plainly and succeed_plainly(id_of(field), ARGV[at + 2], ARGV[at + 3], ARGV[at + 5])) then
      settle(field, rest, kind, cancel)
    end
  else
    oks[plain + index] = '0'
  end
  at = at + 9
end
-- The settlements are applied from last to first, so that tasks that are returned to the front of the queue together keep their order.
for index = #handed_back, 1, -1 do
  local task = handed_back[index]
  put_back(task[1], task[2], HANDBACK, task[3], task[4])
end

local begun = {}
for index = 1, marks do
  local field, attempt = ARGV[at], ARGV[at + 1]
  at = at + 2
  local rest = redis.call('HGET', lease, field)
  if rest and field ~= '#' then
    begun[index] = '1'
    -- A worker crash has already been counted for this task. The next crash is counted only if the task has started, so its start is
    -- stored.
    if crashes_of(rest) > 0 then
      redis.call('SADD', started, field)
    end
    local record = may_have_record(rest) and live_record(id_of(field))
    if record then
      if has(record, 'b') then
        clear(record, 'd')
      end
      write(record, {'s', RUNNING, 'a', attempt, 'b', now_text, 'w', label})
      tell(record)
    end
  else
    begun[index] = '0'
  end
end

local reply = {0, now, table.concat(oks), table.concat(begun), recorded and 1 or 0}
local head = #reply
local bytes, passed, full = 0, 0, false

-- Leases at most the specified number of tasks from one list, and returns the number of leased tasks. Every envelope that was popped is
-- leased, discarded, or put back before a later command can fail.
local function take_from(list, most)
  local before = #reply
  local limit = math.min(before + most, head + max_tasks)
  while not full and #reply < limit and passed < MAX_PASSED do
    local count = #reply - head
    local chunk = 1
    if count > 0 then
      chunk = math.max(1, math.min(CHUNK, limit - #reply, math.floor((max_bytes - bytes) / (bytes / count))))
    end
    local popped = redis.pcall('RPOP', list, chunk)
    if not popped or popped.err then
      break
    end
    -- Two names per envelope are read. The lease key has a tombstone if the task ended while it was waiting. The id has a tombstone if
    -- the task was canceled while its location was unknown.
    local names = {}
    for index = 1, has_tombstones and #popped or 0 do
      names[2 * index - 1] = string.sub(popped[index], 1, 20)
      names[2 * index] = string.sub(popped[index], 5, 20)
    end
    local stones = tombstones_of(names)
    local fields, stop = {}, nil
    for index = 1, #popped do
      local envelope = popped[index]
      local field = string.sub(envelope, 1, 20)
      if #envelope < HEADER then
        passed = passed + 1
        bury(envelope, 'malformed-envelope', '')
      elseif stones[2 * index - 1] and redis.call('HDEL', tombstones, field) == 1 then
        -- The task ended while it was waiting. Its envelope is discarded.
        passed = passed + 1
      elseif stones[2 * index] and take_request(notices, field, string.sub(envelope, 21)) then
        -- The task was canceled and has no record to update. Its envelope is discarded.
        passed = passed + 1
      else
        bytes = bytes + #envelope
        if #reply > head and bytes > max_bytes then
          stop = index
          break
        end
        fields[#fields + 1] = field
        fields[#fields + 1] = string.sub(envelope, 21)
        reply[#reply + 1] = envelope
      end
    end
    if #fields > 0 then
      redis.call('HSET', lease, unpack(fields))
    end
    if stop then
      full = true
      local back = {}
      for index = #popped, stop, -1 do
        back[#back + 1] = popped[index]
      end
      redis.call('RPUSH', list, unpack(back))
    elseif #popped < chunk then
      break
    end
  end
  return #reply - before
end

-- Leases the tasks of one priority. While both lists contain tasks, an ordinary task follows each run of max_child_run child tasks.
local function take(ordinary, children)
  while not full and #reply - head < max_tasks and passed < MAX_PASSED do
    if child_run < max_child_run then
      local taken = take_from(children, max_child_run - child_run)
      child_run = child_run + taken
      if taken == 0 then
        child_run = take_from(ordinary, max_tasks) > 0 and 0 or child_run
        return
      end
    elseif take_from(ordinary, 1) > 0 then
      child_run = 0
    else
      child_run = child_run + take_from(children, max_tasks)
      return
    end
  end
end

if max_tasks > 0 then
  if redis.call('EXISTS', children0, children1, children2) > 0 then
    take(pending2, children2)
    take(pending1, children1)
    take(pending0, children0)
  else
    take_from(pending2, max_tasks)
    take_from(pending1, max_tasks)
    take_from(pending0, max_tasks)
  end
  for index = head + 1, #reply do
    local envelope = reply[index]
    if string.byte(envelope, 24) % 2 == 1 and string.sub(envelope, 37, 44) ~= NEVER then
      local id = string.sub(envelope, 5, 20)
      redis.call('ZREM', deadlines, id)
      -- The worker will not start a task whose deadline has passed, so no dispatch can join it.
      if is_due(deadline_of(string.sub(envelope, 21))) then
        free_key(id)
      end
    end
  end
end

ring_for(was_idle)
if passed >= MAX_PASSED and not is_idle() then
  -- The step has discarded the maximum number of envelopes. The wake-up notification (bell) causes a worker to continue with the next
  -- ones.
  ring('w')
end
tell_all()
return reply
