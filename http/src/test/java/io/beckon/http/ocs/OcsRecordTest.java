package io.beckon.http.ocs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.beckon.protocol.compliance.CheckRequest;
import io.beckon.protocol.reference.Locator;
import io.beckon.protocol.tenant.TenantId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OcsRecordTest {
  private static final String MIAMI = "+13055550123";

  @Test
  void whatTheListSaysTakesNoRuleOfTheNumbersStateAway() {
    assertThat(request(MIAMI, null).states()).containsExactly("FL");
    assertThat(request(MIAMI, "ny").states()).containsExactlyInAnyOrder("FL", "NY");
  }

  @Test
  void aStateMayBeWrittenOutAndWhatIsNoneSaysNothing() {
    assertThat(request(MIAMI, "New York").states()).containsExactlyInAnyOrder("FL", "NY");
    assertThat(request(MIAMI, "Floridaa").states()).containsExactly("FL");
    assertThat(request("+18005550123", "Floridaa").states()).isEmpty();
  }

  private static CheckRequest request(String phone, @Nullable String state) {
    var fields = JsonNodeFactory.instance.objectNode();
    fields.put("GSW_PHONE", phone).put("GSW_STATE_CODE", state);
    return new OcsRecord(fields).request(TenantId.DEFAULT, "US", Locator.BUNDLED).orElseThrow();
  }
}
