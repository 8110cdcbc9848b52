package consular.cases.web.imports;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells records and fields apart, as RFC 4180 has them. Lines may end in LF or CRLF. */
final class CsvReader {
    private static final int END = -1;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Reader file;
    private int pushedBack = END;
    private boolean begun;
    private long line = 1;
    private int size;

    CsvReader(Reader file) {
        this.file = file;
    }

    /** About how many characters the last record had. */
    int size() {
        return size;
    }

    /** The fields of the next record that is not empty; null behind the last. */
    @Nullable
    List<String> next() throws IOException {
        while (true) {
            var record = readRecord();
            if (record == null || record.size() > 1 || !record.getFirst().isBlank()) {
                return record;
            }
        }
    }

    private @Nullable List<String> readRecord() throws IOException {
        size = 0;
        var first = read();
        if (!begun && first == BYTE_ORDER_MARK) {
            first = read();
        }
        begun = true;
        if (first == END) {
            return null;
        }
        pushedBack = first;
        var fields = new ArrayList<String>();
        int end;
        do {
            var field = new StringBuilder();
            end = readField(field);
            fields.add(field.toString());
        } while (end == ',');
        return fields;
    }

    /** Reads a field, and answers what ended it: a comma, the end of the line, or that of the file. */
    private int readField(StringBuilder field) throws IOException {
        var next = read();
        if (next == '"') {
            readQuoted(field);
            next = read();
            if (next != ',' && next != '\r' && next != '\n' && next != END) {
                throw new UnreadableFile("line " + line + ": something stands behind a closing quotation mark");
            }
        }
        while (next != ',' && next != '\n' && next != END) {
            if (next == '"') {
                throw new UnreadableFile("line " + line + ": a quotation mark within a field without any");
            }
            if (next != '\r') {
                field.append((char) next);
            }
            next = read();
        }
        return next;
    }

    private void readQuoted(StringBuilder field) throws IOException {
        var opened = line;
        while (true) {
            var next = read();
            if (next == END) {
                throw new UnreadableFile("the quotation mark opened in line " + opened + " is never closed");
            }
            if (next == '"') {
                next = read();
                if (next != '"') {
                    pushedBack = next;
                    return;
                }
            }
            field.append((char) next);
        }
    }

    private int read() throws IOException {
        var next = pushedBack;
        pushedBack = END;
        if (next == END) {
            next = file.read();
            size++;
            if (size > RowFile.LONGEST_ROW) {
                throw new UnreadableFile(
                        "the row at line " + line + " has more than " + RowFile.LONGEST_ROW + " characters");
            }
            if (next == '\n') {
                line++;
            }
        }
        return next;
    }
}
