package io.beckon.protocol.registry;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A tenant's registries and the files loaded into them. */
public interface Registries {
  CompletionStage<Page<RegistryView>> page(TenantId tenant, PageRequest page);

  CompletionStage<Optional<RegistryView>> find(TenantId tenant, RegistryId id);

  /** Refuses a name the tenant has already (409). */
  CompletionStage<RegistryView> create(Principal who, RegistrySettings settings);

  /** Refuses one that a rule needs (409). */
  CompletionStage<Void> delete(Principal who, RegistryId id);

  /** Newest first. */
  CompletionStage<Page<RegistryVersion>> versions(TenantId tenant, RegistryId id, PageRequest page);

  CompletionStage<Optional<RegistryVersion>> version(TenantId tenant, RegistryId id, int version);

  /**
   * Begins to load a file, which is taken over and removed in the end. Refuses (409) while another
   * load of the registry is not finished, and what can be seen to be wrong before reading (422).
   */
  CompletionStage<RegistryVersion> load(Principal who, RegistryId id, NewLoad load);

  /**
   * A file that came.
   *
   * @param file plain text or gzip: one number a line; see {@code docs/compliance.md}
   * @param dataDate as of when it says who is registered
   * @param tolerate how many lines may hold no number before the whole file is refused
   * @param shrink take a full file though it holds less than half of what is in force
   */
  record NewLoad(
      RegistryVersion.Kind kind,
      LocalDate dataDate,
      String fileName,
      Path file,
      long tolerate,
      boolean shrink) {
    /** 8 GiB: three times the largest registry there is, unpacked. */
    public static final long LARGEST = 8L << 30;

    public NewLoad {
      if (fileName.isBlank() || fileName.length() > 200) {
        throw new IllegalArgumentException("a file name has 1 to 200 characters");
      }
      if (tolerate < 0) {
        throw new IllegalArgumentException("tolerate is 0 or more, was " + tolerate);
      }
    }
  }
}
