package consular.ledger.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import consular.ledger.postgres.secrets.PersonalData;
import consular.ledger.postgres.secrets.PlainEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;

/** An application whose events say things of guests: {@code "ann=Ann Lee|ben=Ben Roe"}. */
final class Guests implements PersonalData {

    static UUID person(String guest) {
        return UUID.nameUUIDFromBytes(guest.getBytes(UTF_8));
    }

    /** An event that says the name of each of these guests, which is the guest in capitals. */
    static DomainEventMessage<String> event(String stream, long sequence, String... guests) {
        var payload =
                Arrays.stream(guests).map(guest -> guest + "=" + name(guest)).collect(Collectors.joining("|"));
        var message = new GenericEventMessage<>(
                UUID.randomUUID().toString(), payload, MetaData.emptyInstance(), Instant.now());
        return new GenericDomainEventMessage<>("Example", stream, sequence, message, Instant.now());
    }

    static String name(String guest) {
        return guest.toUpperCase(java.util.Locale.ROOT) + " LEE";
    }

    @Override
    public Split split(PlainEvent event) {
        var secrets = new ArrayList<Secret>();
        var clear = new ArrayList<String>();
        for (var pair : pairs(event)) {
            if (pair.length == 2) {
                secrets.add(new Secret(person(pair[0]), pair[1].getBytes(UTF_8)));
            }
            clear.add(pair[0]);
        }
        return new Split(event.with(event.metaData(), quoted(clear)), secrets);
    }

    @Override
    public PlainEvent join(PlainEvent event, Map<UUID, Part> parts) {
        return event.with(
                event.metaData(),
                quoted(pairs(event).stream()
                        .map(pair -> pair[0] + "=" + text(Objects.requireNonNull(parts.get(person(pair[0])))))
                        .toList()));
    }

    private static String text(Part part) {
        return switch (part) {
            case Opened(var text) -> new String(text, UTF_8);
            case Erased(var position) -> "erased under " + position;
        };
    }

    private static List<String[]> pairs(PlainEvent event) {
        var text = new String(event.payload(), UTF_8);
        return Arrays.stream(text.substring(1, text.length() - 1).split("\\|"))
                .map(pair -> pair.split("="))
                .toList();
    }

    private static byte[] quoted(List<String> pairs) {
        return ('"' + String.join("|", pairs) + '"').getBytes(UTF_8);
    }
}
