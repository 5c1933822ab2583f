-- Sets fields of hashes, each only when its value is newer. A value starts with its revision.
-- KEYS 1 epoch, 2… one hash a field; ARGV 1 epoch, … field, value. Answers 0 for another epoch.
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
local function revision(value) return tonumber(string.match(value, '^%d+')) end
for i = 2, #KEYS do
  local field, value = ARGV[2 * i - 2], ARGV[2 * i - 1]
  local old = redis.call('HGET', KEYS[i], field)
  if not old or revision(old) < revision(value) then redis.call('HSET', KEYS[i], field, value) end
end
return 1
