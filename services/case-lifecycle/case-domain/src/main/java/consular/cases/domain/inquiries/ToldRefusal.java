package consular.cases.domain.inquiries;

import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.Refusal;
import java.util.List;

/**
 * A refusal to be told of.
 *
 * @param findings those of it that may be told with what became of them, at least one
 */
public record ToldRefusal(Refusal refusal, List<Finding> findings) {
    public ToldRefusal {
        findings = List.copyOf(findings);
    }
}
