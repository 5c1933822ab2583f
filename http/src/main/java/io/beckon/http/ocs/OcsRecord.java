package io.beckon.http.ocs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beckon.protocol.compliance.CheckRequest;
import io.beckon.protocol.compliance.LocationRule;
import io.beckon.protocol.device.DeviceFacts;
import io.beckon.protocol.device.PhoneNumbers;
import io.beckon.protocol.device.PhoneReading;
import io.beckon.protocol.device.States;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.device.Zones;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.reference.Locator;
import io.beckon.protocol.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One record as an OCS sends it: a flat JSON object of {@code GSW_…} and the customer's fields. */
record OcsRecord(ObjectNode fields) {
  /** Shown by the OCS itself; not ours to judge. */
  private static final String CALLER_ID_OF_THE_OCS = "of the OCS";

  private static final Pattern POSTAL_CODE = Pattern.compile("(?i)(postal[_ ]?code|zip)");
  private static final int LONGEST = 500;
  private static final int MOST = 500;

  Optional<String> tenantName() {
    return Optional.ofNullable(text("GSW_TENANT_NAME"));
  }

  /** Empty when there is no number that could be dialled. */
  Optional<CheckRequest> request(TenantId tenant, String country, Locator locator) {
    String phone = text("GSW_PHONE");
    if (phone == null
        || !(PhoneNumbers.parse(phone, country) instanceof PhoneReading.Dialable dialable)) {
      return Optional.empty();
    }
    DeviceFacts facts = locator.number(dialable.facts());
    ZoneKey given = zone();
    String state = text("GSW_STATE_CODE");
    var contact =
        new Locator.Whereabouts(
                given.isUnknown() ? null : given.value(), facts.country(), null, state)
            .usually(country);
    return Optional.of(
        new CheckRequest(
            attempt(tenant),
            facts.device(),
            text("GSW_CUSTOMER_ID"),
            locator.zones(facts.device().value(), facts.zones(), contact),
            given,
            facts.country(),
            (facts.state() == null ? Stream.<String>empty() : Stream.of(facts.state(), state))
                .map(s -> States.code(facts.country(), s))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()),
            0,
            CALLER_ID_OF_THE_OCS,
            values()));
  }

  /** All it sent, as rules name fields of contacts; texts longer than any such field are not. */
  private Map<String, String> values() {
    Map<String, String> values = new HashMap<>();
    fields
        .properties()
        .forEach(
            field -> {
              String value = text(field.getKey());
              if (value != null && value.length() <= LONGEST && values.size() < MOST) {
                values.put(
                    POSTAL_CODE.matcher(field.getKey()).matches()
                        ? LocationRule.POSTAL_CODE
                        : field.getKey(),
                    value);
              }
            });
    return values;
  }

  /** The same GUID is the same attempt, on whichever node it is asked about. */
  private AttemptId attempt(TenantId tenant) {
    String guid = text("GSW_CALL_ATTEMPT_GUID");
    if (guid == null) {
      return AttemptId.create();
    }
    return new AttemptId(
        UUID.nameUUIDFromBytes((tenant + "|" + guid).getBytes(StandardCharsets.UTF_8)));
  }

  private ZoneKey zone() {
    String name = text("GSW_TZ_NAME");
    return name != null && Zones.isZone(name) ? new ZoneKey(name) : ZoneKey.UNKNOWN;
  }

  private @Nullable String text(String field) {
    JsonNode value = fields.get(field);
    String text = value == null || value.isNull() ? "" : value.asText().strip();
    return text.isEmpty() ? null : text;
  }
}
