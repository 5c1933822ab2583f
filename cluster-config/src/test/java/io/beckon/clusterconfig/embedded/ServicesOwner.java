package io.beckon.clusterconfig.embedded;

import io.beckon.clusterconfig.node.DatabaseSettings;
import io.beckon.clusterconfig.node.ServiceSettings;
import java.nio.file.Path;

/** A JVM that owns embedded services until it is killed; the tests start and kill it. */
final class ServicesOwner {
  private ServicesOwner() {}

  public static void main(String[] args) throws Exception {
    var services = start(Path.of(args[0]));
    System.out.println("running " + services.services());
    Thread.currentThread().join();
  }

  static EmbeddedServices start(Path data) {
    return EmbeddedServices.startMissing(
        data, new ServiceSettings(new DatabaseSettings(null, "beckon", "", 2), null, null));
  }
}
