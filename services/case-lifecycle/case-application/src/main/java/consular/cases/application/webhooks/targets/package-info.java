/** Where events may be sent to, so that nobody has the service speak to what only the service can reach. */
@NullMarked
package consular.cases.application.webhooks.targets;

import org.jspecify.annotations.NullMarked;
