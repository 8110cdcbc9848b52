package consular.cases.client;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * An event of the log, as CloudEvents 1.0 has it.
 *
 * @param id the same whenever it is given
 * @param type the name of the event; new ones come without notice
 * @param subject the case, or the quasi-refusal
 * @param position its place in the log: keep the last one together with what you made of the event
 * @param data all that is on record of it; its {@code payload} is described at {@code dataschema}
 */
public record LoggedEvent(
        String id, String type, String subject, Instant time, String dataschema, long position, JsonNode data) {}
