/** Sends events to receivers that subscribed: the order of each case is kept, whatever a receiver does. */
@NullMarked
package consular.cases.application.webhooks;

import org.jspecify.annotations.NullMarked;
