package consular.ledger.postgres.secrets;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What of an application's events is about persons. An application that gives a bean of this has that stored under a key for each
 * person; all else of an event stays readable for anyone who may read the log. It is called by many threads at once.
 */
public interface PersonalData {

    /** That nothing is about persons. */
    PersonalData NONE = new NothingPersonal();

    /** Parts an event: what anyone may read, and for each person that it is about, once, what only that person's key opens. */
    Split split(PlainEvent event);

    /**
     * Puts an event together again.
     *
     * @param event the clear part, as {@link #split} made it
     * @param parts by person, each that {@link #split} made
     */
    PlainEvent join(PlainEvent event, Map<UUID, Part> parts);

    /**
     * An event in two.
     *
     * @param clear what anyone may read
     * @param secrets none if it is about nobody
     */
    record Split(PlainEvent clear, List<Secret> secrets) {
        public Split {
            secrets = List.copyOf(secrets);
        }
    }

    /**
     * What an event says of one person.
     *
     * @param person whose key is to open it; the application's own choice, but for ever the same
     * @param text any bytes; not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // it is handed on, and never compared
    record Secret(UUID person, byte[] text) {}

    /** What is left of a {@link Secret}. */
    sealed interface Part {}

    /** It is as it was. */
    @SuppressWarnings("ArrayRecordComponent") // it is handed on, and never compared
    record Opened(byte[] text) implements Part {}

    /**
     * The person was erased.
     *
     * @param position where in the log the event stands that did it, from 1
     */
    record Erased(long position) implements Part {}
}
