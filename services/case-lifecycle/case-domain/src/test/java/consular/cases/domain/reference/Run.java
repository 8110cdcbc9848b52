package consular.cases.domain.reference;

import consular.cases.domain.RecordedEvent;
import java.util.List;

/**
 * A scenario as it went.
 *
 * @param scenario its id
 * @param post the code of the post that its first case belongs to
 * @param rules the rules that it says it shows
 */
public record Run(
        String scenario, String post, List<String> rules, List<Outcome> outcomes, List<RecordedEvent> history) {}
