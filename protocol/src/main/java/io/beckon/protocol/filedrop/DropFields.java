package io.beckon.protocol.filedrop;

import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.list.ImportOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The settings of a watched place side by side, as they stand in JSON; {@link DropSettings}. */
public record DropFields(
    String name,
    DropKind kind,
    String url,
    @Nullable DropCredentials credentials,
    @Nullable String privateKey,
    @Nullable String passphrase,
    @Nullable String knownHosts,
    @Nullable String fingerprint,
    @Nullable String marker,
    @Nullable AfterTaking after,
    @Nullable String mask,
    @Nullable Duration every,
    @Nullable String cron,
    @Nullable String timeZone,
    @Nullable DropAction action,
    @Nullable String contactListId,
    @Nullable String suppressionListId,
    @Nullable GroupId campaignGroupId,
    @Nullable String templateId,
    @Nullable ImportOptions options,
    @Nullable DropExport export) {
  static DropFields of(DropSettings settings) {
    var times = settings.times();
    var work = settings.work();
    return new DropFields(
        settings.name(),
        settings.kind(),
        settings.url(),
        settings.credentials(),
        settings.privateKey(),
        settings.passphrase(),
        settings.knownHosts(),
        settings.fingerprint(),
        settings.marker(),
        settings.after(),
        settings.mask(),
        times.every(),
        times.cron(),
        times.timeZone(),
        work.action(),
        work.contactListId(),
        work.suppressionListId(),
        work.campaignGroupId(),
        work.templateId(),
        work.options(),
        work.export());
  }

  DropSettings settings() {
    return new DropSettings(
        name,
        kind,
        url,
        credentials,
        privateKey,
        passphrase,
        knownHosts,
        fingerprint,
        marker,
        after,
        mask,
        new DropTimes(every, cron, timeZone),
        new DropWork(
            action == null ? DropAction.IMPORT_CONTACTS : action,
            contactListId,
            suppressionListId,
            campaignGroupId,
            templateId,
            options,
            export));
  }

  @Override
  public String toString() {
    return "DropFields[" + name + ", " + kind + ", " + url + "]";
  }
}
