-- What is to be brought to other queues, and work on canvases that is done a page at a time. deliveries: key -> from when it may be taken;
-- entries: key -> content. A key says what it is about, so that a repeat changes nothing, and of one moment the nodes go in their order: a
-- letter, then
--   S start, C cancel: canvas and node; what else they need stands in the canvas
--   R report: a pointer; the content is that of report_of
--   G members to start: canvas and group; O error scopes to walk, E an end to follow: canvas and node; W nodes to cancel, K groups to
--   clean: canvas; T followers to tell: a task
local recorded = false

-- Nothing is undone: what starts or ends something looks at the keys first.
local function check_deliveries()
  redis.call('ZCARD', deliveries)
  redis.call('HLEN', entries)
end

-- A key of another type must not stop a step half way.
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
