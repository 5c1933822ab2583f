package io.beckon.persistence.compliance;

import static io.beckon.persistence.compliance.CheckedStore.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import akka.util.ByteString;
import com.typesafe.config.ConfigFactory;
import io.beckon.persistence.Database;
import io.beckon.persistence.SecretBox;
import io.beckon.persistence.TestPostgres;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.compliance.CampaignTerms;
import io.beckon.protocol.compliance.CheckRequest;
import io.beckon.protocol.compliance.DecisionId;
import io.beckon.protocol.compliance.Decisions.Decision;
import io.beckon.protocol.compliance.Denial;
import io.beckon.protocol.compliance.Evidence.Code;
import io.beckon.protocol.compliance.Evidence.Problem;
import io.beckon.protocol.compliance.Evidence.State;
import io.beckon.protocol.compliance.Evidence.Verification;
import io.beckon.protocol.compliance.RuleRef;
import io.beckon.protocol.compliance.RuleType;
import io.beckon.protocol.compliance.Verdict;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever changes evidence is found. Each test has a tenant of its own. */
class EvidenceIT {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456Z");
  private static final Device DEVICE = new Device("+12015550147");
  private static final SecretBox BOX = SecretBox.ofEvidence("of the test");

  private static Database database;
  private static ActorSystem<?> system;
  private static int count;

  private TenantId tenant = TenantId.DEFAULT;
  private PostgresDecisions decisions;
  private PostgresEvidence evidence;

  @BeforeAll
  static void start() {
    database = TestPostgres.freshDatabase();
    system =
        ActorSystem.create(
            Behaviors.empty(),
            "evidence",
            ConfigFactory.parseString("akka.actor.provider = local")
                .withFallback(ConfigFactory.defaultReferenceUnresolved())
                .resolve());
  }

  @AfterAll
  static void stop() {
    system.terminate();
  }

  @BeforeEach
  void tenant() {
    tenant = new TenantId("t" + ++count);
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "INSERT INTO tenant (tenant_id, name, country, hmac_key, created_at)"
                        + " VALUES (?, ?, 'US', 'key', now())",
                    tenant.value(),
                    tenant.value()));
    decisions = new PostgresDecisions(database, Duration.ofMillis(10));
    evidence = new PostgresEvidence(database, keys(BOX));
  }

  private static EvidenceKeys keys(SecretBox box) {
    return new EvidenceKeys(box, Clock.systemUTC());
  }

  private void close(Instant now) {
    var closing = new EvidenceClosing(database, keys(BOX), Clock.fixed(now, ZoneOffset.UTC));
    while (await(closing.step())) {
      Thread.onSpinWait();
    }
  }

  private void keep(int rows) {
    for (int i = 0; i < rows; i++) {
      await(decisions.keep(List.of(decision(NOON.plusSeconds(i), i % 2 == 0 ? null : denied()))));
    }
  }

  /** Seven rows of two writers on a closed day. */
  private void closedDay() {
    keep(4);
    decisions = new PostgresDecisions(database);
    keep(3);
    close(Instant.parse("2026-11-21T00:10:01Z"));
  }

  @Test
  void aDayThatNobodyTouchedIsVerified() {
    closedDay();
    var verified = verify();
    assertThat(verified.problems()).isEmpty();
    assertThat(verified.state()).isEqualTo(State.VERIFIED);
    assertThat(verified.decisions()).isEqualTo(7);
    assertThat(verified.chains()).isEqualTo(2);
    assertThat(await(evidence.roots(tenant, PageRequest.first())).items())
        .singleElement()
        .isEqualTo(verified.root());
    assertThat(await(evidence.verify(tenant, DAY, verified.root().signed())).state())
        .isEqualTo(State.VERIFIED);
  }

  @Test
  void whatIsNotClosedIsOpenAndChecked() {
    keep(3);
    assertThat(verify().state()).isEqualTo(State.OPEN);
    close(Instant.parse("2026-11-21T00:09:59Z"));
    assertThat(verify().root()).as("ten minutes of grace").isNull();
    tamper("DELETE FROM decision WHERE tenant_id = ? AND seq = 3");
    assertThat(codes()).containsExactly(Code.CUT);
  }

  @Test
  void theApplicationCannotChangeAnything() {
    closedDay();
    for (var sql :
        List.of(
            "UPDATE decision SET allowed = true",
            "DELETE FROM decision",
            "DELETE FROM decision_202611",
            "TRUNCATE decision",
            "TRUNCATE decision_202611",
            "UPDATE evidence_root SET statement = ''",
            "DELETE FROM evidence_root",
            "TRUNCATE evidence_root",
            "UPDATE evidence_chain SET length = length - 1",
            "DELETE FROM evidence_chain",
            "TRUNCATE evidence_chain")) {
      assertThatThrownBy(() -> database.jdbi().useHandle(h -> h.execute(sql)))
          .as(sql)
          .cause()
          .hasMessageMatching("(?s).*(append-only|only grows|is closed).*");
    }
    assertThat(verify().state()).isEqualTo(State.VERIFIED);
  }

  @Test
  void nothingIsAddedToAClosedDay() {
    closedDay();
    assertThatThrownBy(() -> keep(1)).hasStackTraceContaining("is closed");
    assertThat(verify().state()).isEqualTo(State.VERIFIED);
  }

  @Test
  void everyFieldOfARowCounts() {
    closedDay();
    for (var change :
        List.of(
            "allowed = NOT allowed",
            "at = at + interval '1 microsecond'",
            "attempt_id = gen_random_uuid()",
            "group_id = 4",
            "channel = 'SMS'",
            "device_hmac = '\\x00'",
            "uncertain = true",
            "times = 2",
            "rule_set = 8",
            "reason = reason || '!'",
            "rule_id = '10'",
            "rule_version = 5",
            "call_result = 51",
            "allowed_from = allowed_from + interval '1 second'",
            "inputs = replace(inputs, 'FL', 'NY')")) {
      var problem =
          inTamperedWorld("UPDATE decision SET " + change + " WHERE tenant_id = ? AND seq = 2");
      assertThat(problem).as(change).hasSize(2).allMatch(p -> p.code() == Code.CHANGED);
      assertThat(problem).allMatch(p -> Long.valueOf(2).equals(p.seq()));
    }
  }

  @Test
  void aRowThatIsGoneIsMissed() {
    closedDay();
    assertThat(codesAfter("DELETE FROM decision WHERE tenant_id = ? AND seq = 1"))
        .contains(Code.MISSING);
    assertThat(codesAfter("DELETE FROM decision WHERE tenant_id = ? AND seq = 2"))
        .contains(Code.MISSING);
    assertThat(
            codesAfter(
                "DELETE FROM decision WHERE tenant_id = ? AND seq ="
                    + " (SELECT length FROM evidence_chain c WHERE c.writer = decision.writer)"))
        .contains(Code.CUT, Code.ROOT_DIFFERS);
    assertThat(codesAfter("DELETE FROM decision WHERE tenant_id = ?"))
        .contains(Code.CUT, Code.ROOT_DIFFERS);
  }

  @Test
  void aRowThatCameLaterIsFound() {
    closedDay();
    var copy =
        "INSERT INTO decision SELECT gen_random_uuid(), tenant_id, day, %s, at, attempt_id,"
            + " group_id, channel, device_hmac, allowed, uncertain, times, until, rule_set,"
            + " rule_id, rule_type, rule_version, reason, call_result, allowed_from, inputs"
            + " FROM decision WHERE tenant_id = ? AND seq = 1 LIMIT 1";
    assertThat(codesAfter(copy.formatted("writer, 9, hash")))
        .contains(Code.MISSING, Code.ADDED, Code.ROOT_DIFFERS);
    assertThat(codesAfter(copy.formatted("gen_random_uuid(), 1, hash")))
        .contains(Code.ADDED, Code.CHANGED, Code.ROOT_DIFFERS);
  }

  @Test
  void anotherOrderIsFound() {
    closedDay();
    assertThat(
            codesAfter(
                "UPDATE decision SET seq = CASE seq WHEN 2 THEN 13 ELSE 12 END"
                    + " WHERE tenant_id = ? AND seq IN (2, 3)",
                "UPDATE decision SET seq = seq - 10 WHERE tenant_id = ? AND seq > 10"))
        .contains(Code.CHANGED);
  }

  @Test
  void aWholeChainThatWasWrittenAnewIsFoundByTheRoot() {
    closedDay();
    database
        .jdbi()
        .useTransaction(
            h -> {
              h.execute("SET session_replication_role = replica");
              writeAnew(h);
              h.execute("SET session_replication_role = DEFAULT");
            });
    assertThat(codes()).as("each row fits the one before").containsExactly(Code.ROOT_DIFFERS);
  }

  /** With all that is known to whoever has the database: the code, but not the secret. */
  private void writeAnew(Handle handle) {
    for (var chain : EvidenceRows.chains(handle, tenant.value(), DAY)) {
      handle.execute(
          "UPDATE decision SET allowed = true WHERE tenant_id = ? AND writer = ?",
          tenant.value(),
          chain.writer());
      byte[] hash = EvidenceLine.start(tenant.value(), DAY, chain.writer());
      for (var row : EvidenceRows.rows(handle, tenant.value(), DAY, chain.writer(), 0)) {
        hash = EvidenceLine.next(hash, row.text());
        handle.execute(
            "UPDATE decision SET hash = ? WHERE writer = ? AND seq = ?",
            hash,
            chain.writer(),
            row.seq());
      }
      handle.execute("UPDATE evidence_chain SET head = ? WHERE writer = ?", hash, chain.writer());
    }
  }

  @Test
  void aRootThatSomebodyElseSignedIsNotBelieved() {
    closedDay();
    var own = verify().root().signed();
    var forger = keys(SecretBox.ofEvidence("of somebody else"));
    var forged = database.jdbi().inTransaction(h -> forger.sign(h, own.statement()));
    database
        .jdbi()
        .useTransaction(
            h -> {
              h.execute("SET session_replication_role = replica");
              h.execute(
                  "UPDATE evidence_root SET signature = ?, key_id = ? WHERE tenant_id = ?",
                  java.util.Base64.getDecoder().decode(forged.signature()),
                  forged.keyId(),
                  tenant.value());
              h.execute("SET session_replication_role = DEFAULT");
            });
    assertThat(codes()).containsExactly(Code.BAD_SIGNATURE);
    assertThat(await(evidence.verify(tenant, DAY, own)).problems())
        .extracting(Problem::code)
        .contains(Code.BAD_SIGNATURE);
    assertThat(await(evidence.keys())).noneMatch(key -> key.id().equals(forged.keyId()));
  }

  @Test
  void aDayThatIsGoneWithItsRootIsMissed() {
    keep(2);
    await(decisions.keep(List.of(decision(NOON.plus(Duration.ofDays(2)), null))));
    close(Instant.parse("2026-11-23T01:00:00Z"));
    assertThat(await(evidence.roots(tenant, PageRequest.first())).items())
        .as("a day without decisions has a root too")
        .hasSize(3);
    var kept = verify(DAY.plusDays(1)).root().signed();
    tamper("DELETE FROM evidence_root WHERE tenant_id = ? AND day = '2026-11-21'");
    assertThat(verify(DAY.plusDays(1)).problems()).extracting(Problem::code).contains(Code.NO_ROOT);
    assertThat(verify(DAY.plusDays(2)).problems()).extracting(Problem::code).contains(Code.NO_ROOT);
    assertThat(await(evidence.verify(tenant, DAY.plusDays(1), kept)).state())
        .isEqualTo(State.BROKEN);
  }

  @Test
  void whatCouldNotBeCheckedIsKeptAsOneRowForMany() {
    var denial =
        new Denial(
            new RuleRef("redis-away", RuleType.SYSTEM, 1),
            "Redis did not answer.",
            CallResult.CANCEL_RECORD,
            null,
            true);
    decisions = new PostgresDecisions(database, Duration.ofMillis(300));
    for (int i = 0; i < 500; i++) {
      decisions.doubt(decision(NOON.plusSeconds(i), denial));
    }
    var rows =
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .until(
                () ->
                    await(
                            decisions.page(
                                tenant,
                                new io.beckon.protocol.compliance.Decisions.Query(
                                    null, null, null, null),
                                PageRequest.first()))
                        .items(),
                items -> items.stream().mapToInt(d -> d.attempts()).sum() == 500);
    assertThat(rows.size()).isLessThan(5);
    assertThat(rows).allMatch(d -> d.attemptId() == null && d.uncertain() && !d.allowed());
    assertThat(verify().state()).isEqualTo(State.OPEN);
  }

  @Test
  void anExportIsCheckedWithoutBeckon(@TempDir Path folder) throws Exception {
    closedDay();
    Path file = folder.resolve("evidence.txt");
    Files.writeString(file, export());
    Path key = folder.resolve("key.pem");
    Files.writeString(key, await(evidence.keys()).get(0).key());

    assertThat(offline(file, "--key", key.toString())).contains("7 rows").endsWith("OK\n0");
    for (var change :
        List.of(
            List.of("true", "false"),
            List.of("\nrow ", "\nrow 00"),
            List.of("2026-11-20T12:00:02", "2026-11-20T12:00:03"))) {
      Path changed = folder.resolve("changed.txt");
      Files.writeString(changed, export().replaceFirst(change.get(0), change.get(1)));
      assertThat(offline(changed, "--key", key.toString()))
          .contains("PROBLEM")
          .endsWith("NOT OK\n1");
    }
  }

  private String export() {
    return await(
            evidence
                .export(tenant, DAY)
                .runFold(ByteString.emptyByteString(), ByteString::concat, system))
        .utf8String();
  }

  private static String offline(Path file, String... more)
      throws IOException, InterruptedException {
    var root = Path.of("").toAbsolutePath();
    var command =
        new ArrayList<>(
            List.of(
                "java",
                root.resolveSibling("bin/VerifyEvidence.java").toString(),
                file.toString()));
    command.addAll(List.of(more));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes());
    process.waitFor(60, TimeUnit.SECONDS);
    return said + process.exitValue();
  }

  private Decision decision(Instant at, @Nullable Denial denial) {
    var terms = new CampaignTerms(null, Channel.VOICE, List.of(), List.of("9"), null, 10);
    var zones = new ZoneKey("America/New_York");
    var request =
        new CheckRequest(
            AttemptId.create(),
            DEVICE,
            "c-1",
            zones,
            zones,
            "US",
            Set.of("FL"),
            1,
            "+12015550100",
            Map.of("postalCode", "33101"));
    var verdict = new Verdict(request.attempt(), DecisionId.create(), at, denial);
    return new Decision(tenant, terms, request, false, 7, verdict);
  }

  private static Denial denied() {
    return new Denial(
        new RuleRef("9", RuleType.ATTEMPT, 4),
        "There have been 3 of 3.",
        CallResult.CANCEL_RECORD,
        NOON.plusSeconds(3600),
        false);
  }

  private Verification verify() {
    return verify(DAY);
  }

  private Verification verify(LocalDate day) {
    return await(evidence.verify(tenant, day, null));
  }

  private List<Code> codes() {
    return verify().problems().stream().map(Problem::code).toList();
  }

  private List<Code> codesAfter(String... sql) {
    return inTamperedWorld(sql).stream().map(Problem::code).toList();
  }

  /** What a superuser can do; triggers do not hold him up. */
  private void tamper(String... sql) {
    database.jdbi().useTransaction(h -> tamper(h, sql));
  }

  private void tamper(Handle handle, String... sql) {
    handle.execute("SET LOCAL session_replication_role = replica");
    for (String statement : sql) {
      handle.execute(statement, tenant.value());
    }
  }

  /** What is found then; afterwards all is as it was. */
  private List<Problem> inTamperedWorld(String... sql) {
    return database
        .jdbi()
        .withHandle(
            h -> {
              h.begin();
              try {
                tamper(h, sql);
                return evidence.verified(h, tenant.value(), DAY, null).problems();
              } finally {
                h.rollback();
              }
            });
  }
}
