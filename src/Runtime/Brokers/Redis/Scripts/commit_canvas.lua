-- Creates the record of a canvas (its state and result) after all its nodes have been stored, and starts its entry node.
-- KEYS: canvases* members* records* keys* watching* deliveries entries follows*
-- ARGV: canvas nodes groups entry name ttl total
-- Returns: 1 if the canvas is running or has ended, 0 if nodes are missing
-- USES: clock fields records deliveries canvas
check_deliveries()
if redis.call('EXISTS', records .. canvas) == 1 then
  return 1
end
local key = canvases .. canvas
local header = redis.call('HMGET', key, 'c', 'l')
if header[2] or header[1] ~= nodes then
  return 0
end
redis.call('HSET', key, 'l', 0, 'g', groups, 't', ttl, 'z', total)
keep(key)
-- The letter 'g' in field 'h' marks the record as that of a canvas. The script cancel.lua depends on it.
redis.call('HSET', records .. canvas, 's', RUNNING, 't', ttl, 'h', 'g', 'n', name, 'm', 1, 'e', now_text, 'b', now_text)
if total ~= '0' then
  redis.call('HSET', records .. canvas, 'h', 'gp', 'p', progress_text(total, 0, 0), 'v', 1)
end
start(open_canvas(canvas), tonumber(entry))
close_canvases()
tell_all()
return 1
