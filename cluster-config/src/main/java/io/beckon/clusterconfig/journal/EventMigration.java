package io.beckon.clusterconfig.journal;

import akka.serialization.jackson.JacksonMigration;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * An aggregate's events of earlier versions brought to the present one. An aggregate whose events
 * change overrides both: the next version, and one step from each earlier one; its golden files
 * hold them all.
 */
abstract class EventMigration extends JacksonMigration {
  @Override
  public int currentVersion() {
    return 1;
  }

  @Override
  public JsonNode transform(int fromVersion, JsonNode json) {
    return json;
  }
}
