package consular.ledger.core.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.hash.StrictBase64;
import consular.ledger.core.note.NoteReading;
import consular.ledger.core.note.SignedNote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code .tlog-proof} files, and refuses all that {@link TlogProof#format} would not write. */
final class ProofParser {

    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,18}");

    /** A tree of more leaves than a long can count has no proof. */
    private static final int MAX_PATH = Long.SIZE - 1;

    private ProofParser() {}

    static boolean isBase64(String text) {
        return StrictBase64.decode(text).isPresent();
    }

    static ProofReading parse(byte[] file) {
        var blank = blankLine(file);
        if (blank < 0) {
            return unreadable("no blank line parts proof from checkpoint");
        }
        // Only base64 and fixed words stand above the blank line, so a byte that is not ASCII fits nowhere.
        var lines = List.of(new String(file, 0, blank, US_ASCII).split("\n", -1));
        if (!lines.getFirst().equals(TlogProof.HEADER)) {
            return unreadable("its first line is not " + TlogProof.HEADER);
        }
        return switch (SignedNote.parse(Arrays.copyOfRange(file, blank + 2, file.length))) {
            case NoteReading.Unreadable(var fault) ->
                unreadable("its checkpoint is not a signed note: " + fault.sentence());
            case NoteReading.Read(var note) -> parse(lines.subList(1, lines.size()), note);
        };
    }

    private static ProofReading parse(List<String> lines, SignedNote checkpoint) {
        if (lines.isEmpty() || !lines.getFirst().startsWith(TlogProof.EXTRA)) {
            return parse(null, lines, checkpoint);
        }
        var extra = lines.getFirst().substring(TlogProof.EXTRA.length());
        return isBase64(extra)
                ? parse(extra, lines.subList(1, lines.size()), checkpoint)
                : unreadable("its extra data are not base64");
    }

    private static ProofReading parse(@Nullable String extra, List<String> lines, SignedNote checkpoint) {
        if (lines.isEmpty() || !lines.getFirst().startsWith(TlogProof.INDEX)) {
            return unreadable("it names no index");
        }
        var index = lines.getFirst().substring(TlogProof.INDEX.length());
        if (!INDEX.matcher(index).matches() || Long.parseUnsignedLong(index) < 0) {
            return unreadable("its index is not a number");
        }
        if (lines.size() - 1 > MAX_PATH) {
            return unreadable("it has more hashes than any proof");
        }
        List<Hash> path = new ArrayList<>();
        for (var line : lines.subList(1, lines.size())) {
            var hash = Hash.ofBase64(line);
            if (hash.isEmpty()) {
                return unreadable("a line of it is not base64 of 32 bytes");
            }
            path.add(hash.get());
        }
        return new ProofReading.Read(new TlogProof(extra, Long.parseLong(index), path, checkpoint));
    }

    private static int blankLine(byte[] file) {
        for (var at = 0; at + 1 < file.length; at++) {
            if (file[at] == '\n' && file[at + 1] == '\n') {
                return at;
            }
        }
        return -1;
    }

    private static ProofReading unreadable(String why) {
        return new ProofReading.Unreadable(why);
    }
}
