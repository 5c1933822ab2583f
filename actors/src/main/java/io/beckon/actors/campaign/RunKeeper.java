package io.beckon.actors.campaign;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import io.beckon.protocol.campaign.CampaignGroupCommand;
import io.beckon.protocol.campaign.GroupStore;
import io.beckon.protocol.campaign.GroupStore.Awake;
import io.beckon.protocol.campaign.GroupStore.GroupKey;
import io.beckon.protocol.dialing.DialSessionCommand;
import io.beckon.protocol.dialing.SessionId;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads active runs from PostgreSQL and wakes their groups and sessions, so that nothing depends on
 * remembered entities or on timers that outlive a node. One in the cluster.
 */
public final class RunKeeper {
  private static final Duration EVERY = Duration.ofSeconds(2);

  /** What the keeper is told. */
  public sealed interface Command {}

  private record Look() implements Command {}

  private record Seen(@Nullable Awake awake, @Nullable Throwable error) implements Command {}

  /**
   * Whom it wakes.
   *
   * @param groups takes a message to a group, wherever it lives
   * @param sessions takes a message to a dial session
   */
  public record Reach(
      BiConsumer<GroupKey, CampaignGroupCommand> groups,
      BiConsumer<SessionId, DialSessionCommand> sessions) {}

  private RunKeeper() {}

  public static Behavior<Command> create(GroupStore store, Reach reach) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startSingleTimer(new Look(), Duration.ZERO);
                  return behavior(context, timers, store, reach);
                }));
  }

  private static Behavior<Command> behavior(
      ActorContext<Command> context,
      TimerScheduler<Command> timers,
      GroupStore store,
      Reach reach) {
    return Behaviors.receive(Command.class)
        .onMessage(
            Look.class,
            m -> {
              context.pipeToSelf(store.awake(), Seen::new);
              return Behaviors.same();
            })
        .onMessage(
            Seen.class,
            m -> {
              timers.startSingleTimer(new Look(), EVERY);
              wake(context, reach, m);
              return Behaviors.same();
            })
        .build();
  }

  private static void wake(ActorContext<Command> context, Reach reach, Seen seen) {
    if (seen.awake() == null) {
      context.getLog().warn("active runs cannot be read, trying again: {}", seen.error());
      return;
    }
    seen.awake().groups().forEach(g -> reach.groups().accept(g, new CampaignGroupCommand.Wake()));
    seen.awake().sessions().forEach(s -> reach.sessions().accept(s, new DialSessionCommand.Wake()));
  }
}
