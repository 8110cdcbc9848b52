package consular.cases.web.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A file that is read row by row and never kept. */
public interface RowFile {
    /** The most characters that a row may have. */
    int LONGEST_ROW = 1 << 18;

    /**
     * The next row; null behind the last.
     *
     * @throws UnreadableFile if what comes next cannot be told apart into rows
     * @throws IOException if the file breaks off
     */
    @Nullable
    FileRow next() throws IOException;

    /** A file of objects of JSON, one to a line. */
    static RowFile jsonLines(InputStream file) {
        return new JsonLines(characters(file));
    }

    /** A file of values between commas, with the names of the columns in its first line (RFC 4180). */
    static RowFile csv(InputStream file) {
        return new CsvRows(new CsvReader(characters(file)));
    }

    private static Reader characters(InputStream file) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new BufferedReader(new InputStreamReader(file, decoder), 1 << 16);
    }
}
