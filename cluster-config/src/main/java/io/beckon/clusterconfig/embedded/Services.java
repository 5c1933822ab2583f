package io.beckon.clusterconfig.embedded;

/** Where PostgreSQL and Redis of this start are, embedded or not; holds credentials. */
public record Services(String jdbcUrl, String user, String password, String redisUrl) {
  Services withRedis(String url) {
    return new Services(jdbcUrl, user, password, url);
  }

  @Override
  public String toString() {
    return "Services[jdbcUrl=" + jdbcUrl + "]";
  }
}
