package io.beckon.protocol.filedrop;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ImportOptions;
import org.jspecify.annotations.Nullable;

/**
 * What is done with the files of a place, or written to it.
 *
 * @param contactListId null: the list that has the file's name
 * @param suppressionListId of suppression lists; null: the list that has the file's name
 * @param campaignGroupId a group on that contact list, started whenever a file was loaded
 * @param templateId of a campaign template, by which a new group on the list that a file was loaded
 *     to is made and started
 * @param options of the imports; null: as usual
 * @param export of what is written; null: as usual
 */
public record DropWork(
    DropAction action,
    @Nullable String contactListId,
    @Nullable String suppressionListId,
    @Nullable GroupId campaignGroupId,
    @Nullable String templateId,
    @Nullable ImportOptions options,
    @Nullable DropExport export) {

  public DropWork {
    checkLists(action, contactListId, suppressionListId);
    checkGroups(action, contactListId, campaignGroupId, templateId);
    if (export != null && !action.exports()) {
      throw new InvalidField("export", "goes with exports only, the action is " + action);
    }
    export = action.exports() && export == null ? DropExport.USUAL : export;
    if (action == DropAction.EXPORT_SUPPRESSION && export != null) {
      export.requireEntries();
    }
    checkOptions(action, options);
  }

  /** With nothing but the usual. */
  public static DropWork of(DropAction action) {
    return new DropWork(action, null, null, null, null, null, null);
  }

  /** The list that is named, of whichever kind; null: the one that has the file's name. */
  public @Nullable String listId() {
    return action.lists() == ImportKind.CONTACTS ? contactListId : suppressionListId;
  }

  public ImportOptions optionsOrUsual() {
    return options == null ? ImportOptions.USUAL : options;
  }

  public DropExport exportOrUsual() {
    return export == null ? DropExport.USUAL : export;
  }

  private static void checkLists(
      DropAction action, @Nullable String contactListId, @Nullable String suppressionListId) {
    boolean contacts = action.lists() == ImportKind.CONTACTS;
    if (contacts && suppressionListId != null) {
      throw new InvalidField(
          "suppressionListId", "goes with suppression lists only, the action is " + action);
    }
    if (!contacts && contactListId != null) {
      throw new InvalidField(
          "contactListId", "goes with contact lists only, the action is " + action);
    }
  }

  private static void checkGroups(
      DropAction action,
      @Nullable String contactListId,
      @Nullable GroupId campaignGroupId,
      @Nullable String templateId) {
    onlyOfContacts(action, "campaignGroupId", campaignGroupId);
    if (campaignGroupId != null && contactListId == null) {
      throw new InvalidField(
          "campaignGroupId", "needs contactListId: a list that this group dials");
    }
    onlyOfContacts(action, "templateId", templateId);
    if (templateId != null && campaignGroupId != null) {
      throw new InvalidField(
          "templateId", "makes a new group; leave out campaignGroupId, or the template");
    }
  }

  private static void onlyOfContacts(DropAction action, String field, @Nullable Object value) {
    if (value != null && action != DropAction.IMPORT_CONTACTS) {
      throw new InvalidField(field, "goes with IMPORT_CONTACTS only, was " + action);
    }
  }

  private static void checkOptions(DropAction action, @Nullable ImportOptions options) {
    if (options == null) {
      return;
    }
    if (action.exports()) {
      throw new InvalidField("options", "go with imports only, the action is " + action);
    }
    if (options.mapping() != null && options.mappingId() != null) {
      throw new InvalidField(
          "options.mapping", "cannot be given beside mappingId; leave one of them out");
    }
    if (options.mapping() != null && options.mapping().kind() != action.lists()) {
      throw new InvalidField(
          "options.mapping",
          "is for " + options.mapping().kind() + ", the lists are of " + action.lists());
    }
    try {
      options.fit(action.lists());
    } catch (InvalidField e) {
      throw e.within("options");
    }
  }
}
