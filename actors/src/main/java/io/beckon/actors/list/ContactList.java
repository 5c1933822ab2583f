package io.beckon.actors.list;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import akka.pattern.StatusReply;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.javadsl.CommandHandlerWithReply;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehaviorWithEnforcedReplies;
import akka.persistence.typed.javadsl.ReplyEffect;
import io.beckon.actors.list.ContactListState.Idle;
import io.beckon.actors.list.ContactListState.Loading;
import io.beckon.protocol.list.ContactListCommand;
import io.beckon.protocol.list.ContactListCommand.Ended;
import io.beckon.protocol.list.ContactListCommand.Queue;
import io.beckon.protocol.list.ContactListCommand.Wake;
import io.beckon.protocol.list.ContactListEvent;
import io.beckon.protocol.list.ContactListEvent.ImportEnded;
import io.beckon.protocol.list.ContactListEvent.ImportQueued;
import io.beckon.protocol.list.ContactListEvent.ImportStarted;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.Imports;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.LoaderCommand;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One list, of contacts or suppressions, and the files that are loaded into it one after the other.
 * It says whose turn it is and asks for a loader; what the loader does, and whether an import is
 * still open, stands in PostgreSQL. Losing a message costs time only: {@link ImportKeeper} wakes
 * the list when an import falls silent.
 */
public final class ContactList
    extends EventSourcedBehaviorWithEnforcedReplies<
        ContactListCommand, ContactListEvent, ContactListState> {
  public static final EntityTypeKey<ContactListCommand> TYPE =
      EntityTypeKey.create(ContactListCommand.class, "ContactList");

  private record Begun(ImportId importId, @Nullable Long epoch)
      implements ContactListCommand.Internal {}

  private record NotBegun(ImportId importId, Throwable failure)
      implements ContactListCommand.Internal {}

  private record Looked(ImportId importId, boolean open) implements ContactListCommand.Internal {}

  private record Nothing() implements ContactListCommand.Internal {}

  /**
   * @param loaders where loads are asked for; a lost request is repeated by the keeper
   */
  public static Behavior<ContactListCommand> create(
      ListRef list, Imports imports, ActorRef<LoaderCommand> loaders, Clock clock) {
    return Behaviors.setup(context -> new ContactList(context, list, imports, loaders, clock));
  }

  private final ActorContext<ContactListCommand> context;
  private final ListRef list;
  private final Imports imports;
  private final ActorRef<LoaderCommand> loaders;
  private final Clock clock;

  private ContactList(
      ActorContext<ContactListCommand> context,
      ListRef list,
      Imports imports,
      ActorRef<LoaderCommand> loaders,
      Clock clock) {
    super(
        PersistenceId.of(TYPE.name(), list.entityId(), "/"),
        SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(5), 0.2));
    this.context = context;
    this.list = list;
    this.imports = imports;
    this.loaders = loaders;
    this.clock = clock;
  }

  @Override
  public ContactListState emptyState() {
    return new Idle();
  }

  @Override
  public CommandHandlerWithReply<ContactListCommand, ContactListEvent, ContactListState>
      commandHandler() {
    var builder = newCommandHandlerWithReplyBuilder();
    builder
        .forStateType(Idle.class)
        .onCommand(Queue.class, this::onQueue)
        .onCommand(Wake.class, (state, wake) -> queue(wake.importId()));
    builder
        .forStateType(Loading.class)
        .onCommand(Queue.class, this::onQueueWhileLoading)
        .onCommand(Wake.class, this::onWakeWhileLoading)
        .onCommand(Ended.class, (state, ended) -> end(state, ended.importId()))
        .onCommand(Begun.class, this::onBegun)
        .onCommand(NotBegun.class, this::onNotBegun)
        .onCommand(Looked.class, this::onLooked);
    builder.forAnyState().onAnyCommand(command -> Effect().noReply());
    return builder.build();
  }

  private ReplyEffect<ContactListEvent, ContactListState> onQueue(Idle state, Queue command) {
    return Effect()
        .persist(queued(command.importId()))
        .thenRun(this::beginCurrent)
        .thenReply(command.replyTo(), done -> StatusReply.ack());
  }

  private ReplyEffect<ContactListEvent, ContactListState> onQueueWhileLoading(
      Loading state, Queue command) {
    return state.knows(command.importId())
        ? Effect().reply(command.replyTo(), StatusReply.ack())
        : Effect()
            .persist(queued(command.importId()))
            .thenReply(command.replyTo(), done -> StatusReply.ack());
  }

  private ReplyEffect<ContactListEvent, ContactListState> queue(ImportId id) {
    return Effect().persist(queued(id)).thenRun(this::beginCurrent).thenNoReply();
  }

  /** The silent one is begun anew; if it only waits, perhaps the current one is over. */
  private ReplyEffect<ContactListEvent, ContactListState> onWakeWhileLoading(
      Loading state, Wake wake) {
    if (state.current().equals(wake.importId())) {
      begin(state.current());
      return Effect().noReply();
    }
    lookAt(state.current());
    return state.knows(wake.importId())
        ? Effect().noReply()
        : Effect().persist(queued(wake.importId())).thenNoReply();
  }

  private ReplyEffect<ContactListEvent, ContactListState> end(Loading state, ImportId id) {
    if (!state.knows(id)) {
      return Effect().noReply();
    }
    var effect = Effect().persist(new ImportEnded(id, clock.instant()));
    return state.current().equals(id)
        ? effect.thenRun(this::beginCurrent).thenNoReply()
        : effect.thenNoReply();
  }

  /** One that ended while PostgreSQL was asked gets no loader. */
  private ReplyEffect<ContactListEvent, ContactListState> onBegun(Loading state, Begun begun) {
    if (!state.current().equals(begun.importId())) {
      return Effect().noReply();
    }
    var epoch = begun.epoch();
    if (epoch == null) {
      return end(state, begun.importId());
    }
    return Effect()
        .persist(new ImportStarted(begun.importId(), epoch, clock.instant()))
        .thenRun(
            now ->
                loaders.tell(new LoaderCommand.Load(new LoadFence(list, begun.importId(), epoch))))
        .thenNoReply();
  }

  private ReplyEffect<ContactListEvent, ContactListState> onNotBegun(
      Loading state, NotBegun notBegun) {
    context
        .getLog()
        .warn("list={} import={} not begun", list, notBegun.importId(), notBegun.failure());
    return Effect().noReply();
  }

  private ReplyEffect<ContactListEvent, ContactListState> onLooked(Loading state, Looked looked) {
    boolean over = !looked.open() && state.current().equals(looked.importId());
    return over ? end(state, looked.importId()) : Effect().noReply();
  }

  private void beginCurrent(ContactListState state) {
    if (state instanceof Loading loading) {
      begin(loading.current());
    }
  }

  private void begin(ImportId id) {
    context.pipeToSelf(
        imports.begin(id),
        (epoch, failure) ->
            epoch == null
                ? new NotBegun(id, java.util.Objects.requireNonNull(failure))
                : new Begun(id, boxed(epoch)));
  }

  private void lookAt(ImportId id) {
    context.pipeToSelf(
        imports.isOpen(id),
        (open, failure) -> failure == null ? new Looked(id, open) : new Nothing());
  }

  private ImportQueued queued(ImportId id) {
    return new ImportQueued(id, clock.instant());
  }

  private static @Nullable Long boxed(OptionalLong epoch) {
    return epoch.isPresent() ? epoch.getAsLong() : null;
  }

  @Override
  public EventHandler<ContactListState, ContactListEvent> eventHandler() {
    return newEventHandlerBuilder()
        .forAnyState()
        .onEvent(ImportQueued.class, ContactListState::queued)
        .onEvent(ImportStarted.class, (state, event) -> state)
        .onEvent(ImportEnded.class, ContactListState::ended)
        .build();
  }
}
