-- Reports the ends of tasks to their canvases. For each end, the node that follows is started; if none follows, the end becomes the result
-- of the group position or of the whole canvas.
-- KEYS: canvases* members* records* keys* watching* deliveries entries follows*
-- ARGV: ...
-- ...: for each end: canvas, node, state, value
-- Returns: the number of ends that were applied; repeated and unknown ends are ignored
-- USES: clock records deliveries canvas
check_deliveries()
local news_count = 0
for at = first, #ARGV, 4 do
  local canvas, index = open_canvas(ARGV[at]), tonumber(ARGV[at + 1])
  local node = canvas and node_of(canvas, index)
  if node and node.kind == TASK and redis.call('HGET', canvas.key, 's' .. index) == STARTED then
    news_count = news_count + 1
    redis.call('HSET', canvas.key, 's' .. index, OVER)
    count_live(canvas, -1)
    -- The task was dispatched and has ended, so neither its start nor its cancel has to be delivered any more.
    remove(key_of('S', canvas, index))
    remove(key_of('C', canvas, index))
    if not canvas.canceled then
      note_end(canvas, node, ARGV[at + 2], ARGV[at + 3])
      follow_ends()
    end
  end
end
close_canvases()
tell_all()
return news_count
