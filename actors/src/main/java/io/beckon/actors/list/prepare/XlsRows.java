package io.beckon.actors.list.prepare;

/** Writes the rows of one sheet of an XLS workbook. */
final class XlsRows extends XlsRecords {
  private final CsvRows rows;
  private final int wanted;
  private final RowCells cells = new RowCells();
  private int row = -1;

  XlsRows(CsvRows rows, int wanted) {
    this.rows = rows;
    this.wanted = wanted;
  }

  @Override
  void cell(int sheet, int row, int column, String text) {
    if (sheet != wanted) {
      return;
    }
    if (row != this.row) {
      ended();
      this.row = row;
    }
    cells.set(column, text);
  }

  @Override
  void ended() {
    if (row >= 0) {
      rows.row(row + 1L, cells);
    }
    cells.clear();
  }
}
