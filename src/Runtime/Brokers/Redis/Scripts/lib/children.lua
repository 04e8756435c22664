-- Child tasks (tasks that a running task has dispatched) wait in separate lists, one per priority. Workers of earlier versions do not lease
-- from these lists. Therefore, the lists are filled only while workers are registered and all of them know the lists, which a plus sign
-- before the duration of their lease indicates.
-- USES: envelope
local CHILD = 16
local LIVE_PAGE = 1000
local live_count, all_know = nil, true

local function look_at_workers()
  if live_count then
    return
  end
  local live = redis.call('ZRANGE', workers, 0, -1)
  live_count = #live
  for start = 1, #live, LIVE_PAGE do
    local times = redis.call('HMGET', leasetimes, unpack(live, start, math.min(start + LIVE_PAGE - 1, #live)))
    for index = 1, #times do
      all_know = all_know and times[index] and string.sub(times[index], 1, 1) == '+'
    end
  end
end

-- Determines whether child tasks can wait in their own lists. The answer does not change within a step.
local function children_wait_apart()
  look_at_workers()
  return live_count > 0 and all_know
end

-- Determines whether a worker of an earlier version is registered.
local function has_earlier_worker()
  look_at_workers()
  return not all_know
end

local function is_child(rest)
  return string.byte(rest, 4) % (2 * CHILD) >= CHILD
end

local function as_child(rest)
  return is_child(rest) and rest or string.sub(rest, 1, 3) .. string.char(string.byte(rest, 4) + CHILD) .. string.sub(rest, 5)
end
