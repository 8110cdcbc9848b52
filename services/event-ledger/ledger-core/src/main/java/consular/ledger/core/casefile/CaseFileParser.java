package consular.ledger.core.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import consular.ledger.core.content.Content;
import consular.ledger.core.entry.Commitments;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.hash.StrictBase64;
import consular.ledger.core.json.Json;
import consular.ledger.core.note.NoteReading;
import consular.ledger.core.note.SignedNote;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads case files. What is not known is refused: a reader could take it for verified. */
final class CaseFileParser {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern HASH_FORM = Pattern.compile("[0-9a-f]{64}");

    private CaseFileParser() {}

    static CaseFileReading parse(byte[] document) {
        try {
            var json = Json.parse(document)
                    .orElseThrow(() -> new Unfit("it is not JSON in UTF-8, or has numbers that are not whole"));
            return new CaseFileReading.Read(file(json));
        } catch (Unfit unfit) {
            return new CaseFileReading.Unreadable(unfit.why);
        }
    }

    private static CaseFile file(Json json) throws Unfit {
        var members = members("the case file", json, Set.of("checkpoint", "streamId", "events"));
        var streamId = text("streamId", members.get("streamId"));
        if (!UUID_FORM.matcher(streamId).matches()) {
            throw new Unfit("streamId is not a UUID in lower case");
        }
        if (!(members.get("events") instanceof Json.Items(var items))) {
            throw new Unfit("events is not an array");
        }
        List<CaseEvent> events = new ArrayList<>();
        for (var item : items) {
            events.add(event("events[" + events.size() + "]", item));
        }
        return new CaseFile(UUID.fromString(streamId), note(text("checkpoint", members.get("checkpoint"))), events);
    }

    private static SignedNote note(String text) throws Unfit {
        return switch (SignedNote.parse(text.getBytes(UTF_8))) {
            case NoteReading.Read(var note) -> note;
            case NoteReading.Unreadable(var fault) ->
                throw new Unfit("checkpoint is not a signed note: " + fault.sentence());
        };
    }

    private static CaseEvent event(String name, Json json) throws Unfit {
        var members = members(name, json, Set.of("logIndex", "entry", "clear", "secret", "proof"));
        if (!(members.get("logIndex") instanceof Json.Whole(var logIndex))) {
            throw new Unfit(name + ".logIndex is not a number");
        }
        var clear = text(name + ".clear", members.get("clear")).getBytes(UTF_8);
        var content = new Content(clear, secret(name + ".secret", members.get("secret")));
        return new CaseEvent(logIndex, text(name + ".entry", members.get("entry")), content, path(name, members));
    }

    private static List<Hash> path(String name, Map<String, Json> members) throws Unfit {
        if (!(members.get("proof") instanceof Json.Items(var items))) {
            throw new Unfit(name + ".proof is not an array");
        }
        List<Hash> path = new ArrayList<>();
        for (var item : items) {
            path.add(Hash.ofHex(hash(name + ".proof", item)));
        }
        return path;
    }

    private static Content.Secret secret(String name, @Nullable Json json) throws Unfit {
        return switch (json) {
            case null -> throw new Unfit(name + " is missing");
            case Json.Null() -> new Content.None();
            case Json.Text(var word) when word.equals("erased") -> new Content.Erased();
            case Json.Members _ -> enciphered(name, json);
            case Json.Items(var items) when items.size() > 1 -> several(name, items);
            case Json.Text _, Json.Items _, Json.Whole _ ->
                throw new Unfit(name + " is neither null nor \"erased\" nor a secret part");
        };
    }

    private static Content.Several several(String name, List<Json> items) throws Unfit {
        List<Content.Part> parts = new ArrayList<>();
        for (var item : items) {
            var part = name + '[' + parts.size() + ']';
            parts.add(
                    item instanceof Json.Members
                            ? enciphered(part, item)
                            : new Content.ErasedPart(Hash.ofHex(hash(part, item))));
        }
        return new Content.Several(parts);
    }

    private static Content.Enciphered enciphered(String name, Json json) throws Unfit {
        var members = members(name, json, Set.of("ciphertext", "key_commitment", "salt"));
        var ciphertext = StrictBase64.decode(text(name + ".ciphertext", members.get("ciphertext")))
                .orElseThrow(() -> new Unfit(name + ".ciphertext is not base64"));
        return new Content.Enciphered(
                HexFormat.of().parseHex(hash(name + ".salt", members.get("salt"))),
                HexFormat.of().parseHex(hash(name + ".key_commitment", members.get("key_commitment"))),
                ciphertext);
    }

    private static Map<String, Json> members(String name, Json json, Set<String> expected) throws Unfit {
        if (json instanceof Json.Members(var members) && members.keySet().equals(expected)) {
            return members;
        }
        throw new Unfit(name + " is not an object of "
                + String.join(", ", expected.stream().sorted().toList()));
    }

    private static String text(String name, @Nullable Json json) throws Unfit {
        if (json instanceof Json.Text(var text)) {
            return text;
        }
        throw new Unfit(name + " is not a text");
    }

    private static String hash(String name, @Nullable Json json) throws Unfit {
        if (json instanceof Json.Text(var text) && HASH_FORM.matcher(text).matches()) {
            return text;
        }
        throw new Unfit(name + " is not " + 2 * Commitments.SALT_LENGTH + " lower-case hexadecimal digits");
    }

    /** Ends the reading; never leaves this class. */
    private static final class Unfit extends Exception {

        private static final long serialVersionUID = 1;

        private final String why;

        Unfit(String why) {
            super(why, null, false, false);
            this.why = why;
        }
    }
}
