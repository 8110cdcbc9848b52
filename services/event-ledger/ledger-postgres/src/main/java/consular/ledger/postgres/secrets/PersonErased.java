package consular.ledger.postgres.secrets;

import java.util.UUID;

/** Something was to be stored of a person whose data was erased. Nothing was. */
public final class PersonErased extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PersonErased(UUID person, long position) {
        super("person %s was erased under event %d".formatted(person, position));
    }
}
