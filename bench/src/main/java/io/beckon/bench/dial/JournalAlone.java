package io.beckon.bench.dial;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehavior;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.beckon.clusterconfig.embedded.Services;
import io.beckon.protocol.campaign.RecordId;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.dialing.DialSessionEvent;
import io.beckon.protocol.dialing.DialSessionEvent.AttemptsAuthorised;
import io.beckon.protocol.dialing.DialSessionEvent.AttemptsEnded;
import io.beckon.protocol.dialing.DialSessionEvent.Authorised;
import io.beckon.protocol.dialing.DialSessionEvent.Ended;
import io.beckon.protocol.dialing.DialSessionEvent.WrittenBack;
import io.beckon.protocol.dialing.GatewayId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The journal without everything else: the events of attempts, written by as many writers. */
final class JournalAlone {
  private static final int WRITERS = 16;

  private JournalAlone() {}

  /** Attempts whose three events reach the journal in a second. */
  static double attemptsPerSecond(Services services, long attempts, double batch)
      throws InterruptedException {
    int each = (int) Math.max(1, Math.round(batch));
    int batches = (int) Math.max(1, attempts / each / WRITERS);
    CountDownLatch done = new CountDownLatch(WRITERS);
    ActorSystem<Void> system =
        ActorSystem.create(
            Behaviors.setup(
                context -> {
                  for (int i = 0; i < WRITERS; i++) {
                    ActorRef<Go> writer =
                        context.spawn(Writer.create(i, each, batches, done), "writer-" + i);
                    writer.tell(new Go());
                  }
                  return Behaviors.empty();
                }),
            "journal-alone",
            config(services));
    long began = System.nanoTime();
    boolean all = done.await(20, TimeUnit.MINUTES);
    double seconds = (System.nanoTime() - began) / 1e9;
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
    if (!all) {
      throw new IllegalStateException("the journal did not take all events in 20 minutes");
    }
    return (double) WRITERS * batches * each / seconds;
  }

  private static Config config(Services services) {
    String db = "akka-persistence-jdbc.shared-databases.beckon.db.";
    return ConfigFactory.parseMap(
            Map.of(
                "akka.actor.provider",
                "local",
                // As of a node; this process has a result to give yet.
                "akka.coordinated-shutdown.exit-jvm",
                "off",
                db + "url",
                services.jdbcUrl(),
                db + "user",
                services.user(),
                db + "password",
                services.password()))
        .withFallback(ConfigFactory.load());
  }

  /** Write the next event. */
  record Go() {}

  /** One writer; each event waits for the one before, as a session's do. */
  private static final class Writer extends EventSourcedBehavior<Go, DialSessionEvent, Integer> {
    private static final GatewayId GATEWAY =
        new GatewayId("node-1", "akka://beckon@127.0.0.1:2551", 1);
    private final ActorRef<Go> self;
    private final int each;
    private final int events;
    private final CountDownLatch done;
    private final Instant at = Clock.systemUTC().instant();

    static Behavior<Go> create(int number, int each, int batches, CountDownLatch done) {
      return Behaviors.setup(
          context -> new Writer(context.getSelf(), number, each, batches * 3, done));
    }

    private Writer(ActorRef<Go> self, int number, int each, int events, CountDownLatch done) {
      super(PersistenceId.of("JournalAlone", number + "-" + Clock.systemUTC().millis()));
      this.self = self;
      this.each = each;
      this.events = events;
      this.done = done;
    }

    @Override
    public Integer emptyState() {
      return 0;
    }

    @Override
    public CommandHandler<Go, DialSessionEvent, Integer> commandHandler() {
      return newCommandHandlerBuilder()
          .forAnyState()
          .onCommand(
              Go.class,
              (written, go) -> Effect().persist(event(written)).thenRun((Integer now) -> next(now)))
          .build();
    }

    private void next(int written) {
      if (written < events) {
        self.tell(new Go());
      } else {
        done.countDown();
      }
    }

    private DialSessionEvent event(int written) {
      List<AttemptId> ids = new ArrayList<>();
      for (int i = 0; i < each; i++) {
        ids.add(AttemptId.create());
      }
      return switch (written % 3) {
        case 0 ->
            new AttemptsAuthorised(
                GATEWAY,
                at,
                ids.stream().map(a -> new Authorised(a, new RecordId(1), 1, 0, -1)).toList());
        case 1 ->
            new AttemptsEnded(
                ids.stream()
                    .map(a -> new Ended(a, CallResult.ANSWER, null, at, at, at, true))
                    .toList());
        default -> new WrittenBack(ids);
      };
    }

    @Override
    public EventHandler<Integer, DialSessionEvent> eventHandler() {
      return (written, event) -> written + 1;
    }
  }
}
