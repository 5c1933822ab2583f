package io.beckon.actors.list;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.actor.typed.receptionist.Receptionist;
import akka.actor.typed.receptionist.ServiceKey;
import io.beckon.protocol.list.ImportError;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.LoaderCommand;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The loader of one node: runs a few loads at a time, says every two seconds that they are alive,
 * and goes on after a failure that may pass. It forgets what it has lost the right to.
 */
public final class ImportLoader extends AbstractBehavior<LoaderCommand> {
  public static final ServiceKey<LoaderCommand> KEY =
      ServiceKey.create(LoaderCommand.class, "list-builder");

  private static final int SIDE_BY_SIDE = 2;
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  /** Failures in a row, with a database that answers, after which a load is given up. */
  private static final int GIVE_UP = 12;

  private record Done(LoadFence fence, @Nullable LoadEnd end, @Nullable Throwable failure)
      implements LoaderCommand.Internal {}

  private record Retry(LoadFence fence) implements LoaderCommand.Internal {}

  private record SignOfLife() implements LoaderCommand.Internal {}

  private record Heard(Set<LoadFence> asked, @Nullable Set<LoadFence> ours)
      implements LoaderCommand.Internal {}

  /**
   * @param ended told of every import that is final
   */
  public static Behavior<LoaderCommand> create(LoadPorts ports, Consumer<LoadFence> ended) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  context
                      .getSystem()
                      .receptionist()
                      .tell(Receptionist.register(KEY, context.getSelf()));
                  timers.startTimerWithFixedDelay(new SignOfLife(), SIGN_OF_LIFE);
                  return new ImportLoader(context, timers, ports, ended);
                }));
  }

  private final TimerScheduler<LoaderCommand> timers;
  private final LoadPorts ports;
  private final Consumer<LoadFence> ended;
  private final Set<LoadFence> running = new HashSet<>();
  private final Deque<LoadFence> waiting = new ArrayDeque<>();
  private final Map<LoadFence, Integer> failures = new HashMap<>();

  private ImportLoader(
      ActorContext<LoaderCommand> context,
      TimerScheduler<LoaderCommand> timers,
      LoadPorts ports,
      Consumer<LoadFence> ended) {
    super(context);
    this.timers = timers;
    this.ports = ports;
    this.ended = ended;
  }

  @Override
  public Receive<LoaderCommand> createReceive() {
    return newReceiveBuilder()
        .onMessage(LoaderCommand.Load.class, this::onLoad)
        .onMessage(Done.class, this::onDone)
        .onMessage(Retry.class, this::onRetry)
        .onMessage(SignOfLife.class, this::onSignOfLife)
        .onMessage(Heard.class, this::onHeard)
        .build();
  }

  private Behavior<LoaderCommand> onLoad(LoaderCommand.Load command) {
    if (!running.contains(command.fence()) && !waiting.contains(command.fence())) {
      waiting.add(command.fence());
      startNext();
    }
    return this;
  }

  private void startNext() {
    while (running.size() < SIDE_BY_SIDE && !waiting.isEmpty()) {
      var fence = waiting.remove();
      running.add(fence);
      run(fence);
    }
  }

  private void run(LoadFence fence) {
    getContext().getLog().info("import={} epoch={} begins", fence.importId(), fence.epoch());
    getContext()
        .pipeToSelf(
            LoadRun.of(getContext().getSystem(), ports, fence),
            (end, failure) -> new Done(fence, end, failure));
  }

  private Behavior<LoaderCommand> onDone(Done done) {
    var fence = done.fence();
    if (done.failure() != null && running.contains(fence)) {
      failed(fence, done.failure());
      return this;
    }
    forget(fence);
    if (done.end() != null) {
      getContext()
          .getLog()
          .info("import={} epoch={} end={}", fence.importId(), fence.epoch(), done.end());
    }
    if (done.end() == LoadEnd.COMPLETED || done.end() == LoadEnd.FAILED) {
      ended.accept(fence);
    }
    return this;
  }

  private void failed(LoadFence fence, Throwable failure) {
    int count = failures.merge(fence, 1, Integer::sum);
    getContext()
        .getLog()
        .warn("import={} failures={} the load pauses", fence.importId(), count, failure);
    if (count >= GIVE_UP) {
      giveUp(fence);
      return;
    }
    var pause = Duration.ofMillis(250L << Math.min(count, 6));
    timers.startSingleTimer(
        fence, new Retry(fence), pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
  }

  /** Ends the import if the database lets it; if it does not, the failure was its own. */
  private void giveUp(LoadFence fence) {
    failures.put(fence, 1);
    var error =
        new ImportError(
            "LOAD_FAILED",
            "The file could not be loaded, and trying again did not help.",
            "Look for the import's id in the node's log, then send the file again.");
    getContext()
        .pipeToSelf(
            ports.loads().fail(fence, error),
            (kept, failure) ->
                failure != null
                    ? new Retry(fence)
                    : new Done(fence, kept ? LoadEnd.FAILED : LoadEnd.LOST, null));
  }

  private Behavior<LoaderCommand> onRetry(Retry retry) {
    if (running.contains(retry.fence())) {
      run(retry.fence());
    }
    return this;
  }

  private Behavior<LoaderCommand> onSignOfLife(SignOfLife tick) {
    Set<LoadFence> asked = new HashSet<>(running);
    asked.addAll(waiting);
    if (!asked.isEmpty()) {
      getContext()
          .pipeToSelf(ports.loads().alive(asked), (ours, failure) -> new Heard(asked, ours));
    }
    return this;
  }

  private Behavior<LoaderCommand> onHeard(Heard heard) {
    if (heard.ours() != null) {
      heard.asked().stream().filter(f -> !heard.ours().contains(f)).forEach(this::forget);
    }
    return this;
  }

  private void forget(LoadFence fence) {
    running.remove(fence);
    waiting.remove(fence);
    failures.remove(fence);
    timers.cancel(fence);
    startNext();
  }
}
