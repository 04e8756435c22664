-- Removes the deliveries that have been carried out, and then returns the deliveries that are due, oldest first. A delivery is an
-- operation on another queue or canvas. The step also performs a limited amount of the work that is due within the canvases of this
-- queue.
-- KEYS: canvases* members* records* keys* watching* deliveries entries follows*
-- ARGV: max max_bytes done ...
-- ...: the keys of the deliveries that have been carried out
-- Returns: 1 if more deliveries are due, otherwise 0; then a list for each delivery. A start delivery consists of its key, the task to
--   dispatch, and the input or false; a cancel delivery of its key, the task, and the reason; a report delivery of its key and its
--   content
-- USES: clock scores records deliveries canvas
local TAKEN_FOR = 5000
local SPREAD = 100
local SWEEP = 200
local TELL = 100
max, max_bytes = tonumber(max), tonumber(max_bytes)
check_deliveries()

local function index_in(key)
  local index = struct.unpack('>i4', key, 18)
  return index
end

-- Replaces the start delivery of a node with a cancel delivery, because its canvas was canceled. Returns the key of the cancel delivery.
local function cancel_instead(key)
  remove(key)
  local cancel = 'C' .. string.sub(key, 2)
  put(cancel)
  return cancel
end

local LENGTHS = {S = 21, C = 21, G = 21, O = 21, E = 21, W = 17, K = 17, T = 17}
-- Determines whether a key has the form of a delivery key. Entries with other keys cannot be carried out and are removed.
local function is_key(key)
  local letter = string.sub(key, 1, 1)
  return #key == (LENGTHS[letter] or (letter == 'R' and #key > 1 and 22 + string.byte(key, 2)))
end

for at = first, first + tonumber(done) - 1 do
  local key = ARGV[at]
  local letter = string.sub(key, 1, 1)
  local canvas = letter == 'S' and is_key(key) and open_canvas(string.sub(key, 2, 17))
  if canvas and canvas.canceled then
    -- The task might have been dispatched after the tasks of the canvas were canceled, so it must also be canceled.
    cancel_instead(key)
  elseif letter == 'S' or letter == 'C' or letter == 'R' then
    remove(key)
  end
end

local function go_on(key, content)
  redis.call('HSET', entries, key, content)
  redis.call('ZADD', deliveries, now, key)
end

local WORK = {}

function WORK.G(key, content, canvas)
  local index, from = index_in(key), tonumber(content) or 0
  local group = not canvas.canceled and node_of(canvas, index)
  local page = group and redis.call('HGET', canvas.key, 'm' .. index .. ':' .. math.floor(from / MEMBERS))
  local to = group and math.min(from + SPREAD, group.count) or 0
  for position = from, page and to - 1 or -1 do
    local at = 4 * (position % MEMBERS) + 1
    if at + 3 <= #page then
      local entry = struct.unpack('<i4', page, at)
      start(canvas, entry)
    end
  end
  if page and to < group.count then
    go_on(key, to)
  else
    remove(key)
    count_live(canvas, -1)
  end
end

function WORK.O(key, content, canvas)
  remove(key)
  count_live(canvas, -1)
  if #content >= 5 and not canvas.canceled then
    walk(canvas, index_in(key), struct.unpack('<i4', content), string.sub(content, 5, 5), string.sub(content, 6))
  end
end

function WORK.E(key, content, canvas)
  remove(key)
  count_live(canvas, -1)
  local node = not canvas.canceled and node_of(canvas, index_in(key))
  if node and content ~= '' then
    note_end(canvas, node, string.sub(content, 1, 1), string.sub(content, 2))
  end
end

function WORK.W(key, content, canvas)
  local from = tonumber(content) or 0
  local to = math.min(from + SWEEP, canvas.nodes)
  local names = {}
  for index = from, to - 1 do
    names[#names + 1] = 's' .. index
  end
  local states = #names > 0 and redis.call('HMGET', canvas.key, unpack(names)) or {}
  for at = 1, #names do
    local index = from + at - 1
    -- A node whose start delivery is still pending is skipped. The start delivery is replaced with a cancel delivery when it is taken or
    -- confirmed.
    if states[at] == STARTED and not redis.call('ZSCORE', deliveries, key_of('S', canvas, index)) then
      local node = node_of(canvas, index)
      if node and node.kind == TASK then
        put(key_of('C', canvas, index))
      end
    end
  end
  if to < canvas.nodes then
    go_on(key, to)
  else
    remove(key)
    count_live(canvas, -1)
  end
end

function WORK.K(key, content, canvas)
  clean(canvas, tonumber(content) or 0)
end

local function tell_page(key, content)
  if #content < 12 then
    remove(key)
    return
  end
  local id = string.sub(key, 2)
  local from, ttl = struct.unpack('<I4d', content)
  local report = string.sub(content, 13)
  local size = math.max(1, math.min(TELL, math.floor(max_bytes / #report)))
  local page = redis.pcall('ZRANGE', follows .. id, from, from + size - 1)
  for _, pointer in ipairs(page.err and {} or page) do
    put('R' .. pointer, report)
  end
  if #page == size then
    go_on(key, telling(from + size, ttl, report))
  else
    remove(key)
    expire(follows .. id, ttl)
  end
end

local function work_on(key)
  local content = redis.call('HGET', entries, key) or ''
  local letter = string.sub(key, 1, 1)
  if letter == 'T' then
    tell_page(key, content)
    return
  end
  local canvas = open_canvas(string.sub(key, 2, 17))
  if canvas then
    WORK[letter](key, content, canvas)
    follow_ends()
  else
    remove(key)
  end
end

-- Returns the delivery with a key in the form in which the reply contains it: the key, and one or two values. Returns nil if the delivery
-- no longer exists.
local function delivery_of(key)
  if string.sub(key, 1, 1) == 'R' then
    local content = redis.call('HGET', entries, key)
    return content and {key, content}
  end
  local canvas, index = open_canvas(string.sub(key, 2, 17)), index_in(key)
  local values = canvas and redis.call('HMGET', canvas.key, 's' .. index, 't' .. index, 'i' .. index)
  if not values or values[1] ~= STARTED then
    return nil
  end
  if not canvas.canceled then
    return {key, values[2] or '', values[3]}
  end
  if string.sub(key, 1, 1) == 'S' then
    key = cancel_instead(key)
  end
  return {key, values[2] or '', canvas.canceled}
end

local taken, given = {}, {}
local bytes, worked, full = 0, false, max == 0

local function take(key)
  local delivery = delivery_of(key)
  if not delivery then
    remove(key)
    return
  end
  if given[delivery[1]] then
    return
  end
  for index = 1, #delivery do
    bytes = bytes + #(delivery[index] or '')
  end
  full = #taken > 0 and bytes > max_bytes
  if not full then
    given[delivery[1]] = true
    taken[#taken + 1] = delivery
    redis.call('ZADD', deliveries, now + TAKEN_FOR, delivery[1])
    full = #taken == max
  end
end

-- The second pass takes the deliveries that the work in the first pass has recorded.
for _ = 1, 2 do
  local due = full and {} or due_members(deliveries, max - #taken + 1)
  for _, key in ipairs(due) do
    if full then
      break
    end
    if not is_key(key) then
      remove(key)
    elseif LENGTHS[string.sub(key, 1, 1)] and not (string.sub(key, 1, 1) == 'S' or string.sub(key, 1, 1) == 'C') then
      if not worked then
        worked = true
        work_on(key)
      end
    else
      take(key)
    end
  end
end

close_canvases()
tell_all()
return {#due_members(deliveries, 1), unpack(taken)}
