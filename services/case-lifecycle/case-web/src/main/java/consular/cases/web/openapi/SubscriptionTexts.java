package consular.cases.web.openapi;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Objects;

/** What the description says of subscriptions, by the ids of the operations. */
final class SubscriptionTexts {
    private record Text(String summary, String description) {}

    private static final Map<String, Text> TEXTS = Map.ofEntries(
            entry("createSubscription", new Text("Have events sent to a receiver", """
                For ADMIN. From then on every event that is wanted is sent to `url` with POST, one by one: the same CloudEvent \
                that `/events` gives, as `application/cloudevents+json`, signed by Standard Webhooks with the headers \
                `webhook-id` (the id of the event, the same for every attempt), `webhook-timestamp` and \
                `webhook-signature`. The events of one case come in their order. Each comes at least once: a receiver passes over an id that it \
                has taken. A 2xx status within 15 s takes an event, whatever the body says; 410 ends the subscription; with \
                anything else the case is held and tried again, after pauses that double from 5 s to an hour, or as long as \
                `Retry-After` asks for, while other cases go on. After 30 failures in a receiver that takes others the \
                case is dead until somebody sees to it. A receiver that takes nothing at all is asked every five minutes at \
                the longest, and is disabled after five days; what it missed waits in the log. So is a subscription that nobody \
                confirmed by resuming it until `confirmedUntil`. `posts` limits what is sent to cases that are at these \
                posts now; without it they are the caller's. `after` is the position behind which it begins, without it the \
                end of the log. `url` is https with a name that leads to public addresses only, at port 443 or 8443 unless the \
                service is set up otherwise. `secret` is told in this answer, and only to the same `Idempotency-Key` again.\
                """)),
            entry("readSubscriptions", new Text("The subscriptions, and how their receivers fare", """
                For ADMIN, who is shown those whose `posts` are all his or her own; one without `posts` is every post's. \
                `position` is up to where the log was looked at; `heldCases` and `deadCases` count the cases of \
                which an event was not taken; `failingSince` says since when no attempt succeeded.\
                """)),
            entry(
                    "readSubscription",
                    new Text("One subscription", "For ADMIN who works for all its `posts`. As in the list.")),
            entry("deleteSubscription", new Text("End a subscription", """
                For any ADMIN, whatever its `posts`. Nothing more is sent, its secrets are destroyed, and what is held is forgotten. An attempt that is \
                under way may still arrive.\
                """)),
            entry("pauseSubscription", new Text("Send nothing for the time being", """
                For any ADMIN, whatever its `posts`. Its place in the log is kept. An attempt that is under way may still arrive.\
                """)),
            entry("resumeSubscription", new Text("Send again from where it was", """
                For ADMIN who works for all its `posts`. After a pause, or after the service disabled it: `stateReason` is then \
                GONE, when the receiver answered 410, UNREACHABLE, when it took nothing for five days, or UNCONFIRMED, when \
                `confirmedUntil` had passed. What is held is tried at once. Whoever resumes it, also while it is ACTIVE, \
                confirms it: that person answers for it from then on, for 90 days unless the service is set up otherwise.\
                """)),
            entry("replaySubscription", new Text("Send everything behind a position again", """
                For ADMIN who works for all its `posts`. With the same ids as before, so a receiver that passes over what it has taken has to forget that \
                first. What was erased since is left out, as everywhere.\
                """)),
            entry("rotateSubscriptionSecret", new Text("Replace the secret that signs", """
                For ADMIN who works for all its `posts`. For `overlapHours`, 24 without it and at most 168, both secrets sign: `webhook-signature` then has two \
                signatures with a space between them. One that was replaced before signs no more at once. The new secret is \
                told in this answer, and only to the same `Idempotency-Key` again.\
                """)),
            entry("readHeldCases", new Text("The cases of which an event was not taken", """
                For ADMIN who works for all the subscription's `posts`. The later events of each wait behind the one at `position`. `failure` is the status of the \
                answer, or why none came; null while others failed before it was tried. One that is `dead` waits for \
                somebody.\
                """)),
            entry("retryHeldCase", new Text("Try a case again at once", """
                For ADMIN who works for all the subscription's `posts`. Dead or not, it begins anew with the event that was not taken and goes on as if it had never \
                failed.\
                """)),
            entry("discardHeldCase", new Text("Give up what is held of a case", """
                For ADMIN who works for all the subscription's `posts`. The events of the case up to the position of the subscription are not sent; who gave them up, when and why is \
                recorded for good, and the reason names nobody. Later events of the case are sent.\
                """)));

    private SubscriptionTexts() {}

    static String summary(String operation) {
        return of(operation).summary();
    }

    static String description(String operation) {
        return of(operation).description();
    }

    private static Text of(String operation) {
        return Objects.requireNonNull(TEXTS.get(operation), operation);
    }
}
