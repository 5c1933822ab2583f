package io.beckon.protocol.selection;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactView;
import io.beckon.protocol.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Selection rules as PostgreSQL keeps them. */
public interface SelectionRules {
  /** Contacts shown as examples of a try. */
  int EXAMPLES = 10;

  /**
   * What a rule selects of a list or of samples.
   *
   * @param contacts looked at
   * @param matched selected, with at least one device
   * @param examples the first selected, with their selected devices only
   * @param unjudged what a custom expression could not be evaluated for; null when nothing
   */
  record Tried(
      long contacts, long matched, List<ContactView> examples, @Nullable Unjudged unjudged) {
    public Tried {
      examples = List.copyOf(examples);
    }
  }

  /** Refuses a name the tenant has already (409). */
  CompletionStage<SelectionRuleView> create(TenantId tenant, SelectionRule rule);

  CompletionStage<Optional<SelectionRuleView>> find(TenantId tenant, SelectionRuleId id);

  /** In the order they were made. */
  CompletionStage<Page<SelectionRuleView>> page(TenantId tenant, PageRequest page);

  /**
   * Imports that have begun keep the rule as it was; groups take the new one with their next load.
   *
   * @param revision the one the change is based on (else 412); empty: whatever it is
   */
  CompletionStage<SelectionRuleView> change(
      TenantId tenant, SelectionRuleId id, SelectionRule rule, OptionalLong revision);

  /** Refused (409) while a campaign group names it. */
  CompletionStage<Void> delete(TenantId tenant, SelectionRuleId id);

  /** Tries a rule on what is on a list now. */
  CompletionStage<Tried> tryOn(TenantId tenant, SelectionRule rule, ContactListId list);
}
