-- Reads consecutive results of the members of a group that has succeeded, starting at a position.
-- KEYS: canvases* members*
-- ARGV: canvas group from most max_bytes
-- Returns: false if the group does not exist or has not succeeded; otherwise the number of members, then the results
local NODE = 22
local OVER = '2'

local header = redis.pcall('HMGET', canvases .. canvas, 'l', 'n' .. group, 's' .. group, 'f' .. group)
local packed = not header.err and header[1] and header[2]
if not packed or #packed ~= NODE or string.byte(packed) ~= 1 or header[3] ~= OVER or header[4] then
  return false
end
local count = struct.unpack('<I4', packed, NODE - 3)
local key = members .. canvas .. struct.pack('>i4', tonumber(group))
local reply, bytes = {count}, 0
for position = tonumber(from), math.min(count, from + most) - 1 do
  local value = redis.call('HGET', key, position) or '+'
  bytes = bytes + #value - 1
  if #reply > 1 and bytes > tonumber(max_bytes) then
    break
  end
  reply[#reply + 1] = string.sub(value, 2)
end
return reply
