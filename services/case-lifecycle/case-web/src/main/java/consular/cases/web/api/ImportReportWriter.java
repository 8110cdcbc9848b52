package consular.cases.web.api;

import consular.cases.application.ImportReports.Line;
import consular.cases.web.json.WebJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a report, a line for each row, as CSV with a heading or as objects of JSON. */
final class ImportReportWriter {
    private final OutputStream to;
    private final boolean csv;

    ImportReportWriter(OutputStream to, boolean csv) {
        this.to = to;
        this.csv = csv;
    }

    void begin() throws IOException {
        if (csv) {
            write(Arrays.stream(ImportLine.class.getRecordComponents())
                    .map(component -> component.getName())
                    .collect(Collectors.joining(",")));
        }
    }

    void write(Line line) throws IOException {
        var shown = ImportLine.of(line);
        write(csv ? cells(shown) : WebJson.MAPPER.writeValueAsString(shown));
    }

    private void write(String line) throws IOException {
        to.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String cells(ImportLine line) {
        return Stream.of(
                        line.row(),
                        line.result(),
                        line.caseNumber(),
                        line.command(),
                        line.caseId(),
                        line.version(),
                        line.code(),
                        line.rule(),
                        line.citation(),
                        line.pointer(),
                        line.detail())
                .map(ImportReportWriter::cell)
                .collect(Collectors.joining(","));
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "" : '"' + value.toString().replace("\"", "\"\"") + '"';
    }
}
