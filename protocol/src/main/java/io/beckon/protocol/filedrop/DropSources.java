package io.beckon.protocol.filedrop;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The watched places that users have named. */
public interface DropSources {
  CompletionStage<DropSourceView> create(TenantId tenant, DropSettings settings);

  CompletionStage<Page<DropSourceView>> page(TenantId tenant, PageRequest page);

  CompletionStage<Optional<DropSourceView>> find(TenantId tenant, String id);

  /** With its secrets, for whoever connects or changes it. */
  CompletionStage<Optional<DropSource>> whole(TenantId tenant, String id);

  /**
   * All settings become those given, secrets too.
   *
   * @param revision the one the change is based on (else 412); empty: whatever it is
   */
  CompletionStage<DropSourceView> change(
      TenantId tenant, String id, DropSettings settings, OptionalLong revision);

  /**
   * @param revision likewise
   */
  CompletionStage<Void> delete(TenantId tenant, String id, OptionalLong revision);

  /** Those of all tenants, with their credentials. */
  CompletionStage<List<DropSource>> all();

  /** All tenants, whose built-in folders are watched. */
  CompletionStage<List<TenantId>> tenants();

  /** Asks for a run as soon as may be, whatever the schedule; again and again is once. */
  CompletionStage<DropSourceView> ask(TenantId tenant, String id);

  /**
   * Keeps how a look ended, unless the source has other settings by now.
   *
   * @param trouble null when it did not fail
   */
  CompletionStage<Void> looked(DropSource source, @Nullable DropTrouble trouble);

  /** Keeps a run; the last few hundred of a source stay. */
  CompletionStage<Void> ran(DropSource source, DropRun run);

  /** Newest first; refuses with 404 a source that is not there. */
  CompletionStage<Page<DropRunView>> runs(TenantId tenant, String id, PageRequest page);
}
