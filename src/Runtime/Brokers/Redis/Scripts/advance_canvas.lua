-- Tells canvases of ends: what follows is started, or the place is settled.
-- KEYS: canvases* members* records* keys* watching* deliveries entries follows*
-- ARGV: ...
-- ...: for each end canvas, node, state, value
-- Returns: how many were new
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
    -- It was dispatched, or it could not have ended, and there is nothing left to cancel.
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
