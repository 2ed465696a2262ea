/**
 * US states, the District and territories: zones by letter and area codes. Facts of the numbering plan, state
 * of 2026-11.
 */

/** Zone letters of the postal table and this one. */
export const US_ZONE_LETTERS: Readonly<Record<string, string>> = {
  E: 'America/New_York',
  I: 'America/Indiana/Indianapolis',
  T: 'America/Detroit',
  C: 'America/Chicago',
  N: 'America/Menominee',
  M: 'America/Denver',
  B: 'America/Boise',
  X: 'America/Phoenix',
  P: 'America/Los_Angeles',
  A: 'America/Anchorage',
  D: 'America/Adak',
  H: 'Pacific/Honolulu',
};

/**
 * One state: its zones, its area codes, and for a state with several zones the codes that differ from
 * `usual`.
 */
export interface UsState {
  readonly name: string;
  /** Every zone in use in the state, by letter. */
  readonly zones: string;
  /** Zones of its area codes where `exceptions` does not say otherwise. */
  readonly usual: string;
  readonly areaCodes: string;
  readonly exceptions?: Readonly<Record<string, string>>;
}

const one = (name: string, zone: string, areaCodes: string): UsState => ({
  name,
  zones: zone,
  usual: zone,
  areaCodes,
});

/** By ISO 3166-2 code without 'US-'. Territories are in {@link US_TERRITORIES}. */
export const US_STATES: Readonly<Record<string, UsState>> = {
  AL: one('Alabama', 'C', '205 251 256 334 659 938'),
  AK: { name: 'Alaska', zones: 'AD', usual: 'AD', areaCodes: '907' },
  AZ: {
    name: 'Arizona',
    zones: 'XM',
    usual: 'X',
    areaCodes: '480 520 602 623 928',
    exceptions: { 928: 'XM' },
  },
  AR: one('Arkansas', 'C', '327 479 501 870'),
  CA: one(
    'California',
    'P',
    '209 213 279 310 323 341 350 357 369 408 415 424 442 510 530 559 562 619 626 628 650 657 661 ' +
      '669 707 714 738 747 760 805 818 820 831 837 840 858 909 916 925 949 951',
  ),
  CO: one('Colorado', 'M', '303 719 720 748 970 983'),
  CT: one('Connecticut', 'E', '203 475 860 959'),
  DE: one('Delaware', 'E', '302'),
  DC: one('District of Columbia', 'E', '202 771'),
  FL: {
    name: 'Florida',
    zones: 'EC',
    usual: 'E',
    areaCodes: '239 305 321 324 352 386 407 448 561 645 656 689 727 728 754 772 786 813 850 863 904 941 954',
    exceptions: { 448: 'EC', 850: 'EC' },
  },
  GA: one('Georgia', 'E', '229 404 470 478 678 706 762 770 912 943'),
  HI: one('Hawaii', 'H', '808'),
  ID: { name: 'Idaho', zones: 'BP', usual: 'BP', areaCodes: '208 986' },
  IL: one('Illinois', 'C', '217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 861 872'),
  IN: {
    name: 'Indiana',
    zones: 'IC',
    usual: 'I',
    areaCodes: '219 260 317 463 574 765 812 930',
    exceptions: { 219: 'IC', 574: 'IC', 812: 'IC', 930: 'IC' },
  },
  IA: one('Iowa', 'C', '319 515 563 641 712'),
  KS: {
    name: 'Kansas',
    zones: 'CM',
    usual: 'C',
    areaCodes: '316 620 785 913',
    exceptions: { 620: 'CM', 785: 'CM' },
  },
  KY: {
    name: 'Kentucky',
    zones: 'EC',
    usual: 'E',
    areaCodes: '270 364 502 606 859',
    exceptions: { 270: 'EC', 364: 'EC', 606: 'EC' },
  },
  LA: one('Louisiana', 'C', '225 318 337 457 504 985'),
  ME: one('Maine', 'E', '207'),
  MD: one('Maryland', 'E', '227 240 301 410 443 667'),
  MA: one('Massachusetts', 'E', '339 351 413 508 617 774 781 857 978'),
  MI: {
    name: 'Michigan',
    zones: 'TN',
    usual: 'T',
    areaCodes: '231 248 269 313 517 586 616 679 734 810 906 947 989',
    exceptions: { 906: 'TN' },
  },
  MN: one('Minnesota', 'C', '218 320 507 612 651 763 924 952'),
  MS: one('Mississippi', 'C', '228 471 601 662 769'),
  MO: one('Missouri', 'C', '235 314 417 557 573 636 660 816 975'),
  MT: one('Montana', 'M', '406'),
  NE: { name: 'Nebraska', zones: 'CM', usual: 'C', areaCodes: '308 402 531', exceptions: { 308: 'CM' } },
  NV: { name: 'Nevada', zones: 'PM', usual: 'P', areaCodes: '702 725 775', exceptions: { 775: 'PM' } },
  NH: one('New Hampshire', 'E', '603'),
  NJ: one('New Jersey', 'E', '201 551 609 640 732 848 856 862 908 973'),
  NM: one('New Mexico', 'M', '505 575'),
  NY: one(
    'New York',
    'E',
    '212 315 329 332 347 363 516 518 585 607 624 631 646 680 716 718 838 845 914 917 929 934',
  ),
  NC: one('North Carolina', 'E', '252 336 472 704 743 828 910 919 980 984'),
  ND: { name: 'North Dakota', zones: 'CM', usual: 'CM', areaCodes: '701' },
  OH: one('Ohio', 'E', '216 220 234 283 326 330 380 419 436 440 513 567 614 740 937'),
  OK: one('Oklahoma', 'C', '405 539 572 580 918'),
  OR: {
    name: 'Oregon',
    zones: 'PB',
    usual: 'P',
    areaCodes: '458 503 541 971',
    exceptions: { 458: 'PB', 541: 'PB' },
  },
  PA: one('Pennsylvania', 'E', '215 223 267 272 412 445 484 570 582 610 717 724 814 835 878'),
  RI: one('Rhode Island', 'E', '401'),
  SC: one('South Carolina', 'E', '803 821 839 843 854 864'),
  SD: { name: 'South Dakota', zones: 'CM', usual: 'CM', areaCodes: '605' },
  TN: {
    name: 'Tennessee',
    zones: 'EC',
    usual: 'C',
    areaCodes: '423 615 629 729 731 865 901 931',
    exceptions: { 423: 'EC', 729: 'EC', 865: 'E' },
  },
  TX: {
    name: 'Texas',
    zones: 'CM',
    usual: 'C',
    areaCodes:
      '210 214 254 281 325 346 361 409 430 432 469 512 621 682 713 726 737 806 817 830 832 903 915 ' +
      '936 940 945 956 972 979',
    exceptions: { 915: 'M' },
  },
  UT: one('Utah', 'M', '385 435 801'),
  VT: one('Vermont', 'E', '802'),
  VA: one('Virginia', 'E', '276 434 540 571 686 703 757 804 826 948'),
  WA: one('Washington', 'P', '206 253 360 425 509 564'),
  WV: one('West Virginia', 'E', '304 681'),
  WI: one('Wisconsin', 'C', '262 274 353 414 534 608 715 920'),
  WY: one('Wyoming', 'M', '307'),
};

/** Territories under US federal law. */
export const US_TERRITORIES: Readonly<
  Record<string, { readonly name: string; readonly zone: string; readonly areaCodes: string }>
> = {
  PR: { name: 'Puerto Rico', zone: 'America/Puerto_Rico', areaCodes: '787 939' },
  VI: { name: 'US Virgin Islands', zone: 'America/St_Thomas', areaCodes: '340' },
  GU: { name: 'Guam', zone: 'Pacific/Guam', areaCodes: '671' },
  MP: { name: 'Northern Mariana Islands', zone: 'Pacific/Saipan', areaCodes: '670' },
  AS: { name: 'American Samoa', zone: 'Pacific/Pago_Pago', areaCodes: '684' },
};

/** Names of states, territories and New York City, by the code that follows 'US-' in a jurisdiction. */
export const US_REGION_NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries({ ...US_STATES, ...US_TERRITORIES }).map(([code, { name }]) => [code, name]),
  ),
  NYC: 'New York City',
};
