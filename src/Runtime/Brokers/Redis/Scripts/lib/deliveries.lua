-- Stores deliveries (operations on other queues or canvases), and work within canvases that is done in several steps. deliveries: key ->
-- time from which it can be taken; entries: key -> content. A key identifies its subject, so that recording it again changes nothing.
-- Nodes that are recorded at the same time are taken in the order of their indexes. A key is a letter, followed by:
--   S start, C cancel: canvas and node; all other data is in the canvas
--   R report: a pointer; the content is the value of report_of
--   G members to start: canvas and group; O error scopes to visit, E end to process: canvas and node; W nodes to cancel, K groups to
--   delete: canvas; T report to many pointers: id of the task
local recorded = false

-- Fails if a key has the wrong type. The changes of a script cannot be undone, so a step that starts or ends nodes checks the keys first.
local function check_deliveries()
  redis.call('ZCARD', deliveries)
  redis.call('HLEN', entries)
end

-- pcall is used because a key of the wrong type must not stop a step after it has changed data.
local function put(key, content)
  if content then
    redis.pcall('HSETNX', entries, key, content)
  end
  redis.pcall('ZADD', deliveries, 'NX', now, key)
  recorded = true
end

local function remove(key)
  redis.pcall('ZREM', deliveries, key)
  redis.pcall('HDEL', entries, key)
end
