package io.beckon.actors.list;

import static org.assertj.core.api.Assertions.assertThat;

import akka.Done;
import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.pattern.StatusReply;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import io.beckon.protocol.list.ContactListCommand;
import io.beckon.protocol.list.ContactListCommand.Ended;
import io.beckon.protocol.list.ContactListCommand.Queue;
import io.beckon.protocol.list.ContactListCommand.Wake;
import io.beckon.protocol.list.ContactListEvent;
import io.beckon.protocol.list.ContactListEvent.ImportEnded;
import io.beckon.protocol.list.ContactListEvent.ImportQueued;
import io.beckon.protocol.list.ContactListEvent.ImportStarted;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.LoaderCommand;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every state of a list × everything it is told. A list that {@code LOADS_ONE} loads import 1; one
 * that {@code LOADS_ONE_OF_TWO} has import 2 waiting behind it; of import 3 it knows nothing.
 */
class ContactListTest {
  private static final ActorTestKit KIT = ActorTestKit.create(EventSourcedBehaviorTestKit.config());
  private static final ListRef LIST = ListRef.of(new TenantId("acme"), new ContactListId(7));
  private static final String ID = "ContactList/" + LIST.entityId();
  private static final long EPOCH = 5;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  enum State {
    IDLE,
    LOADS_ONE,
    LOADS_ONE_OF_TWO
  }

  private final HeldImports imports = new HeldImports();
  private final TestProbe<LoaderCommand> loaders = KIT.createTestProbe(LoaderCommand.class);
  private EventSourcedBehaviorTestKit<ContactListCommand, ContactListEvent, ContactListState> list;
  private int seen;

  @BeforeEach
  void begin() {
    list =
        EventSourcedBehaviorTestKit.create(
            KIT.system(),
            ContactList.create(LIST, imports, loaders.ref(), CLOCK),
            EventSourcedBehaviorTestKit.disabledSerializationSettings());
    beginAfresh();
  }

  private void beginAfresh() {
    list.clear();
    seen = 0;
  }

  @AfterAll
  static void down() {
    KIT.shutdownTestKit();
  }

  /** Columns: what the list keeps and asks when it is told of import 1, of 2, of 3. */
  @ParameterizedTest(name = "{1} to a list that is {0}")
  @CsvSource({
    "IDLE, QUEUE, queued1 begin1, queued2 begin2, queued3 begin3",
    "IDLE, WAKE, queued1 begin1, queued2 begin2, queued3 begin3",
    "IDLE, ENDED, -, -, -",
    "LOADS_ONE, QUEUE, -, queued2, queued3",
    "LOADS_ONE, WAKE, begin1, queued2 look1, queued3 look1",
    "LOADS_ONE, ENDED, ended1, -, -",
    "LOADS_ONE_OF_TWO, QUEUE, -, -, queued3",
    "LOADS_ONE_OF_TWO, WAKE, begin1, look1, queued3 look1",
    "LOADS_ONE_OF_TWO, ENDED, ended1 begin2, ended2, -"
  })
  void everyCommandIsDecidedInEveryState(
      State state, String command, String first, String second, String third) {
    List<String> expected = List.of(first, second, third);
    for (int i = 0; i < 3; i++) {
      beginAfresh();
      reach(state);
      tell(command, i + 1);
      assertThat(done()).as("%s %d", command, i + 1).isEqualTo(expected.get(i));
    }
  }

  @Test
  void theTableNamesEveryCommand() {
    assertThat(Set.of(ContactListCommand.class.getPermittedSubclasses()))
        .containsExactlyInAnyOrder(
            Queue.class, Wake.class, Ended.class, ContactListCommand.Internal.class);
  }

  /** Columns: what follows when PostgreSQL says what it makes of the import. */
  @ParameterizedTest(name = "{1} to a list that is {0}")
  @CsvSource({
    "LOADS_ONE, BEGUN, started1 load1",
    "LOADS_ONE, BEGUN_BUT_FINAL, ended1",
    "LOADS_ONE, NOT_BEGUN, -",
    "LOADS_ONE_OF_TWO, BEGUN, started1 load1",
    "LOADS_ONE_OF_TWO, BEGUN_BUT_FINAL, ended1 begin2",
    "LOADS_ONE_OF_TWO, NOT_BEGUN, -",
    "LOADS_ONE_OF_TWO, OPEN, -",
    "LOADS_ONE_OF_TWO, NOT_OPEN, ended1 begin2",
    "LOADS_ONE_OF_TWO, NOT_SEEN, -"
  })
  void everyAnswerOfTheDatabaseIsDecidedInEveryState(State state, String answer, String expected) {
    reach(state);
    ask(answer);
    answer(answer, imports.begun());
    assertThat(done()).isEqualTo(expected);
  }

  /** The same answers, come so late that import 1 has ended meanwhile. */
  @ParameterizedTest(name = "{1} to a list that was {0}")
  @CsvSource({
    "LOADS_ONE, BEGUN", "LOADS_ONE, BEGUN_BUT_FINAL", "LOADS_ONE, NOT_BEGUN",
    "LOADS_ONE_OF_TWO, BEGUN", "LOADS_ONE_OF_TWO, BEGUN_BUT_FINAL", "LOADS_ONE_OF_TWO, NOT_BEGUN",
    "LOADS_ONE_OF_TWO, OPEN", "LOADS_ONE_OF_TWO, NOT_OPEN", "LOADS_ONE_OF_TWO, NOT_SEEN"
  })
  void answersThatComeTooLateChangeNothing(State state, String answer) {
    reach(state);
    ask(answer);
    var begun = imports.begun();
    list.runCommand(new Ended(new ImportId(1)));
    done();
    answer(answer, begun);
    assertThat(done()).isEqualTo("-");
  }

  @ParameterizedTest
  @CsvSource({"IDLE", "LOADS_ONE", "LOADS_ONE_OF_TWO"})
  void comesBackFromItsJournalAsItWas(State state) {
    reach(state);
    ContactListState before = list.getState();
    assertThat(list.restart().state()).isEqualTo(before);
  }

  private void reach(State state) {
    IntStream.rangeClosed(1, state.ordinal()).forEach(id -> tell("QUEUE", id));
    done();
  }

  private void tell(String command, int number) {
    var id = new ImportId(number);
    switch (command) {
      case "QUEUE" -> {
        var told = list.<StatusReply<Done>>runCommand(replyTo -> new Queue(id, replyTo));
        assertThat(told.reply().isSuccess()).isTrue();
      }
      case "WAKE" -> list.runCommand(new Wake(id));
      default -> list.runCommand(new Ended(id));
    }
  }

  private void ask(String answer) {
    if (answer.contains("OPEN") || answer.contains("SEEN")) {
      tell("WAKE", 2);
      done();
    }
  }

  private void answer(String answer, CompletableFuture<OptionalLong> begun) {
    var away = new IllegalStateException("the database is away");
    switch (answer) {
      case "BEGUN" -> begun.complete(OptionalLong.of(EPOCH));
      case "BEGUN_BUT_FINAL" -> begun.complete(OptionalLong.empty());
      case "NOT_BEGUN" -> begun.completeExceptionally(away);
      case "NOT_SEEN" -> imports.open().completeExceptionally(away);
      default -> imports.open().complete(answer.equals("OPEN"));
    }
  }

  /** What was kept, asked and passed on since the last time; {@code -} is nothing. */
  private String done() {
    list.getState();
    List<String> all = new ArrayList<>();
    List<Object> kept = list.persistenceTestKit().persistedInStorage(ID);
    kept.stream().skip(seen).forEach(event -> all.add(name(event)));
    seen = kept.size();
    all.addAll(imports.asked());
    if (all.stream().anyMatch(done -> done.startsWith("started"))) {
      all.add(name(loaders.receiveMessage()));
    }
    loaders.expectNoMessage(Duration.ZERO);
    return all.isEmpty() ? "-" : String.join(" ", all);
  }

  private static String name(Object message) {
    if (message instanceof ImportQueued queued) {
      return "queued" + queued.importId();
    } else if (message instanceof ImportStarted started) {
      return "started" + started.importId();
    } else if (message instanceof ImportEnded ended) {
      return "ended" + ended.importId();
    } else if (message instanceof LoaderCommand.Load load) {
      assertThat(load.fence()).isEqualTo(new LoadFence(LIST, load.fence().importId(), EPOCH));
      return "load" + load.fence().importId();
    }
    throw new AssertionError("unexpected " + message);
  }
}
