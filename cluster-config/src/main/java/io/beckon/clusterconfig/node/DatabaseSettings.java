package io.beckon.clusterconfig.node;

import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL to use.
 *
 * @param url a JDBC address; null: an embedded server is started
 * @param poolSize connections of the features' pool; the journal has its own beside it
 */
public record DatabaseSettings(@Nullable String url, String user, String password, int poolSize) {
  public DatabaseSettings {
    if (url != null && !url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "BECKON_DB_URL starts with jdbc:postgresql:, was \"" + url + "\"");
    }
    if (poolSize < 2 || poolSize > 500) {
      throw new IllegalArgumentException("BECKON_DB_POOL is 2 to 500, was " + poolSize);
    }
  }

  @Override
  public String toString() {
    return "DatabaseSettings[url=" + url + ", user=" + user + ", poolSize=" + poolSize + "]";
  }
}
