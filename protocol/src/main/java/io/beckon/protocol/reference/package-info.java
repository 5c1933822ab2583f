/**
 * What is known of numbers and places: line types, states, zones; by whom it is said and since
 * when.
 */
@NullMarked
package io.beckon.protocol.reference;

import org.jspecify.annotations.NullMarked;
