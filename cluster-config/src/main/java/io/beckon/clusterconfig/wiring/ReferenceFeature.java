package io.beckon.clusterconfig.wiring;

import io.beckon.actors.reference.HttpFetch;
import io.beckon.clusterconfig.node.Node;
import io.beckon.http.reference.ReferenceDataRoutes;
import io.beckon.http.reference.ZoneMapRoutes;
import io.beckon.persistence.reference.PostgresLocators;
import io.beckon.persistence.reference.PostgresReferenceSources;
import io.beckon.persistence.reference.PostgresReferenceVersions;
import io.beckon.persistence.reference.PostgresZoneMaps;
import io.beckon.persistence.reference.ReferenceRefresh;

/**
 * Puts together what is known of numbers and places.
 *
 * @param locators one a node: it keeps the data that was read
 * @param refresh for whoever runs jobs
 */
record ReferenceFeature(PostgresLocators locators, ReferenceRefresh refresh) {
  static ReferenceFeature start(Node node, Rest rest) {
    var database = node.stores().database();
    var clock = node.clock();
    var versions = new PostgresReferenceVersions(database, clock);
    rest.add(
        new ReferenceDataRoutes(versions, new PostgresReferenceSources(database, clock)),
        new ZoneMapRoutes(new PostgresZoneMaps(database)));
    return new ReferenceFeature(
        new PostgresLocators(database),
        new ReferenceRefresh(database, versions, HttpFetch.usual(), clock));
  }
}
