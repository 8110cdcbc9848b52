package consular.ledger.core.export;

import consular.ledger.core.json.JsonBytes;
import consular.ledger.core.json.JsonTextReader;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * The line of an export that holds one checkpoint: the signed note, which has several lines of its own, as one JSON text in the
 * spelling of RFC 8785. So there is one line for each note and one note for each line.
 */
public final class CheckpointLine {

    /** No line is longer: a note holds no control characters but newlines, so no letter takes more than two. */
    static final int MAX_LENGTH = 2 * Export.MAX_NOTE + 2;

    private CheckpointLine() {}

    /**
     * The line without a newline at its end.
     *
     * @throws IllegalArgumentException if the note is not UTF-8
     */
    public static byte[] encode(byte[] note) {
        var line = new ByteArrayOutputStream(note.length + 16);
        JsonBytes.write(line, note);
        return line.toByteArray();
    }

    /** The note for which a range of bytes stands; empty if it stands for none, even if some JSON reader would take it. */
    public static Optional<byte[]> decode(byte[] source, int offset, int length) {
        var reader = new JsonTextReader();
        var end = offset + length;
        return length > 1 && source[offset] == '"' && reader.read(source, offset + 1, end) && reader.at() == end - 1
                ? Optional.of(reader.text())
                : Optional.empty();
    }
}
