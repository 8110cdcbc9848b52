package consular.cases.web.imports;

import consular.cases.web.json.WebJson;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** One object to a line. Empty lines count for nothing. */
final class JsonLines implements RowFile {
    private final Reader file;
    private final StringBuilder line = new StringBuilder();
    private long number;

    JsonLines(Reader file) {
        this.file = file;
    }

    @Override
    public @Nullable FileRow next() throws IOException {
        while (readLine()) {
            var text = line.toString();
            if (!text.isBlank()) {
                number++;
                return row(text);
            }
        }
        return null;
    }

    private FileRow row(String text) {
        try {
            return WebJson.MAPPER.readTree(text) instanceof ObjectNode object
                    ? FileRow.of(number, text.length(), object)
                    : FileRow.unreadable(number, text.length(), "the line must be one JSON object");
        } catch (JacksonException broken) {
            return FileRow.unreadable(number, text.length(), "the line is not well-formed JSON");
        }
    }

    private boolean readLine() throws IOException {
        line.setLength(0);
        var next = file.read();
        if (next < 0) {
            return false;
        }
        while (next >= 0 && next != '\n') {
            if (line.length() >= LONGEST_ROW) {
                throw new UnreadableFile("line " + (number + 1) + " of those that are not empty has more than "
                        + LONGEST_ROW + " characters");
            }
            line.append((char) next);
            next = file.read();
        }
        return true;
    }
}
