package io.beckon.protocol.list;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.selection.SelectionRuleId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read and what becomes of known contacts. Whatever this version cannot do is
 * refused when the options are read, not ignored.
 *
 * @param country ISO 3166 alpha-2 of numbers without country code; null: the list's
 * @param charset IANA name; null: detected
 * @param mode null: APPEND
 * @param key of an UPDATE: CLIENT_ID (also when null), DEVICE, or the name of a column that has no
 *     meaning of its own
 * @param delimiter one character, or its name like TAB or US ({@link Delimiter}); null: seen from
 *     the header
 * @param allowPremiumRate whether premium-rate numbers are loaded; null or false: they are rejected
 * @param mappingId of the mapping that was asked for
 * @param mapping how the file is read; of an import with a mappingId the copy that it keeps
 */
public record ImportOptions(
    @Nullable String country,
    @Nullable String charset,
    @Nullable String delimiter,
    @Nullable String mappingId,
    @Nullable Dedupe dedupe,
    @Nullable ImportMode mode,
    @Nullable String key,
    @Nullable String selectionRuleId,
    @Nullable String uploadRuleId,
    @Nullable DataMapping mapping,
    @Nullable Boolean allowPremiumRate) {
  public static final ImportOptions USUAL =
      new ImportOptions(null, null, null, null, null, null, null, null, null, null);

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /** Options that load no premium-rate numbers. */
  public ImportOptions(
      @Nullable String country,
      @Nullable String charset,
      @Nullable String delimiter,
      @Nullable String mappingId,
      @Nullable Dedupe dedupe,
      @Nullable ImportMode mode,
      @Nullable String key,
      @Nullable String selectionRuleId,
      @Nullable String uploadRuleId,
      @Nullable DataMapping mapping) {
    this(
        country,
        charset,
        delimiter,
        mappingId,
        dedupe,
        mode,
        key,
        selectionRuleId,
        uploadRuleId,
        mapping,
        null);
  }

  public ImportOptions {
    country = country == null ? null : country(country);
    charset = charset == null ? null : FileCharset.named(charset);
    delimiter = delimiter == null ? null : Delimiter.of(delimiter);
    if (mapping != null && mapping.hasFixedFields() && delimiter != null) {
      throw new InvalidField("delimiter", "is not used with fixed positions; leave it out");
    }
    if (mapping != null && delimiter != null && delimiter.equals(mapping.quote())) {
      throw new InvalidField(
          "delimiter", "must not be the quote of the mapping, both were " + delimiter);
    }
    if (selectionRuleId != null && !selectionRuleId.matches("[1-9][0-9]{0,17}")) {
      throw new InvalidField("selectionRuleId", "must be the id of a rule, was " + selectionRuleId);
    }
    if (uploadRuleId != null && !uploadRuleId.matches("[1-9][0-9]{0,17}")) {
      throw new InvalidField("uploadRuleId", "must be the id of a rule, was " + uploadRuleId);
    }
    if (uploadRuleId != null && mode != null && mode != ImportMode.APPEND) {
      throw new InvalidField("mode", "must be APPEND with an upload rule, was " + mode);
    }
    if (key != null && mode != ImportMode.UPDATE) {
      throw new InvalidField("key", "belongs to mode UPDATE; choose that mode, or leave it out");
    }
    key = key == null ? null : UpdateKey.parse(key).toString();
  }

  /** The kind of duplicates looked for; {@link Dedupe#DEVICE} when nothing was said. */
  public Dedupe dedupeOrUsual() {
    return dedupe == null ? Dedupe.DEVICE : dedupe;
  }

  public ImportMode modeOrUsual() {
    return mode == null ? ImportMode.APPEND : mode;
  }

  /** Whether premium-rate numbers are loaded. */
  public boolean premiumRate() {
    return Boolean.TRUE.equals(allowPremiumRate);
  }

  /** By what the rows of an UPDATE find their contacts. */
  public UpdateKey keyOrUsual() {
    return key == null ? UpdateKey.CLIENT_ID : UpdateKey.parse(key);
  }

  /** The rule whose rows are taken; null: all are. */
  public @Nullable SelectionRuleId selectionRule() {
    return selectionRuleId == null ? null : SelectionRuleId.parse(selectionRuleId);
  }

  /** The rule by which rows are given to several lists; null: they are not. */
  public @Nullable UploadRuleId uploadRule() {
    return uploadRuleId == null ? null : UploadRuleId.parse(uploadRuleId);
  }

  /** These options, if a list of that kind can be loaded by them. */
  public ImportOptions fit(ImportKind kind) {
    if (kind == ImportKind.SUPPRESSION && key != null) {
      throw new InvalidField("key", "is for contact lists; entries are known by their values");
    }
    if (kind == ImportKind.SUPPRESSION && uploadRuleId != null) {
      throw new InvalidField(
          "uploadRuleId", "is for contact lists yet; send a file to each suppression list");
    }
    if (kind == ImportKind.SUPPRESSION && allowPremiumRate != null) {
      throw new InvalidField(
          "allowPremiumRate", "is for contact lists; every valid number is suppressed");
    }
    return this;
  }

  /** These options with a country, unless they name one. */
  public ImportOptions inCountry(String usual) {
    return country != null ? this : with(usual, charset, delimiter, mapping);
  }

  /** These options with a mapping; what they say themselves goes before what it says. */
  public ImportOptions mapped(DataMapping mapping) {
    return with(
        country == null ? mapping.country() : country,
        charset == null ? mapping.charset() : charset,
        delimiter == null ? mapping.delimiter() : delimiter,
        mapping);
  }

  /** These options for a file that has a mapping of its own, in place of theirs. */
  public ImportOptions specified(DataMapping own) {
    return new ImportOptions(
            country,
            charset,
            delimiter,
            null,
            dedupe,
            mode,
            key,
            selectionRuleId,
            uploadRuleId,
            null,
            allowPremiumRate)
        .mapped(own);
  }

  /** These options for a file that was written anew. */
  public ImportOptions readAs(String charset, @Nullable String delimiter) {
    return with(country, charset, delimiter, mapping);
  }

  private ImportOptions with(
      @Nullable String country,
      @Nullable String charset,
      @Nullable String delimiter,
      @Nullable DataMapping mapping) {
    return new ImportOptions(
        country,
        charset,
        delimiter,
        mappingId,
        dedupe,
        mode,
        key,
        selectionRuleId,
        uploadRuleId,
        mapping,
        allowPremiumRate);
  }

  static String country(String text) {
    var code = text.strip().toUpperCase(Locale.ROOT);
    if (!COUNTRIES.contains(code)) {
      throw new InvalidField("country", "must be two letters of ISO 3166 like US, was " + text);
    }
    return code;
  }
}
