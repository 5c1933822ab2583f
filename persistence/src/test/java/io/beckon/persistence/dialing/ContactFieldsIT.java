package io.beckon.persistence.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.list.ContactId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContactFieldsIT extends DialRows {
  @Test
  void everyContactHasEveryFieldThatWasAskedForThoughItBeEmpty() {
    contact(1, 1, "c1", "+12125550101");
    contact(2, 1, null, "+12125550102");
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "UPDATE contact SET postal_code = '10001', other = '{\"it''s due\": \"7\"}'"
                        + " WHERE contact_id = 1"));
    load(1);
    var claimed = claim(get(store.resume(session(0))), 10);

    var fields =
        get(store.contactFields(session(0), claimed, Set.of("postalCode", "clientId", "it's due")));

    assertThat(fields)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                new ContactId(1),
                Map.of("postalCode", "10001", "clientId", "c1", "it's due", "7"),
                new ContactId(2),
                Map.of("postalCode", "", "clientId", "", "it's due", "")));
  }
}
