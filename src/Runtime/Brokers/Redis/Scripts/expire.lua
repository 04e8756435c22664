-- Ends waiting tasks whose deadline has passed, a limited number per call.
-- KEYS: delayed envelopes deadlines tombstones bell pending0 pending1 pending2 records* keys* watching* deliveries entries follows*
--   children0 children1 children2
-- ARGV: page_size
-- Returns: the number of tasks that expired; 1 if more have expired, otherwise 0; the next time at which a waiting task is due or expires,
--   or ''; 1 if deliveries were recorded, otherwise 0
-- USES: clock scores bell records deadlines
local ids = due_members(deadlines, page_size)
local expired = 0
for _, id in ipairs(ids) do
  if end_expired(id) then
    expired = expired + 1
  end
end
tell_all()
return {expired, is_due(first_score(deadlines)) and 1 or 0, next_due() or '', recorded and 1 or 0}
