package io.beckon.protocol.campaign;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.selection.SelectionRuleId;
import org.jspecify.annotations.Nullable;

/**
 * A contact list in a group.
 *
 * @param weight its share against the others', 1 to 1000; default 10
 * @param selectionRuleId of contacts that are loaded; null: all are
 */
public record WeightedList(
    ContactListId id,
    int weight,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SelectionRuleId selectionRuleId) {
  public WeightedList(ContactListId id, int weight) {
    this(id, weight, null);
  }

  public WeightedList {
    Checks.that(weight >= 1 && weight <= 1000, "lists.weight", "must be 1 to 1000, was " + weight);
  }

  @JsonCreator
  static WeightedList read(
      @JsonProperty(value = "id", required = true) ContactListId id,
      @JsonProperty("weight") @Nullable Integer weight,
      @JsonProperty("selectionRuleId") @Nullable SelectionRuleId selectionRuleId) {
    Checks.that(id != null, "lists.id", "is missing");
    return new WeightedList(id, weight == null ? 10 : weight, selectionRuleId);
  }
}
