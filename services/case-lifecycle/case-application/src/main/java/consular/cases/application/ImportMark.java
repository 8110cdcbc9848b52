package consular.cases.application;

import java.util.UUID;

/**
 * That an event was brought in from elsewhere, as the log keeps it beside the event.
 *
 * @param importId the import that brought it
 * @param row what tells the row apart from every other; the same when the row is sent again
 * @param by who sent the import
 */
public record ImportMark(UUID importId, String row, String by) {}
