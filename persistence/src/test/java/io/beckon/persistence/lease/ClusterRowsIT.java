package io.beckon.persistence.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beckon.persistence.Database;
import io.beckon.persistence.TestPostgres;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClusterRowsIT {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(200);

  private Database database;

  @BeforeEach
  void freshDatabase() {
    database = TestPostgres.freshDatabase();
  }

  @Test
  void onlyOneSideGetsTheLease() {
    assertThat(done(lease("one", LONG).take())).isTrue();
    assertThat(done(lease("two", LONG).take())).isFalse();
    assertThat(done(lease("one", LONG).take())).as("its holder may ask again").isTrue();
  }

  @Test
  void ofManyAtOnceExactlyOneGetsTheLease() {
    var answers = IntStream.range(0, 16).mapToObj(i -> lease("side-" + i, LONG).take()).toList();

    assertThat(answers.stream().filter(ClusterRowsIT::done)).hasSize(1);
  }

  @Test
  void aLeaseThatIsGivenBackIsFree() {
    var one = lease("one", LONG);
    assertThat(done(one.take())).isTrue();
    done(lease("two", LONG).giveBack());
    assertThat(done(lease("two", LONG).take())).as("not another's to give back").isFalse();
    done(one.giveBack());
    assertThat(done(lease("two", LONG).take())).isTrue();
  }

  @Test
  void anOverdueLeaseGoesToWhoAsksAndTheOldHolderLearnsIt() {
    var one = lease("one", SHORT);
    assertThat(done(one.take())).isTrue();
    await().until(() -> done(lease("two", LONG).take()));
    assertThat(done(one.prolong())).isFalse();
  }

  @Test
  void onlyOneNodeFormsTheFirstCluster() {
    var incarnation = new ClusterIncarnation(database);
    var claims = IntStream.range(0, 8).mapToObj(i -> incarnation.claim("node-" + i, LONG)).toList();

    assertThat(claims.stream().map(ClusterRowsIT::done).filter(claim -> claim.isPresent()))
        .hasSize(1);
  }

  @Test
  void nobodyFormsAnotherWhileMembersBeat() {
    var incarnation = new ClusterIncarnation(database);
    var first = done(incarnation.claim("node-1", LONG)).orElseThrow();

    assertThat(done(incarnation.beat(first))).isTrue();
    assertThat(done(incarnation.claim("node-2", LONG))).isEmpty();
    assertThat(done(incarnation.current())).isEqualTo(first);
  }

  @Test
  void afterTheLastHasLeftAnyNodeMayAndWhoWasLeftBehindLearnsIt() {
    var incarnation = new ClusterIncarnation(database);
    var first = done(incarnation.claim("node-1", LONG)).orElseThrow();
    done(incarnation.end(first));

    var second = done(incarnation.claim("node-2", LONG)).orElseThrow();

    assertThat(second).isGreaterThan(first);
    assertThat(done(incarnation.beat(first))).isFalse();
    assertThat(done(incarnation.beat(second))).isTrue();
  }

  private LeaseRow lease(String owner, Duration timeToLive) {
    return new LeaseRow(database, "split", owner, timeToLive);
  }

  private static <T> T done(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}
