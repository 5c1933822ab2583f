package io.beckon.protocol.tenant;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** The customers of the platform and what they have settled. */
public interface Tenants {
  /** Makes the tenant and its first administrator; refuses with 409 what is taken. */
  CompletionStage<TenantView> create(NewTenant tenant);

  CompletionStage<Page<TenantView>> list(PageRequest page);

  CompletionStage<Optional<TenantView>> find(TenantId tenant);

  /** Refuses with 404 a tenant that is not there. */
  CompletionStage<TenantSettings> settings(TenantId tenant);

  CompletionStage<TenantSettings> change(TenantId tenant, UnaryOperator<TenantSettings> change);

  record TenantView(TenantId id, String name, String country, Instant createdAt) {}

  record NewTenant(
      TenantId id, String name, String country, String adminUsername, String adminPassword) {
    public NewTenant {
      if (name.isBlank() || name.length() > 64) {
        throw new IllegalArgumentException("a tenant's name has 1 to 64 characters, was: " + name);
      }
      country = TenantSettings.of(country.toUpperCase(Locale.ROOT)).country();
      new NewUser(adminUsername, adminPassword, java.util.Set.of(Role.ADMIN));
    }

    public NewUser admin() {
      return new NewUser(adminUsername, adminPassword, java.util.Set.of(Role.ADMIN));
    }

    @Override
    public String toString() {
      return "NewTenant[" + id + "]";
    }
  }
}
