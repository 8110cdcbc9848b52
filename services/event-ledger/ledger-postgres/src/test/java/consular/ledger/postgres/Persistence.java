package consular.ledger.postgres;

import consular.ledger.postgres.append.Append;
import consular.ledger.postgres.append.Append.RequestKey;
import consular.ledger.postgres.append.AppendFailure.NotSent;
import consular.ledger.postgres.append.AppendFailure.OutcomeUnknown;
import consular.ledger.postgres.append.AppendFailure.Refused;
import consular.ledger.postgres.append.GroupCommit;
import consular.ledger.postgres.append.NewEvent;
import consular.ledger.postgres.append.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A client that does as it is told: where nobody could tell what became of a request, it sends it again under the same key. */
final class Persistence {

    private Persistence() {}

    /** Whether the events are stored. Whatever is neither stored nor certainly not stored is thrown. */
    static boolean append(GroupCommit commits, List<NewEvent> events) throws InterruptedException {
        var key = UUID.randomUUID().toString();
        var append = new Append(events, new RequestKey("client", key, "00ff", "stream", 0, 0, 201, null), List.of());
        var unknown = false;
        while (true) {
            try {
                commits.append(append);
                return true;
            } catch (NotSent notSent) {
                if (!unknown) {
                    return false;
                }
            } catch (OutcomeUnknown noAnswer) {
                unknown = true;
            } catch (Refused refused) {
                if (unknown && refused.refusal() instanceof Refusal.KeyTaken) {
                    return true;
                }
                throw refused;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
