package io.beckon.persistence.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.persistence.list.PostgresContactLists;
import io.beckon.persistence.list.PostgresContacts;
import io.beckon.persistence.list.export.CopySource;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.campaign.GroupStore.GroupRow;
import io.beckon.protocol.campaign.RecordCounts;
import io.beckon.protocol.campaign.RunState;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.dialing.ClaimedRecord;
import io.beckon.protocol.dialing.DialStore.NewAttempt;
import io.beckon.protocol.dialing.DialStore.Release;
import io.beckon.protocol.dialing.NextStep;
import io.beckon.protocol.list.ContactId;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactSearch;
import io.beckon.protocol.list.ContactView;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contacts that are added, changed and removed while a group has their list loaded. */
class ContactChangesIT extends DialRows {
  private static final ContactListId LIST = new ContactListId(1);
  private static final OptionalLong ANY = OptionalLong.empty();

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final PostgresContacts contacts =
      new PostgresContacts(database, new CopySource(database, 1), clock);
  private final PostgresContactLists lists = new PostgresContactLists(database, clock);

  /** The rows of {@link DialRows} have numbers of their own. */
  @BeforeEach
  void numbers() {
    database
        .jdbi()
        .useHandle(
            h -> {
              h.execute("SELECT setval(pg_get_serial_sequence('import', 'import_id'), 10)");
              h.execute("SELECT setval('contact_id_seq', 1000)");
            });
  }

  @Test
  void whoIsRemovedWhileWaitingIsFinal() {
    contact(1, 1, null, "+12125550101", "+12125550102");
    contact(2, 1, null, "+12125550103");
    load(1);
    long epoch = get(store.resume(session(0)));

    get(contacts.remove(TENANT, LIST, new ContactId(1), ANY));

    assertThat(counts()).isEqualTo(new RecordCounts(3, 1, 0, 0, 2, 0));
    assertThat(claim(epoch, 9)).extracting(r -> r.contact().value()).containsExactly(2L);
    assertThat(get(contacts.find(TENANT, LIST, new ContactId(1)))).isEmpty();
  }

  @Test
  void whoIsRemovedWhileClaimedIsNotAuthorisedAndEnds() {
    contact(1, 1, null, "+12125550101", "+12125550102");
    contact(2, 1, null, "+12125550103");
    load(1);
    long epoch = get(store.resume(session(0)));
    List<NewAttempt> attempts = claim(epoch, 2).stream().map(this::attempt).toList();
    var theirs = attempts.stream().filter(a -> a.record().contact().value() == 1).findFirst();

    get(contacts.remove(TENANT, LIST, new ContactId(1), ANY));

    var gone = theirs.orElseThrow();
    assertThat(get(store.authorise(session(0), epoch, attempts))).containsExactly(gone.attempt());
    assertThat(get(queries.find(TENANT, group)).orElseThrow().attempts().total()).isEqualTo(1);
    get(
        store.writeBack(
            session(0), List.of(outcome(gone, null, new NextStep.ReadyAt(NOW, 0, -1, false)))));
    assertThat(counts()).isEqualTo(new RecordCounts(3, 0, 0, 1, 2, 0));
  }

  @Test
  void whoIsRemovedWhileClaimedEndsWithTheRelease() {
    contact(1, 1, null, "+12125550101");
    load(1);
    long epoch = get(store.resume(session(0)));
    ClaimedRecord record = claim(epoch, 1).get(0);

    get(contacts.remove(TENANT, LIST, new ContactId(1), ANY));
    get(
        store.release(
            session(0),
            epoch,
            List.of(new Release(record.record(), new NextStep.ReadyAt(NOW, 0, -1, false)))));

    assertThat(counts()).isEqualTo(new RecordCounts(1, 0, 0, 0, 1, 0));
    assertThat(get(runs.remaining(TENANT, group, run)).waiting()).isFalse();
    assertThat(get(runs.recycle(TENANT, group, List.of(CallResult.CANCEL_RECORD), NOW))).isZero();
  }

  @Test
  void aRemovedDeviceLetsTheNextTakeItsTurn() {
    contact(1, 1, null, "+12125550101", "+12125550102");
    contact(2, 1, null, "+12125550103", "+12125550104");
    load(1);
    long epoch = get(store.resume(session(0)));

    change(1, person("Ann", "+12125550102"));
    assertThat(claim(epoch, 9))
        .extracting(r -> r.device().value())
        .containsExactlyInAnyOrder("+12125550102", "+12125550103");
    change(2, person("Bob", "+12125550104"));
    get(store.resume(session(0)));
    assertThat(get(store.returnOrphans(session(0), epoch + 1, List.of()))).isEqualTo(2);

    assertThat(counts()).isEqualTo(new RecordCounts(4, 2, 0, 0, 2, 0));
    assertThat(claim(epoch + 1, 9))
        .extracting(r -> r.device().value())
        .containsExactlyInAnyOrder("+12125550102", "+12125550104");
  }

  @Test
  void aCorrectedNumberIsDialledInsteadOfTheWrongOne() {
    contact(1, 1, null, "+12125550101");
    load(1);
    long epoch = get(store.resume(session(0)));

    var changed = change(1, person("Ann", "+12125550109"));

    assertThat(changed.firstName()).isEqualTo("Ann");
    assertThat(changed.devices()).extracting(d -> d.value()).containsExactly("+12125550109");
    assertThat(counts()).isEqualTo(new RecordCounts(2, 1, 0, 0, 1, 0));
    assertThat(claim(epoch, 9)).extracting(r -> r.device().value()).containsExactly("+12125550109");
  }

  @Test
  void aChangedClientIdAndZoneHoldForRecordsThatWait() {
    contact(1, 1, "old", "+12125550101");
    load(1);
    long epoch = get(store.resume(session(0)));

    change(1, person("Ann", "+12125550101").client("new"));

    assertThat(claim(epoch, 1)).extracting(ClaimedRecord::clientId).containsExactly("new");
  }

  @Test
  void aSecondDeviceWaitsForItsTurnAndOneOfAFinishedContactStaysOut() {
    contact(1, 1, null, "+12125550101");
    contact(2, 1, null, "+12125550102");
    load(1);
    long epoch = get(store.resume(session(0)));
    change(1, person("Ann", "+12125550101", "+12125550111"));
    assertThat(counts()).isEqualTo(new RecordCounts(3, 2, 1, 0, 0, 0));

    var second = claim(epoch, 9).stream().filter(r -> r.contact().value() == 2).findFirst();
    get(
        store.release(
            session(0),
            epoch,
            List.of(
                new Release(
                    second.orElseThrow().record(), new NextStep.Final(CallResult.ANSWER)))));
    change(2, person("Bob", "+12125550102", "+12125550112"));

    assertThat(counts()).isEqualTo(new RecordCounts(3, 0, 1, 1, 1, 0));
  }

  @Test
  void whoIsAddedJoinsRunsThatGoOnAndNoOthers() {
    contact(1, 1, null, "+12125550101");
    suppress("DEVICE", true, null, "+12125550108");
    load(1);
    long epoch = get(store.resume(session(0)));

    get(contacts.add(TENANT, LIST, person("Ann", "+12125550108", "+12125550109").cooked()));
    assertThat(counts()).isEqualTo(new RecordCounts(3, 2, 0, 0, 0, 1));
    assertThat(claim(epoch, 9))
        .extracting(r -> r.device().value())
        .containsExactlyInAnyOrder("+12125550101", "+12125550109");

    get(
        groups.writeBack(
            new GroupRow(TENANT, group, RunState.COMPLETED, run, 1, settings(), 2, 2)));
    get(contacts.add(TENANT, LIST, person("Bob", "+12125550110").cooked()));
    assertThat(counts().total()).isEqualTo(3);
  }

  @Test
  void aLoadedListStaysAndADeletedOneIsNotTakenOver() {
    contact(1, 1, null, "+12125550101", "+12125550102");
    load(1);
    database
        .jdbi()
        .useHandle(h -> h.execute("UPDATE import SET state = 'CANCELLED' WHERE import_id = 2"));
    refused(() -> get(lists.delete(TENANT, LIST)), 409);
    get(
        groups.writeBack(
            new GroupRow(TENANT, group, RunState.NOT_LOADED, null, 1, settings(), 2, 2)));

    get(lists.delete(TENANT, LIST));

    assertThat(get(lists.find(TENANT, LIST))).isEmpty();
    loadAgain(1, 3);
    assertThat(get(runs.remaining(TENANT, group, run)).waiting()).isFalse();
    assertThat(counts().total()).isZero();
  }

  @Test
  void theListCountsWhatItHolds() {
    var ann = get(contacts.add(TENANT, LIST, person("Ann", "+12125550101").cooked()));
    get(contacts.add(TENANT, LIST, person("Bob", "+12125550102").cooked()));
    assertThat(get(lists.find(TENANT, LIST)).orElseThrow().contacts()).isEqualTo(2);

    get(contacts.remove(TENANT, LIST, ann.id(), OptionalLong.of(ann.revision())));

    assertThat(get(lists.find(TENANT, LIST)).orElseThrow().contacts()).isEqualTo(1);
    refused(() -> get(contacts.remove(TENANT, LIST, ann.id(), ANY)), 404);
  }

  @Test
  void nobodyOverwritesWhatSomebodyElseJustChanged() {
    var ann = get(contacts.add(TENANT, LIST, person("Ann", "+12125550101").cooked()));
    var seen = OptionalLong.of(ann.revision());
    var now =
        get(contacts.change(TENANT, LIST, ann.id(), person("Anna", "+12125550101").cooked(), seen));
    assertThat(now.revision()).isNotEqualTo(ann.revision());

    refused(
        () ->
            get(
                contacts.change(
                    TENANT, LIST, ann.id(), person("Anne", "+12125550101").cooked(), seen)),
        412);
    get(contacts.add(TENANT, LIST, person("Bob", "+12125550102").cooked()));
    refused(() -> change(ann.id().value(), person("Ann", "+12125550102")), 409);
  }

  @Test
  void peopleAreFoundByClientIdDeviceAndTheBeginningOfAName() {
    var ann = get(contacts.add(TENANT, LIST, person("Ann", "+12125550101").client("C-1").cooked()));
    var bob = get(contacts.add(TENANT, LIST, person("Bob", "+12125550102").client("C-2").cooked()));
    var mail = get(contacts.add(TENANT, LIST, person("Annabel", "ann@example.com").cooked()));

    assertThat(found("C-2", null, null, null)).containsExactly(bob.id());
    assertThat(found(null, "(212) 555-0101", null, null)).containsExactly(ann.id());
    assertThat(found(null, "ANN@example.com", null, null)).containsExactly(mail.id());
    assertThat(found(null, null, "ann", null)).containsExactly(ann.id(), mail.id());
    assertThat(found(null, null, "ann l", null)).containsExactly(ann.id(), mail.id());
    assertThat(found(null, null, "le annab", null)).containsExactly(mail.id());
    assertThat(found("C-1", null, "bob", null)).isEmpty();
    assertThat(found(null, null, null, "C-1")).containsExactly(ann.id());
    assertThat(found(null, null, null, "2125550102")).containsExactly(bob.id());
    assertThat(found(null, null, null, "LEE")).containsExactly(ann.id(), bob.id(), mail.id());
    assertThat(found(null, null, null, "nobody")).isEmpty();
  }

  private List<ContactId> found(
      @Nullable String client,
      @Nullable String device,
      @Nullable String name,
      @Nullable String any) {
    var search = new ContactSearch(client, device, name, any);
    return get(contacts.page(TENANT, LIST, search, PageRequest.first())).items().stream()
        .map(ContactView::id)
        .toList();
  }

  private ContactView change(long id, Person person) {
    return get(contacts.change(TENANT, LIST, new ContactId(id), person.cooked(), ANY));
  }

  private static void refused(ThrowingCallable call, int status) {
    assertThatThrownBy(call)
        .rootCause()
        .asInstanceOf(InstanceOfAssertFactories.type(RefusedException.class))
        .satisfies(e -> assertThat(e.refusal().status()).isEqualTo(status));
  }

  private static Person person(String name, String... devices) {
    return new Person(name, Optional.empty(), List.of(devices));
  }

  private record Person(String name, Optional<String> clientId, List<String> devices) {
    Person client(String id) {
      return new Person(name, Optional.of(id), devices);
    }

    CookedContact cooked() {
      return new CookedContact(
          1,
          1,
          clientId.orElse(null),
          name,
          "Lee",
          null,
          null,
          null,
          null,
          null,
          null,
          devices.stream().map(d -> new CookedDevice("devices", d, "US", "NY", EAST)).toList());
    }
  }
}
