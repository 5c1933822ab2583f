package io.beckon.actors.filedrop;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import io.beckon.protocol.filedrop.DropAction;
import io.beckon.protocol.filedrop.DropKind;
import io.beckon.protocol.filedrop.DropSettings;
import io.beckon.protocol.filedrop.DropSource;
import io.beckon.protocol.filedrop.TakenFiles.Seen;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all watched places, each at its own pace, one look at a time a place, with longer pauses
 * while looks fail. One in the cluster; if two ever overlap, {@code taken_file} lets one of them
 * take a content.
 */
public final class DropKeeper extends AbstractBehavior<DropKeeper.Command> {
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration BUILT_IN = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** What the keeper tells itself. */
  public sealed interface Command {}

  private record Tick() implements Command {}

  private record Sources(
      @Nullable List<DropSource> named,
      @Nullable List<TenantId> tenants,
      @Nullable Throwable failure)
      implements Command {}

  private record Looked(DropSource source, @Nullable Set<Seen> seen, @Nullable Throwable failure)
      implements Command {}

  private record Key(TenantId tenant, String source) {
    static Key of(DropSource source) {
      return new Key(source.tenant(), source.id());
    }
  }

  /** How a place stands; {@code due} is in milliseconds of the clock. */
  private record Standing(Set<Seen> seen, int failures, boolean looking, long due) {}

  public static Behavior<Command> create(DropPorts ports, Clock clock) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startTimerWithFixedDelay(new Tick(), TICK);
                  return new DropKeeper(context, ports, clock);
                }));
  }

  private final DropPorts ports;
  private final Clock clock;
  private final Map<Key, Standing> standings = new HashMap<>();

  private DropKeeper(ActorContext<Command> context, DropPorts ports, Clock clock) {
    super(context);
    this.ports = ports;
    this.clock = clock;
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Tick.class, this::onTick)
        .onMessage(Sources.class, this::onSources)
        .onMessage(Looked.class, this::onLooked)
        .build();
  }

  private Behavior<Command> onTick(Tick tick) {
    getContext()
        .pipeToSelf(
            ports
                .sources()
                .all()
                .thenCombine(
                    ports.sources().tenants(), (named, all) -> new Sources(named, all, null)),
            (sources, failure) -> sources == null ? new Sources(null, null, failure) : sources);
    return this;
  }

  private Behavior<Command> onSources(Sources sources) {
    if (sources.named() == null || sources.tenants() == null) {
      getContext().getLog().warn("watched places cannot be read", sources.failure());
      return this;
    }
    List<DropSource> all = new ArrayList<>(sources.named());
    for (var tenant : sources.tenants()) {
      all.add(builtIn(tenant, "contacts", DropAction.IMPORT_CONTACTS));
      all.add(builtIn(tenant, "suppression", DropAction.IMPORT_SUPPRESSION));
    }
    standings.keySet().retainAll(all.stream().map(Key::of).toList());
    all.forEach(this::lookIfDue);
    return this;
  }

  private static DropSource builtIn(TenantId tenant, String id, DropAction action) {
    return new DropSource(
        tenant,
        id,
        new DropSettings(
            id, DropKind.FOLDER, "/" + id, null, "*.{csv,CSV}", BUILT_IN, action, null, null));
  }

  private void lookIfDue(DropSource source) {
    var now = standings.getOrDefault(Key.of(source), new Standing(Set.of(), 0, false, 0));
    if (now.looking() || clock.millis() < now.due()) {
      return;
    }
    standings.put(Key.of(source), new Standing(now.seen(), now.failures(), true, now.due()));
    getContext()
        .pipeToSelf(
            Look.at(getContext().getSystem(), ports, source, now.seen()),
            (seen, failure) -> new Looked(source, seen, failure));
  }

  private Behavior<Command> onLooked(Looked looked) {
    var source = looked.source();
    var before = standings.getOrDefault(Key.of(source), new Standing(Set.of(), 0, false, 0));
    int failures = looked.failure() == null ? 0 : before.failures() + 1;
    var pause = source.settings().everyOrUsual().multipliedBy(1L << Math.min(failures, 6));
    long wait = Math.min(pause.toMillis(), LONGEST_PAUSE.toMillis());
    if (failures == 0) {
      wait = source.settings().everyOrUsual().toMillis();
    }
    var seen = looked.seen() == null ? before.seen() : looked.seen();
    standings.put(Key.of(source), new Standing(seen, failures, false, clock.millis() + wait));
    report(source, looked.failure(), failures);
    return this;
  }

  private void report(DropSource source, @Nullable Throwable failure, int failures) {
    if (failure != null) {
      getContext()
          .getLog()
          .warn(
              "tenant={} source={} failures={} cause={}",
              source.tenant(),
              source.id(),
              failures,
              sentence(failure));
    }
    if (!source.isBuiltIn()) {
      ports.sources().looked(source, failure == null ? null : sentence(failure));
    }
  }

  private static String sentence(Throwable failure) {
    var cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }
}
