package io.beckon.clusterconfig.embedded;

/** Where PostgreSQL and Redis of this start are, embedded or not; holds credentials. */
public record Services(String jdbcUrl, String user, String password, String redisUrl) {
  @Override
  public String toString() {
    return "Services[jdbcUrl=" + jdbcUrl + "]";
  }
}
