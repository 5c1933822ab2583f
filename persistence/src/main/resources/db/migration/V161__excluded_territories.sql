-- Nobody has looked at a tenant's excluded territories yet: remote islands never counted, whatever
-- stood there. So that they stay excluded, an empty list becomes theirs; from here on it means none.
UPDATE tenant SET settings = settings || jsonb_build_object('excludedTerritories', (
    SELECT jsonb_agg(DISTINCT zone ORDER BY zone) FROM (
      SELECT jsonb_array_elements_text(
        CASE WHEN jsonb_typeof(settings -> 'excludedTerritories') = 'array'
          THEN settings -> 'excludedTerritories' ELSE '[]'::jsonb END) AS zone
      UNION ALL
      SELECT unnest(ARRAY['America/Adak', 'America/Noronha', 'Antarctica/Macquarie',
        'Antarctica/McMurdo', 'Australia/Lord_Howe', 'Indian/Christmas', 'Indian/Cocos',
        'Pacific/Chatham', 'Pacific/Easter', 'Pacific/Galapagos', 'Pacific/Norfolk'])) all_zones
    WHERE zone NOT LIKE 'Etc/%'))
WHERE settings IS NOT NULL;

-- A fixed offset is no zone: it knows no summer time.
UPDATE tenant SET settings = settings || '{"timeZone": null}'::jsonb
WHERE settings ->> 'timeZone' LIKE 'Etc/%';
