package consular.cases.application;

import consular.ledger.postgres.secrets.PersonalData;
import consular.ledger.postgres.secrets.PlainEvent;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes out of stored events what {@link PersonalMembers} names, and puts it back. In its place the log says that there is something;
 * once it was erased, readers are told under which event.
 */
final class CasePersonalData implements PersonalData {
    /** What stands in the log for what is not there to be read. */
    static final String ENCIPHERED = "enciphered";

    /** What readers who are to know of nobody are told in place of a text. */
    static final String WITHHELD = "withheld";

    private static final byte[] LATE_ENTRY = ('"' + Stamps.LATE_ENTRY_REASON + '"').getBytes(StandardCharsets.UTF_8);

    private final JsonMapper json = CaseJson.storedMapper();

    @Override
    public Split split(PlainEvent event) {
        var document = open(event);
        if (document == null) {
            return new Split(event, List.of());
        }
        var secrets = new LinkedHashMap<UUID, ObjectNode>();
        for (var spot : document.spots()) {
            secrets.computeIfAbsent(spot.person(), _ -> json.createObjectNode()).set(spot.name(), spot.value());
            spot.replace(json.getNodeFactory().stringNode(ENCIPHERED));
        }
        return new Split(
                document.closed(json),
                secrets.entrySet().stream()
                        .map(secret -> new Secret(secret.getKey(), json.writeValueAsBytes(secret.getValue())))
                        .toList());
    }

    @Override
    public PlainEvent join(PlainEvent event, Map<UUID, Part> parts) {
        var document = open(event);
        if (document == null) {
            throw new IllegalStateException("an event of type " + event.type() + " has nothing to be joined");
        }
        var words = new HashMap<UUID, JsonNode>();
        for (var spot : document.spots()) {
            var part = parts.get(spot.person());
            var value = switch (part) {
                case null ->
                    throw new IllegalStateException("a part of an event of type " + event.type() + " is missing");
                case Opened(var text) ->
                    words.computeIfAbsent(spot.person(), _ -> json.readTree(text))
                            .get(spot.name());
                case Erased(var position) ->
                    spot.isText()
                            ? json.getNodeFactory().stringNode(erasedUnder(position))
                            : json.getNodeFactory().nullNode();
            };
            spot.replace(Objects.requireNonNull(value));
        }
        return document.closed(json);
    }

    /** An event without anything personal, be it whole or a clear part. */
    PlainEvent withheld(PlainEvent event) {
        var document = open(event);
        if (document == null) {
            return event;
        }
        var nodes = json.getNodeFactory();
        document.spots().forEach(spot -> spot.replace(spot.isText() ? nodes.stringNode(WITHHELD) : nodes.nullNode()));
        return document.closed(json);
    }

    /** What readers are told in place of a text. */
    static String erasedUnder(long position) {
        return "erased under event " + position;
    }

    /** Null if there is nothing personal in the event. */
    private @Nullable PersonalDocument open(PlainEvent event) {
        var members = PersonalMembers.of(event.type());
        var late = contains(event.metaData(), LATE_ENTRY);
        if (members.isEmpty() && !late) {
            return null;
        }
        var document = new PersonalDocument(
                event, (ObjectNode) json.readTree(event.payload()), (ObjectNode) json.readTree(event.metaData()));
        members.forEach(document::find);
        if (late) {
            document.findLateEntryReason();
        }
        return document;
    }

    private static boolean contains(byte[] text, byte[] word) {
        for (var at = 0; at + word.length <= text.length; at++) {
            if (java.util.Arrays.equals(text, at, at + word.length, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }
}
