-- Stores a page of the nodes of a canvas; until it is committed it is kept for a while after its last page.
-- KEYS: canvases* records*
-- ARGV: canvas nodes ...
-- ...: for each node its number, what it is, how to dispatch it; then for each page of members its number (of the group and of the page)
--   and the members, 4 bytes each
-- Returns: 1 where it is stored, 0 where the canvas runs or has run
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

-- Of a page that comes again nothing is counted again.
local added = redis.call('HSET', key, unpack(known))
redis.call('HSET', key, 'c', (tonumber(header[2] or '') or 0) + added)
for from = 1, #more, MOST do
  redis.call('HSET', key, unpack(more, from, math.min(from + MOST - 1, #more)))
end
expire(key, MEMORY)
return 1
