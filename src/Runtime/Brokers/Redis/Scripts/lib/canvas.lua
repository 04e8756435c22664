-- Stores canvases, one hash per canvas. Fields: l number of tasks and work items in progress (exists after the commit), c number of
-- nodes, g number of groups, t TTL of the record in ms, x reason of the cancellation ('=' and the reason, or empty), w how the whole
-- canvas ended ('g' if its result is that of a group, otherwise '1'), z number of tasks that do not run only after a failure, e number of
-- those that have ended, q number of those that have ended and have not succeeded, d time in ms at which clients were last notified of
-- these numbers. For node i: n<i> its kind and links to other nodes, t<i> the task
-- to dispatch, m<i>:<page> the members of a group, 1,000 per page, s<i> '1' started or '2' ended, i<i> its input, f<i> the lowest
-- position of a group member that did not succeed. members: one hash per group, position -> '+' and the value, or '-', the state and the
-- failure.
-- USES: records deliveries
local TASK, GROUP, SCOPE = 0, 1, 2
local WHOLE = -1
local STARTED, OVER = '1', '2'
local NODE = 22
local MEMBERS = 1000
local MAX_SCOPES = 50
local TELL_EVERY = 100
-- The amount of work that this step can still do: groups to delete, ends to process, error scopes to visit. Later steps do the rest.
local cleaning, ending, walking = 200, 400, 500
local opened, ends = {}, {}

-- Returns the canvas, or nil if it does not exist or is not committed.
local function open_canvas(id)
  if opened[id] == nil then
    local header = redis.pcall('HMGET', canvases .. id, 'l', 'c', 'g', 't', 'x', 'w', 'z', 'e', 'q', 'd')
    local live = not header.err and tonumber(header[1] or '')
    opened[id] = live and {
      id = id, key = canvases .. id, live = live, nodes = tonumber(header[2] or '') or 0, groups = tonumber(header[3] or '') or 0,
      ttl = tonumber(header[4] or '') or DAY_TTL, canceled = header[5], whole = header[6], changed = false,
      total = header[7] or '0', ended = tonumber(header[8] or '') or 0, failed = tonumber(header[9] or '') or 0,
      told = tonumber(header[10] or '') or 0, inside = {},
    } or false
  end
  return opened[id] or nil
end

local function key_of(letter, canvas, index)
  return letter .. canvas.id .. struct.pack('>i4', index)
end

local function group_key(canvas, index)
  return members .. canvas.id .. struct.pack('>i4', index)
end

local function count_live(canvas, more)
  canvas.live = canvas.live + more
  canvas.changed = true
end

local function node_of(canvas, index)
  local packed = redis.call('HGET', canvas.key, 'n' .. index)
  if not packed or #packed ~= NODE then
    return nil
  end
  local node = {index = index}
  node.kind, node.passes, node.next, node.parent, node.position, node.scope, node.count = struct.unpack('<BBi4i4i4i4I4', packed)
  return node
end

-- Adds the end of a node to a list that follow_ends processes. Because no recursion is used, long chains and deeply nested canvases do
-- not overflow the stack.
local function note_end(canvas, node, state, value)
  ends[#ends + 1] = {canvas, node, state, value}
end

-- Starts a node. If the node has already started, the call has no effect. input: the value that the node receives, or nil.
local function start(canvas, index, input)
  local node = not canvas.canceled and node_of(canvas, index)
  if not node or redis.call('HSETNX', canvas.key, 's' .. index, STARTED) == 0 then
    return
  end
  if input then
    redis.call('HSET', canvas.key, 'i' .. index, input)
  end
  if node.kind == TASK then
    count_live(canvas, 1)
    put(key_of('S', canvas, index))
  elseif node.kind == GROUP and node.count > 0 then
    count_live(canvas, 1)
    put(key_of('G', canvas, index), '0')
  elseif node.kind == GROUP then
    redis.call('HSET', canvas.key, 's' .. index, OVER)
    note_end(canvas, node, SUCCEEDED, '\1' .. struct.pack('<i4', index))
  end
end

local function start_next(canvas, node, value)
  start(canvas, node.next, node.passes == 1 and value or nil)
end

-- Returns the numbers as a progress report, in which 'f' marks the report as that of a canvas.
local function progress_text(total, ended, failed)
  return '{"c":' .. ended .. ',"t":' .. total .. ',"f":' .. failed .. '}'
end

-- Determines whether a node is a part of the result of the canvas. A node that runs only after a failure is not. canvas.inside keeps the
-- answers for groups. A loop in damaged data ends after as many steps as there are groups.
local function is_inside(canvas, node)
  local parent = node.parent
  if parent < 0 then
    return parent == WHOLE
  end
  if canvas.inside[parent] == nil then
    local group, left = node, canvas.groups
    while group and group.parent >= 0 and left > 0 do
      group, left = node_of(canvas, group.parent), left - 1
    end
    canvas.inside[parent] = group ~= nil and group.parent == WHOLE
  end
  return canvas.inside[parent]
end

-- Counts the end of a task in the progress of the canvas. A canvas that an earlier version has committed has no total and no progress.
local function count_end(canvas, node, state)
  if canvas.total ~= '0' and is_inside(canvas, node) then
    canvas.ended = canvas.ended + 1
    canvas.failed = canvas.failed + (state == SUCCEEDED and 0 or 1)
    canvas.counted = true
  end
end

-- Saves the progress of a canvas, also in its record. Clients are notified at most every 100 ms, because a large group changes often.
local function save_progress(canvas)
  local record = live_record(canvas.id)
  if record then
    local fields = {'p', progress_text(canvas.total, canvas.ended, canvas.failed), 'v', record.version + 1}
    note(record, fields, 'p')
    write(record, fields)
    if now - canvas.told >= TELL_EVERY then
      canvas.told = now
      tell(record)
    end
  end
  redis.call('HSET', canvas.key, 'e', canvas.ended, 'q', canvas.failed, 'd', string.format('%.0f', canvas.told))
end

local function end_whole(canvas, state, value)
  if canvas.whole then
    return
  end
  canvas.whole = state == SUCCEEDED and #value == 5 and string.byte(value) == 1 and 'g' or '1'
  canvas.changed = true
  redis.call('HSET', canvas.key, 'w', canvas.whole)
  local record = live_record(canvas.id)
  if record then
    local progress = canvas.total ~= '0' and progress_text(canvas.total, canvas.ended, canvas.failed) or ''
    finish(
      record, state, details_with(NO_DETAILS, {[state == SUCCEEDED and 'result' or 'failure'] = value, progress = progress}))
  end
end

local function settle_member(canvas, index, position, state, value)
  local group = node_of(canvas, index)
  if not group or group.kind ~= GROUP or position < 0 or position >= group.count then
    return
  end
  local key = group_key(canvas, index)
  if redis.pcall('HSETNX', key, position, state == SUCCEEDED and '+' .. value or '-' .. state .. value) ~= 1 then
    return
  end
  local lowest = tonumber(redis.call('HGET', canvas.key, 'f' .. index) or '')
  if state ~= SUCCEEDED and (not lowest or position < lowest) then
    lowest = position
    redis.call('HSET', canvas.key, 'f' .. index, lowest)
  end
  if redis.call('HLEN', key) < group.count then
    return
  end
  redis.call('HSET', canvas.key, 's' .. index, OVER)
  local failed = lowest and redis.call('HGET', key, lowest)
  if failed then
    note_end(canvas, group, string.sub(failed, 2, 2), string.sub(failed, 3))
  else
    note_end(canvas, group, SUCCEEDED, '\1' .. struct.pack('<i4', index))
  end
end

-- Starts the error handlers of all error scopes that contain a failed node, from the innermost to the outermost scope. If the limit is
-- reached, a later step starts the remaining handlers.
local function walk(canvas, origin, scope, state, value)
  local most = math.min(MAX_SCOPES, walking)
  for _ = 1, most do
    walking = walking - 1
    local node = scope >= 0 and node_of(canvas, scope)
    if not node or node.kind ~= SCOPE then
      return
    end
    if node.next >= 0 then
      start_next(canvas, node, value)
    end
    scope = node.scope
  end
  if scope >= 0 then
    count_live(canvas, 1)
    put(key_of('O', canvas, origin), struct.pack('<i4', scope) .. state .. value)
  end
end

local function follow_ends()
  while #ends > 0 do
    local canvas, node, state, value = unpack(ends[#ends])
    ends[#ends] = nil
    ending = ending - 1
    if ending < 0 then
      count_live(canvas, 1)
      put(key_of('E', canvas, node.index), state .. value)
    elseif state == SUCCEEDED and node.next >= 0 then
      start_next(canvas, node, value)
    else
      if node.parent == WHOLE then
        end_whole(canvas, state, value)
      elseif node.parent >= 0 then
        settle_member(canvas, node.parent, node.position, state, value)
      end
      if state ~= SUCCEEDED then
        walk(canvas, node.index, node.scope, state, value)
      end
    end
  end
end

-- Deletes a canvas that has ended and has no task or work item in progress, with a limited number of groups per step. If the result of
-- the canvas is that of a group, its keys expire together with the record instead.
local function clean(canvas, from)
  local to = math.max(from, math.min(canvas.groups, from + cleaning))
  cleaning = cleaning - (to - from)
  local keeps = canvas.whole == 'g'
  for index = from, to - 1 do
    if keeps then
      expire(group_key(canvas, index), canvas.ttl)
    else
      redis.call('UNLINK', group_key(canvas, index))
    end
  end
  remove('K' .. canvas.id)
  if to < canvas.groups then
    put('K' .. canvas.id, to)
  elseif keeps then
    expire(canvas.key, canvas.ttl)
  else
    redis.call('UNLINK', canvas.key)
  end
end

-- Saves the changes to the canvases, and deletes those that are finished. It must be called at the end of the step.
local function close_canvases()
  follow_ends()
  for _, canvas in pairs(opened) do
    if canvas and canvas.counted then
      save_progress(canvas)
    end
    if canvas and canvas.changed then
      redis.call('HSET', canvas.key, 'l', canvas.live)
      if canvas.live <= 0 and (canvas.whole or canvas.canceled) then
        clean(canvas, 0)
      end
    end
  end
end
