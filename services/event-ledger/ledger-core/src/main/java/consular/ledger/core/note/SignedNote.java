package consular.ledger.core.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text and signatures under it. Nothing in it is to be believed before {@link TrustedKeys} have found a true signature.
 *
 * @param text ends in a newline
 * @param signatures at least one
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    static final int MAX_LENGTH = 1_000_000;
    static final int MAX_SIGNATURES = 64;

    private static final String DASH = "\u2014 ";

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new IllegalArgumentException("a note ends in a newline and has 1 to 64 signatures");
        }
        if (hasControlCharacter(text) || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("a note is UTF-8 without control characters");
        }
    }

    /** Signs a text with one or more keys. */
    public static SignedNote sign(String text, NoteSigner signer, NoteSigner... others) {
        var signatures = Stream.concat(Stream.of(signer), Stream.of(others))
                .map(each -> each.sign(text))
                .toList();
        return new SignedNote(text, signatures);
    }

    /** The same note with one more signature. */
    public SignedNote with(NoteSignature signature) {
        return new SignedNote(
                text, Stream.concat(signatures.stream(), Stream.of(signature)).toList());
    }

    /** The note as it is published. */
    public String format() {
        return signatures.stream()
                .map(signature -> DASH + signature.keyName() + " " + signature.blob() + "\n")
                .collect(Collectors.joining("", text + "\n", ""));
    }

    /** {@link #format} in UTF-8. */
    public byte[] bytes() {
        return format().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a note. What is read, formats to the same bytes. */
    public static NoteReading parse(byte[] bytes) {
        if (bytes.length > MAX_LENGTH) {
            return new NoteReading.Unreadable(NoteFault.TOO_LONG);
        }
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return new NoteReading.Unreadable(NoteFault.NOT_UTF8);
        }
    }

    private static NoteReading parse(String note) {
        if (hasControlCharacter(note)) {
            return new NoteReading.Unreadable(NoteFault.CONTROL_CHARACTER);
        }
        if (!note.endsWith("\n")) {
            return new NoteReading.Unreadable(NoteFault.NO_FINAL_NEWLINE);
        }
        var blank = note.lastIndexOf("\n\n");
        if (blank < 0) {
            return new NoteReading.Unreadable(NoteFault.NO_BLANK_LINE);
        }
        return parse(note.substring(0, blank + 1), note.substring(blank + 2).split("\n", -1));
    }

    /** The last of the lines is what follows the final newline, so it is empty. */
    private static NoteReading parse(String text, String[] lines) {
        if (lines.length - 1 > MAX_SIGNATURES) {
            return new NoteReading.Unreadable(NoteFault.TOO_MANY_SIGNATURES);
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (var line : List.of(lines).subList(0, Math.max(1, lines.length - 1))) {
            var space = line.indexOf(' ', DASH.length());
            if (!line.startsWith(DASH) || space < 0) {
                return new NoteReading.Unreadable(NoteFault.NOT_A_SIGNATURE);
            }
            var name = line.substring(DASH.length(), space);
            var blob = line.substring(space + 1);
            if (!NoteSignature.isValid(name, blob)) {
                return new NoteReading.Unreadable(NoteFault.NOT_A_SIGNATURE);
            }
            signatures.add(new NoteSignature(name, blob));
        }
        return new NoteReading.Read(new SignedNote(text, signatures));
    }

    private static boolean hasControlCharacter(String text) {
        return text.chars().anyMatch(letter -> letter < ' ' && letter != '\n');
    }
}
