-- Notes what became of an attempt, where it is still counted. KEYS 1 epoch, 2 attempts by device,
-- 3 outcomes by device, 4 attempts by Client ID, 5 outcomes by Client ID;
-- ARGV 1 epoch, 2 attempt id, 3 outcome (see check.lua), 4… members it may have.
-- Answers 0 for another epoch.
local LONGEST = 2678400000
local MOST = 200

if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end

-- Outcomes of attempts that have left every window go when there are many.
local function tidy(attempts, outcomes)
  if redis.call('HLEN', outcomes) <= MOST then return end
  local counted = {}
  for _, member in ipairs(redis.call('ZRANGE', attempts, 0, -1)) do
    counted[string.sub(member, 3, 38)] = true
  end
  for _, id in ipairs(redis.call('HKEYS', outcomes)) do
    if not counted[id] then redis.call('HDEL', outcomes, id) end
  end
end

for key = 2, 4, 2 do
  for i = 4, #ARGV do
    if redis.call('ZSCORE', KEYS[key], ARGV[i]) then
      redis.call('HSET', KEYS[key + 1], ARGV[2], ARGV[3])
      redis.call('PEXPIRE', KEYS[key + 1], LONGEST)
      tidy(KEYS[key], KEYS[key + 1])
      break
    end
  end
end
return 1
