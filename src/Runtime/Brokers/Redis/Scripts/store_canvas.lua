-- Stores some of the nodes of a canvas (a page). A canvas that is not committed is deleted 10 minutes after its last page was stored.
-- KEYS: canvases* records*
-- ARGV: canvas nodes ...
-- ...: for each node: its index, its kind and links, the task to dispatch or ''; then for each page of group members: '<group>:<page>',
--   and the node indexes of the members, 4 bytes each
-- Returns: 1 if the page is stored, 0 if the canvas is running or has ended
-- USES: clock fields
local MEMORY = 600000
local MOST = 1000

local key = canvases .. canvas
local header = redis.call('HMGET', key, 'l', 'c')
if header[1] or redis.call('EXISTS', records .. canvas) == 1 then
  return 0
end

local last = first + 3 * tonumber(nodes)
local known, more = {}, {}
for at = first, last - 1, 3 do
  add(known, 'n' .. ARGV[at], ARGV[at + 1])
  add_given(more, 't' .. ARGV[at], ARGV[at + 2])
end
for at = last, #ARGV, 2 do
  add(more, 'm' .. ARGV[at], ARGV[at + 1])
end

-- HSET returns the number of new fields, so the nodes of a repeated page are not counted again.
local added = redis.call('HSET', key, unpack(known))
redis.call('HSET', key, 'c', (tonumber(header[2] or '') or 0) + added)
for from = 1, #more, MOST do
  redis.call('HSET', key, unpack(more, from, math.min(from + MOST - 1, #more)))
end
expire(key, MEMORY)
return 1
