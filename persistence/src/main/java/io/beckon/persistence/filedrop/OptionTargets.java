package io.beckon.persistence.filedrop;

import io.beckon.persistence.list.PostgresMappings;
import io.beckon.persistence.list.PostgresUploadRules;
import io.beckon.persistence.selection.SelectionRuleRows;
import io.beckon.protocol.InvalidField;
import io.beckon.protocol.filedrop.DropWork;
import io.beckon.protocol.list.DataMapping;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.MappingId;
import io.beckon.protocol.tenant.TenantId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the options of a watched place name must be there, and go with what is loaded. */
final class OptionTargets {
  private OptionTargets() {}

  static void check(Handle handle, TenantId tenant, DropWork work) {
    var options = work.optionsOrUsual();
    SelectionRuleRows.hold(handle, tenant, options.selectionRule());
    var split = options.uploadRule();
    if (split != null) {
      var rule = PostgresUploadRules.held(handle, tenant, split);
      if (rule.targets().stream()
          .anyMatch(t -> t.listId().toString().equals(work.contactListId()))) {
        throw new InvalidField(
            "options.uploadRuleId",
            "must be of a rule that does not name contact list "
                + work.contactListId()
                + " itself");
      }
    }
    mapping(handle, tenant, work, options);
  }

  private static void mapping(
      Handle handle, TenantId tenant, DropWork work, ImportOptions options) {
    var own = Optional.ofNullable(options.mapping());
    var named = own.isPresent() ? own : named(handle, tenant, options);
    named.ifPresent(
        mapping -> {
          if (mapping.kind() != work.action().lists()) {
            throw new InvalidField(
                "options.mappingId",
                "is of a mapping for "
                    + mapping.kind()
                    + ", the lists are of "
                    + work.action().lists());
          }
          try {
            options.mapped(mapping);
          } catch (InvalidField e) {
            throw e.within("options");
          }
        });
  }

  private static Optional<DataMapping> named(
      Handle handle, TenantId tenant, ImportOptions options) {
    var id = options.mappingId();
    if (id == null) {
      return Optional.empty();
    }
    Optional<DataMapping> found;
    try {
      found = PostgresMappings.held(handle, tenant, MappingId.parse(id));
    } catch (IllegalArgumentException e) {
      found = Optional.empty();
    }
    if (found.isEmpty()) {
      throw new InvalidField("options.mappingId", "must be of a mapping of your tenant, was " + id);
    }
    return found;
  }
}
