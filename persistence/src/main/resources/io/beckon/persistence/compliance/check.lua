-- Looks at halt, suppression and counters and books the attempt, as one step.
-- KEYS  1 epoch, 2 versions of rule sets, 3 halts, 4 attempts by device, 5 attempts by Client ID,
--       6 outcomes by device, 7 outcomes by Client ID, 8… one bucket a suppression list
-- ARGV  1 epoch, 2 tenant, 3 version of the asker's rules, 4 mode (B book, L look at a moment,
--       N look now), 5 asker's clock (B) or moment (L) in ms, 6 member, 7 group,
--       8 Client ID ('' none), 9 number of lists, … a field each,
--       number of rules, … eight a rule: max, span (w and a window in ms, or s and the moment in
--       ms after which attempts count), D|C|B, T|G, channels (of V, S, E),
--       call results (,6,7, or '' all), A|C (attempts, conversations), place (US-FL.GA or '' any)
-- A member is: a|o (ours, an external OCS's), V|S|E, attempt id (36), |group|Client ID.
-- An outcome, by attempt id, is: call result, c for a conversation, |place. None: not known yet.
-- Answer {E} other epoch, {V,newest} old rules, {C} clock, or
--        {S, at, halted, booked, {entry…}, {count, decisive…}}
local LONGEST = 2678400000
local UNCONFIRMED = 600000
local TOLERANCE = 500

local function whole(number) return string.format('%.0f', number) end

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return {'E'} end
local newest = tonumber(redis.call('HGET', KEYS[2], ARGV[2]) or '0')
if newest > tonumber(ARGV[3]) then return {'V', whole(newest)} end
local mode, at = ARGV[4], now
if mode == 'B' and math.abs(now - tonumber(ARGV[5])) > TOLERANCE then return {'C'} end
if mode == 'L' then at = tonumber(ARGV[5]) end

local halted = 0
for _, halt in ipairs(redis.call('HMGET', KEYS[3], ARGV[2], '*')) do
  if halt and string.sub(halt, -2) == ':1' then halted = 1 end
end
local blocked = halted == 1

local entries = {}
local lists = tonumber(ARGV[9])
for i = 1, lists do
  local entry = redis.call('HGET', KEYS[7 + i], ARGV[9 + i]) or ''
  entries[i] = entry
  local from, till = string.match(entry, '^%d+:(%d*):(%d*)$')
  if from and (from == '' or at >= tonumber(from)) and (till == '' or at < tonumber(till)) then
    blocked = true
  end
end

local member = ARGV[6]
local booked = redis.call('ZSCORE', KEYS[4], member) and 1 or 0

local function went(to, place)
  if place == '' or to == '' then return true end
  local country, states = string.match(place, '^([^-]*)-?(.*)$')
  local theirs, where = string.match(to, '^([^-]*)-?(.*)$')
  if country ~= theirs then return false end
  if states == '' or where == '' then return true end
  for state in string.gmatch(where, '[^.]+') do
    if string.find('.' .. states .. '.', '.' .. state .. '.', 1, true) then return true end
  end
  return false
end

local function outcome(other, rule)
  local key = rule.by == 'C' and KEYS[7] or KEYS[6]
  return redis.call('HGET', key, string.sub(other, 3, 38))
end

local function fits(other, rule)
  if rule.results == '' and rule.kind == 'A' and rule.place == '' then return true end
  local known = outcome(other, rule)
  if not known then return true end
  local result, talked, to = string.match(known, '^(%d+)(c?)|(.*)$')
  if rule.results ~= '' and not string.find(rule.results, ',' .. result .. ',', 1, true) then
    return false
  end
  return (rule.kind == 'A' or talked == 'c') and went(to, rule.place)
end

local function counts(other, score, rule)
  if other == member then return false end
  if string.sub(other, 1, 1) == 'o' and score + UNCONFIRMED <= at and not outcome(other, rule) then
    return false
  end
  if not string.find(rule.channels, string.sub(other, 2, 2), 1, true) then return false end
  local group, client = string.match(other, '^[^|]*|([^|]*)|(.*)$')
  if rule.scope == 'G' and group ~= ARGV[7] then return false end
  if rule.by == 'B' and client ~= ARGV[8] then return false end
  return fits(other, rule)
end

-- Newest first and only up to the maximum, so a much dialled number costs no more than another.
local function tally(rule)
  local key = rule.by == 'C' and KEYS[5] or KEYS[4]
  local upper = mode == 'L' and whole(at) or '+inf'
  local span = tonumber(string.sub(rule.span, 2))
  local lower = '(' .. whole(string.sub(rule.span, 1, 1) == 'w' and at - span or span)
  local count, offset = 0, 0
  while count < rule.max do
    local page = redis.call('ZREVRANGEBYSCORE', key, upper, lower, 'WITHSCORES', 'LIMIT', offset, 50)
    for i = 1, #page, 2 do
      local score = tonumber(page[i + 1])
      if counts(page[i], score, rule) then
        count = count + 1
        if count == rule.max then return count, whole(score) end
      end
    end
    if #page < 100 then break end
    offset = offset + 50
  end
  return count, ''
end

local tallies = {}
local p = 10 + lists
for _ = 1, tonumber(ARGV[p]) do
  local rule = {
    max = tonumber(ARGV[p + 1]), span = ARGV[p + 2], by = ARGV[p + 3], scope = ARGV[p + 4],
    channels = ARGV[p + 5], results = ARGV[p + 6], kind = ARGV[p + 7], place = ARGV[p + 8]
  }
  p = p + 8
  local count, decisive = tally(rule)
  tallies[#tallies + 1] = whole(count)
  tallies[#tallies + 1] = decisive
  if count >= rule.max and booked == 0 then blocked = true end
end

local function book(key)
  redis.call('ZADD', key, whole(now), member)
  redis.call('ZREMRANGEBYSCORE', key, '-inf', whole(now - LONGEST))
  redis.call('PEXPIRE', key, LONGEST)
end
if mode == 'B' and not blocked and booked == 0 then
  book(KEYS[4])
  if ARGV[8] ~= '' then book(KEYS[5]) end
  booked = 1
end
return {'S', whole(at), whole(halted), whole(booked), entries, tallies}
