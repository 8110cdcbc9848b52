package consular.cases.web.imports;

import consular.cases.web.json.WebJson;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows under a heading. Each becomes an object of texts, without the fields that are empty. */
final class CsvRows implements RowFile {
    private final CsvReader records;
    private @Nullable List<String> heading;
    private long number;

    CsvRows(CsvReader records) {
        this.records = records;
    }

    @Override
    public @Nullable FileRow next() throws IOException {
        var columns = columns();
        var fields = records.next();
        if (fields == null) {
            return null;
        }
        number++;
        if (fields.size() != columns.size()) {
            return FileRow.unreadable(
                    number, records.size(), "the row has " + fields.size() + " fields, the heading " + columns.size());
        }
        var row = WebJson.MAPPER.createObjectNode();
        for (var field = 0; field < fields.size(); field++) {
            if (!fields.get(field).isEmpty()) {
                row.put(columns.get(field), fields.get(field));
            }
        }
        return FileRow.of(number, records.size(), row);
    }

    private List<String> columns() throws IOException {
        var columns = heading;
        if (columns == null) {
            var first = records.next();
            columns = first == null
                    ? List.of()
                    : first.stream().map(String::strip).toList();
            if (new HashSet<>(columns).size() < columns.size() || columns.contains("")) {
                throw new UnreadableFile("the heading has a column without a name, or a name twice");
            }
            heading = columns;
        }
        return columns;
    }
}
