-- Stores pointers to the canvas nodes to which the end of a task is reported. A pointer consists of a length, the name of a queue, the id
-- of a canvas, and the index of a node. The first FEW pointers are in the record. If more dispatches have joined the task, the other
-- pointers are in a sorted set, in the order in which they were added.
-- USES: deliveries
local FEW = 8
local FOLLOWS_TTL = 86400000

local function with_length(text)
  return struct.pack('<I4', #text) .. text
end

-- Returns the report of an ended task: id, then state, name, attempt, result, failure, and reason, each preceded by its length.
local function report_of(id)
  local values = redis.call('HMGET', records .. id, 's', 'n', 'a', 'r', 'x', 'y')
  local parts = {id}
  for index = 1, 6 do
    parts[index + 1] = with_length(values[index] or '')
  end
  return table.concat(parts)
end

local function pointers_in(text)
  local pointers, at = {}, 1
  while at <= #text do
    local length = 21 + string.byte(text, at)
    pointers[#pointers + 1] = string.sub(text, at, at + length - 1)
    at = at + length
  end
  return pointers
end

-- Returns the content of a delivery of kind T: the number of the next pointer in the sorted set, the TTL of the set, and the report.
local function telling(from, ttl, report)
  return struct.pack('<I4d', from, ttl) .. report
end

-- Records a report delivery for each pointer of an ended task. It must be called after the end is written to the record and before the
-- TTL of the record is set.
local function tell_followers(id, pointers, has_more, ttl)
  local report = report_of(id)
  for _, pointer in ipairs(pointers_in(pointers)) do
    put('R' .. pointer, report)
  end
  if has_more then
    put('T' .. id, telling(0, ttl, report))
  end
end

-- Adds a pointer to an existing task, unless the task already has it. If the task has already ended, the report is recorded immediately.
local function follow(id, pointer)
  local key = records .. id
  local values = redis.pcall('HMGET', key, 's', 't', 'h', 'u')
  if values.err or not values[1] then
    return
  end
  local letters, stored = values[3] or '', values[4] or ''
  local known = pointers_in(stored)
  for _, other in ipairs(known) do
    if other == pointer then
      return
    end
  end
  local letter = #known < FEW and 'u' or 'U'
  if letter == 'u' then
    redis.call('HSET', key, 'u', stored .. pointer)
  else
    local count = redis.pcall('ZCARD', follows .. id)
    if redis.pcall('ZADD', follows .. id, 'NX', count, pointer) ~= 1 then
      return
    end
  end
  if not string.find(letters, letter, 1, true) then
    redis.call('HSET', key, 'h', letters .. letter)
  end
  if values[1] >= '4' then
    put('R' .. pointer, report_of(id))
    if letter == 'U' and redis.pcall('HEXISTS', entries, 'T' .. id) == 0 then
      expire(follows .. id, tonumber(values[2] or '') or FOLLOWS_TTL)
    end
  end
end
