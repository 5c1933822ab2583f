package io.beckon.clusterconfig.journal;

import akka.serialization.jackson.JacksonMigration;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Brings a dial session's events of earlier versions to the present one; its golden files hold them
 * all.
 */
final class DialSessionEventMigration extends JacksonMigration {
  @Override
  public int currentVersion() {
    return 1;
  }

  /** One step a version; there is no earlier one yet. */
  @Override
  public JsonNode transform(int fromVersion, JsonNode json) {
    return json;
  }
}
