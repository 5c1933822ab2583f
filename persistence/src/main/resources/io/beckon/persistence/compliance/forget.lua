-- Takes out what is left of erased people. KEYS 1 epoch, 2… one a trace; ARGV 1 epoch, … three a
-- trace: C (counter: the key goes), E (entry: its field goes, unless it is newer than the revision),
-- M (member of a sorted set: another takes its place and score). Answers 0 for another epoch.
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
for i = 2, #KEYS do
  local what, first, second = ARGV[3 * i - 4], ARGV[3 * i - 3], ARGV[3 * i - 2]
  if what == 'C' then
    redis.call('DEL', KEYS[i])
  elseif what == 'E' then
    local old = redis.call('HGET', KEYS[i], first)
    if old and tonumber(string.match(old, '^%d+')) <= tonumber(second) then
      redis.call('HDEL', KEYS[i], first)
    end
  else
    local score = redis.call('ZSCORE', KEYS[i], first)
    if score then
      redis.call('ZADD', KEYS[i], score, second)
      redis.call('ZREM', KEYS[i], first)
    end
  end
end
return 1
