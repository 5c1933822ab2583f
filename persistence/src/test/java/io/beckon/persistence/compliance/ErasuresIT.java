package io.beckon.persistence.compliance;

import static io.beckon.persistence.compliance.CheckedStore.ADMIN;
import static io.beckon.persistence.compliance.CheckedStore.TENANT;
import static io.beckon.persistence.compliance.CheckedStore.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.persistence.TestRedis;
import io.beckon.persistence.list.PostgresContactLists;
import io.beckon.persistence.list.PostgresContacts;
import io.beckon.persistence.list.export.CopySource;
import io.beckon.protocol.InvalidField;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.compliance.Erasures.Erased;
import io.beckon.protocol.compliance.Erasures.Wish;
import io.beckon.protocol.compliance.PlacementGuard.Answer;
import io.beckon.protocol.compliance.PlacementGuard.Placement;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactListSettings;
import io.beckon.protocol.list.ContactSearch;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.suppression.SuppressionEntries.NewEntry;
import io.beckon.protocol.suppression.SuppressionListSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People who are forgotten, on a real PostgreSQL and Redis. */
class ErasuresIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String NUMBER = "+12125550101";
  private static final String MAIL = "ann@example.com";

  private final CheckedStore store = CheckedStore.fresh(TestRedis.freshUri());
  private final PostgresErasures erasures = new PostgresErasures(store.outbox, Clock.systemUTC());
  private final PostgresContactLists lists =
      new PostgresContactLists(store.database, Clock.systemUTC());
  private final PostgresContacts contacts =
      new PostgresContacts(store.database, new CopySource(store.database, 1), Clock.systemUTC());

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void nothingIsLeftOfThemButMarks() {
    var one = list("one");
    var two = list("two");
    add(one, "C-1", NUMBER, MAIL);
    add(two, null, NUMBER);
    add(two, "C-2", "+12125550102");
    attempt(one, NUMBER, "C-1");
    attempt(one, "+12125550102", "C-2");
    suppress(NUMBER);

    var erased = await(erasures.erase(ADMIN, new Wish("(212) 555-0101", null, "asked by letter")));

    assertThat(erased).isEqualTo(new Erased(2, 0, 1, 1));
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(tablesWith("2125550101")).isEmpty());
    Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(tablesWith(MAIL)).isEmpty());
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(tablesWith("C-1")).isEmpty());
    assertThat(tablesWith("2125550102")).isNotEmpty();
    assertThat(await(lists.find(TENANT, two)).orElseThrow().contacts()).isEqualTo(1);
    var rules = await(store.ruleSets.atLeast(TENANT, 1));
    assertThat(rules.erased().has(new Device(NUMBER))).isTrue();
    assertThat(rules.erased().has(new Device(MAIL))).isTrue();
    assertThat(rules.erased().hasClient("C-1")).isTrue();
    assertThat(rules.erased().has(new Device("+12125550102"))).isFalse();
  }

  /** What an attempt says can still be compared with its decision. */
  @Test
  void theMarkOfAnAttemptIsThatOfItsDecision() {
    var one = list("one");
    add(one, null, NUMBER);
    attempt(one, NUMBER, null);

    await(erasures.erase(ADMIN, new Wish(NUMBER, null, "asked")));

    boolean same =
        store
            .database
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery("SELECT device = 'erased-' || encode(?, 'hex') FROM attempt")
                        .bind(0, DeviceHmac.read(h, TENANT).of(new Device(NUMBER)))
                        .mapTo(Boolean.class)
                        .one());
    assertThat(same).isTrue();
  }

  @Test
  void byClientIdAllTheirDevicesGo() {
    var one = list("one");
    add(one, "C-1", NUMBER, MAIL);

    assertThat(await(erasures.erase(ADMIN, new Wish(null, "C-1", "asked"))).contacts())
        .isEqualTo(1);

    assertThat(await(store.ruleSets.atLeast(TENANT, 1)).erased().has(new Device(MAIL))).isTrue();
    assertThat(await(erasures.erase(ADMIN, new Wish(null, "C-1", "again"))).contacts()).isZero();
  }

  @Test
  void whatWasAllowedBeforeIsNotPlacedAfterwards() {
    var one = list("one");
    add(one, "C-1", NUMBER);
    var allowed = placement(NUMBER, null);
    assertThat(await(store.guard.look(allowed))).isEqualTo(Answer.PLACE);

    await(erasures.erase(ADMIN, new Wish(NUMBER, null, "asked")));

    assertThat(await(store.guard.look(allowed))).isEqualTo(Answer.SUPPRESSED);
    var other = "+12125550109";
    assertThat(await(store.guard.look(placement(other, "C-1")))).isEqualTo(Answer.SUPPRESSED);
    assertThat(await(store.guard.look(placement(other, "C-2")))).isEqualTo(Answer.PLACE);
  }

  private static Placement placement(String device, @Nullable String clientId) {
    return new Placement(
        TENANT, new GroupId(1), new Device(device), clientId, Channel.VOICE, List.of());
  }

  @Test
  void theyCannotBeAddedAgain() {
    var one = list("one");
    add(one, null, NUMBER);
    await(erasures.erase(ADMIN, new Wish(NUMBER, null, "asked")));

    assertThatThrownBy(() -> add(one, null, NUMBER))
        .rootCause()
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.refusal().code()).isEqualTo("ERASED"));
    add(one, null, "+12125550102");
  }

  @Test
  void anotherTenantKeepsThem() {
    store
        .database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "INSERT INTO ocs_reservation VALUES ('other', gen_random_uuid(), ?, NULL,"
                        + " 'VOICE', now())",
                    NUMBER));

    await(erasures.erase(ADMIN, new Wish(NUMBER, null, "asked")));

    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(tablesWith("2125550101")).containsExactly("ocs_reservation"));
  }

  @Test
  void aWishThatIsUnclearIsRefused() {
    assertThatThrownBy(() -> new Wish(NUMBER, "C-1", "x")).isInstanceOf(InvalidField.class);
    assertThatThrownBy(() -> new Wish(NUMBER, null, " ")).isInstanceOf(InvalidField.class);
    assertThatThrownBy(() -> await(erasures.erase(ADMIN, new Wish("555", null, "x"))))
        .rootCause()
        .isInstanceOf(InvalidField.class);
  }

  private ContactListId list(String name) {
    return await(lists.create(TENANT, ContactListSettings.named(name))).id();
  }

  private void add(ContactListId list, @Nullable String client, String... devices) {
    var cooked =
        Stream.of(devices)
            .map(d -> new CookedDevice("devices", d, null, null, ZoneKey.UNKNOWN))
            .toList();
    await(
        contacts.add(
            TENANT,
            list,
            new CookedContact(
                1, 1, client, "Ann", null, null, null, null, null, null, null, cooked)));
  }

  private void attempt(ContactListId list, String device, @Nullable String client) {
    var search = new ContactSearch(null, device, null, null);
    var contact = await(contacts.page(TENANT, list, search, PageRequest.first())).items();
    store
        .database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "INSERT INTO attempt (attempt_id, tenant_id, group_id, run_id, record_id,"
                        + " list_id, contact_id, client_id, device, channel, decision_id, node,"
                        + " authorised_at) VALUES (gen_random_uuid(), 'acme', 1, 1, 1, ?, ?, ?, ?,"
                        + " 'VOICE', gen_random_uuid(), 'n', now())",
                    list.value(),
                    contact.isEmpty() ? 1 : contact.get(0).id().value(),
                    client,
                    device));
  }

  private void suppress(String value) {
    var list = await(store.lists.create(TENANT, SuppressionListSettings.requiredDevices("never")));
    await(store.entries.add(TENANT, list.id(), List.of(new NewEntry(value, null, null, null))));
  }

  private List<String> tablesWith(String text) {
    return store
        .database
        .jdbi()
        .withHandle(
            h ->
                h
                    .createQuery(
                        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
                    .mapTo(String.class)
                    .list()
                    .stream()
                    .filter(table -> !isParent(h, table) && holds(h, table, text))
                    .toList());
  }

  private static boolean isParent(Handle handle, String table) {
    return table.matches("contact|device|dial_record");
  }

  private static boolean holds(Handle handle, String table, String text) {
    return handle
        .createQuery("SELECT EXISTS (SELECT FROM <t> x WHERE x::text LIKE :text)")
        .define("t", table)
        .bind("text", "%" + text + "%")
        .mapTo(Boolean.class)
        .one();
  }
}
