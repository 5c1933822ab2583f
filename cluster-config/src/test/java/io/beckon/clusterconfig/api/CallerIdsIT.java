package io.beckon.clusterconfig.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which number the called see, as the carrier wrote it down. */
class CallerIdsIT {
  private static final String OF_LIST = "+12125550111";
  private static final String OF_GROUP = "+12125550122";
  private static final String OF_TENANT = "+12125550133";

  @Test
  void callsShowTheNumberOfTheirListThenOfTheirGroupThenOfTheTenant() {
    var tenancy = Tenancy.openAtAnyHour(RunningNode.shared(), "showing");
    var change = "{\"callerId\":\"" + OF_TENANT + "\"}";
    assertThat(tenancy.send("PATCH", "/settings", change).statusCode()).isEqualTo(200);
    var own = tenancy.contactList("With a number", Tenancy.numbers(2010, 2));
    var plain = tenancy.contactList("Without", Tenancy.numbers(2020, 2));
    var another = tenancy.contactList("Without either", Tenancy.numbers(2030, 2));
    var shown = "{\"callerId\":\"" + OF_LIST + "\"}";
    assertThat(tenancy.send("PATCH", "/contact-lists/" + own, shown).statusCode()).isEqualTo(200);
    var ofGroup = ",\"callerId\":\"" + OF_GROUP + "\"";

    assertThat(shownBy(tenancy, own, ofGroup)).isEqualTo(OF_LIST);
    assertThat(shownBy(tenancy, plain, ofGroup)).isEqualTo(OF_GROUP);
    assertThat(shownBy(tenancy, another, "")).isEqualTo(OF_TENANT);
  }

  private static String shownBy(Tenancy tenancy, String list, String more) {
    var group = tenancy.voiceGroup(list, 5, "PT0.1S", more);
    tenancy.start(group);
    tenancy.awaitState(group, "COMPLETED");
    assertThat(tenancy.calls(group)).hasSize(2);
    assertThat(tenancy.callerIds(group)).hasSize(1);
    return tenancy.callerIds(group).iterator().next();
  }
}
