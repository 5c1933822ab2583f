package io.beckon.actors.list;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import io.beckon.protocol.list.Sweep;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Removes what imports have replaced, one piece after the other. One in the cluster. */
public final class Sweeper extends AbstractBehavior<Sweeper.Command> {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** What the sweeper tells itself. */
  public sealed interface Command {}

  private record Step() implements Command {}

  private record Done(@Nullable Boolean more, @Nullable Throwable failure) implements Command {}

  public static Behavior<Command> create(List<Sweep> sweeps) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startSingleTimer(new Step(), PAUSE);
                  return new Sweeper(context, timers, sweeps);
                }));
  }

  private final TimerScheduler<Command> timers;
  private final List<Sweep> sweeps;
  private int turn;

  /** Sweeps in a row that had nothing to do. */
  private int idle;

  private Sweeper(
      ActorContext<Command> context, TimerScheduler<Command> timers, List<Sweep> sweeps) {
    super(context);
    this.timers = timers;
    this.sweeps = List.copyOf(sweeps);
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Step.class, this::onStep)
        .onMessage(Done.class, this::onDone)
        .build();
  }

  private Behavior<Command> onStep(Step step) {
    getContext().pipeToSelf(sweeps.get(turn).step(), Done::new);
    return this;
  }

  private Behavior<Command> onDone(Done done) {
    turn = (turn + 1) % sweeps.size();
    if (done.failure() != null) {
      getContext().getLog().warn("sweep=later", done.failure());
    }
    idle = Boolean.TRUE.equals(done.more()) ? 0 : idle + 1;
    if (idle < sweeps.size()) {
      getContext().getSelf().tell(new Step());
    } else {
      idle = 0;
      timers.startSingleTimer(new Step(), PAUSE);
    }
    return this;
  }
}
