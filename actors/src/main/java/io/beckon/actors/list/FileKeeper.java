package io.beckon.actors.list;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import io.beckon.protocol.list.KeptFiles;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Removes what is kept of imports once it is due. One in the cluster. */
public final class FileKeeper extends AbstractBehavior<FileKeeper.Command> {
  private static final Duration EVERY = Duration.ofMinutes(1);

  /** What the keeper tells itself. */
  public sealed interface Command {}

  private record Look() implements Command {}

  private record Swept(@Nullable Integer imports, @Nullable Throwable failure) implements Command {}

  /**
   * @param keep how long after an import's end
   */
  public static Behavior<Command> create(KeptFiles files, Duration keep) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startTimerWithFixedDelay(new Look(), EVERY);
                  return new FileKeeper(context, files, keep);
                }));
  }

  private final KeptFiles files;
  private final Duration keep;

  private FileKeeper(ActorContext<Command> context, KeptFiles files, Duration keep) {
    super(context);
    this.files = files;
    this.keep = keep;
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Look.class, this::onLook)
        .onMessage(Swept.class, this::onSwept)
        .build();
  }

  private Behavior<Command> onLook(Look look) {
    getContext().pipeToSelf(files.sweep(keep), Swept::new);
    return this;
  }

  private Behavior<Command> onSwept(Swept swept) {
    if (swept.imports() == null) {
      getContext().getLog().warn("files of imports cannot be removed", swept.failure());
    } else if (swept.imports() > 0) {
      getContext().getLog().info("files-removed imports={}", swept.imports());
      getContext().getSelf().tell(new Look());
    }
    return this;
  }
}
