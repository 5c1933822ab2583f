package io.beckon.actors.list.prepare;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/**
 * Turns the records of an XLS workbook into texts of cells, sheet after sheet as they lie in it.
 */
abstract class XlsRecords implements HSSFListener {
  private final Map<Integer, String> ownFormats = new HashMap<>();
  private final Map<Integer, Integer> formatOfStyle = new HashMap<>();
  private @Nullable SSTRecord strings;
  private @Nullable FormulaRecord awaitsText;
  private boolean from1904;
  private int depth;
  private int sheet = -1;
  private int tabs;

  /**
   * @param sheet how many lie before it in the file
   */
  abstract void cell(int sheet, int row, int column, String text);

  /** For what an implementation wants beside cells. */
  void other(Record record) {}

  /** At the end of the file. */
  void ended() {}

  /** Every sheet and every tab has its end; whatever reads a file that was cut finds fewer. */
  final void refuseIfCut() {
    if (depth != 0 || tabs == 0 || sheet + 1 < tabs) {
      throw Refusals.badWorkbook("it ends in the middle");
    }
  }

  @Override
  public final void processRecord(Record record) {
    if (record instanceof BOFRecord begin) {
      sheet += depth++ == 0 && begin.getType() != BOFRecord.TYPE_WORKBOOK ? 1 : 0;
    } else if (record instanceof EOFRecord) {
      depth--;
    } else if (record instanceof BoundSheetRecord) {
      tabs++;
    } else if (record instanceof SSTRecord texts) {
      strings = texts;
    } else if (record instanceof FormatRecord format) {
      ownFormats.put(format.getIndexCode(), format.getFormatString());
    } else if (record instanceof ExtendedFormatRecord style) {
      formatOfStyle.put(formatOfStyle.size(), (int) style.getFormatIndex());
    } else if (record instanceof DateWindow1904Record window) {
      from1904 = window.getWindowing() == 1;
    } else if (depth == 1) {
      value(record);
    }
    other(record);
  }

  private void value(Record record) {
    if (record instanceof StringRecord text && awaitsText != null) {
      put(awaitsText, text.getString());
      awaitsText = null;
    } else if (record instanceof LabelSSTRecord label) {
      put(label, shared(label.getSSTIndex()));
    } else if (record instanceof NumberRecord number) {
      put(number, number(number, number.getValue()));
    } else if (record instanceof BoolErrRecord flag) {
      put(flag, flag.isBoolean() ? bool(flag.getBooleanValue()) : error(flag.getErrorValue()));
    } else if (record instanceof FormulaRecord formula) {
      formula(formula);
    } else if (record instanceof LabelRecord label) {
      cell(sheet, label.getRow(), label.getColumn(), label.getValue());
    }
  }

  private void formula(FormulaRecord formula) {
    var type = formula.getCachedResultTypeEnum();
    if (type == CellType.STRING) {
      awaitsText = formula;
    } else if (type == CellType.BOOLEAN) {
      put(formula, bool(formula.getCachedBooleanValue()));
    } else if (type == CellType.ERROR) {
      put(formula, error(formula.getCachedErrorValue()));
    } else {
      put(formula, number(formula, formula.getValue()));
    }
  }

  private void put(CellValueRecordInterface at, String text) {
    cell(sheet, at.getRow(), at.getColumn(), text);
  }

  private String shared(int number) {
    if (strings == null || number < 0 || number >= strings.getNumUniqueStrings()) {
      throw Refusals.badWorkbook("a cell names text " + number + ", which it does not hold");
    }
    return strings.getString(number).getString();
  }

  private String number(CellValueRecordInterface cell, double value) {
    int index = formatOfStyle.getOrDefault((int) cell.getXFIndex(), 0);
    return CellFormat.of(index, ownFormats.get(index)).text(value, from1904);
  }

  private static String bool(boolean value) {
    return value ? "TRUE" : "FALSE";
  }

  private static String error(int code) {
    return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR";
  }
}
