-- Reports tasks that have ended to their canvases. After each end, the next node starts. If there is no next node, the outcome of the
-- task becomes the outcome of the group member or of the whole canvas.
-- KEYS: canvases* members* records* keys* watching* deliveries entries follows*
-- ARGV: ...
-- ...: for each ended task: canvas, node, state, value
-- Returns: the number of reports that were applied; repeated and unknown reports are ignored
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
    -- The task was dispatched and has ended, so its start delivery and its cancel delivery are no longer needed.
    remove(key_of('S', canvas, index))
    remove(key_of('C', canvas, index))
    if not canvas.canceled then
      count_end(canvas, node, ARGV[at + 2])
      note_end(canvas, node, ARGV[at + 2], ARGV[at + 3])
      follow_ends()
    end
  end
end
close_canvases()
tell_all()
return news_count
