/** Stations: an agent's leg rings a telephone of the floor, never the public network. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stationRefusal, type StationRules } from '../../../src/index.js';
import { Stage } from '../stage.js';

const rules: StationRules = {
  known: { ana: 'PJSIP/101', ben: 'PJSIP/ben-desk' },
  pattern: 'PJSIP/1\\d\\d',
  trunks: ['carrier'],
};
const settings = { stations: rules, trunk: 'backup' };

describe('a station', () => {
  test.each(['PJSIP/101', 'PJSIP/ben-desk', 'PJSIP/142'])('%s may be rung', (station) => {
    expect(stationRefusal(settings, station)).toBeNull();
  });

  test.each([
    ['PJSIP/+19005550128@trunk', /telephone number/],
    ['PJSIP/+18765550128', /telephone number/],
    ['+18765550128@trunk', /telephone number/],
    ['18765550128', /telephone number/],
    ['PJSIP/101@carrier', /trunk/],
    ['PJSIP/101@backup', /trunk/],
    ['PJSIP/carrier', /trunk/],
    ['PJSIP/911@trunk', /emergency/],
    ['PJSIP/112', /emergency/],
    ['PJSIP/201', /agents\.people/],
    ['PJSIP/ana', /agents\.people/],
    ['Local/101@outside', /agents\.people/],
    ['PJSIP/101&PJSIP/102', /not an endpoint/],
    ['PJSIP/101/sip:elsewhere', /not an endpoint/],
    ['', /not an endpoint/],
    [`PJSIP/${'1'.repeat(200)}`, /not an endpoint/],
  ])("'%s' is refused", (station, why) => {
    expect(stationRefusal(settings, station)).toMatch(why);
  });

  test.each([
    ['PJSIP/9911', /emergency/],
    ['PJSIP/0112', /emergency/],
    ['Local/9-1-1@from-internal', /emergency/],
    ['PJSIP/9.1.1', /emergency/],
    ['PJSIP/988', /emergency/],
    ['PJSIP/1-900-555-0128', /telephone number/],
    ['PJSIP/1.900.555.0128@out', /telephone number/],
    ['PJSIP/1_900_555_0128', /telephone number/],
    ['PJSIP/101@CARRIER', /trunk/],
    ['pjsip/Backup', /trunk/],
  ])("'%s' is refused by a pattern that takes every name", (station, why) => {
    const wide = { ...rules, pattern: '[\\w./@+-]+', countries: ['US'] };
    expect(stationRefusal({ ...settings, stations: wide }, station)).toMatch(why);
  });

  test('emergency numbers of other countries may be stations, and an endpoint of that name, too', () => {
    const india = { ...rules, countries: ['IN'] };
    expect(stationRefusal({ stations: rules }, 'PJSIP/100')).toBeNull();
    expect(stationRefusal({ stations: india }, 'PJSIP/100')).toMatch(/emergency/);
    const known = { ...india, known: { ana: 'PJSIP/100', ben: 'PJSIP/911@out' } };
    expect(stationRefusal({ stations: known }, 'PJSIP/100')).toBeNull();
    expect(stationRefusal({ stations: known }, 'PJSIP/911@out')).toMatch(/emergency/);
  });

  test('no text outside of the named and the matching stations is rung', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^PJSIP\/[\w.@+-]{1,12}$/)), (station) => {
        const isNamed = Object.values(rules.known).includes(station) || /^PJSIP\/1\d\d$/.test(station);
        if (!isNamed) expect(stationRefusal(settings, station)).not.toBeNull();
      }),
    );
  });

  test('without rules any endpoint of the floor may be rung, and still no number and no trunk', () => {
    expect(stationRefusal({}, 'PJSIP/anything')).toBeNull();
    expect(stationRefusal({}, 'PJSIP/2025550143@any')).toMatch(/telephone number/);
    expect(stationRefusal({}, 'PJSIP/911@any')).toMatch(/emergency/);
    expect(stationRefusal({ trunk: 'any' }, 'PJSIP/55@any')).toMatch(/trunk/);
  });
});

describe('a log-in', () => {
  test('gets the station that the campaign names for the agent, and is on record', () => {
    const stage = new Stage({ stations: rules });
    stage.start();
    stage.tell({ type: 'agent.login', agentId: 'ben' });
    expect(stage.last('telephony.ringAgent').station).toBe('PJSIP/ben-desk');
    expect(stage.last('journal.audit')).toMatchObject({
      kind: 'agent.logged-in',
      detail: { agentId: 'ben', station: 'PJSIP/ben-desk' },
    });
    stage.tell({ type: 'agent.logout', agentId: 'ben' });
    expect(stage.last('journal.audit')).toMatchObject({
      kind: 'agent.logged-out',
      detail: { agentId: 'ben' },
    });
  });

  test.each([
    ['x1', 'PJSIP/+19005550128@trunk'],
    ['x1', 'PJSIP/911@trunk'],
    ['+18765550128@trunk', undefined],
    ['stranger', undefined],
  ])('of %s at %s is rejected, rings nothing, and is on record', (agentId, station) => {
    const stage = new Stage({ stations: rules, trunk: 'trunk' });
    stage.start();
    stage.tell({ type: 'agent.login', agentId, ...(station === undefined ? {} : { station }) });
    expect(stage.events.at(-1)).toMatchObject({ type: 'order.rejected', code: 'station-not-permitted' });
    expect(stage.sent('telephony.ringAgent')).toEqual([]);
    expect(stage.last('journal.audit')).toMatchObject({ kind: 'agent.station-refused', detail: { agentId } });
  });

  test('is undone at the ring when the settings have changed meanwhile', () => {
    const stage = new Stage({ stations: rules, mode: 'progressive', persistentLegs: false });
    stage.start();
    stage.tell({ type: 'agent.login', agentId: 'ana' });
    stage.tell({
      type: 'campaign.configure',
      changes: { stations: { known: {}, pattern: null, trunks: [] } },
    });
    stage.tell({ type: 'campaign.configure', changes: { persistentLegs: true } });
    stage.tell({ type: 'agent.ready', agentId: 'ana' });
    expect(stage.sent('telephony.ringAgent')).toEqual([]);
    expect(stage.engine.statistics('c').agents.ready).toBe(0);
  });
});
