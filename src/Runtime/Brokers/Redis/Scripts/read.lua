-- Reads records. If a watch is specified, the same step registers it in the records of tasks that have not ended.
-- KEYS: records*
-- ARGV: watch ...
-- ...: the ids of the tasks
-- Returns: for each id: false if there is no record, otherwise name, state, attempt, max attempts, enqueued at, due at, begun at, finished
--   at, worker, progress, progress version, result, failure, reason
local replies = {}
for at = first, #ARGV do
  local key = records .. ARGV[at]
  local values = redis.pcall('HMGET', key, 'n', 's', 'a', 'm', 'e', 'd', 'b', 'f', 'w', 'p', 'v', 'r', 'x', 'y', 'o', 'h')
  if values.err or not values[2] then
    replies[#replies + 1] = false
  else
    if watch ~= '' and values[2] < '4' then
      local watches = values[15] or ''
      local known = false
      for start = 1, #watches, 16 do
        known = known or string.sub(watches, start, start + 15) == watch
      end
      if not known then
        local has = values[16] or ''
        redis.call('HSET', key, 'o', watches .. watch, 'h', string.find(has, 'w', 1, true) and has or has .. 'w')
      end
    end
    values[15], values[16] = nil, nil
    replies[#replies + 1] = values
  end
end
return replies
