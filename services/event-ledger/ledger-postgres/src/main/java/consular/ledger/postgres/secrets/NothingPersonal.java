package consular.ledger.postgres.secrets;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** For applications whose events are about nobody. */
final class NothingPersonal implements PersonalData {

    @Override
    public Split split(PlainEvent event) {
        return new Split(event, List.of());
    }

    @Override
    public PlainEvent join(PlainEvent event, Map<UUID, Part> parts) {
        throw new IllegalStateException("the log has secret parts, and the application does not say what they are");
    }
}
