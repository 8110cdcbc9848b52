package consular.cases.web.openapi;

import static java.util.Map.entry;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import java.util.Map;

/** What the description says at length of the reads whose summary leaves questions open, by their operation ids. */
final class ReadTexts {
    private static final Map<String, String> TEXTS = Map.ofEntries(
            entry("readCase", """
                Folded from the events, so never stale. With `version` or `asOf` the same view of a former moment: along \
                `axis=recorded` what the record said then, along `axis=effective` what was so by all that is known today. \
                `orderId` is the order under INA 243(d) that stands on the case, or null. \
                `petition` is what has become of the petition (22 CFR 42.43) by the latest day that is told of, or null while it \
                is in force as approved and where there is none; a terminated registration has it REVOKED by itself. \
                For every role but DASHBOARD, and for the posts of the caller.\
                """),
            entry("readHistory", """
                Every event with who entered it, in which role, when it took effect and when it was recorded, the reason of \
                a late entry, and the rules that it rests on. Events are only ever added; a page can be kept.\
                """),
            entry("readDeadlines", """
                `due` is the last day in time, `firesOn` the day on which the service acts if nothing happens before. \
                `because` names the rules and the events, by sequence, that the clock was derived from. Days are those of \
                the post.\
                """),
            entry("readCommands", """
                Every command, whether the caller may give it on the case as it is now, and if not, the code, rule and \
                citation that a try would meet first. A command that is allowed may still be turned down for what its body \
                says.\
                """),
            entry("readLetters", """
                One item for each issue of a letter and language: the notices of refusals, reversals, the warning before \
                termination, the notice of termination and that of reinstatement. `issue` counts the issues of one letter \
                from 1, and is null until it is issued; `addressees` has counsel where one was on record at the time, and REQUESTER alone for the reply to an inquiry. A notice that the Department has suppressed is left out.\
                """),
            entry("readQuasiRefusal", """
                Folded from its own events. A quasi-refusal is no refusal: it belongs to no case and is counted nowhere.\
                """),
            entry("readPosts", """
                Reference data: code, city, country, time zone, whether the post issues on the next day, how refusals are \
                reviewed there, and what its working calendar is made of.\
                """),
            entry("readCalendar", """
                Each day is open or closed, with the reasons: weekend, federal holiday, holiday of the host country, special \
                closure or opening.\
                """),
            entry("readLog", """
                With `Accept: application/json` a page. It ends where the log ends, and its `next` can be asked again later; \
                filtered by post, or where events are long, a page may be short and have a next. With `Accept: text/event-stream` a stream of the same \
                events, each a message whose `id` is its position; it goes on as the log grows, and takes no `limit`. A client \
                that comes again with `Last-Event-ID`, as browsers do by themselves, misses nothing and gets nothing twice. In \
                silence a comment comes every 15 s, with the `id` of the place that was looked at if events of other posts were \
                passed over. A stream ends when the sign-in does, after an hour, when a page is not taken within 20 s, and when \
                the instance stops. A position is given once and no event comes before one that was seen. The caller's posts \
                decide which events are seen, by the post where the case is now.\
                """),
            entry("readSchema", """
                In JSON Schema 2020-12. What is true of an event by a schema stays true: members are added to a revision, and \
                constants to `x-extensible-enum`, but none is taken away and none becomes null that was not. What would break \
                that is a new type.\
                """),
            entry("readCheckpoint", """
                For AUDITOR and ADMIN. A signed note (C2SP tlog-checkpoint): the log's name, how many events it has, the root \
                of the tree over them (RFC 6962), and an Ed25519 signature. One is signed every second in which events came. \
                Keep some where nobody here can reach them: whatever was covered then cannot be changed unnoticed.\
                """),
            entry("readLogKey", """
                For AUDITOR and ADMIN. The keys of the log's checkpoints, one to a line, in the form of a signed note's verifier key: \
                first the one that signs now, then the earlier ones, the newest first. To trust them, compare them with those that \
                were handed to you by another way.\
                """),
            entry("proveInclusion", """
                For AUDITOR and ADMIN. The leaf and the path from it to the root that the last checkpoint signs, as RFC 6962 \
                and RFC 9162 verify it. 404 for an event that no checkpoint covers yet; that takes a second.\
                """),
            entry("proveConsistency", """
                For AUDITOR and ADMIN. The nodes that show, from the roots of two checkpoints, that the newer log begins with \
                the older one.\
                """),
            entry("exportLog", """
                For AUDITOR and ADMIN who work for every post. One ZIP archive, of any size: every entry and its content, the \
                tiles of the tree, every checkpoint, the key. `java -jar ledger-verifier.jar verify` says whether it holds. An \
                archive that breaks off is no archive.\
                """),
            entry("readAccesses", """
                For AUDITOR who works for every post. Every read of a case, of a quasi-refusal, of a list of cases, of the log and \
                of this list, refused attempts included, the newest first; `after` leads to older ones. `subjects` are the \
                cases and quasi-refusals that were shown or asked for, `fromPosition` and `toPosition` the part of the log, \
                `status` that of the answer, `requestId` its header `X-Request-Id`. An answer leaves only when its access is \
                stored; if that fails it is 503 and shows nothing.\
                """),
            entry("proveCase", """
                For whoever may read the case. Each event with the bytes that were hashed, its content, and its proof against \
                one checkpoint. Waits for the checkpoint that covers the last event. The verifier reads it as it is.\
                """),
            entry("compareReadModels", """
                For ADMIN. Folds every case anew and compares the rows with those that serve. `unsettled` counts cases that \
                moved meanwhile; `examples` names some of the cases that differ.\
                """),
            entry("readModelStatus", """
                For ADMIN. Which of the two sets of tables serves, how far each has read the log, and whether one is being \
                rebuilt.\
                """),
            entry("readClock", "Only in the profile `simulation`, where the clock stands still until it is set."),
            entry("setClock", """
                For ADMIN, only in the profile `simulation`. To any instant, forward or back; \
                `fired` counts the deadlines that were acted on.\
                """),
            entry("readRuleSets", """
                A rule set is named by the day from which it is in force; the first also holds for all earlier acts. An act \
                is judged by the rule set of its post-local effective day.\
                """),
            entry("readRules", """
                Id, statement, citation and how well it is attested, of each rule that the service knows; whether it is in \
                force on the day, and what the rule sets until then changed about it.\
                """),
            entry("readRule", "The same for one rule; 404 for an id that the service does not know."));

    private ReadTexts() {}

    /** Gives each operation its text, but where it has one. */
    static void addTo(Paths paths) {
        paths.values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getDescription() == null)
                .forEach(ReadTexts::describe);
    }

    private static void describe(Operation operation) {
        operation.setDescription(TEXTS.get(operation.getOperationId()));
    }
}
