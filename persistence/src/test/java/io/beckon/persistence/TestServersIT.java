package io.beckon.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class TestServersIT {
  @Test
  void everyDatabaseIsMigratedAndItsOwn() {
    try (var one = TestPostgres.freshDataSource();
        var two = TestPostgres.freshDataSource()) {
      Jdbi.create(one).useHandle(h -> h.execute("CREATE TABLE only_here (x int)"));

      assertThat(tables(one)).contains("tenant", "event_journal", "cluster_lease", "only_here");
      assertThat(tables(two)).contains("tenant", "event_journal").doesNotContain("only_here");
    }
  }

  @Test
  void migratingAgainChangesNothing() {
    try (var pool = TestPostgres.freshDataSource()) {
      assertThat(Migrations.apply(pool)).isZero();
    }
  }

  @Test
  void redisDatabasesDoNotSeeEachOther() {
    assertThat(setAndGet(TestRedis.freshUri(), "a", "1")).isEqualTo("1");
    try (var client = RedisClient.create(TestRedis.freshUri());
        var connection = client.connect()) {
      assertThat(connection.sync().get("a")).isNull();
      assertThat(connection.sync().info("server")).contains("redis_version:6.2");
    }
  }

  @Test
  void anOwnRedisComesBackEmptyWithAnotherRunId() {
    try (var redis = TestRedis.ownServer()) {
      assertThat(setAndGet(redis.uri(), "a", "1")).isEqualTo("1");
      redis.stop();
      redis.start();
      try (var client = RedisClient.create(redis.uri());
          var connection = client.connect()) {
        assertThat(connection.sync().dbsize()).isZero();
      }
    }
  }

  private static String setAndGet(RedisURI uri, String key, String value) {
    try (var client = RedisClient.create(uri);
        var connection = client.connect()) {
      connection.sync().set(key, value);
      return connection.sync().get(key);
    }
  }

  private static List<String> tables(DataSource pool) {
    return Jdbi.create(pool)
        .withHandle(
            h ->
                h.createQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                    .mapTo(String.class)
                    .list());
  }
}
