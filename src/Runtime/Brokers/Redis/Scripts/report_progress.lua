-- Stores progress reports of tasks that a worker incarnation holds.
-- KEYS: lease records* keys* watching* deliveries entries follows*
-- ARGV: ...
-- ...: for each update: lease key, progress
-- Returns: a byte for each update: '1' if the incarnation holds the task, otherwise '0'
-- USES: clock records
local oks = {}
local trusted = redis.call('HEXISTS', lease, '#') == 1
for at = first, #ARGV, 2 do
  local field = ARGV[at]
  if trusted and field ~= '#' and redis.call('HEXISTS', lease, field) == 1 then
    oks[#oks + 1] = '1'
    local record = live_record(string.sub(field, 5))
    if record then
      local fields = {'p', ARGV[at + 1], 'v', record.version + 1}
      note(record, fields, 'p')
      write(record, fields)
      tell(record)
    end
  else
    oks[#oks + 1] = '0'
  end
end
tell_all()
return table.concat(oks)
