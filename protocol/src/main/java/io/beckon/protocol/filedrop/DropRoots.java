package io.beckon.protocol.filedrop;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.tenant.TenantId;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where on a node's own disks a tenant's files may be taken from and written to: below its own
 * folder, and where the operator allows it.
 *
 * @param drops of the built-in folders; a tenant's own is the one in it that has the tenant's id
 * @param others absolute paths; <code>{tenant}</code> in one stands for the tenant's id
 */
public record DropRoots(Path drops, List<String> others) {
  private static final String TENANT = "{tenant}";

  public DropRoots {
    others = List.copyOf(others);
    for (var other : others) {
      if (!other.startsWith("/")) {
        throw new IllegalArgumentException(
            "BECKON_DROP_ROOTS holds absolute paths with colons between them, was "
                + String.join(":", others));
      }
    }
  }

  /** The tenant's own first. */
  public List<Path> of(TenantId tenant) {
    return Stream.concat(
            Stream.of(drops.toAbsolutePath().resolve(tenant.value())),
            others.stream().map(other -> Path.of(other.replace(TENANT, tenant.value()))))
        .map(Path::normalize)
        .toList();
  }

  /** Checks the path as it is written; whoever opens it looks where links lead. */
  public void check(TenantId tenant, DropSettings settings) {
    if (settings.kind() != DropKind.FOLDER) {
      return;
    }
    var folder = Path.of(settings.url()).normalize();
    var roots = of(tenant);
    if (roots.stream().noneMatch(folder::startsWith)) {
      throw new InvalidField("url", "must be " + where(roots) + "; was " + folder);
    }
  }

  /** For people. */
  public static String where(List<Path> roots) {
    return "within "
        + String.join(" or ", roots.stream().map(Path::toString).toList())
        + ", or where else the operator allows it (BECKON_DROP_ROOTS)";
  }
}
