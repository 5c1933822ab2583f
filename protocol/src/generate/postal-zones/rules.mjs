// Countries of several zones whose postal codes begin with their region, as the post of the country
// assigns them. A region that a zone border crosses has the zones on both sides of it.
const range = (from, till) =>
  Array.from({ length: till - from + 1 }, (_, n) => String(from + n).padStart(String(till).length, '0'));

/** Country to zones (joined by |) to prefixes; the longest prefix holds. */
export const RULES = {
  // Australia Post: the first digit is the state; then post offices that serve both sides of a border.
  AU: {
    'Australia/Sydney': ['02', '1', '2'],
    'Australia/Melbourne': ['3', '8'],
    'Australia/Brisbane': ['4', '9'],
    'Australia/Adelaide': ['5'],
    'Australia/Perth': ['6'],
    'Australia/Hobart': ['7'],
    'Australia/Darwin': ['08', '09'],
    'Australia/Adelaide|Australia/Darwin|Australia/Perth': ['0872'],
    'Australia/Brisbane|Australia/Sydney': ['2406', '2485', '2486', '2833', '2838', '2839', '2840', '4383'],
    'Australia/Broken_Hill|Australia/Sydney': ['2648', '2879', '2880'],
    'Australia/Lord_Howe': ['2898'],
    'Pacific/Norfolk': ['2899'],
    'Australia/Brisbane|Australia/Darwin': ['4825'],
    'Australia/Eucla|Australia/Perth': ['6443'],
    'Indian/Christmas': ['6798'],
    'Indian/Cocos': ['6799'],
    'Antarctica/Macquarie|Australia/Hobart': ['7151'],
  },
  // Correios: ranges of the states.
  BR: {
    'America/Sao_Paulo': [...range(1, 5), ...range(60, 68), ...range(70, 75), ...range(760, 767), '77', '8', '9', '0'],
    'America/Noronha': ['5399'],
    'America/Manaus': ['690', '691', '692', '693', '768', '769', '78', '79'],
    'America/Manaus|America/Rio_Branco': range(694, 698),
    'America/Rio_Branco': ['699'],
  },
  // China keeps one time by law; in Xinjiang some keep another.
  CN: {
    'Asia/Shanghai': [...range(1, 7), '80', '81', '82', '85', '86', '87', '88', '89', '9', '0'],
    'Asia/Shanghai|Asia/Urumqi': ['83', '84'],
  },
  // Correos: the first two digits are the province.
  ES: {
    'Europe/Madrid': range(1, 52).filter((p) => p !== '35' && p !== '38'),
    'Atlantic/Canary': ['35', '38'],
  },
  // Pos Indonesia: the first digit is the region; Borneo, and the east, have two zones each.
  ID: {
    'Asia/Jakarta': range(1, 6),
    'Asia/Jakarta|Asia/Makassar': ['7'],
    'Asia/Makassar': ['8'],
    'Asia/Jayapura|Asia/Makassar': ['9'],
  },
  // Sepomex: the first two digits are the state; municipalities on the border keep the time beyond it.
  MX: {
    'America/Mexico_City': [
      ...range(1, 16), '20', '24', '28', '29', '30', ...range(34, 62), ...range(68, 76), '78', '79',
      '86', ...range(90, 99),
    ],
    'America/Tijuana': ['21', '22'],
    'America/Mazatlan': ['23', '80', '81', '82'],
    'America/Hermosillo': ['83', '84', '85'],
    'America/Mazatlan|America/Mexico_City': ['63'],
    'America/Ciudad_Juarez|America/Mexico_City|America/Ojinaga': ['31', '32', '33'],
    'America/Cancun': ['77'],
    'America/Matamoros|America/Mexico_City': ['25', '26', '27', '64', '65', '66', '67', '87', '88', '89'],
  },
  // CTT: 95 and above are the Azores; Madeira keeps the time of Lisbon.
  PT: {
    'Europe/Lisbon': [...range(1, 8), '90', '91', '92', '93', '94'],
    'Atlantic/Azores': ['95', '96', '97', '98', '99'],
  },
};
