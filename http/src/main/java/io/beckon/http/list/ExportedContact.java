package io.beckon.http.list;

import io.beckon.http.Json;
import io.beckon.protocol.list.ContactCook;
import io.beckon.protocol.list.ContactView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A contact as a line of an exported file, which an import reads again. */
final class ExportedContact {
  static final List<String> COLUMNS =
      Stream.of(
              Stream.of(
                  "client id",
                  "first name",
                  "last name",
                  "company",
                  "time zone",
                  "postal code",
                  "state",
                  "country"),
              IntStream.rangeClosed(1, ContactCook.MOST_DEVICES).mapToObj(n -> "phone" + n),
              Stream.of("email", "other"))
          .flatMap(s -> s)
          .toList();

  private ExportedContact() {}

  static List<@Nullable String> fields(ContactView contact) {
    List<@Nullable String> fields = new ArrayList<>(COLUMNS.size());
    fields.add(contact.clientId());
    fields.add(contact.firstName());
    fields.add(contact.lastName());
    fields.add(contact.company());
    fields.add(contact.timeZone());
    fields.add(contact.postalCode());
    fields.add(contact.state());
    fields.add(contact.country());
    var devices = contact.devices().stream().map(ContactView.DeviceView::value).toList();
    var phones = devices.stream().filter(d -> d.startsWith("+")).toList();
    for (int i = 0; i < ContactCook.MOST_DEVICES; i++) {
      fields.add(i < phones.size() ? phones.get(i) : null);
    }
    fields.add(devices.stream().filter(d -> !d.startsWith("+")).findFirst().orElse(null));
    fields.add(
        contact.other().isEmpty()
            ? null
            : new String(Json.write(contact.other()), StandardCharsets.UTF_8));
    return fields;
  }
}
