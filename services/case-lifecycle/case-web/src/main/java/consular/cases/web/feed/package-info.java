/** Hands the log to those who follow it as it grows, each at the speed of the follower and all from the same few pages. */
@NullMarked
package consular.cases.web.feed;

import org.jspecify.annotations.NullMarked;
