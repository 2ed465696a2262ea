/** Nations of the United Kingdom, with the counties and areas in them. */
import type { RegionNames } from './region-names.js';

/** By ISO 3166-2 code without 'GB-'. */
export const UNITED_KINGDOM: RegionNames = {
  ENG:
    'england|angleterre|inglaterra|bedfordshire|beds|berkshire|berks|royal berkshire|' +
    'bristol|avon|buckinghamshire|bucks|cambridgeshire|cambs|cheshire|cleveland|cornwall|' +
    'cumbria|derbyshire|devon|dorset|durham|county durham|east riding of yorkshire|' +
    'east yorkshire|humberside|east sussex|essex|gloucestershire|glos|greater london|' +
    'london|city of london|middlesex|middx|greater manchester|manchester|hampshire|hants|' +
    'herefordshire|hertfordshire|herts|isle of wight|kent|lancashire|lancs|leicestershire|' +
    'leics|lincolnshire|lincs|merseyside|norfolk|north yorkshire|northamptonshire|' +
    'northants|northumberland|nottinghamshire|notts|oxfordshire|oxon|rutland|shropshire|' +
    'salop|somerset|south yorkshire|staffordshire|staffs|suffolk|surrey|tyne and wear|' +
    'warwickshire|west midlands|west sussex|west yorkshire|wiltshire|wilts|worcestershire|' +
    'worcs|yorkshire',
  SCT:
    'scotland|ecosse|escocia|aberdeenshire|aberdeen|angus|argyll and bute|argyll|ayrshire|' +
    'east ayrshire|north ayrshire|south ayrshire|clackmannanshire|dumfries and galloway|' +
    'dundee|east dunbartonshire|west dunbartonshire|east lothian|midlothian|west lothian|' +
    'east renfrewshire|renfrewshire|edinburgh|falkirk|fife|glasgow|highland|inverclyde|' +
    'moray|na h eileanan siar|western isles|orkney|orkney islands|perth and kinross|' +
    'scottish borders|shetland|shetland islands|north lanarkshire|south lanarkshire|' +
    'lanarkshire|stirling',
  WLS:
    'wales|cymru|pays de galles|gales|blaenau gwent|bridgend|caerphilly|cardiff|' +
    'carmarthenshire|ceredigion|conwy|denbighshire|flintshire|gwynedd|isle of anglesey|' +
    'anglesey|merthyr tydfil|monmouthshire|neath port talbot|newport|pembrokeshire|powys|' +
    'rhondda cynon taf|swansea|torfaen|vale of glamorgan|wrexham|clwyd|dyfed|gwent|' +
    'mid glamorgan|south glamorgan|west glamorgan',
  NIR:
    'northern ireland|n ireland|ni|ulster|antrim|county antrim|armagh|county armagh|down|' +
    'county down|fermanagh|county fermanagh|londonderry|county londonderry|derry|tyrone|' +
    'county tyrone|belfast',
};
