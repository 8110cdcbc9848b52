package consular.ledger.postgres;

import consular.ledger.core.content.ContentLine;
import consular.ledger.core.entry.CanonicalEntry;
import consular.ledger.core.entry.Chain;
import consular.ledger.core.entry.Commitments;
import consular.ledger.core.entry.Entry;
import consular.ledger.core.entry.Timestamps;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.tree.TreeHasher;
import consular.ledger.postgres.append.NewEvent;
import consular.ledger.postgres.secrets.NewKey;
import consular.ledger.postgres.secrets.Place;
import consular.ledger.postgres.secrets.PlainEvent;
import consular.ledger.postgres.secrets.StoredPart;
import consular.ledger.postgres.secrets.Vault;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Serializer;

/** Makes of messages what is stored: their content, what stands for it in the log, and the chains. */
final class EventEncoder {

    private static final byte NEWLINE = '\n';

    private final Serializer serializer;
    private final Attribution.Source attributions;
    private final StreamChains chains;
    private final Vault vault;

    EventEncoder(Serializer serializer, Attribution.Source attributions, StreamChains chains, Vault vault) {
        this.vault = vault;
        this.serializer = serializer;
        this.attributions = attributions;
        this.chains = chains;
    }

    /**
     * Encodes what is appended together.
     *
     * @param made takes the keys that are to be stored with them, for persons who have none
     * @throws OutOfTurn if an event does not follow from what its stream holds
     * @throws consular.ledger.postgres.secrets.PersonErased if one is about somebody whose data was erased
     */
    List<NewEvent> encode(List<? extends EventMessage<?>> messages, Map<UUID, NewKey> made) throws OutOfTurn {
        var events = new ArrayList<NewEvent>(messages.size());
        var ends = new HashMap<UUID, NewEvent>();
        var ids = new HashSet<UUID>();
        for (var message : messages) {
            var event = encode(asDomainEvent(message), ends, made);
            if (!ids.add(event.eventId())) {
                throw new OutOfTurn(message, "the identifier is given twice");
            }
            ends.put(event.stream().id(), event);
            events.add(event);
        }
        return events;
    }

    private NewEvent encode(DomainEventMessage<?> message, Map<UUID, NewEvent> ends, Map<UUID, NewKey> made)
            throws OutOfTurn {
        var stream = LedgerIds.of(message.getAggregateIdentifier());
        var eventId = LedgerIds.of(message.getIdentifier());
        var attribution = attributions.of(message);
        var effectiveAt = attribution.effectiveAt().truncatedTo(ChronoUnit.MICROS);
        var recordedAt = attribution.recordedAt().truncatedTo(ChronoUnit.MICROS);
        var payload = message.serializePayload(serializer, byte[].class);
        var type = payload.getType();
        var closed = vault.close(
                new PlainEvent(
                        message.getAggregateIdentifier(),
                        type.getName(),
                        type.getRevision(),
                        message.serializeMetaData(serializer, byte[].class).getData(),
                        payload.getData()),
                new Place(stream.id(), message.getSequenceNumber(), eventId.id()),
                made);
        var clear = clear(closed.clear().metaData(), closed.clear().payload());
        var previous = previous(message, stream.id(), ends);
        var entry = new Entry(
                stream.id(),
                message.getType(),
                message.getSequenceNumber(),
                eventId.id(),
                type.getName(),
                type.getRevision(),
                effectiveAt,
                recordedAt,
                attribution.actor(),
                Commitments.clear(clear),
                StoredPart.commitment(closed.parts()),
                previous);
        var canonical = CanonicalEntry.encode(entry);
        return new NewEvent(
                new NewEvent.Stream(stream.id(), message.getType(), stream.name()),
                message.getSequenceNumber(),
                eventId.id(),
                eventId.name(),
                entry.slice(),
                type.getName(),
                type.getRevision(),
                Timestamps.format(effectiveAt),
                Timestamps.format(recordedAt),
                attribution.actor(),
                clear,
                closed.parts(),
                previous,
                Chain.next(previous, canonical),
                TreeHasher.leaf(canonical));
    }

    private Hash previous(DomainEventMessage<?> message, UUID stream, Map<UUID, NewEvent> ends) throws OutOfTurn {
        var end = ends.get(stream);
        if (end == null) {
            return chains.before(stream, message.getSequenceNumber())
                    .orElseThrow(() -> new OutOfTurn(message, "the stream does not reach up to it"));
        }
        if (end.sequence() != message.getSequenceNumber() - 1) {
            throw new OutOfTurn(message, "the one before it has sequence " + end.sequence());
        }
        return end.chain();
    }

    /** The newline is where they are told apart again. */
    private static byte[] clear(byte[] metaData, byte[] payload) {
        for (var letter : metaData) {
            if (letter == NEWLINE) {
                throw new IllegalArgumentException("the event serializer must write metadata without line breaks");
            }
        }
        var clear = new byte[metaData.length + 1 + payload.length];
        System.arraycopy(metaData, 0, clear, 0, metaData.length);
        clear[metaData.length] = NEWLINE;
        System.arraycopy(payload, 0, clear, metaData.length + 1, payload.length);
        // what cannot be exported is not to be stored
        ContentLine.requireEncodable(clear);
        return clear;
    }

    /** An event that no aggregate applied becomes a stream of its own, under its own identifier. */
    private static DomainEventMessage<?> asDomainEvent(EventMessage<?> message) {
        return message instanceof DomainEventMessage<?> event
                ? event
                : new GenericDomainEventMessage<>(null, message.getIdentifier(), 0, message, message::getTimestamp);
    }

    /** An event that cannot be stored after what is. */
    static final class OutOfTurn extends Exception {

        private static final long serialVersionUID = 1L;
        private final transient EventMessage<?> event;

        OutOfTurn(EventMessage<?> event, String why) {
            super(why);
            this.event = event;
        }

        EventMessage<?> event() {
            return event;
        }
    }
}
