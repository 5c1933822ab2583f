package io.beckon.actors.list;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import io.beckon.protocol.list.Imports;
import io.beckon.protocol.list.Imports.Unattended;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds open imports that nobody has spoken of for a while, because a node died, a message was lost
 * or the database was away, and wakes their lists. One in the cluster.
 */
public final class ImportKeeper extends AbstractBehavior<ImportKeeper.Command> {
  private static final Duration EVERY = Duration.ofSeconds(2);

  /** Four signs of life missed. */
  private static final Duration SILENT = Duration.ofSeconds(8);

  /** What the keeper tells itself. */
  public sealed interface Command {}

  private record Look() implements Command {}

  private record Found(@Nullable List<Unattended> imports, @Nullable Throwable failure)
      implements Command {}

  public static Behavior<Command> create(Imports imports, Consumer<Unattended> wake) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startTimerWithFixedDelay(new Look(), EVERY);
                  return new ImportKeeper(context, imports, wake);
                }));
  }

  private final Imports imports;
  private final Consumer<Unattended> wake;

  private ImportKeeper(ActorContext<Command> context, Imports imports, Consumer<Unattended> wake) {
    super(context);
    this.imports = imports;
    this.wake = wake;
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Look.class, this::onLook)
        .onMessage(Found.class, this::onFound)
        .build();
  }

  private Behavior<Command> onLook(Look look) {
    getContext().pipeToSelf(imports.unattended(SILENT), Found::new);
    return this;
  }

  private Behavior<Command> onFound(Found found) {
    if (found.imports() == null) {
      getContext().getLog().warn("open imports cannot be read", found.failure());
    } else {
      found.imports().forEach(wake);
    }
    return this;
  }
}
