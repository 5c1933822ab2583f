package io.beckon.protocol.list;

import io.beckon.protocol.InvalidField;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the fields of a contact list are called where people see them.
 *
 * @param name 1 to 100 characters, unique within the tenant
 * @param labels 1 to 500, by field: {@code clientId}, {@code firstName} and so on as mappings call
 *     them, or the name that another column is kept under, such as {@code Other1}; each label has 1
 *     to 100 characters and is given once
 */
public record LabelSchema(String name, Map<String, String> labels) {
  private static final int MOST = 500;
  private static final int LONGEST_FIELD = 200;
  private static final int LONGEST = 100;

  public LabelSchema {
    name = name.strip();
    if (name.isEmpty() || name.length() > LONGEST) {
      throw new InvalidField("name", "has 1 to 100 characters");
    }
    labels = checked(labels);
  }

  private static Map<String, String> checked(Map<String, String> labels) {
    Map<String, String> checked = new TreeMap<>();
    Map<String, String> fields = new HashMap<>();
    labels.forEach(
        (given, text) -> {
          if (text == null) {
            return; // taken away by a merge patch
          }
          var field = given.strip();
          var label = text.strip();
          refuse(field.isEmpty() || field.length() > LONGEST_FIELD, given, "is no field");
          refuse(
              label.isEmpty() || label.length() > LONGEST || hasControl(label),
              given,
              "has 1 to 100 characters, none of them control characters");
          var other = fields.putIfAbsent(label, field);
          refuse(other != null, given, "is " + label + ", and so is that of " + other);
          refuse(checked.put(field, label) != null, given, "is given twice");
        });
    if (checked.isEmpty() || checked.size() > MOST) {
      throw new InvalidField("labels", "are 1 to " + MOST + ", were " + checked.size());
    }
    return Collections.unmodifiableMap(checked);
  }

  private static boolean hasControl(String label) {
    return label.chars().anyMatch(Character::isISOControl);
  }

  private static void refuse(boolean wrong, String field, String why) {
    if (wrong) {
      throw new InvalidField("labels." + field.strip(), why);
    }
  }
}
