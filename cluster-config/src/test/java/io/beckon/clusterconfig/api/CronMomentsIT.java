package io.beckon.clusterconfig.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a cron means, before it is used. */
@Execution(ExecutionMode.CONCURRENT)
class CronMomentsIT {
  private static final Duration DAY = Duration.ofDays(1);
  private static final String ASK = "/schedules/moments?cron=";
  private static Tenancy tenancy;

  @BeforeAll
  static void open() {
    tenancy = Tenancy.openAtAnyHour(RunningNode.shared(), "moments");
  }

  @Test
  void namesTheNextThreeMomentsInTheZoneOfItsHours() {
    var path = ASK + "0+12+*+*+*&timeZone=Asia/Tokyo";
    var answer =
        Tenancy.asAgreed("GET", "/schedules/moments", 200, tenancy.send("GET", path, null));
    var moments = answer.get("moments");
    assertThat(moments).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(moments.get(i).asText()).endsWith("T03:00:00Z");
    }
    assertThat(at(moments.get(1).asText())).isEqualTo(at(moments.get(0).asText()).plus(DAY));
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  @Test
  void refusesWhatNamesNone() {
    assertThat(tenancy.send("GET", ASK + "0+12+*", null).statusCode()).isEqualTo(422);
    assertThat(tenancy.send("GET", ASK + "0+0+30+2+*", null).body()).contains("INVALID_CRON");
    var zone = tenancy.send("GET", ASK + "0+12+*+*+*&timeZone=Mars/Base", null);
    assertThat(zone.body()).contains("\"field\":\"timeZone\"");
  }
}
