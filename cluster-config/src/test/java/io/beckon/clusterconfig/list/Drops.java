package io.beckon.clusterconfig.list;

import io.beckon.persistence.JsonColumn;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.filedrop.AfterTaking;
import io.beckon.protocol.filedrop.DropAction;
import io.beckon.protocol.filedrop.DropCredentials;
import io.beckon.protocol.filedrop.DropExport;
import io.beckon.protocol.filedrop.DropKind;
import io.beckon.protocol.filedrop.DropSettings;
import io.beckon.protocol.filedrop.DropTimes;
import io.beckon.protocol.filedrop.DropWork;
import io.beckon.protocol.list.ImportOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Settings of a watched place, said one by one; without a cron it is looked at every second. */
final class Drops {
  private final DropKind kind;
  private final String url;
  private @Nullable DropCredentials credentials;
  private @Nullable String privateKey;
  private @Nullable String passphrase;
  private @Nullable String knownHosts;
  private @Nullable String fingerprint;
  private @Nullable String marker;
  private @Nullable AfterTaking after;
  private @Nullable String mask;
  private @Nullable String cron;
  private DropAction action = DropAction.IMPORT_CONTACTS;
  private @Nullable String contactList;
  private @Nullable String suppressionList;
  private @Nullable GroupId group;
  private @Nullable ImportOptions options;
  private @Nullable DropExport export;

  private Drops(DropKind kind, String url) {
    this.kind = kind;
    this.url = url;
  }

  static Drops at(DropKind kind, String url) {
    return new Drops(kind, url);
  }

  Drops password(String user, @Nullable String password) {
    credentials = new DropCredentials(user, password);
    return this;
  }

  Drops key(String pem, @Nullable String phrase) {
    privateKey = pem;
    passphrase = phrase;
    return this;
  }

  Drops knownHosts(@Nullable String lines) {
    knownHosts = lines;
    return this;
  }

  Drops pinned(@Nullable String fingerprint) {
    this.fingerprint = fingerprint;
    return this;
  }

  Drops marked(String marker) {
    this.marker = marker;
    return this;
  }

  Drops then(AfterTaking after) {
    this.after = after;
    return this;
  }

  Drops mask(String mask) {
    this.mask = mask;
    return this;
  }

  Drops cron(String cron) {
    this.cron = cron;
    return this;
  }

  Drops into(String contactList) {
    this.contactList = contactList;
    return this;
  }

  Drops suppressing(@Nullable String suppressionList) {
    action = DropAction.IMPORT_SUPPRESSION;
    this.suppressionList = suppressionList;
    return this;
  }

  Drops exporting(String contactList, DropExport export) {
    action = DropAction.EXPORT_CONTACTS;
    this.contactList = contactList;
    this.export = export;
    return this;
  }

  /** As JSON. */
  Drops options(String options) {
    this.options = JsonColumn.read(options, ImportOptions.class);
    return this;
  }

  Drops exportingSuppression(String list, DropExport export) {
    action = DropAction.EXPORT_SUPPRESSION;
    this.suppressionList = list;
    this.export = export;
    return this;
  }

  Drops starting(GroupId group) {
    this.group = group;
    return this;
  }

  DropSettings settings(String name) {
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
        new DropTimes(cron == null ? Duration.ofSeconds(1) : null, cron, null),
        new DropWork(action, contactList, suppressionList, group, null, options, export));
  }
}
