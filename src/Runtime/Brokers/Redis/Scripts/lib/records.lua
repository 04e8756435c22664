-- Stores the records of tasks and canvases (the data that callers read), one hash per record. Fields: s state, t TTL of the record, h
-- letters of the optional fields that can exist ('b' delayed or put back: c, d, x, y; 'k' idempotency key: k, kt; 'p' progress: p, v; 'w'
-- watches: o; 'u' pointers: u; 'U' more pointers in the key follows; 'g' no fields: the record is that of a canvas), n name, m max
-- attempts, e enqueued at, d due at, b begun at, f finished at, a attempt, w worker, p progress, v progress version, r result, x failure,
-- y reason ('=' and the reason), c fence, k idempotency key, kt TTL of the key, o watches (16 bytes each), u pointers to the canvas nodes
-- to which the end is reported. All times and TTLs are in milliseconds. The fields that are read at every end of a task are first,
-- because Redis searches a small hash from its beginning.
-- USES: fields follows
-- The states are strings, so that no number has to be converted to a string for each command.
local SCHEDULED, PENDING, RUNNING, RETRYING, SUCCEEDED, FAILED, CANCELED, EXPIRED = '0', '1', '2', '3', '4', '5', '6', '7'
-- The TTL in ms of a record whose own TTL is missing or is not a number. This value is used because a step must not fail after it has
-- changed data.
local DAY_TTL = 86400000
local news = {}

-- Returns the record of a task that has not ended, or nil. A key that is not a record is treated as missing.
local function live_record(id)
  local values = redis.pcall('HMGET', records .. id, 's', 't', 'h')
  if values.err or not values[1] then
    return nil
  end
  if values[1] >= SUCCEEDED then
    return nil
  end
  local record = {id = id, ttl = tonumber(values[2] or '') or DAY_TTL, has = values[3] or '', version = 0, fence = '\0\0\0\0'}
  if record.has ~= '' then
    local more = redis.call('HMGET', records .. id, 'o', 'k', 'kt', 'v', 'c', 'u')
    record.watches, record.key, record.key_ttl = more[1], more[2], more[3]
    record.version, record.fence, record.followers = tonumber(more[4] or '0'), more[5] or record.fence, more[6]
  end
  return record
end

local function has(record, part)
  return string.find(record.has, part, 1, true) ~= nil
end

-- Adds the letter of a group of optional fields to field 'h' of a write, because these fields can exist from now on.
local function note(record, fields, part)
  if not has(record, part) then
    record.has = record.has .. part
    add(fields, 'h', record.has)
  end
end

local function write(record, fields)
  redis.call('HSET', records .. record.id, unpack(fields))
end

local function clear(record, ...)
  redis.call('HDEL', records .. record.id, ...)
end

-- Stores that the record has changed, if it has watches. tell_all publishes the changes at the end of the step.
local function tell(record)
  local watches = record.watches
  if watches then
    for start = 1, #watches, 16 do
      local watch = string.sub(watches, start, start + 15)
      news[watch] = (news[watch] or '') .. record.id
    end
  end
end

local function tell_all()
  for watch, ids in pairs(news) do
    redis.call(PUBLISH, watching .. watch, ids)
  end
end

-- Adds the attempt, the start time and the progress of a settlement to a write.
local function add_details(record, fields, details)
  if details.attempt ~= '0' then
    add(fields, 'a', details.attempt)
  end
  add_given(fields, 'b', details.started)
  if details.progress ~= '' then
    add(fields, 'p', details.progress)
    add(fields, 'v', record.version + 1)
    note(record, fields, 'p')
  end
end

-- A fast path for the most common end of a task: success, with a record that has no optional fields. Returns false if the record has
-- optional fields, in which case the caller must use finish.
local function succeed_plainly(id, attempt, started, result)
  local key = records .. id
  local values = redis.pcall('HMGET', key, 's', 't', 'h')
  if values.err or not values[1] or values[1] >= SUCCEEDED then
    return true
  elseif values[3] ~= '' then
    return false
  end
  redis.call('HSET', key, 's', SUCCEEDED, 'f', now_text, 'a', attempt, 'b', started, 'r', result)
  expire(key, tonumber(values[2] or '') or DAY_TTL)
  return true
end

-- Writes the end of a task to its record, keeps the idempotency key after a success or deletes it otherwise, records report deliveries,
-- and sets the TTL of the record.
local function finish(record, state, details)
  if has(record, 'b') then
    clear(record, 'd', 'x', 'y')
  end
  local fields = {'s', state, 'f', now_text}
  add_details(record, fields, details)
  if state == SUCCEEDED then
    add_given(fields, 'r', details.result)
  else
    add_given(fields, 'x', details.failure)
  end
  add_given(fields, 'y', details.reason)
  write(record, fields)
  local ttl = record.ttl
  if record.key then
    local key = keys .. record.key
    local owns = redis.call('GET', key) == record.id
    if owns and state == SUCCEEDED then
      local key_ttl = tonumber(record.key_ttl or '') or DAY_TTL
      ttl = math.max(ttl, key_ttl)
      expire(key, key_ttl)
    elseif owns then
      redis.call('DEL', key)
    end
  end
  if record.followers or has(record, 'U') then
    tell_followers(record.id, record.followers or '', has(record, 'U'), ttl)
  end
  expire(records .. record.id, ttl)
  tell(record)
end

-- Deletes the idempotency key of a task. pcall is used because a key of the wrong type must not stop a step after it has changed data.
local function free_key(id)
  local key = redis.pcall('HGET', records .. id, 'k')
  if type(key) == 'string' and redis.pcall('GET', keys .. key) == id then
    redis.call('DEL', keys .. key)
  end
end

local NO_DETAILS = {attempt = '0', started = '', delay = 0, result = '', failure = '', progress = '', reason = ''}

-- Returns a copy of the settlement details in which some values are replaced.
local function details_with(details, changes)
  local copy = {}
  for name, value in pairs(details) do
    copy[name] = value
  end
  for name, value in pairs(changes) do
    copy[name] = value
  end
  return copy
end
