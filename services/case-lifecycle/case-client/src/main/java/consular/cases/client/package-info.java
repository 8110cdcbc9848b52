/** The service from the outside: commands that take effect once, cases, lists, the log as it grows, and webhooks. */
@NullMarked
package consular.cases.client;

import org.jspecify.annotations.NullMarked;
