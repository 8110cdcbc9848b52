package consular.cases.application;

import consular.cases.domain.Stamp;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the whole log, whatever it is about. */
public sealed interface LogLine permits StoredEvent, StoredQuasiRefusalEvent {
    /** The id of the case or of the quasi-refusal that it is about. */
    UUID subject();

    /** Its identity in the whole log. */
    String eventId();

    /** The plain name under which it is stored, such as {@code VisaRefused}. */
    String type();

    /** The revision of that type in which it is told here, which is the newest. */
    String revision();

    /** What the record says of it. */
    Stamp stamp();

    /** Its place in the whole log, from 1; null while not known. */
    @Nullable
    Long position();

    /** What stands for it in the log's tree, in hexadecimal; null while not known. */
    @Nullable
    String hash();

    /** The index of its leaf in the log's tree, from 0; null while not known. */
    default @Nullable Long logIndex() {
        var position = position();
        return position == null ? null : position - 1;
    }
}
